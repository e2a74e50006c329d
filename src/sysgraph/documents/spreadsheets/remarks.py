"""What is told of a workbook beside what it says: what was not read, and what was read otherwise than it stands."""

from collections.abc import Sequence

from sysgraph.documents.assembly import Assembly
from sysgraph.documents.spreadsheets.grid import Box, Grid, cell_name
from sysgraph.documents.spreadsheets.view import Beside, SheetView

_MOST_NAMED = 8
_MOST_COMMENTS = 30
_LONGEST = 200  # characters of a comment
_MANY = 5_000  # rows; a sheet with more is no plan that anybody colours
_NARROW = 4  # columns; a rule for more paints whole rows


class Remarks:
    """Tells an assembly what is odd about the sheets of a workbook."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly

    def hidden_sheet(self, grid: Grid) -> None:
        """Nothing; tells of a sheet that was not read since it is hidden."""
        if rows := len(grid.rows):
            self._assembly.notice(
                _where(grid),
                f"the sheet is hidden and was not read ({_count(rows, 'row')}); unhide it if it is wanted",
                "skipped",
            )

    def unread_sheet(self, name: str, why: str) -> None:
        """Nothing; tells of a sheet that has no cells to read."""
        self._assembly.notice(f"sheet {name}", why)

    def sheet(self, view: SheetView, over: Beside) -> None:
        """Nothing; tells what is odd about a sheet that is read, and what lies over it."""
        grid = view.grid
        self._hidden(view)
        self._cells(
            grid,
            view.without_result,
            "formulas whose results are not in the file were not read; open it in Excel, save it and build anew",
        )
        self._cells(grid, view.errors, "formulas that fail; what they show instead is left as it stands")
        self._cells(
            grid,
            view.swapped,
            "dates that are formatted month first, as in America; they are given day first",
            "repaired",
        )
        for cell, words in list(over.comments.items())[:_MOST_COMMENTS]:
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            self._assembly.notice(f"{_where(grid)}, {cell}", f"a comment was not read: “{' '.join(short.split())}”")
        if (more := len(over.comments) - _MOST_COMMENTS) > 0:
            self._assembly.notice(_where(grid), f"{_count(more, 'more comment')} not read")
        for thing, count in sorted(over.things.items()):
            if count:
                self._assembly.notice(_where(grid), f"{_count(count, thing)} not read")
        for column in sorted(_only_painted(view.painted, grid)):
            self._assembly.notice(
                f"{_where(grid)}, column {cell_name(1, column)[:-1]}",
                "the column has colours by a rule (conditional formatting) and no words; rules are not read: "
                "write the rating into its cells",
            )

    def _hidden(self, view: SheetView) -> None:
        columns = [
            cell_name(1, column)[:-1]
            for column in sorted(_filled(view.grid))
            if any(first <= column <= last for first, last in view.hidden_columns)
        ]
        for what, names in (("rows", [str(row) for row in view.hidden_rows]), ("columns", columns)):
            if names:
                self._assembly.notice(
                    _where(view.grid),
                    f"hidden {what} are read like all others ({_some(names)}); see that they belong to the plan",
                    "suggested",
                )

    def _cells(self, grid: Grid, cells: Sequence[str], what: str, kind: str = "unread") -> None:
        if cells:
            self._assembly.notice(f"{_where(grid)}, {_some(cells)}", what, kind)


def _only_painted(painted: Sequence[Box], grid: Grid) -> set[int]:
    """The columns that a rule of their own colours and whose cells under it have no words, though their rows have."""
    narrow = [box for box in painted if box.right - box.left < _NARROW]
    found: set[int] = set()
    for column in sorted(_filled(grid)) if narrow and len(grid.rows) < _MANY else ():
        boxes = [box for box in narrow if box.left <= column <= box.right]
        under = [row for number, row in grid.rows.items() if any(box.top <= number <= box.bottom for box in boxes)]
        if len(under) > 1 and not any(column in row and len(row[column].text) > 1 for row in under):
            found.add(column)
    return found


def _filled(grid: Grid) -> set[int]:
    """The columns with words."""
    return {column for row in grid.rows.values() for column, cell in row.items() if cell.text}


def _where(grid: Grid) -> str:
    return f"sheet {grid.name}"


def _some(names: Sequence[str]) -> str:
    """Some names in a row, no more than a line holds."""
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
