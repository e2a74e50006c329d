"""A file that is not a whole graph file of this version is never read: one clear line says what is wrong with it."""

import os
import re
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from sysgraph.errors import StoreError
from sysgraph.store import open_store
from sysgraph.store.sqlite_schema import APPLICATION_ID, SCHEMA_VERSION
from sysgraph.store.sqlite_seal import seal
from sysgraph.store.sqlite_write import write
from tests.builders import example

SEAL = 20


@pytest.fixture
def built(tmp_path: Path) -> Path:
    path = tmp_path / "graph.sqlite"
    write(example(), path, {"version": "9.9.9"})
    return path


def refusal(path: Path | str) -> str:
    """The one line with which a file is refused; it names the file."""
    with pytest.raises(StoreError) as caught:
        open_store(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message


def test_a_missing_file_is_said_to_be_missing_and_how_to_build_it(tmp_path: Path) -> None:
    assert re.search(r"no such file; build it first \(sysgraph build", refusal(tmp_path / "none.sqlite"))


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_what_is_neither_a_file_nor_a_folder_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file that can hold a graph" in refusal(tmp_path / "pipe")


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    assert "the file is empty; build it again" in refusal(path)


@pytest.mark.parametrize(
    "content", [b"x", b"Theme\tAction\n" * 400, bytes(range(256)), b"SQLite format 2\x00" + bytes(200)]
)
def test_a_file_of_another_kind_is_not_taken_for_a_graph(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    assert "this is not a graph file" in refusal(path)


def test_another_programs_database_is_not_taken_for_a_graph(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE node (id)")
    assert "a SQLite database, but not one of sysgraph" in refusal(path)


@pytest.mark.parametrize(("version", "words"), [(SCHEMA_VERSION + 1, "newer"), (SCHEMA_VERSION - 1, "older")])
@pytest.mark.parametrize("sealed", [True, False])
def test_another_schema_version_says_to_build_again(tmp_path: Path, version: int, words: str, sealed: bool) -> None:
    path = tmp_path / "graph.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("CREATE TABLE node (id)")
    if sealed:
        seal(path)
    message = refusal(path)
    assert f"built by a{'n' if words == 'older' else ''} {words} sysgraph (schema {version}" in message
    assert "build it again" in message


@pytest.mark.parametrize("place", [0, 16, 27, 60, 68, 5_000, 60_000, -21, -20, -9, -1])
@pytest.mark.parametrize("bit", [0, 7])
def test_one_flipped_bit_anywhere_is_noticed(built: Path, place: int, bit: int) -> None:
    content = bytearray(built.read_bytes())
    content[place] ^= 1 << bit
    built.write_bytes(content)
    message = refusal(built)
    assert "damaged" in message
    assert "build it again" in message


@pytest.mark.parametrize("kept", [50, 100, 4_096, 60_000, -21, -10, -1])
def test_a_file_that_was_cut_short_says_so(built: Path, kept: int) -> None:
    built.write_bytes(built.read_bytes()[:kept])
    assert "cut short" in refusal(built)


def test_a_file_without_its_checksum_says_so(built: Path) -> None:
    content = built.read_bytes()
    built.write_bytes(content[:-SEAL] + bytes(SEAL))
    assert "the checksum at its end is missing" in refusal(built)


def test_a_file_that_another_program_has_changed_is_noticed(built: Path) -> None:
    with closing(sqlite3.connect(built)) as connection, connection:
        connection.execute("DELETE FROM node WHERE kind = 'Action'")
    assert "damaged" in refusal(built)


def test_something_after_the_checksum_is_noticed(built: Path) -> None:
    with built.open("ab") as file:
        file.write(b"\n")
    assert "the checksum at its end is missing" in refusal(built)


def test_the_seal_holds_the_size_and_the_checksum_of_what_stands_before_it(built: Path) -> None:
    magic, size, _ = struct.unpack(">8sQI", built.read_bytes()[-SEAL:])
    assert (magic, size) == (b"sysgraph", built.stat().st_size - SEAL)


def test_a_whole_file_without_our_tables_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("CREATE TABLE other (id)")
    seal(path)
    with closing(open_store(path)) as store, pytest.raises(StoreError, match="build it again"):
        store.named("anyone")


def test_any_program_that_reads_sqlite_opens_the_file_and_finds_it_sound(built: Path) -> None:
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("SELECT count(*) FROM action").fetchone() == (3,)


def test_an_address_of_an_unknown_scheme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="knows no store at https://;"):
        open_store("https://ann:secret@example.org/graph.sqlite")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who may not read everything")
def test_a_file_that_may_not_be_read_says_so(built: Path) -> None:
    built.chmod(0)
    assert "cannot be read" in refusal(built)
