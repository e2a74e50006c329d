"""The units of a cell that names people: persons, posts, bodies, and what stands between them.

A post runs from its first word ("Assistant") over its head ("Director") to the end of what it is for ("of Commissioning
and Partnerships"), and stops where a body, a person or another post begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sysgraph.extraction.lexicon import (
    COLLECTIVE,
    COMBINED,
    GIVEN_NAMES,
    POST_HEADS,
    POST_SHORT,
    POST_WORDS,
    SEATS,
    TITLES,
    TO_BE_CONFIRMED,
)
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.references import Circles, references
from sysgraph.model import Mention

_HEADS = "|".join(sorted(POST_HEADS, key=len, reverse=True))
_WORD = re.compile(rf"(?i:{_HEADS})(?=-\w)|[A-Za-z0-9£][\w&'’]*(?:\.(?=\s|$))?(?:-\w+)*|\n|[^\w\s]")
_BODIES = frozenset({"Organisation", "Partnership", "Board", "Service"})
_LONGEST_FRONT = 5
_ALSO_FRONTS = frozenset(
    {"principal", "lead", "nurse", "specialist", "partner", "member", "elected"}
)  # "Principal Social Worker"
_MARKS = {"–": "-", "—": "-", "•": ";", "&": "&", "and": "&", "|": ";", "+": "&"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a cell. `symbol`: P person, T post, B body, C collective, X to be confirmed, U not understood, or the
    mark that parts units (`,` `-` `/` `&` `;` `(` `)` `:` or a newline).
    """

    symbol: str
    start: int
    end: int
    text: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    of_body: bool = False  # whether it is a word of the name of a body that the document knows, a place's most of all

    @property
    def key(self) -> str:
        return self.text.lower().replace("’", "'").rstrip(".")

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def mark(self) -> str | None:
        """The mark that this word is, or stands for, else None."""
        return _MARKS.get(self.text, None if self.text[0].isalnum() or self.text[0] == "£" else self.text)

    @property
    def postlike(self) -> bool:
        return self.key in POST_WORDS or self.head

    @property
    def head(self) -> bool:
        return self.key in POST_HEADS or (self.text.isupper() and self.key in POST_SHORT)

    @property
    def namelike(self) -> bool:
        return (
            self.capital
            and self.text.replace("-", "").replace("'", "").replace("’", "").isalpha()
            and not self.text.isupper()
        )


def units(text: str, names: Names, circles: Circles) -> list[Unit]:
    """The units of a cell's text, in order; white space aside they cover all of it."""
    found: list[Unit] = []
    at = 0
    for body in [*_bodies(text, names, circles), Unit("end", len(text), len(text), "")]:
        found += _gap(text, (at, body.start), names)
        if body.symbol != "end":
            found.append(body)
        at = body.end
    return found


def _bodies(text: str, names: Names, circles: Circles) -> list[Unit]:
    """The bodies named in a text, the surest first where two overlap."""
    found = [f for f in names.find(text) if f.mention.kind in _BODIES and not _is_front_of_post(text, f.end, f.mention)]
    spans = [(f.start, f.end, _answerable(f.mention)) for f in found]
    spans += [(m.start(), m.end(), Mention("Organisation", m[0], category="vcse")) for m in SEATS.finditer(text)]
    spans += [(r.start, r.end, r.mention) for r in references(text, circles)]
    taken: list[Unit] = []
    for start, end, mention in spans:
        if all(end <= unit.start or unit.end <= start for unit in taken):
            taken.append(Unit("B", start, end, text[start:end], mention))
    return sorted(taken, key=lambda unit: unit.start)


def _is_front_of_post(text: str, end: int, mention: Mention) -> bool:
    """Whether a name only begins the title of a post: "Repairs Team" in "Repairs Team Leader"."""
    following = re.match(r" ([A-Za-z-]+)", text[end:])
    return bool(
        following
        and mention.kind != "Organisation"
        and following[1][0].isupper()
        and following[1].lower() in POST_HEADS
    )


def _answerable(mention: Mention) -> Mention:
    """A service or team as the part of an organisation that can own something."""
    if mention.kind != "Service":
        return mention
    return Mention("Organisation", mention.name, mention.within, mention.written, "department")


def _gap(text: str, span: tuple[int, int], names: Names) -> Iterator[Unit]:
    """The units between two bodies."""
    start, end = span
    stripped = text[start:end].strip(" ,/;&-–\n()")
    for symbol, pattern in (("X", TO_BE_CONFIRMED), ("C", COLLECTIVE)):
        if stripped and pattern.match(stripped):
            at = text.index(stripped, start)
            yield from _marks(text, start, at)
            yield Unit(symbol, at, at + len(stripped), stripped)
            yield from _marks(text, at + len(stripped), end)
            return
    matches = _WORD.finditer(text, start, end)
    words = [_Word(m[0], m.start(), m.end(), m[0].lower() in names.proper) for m in matches]
    index = 0
    while index < len(words):
        symbol, length = _unit(words, index)
        first, last = words[index], words[index + length - 1]
        yield Unit(symbol, first.start, last.end, text[first.start : last.end])
        index += length


def _marks(text: str, start: int, end: int) -> Iterator[Unit]:
    for match in _WORD.finditer(text[start:end]):
        word = _Word(match[0], start + match.start(), start + match.end())
        yield Unit(word.mark or "U", word.start, word.end, word.text)


def _unit(words: list[_Word], index: int) -> tuple[str, int]:
    """The unit that begins at a word: (symbol, how many words)."""
    word = words[index]
    if word.mark:
        return word.mark, 1
    if length := _person(words, index):
        return "P", length
    if length := _post(words, index):
        return "T", length
    if re.fullmatch(r"[A-Z][A-Z&]{1,5}|[A-Z]{2,3}[a-z]", word.text):
        return "I", 1  # initials, or an abbreviation that nobody explains
    if length := _department(words, index):
        return "D", length
    return ("," if word.key in {"of", "the", "for", "in", "at", "from", "by"} else "U"), 1


def _person(words: list[_Word], index: int) -> int:
    """How many words from here are a person's name, or 0."""
    length = 0
    titled = words[index].key in TITLES
    while index + length < len(words) and words[index + length].key in TITLES:
        length += 1
    rest = words[index + length : index + length + 3]
    if not rest or not rest[0].capital or rest[0].mark:
        return 0
    if not titled and rest[0].key not in GIVEN_NAMES and _unknown_before_head(words, index):
        return 0
    if len(rest) > 1 and len(rest[0].text.rstrip(".")) == 1 and rest[0].text != "A" and rest[1].namelike:
        return length + 2
    given = rest[0].key in GIVEN_NAMES
    if rest[0].of_body and not given and not titled:
        return 0
    count = 0
    for place, word in enumerate(rest):
        unknown = word.namelike and not word.postlike
        if not (unknown or (given and place == 1 and word.namelike and not word.head)):
            break
        if place == 2 and word.key in GIVEN_NAMES:
            break
        count += 1
    return length + count if count >= 2 or (titled and count == 1) else 0


def _unknown_before_head(words: list[_Word], index: int) -> int:
    """How many words stand here before the head of a post that they belong to ("Repairs Team Leader"), or 0."""
    at = index
    while at < len(words) and at - index < _LONGEST_FRONT:
        if at > index and words[at].head:
            return at - index
        joins = at > index and (words[at].key in {"for", "of", "and"} or words[at].mark == "&")
        if not joins and (words[at].mark or not words[at].capital or words[at].key in TITLES):
            return 0
        at += 1
    return 0


def _post(words: list[_Word], index: int) -> int:
    """How many words from here are the title of a post, or 0."""
    if not words[index].capital:
        return 0
    front = 0 if words[index].postlike else _unknown_before_head(words, index)
    if not words[index].postlike and not front:
        return 0
    at = index + front
    end = index
    headed = False
    while at < len(words):
        step = _post_step(words, index, at, headed=headed)
        if step == 0:
            break
        headed = headed or _is_head(words, at)
        at += step
        if not words[at - 1].mark:
            end = at
    if not headed and (front := _unknown_before_head(words, index)):
        return front + 1
    return end - index if headed else 0


def _is_head(words: list[_Word], at: int) -> bool:
    """Whether a word is the head of a post: "Executive" is where "Chief" stands before it."""
    if words[at].key in _ALSO_FRONTS and at + 1 < len(words) and words[at + 1].postlike and _begins_post(words, at + 1):
        return False
    chief = words[at].key == "executive" and at > 0 and words[at - 1].key == "chief"
    return words[at].head or chief


def _post_step(words: list[_Word], first: int, at: int, *, headed: bool) -> int:
    """How many words from here go on with a post that began at `first`; 0 where it has ended."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.mark in {"&", ",", "-"} or word.key in {"of", "for", "to", "in", "the", "on", "with"}:
        joins = (
            following is not None
            and not following.mark
            and (following.capital or following.key in POST_WORDS | {"the"})
        )
        if not headed and word.mark in {",", "-"}:
            joins = False
        return int(joins and following is not None and _function_goes_on(words, at))
    if word.mark:
        return 0
    if word.postlike:
        adjacent = headed and not words[at - 1].mark and words[at - 1].key not in {"of", "for", "the", "to", "in"}
        return 0 if adjacent and at > first and _begins_post(words, at) and not _is_head(words, at) else 1
    before = words[at - 1]
    after_joint = before.mark in {"&", ",", "-"} or before.key in {"of", "for", "the", "to", "in"}
    if not word.capital or not headed:
        return 0
    last = following is None or bool(following.mark)
    if last and before.key in POST_WORDS and any(one.key in {"of", "for"} for one in words[first:at]) and word.namelike:
        return 1  # "Head of Housing Options"
    if word.text.isupper() and before.text.isupper() and before.head:
        return 1  # "HOD NOAP": the initials of what an abbreviated post is for
    return int(after_joint or (following is not None and following.key in POST_WORDS and word.namelike))


def _function_goes_on(words: list[_Word], at: int) -> bool:
    """Whether what a post is for goes on after "of", "and", a comma or a dash."""
    mark, after = words[at].mark, at + 1
    if words[after].key == "the":
        return False
    if mark is None:
        return True
    if _begins_post(words, after):
        phrase = " ".join(word.key for word in words[after : after + 4])
        return mark == "&" and phrase.startswith(COMBINED)
    if mark in {",", "-"}:
        known = words[after].key in POST_WORDS
        place = after + 1 < len(words) and words[after].namelike and words[after + 1].key in POST_WORDS
        return (known or (mark == "-" and place)) and not _person(words, after)
    return not (words[after].key in GIVEN_NAMES and _person(words, after))


def _begins_post(words: list[_Word], at: int) -> bool:
    """Whether the words from here reach the head of a post before anything parts them."""
    while at < len(words) and words[at].postlike:
        if _is_head(words, at):
            return True
        at += 1
    return False


def _department(words: list[_Word], index: int) -> int:
    """How many words from here name a department by what it is for ("Adult Social Care"), or 0."""
    at = index
    local = words[index].of_body
    while at < len(words) and (
        words[at].postlike
        or words[at].of_body
        or (at > index and (words[at].mark == "&" or (local and words[at].namelike)))
    ):
        at += 1
    while at > index and words[at - 1].mark:
        at -= 1
    return at - index if at > index and words[index].capital else 0
