"""Ways, brokers, shared members and ladders are the same whichever engine answers."""

from itertools import pairwise

import pytest

from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import question
from sysgraph.questions.connections import brokers, ways
from sysgraph.questions.ladders import find_actions, ladder
from tests.builders import fact, graph, node
from tests.contract.conftest import Filled


@pytest.mark.parametrize("length", [1, 6])
def test_ways_of_up_to_six_steps_are_found(filled: Filled, length: int) -> None:
    boards = [node("Board", f"Board {number}") for number in range(length + 1)]
    facts = [fact(one, "REPORTS_TO", other) for one, other in pairwise(boards)]
    store = filled(graph(boards, facts))
    (way,) = ways(store, boards[0], boards[-1])
    assert len(way.steps) == length


def test_a_way_of_seven_steps_is_too_long_and_two_islands_have_none(filled: Filled) -> None:
    boards = [node("Board", f"Board {number}") for number in range(8)]
    island = node("Board", "Island")
    facts = [fact(one, "REPORTS_TO", other) for one, other in pairwise(boards)]
    store = filled(graph([*boards, island], facts))
    assert ways(store, boards[0], boards[7]) == ()
    assert ways(store, boards[0], island) == ()


def test_who_alone_connects_boards_to_the_rest_is_a_broker_and_a_body_is_none_for_its_own_staff(filled: Filled) -> None:
    council, trust = node("Organisation", "Council"), node("Organisation", "Trust")
    board, group, post = node("Board", "Board"), node("Board", "Group"), node("Role", "Director, Trust")
    facts = [
        fact(council, "MEMBER_OF", board),
        fact(trust, "MEMBER_OF", board),
        fact(group, "REPORTS_TO", board),
        fact(post, "POST_IN", trust),
    ]
    (broker,) = brokers(filled(graph([council, trust, board, group, post], facts)))
    assert broker.node.name == "Board"
    assert sorted([one.name for one in part] for part in broker.parts) == [["Council"], ["Group"]]


def test_a_post_and_its_holder_are_one_member_that_two_boards_share(filled: Filled) -> None:
    ann, post = node("Person", "Ann"), node("Role", "Director, Trust")
    one, other, third = node("Board", "One"), node("Board", "Other"), node("Board", "Third")
    facts = [
        fact(ann, "HOLDS", post),
        fact(ann, "CHAIRS", one),
        fact(post, "MEMBER_OF", other),
        fact(node("Person", "Bob"), "MEMBER_OF", other),
        fact(node("Person", "Bob"), "MEMBER_OF", third),
    ]
    store = filled(graph([ann, post, one, other, third, node("Person", "Bob")], facts))
    rows = [row.values for row in ask(store, question("shared-members"), {"board": "One"}).rows]
    assert [(row["shared"], row["names"]) for row in rows] == [(1, "Ann")]
    assert {(row["board"], row["members"]) for row in rows} | {(row["other"], row["others"]) for row in rows} == {
        ("One", 1),
        ("Other", 2),
    }
    assert len(ask(store, question("shared-members")).rows) == 2


def test_a_ladder_that_runs_in_a_circle_says_so(filled: Filled) -> None:
    one, other, action = node("Board", "One"), node("Board", "Other"), node("Action", "Do it", ref="1")
    facts = [fact(one, "OVERSEES", action), fact(one, "REPORTS_TO", other), fact(other, "REPORTS_TO", one)]
    store = filled(graph([one, other, action], facts))
    assert {stop.why for stop in ladder(store, find_actions(store, "1")[0]).stops} == {"circle"}


@pytest.mark.parametrize(("joint", "masters"), [(False, 2), (True, 0)])
def test_who_answers_to_two_at_once_is_marked_unless_the_line_is_shared_on_purpose(
    filled: Filled, joint: bool, masters: int
) -> None:
    group, one, other, action = (node("Board", name) for name in ("Group", "One", "Other", "Below"))
    facts = [fact(group, "REPORTS_TO", board, joint=joint) for board in (one, other)]
    store = filled(graph([group, one, other, action], [*facts, fact(action, "REPORTS_TO", group)]))
    (branch,) = ladder(store, action).up
    assert branch.masters == masters
