"""`sysgraph push`, and commands that answer from a server as they do from the file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sysgraph.cli.app import cli
from tests.builders import graph, node
from tests.cli.conftest import Run
from tests.on_server import bring, empty

SECRET = "hush-hush"


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="sysgraph")


@pytest.fixture
def pushed(run: Run, neo4j_address: str) -> str:
    """The address of a server that the graph of Westmere was pushed to."""
    empty(neo4j_address)
    result = run("push", neo4j_address, "--graph", "westmere")
    assert result.exit_code == 0, result.stderr
    assert "the graph “westmere” is at" in result.stdout
    return neo4j_address


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "unowned-actions", "--format", "json"),
        ("ask", "overdue-actions", "--as-of", "2030-01-01"),
        ("ask", "who-chairs", "--format", "csv"),
        ("gaps", "--format", "md"),
        ("who", "Ada Finch"),
        ("chain", "Westmere Alliance Board", "--format", "json"),
        ("view",),
        ("export", "--format", "jsonl"),
    ],
)
def test_a_server_answers_as_the_file_does(run: Run, pushed: str, arguments: tuple[str, ...]) -> None:
    from_file, from_server = run(*arguments), invoke(*arguments, "--store", pushed)
    assert (from_server.exit_code, from_server.stderr) == (0, from_file.stderr)
    assert from_server.stdout == from_file.stdout


def test_words_are_found_on_a_server_too(pushed: str) -> None:
    result = invoke("find", "city council", "--store", pushed)
    assert result.exit_code == 0
    assert "Westmere City Council" in result.stdout


def test_a_graph_without_a_name_is_called_after_its_file_or_the_folder_of_it(
    run: Run, graph_file: Path, neo4j_address: str
) -> None:
    empty(neo4j_address)
    assert f"the graph “{graph_file.parent.name}” is at" in run("push", neo4j_address).stdout
    other = graph_file.with_name("stock port.sqlite")
    other.write_bytes(graph_file.read_bytes())
    assert "the graph “stock port” is at" in invoke("push", neo4j_address, "--store", str(other)).stdout
    assert "the graph “x y” is at" in run("push", f"{neo4j_address}#x%20y").stdout


def test_a_graph_is_taken_off_a_server(run: Run, pushed: str) -> None:
    bring(pushed, graph([node("Board", "Other Board")]), "other")
    result = run("push", pushed, "--graph", "westmere", "--remove")
    assert result.exit_code == 0
    assert "no longer at" in result.stdout
    assert "Other Board" in invoke("export", "--store", pushed).stdout


def test_what_is_wrong_is_one_line_without_the_password(
    run: Run, monkeypatch: pytest.MonkeyPatch, neo4j_address: str
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    for address in (
        neo4j_address,
        f"neo4j:{SECRET}@127.0.0.1",
        f"bolt://neo4j:{SECRET}@127.0.0.1",
        "bolt://127.0.0.1:1",
        "https://127.0.0.1",
    ):
        for result in (run("push", address), run("push", address, "--remove")):
            assert result.exit_code == 2
            assert result.stdout == ""
            assert result.stderr.startswith("sysgraph: ")
            assert result.stderr.count("\n") == 1
            assert SECRET not in result.stderr


def test_nobody_is_asked_for_a_password_in_a_script(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    result = run("push", "bolt://127.0.0.1:1")
    assert result.exit_code == 2
    assert "set NEO4J_PASSWORD" in result.stderr
