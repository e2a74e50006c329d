"""The tables of a page: whose words stand in which cell, and how each is coloured."""

from bisect import bisect_right
from collections.abc import Sequence

from sysgraph.documents.pdf.lines import pieces
from sysgraph.documents.pdf.paragraphs import parts_of
from sysgraph.documents.pdf.records import Area, Box, Drawing, Fill, Glyph, Grid, Line, Rule
from sysgraph.documents.pdf.walls import Raster, rasters

_MIDDLE = 0.3  # of the size: how far above its baseline the middle of a letter is
_MOST_PADDING = 15.0
_WHITE = "FFFFFF"
_FEWEST_FILLED = 2
_SMALLEST_MARK = 12.0  # square points: a coloured dot in a cell

Letters = Sequence[Glyph]


def tables_of(
    drawing: Drawing, letters: Letters, turned: list[Line], page: int
) -> tuple[list[Grid], list[Glyph], list[Line]]:
    """The tables of a page, and the letters and turned lines that stand in none."""
    found = [raster for raster in rasters(drawing.across, drawing.down) if not _is_inside(raster, drawing)]
    left, others = list(letters), list(turned)
    tables: list[Grid] = []
    for soft in (False, True):
        if soft:
            found = _by_fills(drawing.fills, tables)
        for raster in _outermost(found):
            made = table_of(raster, drawing, left, others, page)
            if made is not None:
                grid, left, others = made
                tables.append(grid)
    return tables, left, others


def _is_inside(raster: Raster, drawing: Drawing) -> bool:
    """Whether a table is so small that it is a drawing in the words."""
    return raster.xs[-1] - raster.xs[0] < 40 or raster.ys[-1] - raster.ys[0] < 8


def _by_fills(fills: Sequence[Fill], tables: Sequence[Grid]) -> list[Raster]:
    """The tables that have no lines, but coloured cells side by side."""
    free = [
        fill.box
        for fill in fills
        if fill.straight and not any(table.box().holds(*_middle(fill.box), slack=2) for table in tables)
    ]
    across = [Rule(y, box.x0, box.x1) for box in free for y in (box.top, box.bottom)]
    down = [Rule(x, box.top, box.bottom) for box in free for x in (box.x0, box.x1)]
    return [raster for raster in rasters(across, down) if raster.sound and len(raster.ys) > 2]


def _outermost(found: list[Raster]) -> list[Raster]:
    """The tables, without those that lie in a cell of another."""
    boxes = [Box(raster.xs[0], raster.ys[0], raster.xs[-1], raster.ys[-1]) for raster in found]
    return [
        raster
        for raster, box in zip(found, boxes, strict=True)
        if not any(other.area > box.area and other.holds(*_middle(box)) for other in boxes)
    ]


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def table_of(
    raster: Raster, drawing: Drawing, letters: Letters, turned: Sequence[Line], page: int
) -> tuple[Grid, list[Glyph], list[Line]] | None:
    """The table, and the letters and turned lines that stand outside of it; None where it has next to no words."""
    grid = Grid(raster.xs, [page] * (len(raster.ys) - 1), raster.areas, raster.ys[0], raster.ys[-1], raster.sound)
    covers = grid.at()
    inside: dict[int, list[Glyph]] = {}
    sideways: dict[int, list[Line]] = {}
    left: list[Glyph] = []
    others: list[Line] = []
    for glyph in letters:
        area = _covering(raster, covers, (glyph.x0 + glyph.x1) / 2, glyph.base - _MIDDLE * glyph.style.size)
        if area is None:
            left.append(glyph)
        else:
            inside.setdefault(id(area), []).append(glyph)
    for line in turned:
        area = _covering(raster, covers, (line.x0 + line.x1) / 2, line.base)
        if area is None:
            others.append(line)
        else:
            sideways.setdefault(id(area), []).append(line)
    lines = {key: pieces(glyphs, page) for key, glyphs in inside.items()}
    if sum(bool(one) for one in lines.values()) + len(sideways) < _FEWEST_FILLED:
        return None
    padding = _padding(raster, lines)
    for area in raster.areas:
        limit = raster.xs[area.column + area.across] - padding[area.column]
        area.parts = parts_of(lines.get(id(area), []), limit) + [[line] for line in sideways.get(id(area), [])]
        area.fill = _fill(_box(raster, area), drawing.fills, empty=not area.parts)
    return grid, left, others


def _covering(raster: Raster, covers: dict[tuple[int, int], Area], x: float, y: float) -> Area | None:
    if not (raster.xs[0] <= x <= raster.xs[-1] and raster.ys[0] <= y <= raster.ys[-1]):
        return None
    row = min(bisect_right(raster.ys, y) - 1, len(raster.ys) - 2)
    column = min(bisect_right(raster.xs, x) - 1, len(raster.xs) - 2)
    return covers.get((row, column))


def _padding(raster: Raster, lines: dict[int, list[Line]]) -> list[float]:
    """How far from its edge the words of each column begin, and so how far before the other they end."""
    found = [_MOST_PADDING] * (len(raster.xs) - 1)
    for area in raster.areas:
        for line in lines.get(id(area), []):
            found[area.column] = min(found[area.column], max(0.0, line.x0 - raster.xs[area.column]))
    return found


def _box(raster: Raster, area: Area) -> Box:
    return Box(
        raster.xs[area.column],
        raster.ys[area.row],
        raster.xs[area.column + area.across],
        raster.ys[area.row + area.down],
    )


def _fill(cell: Box, fills: Sequence[Fill], *, empty: bool) -> str | None:
    """The colour of a cell: of what fills most of it, or of a mark in it where it has no words."""
    colour = None
    for fill in fills:
        box = fill.box
        shared = Box(max(cell.x0, box.x0), max(cell.top, box.top), min(cell.x1, box.x1), min(cell.bottom, box.bottom))
        inside = shared.area > 0.9 * box.area and box.area >= _SMALLEST_MARK
        if (fill.straight and shared.area > 0.5 * cell.area) or (empty and inside):
            colour = fill.colour
    return None if colour == _WHITE else colour


def colour_at(fills: Sequence[Fill], x: float, y: float, page: Box) -> str | None:
    """The colour behind a place of the page, white and that of the whole page aside."""
    colour = None
    for fill in fills:
        if fill.straight and fill.box.holds(x, y) and fill.box.area < 0.5 * page.area:
            colour = fill.colour
    return None if colour == _WHITE else colour
