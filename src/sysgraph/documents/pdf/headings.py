"""Which paragraphs are headings: by the size and weight of their letters, against those of the body."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sysgraph.documents.pdf.records import Item, Line, Text

_LARGER = 1.12
_MUCH_LARGER = 1.3
_LONGEST = 220  # characters
_MOST_LINES = 4
_MOST_WORDS = 24
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|(?: \.){4,})\s*\w{1,5}$")
_SENTENCE_END = (".", ";", ",")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of a paragraph look: what makes headings of one level alike."""

    size: float
    bold: bool
    capitals: bool = False

    @property
    def rank(self) -> tuple[float, bool, bool]:
        """The larger the higher, bold before others, capitals before others."""
        return (self.size, self.bold, self.capitals)


def look(lines: Sequence[Line]) -> Look:
    """How a paragraph looks."""
    size = max(round(2 * line.size) / 2 for line in lines)
    words = "".join(line.text for line in lines)
    return Look(size, all(line.bold for line in lines), words.isupper() and sum(map(str.isalpha, words)) > 3)


def tell_headings(items: Iterable[Item], body: tuple[float, bool], *, only_large: bool = False) -> None:
    """Nothing; paragraphs that look like headings become such, their levels by their looks in the whole document.

    `only_large` says that the file names its headings, so that only what is much larger than the body is one besides.
    """
    texts = [item for item in items if isinstance(item, Text)]
    found = [item for item in texts if _is_heading(item, body)]
    if only_large:
        found = [item for item in found if look(item.lines).size >= _MUCH_LARGER * body[0]]
    looks = sorted({look(item.lines).rank for item in found}, reverse=True)
    for item in found:
        item.form = "heading"
        item.level = min(looks.index(look(item.lines).rank) + 1, _DEEPEST)


def _is_heading(item: Text, body: tuple[float, bool]) -> bool:
    """Whether a paragraph is a heading: short, larger than the body or, where that is not, bold."""
    if item.form == "heading" or item.note or not item.lines:
        return False
    words = " ".join(line.whole for line in item.lines)
    if len(words) > _LONGEST or len(item.lines) > _MOST_LINES or len(words.split()) > _MOST_WORDS:
        return False
    if not any(map(str.isalpha, words)) or _CONTENTS.search(words):
        return False
    how = look(item.lines)
    size, is_bold = body
    if how.size >= _MUCH_LARGER * size and not (item.form == "bullet" and not item.lines[0].mark[:1].isalnum()):
        return not words.endswith(_SENTENCE_END)
    bold = how.bold and not is_bold
    larger = how.size >= _LARGER * size
    if item.form == "bullet" and not (item.lines[0].mark[:1].isalnum() and (bold or larger)):
        return False
    return (bold or larger) and not words.endswith((*_SENTENCE_END, ":")) and len(item.lines) <= 3
