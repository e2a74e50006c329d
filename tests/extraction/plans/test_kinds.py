"""What a cell holds, whatever its column is called."""

import pytest

from sysgraph.extraction.plans.kinds import Kind, begins_undertaking, is_colour, is_reference, is_status, kind_of
from tests.extraction.marlbrook import names

CELLS = {
    Kind.BLANK: ["", "  ", "\n"],
    Kind.REFERENCE: ["1", "6.1.2", "1a", "2.", "R4", "MD1", "SR 01", "269/19(b)", "Rec 3", "iv)"],
    Kind.DATE: [
        "May 2019",
        "31/03/19",
        "Feb 18 - Feb 19",
        "Q3 2019/20",
        "Commenced Jan 2018",
        "w/c 8th July",
        "Within 3 months",
    ],
    Kind.STATUS: [
        "Red",
        "AMBER",
        "g",
        "A/G",
        "B",
        "Complete",
        "On track",
        "In progress",
        "Not started",
        "75%",
        "Partly met.",
        "Behind schedule",
    ],
    Kind.OPEN: ["TBC", "To be agreed", "N/A", "-", "None", "?"],
    Kind.OWNERS: [
        "Jo Lee",
        "JL/SH",
        "Director of Care, MCC",
        "MCC",
        "All partners",
        "the Quality Board",
        "Jo Lee\nSam Holt",
    ],
    Kind.SHORT: ["Beds and wards", "Weekly figures", "Open a ward"],
    Kind.LONG: [
        "Open a ward at the hospital before the end of the year",
        "The desk is closed on Sundays and no one knows.",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CELLS.items() for text in texts])
def test_a_cell_is_of_the_kind_that_a_reader_sees_at_a_glance(kind: Kind, text: str) -> None:
    assert kind_of(text, names()) is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Red", True), (" amber* ", True), ("r/a", True), ("Complete", False), ("Reddish", False), ("", False)],
)
def test_a_colour_is_told_from_other_states(text: str, expected: bool) -> None:
    assert is_colour(text) is expected


@pytest.mark.parametrize("text", ["Complete the form", "Redbridge", "1750 %", "Openness", "The ward is open"])
def test_words_that_only_begin_like_a_state_are_none(text: str) -> None:
    assert not is_status(text)


@pytest.mark.parametrize(
    "text", ["", "Beds", "Theme one", "1 Open a ward", "2018-19 budget line 4", "12345678901234567890"]
)
def test_words_and_long_numbers_are_no_reference(text: str) -> None:
    assert not is_reference(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Develop a protocol", True),
        ("To review the beds", True),
        ("1.2 Agree the scope", True),
        ("• Re-launch the panel", True),
        ("Development of a protocol", False),
        ("The panel will agree", False),
        ("", False),
        ("12", False),
    ],
)
def test_an_undertaking_begins_with_a_verb_that_undertakings_begin_with(text: str, expected: bool) -> None:
    assert begins_undertaking(text) is expected
