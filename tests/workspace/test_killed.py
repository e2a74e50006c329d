"""A build that is killed leaves the former graph as it was, and nothing that the next build does not clear."""

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace import dying
from tests.workspace.papers import papers
from tests.written import written

FORMER = "The Harbour Forum reports to the Marlbrook Health and Wellbeing Board.\n"
MARK = "SYSGRAPH_TEST_MARK"


def run(*arguments: object, mark: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(Path(dying.__file__)), *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, MARK: mark}, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="so many builds are only started fast enough by a fork")
def test_a_build_that_is_killed_anywhere_leaves_the_former_graph_or_the_whole_new_one_and_no_litter(
    tmp_path: Path,
) -> None:
    old, new = written(tmp_path, FORMER, "old/terms.txt").parent, papers(tmp_path / "papers", plans=1)
    output, cache = tmp_path / "out" / "graph.sqlite", tmp_path / "cache"
    output.parent.mkdir()
    former = tmp_path / "former.sqlite"
    assert run("one", 0, old, former, cache).returncode == 0
    done = run("all", new, former, output, cache)
    assert done.returncode == 0, done.stderr
    killed, replaced = map(int, done.stdout.split())
    assert killed > 50
    assert 0 < replaced < killed


def test_a_build_that_is_killed_takes_the_processes_that_read_with_it(tmp_path: Path) -> None:
    new = papers(tmp_path / "papers", plans=1, page=True)
    output, cache = tmp_path / "out" / "graph.sqlite", tmp_path / "cache"
    output.parent.mkdir()
    count = int(run("one", 0, new, output, cache).stdout)
    whole = output.read_bytes()
    mark = uuid.uuid4().hex
    for last in range(count // 2, count, count // 10):
        for entry in cache.iterdir():
            entry.unlink()
        assert run("one", last, new, output, cache, mark=mark).returncode != 0
        assert output.read_bytes() == whole
        assert gone(mark)
    assert run("one", 0, new, output, cache).returncode == 0
    assert output.read_bytes() == whole
    assert [path.name for path in output.parent.iterdir()] == [output.name]
    assert {path.suffix for path in cache.iterdir()} == {".reading"}


def gone(mark: str) -> bool:
    """Whether no process has the mark, or soon has it no more; where the system does not tell, yes."""
    for _ in range(600):
        if not any(marked(mark)):
            return True
        time.sleep(0.05)
    return False


def marked(mark: str) -> Iterator[Path]:
    for place in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in place.read_bytes():
                yield place
        except OSError:
            continue
