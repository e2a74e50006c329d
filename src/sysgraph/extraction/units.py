"""The units of a cell that names people: persons, posts, bodies, and what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sysgraph.extraction.lexicon import COLLECTIVE, POST_HEADS, POST_WORDS, SEATS, TO_BE_CONFIRMED
from sysgraph.extraction.mentions import Found, Names
from sysgraph.extraction.posts import Word, department_at, person_at, post_at, read_words
from sysgraph.extraction.references import Circles, references
from sysgraph.model import Mention

_BODIES = frozenset({"Organisation", "Partnership", "Board", "Service"})


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
    found = [f for f in names.find(text) if f.mention.kind in _BODIES and not _is_part_of_post(text, f)]
    spans = [(f.start, f.end, _answerable(f.mention)) for f in found]
    spans += [(m.start(), m.end(), Mention("Organisation", m[0], category="vcse")) for m in SEATS.finditer(text)]
    spans += [(r.start, r.end, r.mention) for r in references(text, circles)]
    taken: list[Unit] = []
    for start, end, mention in spans:
        if all(end <= unit.start or unit.end <= start for unit in taken):
            taken.append(Unit("B", start, end, text[start:end], mention))
    return sorted(taken, key=lambda unit: unit.start)


def _is_part_of_post(text: str, found: Found) -> bool:
    """Whether a name only stands in the title of a post: "Repairs Team Leader", "Director of Adult Services"."""
    if found.mention.kind == "Organisation":
        return False
    following = re.match(r" ([A-Z][A-Za-z-]+)", text[found.end :])
    begins = following is not None and following[1].lower() in POST_HEADS
    return begins or (found.mention.kind == "Service" and bool(re.search(r"\b(?:of|for)\s+$", text[: found.start])))


def _answerable(mention: Mention) -> Mention:
    """A service or team as the part of an organisation that can own something."""
    if mention.kind != "Service":
        return mention
    return Mention("Organisation", mention.name, mention.within, mention.written, "department")


def _gap(text: str, span: tuple[int, int], names: Names) -> Iterator[Unit]:
    """The units between two bodies."""
    start, end = span
    stripped = text[start:end].strip(" ,/;:&-–\n()")
    for symbol, pattern in (("X", TO_BE_CONFIRMED), ("C", COLLECTIVE)):
        if stripped and pattern.match(stripped):
            at = text.index(stripped, start)
            yield from _marks(text, start, at)
            yield Unit(symbol, at, at + len(stripped), stripped)
            yield from _marks(text, at + len(stripped), end)
            return
    words = read_words(text, start, end, names.proper)
    index = 0
    while index < len(words):
        symbol, length = _unit(words, index)
        first, last = words[index], words[index + length - 1]
        yield Unit(symbol, first.start, last.end, text[first.start : last.end])
        index += length


def _marks(text: str, start: int, end: int) -> Iterator[Unit]:
    for word in read_words(text, start, end):
        yield Unit(word.mark or "U", word.start, word.end, word.text)


def _unit(words: list[Word], index: int) -> tuple[str, int]:
    """The unit that begins at a word: (symbol, how many words)."""
    word = words[index]
    if word.mark:
        return word.mark, 1
    if length := person_at(words, index):
        return "P", length
    if length := post_at(words, index):
        return "T", length
    if TO_BE_CONFIRMED.match(word.text):
        return "X", 1
    if re.fullmatch(r"[A-Z][A-Z&]{1,5}|[A-Z]{2,3}[a-z]", word.text) and word.key not in POST_WORDS:
        return "I", 1  # initials, or an abbreviation that nobody explains
    if length := department_at(words, index):
        return "D", length
    return ("," if word.key in {"of", "the", "for", "in", "at", "from", "by"} else "U"), 1
