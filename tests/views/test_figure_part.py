"""What belongs into a figure, and how it is told in words."""

import sys

import pytest

from sysgraph.views.figure import KINDS, part_about
from sysgraph.views.figure.words import description
from tests.builders import BOARD, COUNCIL, IMPROVEMENT, example, fact, graph, node
from tests.questions.invented import westmere
from tests.views.drawn import named

WESTMERE = westmere().graph()
HUB = "Westmere Alliance Board"


def test_actions_are_left_out_unless_they_are_asked_for() -> None:
    about = named(example(), IMPROVEMENT.name)
    assert "Action" not in {one.kind for one in part_about(example(), about, 3).nodes.values()}
    asked = part_about(example(), about, 3, KINDS | {"Action"})
    assert "Action" in {one.kind for one in asked.nodes.values()}
    assert "OWNS" in {one.type for one in asked.facts}


def test_the_staff_of_an_organisation_stay_out_of_its_figure() -> None:
    posts = [node("Role", f"Manager {number}, Marlbrook Council") for number in range(3)]
    whole = graph(
        [COUNCIL, BOARD, *posts],
        [fact(BOARD, "ACCOUNTABLE_TO", COUNCIL), *(fact(p, "POST_IN", COUNCIL) for p in posts)],
    )
    assert {one.name for one in part_about(whole, (COUNCIL,), 3).nodes.values()} == {COUNCIL.name, BOARD.name}


def test_the_words_need_no_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    assert "Where lines stop" in description(part_about(WESTMERE, named(WESTMERE, HUB), 2))


def test_a_person_who_is_named_with_a_body_is_not_called_a_post() -> None:
    told = description(part_about(WESTMERE, named(WESTMERE, HUB), 2))
    assert "Ben Carr is named with Westmere Care NHS Trust." in told
