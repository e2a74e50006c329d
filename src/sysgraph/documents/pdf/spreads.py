"""Tables that run over pages: `stitched(before, after)`.

Two tables are one where the second is the first thing on the next page and has the same columns. Its header, where it
repeats, is left out. Where a page has parted a row, the second part is added to the first: a cell that names the row is
blank in it and words go on, or no line is drawn where the page ends. What only may be the rest of a row is left a row.
"""

import re
from collections.abc import Sequence

from sysgraph.documents.pdf.records import Area, Grid, Line

_NEAR = 4.0
_FIRST_CELLS = 500
_LAST_CELLS = 3000
_MOST_HEADER = 3  # rows
_OPEN_WORDS = frozenset(
    {"of", "and", "for", "the", "to", "with", "in", "on", "by", "a", "an", "or", "from", "at", "as"}
)
_ENDS = (".", "!", "?", ":", ";")
_REFERENCE = re.compile(r"^[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?$")
_FILLED = 0.8
_SURE = 2


def stitched(before: Grid, after: Grid) -> bool:
    """Whether a table goes on with the one on the page before; if so its rows have been added to that."""
    if after.pages[0] != before.pages[-1] + 1 or not _fitted(before, after):
        return False
    header = _repeated(before, after)
    if header == after.rows:
        return True
    if header == 0 and _has_own_header(before, after):
        return False
    rest = _without_rows(after, header)
    row = before.rows
    end = _end(before)
    parted = _is_parted(end, rest)
    before.pages += rest.pages[1:] if parted else rest.pages
    above = end.at()
    shift = row - 1 if parted else row
    merging = _merging(end, rest)
    for area in rest.areas:
        upper = above.get((row - 1, area.column)) if area.row == 0 else None
        if upper is not None and _same_place(upper, area) and (parted or _reaches_over(upper, area, merging)):
            upper.down += area.down - (1 if parted else 0)
            upper.parts = _with(upper.parts, area.parts)
            upper.fill = upper.fill or area.fill
            continue
        area.row += shift
        before.areas.append(area)
    before.sound = before.sound and after.sound
    return True


def _end(grid: Grid) -> Grid:
    """The table with its last cells alone: a table may go on over a thousand pages."""
    return Grid(grid.columns, grid.pages, grid.areas[-_LAST_CELLS:], grid.top, grid.bottom)


def _fitted(before: Grid, after: Grid) -> bool:
    """Whether the columns are the same; where one table lacks lines that the other has, it is laid on the other's."""
    one, other = _offsets(before), _offsets(after)
    if abs(one[-1] - other[-1]) > 2 * _NEAR:
        return False
    fewer = before if len(one) <= len(other) else after
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    places = []
    for offset in few:
        near = min(range(len(many)), key=lambda index: abs(many[index] - offset))
        if abs(many[near] - offset) > _NEAR:
            return False
        places.append(near)
    if len(set(places)) < len(places) or (places[0], places[-1]) != (0, len(many) - 1):
        return False
    if len(few) < len(many):
        for area in fewer.areas:
            end = places[area.column + area.across]
            area.column = places[area.column]
            area.across = end - area.column
        fewer.columns = [fewer.columns[0] + offset for offset in many]
    return True


def _offsets(grid: Grid) -> list[float]:
    return [place - grid.columns[0] for place in grid.columns]


def _repeated(before: Grid, after: Grid) -> int:
    """How many rows at the head of a table repeat the head of the one before."""
    count = 0
    while count < min(_MOST_HEADER, before.rows, after.rows) and _words(before, count) == _words(after, count):
        count += 1
        if not any(_words(before, count - 1)):
            return 0
    # A cell that reaches from the header down into the rows would be cut.
    return count if all(area.row + area.down <= count for area in after.areas if area.row < count) else 0


def _words(grid: Grid, row: int) -> list[tuple[int, str]]:
    found = [(area.column, _text(area)) for area in grid.areas[:_FIRST_CELLS] if area.row == row]
    return [(column, re.sub(r"\W+", "", words).lower()) for column, words in found if words]


def _text(area: Area) -> str:
    return " ".join(line.whole for line in area.lines())


def _has_own_header(before: Grid, after: Grid) -> bool:
    """Whether a table begins with another header: a row that looks as the header of the one before does."""
    if not before.rows > 1:
        return False
    heads, others = _fills(before, 0), _fills(before, 1)
    own = _fills(after, 0)
    if heads and None not in heads and heads != others:
        return own == heads
    bold, below, here = _bold(before, 0), _bold(before, 1), _bold(after, 0)
    return bool(bold and here) and all(bold) and all(here) and len(here) > 1 and not all(below)


def _bold(grid: Grid, row: int) -> list[bool]:
    """For each filled cell of a row near the head of a table, whether it is bold."""
    cells = (area for area in grid.areas[:_FIRST_CELLS] if area.row == row and area.parts)
    return [all(line.bold for line in area.lines()) for area in cells]


def _fills(grid: Grid, row: int) -> set[str | None]:
    return {area.fill for area in grid.areas[:_FIRST_CELLS] if area.row == row}


def _without_rows(grid: Grid, count: int) -> Grid:
    areas = [area for area in grid.areas if area.row >= count]
    for area in areas:
        area.row -= count
    return Grid(grid.columns, grid.pages[count:], areas, grid.top, grid.bottom, grid.sound)


def _same_place(one: Area, other: Area) -> bool:
    return one.column == other.column and one.across == other.across


def _is_parted(before: Grid, after: Grid) -> bool:
    """Whether the first row of a table is the rest of the last one before."""
    above, below = before.at(), after.at()
    last = before.rows - 1
    pairs = [(above.get((last, column)), below.get((0, column))) for column in range(before.width)]
    if not all(one and other and _same_place(one, other) for one, other in pairs):
        return False
    known = [(one, other) for one, other in dict.fromkeys((id(a), id(b)) for a, b in pairs)]
    areas = {id(area): area for pair in pairs for area in pair if area}
    votes = 0
    for one, other in ((areas[a], areas[b]) for a, b in known):
        if _names_row(before, after, other):
            return False
        votes += _vote(one, other, filled=_filled(before, other.column))
    open_end = all(areas[a].open_below for a, _ in known) and all(areas[b].open_above for _, b in known)
    return votes >= (0 if open_end else _SURE)


def _names_row(before: Grid, after: Grid, area: Area) -> bool:
    """Whether a cell holds a reference, in a column of references."""
    if not _REFERENCE.match(_text(area)):
        return False
    others = [_text(one) for grid in (before, after) for one in grid.areas if one.column == area.column and one.parts]
    return 2 * sum(bool(_REFERENCE.match(words)) for words in others) >= len(others)


def _filled(grid: Grid, column: int) -> bool:
    """Whether nearly every cell of a column has words."""
    areas = [area for area in grid.areas if area.column == column]
    return sum(bool(area.parts) for area in areas) >= _FILLED * len(areas) and len(areas) > 2


def _vote(one: Area, other: Area, *, filled: bool) -> int:
    """How much two cells speak for being one: the second goes on where the first is open."""
    first, second = _text(one), _text(other)
    if not second:
        return 1 if first and filled else 0
    if second[0].islower() and first:
        return 2
    if first and (first.split()[-1].lower() in _OPEN_WORDS or first.endswith((",", "-", "–", "&", "/", "("))):
        return 2
    if not first:
        return -1
    return -1 if first.endswith(_ENDS) or filled else 0


def _merging(before: Grid, after: Grid) -> set[int]:
    """The columns that have merged cells, and no blank ones but where a page begins."""
    found = {area.column for grid in (before, after) for area in grid.areas if area.down > 1}
    blank = {
        area.column
        for grid, first in ((before, 0), (after, 1))
        for area in grid.areas
        if area.row >= first and not area.parts
    }
    return found - blank


def _reaches_over(upper: Area, area: Area, merging: set[int]) -> bool:
    """Whether a merged cell reaches over the end of the page."""
    if area.column not in merging or not upper.parts:
        return False
    return not area.parts or _goes_on(upper.parts[-1][-1], area.parts[0][0])


def _goes_on(last: Line, first: Line) -> bool:
    """Whether a line of a cell goes on in the next: it is open, and had no room for the next word."""
    if first.mark:
        return False
    if first.text[:1].islower() or last.text.endswith((",", "-", "–", "&")):
        return True
    if last.text.endswith(_ENDS):
        return False
    is_open = last.text.split()[-1].lower() in _OPEN_WORDS
    return is_open or (last.room is not None and last.room < first.first + 0.25 * last.size)


def _with(parts: list[list[Line]], more: Sequence[list[Line]]) -> list[list[Line]]:
    """The paragraphs of a cell with those of its rest."""
    if not parts or not more or not _goes_on(parts[-1][-1], more[0][0]):
        return [*parts, *more]
    return [*parts[:-1], [*parts[-1], *more[0]], *more[1:]]
