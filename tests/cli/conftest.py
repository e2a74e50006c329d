from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sysgraph.cli.app import cli
from tests.questions.invented import write_westmere

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of Westmere, in a file of its own."""
    return write_westmere(tmp_path_factory.mktemp("westmere") / "graph.sqlite")


@pytest.fixture
def run(graph_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder; one that answers is given the graph of Westmere."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, store: bool = True) -> Result:
        address = ["--store", str(graph_file)] if store else []
        return CliRunner().invoke(cli, [*arguments, *address], prog_name="sysgraph")

    return run
