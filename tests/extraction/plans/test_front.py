"""The plan itself: its name, date and version, who approved it, and where a second plan begins."""

from pathlib import Path

import pytest

from tests.written import Plan, table

ROWS = table(("1", "Open a ward", "Jo Lee", "May 2019"), ("2", "Hire two staff", "Sam Holt", ""))


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("# Marlbrook Improvement Plan\n\n", "Marlbrook Improvement Plan"),
        ("# Marlbrook County Council\n\n## CQC action plan – 6 May 2019\n\n", "CQC action plan – 6 May 2019"),
        ("MARLBROOK WINTER PLAN FOR BEDS\n\n", "Marlbrook Winter Plan for Beds"),
        ("# Papers\n\nImprovement Plan\n\nThis plan says what we shall do.\n\n", "Improvement Plan"),
        ("# Plan\n\n", "Plan"),
        ("", "plan.md"),
    ],
)
def test_a_plan_is_called_what_its_title_says(tmp_path: Path, front: str, name: str) -> None:
    assert set(Plan(tmp_path, front + ROWS).nodes("Plan")) == {name}


def test_a_line_of_marks_alone_is_no_title(tmp_path: Path) -> None:
    rows = "Action\tOwner\nOpen a ward\tJo Lee\nHire two staff\tSam Holt\n"
    assert set(Plan(tmp_path, f"**\n\n{rows}", "plan.txt").nodes("Plan")) == {"plan.txt"}


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("# Winter Plan\n\n19 March 2018\n\n", "2018-03-19"),
        ("# Winter Plan, March 2018\n\n", "2018-03"),
        ("# Winter Plan, March 2018\n\nAgreed on 19 March 2018\n\n", "2018-03-19"),
        ("# Winter Plan 2018\n\n", None),
        ("# Winter Plan 2018/19\n\n", None),
        ("| Title | Winter Plan |\n| Date of meeting | 19 March 2018 |\n\n# Actions\n\n", "2018-03-19"),
    ],
)
def test_a_plan_has_the_most_precise_date_near_its_title_and_a_year_alone_is_none(
    tmp_path: Path, front: str, date: str | None
) -> None:
    (plan,) = Plan(tmp_path, front + ROWS).nodes("Plan").values()
    assert plan.attributes.get("date") == date


def test_a_form_at_the_front_gives_the_title(tmp_path: Path) -> None:
    front = "| Title of paper | Winter Plan |\n| Date | 19 March 2018 |\n\n# Board of directors\n\n"
    assert set(Plan(tmp_path, front + ROWS).nodes("Plan")) == {"Winter Plan"}


@pytest.mark.parametrize(
    ("line", "version"), [("Version 3.2", "Version 3.2"), ("V3", "V3"), ("FINAL DRAFT", "FINAL DRAFT"), ("Vivid", None)]
)
def test_a_plan_has_the_version_near_its_title(tmp_path: Path, line: str, version: str | None) -> None:
    (plan,) = Plan(tmp_path, f"# Winter Plan\n\n{line}\n\n{ROWS}").nodes("Plan").values()
    assert plan.attributes.get("version") == version


def test_dates_without_a_year_are_read_from_the_date_of_the_plan(tmp_path: Path) -> None:
    plan = Plan(tmp_path, f"# Winter Plan, 19 March 2018\n\n{table(('1', 'Open a ward', 'Jo Lee', '4 June'))}")
    assert plan.action("Open").attributes["due"] == "2018-06-04"


def test_a_paragraph_says_who_approved_the_plan_and_who_oversees_it(tmp_path: Path) -> None:
    front = "# Winter Plan\n\nThe plan was approved by the Quality Board. The Flow Group oversees its delivery.\n\n"
    plan = Plan(tmp_path, front + ROWS)
    assert plan.facts("APPROVES") == {("Quality Board", "Winter Plan")}
    assert plan.facts("OVERSEES") == {("Flow Group", "Winter Plan")}
    assert plan.quotes("OVERSEES") == {"The Flow Group oversees its delivery."}


def test_a_board_that_a_part_names_oversees_that_part(tmp_path: Path) -> None:
    part = "## Theme 1: Beds\n\nThe actions are overseen by the Flow Group.\n\n"
    assert Plan(tmp_path, f"# Winter Plan\n\n{part}{ROWS}").facts("OVERSEES") == {("Flow Group", "1 Beds")}


def test_a_second_plan_begins_where_a_heading_says_so_after_the_actions_of_the_first(tmp_path: Path) -> None:
    second = table(("1", "Mend the lift", "Ann Reed", "June 2019"))
    plan = Plan(tmp_path, f"# Marlbrook plans\n\n## Winter action plan\n\n{ROWS}## Summer action plan\n\n{second}")
    parts = plan.facts("PART_OF")
    assert ("1 Mend the lift", "Summer action plan") in parts
    assert ("1 Open a ward", "Winter action plan") in parts


def test_numbered_plans_are_as_many(tmp_path: Path) -> None:
    text = (
        f"# Marlbrook\n\n## Plan 1: Beds\n\n{ROWS}## Plan 2: Staff\n\n{table(('1', 'Mend the lift', 'Ann Reed', ''))}"
    )
    assert {"Beds", "Staff"} <= set(Plan(tmp_path, text).nodes("Plan"))


def test_a_line_that_gives_a_person_a_post_says_so_beside_the_plan(tmp_path: Path) -> None:
    plan = Plan(tmp_path, f"# Winter Plan\n\n- Jo Lee – Director of Care, Marlbrook County Council\n\n{ROWS}")
    assert plan.facts("HOLDS") == {("Jo Lee", "Director of Care, Marlbrook County Council")}
    assert plan.quotes("HOLDS") == {"Jo Lee – Director of Care, Marlbrook County Council"}


def test_the_signatories_of_the_introduction_are_parties_to_the_plan(tmp_path: Path) -> None:
    front = "# Winter Plan\n\nMarlbrook County Council and Healthwatch Marlbrook have signed up to this plan.\n\n"
    plan = Plan(tmp_path, front + table(("1", "Open a ward", "the Council", "")))
    assert plan.facts("PARTY_TO") == {
        (name, "Winter Plan") for name in ("Marlbrook County Council", "Healthwatch Marlbrook")
    }
    assert plan.facts("OWNS") == {("Marlbrook County Council", "1 Open a ward")}
