"""Tables of a tag tree, with the spans that it gives; colours come from what is drawn behind the cells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median

from sysgraph.documents.pdf.paragraphs import Margin, marked, paragraphs
from sysgraph.documents.pdf.records import Area, Box, Grid, Line, Sheet
from sysgraph.documents.pdf.tables import colour_at
from sysgraph.documents.pdf.tagtree import Element

_ROW_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_CELLS = frozenset({"TD", "TH"})
_BLOCKS = frozenset({"P", "LI", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "Div", "Caption", "Note"})
_MOST_COLUMNS = 400
_MIDDLE = 0.3
_NEAR = 3.0  # points: upright lines closer than this are one
_MOST_PADDING = 15.0

Lines = Callable[[Element], list[Line]]


class TableReader:
    """Reads one table of the tree."""

    def __init__(self, sheets: Mapping[int, Sheet], lines: Lines) -> None:
        self._sheets = sheets
        self._lines = lines
        self._loose: set[int] = set()  # the cells whose paragraphs the tree does not tell

    def read(self, table: Element) -> tuple[list[Element], Grid | None]:
        """What the table holds besides rows (its caption), and the table, None where it has no words."""
        captions: list[Element] = []
        rows = list(_rows(table, captions))
        areas, width = self._placed(rows)
        if not any(area.parts for area in areas) or width < 1:
            return captions, None
        grid = Grid([], [0] * len(rows), areas, 0.0, 0.0)
        self._split(areas)
        self._room(areas)
        grid.columns = _columns(areas, width)
        self._set_pages(grid)
        self._colour(grid)
        _without_repeated_heads(grid)
        return captions, grid

    def _placed(self, rows: list[list[Element]]) -> tuple[list[Area], int]:
        """The cells where their spans put them, and how many columns there are.

        Some programs leave empty cells out of the tree: where rows lack cells, theirs go where their words stand.
        """
        made = [[self._area(row, len(rows), cell) for cell in cells] for row, cells in enumerate(rows)]
        areas, ends = _laid(made)
        width = max(ends, default=0)
        places = _places(areas)
        if len(set(ends)) > 1 or len(places) > width:
            areas, width = self._by_walls(made) or (_by_place(made, places), max(len(places), 1))
        width = min(width, _MOST_COLUMNS)
        taken = Grid([0.0] * (width + 1), [0] * len(rows), areas, 0.0, 0.0).at()
        blank = [Area(r, c) for r in range(len(rows)) for c in range(width) if (r, c) not in taken]
        return sorted([*areas, *blank], key=lambda area: (area.row, area.column)), width

    def _area(self, row: int, rows: int, cell: Element) -> Area:
        area = Area(row, 0, min(cell.down, rows - row), cell.across, self._parts(cell))
        if not any(True for child in cell.children if isinstance(child, Element) for _ in _blocks(child)):
            self._loose.add(id(area))
        return area

    def _parts(self, cell: Element) -> list[list[Line]]:
        """The paragraphs of a cell; words that stand in none are one."""
        parts: list[list[Line]] = []
        loose = Element("P")
        for child in cell.children:
            if isinstance(child, Element) and any(True for _ in _blocks(child)):
                parts.append(self._lines(loose))
                loose = Element("P")
                parts += [self._lines(block) for block in _blocks(child)]
            else:
                loose.children.append(child)
        parts.append(self._lines(loose))
        found = [once for part in parts if (once := _once(part))]
        for part in found:
            marked(part[0])
        return found

    def _split(self, areas: Iterable[Area]) -> None:
        """Nothing; parts of cells that the tree does not tell apart are parted by how their lines end."""
        ends: dict[int, float] = {}
        for area in areas:
            last = area.column + area.across
            ends[last] = max([ends.get(last, 0.0), *(line.x1 for line in area.lines())])
        for area in areas:
            limit = ends[area.column + area.across]
            if id(area) in self._loose and len(area.parts) == 1 and len({line.page for line in area.parts[0]}) == 1:
                area.parts = paragraphs(area.parts[0], _at(limit), in_cell=True)

    def _room(self, areas: Iterable[Area]) -> None:
        """Nothing; the lines of cells with lines drawn on both sides know how much room was left in them."""
        walls: dict[int, tuple[float, float]] = {}
        padding: dict[int, float] = {}
        for area in areas:
            for line in area.lines():
                if beside := self._beside(line):
                    walls[id(line)] = beside
                    padding[area.column] = min(padding.get(area.column, _MOST_PADDING), line.x0 - beside[0])
        for area in areas:
            for line in area.lines():
                if id(line) in walls:
                    line.room = walls[id(line)][1] - max(0.0, padding[area.column]) - line.x1

    def _beside(self, line: Line) -> tuple[float, float] | None:
        """The places of the upright lines to the left and right of a line of words."""
        rules = [rule.at for rule in self._sheets[line.page].walls if rule.start - 2 < line.base < rule.end + 2]
        left = max((at for at in rules if at <= line.x0 + 1), default=None)
        right = min((at for at in rules if at >= line.x1 - 1), default=None)
        return None if left is None or right is None else (left, right)

    def _by_walls(self, rows: Sequence[Sequence[Area]]) -> tuple[list[Area], int] | None:
        """The cells that have words, each between the lines that are drawn beside it; None where some have none."""
        filled = [area for cells in rows for area in cells if area.parts]
        beside = [self._beside(area.lines()[0]) for area in filled]
        known = [pair for pair in beside if pair]
        if len(known) < len(filled):
            return None
        places: list[float] = []
        for at in sorted(at for pair in known for at in pair):
            if not places or at - places[-1] > _NEAR:
                places.append(at)
        for area, (left, right) in zip(filled, known, strict=True):
            area.column = _nearest(places, left)
            area.across = max(1, _nearest(places, right) - area.column)
        return filled, max(len(places) - 1, 1)

    def _set_pages(self, grid: Grid) -> None:
        page = next(line.page for area in grid.areas for line in area.lines())
        for row in range(grid.rows):
            begins = [area.lines()[0].page for area in grid.areas if area.row == row and area.parts]
            page = max(page, min(begins, default=page))
            grid.pages[row] = page

    def _colour(self, grid: Grid) -> None:
        """Nothing; the cells gain the colours behind them: behind their words or, without any, where they would be."""
        xs: dict[int, list[float]] = {}
        ys: dict[int, float] = {}
        for area in grid.areas:
            for line in area.lines()[:1]:
                if area.across == 1:
                    xs.setdefault(area.column, []).append(line.x0 + 1)
                if line.page == grid.pages[area.row]:
                    ys[area.row] = min(ys.get(area.row, line.base), line.base - _MIDDLE * line.size)
        for area in grid.areas:
            first = next(iter(area.lines()), None)
            page = first.page if first else grid.pages[area.row]
            x = first.x0 + 1 if first else median(xs.get(area.column, [-1.0]))
            y = first.base - _MIDDLE * first.size if first else ys.get(area.row, -1.0)
            sheet = self._sheets[page]
            area.fill = colour_at(sheet.fills, x, y, Box(0, 0, sheet.width, sheet.height))


def _laid(rows: Sequence[Sequence[Area]]) -> tuple[list[Area], list[int]]:
    """The cells with their columns set by their spans, and the column after the last of each row."""
    taken: dict[int, set[int]] = {}
    ends: list[int] = []
    for row, cells in enumerate(rows):
        column = 0
        own = taken.setdefault(row, set())
        for area in cells:
            while column in own:
                column += 1
            area.column, area.across = column, min(area.across, _MOST_COLUMNS)
            for r in range(area.down):
                taken.setdefault(row + r, set()).update(range(column, column + area.across))
            column += area.across
        ends.append(max(own, default=-1) + 1)
    return [area for cells in rows for area in cells], ends


def _places(areas: Iterable[Area]) -> list[tuple[float, float]]:
    """The places of the columns from left to right: words of one column lie below one another, of two never."""
    extents = sorted(extent for area in areas if area.across == 1 and (extent := _extent(area)))
    found: list[tuple[float, float]] = []
    for left, right in extents:
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _nearest(places: Sequence[float], at: float) -> int:
    return min(range(len(places)), key=lambda index: abs(places[index] - at))


def _at(limit: float) -> Margin:
    return lambda line: limit


def _extent(area: Area) -> tuple[float, float] | None:
    lines = area.lines()
    return (min(line.x0 for line in lines), max(line.x1 for line in lines)) if lines else None


def _by_place(rows: Sequence[Sequence[Area]], places: Sequence[tuple[float, float]]) -> list[Area]:
    """The cells that have words, each in the column in which they stand."""
    placed: list[Area] = []
    for cells in rows:
        column = 0
        for area in cells:
            extent = _extent(area)
            if extent is None:
                continue
            fitting = [
                number
                for number in range(column, max(len(places) - area.across + 1, column + 1))
                if number < len(places) and extent[0] < places[min(number + area.across, len(places)) - 1][1]
            ]
            area.column = min(fitting, default=min(column, max(len(places) - 1, 0)))
            area.across = max(1, min(area.across, len(places) - area.column))
            column = area.column + area.across
            placed.append(area)
    return placed


def _once(lines: list[Line]) -> list[Line]:
    """The lines without those of later pages that repeat the first page's: a header that stands on each of them."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    words = {page: " ".join(line.text for line in some) for page, some in pages.items()}
    first = next(iter(words.values()), "")
    if len(pages) > 1 and all(said == first for said in words.values()):
        return next(iter(pages.values()))
    return lines


def _rows(table: Element, captions: list[Element]) -> Iterable[list[Element]]:
    for child in table.children:
        if isinstance(child, tuple):
            continue
        if child.kind == "TR":
            yield [cell for cell in child.children if isinstance(cell, Element) and cell.kind in _CELLS]
        elif child.kind in _ROW_GROUPS:
            yield from _rows(child, captions)
        elif child.kind == "Caption":
            captions.append(child)


def _blocks(element: Element) -> Iterable[Element]:
    """The innermost paragraphs of an element."""
    inner = [block for child in element.children if isinstance(child, Element) for block in _blocks(child)]
    if inner:
        yield from inner
    elif element.kind in _BLOCKS:
        yield element


def _columns(areas: Iterable[Area], width: int) -> list[float]:
    """Where the columns begin, as far as their words tell, and where the last one ends."""
    starts: list[float] = [-1.0] * width
    end = 0.0
    for area in areas:
        for line in area.lines():
            end = max(end, line.x1)
            if area.column < width and (starts[area.column] < 0 or line.x0 < starts[area.column]):
                starts[area.column] = line.x0
    for column in range(width):
        if starts[column] < 0:
            starts[column] = starts[column - 1] + 1 if column else 0.0
    return [*starts, max(end, starts[-1] + 1)]


def _without_repeated_heads(grid: Grid) -> None:
    """Nothing; a first row that stands again at the top of a later page is left out."""
    words = {
        row: [" ".join(line.text for line in area.lines()) for area in grid.areas if area.row == row]
        for row in range(grid.rows)
    }
    again = [
        row
        for row in range(1, grid.rows)
        if words[row] == words[0] and any(words[0]) and grid.pages[row] != grid.pages[row - 1]
    ]
    for row in reversed(again):
        if any(area.row < row < area.row + area.down for area in grid.areas):
            continue
        grid.areas = [area for area in grid.areas if area.row != row]
        for area in grid.areas:
            area.row -= area.row > row
        del grid.pages[row]
