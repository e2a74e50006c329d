"""Lists of members and of committees, and the names that stand in them."""

import pytest

from tests.extraction.prose.invented import read, told

COUNCIL, CCG = "Anyshire Council", "Anyshire CCG"
BOARD = "Northmoor Delivery Board"


def test_committees_report_to_the_board_that_the_sentence_names() -> None:
    found = told(
        "The Delivery Board has two sub-groups: Housing and Transport. Each of the sub-groups reports to the "
        "Executive Group."
    )
    assert {fact for fact in found if fact[1] == "REPORTS_TO"} == {
        ("Housing sub-group", "REPORTS_TO", "Executive Group"),
        ("Transport sub-group", "REPORTS_TO", "Executive Group"),
    }


def test_an_organisation_establishes_the_committees_that_it_lists() -> None:
    found = told("Anyshire CCG has established two committees: the Audit Committee and the Quality Committee.")
    assert found >= {(CCG, "ESTABLISHED", "Audit Committee"), (CCG, "ESTABLISHED", "Quality Committee")}


def test_a_board_in_a_row_of_committees_has_not_set_itself_up() -> None:
    found = told("The Audit Committee met.", "There are two committees: the Audit Committee and the Quality Committee.")
    assert all(source != target for source, _, target in found)


def test_what_committees_have_to_do_is_no_list_of_committees() -> None:
    found = told(
        "The Delivery Board has delegated powers. Its committees are required to:",
        "- Comply with the principles of good governance",
        "- Operate in accordance with their terms of reference",
    )
    assert found == set()


def test_committees_are_listed_with_what_each_does() -> None:
    found = told(
        "The Board of Directors meets monthly.",
        "Our committees are listed below:",
        "- The Audit Committee looks at internal control.",
        "- The Quality Committee looks at the safety of care.",
    )
    assert found >= {
        ("Audit Committee", "ACCOUNTABLE_TO", "Board of Directors"),
        ("Quality Committee", "ACCOUNTABLE_TO", "Board of Directors"),
    }


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("An Independent Non-Executive Chair", "Independent Non-Executive Chair"),
        ("i. Chair", "Chair"),
        ("The Lay Chair", "Lay Chair"),
    ],
)
def test_a_chair_in_a_list_chairs_the_board(line: str, name: str) -> None:
    assert told("The members of the Northmoor Delivery Board are:", f"- {line}") == {(name, "CHAIRS", BOARD)}


def test_who_may_come_in_somebodys_place_is_no_part_of_a_seat() -> None:
    found = told(
        "The members of the Northmoor Delivery Board are:",
        "(a) the Chief Executive of Anyshire Council or their nominee (to be agreed by Full Council)",
        "(b) the Director of Public Health or a nominated deputy",
    )
    assert {name for name, type_, _ in found if type_ == "MEMBER_OF"} == {
        "Chief Executive",
        "Director of Public Health",
    }


def test_a_list_goes_on_behind_a_list_within_it() -> None:
    found = told(
        "The members of the Northmoor Delivery Board are:",
        "- A leader from each place:",
        "- Anyshire Council",
        "- Anyshire CCG",
    )
    assert found == {(COUNCIL, "MEMBER_OF", BOARD), (CCG, "MEMBER_OF", BOARD)}


def test_a_committee_with_its_initials_in_a_list_is_no_person() -> None:
    found = read("The members of the Northmoor Delivery Board are:", "- Local Medical Committee (LMC)")
    assert {(claim.source.kind, claim.source.name) for claim in found.claims} == {("Board", "Local Medical Committee")}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The People Committee reports to the Delivery Board.", "People Committee"),
        ("The Finance, Performance and Digital Committee reports to the Delivery Board.",
         "Finance, Performance and Digital Committee"),
        ("The Membership Engagement Committee reports to the Delivery Board.", "Membership Engagement Committee"),
    ],
)  # fmt: skip
def test_a_committee_has_its_whole_name(words: str, name: str) -> None:
    assert told(words) == {(name, "REPORTS_TO", "Delivery Board")}


@pytest.mark.parametrize("side", ["Labour Group", "Main Opposition Political Group", "Full Council"])
def test_a_side_or_a_meeting_of_a_council_is_no_body(side: str) -> None:
    assert told(f"The Delivery Board is accountable to the {side}.") == set()


def test_committees_are_listed_behind_what_is_said_of_them() -> None:
    found = told(
        "The Governing Body has appointed committees to do its work. These include:",
        "- Audit Committee",
        "- Procurement Committee",
    )
    assert found == {
        ("Audit Committee", "ACCOUNTABLE_TO", "Governing Body"),
        ("Procurement Committee", "ACCOUNTABLE_TO", "Governing Body"),
    }


def test_a_fire_service_in_a_list_is_no_person() -> None:
    found = read("The members of the Northmoor Delivery Board are:", "- Greater Anyshire Fire & Rescue Service")
    assert {(claim.source.kind, claim.source.name) for claim in found.claims} == {
        ("Organisation", "Greater Anyshire Fire & Rescue Service")
    }


def test_executive_and_non_executive_directors_are_two_seats() -> None:
    found = told("The Board of Directors is made up of executive and non-executive directors.")
    assert found == {
        ("executive directors", "MEMBER_OF", "Board of Directors"),
        ("non-executive directors", "MEMBER_OF", "Board of Directors"),
    }
