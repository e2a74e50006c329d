"""Each question and each gap rule gives the same rows on both engines, whatever the graph."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import example as instance

from sysgraph.model import Graph, Value
from sysgraph.questions.catalogue import Question, gap_shelf, question_shelf
from sysgraph.resources import resource
from sysgraph.store import Store, open_store
from sysgraph.store.sqlite_write import write
from sysgraph.workspace import assemble
from tests import builders
from tests.builders import example, fact, graph, node
from tests.contract.generated import graphs
from tests.on_server import TOLD, bring, empty
from tests.questions.invented import westmere

PAGES = [
    one
    for shelf in (question_shelf(), gap_shelf())
    for one in shelf.all()
    if one.statement.sql is not None and one.statement.cypher is not None
]
DOCUMENTS = ("stoke-on-trent-improvement-plan-2018.txt", "stockport-review-2018.txt", "plymouth-scrutiny-pack-2018.txt")
EMPTY = Graph((), (), ())
MOST_IDS = 40


class Both(NamedTuple):
    """One graph in both engines."""

    graph: Graph
    sqlite: Store
    neo4j: Store


def in_both(stack: ExitStack, folder: Path, address: str, filling: Graph) -> Both:
    path = folder / "graph.sqlite"
    write(filling, path, TOLD)
    empty(address)
    bring(address, filling)
    return Both(filling, *(stack.enter_context(closing(open_store(one))) for one in (path, address)))


def bindings(page: Question, filling: Graph) -> Iterator[Mapping[str, Value]]:
    """What the parameters of a page are bound to, one after another: things of the graph, and nothing."""
    ids = [one.id for one in filling.nodes]
    step = max(1, len(ids) // MOST_IDS)
    choices: dict[str, Sequence[Value]] = {
        "date": (None, "2018-03-20"),
        "number": (0.1, 0.5),
        "text": (tuple(ids[::step]), ()),
    }
    named: Sequence[Value] = (tuple(ids[::step]), tuple(ids[:1]), tuple(ids[-1:]), ("nobody",), ())
    lists = {one.name: choices.get(one.kind, named) for one in page.parameters}
    for turn in range(max(map(len, lists.values()), default=1)):
        bound = {name: values[turn % len(values)] for name, values in lists.items()}
        yield {one.name: _limit(one.default, bound[one.name], one.kind) for one in page.parameters}


def _limit(default: str | None, chosen: Value, kind: str) -> Value:
    return float(default) if kind == "number" and default else chosen


def rows(store: Store, page: Question, bound: Mapping[str, Value]) -> list[object]:
    """The rows in their order; the facts of each are a first one, and others whose order means nothing."""
    return [
        ({name: value for name, value in record.items() if name != "facts"}, *facts(record["facts"]))
        for record in store.run(page.statement, bound)
    ]


def facts(told: object) -> tuple[object, frozenset[object]]:
    flat = list(_flat(json.loads(str(told))))
    return flat[0] if flat else None, frozenset(flat) - {None}


def _flat(told: object) -> Iterator[object]:
    if not isinstance(told, list):
        yield told
        return
    for one in told:
        yield from _flat(one)


def hold_equal(both: Both, page: Question) -> int:
    """How many rows the page gave, the same on both."""
    count = 0
    for bound in bindings(page, both.graph):
        expected = rows(both.sqlite, page, bound)
        assert rows(both.neo4j, page, bound) == expected, (page.name, bound)
        count += len(expected)
    return count


@pytest.fixture(scope="module")
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, neo4j_address: str
) -> Iterator[Both]:
    """A graph in both engines: one of the invented places, or one that was read from real documents."""
    filling = _filling(request, request.param)
    with ExitStack() as stack:
        yield in_both(stack, tmp_path_factory.mktemp("both"), neo4j_address, filling)


def _filling(request: pytest.FixtureRequest, name: str) -> Graph:
    if name == "example":
        return example()
    if name == "westmere":
        return westmere().graph()
    if name == "demo":
        return assemble([Path(str(resource("seed", "demo"))) / "stoke-on-trent-improvement-plan.md"])
    shared: Path = request.getfixturevalue("shared")
    return assemble([shared / "documents" / one for one in (DOCUMENTS if name == "all documents" else (name,))])


@pytest.mark.parametrize("both", ["example", "westmere", "demo", *DOCUMENTS, "all documents"], indirect=True)
def test_every_page_gives_the_same_rows_on_both_engines(both: Both) -> None:
    assert sum(hold_equal(both, page) for page in PAGES) > 0
    assert both.neo4j.graph() == both.sqlite.graph()
    assert both.neo4j.provenance() == both.sqlite.provenance()


def _circles() -> Graph:
    """Boards that report to themselves, to each other and in a ring, and one that nobody has anything to do with."""
    boards = [node("Board", f"Board {letter}") for letter in "ABCD"]
    a, b, c, _ = boards
    lines = [(a, a), (a, b), (b, a), (b, c), (c, a)]
    told = [fact(one, "REPORTS_TO", other) for one, other in lines]
    held = [fact(builders.ANN, "CHAIRS", one) for one in boards[:3]]
    return graph([*boards, builders.ANN], [*told, *held, fact(c, "OVERSEES", c)])


def _laden() -> Graph:
    """A plan nearly all of whose actions are one person's, by two posts, of which one is shared; two boards that
    share members; owners of bodies that signed the plan and of one that did not."""
    plan, theme = node("Plan", "Plan", date="2018-03-19"), node("Theme", "1 Theme")
    signed, other = node("Organisation", "Signed Trust"), node("Organisation", "Other Trust")
    ann, bea = node("Person", "Ann"), node("Person", "Bea")
    posts = [node("Role", f"Director {number}") for number in range(4)]
    actions = [node("Action", f"{ref} Act", ref=ref) for ref in ("1.10", "1.9", "1.2", "2a", "10b")]
    actions += [node("Action", f"Act {number}") for number in range(3)]
    boards = [node("Board", f"Board {letter}") for letter in "AB"]
    told = [fact(theme, "PART_OF", plan), fact(signed, "PARTY_TO", plan), fact(boards[0], "OVERSEES", theme)]
    told += [fact(one, "PART_OF", theme) for one in actions[:6]] + [fact(one, "PART_OF", plan) for one in actions[6:]]
    told += [fact(ann, "HOLDS", one) for one in posts[:2]] + [fact(bea, "HOLDS", posts[1])]
    told += [fact(one, "POST_IN", body) for one, body in zip(posts, (signed, other, other, other), strict=True)]
    told += [fact(posts[number % 2], "OWNS", one) for number, one in enumerate(actions)]
    told += [fact(posts[2], "OWNS", actions[0]), fact(posts[3], "OWNS", actions[0]), fact(ann, "OWNS", actions[1])]
    told += [fact(one, "MEMBER_OF", board) for one in posts[:3] for board in boards]
    return graph([plan, theme, signed, other, ann, bea, *posts, *actions, *boards], told)


@given(filling=graphs())
@instance(filling=_laden())
@instance(filling=EMPTY)
@instance(filling=_circles())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_page_gives_the_same_rows_of_any_graph(filling: Graph, tmp_path: Path, neo4j_address: str) -> None:
    with ExitStack() as stack:
        both = in_both(stack, tmp_path, neo4j_address, filling)
        found = {page.code for page in PAGES if hold_equal(both, page)}
        assert both.neo4j.graph() == filling
        if filling == _laden():
            assert found >= {"ACT05", "ACT06", "ACT07", "GOV10", "PLN04", "Q007", "Q020"}
