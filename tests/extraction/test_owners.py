"""Owner cells: who is named, with which post in which body, and what stands for nobody."""

import pytest

from sysgraph.extraction.owners import Owner, read_owners
from tests.extraction.marlbrook import names

COUNCIL, TRUST = "Marlbrook County Council", "Vale of Tarrow NHS Trust"
GROUP, WATCH = "Tarrow and Marl Clinical Commissioning Group", "Healthwatch Marlbrook"


def said(owner: Owner) -> str:
    """An owner as "person; post, post; body, body"."""
    return "; ".join((owner.person or "", ", ".join(owner.posts), ", ".join(body.name for body in owner.bodies)))


def owners(cell: str, initials: dict[str, str] | None = None) -> list[str]:
    return [said(owner) for owner in read_owners(cell, names(), (names().all("Organisation"),), initials).owners]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Jo Lee", ["Jo Lee; ; "]),
        ("Dr Jo Lee", ["Dr Jo Lee; ; "]),
        ("Cllr Lee", ["Cllr Lee; ; "]),
        ("A. Lee", ["A. Lee; ; "]),
        ("Jo O’Dowd-Lee", ["Jo O’Dowd-Lee; ; "]),
        ("Éva Nagy", ["Éva Nagy; ; "]),
        ("Jo Lee Sam Holt", ["Jo Lee; ; ", "Sam Holt; ; "]),
        ("Jo Lee, Sam Holt", ["Jo Lee; ; ", "Sam Holt; ; "]),
        ("Jo Lee / Sam Holt", ["Jo Lee; ; ", "Sam Holt; ; "]),
        ("Jo Lee and Sam Holt", ["Jo Lee; ; ", "Sam Holt; ; "]),
        ("Jo Lee\nSam Holt", ["Jo Lee; ; ", "Sam Holt; ; "]),
        ("Lead: Jo Lee", ["Jo Lee; ; "]),
    ],
)
def test_people_are_named_alone_or_several_with_or_without_a_mark_between(cell: str, expected: list[str]) -> None:
    assert owners(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Director of Care", ["; Director of Care; "]),
        ("Principal Social Worker", ["; Principal Social Worker; "]),
        ("Lead Nurse for Infection Control", ["; Lead Nurse for Infection Control; "]),
        ("Non-Executive Director", ["; Non-Executive Director; "]),
        ("Head of IT & Digital", ["; Head of IT & Digital; "]),
        ("Director of Governance and Monitoring Officer", ["; Director of Governance and Monitoring Officer; "]),
        ("Deputy Chief Executive and Section 151 Officer", ["; Deputy Chief Executive and Section 151 Officer; "]),
        ("Director of Strategy, Change and Finance", ["; Director of Strategy, Change and Finance; "]),
        ("Director of Care and Director of Housing", ["; Director of Care; ", "; Director of Housing; "]),
        ("Director of Care, Director of Housing", ["; Director of Care; ", "; Director of Housing; "]),
        ("Interim Head of Commissioning (vacant)", ["; Interim Head of Commissioning; "]),
        ("Chair of the Quality Board", ["; Chair; Quality Board"]),
    ],
)
def test_a_post_runs_over_its_title_and_no_further(cell: str, expected: list[str]) -> None:
    assert owners(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Jo Lee, Director of Care", ["Jo Lee; Director of Care; "]),
        ("Director of Care, Jo Lee", ["Jo Lee; Director of Care; "]),
        ("Director of Care (Jo Lee)", ["Jo Lee; Director of Care; "]),
        ("Jo Lee (Director of Care)", ["Jo Lee; Director of Care; "]),
        ("Jo Lee – Director of Care, MCC", [f"Jo Lee; Director of Care; {COUNCIL}"]),
        ("VTNT Jo Lee, Ward Manager", [f"Jo Lee; Ward Manager; {TRUST}"]),
        ("Director of Care, MCC: Jo Lee", [f"Jo Lee; Director of Care; {COUNCIL}"]),
        ("Director of Care (Jo Lee), MCC", [f"Jo Lee; Director of Care; {COUNCIL}"]),
        ("Jo Lee (MCC)", [f"Jo Lee; ; {COUNCIL}"]),
        ("MCC (Jo Lee)", [f"Jo Lee; ; {COUNCIL}"]),
        ("MCC - Jo Lee", [f"Jo Lee; ; {COUNCIL}"]),
        ("Jo Lee, MCC and Sam Holt, VTNT", [f"Jo Lee; ; {COUNCIL}", f"Sam Holt; ; {TRUST}"]),
        (
            "Jo Lee Assistant Director Commissioning, MCC Sam Holt Head of Housing, VTNT",
            [f"Jo Lee; Assistant Director Commissioning; {COUNCIL}", f"Sam Holt; Head of Housing; {TRUST}"],
        ),
    ],
)
def test_a_post_stands_before_or_after_its_holder_and_the_body_goes_with_them(cell: str, expected: list[str]) -> None:
    assert owners(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Director of Care, MCC", [f"; Director of Care; {COUNCIL}"]),
        ("MCC, Director of Care", [f"; Director of Care; {COUNCIL}"]),
        ("Commissioning Manager TMCCG", [f"; Commissioning Manager; {GROUP}"]),
        ("SRO / CEO, VTNT", [f"; CEO; {TRUST}"]),
        ("AO, TMCCG / County Director, MCC", [f"; AO; {GROUP}", f"; County Director; {COUNCIL}"]),
        ("Head of Pay and Head of Buses, MCC", [f"; Head of Pay; {COUNCIL}", f"; Head of Buses; {COUNCIL}"]),
        ("Chief Executives of MCC and VTNT", [f"; Chief Executives; {COUNCIL}, {TRUST}"]),
        ("Strategic Manager – Learning Disability, MCC", [f"; Strategic Manager – Learning Disability; {COUNCIL}"]),
    ],
)
def test_a_post_belongs_to_the_body_beside_it(cell: str, expected: list[str]) -> None:
    assert owners(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("MCC", [COUNCIL]),
        ("Marlbrook County Council", [COUNCIL]),
        ("the Council", [COUNCIL]),
        ("the CCG and the Trust", [GROUP, TRUST]),
        ("VTNT / MCC", [TRUST, COUNCIL]),
        ("Quality Board", ["Quality Board"]),
        ("Home First Team", ["Home First Team"]),
        ("Public Health", ["Public Health"]),
        ("Public Health and Healthwatch Marlbrook", ["Public Health", WATCH]),
        ("voluntary sector representatives", ["voluntary sector representatives"]),
        ("ABC", ["ABC"]),
        ("Step-up beds", ["Step-up beds"]),
    ],
)
def test_a_body_a_department_or_a_seat_owns_where_nobody_else_is_named(cell: str, expected: list[str]) -> None:
    assert owners(cell) == [f"; ; {name}" for name in expected]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("", "missing"),
        ("-", "missing"),
        ("N/A", "missing"),
        ("None", "missing"),
        ("Lead:", "missing"),
        ("SRO: n/a", "missing"),
        ("TBC", "tbc"),
        ("t.b.c.", "tbc"),
        ("?", "tbc"),
        ("To be agreed", "tbc"),
        ("to follow", "tbc"),
        ("Vacant", "tbc"),
        ("Lead: TBC", "tbc"),
        ("TBC – after the review", "tbc"),
        ("All partners", "collective"),
        ("All", "collective"),
        ("Everyone", "collective"),
        ("System leaders", "collective"),
        ("Jo Lee", "named"),
        ("All partners, led by MCC", "named"),
        ("TBC (Jo Lee to advise)", "named"),
    ],
)
def test_the_status_of_a_cell_is_what_it_says_of_its_owner(cell: str, status: str) -> None:
    found = read_owners(cell, names())
    assert found.status == status
    assert bool(found.owners) is (status == "named")


def test_initials_are_those_of_the_person_whom_the_document_gives_for_them() -> None:
    assert owners("JL/SH", {"JL": "Jo Lee", "SH": "Sam Holt"}) == ["Jo Lee; ; ", "Sam Holt; ; "]


def test_initials_that_nobody_explains_stay_as_they_are() -> None:
    assert owners("JL") == ["JL; ; "]


def test_initials_in_the_documents_own_key_are_not_those_of_a_body() -> None:
    assert owners("MCC", {"MCC": "Mary Clare Cole"}) == ["Mary Clare Cole; ; "]


def test_initials_of_a_department_in_the_documents_own_key_are_that_department() -> None:
    assert owners("PH", {"PH": "Public Health"}) == ["; ; Public Health"]


@pytest.mark.parametrize("slip", ["VTTN", "VTTNT", "VTNX", "VNTT"])
def test_an_abbreviation_one_letter_or_swap_from_one_of_the_documents_own_is_read_as_it_and_reported(slip: str) -> None:
    found = read_owners(f"Director of Care, {slip}", names())
    assert [said(owner) for owner in found.owners] == [f"; Director of Care; {TRUST}"]
    (repair,) = found.repairs
    assert slip in repair
    assert TRUST in repair


@pytest.mark.parametrize("other", ["VXYT", "MCX", "TMC"])
def test_an_abbreviation_further_off_or_too_short_stays_as_it_is(other: str) -> None:
    found = read_owners(other, names())
    assert [said(owner) for owner in found.owners] == [f"; ; {other}"]
    assert found.repairs == ()


def test_words_that_are_not_understood_are_told_beside_the_owners_that_are() -> None:
    found = read_owners("Jo Lee, when back", names())
    assert [said(owner) for owner in found.owners] == ["Jo Lee; ; "]
    assert found.unread == ("when", "back")


def test_a_cell_of_which_nothing_is_understood_is_told_whole() -> None:
    found = read_owners("see the note above", names())
    assert found.owners == ()
    assert found.unread == ("see the note above",)


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [("Jo Lee, Director of Care, MCC", ["person"]), ("Director of Care, MCC", ["post"]), ("MCC", ["body"])],
)
def test_the_kind_of_an_owner_is_the_most_precise_that_is_named(cell: str, kinds: list[str]) -> None:
    assert [owner.kind for owner in read_owners(cell, names()).owners] == kinds


@pytest.mark.parametrize(
    "cell", ["Jo Lee, Director of Care, MCC; Sam Holt", " Jo Lee\n\nDirector of Care ", "MCC / VTNT"]
)
def test_an_owner_knows_its_words_in_the_cell(cell: str) -> None:
    for owner in read_owners(cell, names()).owners:
        words = cell[owner.start : owner.end]
        assert words == words.strip()
        assert owner.person is None or owner.person in words
        assert all(post in words for post in owner.posts)
