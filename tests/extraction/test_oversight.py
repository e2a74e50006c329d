"""Sentences that say which board oversees an action or a plan, and those that only name one."""

import pytest

from sysgraph.extraction.oversight import boards_of_plan, overseers_of_action
from tests.extraction.marlbrook import names


@pytest.mark.parametrize(
    "text",
    [
        "Overseen by the Quality Board",
        "Monitored monthly by the Quality Board.",
        "Figures are reported quarterly to the Quality Board",
        "Group set up. Progress reports to Quality Board.",
        "Governance oversight through the Quality Board",
        "Assurance to the Quality Board",
        "This will be monitored and progressed via the existing Quality Board",
        "It is accountable to our Quality Board",
    ],
)
def test_a_board_that_is_said_to_oversee_an_action_does(text: str) -> None:
    (seen,) = overseers_of_action(text, names())
    assert seen.board.name == "Quality Board"
    assert "Quality Board" in text[seen.start : seen.end]


@pytest.mark.parametrize(
    "text",
    [
        "A paper will be presented to the Quality Board",
        "Discussed at the Quality Board in May",
        "Approved by the Quality Board",
        "Costs were requested by the Quality Board",
        "To be overseen by the Quality Board once it is set up",
        "Figures will be reported to the Quality Board from May",
        "It is not reported to the Quality Board",
        "Previously overseen by the Quality Board",
        "The Quality Board meets monthly",
        "Reported to the Home First Team",
    ],
)
def test_a_board_that_is_only_named_or_not_yet_or_no_longer_does_not(text: str) -> None:
    assert list(overseers_of_action(text, names())) == []


def test_the_sentence_that_says_so_is_cited_and_no_other() -> None:
    text = "Two wards opened. Overseen by the Quality Board. More to follow."
    (seen,) = overseers_of_action(text, names())
    assert text[seen.start : seen.end].strip() == "Overseen by the Quality Board"


def test_of_a_long_sentence_the_part_around_the_board_is_cited() -> None:
    text = f"{'Beds and wards and ' * 60}all else is overseen by the Quality Board {'as ever ' * 90}"
    (seen,) = overseers_of_action(text, names())
    assert seen.end - seen.start <= 800
    assert "overseen by the Quality Board" in text[seen.start : seen.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan has been approved by the Quality Board.", [("APPROVES", "Quality Board")]),
        ("The Quality Board signed off this plan.", [("APPROVES", "Quality Board")]),
        ("The Quality Board will be responsible for assuring the plan.", [("OVERSEES", "Quality Board")]),
        ("Delivery will be monitored and assured by the Quality Board.", [("OVERSEES", "Quality Board")]),
        (
            "The plan was approved by the Quality Board, and the Tarrow Workforce Group oversees its delivery.",
            [("APPROVES", "Quality Board"), ("OVERSEES", "Tarrow Workforce Group")],
        ),
        (
            "The plan was approved by the Quality Board, which is responsible for overseeing it.",
            [("APPROVES", "Quality Board"), ("OVERSEES", "Quality Board")],
        ),
        ("The Quality Board should approve the plan.", []),
        ("It is proposed that the plan be approved by the Quality Board.", []),
        ("The Quality Board could oversee the plan.", []),
        ("The Quality Board oversees the hospital.", []),
        ("The plan names the Quality Board.", []),
        ("The plan was approved by all.", []),
    ],
)
def test_the_boards_of_a_plan_are_those_that_a_sentence_about_it_says(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(type_, seen.board.name) for type_, seen in boards_of_plan(text, names())] == expected
