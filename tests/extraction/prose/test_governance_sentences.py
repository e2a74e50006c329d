"""How boards are made up, chaired, overseen and answered for in sentences of governance papers."""

import pytest

from tests.extraction.prose.invented import read, told

COUNCIL, CCG, TRUST = "Anyshire Council", "Anyshire CCG", "Northmoor NHS Trust"
BOARD = "Northmoor Delivery Board"


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("The Delivery Group is monitored by the Anyshire Partnership Board.", "OVERSEES"),
        ("The Delivery Group is scrutinised regularly by the Anyshire Partnership Board.", "OVERSEES"),
        ("The Delivery Group was established by the Anyshire Partnership Board.", "ESTABLISHED"),
    ],
)
def test_a_passive_is_not_read_the_other_way_round(words: str, fact: str) -> None:
    assert told(words) == {("Anyshire Partnership Board", fact, "Delivery Group")}


def test_who_is_replaced_by_another_does_not_succeed_it() -> None:
    found = told("Anyshire CCG was replaced by Northmoor Integrated Care Board.")
    assert found == {("Northmoor Integrated Care Board", "SUCCEEDS", CCG)}


def test_who_is_commissioned_by_another_does_not_commission_it() -> None:
    found = told("Northmoor NHS Trust is commissioned by Anyshire CCG to visit people at home.")
    assert found == {(CCG, "COMMISSIONS", TRUST)}


@pytest.mark.parametrize(
    "words",
    [
        "Partners on the Northmoor Delivery Board are Anyshire Council, Anyshire CCG and Northmoor NHS Trust.",
        "Membership of the Northmoor Delivery Board is drawn from Anyshire Council, Anyshire CCG and "
        "Northmoor NHS Trust.",
        "The Northmoor Delivery Board has three statutory partners: Anyshire Council, Anyshire CCG and "
        "Northmoor NHS Trust.",
        "The Northmoor Delivery Board has representatives from Anyshire Council, Anyshire CCG and Northmoor NHS Trust.",
        "The Northmoor Delivery Board brings together Anyshire Council, Anyshire CCG and Northmoor NHS Trust.",
        "Anyshire Council, Anyshire CCG and Northmoor NHS Trust have a seat on the Northmoor Delivery Board.",
        "The Northmoor Delivery Board has a wide membership which includes Anyshire Council, Anyshire CCG and "
        "Northmoor NHS Trust.",
    ],
)
def test_a_sentence_tells_who_makes_up_a_board(words: str) -> None:
    assert told(words) == {(name, "MEMBER_OF", BOARD) for name in (COUNCIL, CCG, TRUST)}


def test_members_are_told_behind_the_chair() -> None:
    found = told("The Northmoor Delivery Board is chaired by Jane Underhill, with membership from Anyshire Council.")
    assert found >= {("Jane Underhill", "CHAIRS", BOARD), (COUNCIL, "MEMBER_OF", BOARD)}


def test_a_seat_on_a_board_makes_the_board_no_part_of_who_sits_there() -> None:
    assert all(
        type_ != "PART_OF" for _, type_, _ in told("Anyshire Council has a seat on the Northmoor Delivery Board.")
    )


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (
            "The Audit Committee provides the Governing Body with assurance on internal control.",
            ("Audit Committee", "REPORTS_TO", "Governing Body"),
        ),
        (
            "The Delivery Board receives monthly highlight reports from the Workforce Group.",
            ("Workforce Group", "REPORTS_TO", "Delivery Board"),
        ),
        ("The Workforce Group sits under the Delivery Board.", ("Workforce Group", "PART_OF", "Delivery Board")),
        (
            "The Workforce Group is one of three sub-groups of the Delivery Board.",
            ("Workforce Group", "PART_OF", "Delivery Board"),
        ),
        (
            "Oversight of the Better Care Fund sits with the Delivery Board.",
            ("Delivery Board", "OVERSEES", "Better Care Fund"),
        ),
        (
            "The Delivery Board has overall responsibility for the Better Care Fund.",
            ("Delivery Board", "OVERSEES", "Better Care Fund"),
        ),
        (
            "Oversight has been delegated to the Delivery Board by the Governing Body.",
            ("Governing Body", "DELEGATES_TO", "Delivery Board"),
        ),
        ("Anyshire Council has appointed a Delivery Board.", (COUNCIL, "ESTABLISHED", "Delivery Board")),
        (
            "The pooled budget is made up of contributions from Anyshire Council.",
            (COUNCIL, "FUNDS", "pooled budget"),
        ),
        (
            "The section 75 agreement was extended to include the Better Care Fund.",
            ("Better Care Fund", "HELD_UNDER", "Section 75 agreement"),
        ),
        (
            "Northmoor Integrated Care Board met in July, taking on the functions formerly held by Anyshire CCG.",
            ("Northmoor Integrated Care Board", "SUCCEEDS", CCG),
        ),
        (
            "The senior responsible officer for the Winter Plan is Jane Underhill.",
            ("senior responsible officer", "LEADS", "Winter Plan"),
        ),
        (
            "The senior responsible owner for the Winter Plan is Jane Underhill.",
            ("Jane Underhill", "HOLDS", "senior responsible owner"),
        ),
        (
            "Chief Executive Jane Underhill told the Delivery Board that all was well.",
            ("Jane Underhill", "HOLDS", "Chief Executive"),
        ),
        (
            "The out of hours service is commissioned by Anyshire CCG.",
            (CCG, "COMMISSIONS", "out of hours service"),
        ),
        (
            "The Chair of the Delivery Board is the Chief Officer of Anyshire CCG.",
            ("Chief Officer", "CHAIRS", "Delivery Board"),
        ),
        (
            "Jane Underhill was appointed as Chief Executive Designate of Anyshire CCG.",
            ("Jane Underhill", "HOLDS", "Chief Executive Designate"),
        ),
        (
            "The Quality Committee is chaired by Jane Underhill, a lay member of the Governing Body.",
            ("Jane Underhill", "MEMBER_OF", "Governing Body"),
        ),
        (
            "Northmoor NHS Trust is the lead provider for the Anyshire Care Alliance.",
            (TRUST, "LEADS", "Anyshire Care Alliance"),
        ),
        (
            "The Alliance Agreement was signed in April 2018 by Anyshire Council.",
            (COUNCIL, "PARTY_TO", "Alliance Agreement"),
        ),
        (
            "Anyshire Council is a signatory to the Alliance Agreement.",
            (COUNCIL, "PARTY_TO", "Alliance Agreement"),
        ),
        (
            "The Resilience Group became the Delivery Board in September 2016.",
            ("Delivery Board", "SUCCEEDS", "Resilience Group"),
        ),
        (
            "The Delivery Board was formed in 2019 by Anyshire Council.",
            (COUNCIL, "ESTABLISHED", "Delivery Board"),
        ),
        (
            "The Delivery Board consists of four members from Anyshire Council and two from Anyshire CCG.",
            (CCG, "MEMBER_OF", "Delivery Board"),
        ),
        (
            "The Executive Team is led by the Chief Executive.",
            ("Chief Executive", "LEADS", "Executive Team"),
        ),
        (
            "It was agreed that the Delivery Board is a Committee of Anyshire Council.",
            ("Delivery Board", "ACCOUNTABLE_TO", COUNCIL),
        ),
    ],
)
def test_a_sentence_tells_one_fact_of_governance(words: str, fact: tuple[str, str, str]) -> None:
    assert fact in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "Oversight of the Better Care Fund should sit with the Delivery Board.",
        "The Delivery Board does not have overall responsibility for the Better Care Fund.",
        "The Delivery Board could have representatives from Anyshire Council and Anyshire CCG.",
        "Oversight is not delegated to the Delivery Board by the Governing Body.",
    ],
)
def test_what_is_proposed_or_denied_is_no_fact(words: str) -> None:
    assert told(words) == set()


def test_three_chief_executives_are_three_members() -> None:
    found = read(
        "The Chief Executive of Anyshire Council, the Accountable Officer of Anyshire CCG and the Chief Executive of "
        "Northmoor NHS Trust are members of the Northmoor Delivery Board."
    )
    within = [claim.source.within.name for claim in found.claims if claim.type == "MEMBER_OF" and claim.source.within]
    assert within == [COUNCIL, CCG, TRUST]


def test_the_last_body_of_a_list_is_not_shared_by_the_post_before_it() -> None:
    found = told(
        "Members of the Northmoor Delivery Board include the Chief Executive of Anyshire Council, the Accountable "
        "Officer of Anyshire CCG and Northmoor NHS Trust."
    )
    assert ("Accountable Officer", "POST_IN", TRUST) not in found
    assert (TRUST, "MEMBER_OF", BOARD) in found


def test_the_body_in_brackets_behind_a_person_does_nothing_itself() -> None:
    found = told("The Delivery Board is chaired by Jane Underhill (Anyshire Council) and Peter Lane (Anyshire CCG).")
    assert {source for source, type_, _ in found if type_ == "CHAIRS"} == {"Jane Underhill", "Peter Lane"}


def test_a_board_within_the_predicate_is_not_who_reports() -> None:
    found = told("Each of the groups is chaired by a member of the Delivery Board and reports to the Executive Group.")
    assert found == set()


def test_who_chairs_in_passing_does_not_report() -> None:
    found = told("The meeting, chaired by the Medical Director, reports to the Delivery Board.")
    assert all(type_ != "REPORTS_TO" for _, type_, _ in found)


def test_a_forum_that_somebody_chairs_in_passing_is_no_member() -> None:
    found = told("Jane Underhill, who chairs the Carers Forum, sits on the Delivery Board.")
    assert found == {
        ("Jane Underhill", "CHAIRS", "Carers Forum"),
        ("Jane Underhill", "MEMBER_OF", "Delivery Board"),
    }


def test_what_a_board_owns_is_overseen_and_not_the_board() -> None:
    found = told("The Executive Group is responsible for delivering the Delivery Board's Winter Plan.")
    assert found == {("Executive Group", "OVERSEES", "Winter Plan")}


def test_whom_a_report_was_made_to_is_not_chaired_by_who_made_it() -> None:
    found = told("The report was made by Jane Underhill, Chair of the Scrutiny Committee, to the Delivery Board.")
    assert {target for _, type_, target in found if type_ == "CHAIRS"} == {"Scrutiny Committee"}


def test_who_asks_does_not_hold_the_post_of_who_answers() -> None:
    found = told("In response to a question from Mr Field, the Director of Finance spoke of the Delivery Board.")
    assert all(type_ != "HOLDS" for _, type_, _ in found)


def test_the_agreement_is_the_one_of_the_sentence_before() -> None:
    found = told(
        "Anyshire Council and Anyshire CCG signed a section 75 agreement. The agreement was expanded to include the "
        "Better Care Fund."
    )
    assert ("Better Care Fund", "HELD_UNDER", "Section 75 agreement") in found
