"""A sheet as every format gives it: its filled cells by row and column, and which of them are merged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from string import ascii_uppercase

MOST_CELLS = 100_000  # of one sheet; a plan has some thousands
_NAME = re.compile(r"(?P<letters>[A-Za-z]{1,3})(?P<row>[1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class GridCell:
    """What one cell shows, and the colour behind it as RRGGBB."""

    text: str
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """The cells that are merged into one: the numbers of its outermost rows and columns, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One sheet. Rows without words are not kept; what is kept is some cells of rows that have them."""

    name: str | None = None  # None where the file is one sheet and has no name for it
    rows: dict[int, dict[int, GridCell]] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    cells: int = 0
    right: int = 0  # the last column with words
    full: bool = False  # whether there was more than is kept

    def add(self, row: int, cells: dict[int, GridCell]) -> bool:
        """Whether the sheet can take more; keeps a row where any of its cells has words."""
        filled = [column for column, cell in cells.items() if cell.text]
        if filled:
            self.right = max(self.right, *filled)
            # A row may be coloured to the end of the sheet, far beyond its words.
            kept = {column: cell for column, cell in cells.items() if column <= self.right + 1}
            if self.cells + len(kept) > MOST_CELLS:
                self.full = True
                return False
            self.rows[row] = kept
            self.cells += len(kept)
        return True

    def first_words(self) -> str:
        """The words of the sheet's first filled cell, "" where it has none."""
        return next(self.texts(), "")

    def texts(self) -> Iterator[str]:
        """The words of all filled cells, row by row."""
        for number in sorted(self.rows):
            for column in sorted(self.rows[number]):
                if self.rows[number][column].text:
                    yield self.rows[number][column].text


def cell_name(row: int, column: int) -> str:
    """The name of a cell as spreadsheets say it: row 5, column 3 is "C5"."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return f"{letters}{row}"


def place_of(name: str) -> tuple[int, int] | None:
    """The row and column of a cell from its name ("C5", "$C$5"), or nothing."""
    match = _NAME.fullmatch(name.replace("$", ""))
    if match is None:
        return None
    column = 0
    for letter in match["letters"].upper():
        column = column * len(ascii_uppercase) + ascii_uppercase.index(letter) + 1
    return int(match["row"]), column


def box_of(reference: str) -> Box | None:
    """The box that a range spans ("B3:B8"), or nothing."""
    first, _, second = reference.partition(":")
    begin, end = place_of(first), place_of(second or first)
    if begin is None or end is None:
        return None
    return Box(min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1]))
