"""Cells that say who and when together."""

import pytest

from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.records import Field, Piece
from sysgraph.extraction.plans.whowhen import parted
from sysgraph.model import Cell, Passage, Position
from tests.extraction.marlbrook import names


def split(text: str, role: Role = Role.OWNER) -> tuple[str, str]:
    """The words for who and for when of a cell of this role."""
    piece = Piece(Passage("plan.txt", "row", text, Position()), Cell(text, 0, "row 1"))
    found = parted({role: Field([piece])}, names())
    for part in found.values():
        for one in part.pieces:
            assert one.passage.text[one.cell.start :].startswith(one.cell.text)
    who, when = found.get(Role.OWNER), found.get(Role.DUE)
    return who.text if who else "", when.text if when else ""


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("Economy Manager - Autumn 2018", "Economy Manager", "Autumn 2018"),
        ("Dr Ann Coe – by end of June 2018", "Dr Ann Coe", "by end of June 2018"),
        ("Jo Lee (March 2018)", "Jo Lee", "March 2018"),
        ("March 2018: Jo Lee", "Jo Lee", "March 2018"),
        ("Commissioning Manager - TBC", "Commissioning Manager", "TBC"),
        ("Commissioning Manager", "Commissioning Manager", ""),
        ("Team Manager - Direct Payments", "Team Manager - Direct Payments", ""),
    ],
)
def test_who_and_when_in_one_cell_are_told_apart(text: str, who: str, when: str) -> None:
    assert split(text) == (who, when)


def test_the_people_in_a_cell_of_dates_own_the_action() -> None:
    assert split("May 2019 (Jo Lee)", Role.DUE) == ("Jo Lee", "May 2019")
    assert split("by the May 2019 meeting", Role.DUE) == ("", "by the May 2019 meeting")
