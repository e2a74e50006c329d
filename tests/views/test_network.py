from dataclasses import replace
from itertools import pairwise

from sysgraph.model import Node, Position
from sysgraph.views.looks import BANDS
from sysgraph.views.network import depths, label_of, network
from tests.builders import ANN, BOARD, COUNCIL, FIRST, IMPROVEMENT, cite, example, fact, graph, node


def test_every_node_and_relationship_is_drawn_once() -> None:
    drawn = network(example())
    assert sorted(one["id"] for one in drawn["nodes"]) == [one.id for one in example().nodes]
    assert sorted(one["id"] for one in drawn["edges"]) == [one.id for one in example().relationships]


def test_nothing_moves_by_itself_and_nothing_can_become_a_tooltip() -> None:
    drawn = network(example())
    assert drawn["options"]["physics"] == {"enabled": False}
    assert not any("title" in one for one in [*drawn["nodes"], *drawn["edges"]])


def test_boards_stand_above_plans_and_plans_above_organisations() -> None:
    levels = {one["id"]: one["level"] for one in network(example())["nodes"]}
    assert levels[BOARD.id] < levels[IMPROVEMENT.id] < levels[COUNCIL.id]
    assert BANDS[levels[BOARD.id]] == "Boards"


def test_lines_between_the_same_two_do_not_hide_one_another() -> None:
    edges = [one for one in network(example())["edges"] if (one["from"], one["to"]) == (BOARD.id, IMPROVEMENT.id)]
    assert len(edges) == 2
    assert len({str(one.get("smooth")) for one in edges}) == 2


def test_a_board_that_answers_to_another_comes_after_it() -> None:
    upper, middle, lower = (node("Board", name) for name in ("Zeal Board", "Yard Board", "Able Board"))
    told = graph([upper, middle, lower], [fact(lower, "REPORTS_TO", middle), fact(middle, "REPORTS_TO", upper)])
    order = {one["id"]: one["order"] for one in network(told)["nodes"]}
    assert order[upper.id] < order[middle.id] < order[lower.id]


def test_boards_that_report_in_a_circle_have_a_depth_all_the_same() -> None:
    one, other, below = (node("Board", name) for name in ("One Board", "Other Board", "Below Board"))
    found = depths([fact(one, "REPORTS_TO", other), fact(other, "REPORTS_TO", one), fact(below, "REPORTS_TO", one)])
    assert found.keys() == {one.id, other.id, below.id}
    assert found[below.id] > found[one.id]


def test_a_chain_of_any_length_is_measured() -> None:
    boards = [node("Board", f"Board {number}") for number in range(3000)]
    chain = [fact(low, "REPORTS_TO", high) for high, low in pairwise(boards)]
    assert depths(chain)[boards[-1].id] == 2999


def test_actions_keep_the_order_of_the_document() -> None:
    told = [_standing(name, page, row) for name, page, row in (("Zeta", 1, 2), ("Alpha", 1, 10), ("Beta", 2, 1))]
    order = {one["id"]: one["order"] for one in network(graph(told))["nodes"]}
    assert [order[one.id] for one in told] == [0, 1, 2]


def _standing(name: str, page: int, row: int) -> Node:
    position = Position(page=page, cell=f"table 1, row {row}, column 2")
    return node("Action", name, evidence=[replace(cite(f"{name} is an action"), position=position)])


def test_an_action_is_labelled_with_its_number_once() -> None:
    assert label_of(FIRST) == "6.1 Appoint a trusted assessor"
    assert label_of(node("Theme", "Workforce", ref="5")) == "5 Workforce"
    assert label_of(ANN) == "Ann O’Dowd"
