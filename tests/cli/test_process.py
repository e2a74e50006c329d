"""The command line as a process of its own: status, streams, encodings, and what it loads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def sysgraph(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sysgraph", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


def test_an_answer_ends_with_status_0_and_says_nothing_else(graph_file: Path, tmp_path: Path) -> None:
    done = sysgraph("ask", "unowned-actions", "--store", str(graph_file), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Actions that nobody in particular owns\n")


def test_an_error_is_one_line_on_the_standard_error_without_a_traceback(tmp_path: Path) -> None:
    done = sysgraph("ask", "unowned-actions", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("sysgraph: there is no graph file graph.sqlite")
    assert done.stderr.count(b"\n") == 1


def test_a_wrong_option_ends_with_status_2(tmp_path: Path) -> None:
    done = sysgraph("ask", "--no-such-option", folder=tmp_path)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_a_pipe_gets_utf_8_whatever_the_locale_says(graph_file: Path, tmp_path: Path, encoding: str) -> None:
    arguments = ("ask", "boards-of", "WCC", "--format", "md", "--store", str(graph_file))
    done = sysgraph(*arguments, folder=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    assert "“" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


def test_a_reader_that_goes_away_early_leaves_no_traceback(graph_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sysgraph", "view", "--store", str(graph_file)]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_question_loads_no_heavy_library_and_nothing_that_it_does_not_need(graph_file: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom sysgraph.cli import main\n"
        f"sys.argv[1:] = ['ask', 'unowned-actions', '--store', {str(graph_file)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=True, timeout=120)
    loaded = set(done.stderr.decode().split())
    assert "sysgraph.questions.asking" in loaded
    unwanted = {
        "networkx", "pydantic", "rdflib", "pyvis", "neo4j", "openpyxl", "yaml", "rich", "lxml", "difflib",
        "importlib.metadata", "sysgraph.workspace", "sysgraph.extraction", "sysgraph.documents", "sysgraph.interchange",
        "sysgraph.questions.accountability", "sysgraph.views.explorer",
    }  # fmt: skip
    assert not loaded & unwanted
