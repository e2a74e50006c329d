"""Which cells of a sheet belong together: merged cells spread over what they cover, and blank rows and columns between.

A merged cell's words stand in each row that it reaches down to, marked as carried, and once in each row. A blank row
ends a block of cells, unless a merged cell reaches across it; so does a blank column, unless it is a gap in a table.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sysgraph.documents.spreadsheets.grid import Grid

_MOST_SPREAD = 500_000  # cells that merged ones may cover in one sheet
_MOST_BESIDE = 12  # tables side by side
_ALIKE = 0.5  # of the rows of two blocks side by side, for them to be one


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell in its place: its words, whether it is the lower part of a merged one, and how many columns it spans."""

    text: str
    fill: str | None = None
    carried: bool = False
    across: int = 1


Line = Mapping[int, Spot]
"""One row: its cells by column."""


@dataclass(slots=True)
class Block:
    """Some rows of a sheet between two columns, with the words that stand there."""

    lines: list[tuple[int, Line]]
    left: int
    right: int

    @property
    def widest(self) -> int:
        """How many cells have words in the row that has most of them."""
        return max(len(filled(line)) for _, line in self.lines)


def filled(line: Line) -> list[int]:
    """The columns in which a row has words."""
    return [column for column, spot in sorted(line.items()) if spot.text]


def blocks(grid: Grid) -> Iterator[Block]:
    """The blocks of a sheet, from top to bottom and from left to right."""
    lines, bridged = _spread(grid)
    band: list[tuple[int, Line]] = []
    for number, line in lines:
        if band and number > band[-1][0] + 1 and not bridged.get(band[-1][0], 0) >= number:
            yield from beside(band)
            band = []
        band.append((number, line))
    if band:
        yield from beside(band)


def _spread(grid: Grid) -> tuple[list[tuple[int, Line]], dict[int, int]]:
    """The rows with merged cells spread over them, and for each row how far down a merged cell of it reaches."""
    numbers = sorted(grid.rows)
    lines: dict[int, dict[int, Spot]] = {
        number: {column: Spot(cell.text, cell.fill) for column, cell in grid.rows[number].items()} for number in numbers
    }
    bridged: dict[int, int] = {}
    budget = _MOST_SPREAD
    for box in grid.boxes:
        anchor = grid.rows.get(box.top, {}).get(box.left)
        if anchor is None or not (anchor.text or anchor.fill):
            continue
        across = max(1, min(box.right, grid.right) - box.left + 1)
        reach = numbers[bisect_left(numbers, box.top) : bisect_right(numbers, box.bottom)]
        budget -= len(reach) * across
        if budget < 0:
            break  # no sheet that people read has so many merged cells
        for number in reach:
            for column in range(box.left, box.left + across):
                lines[number].pop(column, None)  # what stands under a merged cell is not shown
        lines[box.top][box.left] = Spot(anchor.text, anchor.fill, across=across)
        for number, below in itertools.pairwise(reach):
            lines[below][box.left] = Spot(anchor.text, anchor.fill, carried=True, across=across)
            if anchor.text:
                bridged[number] = max(bridged.get(number, 0), below)
    return [(number, lines[number]) for number in numbers], bridged


def beside(band: Sequence[tuple[int, Line]]) -> Iterator[Block]:
    """The blocks that stand side by side in some rows without a blank one among them."""
    spans = list(_spans(band))
    if len(spans) > _MOST_BESIDE:
        spans = [(spans[0][0], spans[-1][1])]  # a sheet with gaps throughout, not with tables side by side
    parts = [Block(list(band), left, right) for left, right in spans]
    joined: list[Block] = []
    for part in parts:
        if joined and not _apart(joined[-1], part):
            joined[-1].right = part.right
        else:
            joined.append(part)
    for block in joined:
        inside = [
            (number, {column: spot for column, spot in line.items() if block.left <= column <= block.right})
            for number, line in band
        ]
        block.lines = [(number, line) for number, line in inside if any(_own(spot) for spot in line.values())]
        if block.lines:
            _take_colours(block, band)
            yield block


def _take_colours(block: Block, band: Sequence[tuple[int, Line]]) -> None:
    """Widen a column of words by the one beside it that has colours in its place: a key to the colours of a plan."""
    own = {number for number, _ in block.lines}
    for column in (block.left - 1, block.right + 1) if block.left == block.right else ():
        colours = [spot.fill for number, line in band if number in own and (spot := line.get(column)) and not spot.text]
        if len(set(colours) - {None}) > 1:
            block.left, block.right = min(block.left, column), max(block.right, column)
            block.lines = [
                (number, {at: spot for at, spot in line.items() if block.left <= at <= block.right})
                for number, line in band
                if number in own
            ]
            return


def _own(spot: Spot) -> bool:
    return bool(spot.text) and not spot.carried


def _spans(band: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, int]]:
    """The runs of columns without a blank one among them; a merged cell bridges what it spans."""
    taken: dict[int, int] = {}
    for _, line in band:
        for column, spot in line.items():
            if spot.text:
                taken[column] = max(taken.get(column, 0), column + spot.across - 1)
    left = right = 0
    for column in sorted(taken):
        if left and column > right + 1:
            yield left, right
            left = 0
        left = left or column
        right = max(right, taken[column])
    if left:
        yield left, right


def _apart(one: Block, other: Block) -> bool:
    """Whether two blocks with a blank column between them are two tables.

    They are where the second repeats the first's header, or has words in few of the first's rows, one below another
    (a key beside a plan). A single column, or one with gaps, belongs to the table that it stands beside.
    """
    mine, theirs = _rows(one), _rows(other)
    if _words(one, mine[0]) == _words(other, theirs[0]):
        return True
    common = len(set(mine) & set(theirs)) / len(set(mine) | set(theirs))
    shorter = min(one, other, key=lambda block: len(_rows(block)))
    run = _rows(shorter)
    order = [number for number, _ in one.lines]
    unbroken = order.index(run[-1]) - order.index(run[0]) + 1 == len(run)
    return common < _ALIKE and unbroken and len(run) > 1 and shorter.right > shorter.left


def _rows(block: Block) -> list[int]:
    """The rows that have words of their own between the columns of a block."""
    return [
        number
        for number, line in block.lines
        if any(block.left <= column <= block.right and _own(spot) for column, spot in line.items())
    ] or [block.lines[0][0]]


def _words(block: Block, row: int) -> list[str]:
    line = next(line for number, line in block.lines if number == row)
    return [line[column].text for column in filled(line) if block.left <= column <= block.right]
