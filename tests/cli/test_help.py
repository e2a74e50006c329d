import ast
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import sysgraph
from sysgraph.cli import app
from tests.cli.conftest import Run

COMMANDS_FOLDER = Path(app.__file__).parent


def command(name: str) -> click.Command:
    found = app.cli.get_command(click.Context(app.cli), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", app.COMMANDS)
def test_every_command_has_help_with_one_example_that_begins_with_it(run: Run, name: str) -> None:
    result = run(name, "--help", store=False)
    assert result.exit_code == 0
    assert result.stdout.count("Example:") == 1
    assert f"Example: sysgraph {name}" in " ".join(result.stdout.split())


@pytest.mark.parametrize("name", app.COMMANDS)
def test_the_list_of_commands_says_of_each_what_its_own_help_begins_with(name: str) -> None:
    found = command(name)
    assert found.name == name
    assert (found.help or "").partition("\n\n")[0].replace("\n", " ") == app.COMMANDS[name]


def test_the_list_of_commands_names_every_module_that_is_one() -> None:
    modules = {
        path.stem for path in COMMANDS_FOLDER.glob("*.py") if "@click.command(" in path.read_text(encoding="utf-8")
    }
    assert modules == set(app.COMMANDS)


def test_help_lists_every_command(run: Run) -> None:
    out = run("--help", store=False).stdout
    assert all(re.search(rf"^  {name} ", out, re.MULTILINE) for name in app.COMMANDS)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version", store=False).stdout == f"sysgraph {sysgraph.__version__}\n"


def test_an_unknown_command_is_a_usage_error(run: Run) -> None:
    result = run("aks", store=False)
    assert result.exit_code == 2
    assert "No such command 'aks'" in result.stderr


def test_an_interrupted_command_ends_with_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def command() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app.cli, "get_command", lambda ctx, name: command)
    result = CliRunner().invoke(app.cli, ["ask"], prog_name="sysgraph")
    assert result.exit_code == 130
    assert result.stderr == "sysgraph: stopped\n"


def test_no_heavy_library_is_imported_at_the_top_of_a_command() -> None:
    heavy = {"networkx", "pydantic", "rdflib", "pyvis", "neo4j", "openpyxl", "yaml", "rich", "sqlite3"}
    for path in sorted(COMMANDS_FOLDER.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not heavy & {name.partition(".")[0] for name in names}, path.name
