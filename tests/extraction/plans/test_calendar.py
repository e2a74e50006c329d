"""The tables beside a plan: its reporting calendar, and the key to its ratings."""

from pathlib import Path

import pytest

from sysgraph.extraction.plans.calendar import key_of_ratings
from sysgraph.model import Table
from tests.extraction.marlbrook import read_text
from tests.written import TITLE, Plan, table

ROWS = table(("1", "Open a ward", "Jo Lee", "May 2019"), ("2", "Hire two staff", "Sam Holt", ""))
LINES = [
    ("Quality Board", "24 January 2018"),
    ("Deadline for papers", "31 January 2018"),
    ("Joint meeting", "TBC"),
    ("Joint meeting", ""),
]
CALENDAR = table(*LINES, header=("Process", "Date"))


def test_each_line_of_a_reporting_calendar_is_a_meeting_or_a_deadline(tmp_path: Path) -> None:
    found = Plan(tmp_path, TITLE + ROWS + CALENDAR).nodes("Meeting").values()
    lines = {(m.attributes["process"], m.attributes.get("date"), m.attributes["sort"]) for m in found}
    assert lines == {
        ("Quality Board", "2018-01-24", "meeting"),
        ("Deadline for papers", "2018-01-31", "deadline"),
        ("Joint meeting", None, "meeting"),
    }
    assert len(found) == 4


def test_a_meeting_is_of_the_board_it_names_or_that_comes_again_else_of_the_plan(tmp_path: Path) -> None:
    found = Plan(tmp_path, TITLE + ROWS + CALENDAR).facts("MEETING_OF")
    assert {(name.partition(",")[0], of) for name, of in found} == {
        ("Quality Board", "Quality Board"),
        ("Deadline for papers", "Marlbrook Improvement Plan"),
        ("Joint meeting", "Joint meeting"),
    }


def test_a_calendar_goes_on_in_the_next_table(tmp_path: Path) -> None:
    more = table(("Quality Board", "24 April 2018"), header=())
    assert len(Plan(tmp_path, TITLE + ROWS + CALENDAR + more).nodes("Meeting")) == 5


@pytest.mark.parametrize(
    "other",
    [
        table(("Ann Reed", ""), ("Sam Holt", ""), header=()),
        table(("Beds", "12"), ("Wards", "3"), header=()),
        table(("Beds", "12", "x"), header=()) + table(("Quality Board", "24 April 2018"), header=()),
    ],
    ids=["names without a date", "figures", "after a table of another shape"],
)
def test_another_table_after_a_calendar_is_none_of_it(tmp_path: Path, other: str) -> None:
    assert len(Plan(tmp_path, TITLE + ROWS + CALENDAR + other).nodes("Meeting")) == 4


def test_a_line_too_short_to_be_quoted_is_told(tmp_path: Path) -> None:
    text = "Winter Plan\n\nAction\tOwner\nOpen a ward\tJo Lee\n\nMeeting\tDate\nSMT\tTBC\nQuality Board\t5 May 2018\n"
    plan = Plan(tmp_path, text, "plan.txt")
    assert [node.attributes["process"] for node in plan.nodes("Meeting").values()] == ["Quality Board"]
    (notice,) = plan.notices("unread")
    assert notice.what == "the line “SMT TBC” is too short to be quoted, and was not read"
    assert notice.where == "page 1, table 2, row 2, column 1"


def key(text: str) -> dict[str, str] | None:
    (found,) = (block for block in read_text(text).blocks if isinstance(block, Table))
    return key_of_ratings(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| RED | Not done |\n| GREEN | Done |\n", {"RED": "Not done", "GREEN": "Done"}),
        ("| Not done yet | RED |\n| All is done | GREEN |\n", {"RED": "Not done yet", "GREEN": "All is done"}),
        (
            "| Key | Meaning |\n| Red | Late |\n| Blue | Done with assurance |\n",
            {"Red": "Late", "Blue": "Done with assurance"},
        ),
        ("| Red | Late |\n", None),
        ("| Red | Late |\n| Beds | 12 |\n| Wards | 3 |\n| Staff | 40 |\n", None),
    ],
    ids=["colour first", "words first", "with a header", "one line", "figures"],
)
def test_a_table_of_ratings_is_the_key_to_them(text: str, expected: dict[str, str] | None) -> None:
    assert key(text) == expected


def test_the_key_to_the_ratings_is_kept_with_the_plan(tmp_path: Path) -> None:
    text = TITLE + table(("RED", "Not done"), ("GREEN", "Done"), header=()) + ROWS
    (plan,) = Plan(tmp_path, text).nodes("Plan").values()
    assert plan.attributes["rag_key"] == ("RED: Not done", "GREEN: Done")
