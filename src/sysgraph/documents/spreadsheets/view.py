"""A sheet as a reader of its format gives it, with what of it cannot be taken for granted."""

from collections import Counter
from dataclasses import dataclass, field

from sysgraph.documents.spreadsheets.grid import Box, Grid


@dataclass(slots=True)
class SheetView:
    """A sheet as it was read, and what of it cannot be taken for granted: cells by name, rows and columns by number."""

    grid: Grid
    without_result: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    swapped: list[str] = field(default_factory=list)  # dates whose format has the month first
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    painted: list[Box] = field(default_factory=list)  # coloured by a rule


@dataclass(slots=True)
class Beside:
    """What lies over a sheet: its comments by cell, the words of shapes by row, and how much of what has no words."""

    comments: dict[str, str] = field(default_factory=dict)
    shapes: list[tuple[int, str]] = field(default_factory=list)
    things: Counter[str] = field(default_factory=Counter)
