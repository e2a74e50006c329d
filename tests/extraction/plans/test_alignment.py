"""Rows that have lost or gained a cell: what each cell holds decides which column it belongs to."""

import pytest

from sysgraph.extraction.plans.alignment import align, fits_in_place
from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.kinds import Kind

ROLES = (Role.REFERENCE, Role.ACTION, Role.OWNER, Role.DUE, Role.ASSURANCE, Role.PROGRESS, Role.RAG)
SHORT = {  # a letter for each kind
    "-": Kind.BLANK,
    "r": Kind.REFERENCE,
    "L": Kind.LONG,
    "s": Kind.SHORT,
    "o": Kind.OWNERS,
    "d": Kind.DATE,
    "g": Kind.STATUS,
    "?": Kind.OPEN,
}


def laid(row: str, habit: int = 0) -> str:
    """A row laid on the columns, a letter for each cell's kind; cells beyond the last column after a bar."""
    found = align([SHORT[letter] for letter in row], ROLES, habit)
    columns = ["-"] * len(ROLES)
    beyond = ""
    for index, target in found.items():
        if target < len(ROLES):
            columns[target] = row[index]
        else:
            beyond += row[index]
    return "".join(columns) + (f"|{beyond}" if beyond else "")


@pytest.mark.parametrize("row", ["rLodLLg", "rL-d--g", "-Lod---", "rLod?sg", "-------", "rs-----"])
def test_cells_that_fit_where_they_stand_stay_there(row: str) -> None:
    assert laid(row) == row
    assert fits_in_place([SHORT[letter] for letter in row], ROLES)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Lod-LLg", "-LodLLg"),
        ("rLdLLg-", "rL-dLLg"),
        ("-rLodLL", "rLodLL-"),
        ("rL-odLL", "rLodLL-"),
        ("rLo-dL-", "rLodL--"),
        ("rLodL-g-", "rLodL-g"),
    ],
)
def test_cells_that_stand_a_column_off_are_laid_where_they_fit(row: str, expected: str) -> None:
    assert laid(row) == expected


def test_a_row_that_may_be_laid_in_two_ways_begins_where_the_row_above_began() -> None:
    assert laid("Lsg") == "----Lsg"
    assert laid("Lsg", habit=1) == "-L---sg"


def test_a_cell_for_which_no_column_is_left_is_told_and_takes_no_others_place() -> None:
    found = align([SHORT[letter] for letter in "rLodLLgLLL"], ROLES)
    assert sorted(found) == list(range(10))
    assert len(set(found.values())) == 10


def test_rows_of_another_width_do_not_fit_in_place() -> None:
    assert not fits_in_place([Kind.REFERENCE], ROLES)
