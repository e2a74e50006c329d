"""One suite for every store: what a graph answers, whatever engine holds it."""

from collections.abc import Callable
from contextlib import closing

import pytest

from sysgraph import vocabulary
from sysgraph.errors import QuestionError
from sysgraph.model import Graph
from sysgraph.store import Statement, Store
from sysgraph.store.sqlite_schema import SCHEMA_VERSION
from tests import builders
from tests.builders import example, graph, node

Filled = Callable[[Graph], Store]


def test_the_example_has_every_kind_and_every_type() -> None:
    made = example()
    assert {one.kind for one in made.nodes} == vocabulary.KINDS.keys() - {"Document", "Evidence"}
    assert {one.type for one in made.relationships} == set(vocabulary.RELATIONSHIPS)


def test_the_whole_graph_comes_back_as_it_went_in(store: Store) -> None:
    assert store.graph() == example()


def test_an_empty_graph_is_a_graph(filled: Filled) -> None:
    empty = Graph((), (), ())
    store = filled(empty)
    assert store.graph() == empty
    assert store.named("anyone") == ()
    assert store.nearest("anyone") == ()
    assert list(store.search("anything")) == []


def test_the_provenance_tells_how_the_graph_was_built_and_how_large_it_is(store: Store) -> None:
    told = store.provenance()
    assert told["version"] == "9.9.9"
    assert told["inputs"] == ("a.txt", "b.txt")
    assert told["schema"] == SCHEMA_VERSION
    assert (told["nodes"], told["relationships"]) == (len(example().nodes), len(example().relationships))


@pytest.mark.parametrize("written", ["Health and Wellbeing Board", "the health & well-being board", "hwb", "HWB"])
def test_a_node_is_found_by_its_name_and_aliases_in_any_spelling(store: Store, written: str) -> None:
    assert [one.id for one in store.named(written)] == [builders.BOARD.id]


def test_a_named_node_comes_whole_but_for_its_evidence(store: Store) -> None:
    (found,) = store.named("Marlbrook Council")
    assert found == builders.COUNCIL


def test_a_shared_name_gives_every_node_by_kind_and_name(filled: Filled) -> None:
    longer = node("Service", "Home first, Tarrow", "Home First")
    store = filled(graph([node("Service", "Home First"), node("Plan", "Home First"), longer]))
    assert [(one.kind, one.name) for one in store.named("home first")] == [
        ("Plan", "Home First"),
        ("Service", "Home First"),
        ("Service", "Home first, Tarrow"),
    ]
    assert [one.kind for one in store.named("Home First", {"Plan", "Board"})] == ["Plan"]


def test_nodes_come_by_their_ids_and_unknown_ids_are_passed_over(store: Store) -> None:
    found = store.nodes([builders.ANN.id, "nobody", builders.COUNCIL.id])
    assert dict(found) == {builders.ANN.id: builders.ANN, builders.COUNCIL.id: builders.COUNCIL}


def test_relationships_come_by_direction_and_type_with_their_evidence(store: Store) -> None:
    everything = example().relationships
    ann = builders.ANN.id
    outward = store.relationships([ann], outward=True)
    assert outward == tuple(one for one in everything if one.source == ann)
    assert [one.type for one in store.relationships([ann], ["OWNS"], outward=True)] == ["OWNS"]
    assert store.relationships([ann], outward=False) == ()
    board = builders.BOARD.id
    inward = store.relationships([board], ["REPORTS_TO", "PART_OF"], outward=False)
    assert {one.type for one in inward} == {"REPORTS_TO", "PART_OF"}
    assert [one.id for one in inward] == sorted(one.id for one in inward)


def test_evidence_comes_in_its_order_for_nodes_and_relationships(store: Store) -> None:
    (owns,) = store.relationships([builders.FIRST.id], ["OWNS"], outward=False)
    found = store.evidence([owns.id, builders.FIRST.id, builders.COUNCIL.id])
    assert found == {owns.id: owns.evidence, builders.FIRST.id: builders.FIRST.evidence}
    assert [one.position.page for one in found[owns.id]] == [3, 9]


def test_many_ids_at_once_are_no_trouble(store: Store) -> None:
    ids = [f"nobody-{number}" for number in range(50_000)] + [builders.ANN.id]
    assert list(store.nodes(ids)) == [builders.ANN.id]
    assert store.relationships(ids, ["OWNS"], outward=True)[0].target == builders.FIRST.id


def test_a_query_binds_its_parameters_and_names_its_columns(store: Store) -> None:
    hostile = "'; DROP TABLE node; --"
    statement = Statement(
        "SELECT id, name, :hostile AS said FROM board WHERE category = :category ORDER BY id",
        "MATCH (n:Board {category: $category}) RETURN n.id AS id, n.name AS name, $hostile AS said ORDER BY id",
    )
    rows = store.run(statement, {"category": "group", "hostile": hostile, "unused": 1})
    assert rows == [{"id": builders.GROUP.id, "name": "Discharge Working Group", "said": hostile}]
    assert list(rows[0]) == ["id", "name", "said"]


def test_a_query_that_is_written_wrongly_says_so(store: Store) -> None:
    with pytest.raises(QuestionError, match=r"SELEKT|RETRUN"):
        store.run(Statement("SELEKT 1", "RETRUN 1"), {})


def test_a_query_that_lacks_a_parameter_says_so(store: Store) -> None:
    with pytest.raises(QuestionError, match="wanted"):
        store.run(Statement("SELECT :wanted AS x", "RETURN $wanted AS x"), {})


@pytest.mark.parametrize("value", ["no text: \udcff", 2**70])
def test_a_parameter_that_no_store_can_hold_says_so(store: Store, value: str | int) -> None:
    with pytest.raises(QuestionError, match="cannot be answered"):
        store.run(Statement("SELECT :x AS x", "RETURN $x AS x"), {"x": value})


def test_a_name_that_is_no_text_names_nobody(store: Store) -> None:
    assert store.named("\udcff") == ()
    assert store.nearest("\udcff") == ()


def test_notices_are_kept(store: Store) -> None:
    assert store.notices() == example().notices


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Marlbrok Council", "Marlbrook Council"),
        ("Ann Odowd", "Ann O’Dowd"),
        ("O'Dowd", "Ann O’Dowd"),
        ("wellbeing board", "Health and Wellbeing Board"),
        ("Disharge Working Groop", "Discharge Working Group"),
    ],
)
def test_the_nearest_name_is_offered_first(store: Store, asked: str, expected: str) -> None:
    assert store.nearest(asked)[0] == expected


def test_nothing_is_offered_where_nothing_is_near(store: Store) -> None:
    assert store.nearest("Xyzzy Plugh") == ()
    assert store.nearest("") == ()


def test_no_more_names_are_offered_than_asked_for(store: Store) -> None:
    assert len(store.nearest("Marlbrook", limit=2)) == 2


def test_a_closed_store_can_be_closed_again(filled: Filled) -> None:
    with closing(filled(example())) as store:
        store.close()
