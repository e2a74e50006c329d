"""A large graph file is read whole once, and again whenever it may have changed."""

import os
import shutil
from pathlib import Path

import pytest

from sysgraph.errors import StoreError
from sysgraph.resources import cache_folder
from sysgraph.store import open_store, sqlite_known
from sysgraph.store.sqlite_write import write
from tests.builders import example


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as large; its time is long past, so that a change shows in it."""
    monkeypatch.setattr(sqlite_known, "LARGE", 1)
    path = tmp_path / "graph.sqlite"
    write(example(), path, {})
    return path


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes were read for a checksum, each time that one was made."""
    from sysgraph.store import sqlite_seal

    made: list[int] = []
    checksum = sqlite_seal._checksum

    def counting(file: object, size: int) -> int:
        made.append(size)
        return checksum(file, size)  # type: ignore[arg-type]

    monkeypatch.setattr(sqlite_seal, "_checksum", counting)
    return made


def opened(path: Path) -> None:
    open_store(path).close()


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(5_000)
        byte = file.read(1)
        file.seek(5_000)
        file.write(bytes([byte[0] ^ 1]))


def test_what_was_just_written_need_not_be_read_again(built: Path, readings: list[int]) -> None:
    opened(built)
    assert readings == []


def test_a_file_from_elsewhere_is_read_whole_the_first_time_alone(built: Path, readings: list[int]) -> None:
    copy = Path(shutil.copy(built, built.with_name("copy.sqlite")))
    opened(copy)
    opened(copy)
    assert len(readings) == 1


def test_a_change_is_noticed_although_the_file_was_known(built: Path) -> None:
    opened(built)
    before = built.stat()
    damage(built)
    os.utime(built, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    with pytest.raises(StoreError, match="damaged"):
        opened(built)


def test_another_file_in_its_place_is_read_whole(built: Path, readings: list[int]) -> None:
    opened(built)
    before = built.stat()
    other = Path(shutil.copy(built, built.with_name("other.sqlite")))
    damage(other)
    os.replace(other, built)
    os.utime(built, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(StoreError, match="damaged"):
        opened(built)
    assert len(readings) == 1


def test_a_damaged_file_is_not_remembered_as_whole(built: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(built, tmp_path / "copy.sqlite"))
    damage(copy)
    for _ in range(2):
        with pytest.raises(StoreError, match="damaged"):
            opened(copy)


def test_where_nothing_can_be_remembered_the_file_is_read_each_time(
    built: Path, readings: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    monkeypatch.setenv("SYSGRAPH_CACHE", str(blocked))
    opened(built)
    opened(built)
    assert len(readings) == 2


def test_a_note_that_is_garbled_is_as_good_as_none(built: Path, readings: list[int]) -> None:
    (note,) = (cache_folder() / "whole").iterdir()
    note.write_bytes(b"\xff\x00")
    opened(built)
    opened(built)
    assert len(readings) == 1


def test_small_files_leave_nothing_behind(tmp_path: Path) -> None:
    write(example(), tmp_path / "graph.sqlite", {})
    opened(tmp_path / "graph.sqlite")
    assert not (cache_folder() / "whole").exists()
