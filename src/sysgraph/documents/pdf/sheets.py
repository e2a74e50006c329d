"""One page of a PDF as it is read: its words outside of tables, its tables, and what could not be read."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import pypdfium2 as pdfium

from sysgraph.documents.pdf.drawing import read_drawing
from sysgraph.documents.pdf.frame import Frame, frame_of
from sysgraph.documents.pdf.glyphs import Letters, read_letters
from sysgraph.documents.pdf.lines import pieces
from sysgraph.documents.pdf.loose import loose_tables
from sysgraph.documents.pdf.paragraphs import with_marks
from sysgraph.documents.pdf.recognising import NotRecognisedError, recognised
from sysgraph.documents.pdf.records import Box, Drawing, Fill, Glyph, Line, Rule, Sheet
from sysgraph.documents.pdf.tables import tables_of
from sysgraph.documents.pdf.walls import merged

_STRUCK = (0.1, 0.45)  # how far above its baseline a line strikes a letter out, in sizes
_UNREADABLE = 0.3  # the share of letters without meaning from which a page is not readable
_FEWEST = 20
_STAMP = 300  # letters: as many may be stamped on a picture of a page
_COVERED = 0.85  # the share of its words that the tag tree must have of a page
_DOT = (0.15, 0.75)  # the size of a drawn bullet, in sizes
_NEAR_DOT = 3.5


@dataclass(frozen=True, slots=True)
class Tags:
    """The marked content of a page that the tag tree has: all of it, and that in its tables."""

    known: frozenset[int] = frozenset()
    in_tables: bool = False


def read_sheet(page: pdfium.PdfPage, number: int, label: str | None, tags: Tags, *, ocr: bool = False) -> Sheet:
    """The page as it is read: its words by marked content where the tag tree has nearly all of them.

    `ocr` asks for the words of pictures.
    """
    letters, frame = read_letters(page, frame_of(page))
    drawing = read_drawing(page, frame)
    sheet = Sheet(number, frame.width, frame.height, label, pictures=drawing.pictures, fills=drawing.fills)
    sheet.dense = not drawing.whole
    sheet.shapes = sum(not fill.straight for fill in drawing.fills)
    sheet.letters = letters.known
    upright = letters.by_turn.get(0, [])
    whole = letters.known + letters.unknown
    if whole >= _FEWEST and letters.unknown > _UNREADABLE * whole:
        sheet.unreadable = True
        upright, letters = [], Letters()
    if ocr and (sheet.unreadable or (sheet.is_picture() and sheet.letters < _STAMP)):
        _recognise(page, frame, sheet, upright)
        return sheet
    sheet.hidden = bool(upright) and sum(glyph.style.hidden for glyph in upright) > 0.5 * len(upright)
    upright, sheet.struck = _without_struck(upright, drawing)
    turned = list(_turned(letters, sheet))
    covered = _is_covered(upright, tags)
    if not (covered and tags.in_tables):
        _look(sheet, drawing, upright, turned)
    if covered and (tags.in_tables or not sheet.tables):
        by_tag, others = _by_tag(upright, tags)
        sheet.tagged = {tag: _in_columns(glyphs, number) for tag, glyphs in by_tag.items()}
        sheet.lines, sheet.walls, sheet.unclear = pieces(others, number), merged(drawing.down), 0
    return sheet


def _look(sheet: Sheet, drawing: Drawing, upright: Sequence[Glyph], turned: list[Line]) -> None:
    """Nothing; the page gains its tables and lines by how they look."""
    letters, others = list(upright), turned
    if drawing.whole:
        sheet.tables, letters, others = tables_of(drawing, upright, turned, sheet.number)
    lines = pieces(letters, sheet.number)
    found = loose_tables(letters, lines, drawing, sheet.tables)
    if found.tables:
        sheet.tables += found.tables
        lines = pieces(found.letters, sheet.number)
    sheet.unclear = found.unclear
    sheet.lines = [*with_marks(_with_dots(lines, drawing.fills)), *others]


def _recognise(page: pdfium.PdfPage, frame: Frame, sheet: Sheet, stamp: Sequence[Glyph]) -> None:
    """Nothing; the page gains the words of its picture beside those that are stamped on it, or why it could not."""
    stamped = pieces(stamp, sheet.number)
    try:
        seen = recognised(page, frame)
    except NotRecognisedError as error:
        sheet.gave_up, sheet.lines = str(error), stamped
        return
    sheet.recognised = True
    sheet.width, sheet.height, sheet.pictures, sheet.fills = seen.frame.width, seen.frame.height, [], []
    own = [
        glyph
        for glyph in seen.glyphs
        if not any(line.x0 - 2 < glyph.x0 < line.x1 + 2 and line.top < glyph.base - 2 < line.bottom for line in stamped)
    ]
    sheet.tables, others, _ = tables_of(seen.drawing, own, [], sheet.number)
    sheet.lines = [*pieces(others, sheet.number), *stamped]


def _is_covered(letters: Sequence[Glyph], tags: Tags) -> bool:
    """Whether the tag tree has nearly all words of a page, furniture aside."""
    own = [glyph for glyph in letters if not glyph.style.artifact and glyph.char != " "]
    return bool(own) and sum(glyph.style.tag in tags.known for glyph in own) >= _COVERED * len(own)


def _by_tag(letters: Iterable[Glyph], tags: Tags) -> tuple[dict[int, list[Glyph]], list[Glyph]]:
    """The letters of each piece of marked content, and those that the tree does not have."""
    found: dict[int, list[Glyph]] = {}
    others: list[Glyph] = []
    for glyph in letters:
        if glyph.style.tag in tags.known and not glyph.style.artifact:
            found.setdefault(glyph.style.tag, []).append(glyph)
        else:
            others.append(glyph)
    return found, others


def _without_struck(letters: Sequence[Glyph], drawing: Drawing) -> tuple[list[Glyph], list[str]]:
    """The letters that no line strikes out, and the words that one does."""
    rules = sorted(drawing.across, key=lambda rule: rule.at)
    levels = [rule.at for rule in rules]
    if not rules:
        return list(letters), []
    kept: list[Glyph] = []
    struck: list[str] = []
    for is_struck, group in groupby(letters, lambda glyph: _is_struck(glyph, rules, levels)):
        glyphs = list(group)
        words = "".join(glyph.char for glyph in glyphs).strip()
        if is_struck and sum(letter.isalnum() for letter in words) > 1:
            struck.append(words)
        else:
            kept += glyphs
    return kept, struck


def _is_struck(glyph: Glyph, rules: Sequence[Rule], levels: Sequence[float]) -> bool:
    size, middle = glyph.style.size, (glyph.x0 + glyph.x1) / 2
    index = bisect_left(levels, glyph.base - _STRUCK[1] * size)
    while index < len(rules) and rules[index].at < glyph.base - _STRUCK[0] * size:
        if rules[index].start <= middle <= rules[index].end:
            return True
        index += 1
    return False


def _turned(letters: Letters, sheet: Sheet) -> Iterator[Line]:
    """The lines that run up or down the page, or stand on their head: placed by their middle."""
    for turn in (1, 2, 3):
        for line in pieces(letters.by_turn.get(turn, []), sheet.number):
            box = _upright(line, turn, sheet)
            line.x0, line.x1, line.base = box.x0, box.x1, (box.top + box.bottom) / 2
            line.first = line.x1 - line.x0
            line.body = line.x0
            yield line


def _upright(line: Line, turn: int, sheet: Sheet) -> Box:
    """Where on the page a line lies that was read in a page turned clockwise by so many quarters."""
    x0, x1, top, bottom = line.x0, line.x1, line.top, line.bottom
    if turn == 1:
        return Box(top, sheet.height - x1, bottom, sheet.height - x0)
    if turn == 2:
        return Box(sheet.width - x1, sheet.height - bottom, sheet.width - x0, sheet.height - top)
    return Box(sheet.width - bottom, x0, sheet.width - top, x1)


def _in_columns(letters: Sequence[Glyph], page: int) -> list[Line]:
    """The lines of one piece of marked content, which may go on at the top of the next column."""
    lines: list[Line] = []
    begin = 0
    for index, (before, after) in enumerate(pairwise(letters), start=1):
        if before.base - after.base > 1.5 * max(before.style.size, after.style.size):
            lines += pieces(letters[begin:index], page)
            begin = index
    return [*lines, *pieces(letters[begin:], page)]


def _with_dots(lines: list[Line], fills: Iterable[Fill]) -> list[Line]:
    """The lines, a bullet before those beside which one is drawn."""
    dots = [fill.box for fill in fills if fill.box.x1 - fill.box.x0 < 9 and fill.box.bottom - fill.box.top < 9]
    for box in dots:
        size = max(box.x1 - box.x0, box.bottom - box.top)
        middle = (box.top + box.bottom) / 2
        for line in lines:
            fits = _DOT[0] * line.size <= size <= _DOT[1] * line.size
            beside = 0 < line.x0 - box.x1 < _NEAR_DOT * line.size
            if fits and beside and line.base - 0.7 * line.size < middle < line.base and not line.mark:
                line.mark, line.body, line.x0 = "•", line.x0, box.x0
                break
    return lines
