"""How a table of a plan is laid out: which of its rows are titles of parts."""

import pytest

from sysgraph.extraction.plans.layout import is_section
from sysgraph.model import Cell, Passage, Position, Row


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([("Beds and wards", 4)], True),
        ([("Beds and wards", 1), ("", 1), ("", 1), ("", 1)], True),
        ([("Beds", 1)] * 4, True),
        ([("", 1), ("Beds and wards", 1), ("", 1), ("", 1)], True),
        ([("", 1), ("", 1), ("Beds and wards", 1), ("", 1)], False),
        ([("Beds are full all winter.", 1), ("", 1), ("", 1), ("", 1)], False),
        ([("TBC", 1)] * 4, False),
        ([("6.1", 1), ("", 1), ("", 1), ("", 1)], False),
        ([("beds and so on", 1), ("", 1), ("", 1), ("", 1)], False),
        ([("Beds", 1), ("", 1)], False),
    ],
)
def test_a_row_with_one_filled_or_spanning_cell_at_the_left_is_the_title_of_a_part(
    cells: list[tuple[str, int]], expected: bool
) -> None:
    passage = Passage("plan.xlsx", "row", "\t".join(text for text, _ in cells), Position(page=1))
    row = Row(passage, tuple(Cell(text, 0, "A1", across=across) for text, across in cells))
    assert is_section(row, None) is expected
