"""Tables without upright lines: rows between level lines or coloured bands, or words in columns alone.

Columns are the strips that no words of the table enter. Rows are what lies between two lines or bands; without any,
they are told only where the gaps between them are wider than those between lines, in all columns alike, or where every
line fills every column. A table that is told by neither is not read as one: `unclear` counts them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from sysgraph.documents.pdf.lines import HOLE
from sysgraph.documents.pdf.records import Drawing, Glyph, Grid, Line, Rule
from sysgraph.documents.pdf.tables import table_of
from sysgraph.documents.pdf.walls import Raster, enclosed, merged

_SAME_END = 6.0
_TITLE = 1.15  # how much larger than the usual words those of a title are
_MOST_IN_CELL = 60  # words: a usual cell of a table; what has more is a column of text
_FEWEST_RULES = 3
_NARROWEST_RULE = 100.0
_NARROWEST_BAND = 150.0
_FEWEST_LINES = 4  # that tell a narrow strip from chance
_FEWEST_BANDED = 3  # the same, where lines or bands say that there are rows
_SURE_STRIP = 0.9  # sizes: a strip that is none by chance
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3  # where neither lines nor bands tell rows
_SHARE = 0.6
_AIRY = 2.4  # sizes: the height of a band with a line of its own and space around it
_WIDER = 0.22  # sizes: by how much the gap between rows exceeds that between lines
_FARTHEST = 3.2  # sizes: between two lines of a table without lines
_FARTHEST_UNCLEAR = 12.0  # the same, for it to be told that there is one
_NEAREST = 0.9  # sizes: lines closer to one another are of cells that do not stand on one line
_RUNNING = 4.5  # words: what the lines of columns of text have on average, and those of cells have not
_SEVERAL = 1.8  # columns that a row of a table has words in, on average
_NEAR = 4.0
_MOST_RULES = 1000
_MOST_ROWS = 200

Rows = Sequence[Sequence[Line]]


@dataclass(slots=True)
class Found:
    """The tables of a page, the letters that stand in none, and how many tables could not be told."""

    letters: list[Glyph]
    tables: list[Grid] = field(default_factory=list)
    unclear: int = 0


def loose_tables(letters: list[Glyph], lines: Sequence[Line], drawing: Drawing, taken: Sequence[Grid]) -> Found:
    """The tables without upright lines among these letters, whose pieces of lines are known.

    `taken` are the tables that were found already.
    """
    found = Found(letters)
    left = list(lines)
    usual = median(line.size for line in lines) if lines else 0.0
    titles = [line.base for line in lines if line.size > _TITLE * usual]
    for levels, start, end in _stacks(drawing, taken, titles):
        for some in _parted(levels, left, start, end):
            inside = _inside(left, some, start, end)
            columns = _columns(_bands(inside, some), start, end, _FEWEST_BANDED)
            if columns and _is_table(inside, some, columns) and _take(found, some, columns, drawing, inside):
                left = [line for line in left if line not in inside]
    _by_words(found, left, drawing)
    return found


def _take(
    found: Found, levels: Sequence[float], columns: Sequence[float], drawing: Drawing, lines: Sequence[Line]
) -> bool:
    """Whether the table between level places and upright ones has words; if so it is taken."""
    floors = {(number, column) for number in range(len(levels)) for column in range(len(columns) - 1)}
    sides = {(number, row) for number in range(len(columns)) for row in range(len(levels) - 1)}
    for row, (top, bottom) in enumerate(pairwise(levels)):
        for number, place in enumerate(columns):
            if any(top < line.base <= bottom and _crosses(line, place) for line in lines):
                sides.discard((number, row))
    areas, sound = enclosed(len(levels) - 1, len(columns) - 1, sides, floors)
    made = table_of(Raster(list(columns), list(levels), areas, sound), drawing, found.letters, [], lines[0].page)
    if made is None:
        return False
    grid, found.letters, _ = made
    for line in (line for area in grid.areas for line in area.lines()):
        line.room = None  # where the cell ends is not known to a hair
    found.tables.append(grid)
    return True


def _crosses(line: Line, place: float) -> bool:
    """Whether the words of a line run across a place."""
    if not line.x0 < place - 1 < line.x1 - 2:
        return False
    return not any(left <= place <= right for left, right in line.holes)


def _stacks(drawing: Drawing, taken: Sequence[Grid], titles: Sequence[float]) -> list[tuple[list[float], float, float]]:
    """Level lines, or edges of bands, of one width, one below another: (their heights, left end, right end).

    A title between two of them ends a stack.
    """
    bands = [fill.box for fill in drawing.fills if fill.straight and fill.box.x1 - fill.box.x0 > _NARROWEST_BAND]
    edges = [Rule(y, box.x0, box.x1) for box in bands for y in (box.top, box.bottom)]
    stacks: list[list[Rule]] = []
    rules = merged([*drawing.across, *edges])
    for rule in rules if len(rules) < _MOST_RULES else ():
        if rule.end - rule.start < _NARROWEST_RULE:
            continue
        if any(table.box().holds(rule.start + 5, rule.at, 3) for table in taken):
            continue
        for stack in reversed(stacks):
            same = abs(stack[0].start - rule.start) < _SAME_END and abs(stack[0].end - rule.end) < _SAME_END
            if same and not any(stack[-1].at < title <= rule.at for title in titles):
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [
        ([rule.at for rule in stack], stack[0].start, stack[0].end) for stack in stacks if len(stack) >= _FEWEST_RULES
    ]


def _parted(levels: list[float], lines: Sequence[Line], start: float, end: float) -> list[list[float]]:
    """A stack of level places, parted where nothing or a title stands between two of them: there one table ends."""
    parts: list[list[float]] = [[levels[0]]]
    for top, bottom in pairwise(levels):
        inside = _inside(lines, [top, bottom], start, end)
        if inside and not _is_title(inside, bottom - top):
            parts[-1].append(bottom)
        else:
            parts.append([bottom])
    return [part for part in parts if len(part) >= _FEWEST_RULES]


def _is_title(lines: Sequence[Line], height: float) -> bool:
    """Whether a band holds a title with space around it."""
    return len(lines) == 1 and lines[0].bold and height > _AIRY * lines[0].size


def _inside(lines: Iterable[Line], levels: Sequence[float], start: float, end: float) -> list[Line]:
    return [line for line in lines if levels[0] < line.base <= levels[-1] and start - _NEAR <= line.x0 <= end + _NEAR]


def _bands(lines: Sequence[Line], levels: Sequence[float]) -> list[Line]:
    """The lines, without those of bands in which one piece stands alone: titles that run across."""
    kept: list[Line] = []
    for top, bottom in pairwise(levels):
        inside = [line for line in lines if top < line.base <= bottom]
        if len(inside) > 1 or (inside and inside[0].holes):
            kept += inside
    return kept


def _columns(lines: Sequence[Line], start: float, end: float, fewest: int) -> list[float] | None:
    """Where the columns part: the middles of the strips that no words enter.

    A narrow strip is one where there are `fewest` rows at least.
    """
    if not lines:
        return None
    size = median(line.size for line in lines)
    strip = (HOLE if len(_rows(lines)) >= fewest else _SURE_STRIP) * size
    covered = sorted(part for line in lines for part in _parts(line))
    places, reach = [min(start, covered[0][0])], covered[0][1]
    for left, right in covered[1:]:
        if left - reach >= strip:
            places.append((reach + left) / 2)
        reach = max(reach, right)
    return [*places, max(end, reach)] if len(places) > 1 else None


def _parts(line: Line) -> list[tuple[float, float]]:
    """The stretches of a line that words cover."""
    edges = [line.x0, *(edge for hole in line.holes for edge in hole), line.x1]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines on one baseline, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.x0)):
        if rows and line.base - rows[-1][0].base <= 0.35 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_table(lines: Sequence[Line], levels: Sequence[float], columns: Sequence[float]) -> bool:
    """Whether most bands between lines have words in several columns."""
    filled: list[int] = []
    counts: list[int] = []
    for top, bottom in pairwise(levels):
        inside = [line for line in lines if top < line.base <= bottom]
        if inside:
            filled.append(len(_filled(inside, columns)))
            counts.append(sum(len(line.text.split()) for line in inside) // filled[-1])
    if len(filled) < 2 or median(counts) > _MOST_IN_CELL:
        return False
    return sum(count > 1 for count in filled) >= _SHARE * len(filled)


def _filled(lines: Iterable[Line], columns: Sequence[float]) -> set[int]:
    """The columns in which lines have words."""
    return {max(0, sum(place <= left + 1 for place in columns[:-1]) - 1) for line in lines for left, _ in _parts(line)}


def _by_words(found: Found, lines: Sequence[Line], drawing: Drawing) -> None:
    """Nothing; takes the tables that only the places of words tell."""
    left: list[list[Line]] = []
    for block, columns in _blocks(_rows(lines), _FARTHEST):
        levels = _levels(block, columns) if columns else None
        if columns and levels:
            _take(found, levels, columns, drawing, [line for row in block for line in row])
        else:
            left += block
    for block, columns in _blocks(left, _FARTHEST_UNCLEAR):
        found.unclear += bool(columns) and _looks_like_table(block, columns or [])


def _blocks(rows: list[list[Line]], farthest: float) -> Iterator[tuple[list[list[Line]], list[float] | None]]:
    """The rows in runs that leave strips free, with the columns between these, and the others."""
    start = 0
    while start < len(rows):
        end, columns = _reach(rows, start, farthest)
        if columns is None or end - start < _FEWEST_ROWS:
            yield rows[start : start + 1], None
            start += 1
            continue
        yield rows[start:end], columns
        start = end


def _reach(rows: Rows, start: int, farthest: float) -> tuple[int, list[float] | None]:
    """The row after the last that leaves the strips of the first free, and the columns."""
    if len(_filled_by_strips(rows[start])) < _FEWEST_COLUMNS:
        return start, None
    end, columns = start + 1, None
    while end < min(len(rows), start + _MOST_ROWS):
        block = [line for row in rows[start : end + 1] for line in row]
        near = rows[end][0].base - rows[end - 1][0].base <= farthest * rows[end][0].size
        wider = _columns(block, 0.0, 0.0, _FEWEST_LINES) if near else None
        if wider is None or len(wider) <= _FEWEST_COLUMNS:
            break
        columns, end = wider, end + 1
    if columns:
        columns[0] = min(line.x0 for row in rows[start:end] for line in row) - 2
        columns[-1] = max(line.x1 for row in rows[start:end] for line in row) + 2
    return end, columns


def _filled_by_strips(row: Sequence[Line]) -> list[tuple[float, float]]:
    return [part for line in row for part in _parts(line)]


def _looks_like_table(rows: Rows, columns: Sequence[float]) -> bool:
    """Whether rows that are not told apart look like a table all the same, not like columns of text."""
    words = sum(len(line.text.split()) for row in rows for line in row)
    cells = sum(len(_filled(row, columns)) for row in rows)
    return len(rows) > _FEWEST_ROWS and cells > _SEVERAL * len(rows) and words < _RUNNING * cells


def _levels(rows: Rows, columns: Sequence[float]) -> list[float] | None:
    """The places between the rows of a table, None where nothing tells them."""
    size = median(line.size for row in rows for line in row)
    gaps = [(after[0].base - before[0].base) / size for before, after in pairwise(rows)]
    every = [_filled(row, columns) for row in rows]
    least, most = min(gaps), max(gaps)
    if least < _NEAREST:
        return None
    if all(len(row) == len(columns) - 1 for row in every) and _begins_anew(rows):
        breaks = set(range(1, len(rows)))
    elif most - least > _WIDER:
        middle = least + max(_WIDER / 2, 0.4 * (most - least))
        clear = all(gap < least + _WIDER / 2 or gap >= middle for gap in gaps)
        breaks = {index for index, gap in enumerate(gaps, start=1) if gap >= middle}
        heads = [every[index] for index in (0, *sorted(breaks))]
        if not clear or len(breaks) < _FEWEST_ROWS - 1 or any(len(head) < 2 for head in heads):
            return None
    else:
        return None
    levels = [rows[0][0].base - size]
    levels += [(rows[index - 1][0].base + rows[index][0].base - 0.7 * size) / 2 for index in sorted(breaks)]
    return [*levels, rows[-1][0].base + 0.3 * size]


def _begins_anew(rows: Rows) -> bool:
    """Whether the pieces of rows begin as words of their own do, not as sentences go on."""
    pieces = [line for row in rows for line in row]
    return sum(not line.text[:1].islower() for line in pieces) >= 0.8 * len(pieces)
