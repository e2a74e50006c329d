"""A graph on a server: brought any number of times, beside others, whole or not answered from."""

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import example as instance

from sysgraph.errors import StoreError
from sysgraph.model import Graph, Node
from sysgraph.store import neo4j_write, open_store
from sysgraph.store.neo4j_open import connect
from sysgraph.store.neo4j_push import push, remove
from tests import builders
from tests.builders import cite, example, fact, graph, node
from tests.hostile import finds, graphs, hostile, types
from tests.on_server import NAME, TOLD, bring, counted, empty

OTHER = "tarrow"
EVERYTHING = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n), properties(n), type(r), properties(r), properties(m)"
)
NATIONAL = node("Organisation", "NHS England", "NHSE", category="national", evidence=[cite("NHS England", 4)])


@pytest.fixture
def address(neo4j_address: str) -> str:
    """A server that holds nothing."""
    empty(neo4j_address)
    return neo4j_address


def whole(address: str) -> Graph:
    with closing(open_store(address)) as store:
        return store.graph()


def ids(made: Graph) -> set[str]:
    return {one.id for one in made.nodes} | {one.id for one in made.relationships}


def dump(address: str) -> list[str]:
    with closing(connect(address)) as server:
        return sorted(map(repr, server.read(EVERYTHING)))


def smaller() -> Graph:
    """The example without its plan, and with one passage more."""
    kept = [one for one in example().nodes if one.kind not in {"Action", "Theme", "Plan", "Finding"}]
    known = {one.id for one in kept}
    lines = [one for one in example().relationships if {one.source, one.target} <= known]
    return graph(kept, [*lines, fact(builders.COUNCIL, "CHAIRS", builders.GROUP)])


def place(name: str, **told: str) -> Graph:
    """A place whose board answers to a national body, of which it has something of its own to say."""
    board, national = node("Board", f"{name} Board"), replace(NATIONAL, attributes={**NATIONAL.attributes, **told})
    line = fact(builders.BOARD, "REPORTS_TO", national, cite(f"so it is said in {name}", 2))
    return graph([board, national, builders.BOARD], [fact(board, "ACCOUNTABLE_TO", national), line])


def test_a_graph_that_is_pushed_again_changes_nothing(address: str) -> None:
    bring(address, example())
    before = dump(address)
    assert bring(address, example()).gone == 0
    assert dump(address) == before


def test_what_the_graph_no_longer_holds_goes(address: str) -> None:
    bring(address, example())
    pushed = bring(address, smaller())
    assert whole(address) == smaller()
    assert pushed.gone == len(ids(example()) - ids(smaller()))
    empty(address)
    bring(address, smaller())
    fresh = dump(address)
    bring(address, example())
    bring(address, smaller())
    assert dump(address) == fresh


class StoppedError(Exception):
    """Stands for whatever may stop a push."""


class StopAfter:
    """Stops a push after so many batches."""

    def __init__(self, batches: int) -> None:
        self._left = batches

    def __call__(self, what: str, count: int) -> None:
        self._left -= 1
        if self._left == 0:
            raise StoppedError


@pytest.mark.parametrize("batches", [1, 8, 14, 18, 20])
def test_an_interrupted_push_is_not_answered_from_and_the_next_repairs_it(
    address: str, batches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_write, "BATCH", 5)
    bring(address, smaller())
    with closing(connect(address)) as server, pytest.raises(StoppedError):
        push(example(), server, NAME, TOLD, StopAfter(batches))
    with pytest.raises(StoreError, match="not whole"):
        open_store(address)
    bring(address, example())
    assert whole(address) == example()


def test_an_interrupted_removal_is_finished_by_the_next(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_write, "BATCH", 5)
    bring(address, example())
    with closing(connect(address)) as server:
        with pytest.raises(StoppedError):
            remove(server, NAME, StopAfter(3))
        remove(server, NAME)
    assert counted(address) == counted(address, "(n:Sysgraph)") == 1


def test_a_push_stops_where_somebody_else_begins_to_push_the_same_graph(address: str) -> None:
    def meanwhile(what: str, count: int) -> None:
        if what == "passages":
            bring(address, smaller())

    with closing(connect(address)) as server, pytest.raises(StoreError, match="somebody else"):
        push(example(), server, NAME, TOLD, meanwhile)
    bring(address, example())
    assert whole(address) == example()


def test_what_two_graphs_share_carries_both_names_and_outlives_either(address: str) -> None:
    bring(address, place("Marlbrook"), NAME)
    alone = dump(address)
    bring(address, place("Tarrow"), OTHER)
    assert counted(address, "(n:Organisation)") == 1
    assert counted(address, f"(n:Node WHERE n.graphs = ['{NAME}', '{OTHER}'])") == 2
    assert counted(address, f"()-[n:REPORTS_TO WHERE n.graphs = ['{NAME}', '{OTHER}']]->()") == 1
    with closing(connect(address)) as server:
        assert remove(server, OTHER) == 5
    assert dump(address) == alone
    assert whole(address) == place("Marlbrook")


def test_a_fact_that_two_graphs_state_rests_on_the_words_of_both(address: str) -> None:
    bring(address, place("Marlbrook"), NAME)
    bring(address, place("Tarrow"), OTHER)
    with closing(open_store(address)) as store:
        (line,) = store.relationships([NATIONAL.id], ["REPORTS_TO"], outward=False)
        assert [(one.document, one.quote) for one in line.evidence] == [
            (f"{NAME}/{builders.PLAN}", "so it is said in Marlbrook"),
            (f"{OTHER}/{builders.PLAN}", "so it is said in Tarrow"),
        ]
        assert {one.path.partition("/")[0] for one in store.graph().documents} == {NAME, OTHER}
        assert store.provenance()["graphs"] == (NAME, OTHER)
        assert store.provenance()["nodes"] == 4


def test_where_two_graphs_differ_all_of_them_show_the_last_by_name_and_each_alone_its_own(address: str) -> None:
    first, last = place("Marlbrook", code="A", region="north"), place("Tarrow", code="B")
    for pushed in ((OTHER, last), (NAME, first)):
        bring(address, pushed[1], pushed[0])
    with closing(open_store(address)) as store:
        assert store.nodes([NATIONAL.id])[NATIONAL.id].attributes == {"category": "national", "code": "B"}
    for name, made in ((NAME, first), (OTHER, last)):
        assert whole(f"{address}#{name}") == made
    with closing(connect(address)) as server:
        remove(server, OTHER)
    with closing(open_store(address)) as store:
        assert store.nodes([NATIONAL.id])[NATIONAL.id].attributes["region"] == "north"


def test_one_graph_of_several_answers_as_if_it_were_alone(address: str) -> None:
    from sysgraph.questions.asking import ask
    from sysgraph.questions.catalogue import question

    bring(address, example(), NAME)
    bring(address, place("Tarrow"), OTHER)
    with closing(open_store(f"{address}#{NAME}")) as store:
        assert store.graph() == example()
        assert store.provenance()["inputs"] == TOLD["inputs"]
        assert store.named("NHS England") == ()
        assert len(ask(store, question("unowned-actions")).rows) == 2


def test_the_only_graph_of_a_server_may_be_named(address: str) -> None:
    bring(address, example())
    assert whole(f"{address}#{NAME}") == example()


def test_a_name_with_spaces_and_quotes_is_a_name(address: str) -> None:
    bring(address, example(), "St Mary’s & “O'Dowd” {x}")
    bring(address, smaller(), "St Mary’s & “O'Dowd” {x}")
    assert whole(f"{address}#St Mary’s %26 “O'Dowd” {{x}}") == smaller()


@pytest.mark.parametrize("name", ["", "  ", "a`b", "a\\u0060b", "x" * 101, "a\x00b"])
def test_a_name_that_could_break_out_is_refused(address: str, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be the name"):
        bring(address, example(), name)


def test_a_graph_that_is_not_there_is_an_error_that_tells_what_is(address: str) -> None:
    with pytest.raises(StoreError, match="holds no graph yet; bring one"):
        open_store(address)
    bring(address, example())
    with pytest.raises(StoreError, match=f"no graph “nowhere”; it has: {NAME}"):
        open_store(f"{address}#nowhere")
    with closing(connect(address)) as server, pytest.raises(StoreError, match=f"no graph “nowhere”; it has: {NAME}"):
        remove(server, "nowhere")


def test_a_database_that_holds_something_else_is_left_alone(address: str) -> None:
    with closing(connect(address)) as server:
        server.alter("CREATE (:Person {name: 'somebody else’s'})")
    with pytest.raises(StoreError, match="did not put there"):
        bring(address, example())
    assert counted(address) == 1


def test_a_graph_that_no_server_can_hold_is_an_error_before_anything_is_written(address: str) -> None:
    bring(address, smaller())
    with pytest.raises(StoreError, match="surrogates not allowed"):
        bring(address, graph([Node("board-1", "Board", "no text: \udcff")]))
    assert whole(address) == smaller()


@given(made=graphs())
@instance(made=hostile())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_graph_comes_back_from_a_server_as_it_went_in(made: Graph, address: str) -> None:
    empty(address)
    bring(address, made)
    with closing(open_store(address)) as store:
        back = store.graph()
        finds(store, made)
    assert back == made
    assert types(back) == types(made)
