"""A graph file is opened for reading only, wherever it lies and whatever it is called."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from sysgraph.errors import QuestionError, StoreError
from sysgraph.store import Statement, open_store
from sysgraph.store.sqlite_write import write
from tests.builders import example

AWKWARD = ["what?", "a#b", "100%41", "a b", "naïve “café” 東京", "semi;colon&=", "-dash", "'quote'"]
IMPOSSIBLE_ON_WINDOWS = ["a:b", 'say "so"', "back\\slash", "new\nline"]


@pytest.mark.parametrize("name", AWKWARD + (IMPOSSIBLE_ON_WINDOWS if os.name == "posix" else []))
def test_a_file_of_any_name_is_written_and_read_again(tmp_path: Path, name: str) -> None:
    if os.name != "posix" and "?" in name:
        pytest.skip("Windows has no such names")
    folder = tmp_path / name
    folder.mkdir()
    path = folder / f"{name}.sqlite"
    write(example(), path, {})
    with closing(open_store(path)) as store:
        assert store.graph() == example()
    assert [one.name for one in folder.iterdir()] == [path.name]


def test_a_relative_path_is_read_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(example(), Path("graph.sqlite"), {})
    with closing(open_store("graph.sqlite")) as store:
        assert store.provenance()["nodes"] == len(example().nodes)


def test_a_python_with_too_old_a_sqlite_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(example(), tmp_path / "graph.sqlite", {})
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(StoreError, match=r"questions need 3\.35 or later"):
        open_store(tmp_path / "graph.sqlite")


def test_a_path_of_windows_becomes_an_address_that_sqlite_knows() -> None:
    from sysgraph.store.sqlite_link import address

    assert (
        address(str(PureWindowsPath(r"C:\My files\50% #1?.sqlite")), "\\") == "file:///C:/My files/50%25 %231%3F.sqlite"
    )
    assert address(r"\\server\share\graph.sqlite", "\\") == "file:////server/share/graph.sqlite"


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM node",
        "CREATE TABLE more (id)",
        "PRAGMA user_version = 7",
        "ATTACH DATABASE ':memory:' AS other",
        "INSERT INTO node_words (node_words) VALUES ('rebuild')",
    ],
)
def test_no_query_can_change_the_file(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "graph.sqlite"
    write(example(), path, {})
    before = path.read_bytes()
    with closing(open_store(path)) as store, pytest.raises(QuestionError):
        store.run(Statement(sql, None), {})
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["graph.sqlite"]


def test_a_question_without_sql_is_refused(tmp_path: Path) -> None:
    write(example(), tmp_path / "graph.sqlite", {})
    with closing(open_store(tmp_path / "graph.sqlite")) as store, pytest.raises(QuestionError, match="no SQL"):
        store.run(Statement(None, "RETURN 1"), {})


def test_a_list_is_bound_as_json(tmp_path: Path) -> None:
    write(example(), tmp_path / "graph.sqlite", {})
    statement = Statement("SELECT value FROM json_each(:those)", None)
    with closing(open_store(tmp_path / "graph.sqlite")) as store:
        assert store.run(statement, {"those": ("a", "b")}) == [{"value": "a"}, {"value": "b"}]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who may not write everywhere")
def test_a_file_in_a_folder_that_cannot_be_written_answers(tmp_path: Path) -> None:
    write(example(), tmp_path / "graph.sqlite", {})
    tmp_path.chmod(0o500)
    with closing(open_store(tmp_path / "graph.sqlite")) as store:
        assert store.named("HWB")
    tmp_path.chmod(0o700)


def test_a_store_is_let_go_at_the_end_of_a_with_block(tmp_path: Path) -> None:
    from sysgraph.store.sqlite_read import SQLiteStore

    write(example(), tmp_path / "graph.sqlite", {})
    with SQLiteStore(tmp_path / "graph.sqlite") as store:
        assert store.named("HWB")
    with pytest.raises(sqlite3.ProgrammingError):
        store._connection.execute("SELECT 1")
