"""Rows of plans as actions: what they carry down, what a page parted, and what is told instead of dropped."""

from pathlib import Path

import pytest

from sysgraph.model import Node, Value
from tests.written import TITLE, Plan, table

ISSUES = ("Issue", "Outcome", "Action", "Owner", "Due", "RAG")


def attribute(nodes: dict[str, Node], name: str) -> dict[str, Value]:
    return {str(node.attributes["text"]): node.attributes.get(name) for node in nodes.values()}


FULL = {
    "Ref": "4.1",
    "Action": "Open a ward",
    "Owner": "Jo Lee",
    "Operational lead": "TBC",
    "Due": "Feb 18 - May 19",
    "Revised date": "June 2019",
    "Assurance": "Weekly figures",
    "Progress": "Two beds open.",
    "RAG": "Amber",
    "On target RAG": "Yellow",
}
READ: dict[str, Value] = {
    "ref": "4.1", "text": "Open a ward", "owner_status": "named", "owner_kind": "person", "owner_text": "Jo Lee",
    "lead_status": "tbc", "lead_text": "TBC", "due": "2019-05", "due_by": "2019-05-31", "due_start": "2018-02",
    "due_text": "Feb 18 - May 19", "revised": "2019-06", "revised_by": "2019-06-30", "revised_text": "June 2019",
    "assurance": "Weekly figures", "progress": "Two beds open.", "month_rag": "Amber", "on_target_rag": "Yellow",
    "shifted": False, "broken": False,
}  # fmt: skip


def test_an_action_has_the_attributes_that_its_cells_give(tmp_path: Path) -> None:
    action = Plan(tmp_path, TITLE + table(tuple(FULL.values()), header=tuple(FULL))).action("Open a ward")
    assert action.name == "4.1 Open a ward"
    assert {name: action.attributes.get(name) for name in READ} == READ


def test_a_header_may_have_two_rows_of_which_the_upper_one_spans(tmp_path: Path) -> None:
    rows = (
        "Ref\tAction required\tResponsibility\t\tTarget date\t\n\t\tLead officer\tAction officer\tOriginal\tRevised\n"
        "1\tOpen a ward\tJo Lee\tSam Holt\tMay 2019\tJune 2019\n"
    )
    plan = Plan(tmp_path, f"Winter Plan\n\n{rows}", "plan.txt")
    assert plan.facts("OWNS") == {("Jo Lee", "1 Open a ward")}
    assert plan.facts("OPERATES") == {("Sam Holt", "1 Open a ward")}
    found = plan.action("Open a ward").attributes
    assert (found["due"], found["revised"]) == ("2019-05", "2019-06")


def test_a_title_above_the_header_opens_a_part(tmp_path: Path) -> None:
    rows = "Beds and wards\t\t\nAction\tOwner\tDue\nOpen a ward\tJo Lee\tMay 2019\n"
    assert ("Open a ward", "Beds and wards") in Plan(tmp_path, f"Winter Plan\n\n{rows}", "plan.txt").facts("PART_OF")


def test_only_issues_and_outcomes_carry_down_over_blank_cells(tmp_path: Path) -> None:
    plan = Plan(
        tmp_path,
        TITLE
        + table(
            ("Beds are full all winter", "Nobody waits", "Open a ward", "Jo Lee", "May 2019", "Red"),
            ("", "", "Hire two staff", "", "", ""),
            header=ISSUES,
        ),
    )
    action = plan.action("Hire two staff")
    assert action.attributes["owner_status"] == "missing"
    assert action.attributes["may_be_merged_with"] == "Jo Lee"
    assert action.attributes["outcome"] == "Nobody waits"
    assert not {"owner_text", "due", "due_text", "month_rag"} & set(action.attributes)
    assert plan.facts("ADDRESSES") == {(name, "Beds are full all winter") for name in ("Open a ward", "Hire two staff")}
    assert plan.facts("OWNS") == {("Jo Lee", "Open a ward")}


def test_a_carried_issue_ends_where_a_part_of_the_plan_does(tmp_path: Path) -> None:
    plan = Plan(
        tmp_path,
        TITLE
        + table(
            ("Beds are full all winter", "", "Open a ward", "Jo Lee", "May 2019", "Red"),
            ("Staff and pay", "", "", "", "", ""),
            ("", "", "Hire two staff", "Sam Holt", "May 2019", "Red"),
            header=ISSUES,
        ),
    )
    assert plan.facts("ADDRESSES") == {("Open a ward", "Beds are full all winter")}
    assert ("Hire two staff", "Staff and pay") in plan.facts("PART_OF")


def test_each_line_of_an_issue_is_a_finding(tmp_path: Path) -> None:
    row = ("<p>Beds are full</p><p>Lifts are slow</p>", "", "Open a ward", "Jo Lee", "May 2019", "Red")
    assert set(Plan(tmp_path, TITLE + table(row, header=ISSUES)).nodes("Finding")) == {
        "Beds are full",
        "Lifts are slow",
    }


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("agree the way in", "Jo Lee", "May 2019"),
            ("write to families", "Sam Holt", "June 2019"),
            ("review the lift", "", ""),
        ],
        [
            ("Agree the way in", "Jo Lee", "May 2019"),
            ("e-rostering to begin", "Sam Holt", "June 2019"),
            ("Review the lift", "", ""),
        ],
    ],
    ids=["all of them", "one of them"],
)
def test_actions_that_begin_with_a_small_letter_stay_actions_of_their_own(
    tmp_path: Path, rows: list[tuple[str, str, str]]
) -> None:
    assert Plan(tmp_path, TITLE + table(*rows, header=("Action", "Who", "When"))).texts() == {row[0] for row in rows}


def test_a_row_that_a_page_parted_is_one_action(tmp_path: Path) -> None:
    text = (
        "Winter Plan\n\nRef\tAction\tOwner\tDue\tProgress\n1\tOpen a ward for the\tJo Lee\tMay 2019\tTwo beds\n"
        "\f\twinter months\t\t\tare open.\n2\tHire two staff\tSam Holt\tMay 2019\t\n"
    )
    plan = Plan(tmp_path, text, "plan.txt")
    action = plan.action("Open a ward")
    assert action.attributes["text"] == "Open a ward for the winter months"
    assert action.attributes["progress"] == "Two beds are open."
    assert action.attributes["broken"] is True
    assert plan.texts() == {"Open a ward for the winter months", "Hire two staff"}


def test_a_row_never_goes_on_with_the_last_one_of_another_part(tmp_path: Path) -> None:
    header = ("Action", "Who", "When", "Comments")
    beds = table(("Open a ward", "Jo Lee", "May 2019", ""), header=header)
    staff = table(("", "", "", "and so it goes on"), ("Hire two staff", "Sam Holt", "May 2019", ""), header=header)
    plan = Plan(tmp_path, f"{TITLE}## Beds\n\n{beds}## Staff\n\n{staff}")
    assert attribute(plan.nodes("Action"), "broken") == {"Open a ward": False, "Hire two staff": False}
    assert attribute(plan.nodes("Action"), "progress") == {"Open a ward": None, "Hire two staff": None}


def test_a_table_without_a_header_goes_on_with_the_columns_of_the_one_before(tmp_path: Path) -> None:
    first = table(("1", "Open a ward", "Jo Lee", "May 2019"))
    rest = table(("2", "Hire two staff", "Sam Holt", "June 2019"), ("3", "Mend the lift", "", "July 2019"), header=())
    plan = Plan(tmp_path, f"{TITLE}{first}\n{rest}")
    assert attribute(plan.nodes("Action"), "due") == {
        "Open a ward": "2019-05",
        "Hire two staff": "2019-06",
        "Mend the lift": "2019-07",
    }


def test_a_header_that_comes_again_is_no_action(tmp_path: Path) -> None:
    rows = [("1", "Open a ward", "Jo Lee", "May 2019"), ("Ref", "Action", "Owner", "Due"), ("2", "Hire two", "", "")]
    assert Plan(tmp_path, TITLE + table(*rows)).texts() == {"Open a ward", "Hire two"}


def test_a_header_that_comes_again_with_other_labels_counts_from_there(tmp_path: Path) -> None:
    rows = [
        ("Open a ward", "Jo Lee", "May 2019"),
        ("Action", "Deadline", "Owner"),
        ("Hire two staff", "June 2019", "Sam Holt"),
    ]
    plan = Plan(tmp_path, TITLE + table(*rows, header=("Action", "Owner", "Due")))
    assert plan.facts("OWNS") == {("Jo Lee", "Open a ward"), ("Sam Holt", "Hire two staff")}


def test_cells_that_stand_a_column_off_are_read_where_they_belong_and_the_row_is_marked(tmp_path: Path) -> None:
    header = ("Ref", "Action", "Owner", "Due", "Assurance", "RAG")
    rows = [
        ("1", "Open a ward", "Jo Lee", "May 2019", "Weekly figures", "Red"),
        ("2", "Hire two staff", "Sam Holt", "", "June 2019", "Green"),
    ]
    found = Plan(tmp_path, TITLE + table(*rows, header=header)).action("Hire two staff").attributes
    assert (found["due"], found["month_rag"], found["shifted"]) == ("2019-06", "Green", True)
    assert "assurance" not in found


@pytest.mark.parametrize(
    ("action", "owner", "see"),
    [
        ("See 1", "", "1"),
        ("Beds – covered by action 1", "", "1"),
        ("See 1", "Jo Lee", None),
        ("Staff are to refer to guidance NG27", "", None),
        ("Open two wards by 2019", "", None),
    ],
)
def test_a_row_points_elsewhere_only_where_that_is_all_it_does(
    tmp_path: Path, action: str, owner: str, see: str | None
) -> None:
    rows = [("1", "Open a ward", "Jo Lee", "May 2019"), ("2", action, owner, "")]
    assert Plan(tmp_path, TITLE + table(*rows)).action(action).attributes.get("see") == see


def test_references_in_the_cells_of_the_actions_are_taken_out(tmp_path: Path) -> None:
    rows = [("1.1 Open a ward", "Jo Lee"), ("1.2 Hire two staff", "Sam Holt"), ("Mend the lift", "Jo Lee")]
    found = Plan(tmp_path, TITLE + table(*rows, header=("Action", "Owner"))).nodes("Action")
    assert attribute(found, "ref") == {"Open a ward": "1.1", "Hire two staff": "1.2", "Mend the lift": None}


def test_actions_of_the_same_words_stay_as_many_as_they_are(tmp_path: Path) -> None:
    rows = [("Review", "Jo Lee", "May 2019"), ("Review", "Sam Holt", "June 2019")]
    plan = Plan(tmp_path, TITLE + table(*rows, header=("Action", "Owner", "Due")))
    assert plan.facts("OWNS") == {("Jo Lee", "Review"), ("Sam Holt", "Review (2)")}


@pytest.mark.parametrize(
    ("rows", "where", "what"),
    [
        (
            [("1", "Open a ward", "Jo Lee", "May 2019", "Ann", "Sam")],
            "row 2, column 5",
            "no column of the plan takes “Ann”",
        ),
        (
            [("1", "Open a ward", "Jo Lee", "May 2019"), ("", "", "Sam Holt", "May 2019")],
            "row 3, column 3",
            "the row says nothing that is to be done",
        ),
        (
            [("1", "Open a ward", "Jo Lee, when back", "May 2019")],
            "row 2, column 3",
            "not understood in “Jo Lee, when back”: when, back",
        ),
    ],
    ids=["a cell too many", "a row without an action", "words in an owner's cell"],
)
def test_what_is_not_read_is_told_with_its_position(
    tmp_path: Path, rows: list[tuple[str, ...]], where: str, what: str
) -> None:
    found = Plan(tmp_path, TITLE + table(*rows)).notices("unread")
    assert any(one.where == f"page 1, table 1, {where}" and what in one.what for one in found), found


def test_a_column_that_nothing_explains_is_told_once(tmp_path: Path) -> None:
    rows = [("Open a ward", "x y", "Jo Lee"), ("Hire two staff", "x y", "Sam Holt"), ("Mend the lift", "x y", "")]
    (notice,) = Plan(tmp_path, TITLE + table(*rows, header=("Action", "Moon", "Owner"))).notices("unread")
    assert (notice.where, notice.what) == (
        "page 1, table 1, row 1, column 2",
        "the column “Moon” is not read: nothing says what it is for",
    )


def test_a_row_too_short_to_be_quoted_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    plan = Plan(tmp_path, "Winter Plan\n\nAction\tOwner\nOpen a ward\tJo Lee\nGo\tSam\nHire two\tJo Lee\n", "plan.txt")
    assert plan.texts() == {"Open a ward", "Hire two"}
    assert [one.what for one in plan.notices("unread")] == [
        "the row is too short to be quoted, and was not read: “Go Sam”"
    ]


@pytest.mark.parametrize("blank", [("", "", "", ""), ("-", "-", "-", "-"), ("5", "", "", "")])
def test_a_row_of_a_template_that_nobody_filled_is_nothing(tmp_path: Path, blank: tuple[str, ...]) -> None:
    rows = [("1", "Open a ward", "Jo Lee", "May 2019"), blank, ("2", "Hire two staff", "Sam Holt", "May 2019")]
    plan = Plan(tmp_path, TITLE + table(*rows))
    assert plan.texts() == {"Open a ward", "Hire two staff"}
    assert plan.notices("unread") == []
    assert not plan.nodes("Theme")


@pytest.mark.parametrize(
    "text",
    [
        table(("Jo Lee", "Director of Care", "jo@example.org"), header=("Name", "Post", "Email")),
        table(("1.0", "First draft", "May 2019"), header=("Version", "Summary of changes", "Date")),
        table(("HWB", "Health and Wellbeing Board"), header=("Term", "Meaning")),
        table(("-", ""), ("", "…"), header=()),
        "The panel met and spoke of beds.\n",
    ],
    ids=["contacts", "versions", "glossary", "blank table", "no table"],
)
def test_what_is_no_plan_gives_no_action(tmp_path: Path, text: str) -> None:
    assert not Plan(tmp_path, f"# Marlbrook papers\n\n{text}").nodes("Action")
