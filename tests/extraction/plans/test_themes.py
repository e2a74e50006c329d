"""The parts of a plan and who leads them."""

from pathlib import Path

import pytest

from tests.written import TITLE, Plan, table

ROWS = table(("1.1", "Open a ward", "Jo Lee", "May 2019"))
COUNCIL, TRUST = "Marlbrook County Council", "Vale of Tarrow NHS Trust"


def plan(folder: Path, *lines: str, before: str = "") -> Plan:
    """A plan with one theme and these lines under its heading."""
    body = "".join(f"{line}\n\n" for line in lines)
    front = f"This is the plan of {COUNCIL} (MCC) and Vale of Tarrow NHS Trust (VTNT).\n\n"
    return Plan(folder, f"{TITLE}{front}{before}## Theme 1: Beds and wards\n\n{body}{ROWS}")


def test_a_part_with_actions_is_a_theme_of_the_plan(tmp_path: Path) -> None:
    found = plan(tmp_path)
    (theme,) = found.nodes("Theme").values()
    assert (theme.name, theme.attributes["ref"], theme.attributes["title"]) == (
        "1 Beds and wards",
        "1",
        "Beds and wards",
    )
    assert {("1 Beds and wards", "Marlbrook Improvement Plan"), ("1.1 Open a ward", "1 Beds and wards")} == found.facts(
        "PART_OF"
    )


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Lead organisation: MCC", {(COUNCIL, "lead organisation")}),
        ("Lead: MCC", {(COUNCIL, "lead organisation")}),
        ("Lead: Jo Lee", {("Jo Lee", "lead")}),
        ("Lead organisation: Jo Lee", {("Jo Lee", "lead")}),
        ("SRO: Jo Lee, Director of Care, MCC", {("Jo Lee", "senior responsible officer")}),
        ("Reporting Officer: Director of Care, MCC", {(f"Director of Care, {COUNCIL}", "reporting officer")}),
        ("Leads: Jo Lee and Sam Holt", {("Jo Lee", "lead"), ("Sam Holt", "lead")}),
        ("Lead organisations: MCC and VTNT", {(COUNCIL, "lead organisation"), (TRUST, "lead organisation")}),
        ("Lead: TBC", set()),
    ],
)
def test_the_lines_under_a_heading_say_who_leads_in_what_capacity(
    tmp_path: Path, line: str, leads: set[tuple[str, str]]
) -> None:
    assert plan(tmp_path, line).capacities("LEADS") == leads


def test_a_lead_keeps_the_post_and_body_that_the_line_gives(tmp_path: Path) -> None:
    found = plan(tmp_path, "Lead: MCC (Jo Lee, Director of Care)")
    assert found.facts("HOLDS") == {("Jo Lee", f"Director of Care, {COUNCIL}")}
    assert found.quotes("LEADS") == {"Lead: MCC (Jo Lee, Director of Care)"}


def test_the_council_in_a_row_is_the_one_that_leads_the_part(tmp_path: Path) -> None:
    front = f"{TITLE}{COUNCIL} and Tarrow City Council met.\n\n"
    part = "## Theme 1: Beds\n\nLead organisation: Tarrow City Council\n\n"
    found = Plan(tmp_path, front + part + table(("1.1", "Open a ward", "the Council", "")))
    assert found.facts("OWNS") == {("Tarrow City Council", "1.1 Open a ward")}


def test_a_list_gives_leads_to_the_themes_that_it_names(tmp_path: Path) -> None:
    found = plan(tmp_path, before="Themes and leads:\n\n- 1. Beds and wards – VTNT\n- Something else – MCC\n\n")
    assert found.capacities("LEADS") == {("Vale of Tarrow NHS Trust", "lead organisation")}


def test_a_numbered_part_that_calls_itself_one_is_a_theme_without_actions_too(tmp_path: Path) -> None:
    text = (
        f"{TITLE}## Theme 1: Beds\n\n{ROWS}## Workstream 2: Staff\n\nWords about staff.\n\n## 3. Notes\n\nMore words.\n"
    )
    assert set(Plan(tmp_path, text).nodes("Theme")) == {"1 Beds", "2 Staff"}


def test_a_heading_too_short_to_be_quoted_is_spoken_for_by_a_row_that_stands_under_it(tmp_path: Path) -> None:
    (theme,) = Plan(tmp_path, f"{TITLE}## Beds\n\n{ROWS}").nodes("Theme").values()
    assert theme.name == "Beds"
    assert [(one.quote, one.position.heading) for one in theme.evidence] == [
        ("1.1 | Open a ward | Jo Lee | May 2019", "Beds")
    ]


def test_a_lead_too_short_to_be_quoted_is_told(tmp_path: Path) -> None:
    found = plan(tmp_path, "SRO: JL")
    assert found.capacities("LEADS") == set()
    assert [one.what for one in found.notices("unread")] == [
        "the line “SRO: JL” is too short to be quoted, and was not read"
    ]


def test_a_line_of_a_list_of_leads_too_short_to_be_quoted_is_told(tmp_path: Path) -> None:
    text = f"{TITLE}- Pay: MC\n\n## Theme 1: Pay\n\n{ROWS}"
    assert [one.what for one in Plan(tmp_path, text).notices("unread")] == [
        "the line “Pay: MC” is too short to be quoted, and was not read"
    ]


def test_a_part_too_short_to_be_quoted_with_nothing_under_it_is_told(tmp_path: Path) -> None:
    found = Plan(tmp_path, f"{TITLE}## Theme 1: Beds\n\n{ROWS}## Theme 2\n")
    assert set(found.nodes("Theme")) == {"1 Beds"}
    assert [one.what for one in found.notices("unread")] == ["the part “2” is too short to be quoted, and was not read"]


def test_words_of_a_lead_that_are_not_understood_are_told(tmp_path: Path) -> None:
    (notice,) = plan(tmp_path, "Lead: Jo Lee when back").notices("unread")
    assert (notice.where, notice.what) == ("page 1", "not understood in “Jo Lee when back”: when, back")


def test_a_board_that_is_named_as_the_lead_is_told_and_leads_nothing(tmp_path: Path) -> None:
    board = "Tarrow Steering Group"
    front = f"The {board} reports to {COUNCIL} (MCC).\n\nThemes and leads:\n\n- 1. Beds and wards – {board}\n\n"
    found = plan(tmp_path, f"Lead organisations: MCC and {board}", before=front)
    assert found.capacities("LEADS") == {(COUNCIL, "lead organisation")}
    assert {one.what for one in found.notices("unread")} == {
        f"“{board}” is named as the lead, and is not an organisation, a post or a person"
    }
