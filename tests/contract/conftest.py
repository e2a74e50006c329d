"""The engines that the suite of this folder runs over: one more store is one more line of ENGINES."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sysgraph.model import Graph
from sysgraph.store import Store, open_store
from sysgraph.store.sqlite_write import write
from tests.builders import example
from tests.on_server import TOLD, bring, empty

Filled = Callable[[Graph], Store]


def _sqlite(request: pytest.FixtureRequest, filling: Graph) -> Store:
    folder: Path = request.getfixturevalue("tmp_path")
    write(filling, folder / "graph.sqlite", TOLD)
    return open_store(folder / "graph.sqlite")


def _neo4j(request: pytest.FixtureRequest, filling: Graph) -> Store:
    address: str = request.getfixturevalue("neo4j_address")
    empty(address)
    bring(address, filling)
    return open_store(address)


ENGINES: dict[str, Callable[[pytest.FixtureRequest, Graph], Store]] = {"neo4j": _neo4j, "sqlite": _sqlite}


@pytest.fixture(params=sorted(ENGINES))
def filled(request: pytest.FixtureRequest) -> Iterator[Filled]:
    """Fills a store of each engine with a graph."""
    opened: list[Store] = []

    def fill(filling: Graph) -> Store:
        opened.append(ENGINES[request.param](request, filling))
        return opened[-1]

    yield fill
    for one in opened:
        one.close()


@pytest.fixture
def store(filled: Filled) -> Store:
    """A store of each engine that holds the example."""
    return filled(example())
