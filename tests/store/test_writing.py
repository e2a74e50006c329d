"""A build completes or changes nothing, whatever it meets and whenever it is killed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sysgraph.errors import StoreError, VocabularyError
from sysgraph.model import Relationship
from sysgraph.store import open_store
from sysgraph.store.sqlite_link import uri
from sysgraph.store.sqlite_write import write
from tests import builders
from tests.builders import cite, example, graph, node

ROOT = Path(__file__).parents[2]
BEFORE = graph([node("Board", "What was there before")])


def names(path: Path) -> list[str]:
    with closing(open_store(path)) as store:
        return [one.name for one in store.graph().nodes]


def files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_build_replaces_the_graph_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    write(example(), path, {})
    write(BEFORE, path, {})
    assert names(path) == ["What was there before"]
    assert files(tmp_path) == ["graph.sqlite"]


def test_a_reader_keeps_the_graph_that_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    write(BEFORE, path, {})
    with closing(open_store(path)) as store:
        if os.name != "posix":
            pytest.skip("Windows refuses to replace a file that is open")
        write(example(), path, {})
        assert [one.name for one in store.graph().nodes] == ["What was there before"]


def test_the_same_graph_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    made = set()
    for seed in ("1", "2"):
        path = tmp_path / f"graph-{seed}.sqlite"
        _child(f"write(example(), Path({str(path)!r}), {{'version': '1', 'inputs': ('a', 'b')}})", PYTHONHASHSEED=seed)
        made.add(path.read_bytes())
    assert len(made) == 1


def test_a_file_that_is_not_a_graph_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("The only copy of the plan", encoding="utf-8")
    with pytest.raises(StoreError, match="is not a graph file, so it is left alone"):
        write(example(), path, {})
    assert path.read_text(encoding="utf-8") == "The only copy of the plan"
    assert files(tmp_path) == ["plan.txt"]


def test_another_programs_database_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE precious (id)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="left alone"):
        write(example(), path, {})
    assert path.read_bytes() == before


def test_a_damaged_graph_can_be_built_again(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    write(BEFORE, path, {})
    path.write_bytes(path.read_bytes()[:5_000])
    write(example(), path, {})
    assert len(names(path)) == len(example().nodes)


def test_an_empty_file_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    path.touch()
    write(BEFORE, path, {})
    assert names(path) == ["What was there before"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    link = tmp_path / "graph.sqlite"
    link.symlink_to(tmp_path / "data" / "real.sqlite")
    write(BEFORE, link, {})
    assert link.is_symlink()
    assert files(tmp_path / "data") == ["real.sqlite"]
    assert names(link) == ["What was there before"]


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"is a folder; name a file in it"):
        write(example(), tmp_path, {})


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no folder"):
        write(example(), tmp_path / "none" / "graph.sqlite", {})
    assert files(tmp_path) == []


def test_a_name_that_the_system_refuses_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write(example(), tmp_path / ("x" * 250), {})
    assert files(tmp_path) == []


@pytest.mark.parametrize("value", ["half a pair: \ud800", float("nan")])
def test_what_cannot_be_stored_changes_nothing(tmp_path: Path, value: str | float) -> None:
    path = tmp_path / "graph.sqlite"
    write(BEFORE, path, {})
    with pytest.raises(StoreError, match="cannot be written"):
        write(graph([node("Board", "Board", told=value)]), path, {})
    assert names(path) == ["What was there before"]
    assert files(tmp_path) == ["graph.sqlite"]


def test_a_graph_that_is_not_whole_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    stray = Relationship("owns-1", "nobody", "OWNS", builders.FIRST.id, (cite("nobody owns it"),))
    with pytest.raises(StoreError, match="its end nobody is not among the nodes"):
        write(graph([builders.FIRST], [stray]), path, {})
    with pytest.raises(StoreError, match="stands 2 times"):
        write(graph([builders.ANN, builders.ANN]), path, {})
    with pytest.raises(VocabularyError, match="Evidence is no kind of node"):
        write(graph([node("Evidence", "words")]), path, {})
    wrong = Relationship("owns-2", builders.FIRST.id, "OWNS", builders.ANN.id, (cite("it owns Ann"),))
    with pytest.raises(VocabularyError, match="OWNS does not lead from Action to Person"):
        write(graph([builders.FIRST, builders.ANN], [wrong]), path, {})
    assert files(tmp_path) == []


def test_litter_of_a_killed_build_is_cleared_by_the_next(tmp_path: Path) -> None:
    for name in ("graph.sqlite.building-1-0", "graph.sqlite.building-99-3", "graph.sqlite.building-7-0"):
        (tmp_path / name).write_bytes(b"SQLite format 3\x00 and then the power went" if "99" in name else b"")
    (tmp_path / "other.sqlite.building-1-0").touch()
    write(BEFORE, tmp_path / "graph.sqlite", {})
    assert files(tmp_path) == ["graph.sqlite", "other.sqlite.building-1-0"]


def test_what_another_build_is_writing_is_not_litter(tmp_path: Path) -> None:
    alive = tmp_path / f"graph.sqlite.building-{os.getpid()}-0"
    alive.touch()
    with closing(sqlite3.connect(uri(alive, "mode=rw"), uri=True, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        write(BEFORE, tmp_path / "graph.sqlite", {})
        assert alive.exists()


def test_a_build_killed_while_it_reads_the_graph_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    write(BEFORE, path, {})
    before = path.read_bytes()
    _child(
        "class Deadly(dict):\n"
        "    def __iter__(self):\n"
        "        kill()\n"
        "deadly = node('Board', 'Last')\n"
        "object.__setattr__(deadly, 'attributes', Deadly(a=1))\n"
        f"write(graph([*example().nodes, deadly]), Path({str(path)!r}), {{}})",
        killed=True,
    )
    _holds_up(path, before, litter=True)


@pytest.mark.parametrize("step", [0, 1, 2, 3], ids=["created", "connected", "sealed", "renamed"])
def test_a_build_killed_just_before_any_step_changes_nothing(tmp_path: Path, step: int) -> None:
    path = tmp_path / "graph.sqlite"
    write(BEFORE, path, {})
    before = path.read_bytes()
    _child(_killed_at(path, f"len(steps) > {step}"), killed=True)
    _holds_up(path, before, litter=step > 0)


def test_a_build_killed_just_after_its_last_step_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    write(BEFORE, path, {})
    _child(_killed_at(path, "event == 'os.remove'"), killed=True)
    assert len(names(path)) == len(example().nodes)


def _killed_at(path: Path, moment: str) -> str:
    """Code that writes the example and is killed at a moment; `steps` counts what it does to the file being built."""
    return (
        "steps = []\n"
        "def watch(event, arguments):\n"
        "    if arguments and '.building-' in str(arguments[0]):\n"
        "        steps.append(event)\n"
        f"        if {moment}:\n"
        "            kill()\n"
        "sys.addaudithook(watch)\n"
        f"write(example(), Path({str(path)!r}), {{}})"
    )


def _holds_up(path: Path, before: bytes, *, litter: bool) -> None:
    """The former file is as it was, and the next build clears what the killed one left behind and completes."""
    assert path.read_bytes() == before
    assert (len(files(path.parent)) > 1) is litter
    write(example(), path, {})
    assert files(path.parent) == ["graph.sqlite"]
    assert len(names(path)) == len(example().nodes)


def _child(code: str, *, killed: bool = False, **environment: str) -> None:
    """Runs code in a process of its own, where `kill()` ends that process as SIGKILL does."""
    setup = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from sysgraph.store.sqlite_write import write\n"
        "from tests.builders import example, graph, node\n"
        "def kill():\n"
        "    os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    done = subprocess.run(
        [sys.executable, "-c", setup + code],
        env={**os.environ, "PYTHONPATH": paths, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode != 0) is killed, done.stderr
    assert done.stderr == ""
