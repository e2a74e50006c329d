"""Which names of a document are one, what its abbreviations stand for, whom its class words mean."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import ahocorasick_rs

from sysgraph.extraction.lexicon import POST_SHORT, POST_WORDS
from sysgraph.extraction.prose.cast import Cast, only_of_kind
from sysgraph.extraction.prose.gathering import CATEGORIES, Gathering, Group, key_of, plain
from sysgraph.extraction.prose.lines import Line
from sysgraph.model import Mention
from sysgraph.register import NATIONAL, Register, fold, is_initialism, variants

_NOBODY = frozenset(
    "NHS GP GPs UK RAG BRAG TBC TBA A&E IT HR MDT MDTs MP MPs CEO SRO EU AGM FAQ PDF Q1 Q2 Q3 Q4 KPI KPIs QIPP "
    "CIP DTOC DToC DTOCs CHC D2A "
    "PCN PCNs VCSE VCS KLOE KLOEs II III IV OK AM PM OR AND THE OF".split()
)


def cast(lines: Sequence[Line], register: Register, place: str | None = None) -> Cast:
    """The cast of a document, from the lines of its passages; `place` is its place where that is known."""
    found = Gathering()
    for line in lines:
        found.read(line)
    made = Cast(register)
    made.place = place or _place(found, register)
    expansions = {
        short: full for short, full in found.definitions.items() if full in found.unknown and is_initialism(short, full)
    }
    groups = _merged(found.groups.values(), made.place, register, expansions)
    for group in groups:
        name = group.name
        mention = _mention(group, name, register)
        for spelling in group.spellings:
            made.actors[key_of(spelling)] = mention
        kinds = register.kinds_of(plain(name)) if group.kind == "Board" else ()
        if len(kinds) == 1 and only_of_kind(name, kinds[0], made.place):
            made.by_kind[kinds[0].name] = mention
    for key, mention in list(made.actors.items()):
        if mention.kind == "Plan" and (partnership := made.of_partnership(mention.name)) is not None:
            made.actors[key] = partnership
    _define(found, made)
    made.local = {category: _local(category, made) for category in set(CATEGORIES.values())}
    for short, definition in found.class_definitions.items():
        category = CATEGORIES.get(fold(short))
        meant = made.actors.get(key_of(definition))
        if category and meant:
            made.local[category] = meant
    made.unnamed = frozenset(
        category
        for category in set(CATEGORIES.values())
        if made.local[category] is None and not _of_category(category, made)
    )
    named = {word: made.actors.get(key_of(name)) for word, name in found.body_definitions.items()}
    made.defined = {word: body for word, body in named.items() if body is not None}
    _own(found, made)
    made.strangers = _never_small(list(_strangers(found, made)), "\n".join(line.text for line in lines))
    return made


def _never_small(names: list[str], text: str) -> frozenset[str]:
    """The names that a text never writes in small letters; it is read once for all of them."""
    words = ahocorasick_rs.AhoCorasick([f" {name.lower()} " for name in names])
    small = {number for number, _, _ in words.find_matches_as_indexes(text, overlapping=True)}
    return frozenset(name for number, name in enumerate(names) if number not in small)


def _place(found: Gathering, register: Register) -> str | None:
    """The place that the document is about: the one it names by far most often."""
    counts: Counter[str] = Counter()
    starts = _starts(found)
    for name, number in found.unknown.items():
        if register.of_place(name) or name.lower() in starts:
            counts[name] += number
    for (kind, _), group in found.groups.items():
        if kind == "Organisation":
            for spelling, number in group.spellings.items():
                first = spelling.removeprefix("NHS ").split(" ")[0]
                if register.of_place(first) or first in counts:
                    counts[first] += number
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def _starts(found: Gathering) -> frozenset[str]:
    """The first words of councils' names, small."""
    return frozenset(
        spelling.split(" ")[0].lower()
        for (kind, _), group in found.groups.items()
        if kind == "Organisation" and group.category == "council"
        for spelling in group.spellings
    )


def _merged(groups: Iterable[Group], place: str | None, register: Register, expansions: dict[str, str]) -> list[Group]:
    merged: dict[str, Group] = {}
    placed = fold(place) if place else ""
    named = [(group.name, group) for group in groups]
    for name, group in sorted(named, key=lambda one: (-len(one[0]), one[0])):
        keys = {f"{group.kind}|{form}" for spelling in group.spellings for form in variants(plain(spelling))}
        keys |= {f"{group.kind}|{key_of(spelling)}" for spelling in group.spellings}
        for spelling in group.spellings:
            words = spelling.split()
            if words[0] in expansions:
                keys.add(f"{group.kind}|{key_of(' '.join([expansions[words[0]], *words[1:]]))}")
        if placed and group.kind in {"Board", "Partnership", "Plan"}:
            keys |= {key.replace(f"|{placed} ", "|", 1) for key in keys}
        kinds = register.kinds_of(plain(name))
        if len(kinds) == 1 and group.kind == kinds[0].kind and only_of_kind(name, kinds[0], place):
            keys.add(f"{group.kind}|kind {kinds[0].name}")
        same = next((merged[key] for key in sorted(keys) if key in merged), None)
        if same is None:
            same = group
        else:
            same.spellings.update(group.spellings)
        for key in keys:
            merged.setdefault(key, same)
    return list({id(group): group for group in merged.values()}.values())


def _mention(group: Group, name: str, register: Register) -> Mention:
    entries = {
        entry.code: entry
        for spelling in sorted(group.spellings)
        for entry in register.find(plain(spelling))
        if entry.kind == group.kind
    }
    category = next(iter(entries.values())).category if len(entries) == 1 else group.category
    return Mention(group.kind, plain(name), category=category)


def _define(found: Gathering, made: Cast) -> None:
    """Nothing; settles the abbreviations: what the text defines, else just one name's initials, else the register's."""
    for short, full in found.definitions.items():
        meant = made.actors.get(key_of(full))
        if " " in short and key_of(short) in made.actors and made.actors[key_of(short)] != meant:
            continue  # "the trust (its main hospital)": another name, not another spelling
        if (
            meant is None
            and full in found.unknown
            and (" " in full or is_initialism(short, full))
            and len(short) < len(full)
        ):
            meant = Mention("Organisation", full) if _is_body(short, full, found) else None
        if meant is not None:
            made.short[short] = meant
            if len(short.split()) > 1:
                made.actors.setdefault(key_of(short), meant)
    names = sorted(set(made.actors.values()), key=lambda mention: (mention.kind, mention.name))
    beginning: dict[str, list[Mention]] = defaultdict(
        list
    )  # with this letter: who gives none need not be asked further
    for mention in names:
        for letter in {word[:1] for word in re.split(r"[ (]", mention.name.lower())}:
            beginning[letter].append(mention)
    for short in sorted(set(found.unknown)):
        if short in made.short or short in _NOBODY or short in found.not_names or fold(short) in CATEGORIES:
            continue
        entries = made.register.find(short)
        if " " not in short and sum(map(str.isupper, short)) >= 2 and short.lower() not in POST_SHORT:
            meant = _expanded(short, names, beginning[short[0].lower()], made)
        elif len(entries) == 1 and (entries[0].category in NATIONAL or fold(entries[0].name) == fold(short)):
            meant = Mention(entries[0].kind, entries[0].name, category=entries[0].category)
        else:
            meant = None
        if meant is not None:
            made.short[short] = meant


def _is_body(short: str, full: str, found: Gathering) -> bool:
    begins = sum(1 for _, key in found.groups if key.startswith((f"{fold(full)} ", f"{fold(short)} ")))
    return (
        short in found.unknown
        and begins < 2
        and not re.search(r"\b(?:Act|Officer|Director|Report|Template|Audit|Request|Statistics|Professionals)\b", full)
    )


def _expanded(short: str, names: list[Mention], likely: list[Mention], made: Cast) -> Mention | None:
    fitting = [mention for mention in likely if mention.kind != "Service" and is_initialism(short, mention.name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return None
    kinds = made.register.kinds_of(short)
    if len(kinds) == 1 and fold(short) in {fold(form) for form in kinds[0].abbreviations}:
        same = [mention for mention in names if made.register.kinds_of(mention.name) == kinds]
        if len(same) > 1 and made.place:
            same = [mention for mention in same if fold(made.place) in fold(mention.name)]
        return same[0] if len(same) == 1 else Mention(kinds[0].kind, short)
    entries = made.register.find(short)
    if len(entries) == 1:
        return Mention(entries[0].kind, entries[0].name, category=entries[0].category)
    return None


def _of_category(category: str, made: Cast) -> list[Mention]:
    return sorted({m for m in made.actors.values() if m.category == category}, key=lambda m: m.name)


def _local(category: str, made: Cast) -> Mention | None:
    """The one body of a category that a document of this place means by its class word."""
    every = _of_category(category, made)
    placed = [m for m in every if made.place and f" {fold(made.place)} " in f" {fold(m.name)} "]
    if len(placed) == 1:
        return placed[0]
    if len(every) == 1 and not placed:
        return every[0]
    entries = (
        [e for e in made.register.of_place(made.place or "") if e.category == category]
        if made.place and not every
        else []
    )
    return Mention(entries[0].kind, entries[0].name, category=category) if len(entries) == 1 else None


def _own(found: Gathering, made: Cast) -> None:
    owners: dict[str, set[Mention]] = defaultdict(set)
    for board, owner, how in found.owned:
        meant = (
            made.of_class(owner)
            if how == "class"
            else made.short.get(owner) or made.actors.get(key_of(owner)) or made.of_class(owner)
        )
        if meant is not None:
            owners[key_of(board)].add(meant)
    made.owners = dict(owners)


def _strangers(found: Gathering, made: Cast) -> Iterator[str]:
    """Unknown names that may be an organisation's: not a place, not a defined thing, met within a sentence."""
    places = {word for mention in made.actors.values() for word in _edges(mention.name)}
    for name, number in found.unknown.items():
        words = name.split()
        if not found.inside[name] or name in _NOBODY or name in found.not_names or len(words) > 5:
            continue
        if (
            fold(name) in places
            or made.register.of_place(name)
            or (len(words) == 1 and (len(name) < 3 or name.lower() in POST_WORDS))
        ):
            continue
        if number >= 1 and not re.search(
            r"\d|\b(?:Act|Bill|Road|Street|House|Report|Statement|Policy|Review|Analysis|Template|Statistics|"
            r"Days|Index)\b",
            name,
        ):
            yield name


def _edges(name: str) -> Iterator[str]:
    """The first one to three words of a name, and its last, folded: where a place stands in it."""
    words = fold(name).removeprefix("nhs ").split()
    for length in (1, 2, 3):
        yield " ".join(words[:length])
    yield words[-1]
