"""The paragraphs of a slide's text: their words without what is struck out, and whether a mark stands before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from sysgraph.documents.wording import sentences, tidy, without_mark

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MARKS = {f"{A}buChar": "mark", f"{A}buBlip": "mark", f"{A}buAutoNum": "number", f"{A}buNone": ""}
_STRUCK = ("sngStrike", "dblStrike")
_FURNITURE = ("slidenum", "datetime")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its words, the depth of its mark (0 for none), and its number where it is numbered."""

    text: str
    depth: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """Where a paragraph's mark is looked for when it does not say itself: from the nearest place to the farthest."""

    levels: Sequence[etree._Element] = ()

    def mark(self, depth: int) -> str:
        """What stands before paragraphs of this depth from 0: "mark", "number", or "" for nothing."""
        for place in self.levels:
            found = place.find(f"{A}lvl{depth + 1}pPr")
            said = None if found is None else _mark(found)
            if said is not None:
                return said
        return ""


def lines_of(body: etree._Element, styles: Styles | None = None) -> list[Line]:
    """The paragraphs of a text body that have words."""
    styles = styles or Styles()
    own = body.find(f"{A}lstStyle")
    if own is not None:
        styles = Styles((own, *styles.levels))
    found: list[Line] = []
    counts: dict[int, int] = {}
    for paragraph in body.iterfind(f"{A}p"):
        text = tidy(words_of(paragraph))
        if not text:
            continue
        about = paragraph.find(f"{A}pPr")
        depth = _depth(about)
        said = _mark(about) if about is not None else None
        mark = styles.mark(depth) if said is None else said
        counts = {level: count for level, count in counts.items() if level <= depth}
        counts[depth] = counts.get(depth, 0) + 1 if mark == "number" else 0
        found += _lines(text, depth + 1 if mark else 0, _number(about, counts[depth]))
    return found


def _lines(text: str, depth: int, number: str) -> Iterator[Line]:
    first, *others = sentences(text)
    bare = None if depth else without_mark(first)
    yield Line(first, depth, number) if bare is None else Line(bare, 1)
    for line in others:
        yield Line(line)


def words_of(paragraph: etree._Element) -> str:
    """The words of a paragraph as they are shown, a newline for a forced break."""
    parts = []
    for child in paragraph.iter(f"{A}r", f"{A}br", f"{A}fld"):
        about = child.find(f"{A}rPr")
        if about is not None and about.get("strike") in _STRUCK:
            continue
        if child.tag == f"{A}br":
            parts.append("\n")
        elif not child.get("type", "").startswith(_FURNITURE):
            parts.append((child.findtext(f"{A}t") or "").replace("\v", "\n").replace("_x000B_", "\n"))
    return "".join(parts)


def struck_words(body: etree._Element) -> int:
    """How many words of a text are struck out."""
    found = body.iterfind(f".//{A}r")
    return sum(
        len((run.findtext(f"{A}t") or "").split())
        for run in found
        if (about := run.find(f"{A}rPr")) is not None and about.get("strike") in _STRUCK
    )


def _mark(about: etree._Element) -> str | None:
    """What a paragraph's properties say of its mark; None where they say nothing."""
    return next((_MARKS[str(child.tag)] for child in about if child.tag in _MARKS), None)


def _depth(about: etree._Element | None) -> int:
    level = "0" if about is None else about.get("lvl", "0")
    return min(int(level), 8) if level.isascii() and level.isdigit() and len(level) < 3 else 0


def _number(about: etree._Element | None, count: int) -> str:
    """The number of a paragraph as the slide shows it, near enough; "" where it has none."""
    auto = None if about is None else about.find(f"{A}buAutoNum")
    if auto is None or not count:
        return ""
    start = auto.get("startAt", "1")
    count += int(start) - 1 if start.isascii() and start.isdigit() and len(start) < 6 else 0
    if auto.get("type", "").startswith("alpha") and count <= _LETTERS:
        letter = chr(ord("a") + count - 1)
        return f"{letter.upper() if 'Uc' in auto.get('type', '') else letter}."
    return f"{count}."
