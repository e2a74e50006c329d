from collections.abc import Iterator
from pathlib import Path

import pytest

from sysgraph.store import Store, open_store
from tests.questions.invented import write_westmere


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of Westmere, in a file of its own."""
    return write_westmere(tmp_path_factory.mktemp("westmere") / "graph.sqlite")


@pytest.fixture(scope="session")
def store(graph_file: Path) -> Iterator[Store]:
    """The graph of Westmere, opened."""
    found = open_store(graph_file)
    yield found
    found.close()
