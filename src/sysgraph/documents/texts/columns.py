"""The columns that people see in a table, from the ones that its file has.

A word processor cuts a table at every place where any cell of any row begins: a border that was dragged by a
millimetre in one row makes a column of its own. What people see as one column is put together again.
"""

from collections.abc import Sequence
from dataclasses import replace

from sysgraph.documents.assembly import RawCell
from sysgraph.documents.texts.blocks import Grid, Slot

_NEAR = 170  # twentieths of a point: 3 mm; no column that holds words is so narrow
_ROOM_OF_CELL = 50


def rows_of(grid: Grid, room: int) -> list[list[RawCell]]:
    """The rows, each as wide as it is written: what a cell spans is blank beside it, what it reaches down to carried.

    They end before they would take more than `room`: a cell its characters, and at least 50.
    """
    columns = _columns(grid)
    rows: list[list[RawCell]] = []
    for slots in grid.rows:
        row = _row(slots, columns, rows[-1] if rows else [])
        room -= room_of(row)
        if room < 0:
            break
        rows.append(row)
    return rows


def room_of(row: Sequence[RawCell]) -> int:
    """What a row takes of the room of a document."""
    return sum(max(len(cell.text), _ROOM_OF_CELL) for cell in row)


def _row(slots: list[Slot], columns: dict[int, int], above: list[RawCell]) -> list[RawCell]:
    row: list[RawCell] = []
    for slot in slots:
        first = columns[slot.column]
        after = slot.column + slot.across
        end = columns.get(after) or len({found for column, found in columns.items() if column < after})
        across = max(end - first, 1)
        if slot.goes_on and first < len(above):
            cell = replace(above[first], carried=True)
        else:
            cell = RawCell(slot.text(), fill=slot.fill, across=across)
        row += [RawCell("")] * (first - len(row))
        row += [cell, *[RawCell("", fill=cell.fill)] * (across - 1)]
    return row


def _columns(grid: Grid) -> dict[int, int]:
    """For each column of the file's grid in which a cell begins, the column that people see."""
    begins = [{slot.column for slot in row} for row in grid.rows]
    found: dict[int, int] = {}
    together: set[int] = set()
    for column in sorted(set().union(*begins)):
        near = together and _distance(grid.edges, min(together), column) <= _NEAR
        if not near or any(column in row and row & together for row in begins):
            together = set()
        together.add(column)
        found[column] = max(found.values(), default=-1) + (len(together) == 1)
    return found


def _distance(edges: Sequence[int], one: int, other: int) -> float:
    return edges[other] - edges[one] if other < len(edges) else float("inf")
