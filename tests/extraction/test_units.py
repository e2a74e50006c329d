"""The units of a cell: people, posts, bodies, and the marks between them, a letter for each."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysgraph.extraction.units import units
from tests.extraction.marlbrook import names

WORDS = st.sampled_from(
    "Jo Lee Dr Director of Care and & , / ( ) - \n MCC the Council TBC Chief Executive Head All partners Section 151 "
    "Officer JL £5 Éva x voluntary".split(" ")
)


def letters(text: str) -> str:
    return "".join(unit.symbol for unit in units(text, names(), ())).replace("\n", "¶")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo Lee, Director of Care, MCC", "P,T,B"),
        ("Jo Lee\nDirector of Care", "P¶T"),
        ("Jo Lee • Sam Holt", "P;P"),
        ("Jo Lee & Sam Holt + Ann Reed", "P&P&P"),
        ("Dr J Lee (MCC)", "P(B)"),
        ("JL / SH", "I/I"),
        ("MCC: All partners", "B:C"),
        ("TBC, MCC", "X,B"),
        ("Adult Social Care, MCC", "D,B"),
        ("when she is back", "UUUU"),
        ("Repairs Team Leader", "T"),
        ("Home First Team", "B"),
        ("Director", "T"),
        ("Care", "D"),
        ("", ""),
    ],
)
def test_a_cell_is_read_as_units(text: str, expected: str) -> None:
    assert letters(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Assistant Director of Care and Partnerships, MCC", "Assistant Director of Care and Partnerships"),
        ("Director of Care and Sam Holt", "Director of Care"),
        ("Director of Care and Director of Housing", "Director of Care"),
        ("Head of Care – Learning Disability – MCC", "Head of Care – Learning Disability"),
        ("Chief Executive and Monitoring Officer", "Chief Executive and Monitoring Officer"),
        ("HOD NOAP", "HOD NOAP"),
        ("Head of Housing Options", "Head of Housing Options"),
        ("Strategic Lead, Public Health", "Strategic Lead, Public Health"),
    ],
)
def test_a_post_ends_where_another_unit_begins(text: str, first: str) -> None:
    unit = units(text, names(), ())[0]
    assert (unit.symbol, unit.text) == ("T", first)


@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_the_units_of_any_cell_cover_its_words_in_order(text: str) -> None:
    found = units(text, names(), ())
    assert [text[unit.start : unit.end] for unit in found] == [unit.text for unit in found]
    assert all(one.end <= following.start for one, following in pairwise(found))
    covered = "".join(unit.text for unit in found)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]
