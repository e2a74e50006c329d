from itertools import pairwise
from typing import Any

import pytest

from sysgraph.model import Graph, Node
from sysgraph.views.layered import CARD, MOST, layered
from tests.builders import BOARD, COUNCIL, FIRST, GROUP, IMPROVEMENT, THEME, example, fact, graph, node


def test_what_answers_stands_below_what_it_answers_to() -> None:
    block = _only(layered(graph([BOARD, GROUP, COUNCIL], [_up(GROUP, BOARD), _up(BOARD, COUNCIL)])))
    heights = [block["cards"][one.id][1] for one in (COUNCIL, BOARD, GROUP)]
    assert heights == sorted(heights)


def test_what_is_overseen_stands_below_whoever_oversees_it() -> None:
    block = _only(layered(graph([BOARD, FIRST], [fact(BOARD, "OVERSEES", FIRST)])))
    assert block["cards"][BOARD.id][1] < block["cards"][FIRST.id][1]


def test_a_line_leads_from_the_source_of_its_relationship_to_the_target() -> None:
    told = [_up(GROUP, BOARD), fact(BOARD, "OVERSEES", IMPROVEMENT)]
    block = _only(layered(graph([BOARD, GROUP, IMPROVEMENT], told)))
    for one in told:
        points = block["lines"][one.id]
        assert len(points) % 3 == 1
        for point, end in ((points[0], one.source), (points[-1], one.target)):
            across, down = (abs(a - b) for a, b in zip(point, block["cards"][end], strict=True))
            assert across <= CARD[0] / 2 + 1
            assert down <= CARD[1] / 2 + 1


def test_no_two_cards_of_a_block_overlap() -> None:
    for block in layered(example()):
        places = list(block["cards"].values())
        for at, (x, y) in enumerate(places):
            assert x - CARD[0] / 2 + 0.5 >= 0
            assert y + CARD[1] / 2 <= block["size"][1] + 0.5
            assert all(abs(x - a) >= CARD[0] or abs(y - b) >= CARD[1] for a, b in places[:at])


def test_a_board_of_which_no_line_is_said_stands_by_itself() -> None:
    alone = node("Board", "Stray Board")
    blocks = layered(graph([BOARD, GROUP, alone], [_up(GROUP, BOARD)]))
    assert [set(block["cards"]) for block in blocks] == [{BOARD.id, GROUP.id}, {alone.id}]


def test_many_that_answer_to_one_stand_in_several_rows_in_the_order_of_their_numbers() -> None:
    themes = [node("Theme", f"{number} Theme") for number in range(1, 13)]
    block = _only(layered(graph([IMPROVEMENT, *themes], [fact(one, "PART_OF", IMPROVEMENT) for one in themes])))
    rows = {block["cards"][one.id][1] for one in themes}
    assert len(rows) == 3
    assert block["size"][0] < 6 * CARD[0]


def test_an_organisation_is_not_below_the_partnership_that_it_is_part_of() -> None:
    alliance = node("Partnership", "Together")
    assert layered(graph([COUNCIL, alliance], [fact(COUNCIL, "PART_OF", alliance)])) == []


def test_boards_that_report_in_a_circle_are_laid_out_all_the_same() -> None:
    assert len(_only(layered(graph([BOARD, GROUP], [_up(BOARD, GROUP), _up(GROUP, BOARD)])))["lines"]) == 2


def test_the_same_graph_is_laid_out_the_same() -> None:
    assert layered(example()) == layered(example())


def test_more_cards_than_anybody_reads_are_not_laid_out() -> None:
    boards = [node("Board", f"Board {number}") for number in range(MOST + 1)]
    assert layered(graph(boards, [_up(low, high) for high, low in pairwise(boards)])) == []


def test_without_graphviz_there_are_no_layers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pygraphviz", None)
    assert layered(example()) == []


def test_a_graph_without_lines_has_no_layers() -> None:
    assert layered(graph([BOARD, THEME])) == []
    assert layered(Graph((), (), ())) == []


def _up(low: Node, high: Node) -> Any:
    return fact(low, "REPORTS_TO", high)


def _only(blocks: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(blocks) == 1
    return blocks[0]
