"""What the columns of a plan mean, by their headers and by what their cells hold, together."""

import pytest

from sysgraph.extraction.plans.columns import main_kind, roles
from sysgraph.extraction.plans.headers import Role, is_header, meaning
from sysgraph.extraction.plans.kinds import Kind, kind_of
from tests.extraction.marlbrook import names


def read(*columns: str) -> list[str]:
    """The roles of columns given as "Header: cell | cell | cell"."""
    headers = [column.partition(":")[0] for column in columns]
    cells = [[text.strip() for text in column.partition(":")[2].split("|")] for column in columns]
    under = [[(text, kind_of(text, names())) for text in texts] for texts in cells]
    return [role.name for role in roles(headers, under)]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Ref", Role.REFERENCE),
        ("ACTION REF.", Role.REFERENCE),
        ("No .", Role.REFERENCE),
        ("Identified issue(s)", Role.ISSUE),
        ("What did the inspectors say?", Role.ISSUE),
        ("What did the panel say?", Role.ISSUE),
        ("Intended Outcome", Role.OUTCOME),
        ("Action to be taken", Role.ACTION),
        ("Key milestones", Role.ACTION),
        ("What we will do", Role.ACTION),
        ("Lead Officer/EM", Role.OWNER),
        ("Who?", Role.OWNER),
        ("Operational lead", Role.LEAD),
        ("Manager lead", Role.LEAD),
        ("Action officer", Role.OWNER),
        ("By when", Role.DUE),
        ("Target date (original)", Role.DUE),
        ("Live from", Role.START),
        ("Revised target completion date", Role.REVISED),
        ("How will we know it has worked?", Role.ASSURANCE),
        ("Progress & any actions due this month", Role.PROGRESS),
        ("Update October 2014", Role.PROGRESS),
        ("Action taken", Role.PROGRESS),
        ("BRAG rating", Role.RAG),
        ("% complete", Role.RAG),
        ("On target RAG", Role.SECOND_RAG),
        ("Priority", Role.OTHER),
        ("Date raised", Role.OTHER),
        ("Review date", Role.OTHER),
        ("Signed off", Role.OTHER),
        ("Who will benefit?", Role.OTHER),
        ("Improvement and Action Plan (and Evidence)", Role.ACTION),
        ("What are you going to do?", Role.ACTION),
        ("How will this be achieved?", Role.ACTION),
        ("Priority actions", Role.ACTION),
        ("For action by", Role.OWNER),
        ("Clinical lead", Role.OWNER),
        ("Who will do it?", Role.OWNER),
        ("Date for implementation", Role.DUE),
        ("Completed by", Role.DUE),
        ("When will we do it by", Role.DUE),
        ("Recommendation status", Role.RAG),
        ("Status of recommendation", Role.RAG),
        ("Latest RAG", Role.RAG),
        ("RAG Jan 19", Role.RAG),
        ("Outcome measure", Role.ASSURANCE),
        ("Moon phase", None),
        ("", None),
        ("#", None),
        ("A header that goes on for many more words than headers do: the action", None),
    ],
)
def test_a_header_means_what_the_longest_known_words_in_it_say(header: str, role: Role | None) -> None:
    assert meaning(header) is role


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Ref", "Action", "Owner", "Due"], True),
        (["", "Action", "", "Who"], True),
        (["Action", "Actions"], False),
        (["Action"], False),
        (["1", "Open a ward", "Jo Lee", "May 2019"], False),
        (["Complete", "Done"], False),
        (["Action", "Owner", "of one of the many wards of the hospital that has closed its beds"], False),
    ],
)
def test_a_row_is_a_header_where_most_of_its_cells_are_labels_of_different_columns(
    cells: list[str], expected: bool
) -> None:
    assert is_header(cells) is expected


def test_a_plan_is_read_by_its_headers() -> None:
    found = read(
        "Ref: 1 | 2 | 3",
        "Action: Open a ward | Close a ward | Mend a ward",
        "Owner: Jo Lee | Sam Holt | ",
        "Due: May 2019 | June 2019 | ",
        "RAG: Red | Green | ",
    )
    assert found == ["REFERENCE", "ACTION", "OWNER", "DUE", "RAG"]


def test_cells_that_give_a_header_the_lie_decide() -> None:
    sentence = "The ward was opened and has been full since then"
    found = read(
        "Action: Open a ward | Close a ward | Mend a ward",
        "Owner: May 2019 | June 2019 | July 2019",
        f"Status: {sentence} | {sentence} too | {sentence} also",
        "Comments: R | G | A",
    )
    assert found == ["ACTION", "DUE", "PROGRESS", "RAG"]


def test_one_or_two_odd_cells_do_not_give_a_header_the_lie() -> None:
    assert read("Action: Open a ward | Close a ward", "Owner: May 2019 | ", "Due: | ") == ["ACTION", "OWNER", "DUE"]


def test_columns_without_headers_are_read_by_their_cells() -> None:
    found = read(
        ": 1 | 2 | 3",
        ": Open a ward for the winter | Close a ward | Mend a ward",
        ": Jo Lee | Sam Holt | Ann Reed",
        ": May 2019 | June 2019 | July 2019",
    )
    assert found == ["REFERENCE", "ACTION", "OWNER", "DUE"]


def test_a_second_owner_is_the_operational_lead_and_a_second_status_the_second_one() -> None:
    found = read(
        "Action: Open a ward | Close a ward",
        "Owner: Jo Lee | Sam Holt",
        "Lead: Ann Reed | Jo Lee",
        "RAG: R | G",
        "Status: A | A",
    )
    assert found == ["ACTION", "OWNER", "LEAD", "RAG", "SECOND_RAG"]


def test_of_two_dates_the_later_column_is_the_revised_one() -> None:
    assert read("Action: Open it | Mend it", "Who: Jo Lee | Sam Holt", "Due: May 2019 | ", "Target: June 2019 | ") == [
        "ACTION",
        "OWNER",
        "DUE",
        "REVISED",
    ]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("Action: Open it | Mend it", "Who: Jo Lee | Sam Holt", "Date: May 2019 | June 2019"), "DUE"),
        (("Date: May 2019 | May 2019", "Action: Open it | Mend it", "Who: Jo Lee | Sam Holt"), "OTHER"),
        (("Action: Open it | Mend it", "Due: May 2019 | ", "Date: 1/5/19 | 2/5/19"), "OTHER"),
    ],
    ids=["after the action", "before it", "beside a deadline"],
)
def test_a_bare_date_is_the_deadline_only_after_the_action_and_without_another(
    columns: tuple[str, ...], expected: str
) -> None:
    found = dict(zip((column.partition(":")[0] for column in columns), read(*columns), strict=True))
    assert found["Date"] == expected


def test_recommendations_without_an_action_column_are_the_actions() -> None:
    found = read(
        "Recommendation: The wards are to be opened again by May | That staff be hired", "Officer: Jo Lee | Sam Holt"
    )
    assert found == ["ACTION", "OWNER"]


def test_recommendations_beside_actions_are_what_was_found() -> None:
    assert read("Recommendation: Open it | Mend it", "Action: Open a ward | Mend a ward", "Who: Jo Lee | Sam Holt") == [
        "ISSUE",
        "ACTION",
        "OWNER",
    ]


def test_a_column_of_undertakings_is_the_action_where_no_header_says_so() -> None:
    assert read("Scheme: Open a ward | Hire two staff", "Lead: Jo Lee | Sam Holt", "Due: May 2019 | ") == [
        "ACTION",
        "OWNER",
        "DUE",
    ]


def test_short_values_that_come_again_at_the_left_say_under_which_part_a_row_stands() -> None:
    found = read(
        "Scheme: Beds | Beds | Staff", "Action: Open it | Mend it | Hire two", "Who: Jo Lee | Sam Holt | Jo Lee"
    )
    assert found == ["SECTION", "ACTION", "OWNER"]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        ([], None),
        (["", ""], None),
        (["TBC", "", "TBC"], Kind.OPEN),
        (["May 2019", "TBC", "June 2019", "Open a ward"], Kind.DATE),
        (["Jo Lee", "May 2019", "Red", "12", "Words about the ward that are many more"], None),
    ],
)
def test_a_column_holds_what_most_of_its_filled_cells_hold(texts: list[str], kind: Kind | None) -> None:
    found = main_kind([(text, kind_of(text, names())) for text in texts])
    assert found is kind or (kind is None and len(texts) == 5)


def test_a_commitment_is_what_the_action_is_for_where_another_column_says_what_is_to_be_done() -> None:
    found = read(
        "Commitment: Better care for all of our people in their own homes | Care that people can trust and rely on",
        "Lead org: Vale of Tarrow NHS Trust | Marlbrook County Council",
        "Delivery plan: Open a ward for the winter | A named nurse for each care home",
        "End: May 2019 | June 2019",
    )
    assert found == ["ISSUE", "OWNER", "ACTION", "DUE"]


def test_words_that_say_what_is_to_be_done_to_something_are_an_undertaking() -> None:
    found = read(
        "Finding by the panel: The files of staff were incomplete | The sluice rooms on both floors were dirty",
        "Moon: Staff files to be checked for two references | Cleaning audit to be carried out each month",
        "Who: Jo Lee | Sam Holt",
        "Due: May 2019 | June 2019",
    )
    assert found == ["ISSUE", "ACTION", "OWNER", "DUE"]


def test_progress_in_a_few_words_that_come_again_is_the_status() -> None:
    found = read(
        "Action: Open a ward | Close a ward | Mend a ward | Paint a ward",
        "Who: Jo Lee | Sam Holt | Jo Lee | Ann Reed",
        "Progress: Delivered and complete | Some work outstanding | Delivered and complete | Some work outstanding",
    )
    assert found == ["ACTION", "OWNER", "RAG"]


def test_the_only_column_of_people_says_who_owns_unless_it_is_of_those_who_help() -> None:
    action, due = "Action: Open a ward | Close a ward", "Due: May 2019 | June 2019"
    assert read(action, "Delivery lead: Jo Lee | Sam Holt", due)[1] == "OWNER"
    assert read(action, "Supporting partners: Jo Lee | Sam Holt", due)[1] == "LEAD"
    assert read(action, "Operational lead: Jo Lee | Sam Holt", due)[1] == "LEAD"


def test_a_header_of_which_only_a_part_is_known_as_useless_is_read_by_its_cells() -> None:
    assert read("Action: Open it | Mend it", "Portfolio people: Jo Lee | Sam Holt", "Due: May 2019 | ")[1] == "OWNER"
