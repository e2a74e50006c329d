"""The names that one document uses, and which actor each means there.

Three sources: the shape of names; what the document defines ("North Anyshire NHS Trust (NAT)") and abbreviates; and
the register, for bodies that the document only ever calls by their initials. A name never means another because the
two are alike; the rules that join two are listed here, each with the sentence that it gives as its reason.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from sysgraph.extraction.lexicon import GIVEN_NAMES, HEADS, POST_HEADS, POST_SHORT, POST_WORDS, TITLES
from sysgraph.extraction.shapes import Shape, shapes
from sysgraph.model import Document, Mention
from sysgraph.register import NATIONAL, Entry, Register, fold, is_initialism, one_slip, variants

_DEFINITION = re.compile(
    r"\s*\(\s*(?:the\s+|known as\s+|or\s+)?[\"“'‘]?(?:the\s+)?([A-Z][\w&’.-]*(?: [A-Z&][\w&’.-]*){0,4})[\"”'’]?\s*\)"
)
_ABBREVIATION = re.compile(r"(?<![\w&’'-])[A-Z][A-Za-z&]*[A-Z&][A-Za-z&]*(?: [A-Z]{2,3}(?![\w&]))?(?![\w&’-])")
_GENERIC = frozenset(
    {"NHS", "GP", "GPS", "UK", "RAG", "BRAG", "TBC", "TBA", "TBD", "A&E", "IT", "HR", "OK", "NA", "SRO"}
)
# Names of boards that say what sort of board it is and not which: "the Programme Board" is the one that has a name.
_PLAIN_BOARDS = frozenset({
    "programme board", "project board", "steering group", "working group", "governing body", "delivery board",
    "partnership board", "management team", "executive team", "leadership team", "task group", "project team",
    "project group", "delivery group",
})  # fmt: skip
# Longer ones first: a CCG ends as a county council does not.
_SORTS = ("CCG", "ICB", "ICS", "PCT", "MBC", "DC", "BC", "CC", "FT")
_ORDER = ("Organisation", "Partnership", "Board", "PooledBudget", "CommissioningArrangement", "Plan", "Service")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text and what it means."""

    start: int
    end: int
    mention: Mention


@dataclass(slots=True)
class _Group:
    """The spellings of one name in a document."""

    kind: str
    category: str
    spellings: Counter[str] = field(default_factory=Counter)

    def name(self) -> str:
        """The fullest spelling, not in capitals where there is another; the first of them met."""
        return max(self.spellings, key=lambda text: (not text.isupper(), len(fold(text)), self.spellings[text]))


@dataclass(frozen=True, slots=True)
class Joined:
    """Two forms that the document uses of one actor, and why they are taken to be one."""

    form: str
    mention: Mention
    reason: str


class Names:
    """What each form of a name means in one document."""

    def __init__(self, forms: dict[str, Mention], joined: Iterable[Joined], register: Register) -> None:
        self.forms = forms
        self.joined = tuple(joined)
        self.register = register
        self._short = {form: mention for form, mention in forms.items() if " " not in form and form != form.lower()}
        self.proper = frozenset(
            word.lower()
            for mention in set(forms.values())
            if mention.kind in {"Organisation", "Partnership"}
            for word in re.findall(r"[A-Z][\w-]+", mention.name)
            if word.lower() not in POST_WORDS | POST_HEADS | HEADS.keys() | GIVEN_NAMES
        )
        self._by_fold = {fold(form): mention for form, mention in forms.items()}
        self._pattern = _alternation(forms)

    def find(self, text: str) -> list[Found]:
        """The names in a text, leftmost and longest first, without overlap."""
        found = []
        for match in self._pattern.finditer(text):
            mention = self.named(match[0])
            if mention is not None:
                found.append(Found(match.start(), match.end(), _written(mention, match[0])))
        return found

    def named(self, form: str) -> Mention | None:
        """What a form means, however it is spelt, or nothing."""
        return self.forms.get(form) or self._by_fold.get(fold(form))

    def slip(self, abbreviation: str) -> Mention | None:
        """What an abbreviation means that is one letter or one swap from exactly one that the document knows."""
        sort = _sort(abbreviation)
        near = {
            mention for form, mention in self._short.items() if one_slip(abbreviation, form) and _sort(form) == sort
        }
        return _written(near.pop(), abbreviation) if len(near) == 1 else None

    def all(self, *kinds: str) -> list[Mention]:
        """The distinct actors of these kinds, by name."""
        return sorted({m for m in self.forms.values() if not kinds or m.kind in kinds}, key=lambda m: (m.name, m.kind))


def _sort(abbreviation: str) -> str:
    """The sort of body that an abbreviation ends with: "ANYCCG" is a CCG, and no slip of "ANYCC", a council."""
    return next((sort for sort in _SORTS if abbreviation.upper().endswith(sort)), "")


def _written(mention: Mention, words: str) -> Mention:
    return Mention(mention.kind, mention.name, mention.within, words, mention.category)


def _alternation(forms: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all forms: whole words; abbreviations as they are written, longer names in any case."""
    parts = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        escaped = r"\s+".join(re.escape(word) for word in form.split())
        parts.append(f"(?i:{escaped})" if " " in form and not form.isupper() else escaped)
    return re.compile(rf"(?<![\w&])(?:{'|'.join(parts) or '(?!)'})(?![\w&])")


def survey(document: Document, register: Register) -> Names:
    """The names that a document uses."""
    texts = [passage.text for passage in document.passages()]
    groups, definitions = _gather(texts, register)
    forms: dict[str, Mention] = {}
    joined: list[Joined] = []
    for group in _merged(groups, register):
        mention = _mention(group, register)
        forms.update(dict.fromkeys(group.spellings, mention))
    for short, full in definitions.items():
        if full in forms:
            forms[short] = forms[full]
    full_names = sorted(set(forms.values()), key=lambda m: (_ORDER.index(m.kind), m.name))
    for short in _abbreviations(texts):
        if short in forms:
            continue
        if meant := _expanded(short, full_names, register):
            forms[short] = meant[0]
            joined.append(Joined(short, meant[0], meant[1]))
        elif (sort := _sort(short)) and len(short) > len(sort) + 1 and not Names(forms, (), register).slip(short):
            forms[short] = Mention("Organisation", short, category=sort.lower() if sort in {"CCG", "ICB"} else "")
    return Names(forms, joined, register)


def _gather(texts: Iterable[str], register: Register) -> tuple[list[_Group], dict[str, str]]:
    groups: dict[tuple[str, str], _Group] = {}
    definitions: dict[str, str] = {}
    for text in texts:
        for shape in [*shapes(text), *_national(text, register)]:
            for part in _without_defined(shape, definitions):
                group = groups.setdefault((part.kind, fold(part.text)), _Group(part.kind, part.category))
                group.spellings[part.text] += 1
            if defined := _DEFINITION.match(text, shape.end):
                definitions.setdefault(defined[1], shape.text)
    return list(groups.values()), definitions


def _national(text: str, register: Register) -> Iterator[Shape]:
    """The national bodies that a text names, whose names mostly have no word that would tell: "NHS England"."""
    for match in _pattern_of(register).finditer(text):
        entries = register.find(match[0])
        if len(entries) == 1:
            yield Shape(match.start(), match.end(), match[0], entries[0].kind, entries[0].category)


@lru_cache(maxsize=8)
def _pattern_of(register: Register) -> re.Pattern[str]:
    names = {name for entry in register.entries if entry.category in NATIONAL for name in (entry.name, *entry.aliases)}
    return _alternation(name for name in names if " " in name)


def _without_defined(shape: Shape, definitions: dict[str, str]) -> Iterator[Shape]:
    """A shape without an abbreviation and "and" in front: "NAT and Anyshire Federation" are two."""
    first, _, rest = shape.text.partition(" ")
    if first in definitions and rest.startswith(("and ", "& ")):
        cut = len(first) + 1 + rest.index(" ") + 1
        yield Shape(shape.start + cut, shape.end, shape.text[cut:], shape.kind, shape.category)
    else:
        yield shape


def _merged(groups: list[_Group], register: Register) -> list[_Group]:
    """Groups whose names are usual ways to write one name, or the short form of just one longer name, made one."""
    merged: dict[str, _Group] = {}
    for group in sorted(groups, key=lambda group: (-len(fold(group.name())), group.name())):
        keys = {f"{group.kind}|{form}" for spelling in group.spellings for form in variants(spelling)}
        same = next((merged[key] for key in sorted(keys) if key in merged), None)
        same = same or merged.get(
            f"Partnership|{fold(group.name())}s"
        )  # "North and South CCG" beside "North and South CCGs"
        same = same or _longer(group, {id(other): other for other in merged.values()}.values(), register)
        if same is None:
            same = group
        else:
            same.spellings.update(group.spellings)
        for key in keys:
            merged.setdefault(key, same)
    return list({id(group): group for group in merged.values()}.values())


def _longer(group: _Group, others: Iterable[_Group], register: Register) -> _Group | None:
    """The one group whose name is this one's with more in front, as "Anyshire Quality Board" is of "Quality Board"."""
    if group.kind not in {"Board", "Organisation", "Partnership"}:
        return None
    words = fold(group.name()).split()
    kinds = register.kinds_of(group.name())
    fitting = []
    for other in others:
        longer = fold(other.name()).split()
        if other.kind != group.kind or len(longer) <= len(words):
            continue
        front = longer[: -len(words)]
        plain = " ".join(words) in _PLAIN_BOARDS or not set(front) & (POST_WORDS | POST_HEADS)
        ends = longer[-len(words) :] == words and group.kind == "Board" and plain
        same_sort = bool(kinds) and register.kinds_of(other.name()) == kinds and set(words) <= set(longer)
        if ends or same_sort:
            fitting.append(other)
    return fitting[0] if len(fitting) == 1 else None


def _mention(group: _Group, register: Register) -> Mention:
    entries = [entry for spelling in sorted(group.spellings) for entry in register.find(spelling)]
    category = entries[0].category if len({entry.code for entry in entries}) == 1 else group.category
    return Mention(group.kind, group.name(), category=category)


def _abbreviations(texts: Iterable[str]) -> list[str]:
    seen = {match[0] for text in texts for match in _ABBREVIATION.finditer(text)}
    return sorted(
        short
        for short in seen
        if short.upper() not in _GENERIC and short.lower() not in POST_SHORT | dict.fromkeys(TITLES)
    )


def _expanded(short: str, names: list[Mention], register: Register) -> tuple[Mention, str] | None:
    """What an undefined abbreviation stands for: just one name of the document, else just one national body."""
    fitting = [mention for mention in names if is_initialism(short, mention.name)]
    if len(fitting) == 1:
        return fitting[
            0
        ], f"“{short}” gives the initial letters of “{fitting[0].name}” and of no other name in the document."
    if fitting:
        return None
    kinds = (
        register.kinds_of(short) if fold(short) in {fold(a) for k in register.kinds for a in k.abbreviations} else ()
    )
    same = [mention for mention in names if kinds and register.kinds_of(mention.name) == kinds]
    if len(same) == 1:
        return same[
            0
        ], f"“{short}” is a usual abbreviation of “{kinds[0].name}”, and the document names one: “{same[0].name}”."
    entries: tuple[Entry, ...] = register.find(short)
    if len(entries) == 1 and fold(short) != fold(entries[0].name):
        entry = entries[0]
        return Mention(
            entry.kind, entry.name, category=entry.category
        ), f"“{short}” stands in the register for “{entry.name}”."
    if len(kinds) == 1:
        return Mention(kinds[0].kind, short), f"“{short}” is a usual abbreviation of “{kinds[0].name}”."
    return None
