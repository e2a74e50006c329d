"""The blocks of one page in reading order: paragraphs and bullets with the tables among them."""

import re
from collections.abc import Sequence

from sysgraph.documents.pdf.columns import Flow, Piece, flows
from sysgraph.documents.pdf.paragraphs import joined_pieces, paragraphs
from sysgraph.documents.pdf.records import Grid, Item, Line, Sheet, Text

_NOTE = re.compile(r"^(?:\d{1,3}|[*†‡§])\s*\S")
_NOTE_EDGE = 0.55  # of the page's height: footnotes stand below
_SMALLER = 0.93


def items_of(sheet: Sheet, right: float, body: float) -> list[list[Item]]:
    """The blocks of each column or band of a page, the footnotes as the last.

    `right` is how far words usually reach on such pages, `body` the usual size of letters.
    """
    notes, lines = _notes(sheet, body)
    pieces: list[Piece] = [*lines, *sheet.tables]
    found = flows(pieces)
    columns = [_items(flow, sheet, right if len(found) == 1 else 0.0) for flow in found]
    return [*columns, [Text("paragraph", note, note=True) for note in notes]]


def _notes(sheet: Sheet, body: float) -> tuple[list[list[Line]], list[Line]]:
    """The footnotes at the foot of a page, and the other lines."""
    lines = joined_pieces(sheet.lines) if _may_have_notes(sheet, body) else []
    notes: list[list[Line]] = []
    for line in reversed(lines):
        if line.size > _SMALLER * body or line.base < _NOTE_EDGE * sheet.height:
            break
        if notes and not _NOTE.match(notes[0][0].whole):
            notes[0].insert(0, line)
        else:
            notes.insert(0, [line])
    if not notes or not _NOTE.match(notes[0][0].whole):
        return [], sheet.lines
    places = {round(line.base) for note in notes for line in note}
    return notes, [line for line in sheet.lines if not any(abs(line.base - place) < 3 for place in places)]


def _may_have_notes(sheet: Sheet, body: float) -> bool:
    lowest = max(sheet.lines, key=lambda line: line.base, default=None)
    return lowest is not None and lowest.size <= _SMALLER * body and not sheet.tables


def _items(flow: Flow, sheet: Sheet, right: float) -> list[Item]:
    items: list[Item] = []
    run: list[Line] = []
    for piece in flow.pieces:
        if isinstance(piece, Grid):
            items += _texts(run, flow, sheet, right)
            items.append(piece)
            run = []
        else:
            run.append(piece)
    return [*items, *_texts(run, flow, sheet, right)]


def _texts(run: Sequence[Line], flow: Flow, sheet: Sheet, right: float) -> list[Text]:
    """The paragraphs and bullets of lines that stand in one column without a table between them."""
    lines = joined_pieces(run)

    def margin(line: Line) -> float:
        beside = [box.x0 - 4 for box in sheet.pictures if box.x0 > line.x1 - 2 and box.top < line.base < box.bottom]
        return min([max(flow.right, right), *beside])

    found: list[Text] = []
    for part in paragraphs(lines, margin):
        first = part[0]
        text = Text("bullet" if first.mark else "paragraph", part, level=1 if first.mark else 0)
        text.margin = margin(part[-1])
        found.append(text)
    _deepen(found)
    return found


def _deepen(texts: Sequence[Text]) -> None:
    """Nothing; bullets that are set in below others go deeper."""
    places: list[float] = []
    for text in texts:
        if text.form != "bullet":
            if not places or text.lines[0].x0 < places[0] + 3:
                places = []
            continue
        place = text.lines[0].x0
        while places and place < places[-1] - 3:
            places.pop()
        if not places or place > places[-1] + 3:
            places.append(place)
        text.level = len(places)


def width_of(sheet: Sheet) -> tuple[int, int]:
    """What pages that are laid out alike share: their size."""
    return round(sheet.width), round(sheet.height)


def right_margins(sheets: Sequence[Sheet]) -> dict[tuple[int, int], float]:
    """How far to the right words usually reach, for each size of page."""
    reached: dict[tuple[int, int], list[float]] = {}
    for sheet in sheets:
        reached.setdefault(width_of(sheet), []).extend(line.x1 for line in sheet.lines)
    return {size: sorted(ends)[int(0.97 * (len(ends) - 1))] for size, ends in reached.items() if len(ends) >= 12}
