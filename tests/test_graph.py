import pytest

from sysgraph.errors import StoreError
from sysgraph.graph import by_id, by_number, check, neighbours, networkx, subgraph
from sysgraph.model import Node, Notice
from tests import builders
from tests.builders import example, fact, graph, node


def test_a_node_is_found_by_its_id() -> None:
    assert by_id(example())[builders.ANN.id] == builders.ANN


def test_the_neighbours_of_a_node_are_its_relationships_in_both_directions() -> None:
    found = neighbours(example())
    assert {one.type for one in found[builders.GROUP.id]} == {"REPORTS_TO", "PART_OF", "ESTABLISHED"}
    assert found.keys() == {one.id for one in example().nodes}


def test_a_relationship_of_a_node_with_itself_is_one_neighbour() -> None:
    board = node("Board", "Board")
    assert len(neighbours(graph([board], [fact(board, "REPORTS_TO", board)]))[board.id]) == 1


def test_a_part_of_a_graph_is_whole_and_has_the_documents_and_notices_that_it_cites() -> None:
    whole = graph(
        builders.NODES,
        example().relationships,
        Notice(builders.PLAN, "page 1", "of the plan"),
        Notice(builders.PAPER, "page 1", "of the paper"),
    )
    part = subgraph(whole, {builders.ANN.id, builders.FIRST.id, builders.DIRECTOR.id, "nobody"})
    check(part)
    assert {one.name for one in part.nodes} == {builders.ANN.name, builders.FIRST.name, builders.DIRECTOR.name}
    assert {one.type for one in part.relationships} == {"OWNS", "OPERATES", "HOLDS"}
    assert [one.path for one in part.documents] == [builders.PLAN]
    assert [one.what for one in part.notices] == ["of the plan"]


def test_a_part_with_everything_is_everything() -> None:
    whole = example()
    assert subgraph(whole, [one.id for one in whole.nodes]) == whole


def test_networkx_has_the_same_nodes_and_edges_and_parallel_ones_stay_apart() -> None:
    made = networkx(example())
    assert len(made) == len(example().nodes)
    assert made.number_of_edges() == len(example().relationships)
    assert made.nodes[builders.ANN.id]["name"] == "Ann O’Dowd"
    assert {one["type"] for one in made.get_edge_data(builders.BOARD.id, builders.IMPROVEMENT.id).values()} == {
        "OVERSEES",
        "APPROVES",
    }


def test_an_attribute_cannot_pass_itself_off_as_the_kind_or_name_of_a_node() -> None:
    hostile = Node("board-1", "Board", "Board", (), {"kind": "x", "name": "y", "node_for_adding": "z", "self": "w"})
    made = networkx(graph([hostile]))
    assert made.nodes["board-1"] == {"kind": "Board", "name": "Board", "node_for_adding": "z", "self": "w"}


def test_an_id_that_a_node_and_a_relationship_share_is_refused() -> None:
    board = node("Board", "Board")
    loop = fact(board, "REPORTS_TO", board)
    twin = Node(loop.id, "Board", "Twin")
    with pytest.raises(StoreError, match="stands 2 times"):
        check(graph([board, twin], [loop]))


def test_references_go_by_their_numbers_whatever_stands_about_them() -> None:
    in_order = ["", "2a", "2b", "6.2", "6.10", "10a", "A2", "a10", "B1"]
    assert sorted(set(in_order), key=by_number) == in_order
    assert by_number("6.007") == by_number("6.7")
