"""The engines that the suite of this folder runs over: one more store is one more line of ENGINES."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sysgraph.model import Graph
from sysgraph.store import Store, open_store
from sysgraph.store.sqlite_write import write
from tests.builders import example

Filled = Callable[[Graph], Store]


def _sqlite(folder: Path, filling: Graph) -> Store:
    path = folder / "graph.sqlite"
    write(filling, path, {"version": "9.9.9", "inputs": ("a.txt", "b.txt")})
    return open_store(path)


ENGINES: dict[str, Callable[[Path, Graph], Store]] = {"sqlite": _sqlite}


@pytest.fixture(params=sorted(ENGINES))
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Filled]:
    """Fills a store of each engine with a graph."""
    opened: list[Store] = []

    def fill(filling: Graph) -> Store:
        opened.append(ENGINES[request.param](tmp_path, filling))
        return opened[-1]

    yield fill
    for one in opened:
        one.close()


@pytest.fixture
def store(filled: Filled) -> Store:
    """A store of each engine that holds the example."""
    return filled(example())
