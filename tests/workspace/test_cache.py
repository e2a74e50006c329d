"""What was read before is not read again; nothing that lies in the cache can change a graph or stop a build."""

import hashlib
import os
import pickle
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sysgraph.workspace import Means, assemble, cache, cache_folder
from sysgraph.workspace.cache import Cache
from sysgraph.workspace.task import Reading, Task, read_one
from tests.workspace.papers import PROSE, built, exported, papers
from tests.written import written


def read_anew(folder: Path, means: Means) -> list[str]:
    """The documents that a build of the folder does read."""
    said: list[str] = []
    built(folder, means, said)
    return [line.partition(": ")[2] for line in said if line.startswith("reading ")]


def test_a_second_build_reads_only_what_changed(tmp_path: Path) -> None:
    folder, means = papers(tmp_path / "papers"), Means(cache=tmp_path / "cache")
    assert read_anew(folder, means) == ["plan-1.md", "plan-2.md", "terms.txt"]
    assert read_anew(folder, means) == []
    written(folder, PROSE + "\nThe Forum meets monthly.\n", "terms.txt")
    written(folder, PROSE, "more.txt")
    assert read_anew(folder, means) == ["more.txt", "terms.txt"]
    said: list[str] = []
    built(folder, means, said)
    assert said == ["4 documents, 4 as before"]


def test_without_a_cache_everything_is_read_and_nothing_is_remembered(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    assert read_anew(folder, Means()) == read_anew(folder, Means()) != []
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]


def test_another_name_or_place_or_recognition_is_read_anew(tmp_path: Path) -> None:
    folder, means = papers(tmp_path / "papers"), Means(cache=tmp_path / "cache")
    read_anew(folder, means)
    (folder / "terms.txt").rename(folder / "renamed.txt")
    assert read_anew(folder, means) == ["renamed.txt"]
    written(folder, '[documents."plan-1.md"]\nplace = "Stockport"\n', "sysgraph.toml")
    assert read_anew(folder, means) == ["plan-1.md"]
    assert len(read_anew(folder, Means(cache=means.cache, ocr=True))) == 3


def test_a_new_rule_reads_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, means = papers(tmp_path / "papers"), Means(cache=tmp_path / "cache")
    read_anew(folder, means)
    monkeypatch.setattr(cache, "fingerprint", lambda: "other rules")
    assert len(read_anew(folder, means)) == 3


def test_the_real_documents_give_the_same_bytes_remembered_as_fresh(shared: Path, tmp_path: Path) -> None:
    inputs, means = [shared / "documents"], Means(cache=tmp_path / "cache")
    fresh = assemble(inputs, means=means)
    said: list[str] = []
    again = assemble(inputs, means=means, progress=said.append)
    number = len(fresh.documents)
    assert said == [f"{number} documents, {number} as before"]
    assert number >= 14
    assert again == fresh
    assert exported(again) == exported(fresh)


def packed(body: bytes) -> bytes:
    return b"sysgraph reading 1 " + hashlib.sha256(body).hexdigest().encode() + b"\n" + zlib.compress(body)


class Harm:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("echo harm > harm.txt",)


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda entry: b"",
    "cut short": lambda entry: entry[:-9],
    "one bit flipped": lambda entry: entry[:-20] + bytes([entry[-20] ^ 1]) + entry[-19:],
    "another checksum": lambda entry: entry.replace(entry[19:83], b"0" * 64),
    "not ours": lambda entry: b"\x89PNG\r\n\x1a\n" * 9,
    "JSON of another form": lambda entry: packed(b'{"source": 1}'),
    "no JSON": lambda entry: packed(b"{"),
    "a bomb": lambda entry: packed(bytes(1 << 22)),
    "a pickle": lambda entry: pickle.dumps(Harm()),
    "a pickle with a checksum": lambda entry: packed(pickle.dumps(Harm())),
}


@pytest.mark.parametrize("how", SPOILT)
def test_an_entry_that_is_spoilt_is_as_good_as_none(tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cache, "_LARGEST", 1 << 20)
    folder, means = papers(tmp_path / "papers"), Means(cache=tmp_path / "cache")
    fresh = built(folder, means)
    entries = sorted((tmp_path / "cache").iterdir())
    before = [entry.read_bytes() for entry in entries]
    for entry in entries:
        entry.write_bytes(SPOILT[how](entry.read_bytes()))
    said: list[str] = []
    assert built(folder, means, said) == fresh
    assert sum(line.startswith("reading ") for line in said) == 3
    assert [entry.read_bytes() for entry in entries] == before
    assert not (tmp_path / "harm.txt").exists()


def test_what_a_killed_build_left_half_written_is_cleared(tmp_path: Path) -> None:
    folder, means = papers(tmp_path / "papers"), Means(cache=tmp_path / "cache")
    built(folder, means)
    written(tmp_path, "half", "cache/abc.part")
    built(folder, means)
    assert {path.suffix for path in (tmp_path / "cache").iterdir()} == {".reading"}


@pytest.mark.parametrize("taken", ["cache", "cache/deep"])
def test_a_cache_that_cannot_be_written_is_told_once_and_stops_nothing(tmp_path: Path, taken: str) -> None:
    folder = papers(tmp_path / "papers")
    written(tmp_path, "mine", "cache")
    said: list[str] = []
    assert built(folder, Means(cache=tmp_path / taken), said) == built(folder)
    assert [line for line in said if "nothing is remembered" in line] == said[:1]
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "mine"


def reading(number: int) -> tuple[bytes, Reading]:
    data = f"# Note {number}\n\nWords.\n".encode()
    return data, read_one(Task(data, f"{number}.md", ".md", None, ocr=False, whole=False)).reading


def test_what_was_not_used_for_longest_goes_first_when_there_is_too_much(tmp_path: Path) -> None:
    kept: dict[bytes, Reading] = {}
    with Cache(tmp_path, False, pytest.fail) as remembered:
        for number in range(10):
            data, one = reading(number)
            remembered.put(".md", None, one)
            kept[data] = one
    entries = list(tmp_path.iterdir())
    assert len(entries) == 10
    for entry in entries:
        os.utime(entry, (1, 1))
    most = sum(entry.stat().st_size for entry in entries)
    used = list(kept)[3]
    data, one = reading(10)
    with Cache(tmp_path, False, pytest.fail, most) as remembered:
        assert remembered.get(used, "3.md", ".md", None) == kept[used]
        remembered.put(".md", None, one)
    assert 5 <= len(list(tmp_path.iterdir())) < 10
    with Cache(tmp_path, False, pytest.fail, most) as remembered:
        assert remembered.get(used, "3.md", ".md", None) == kept[used]
        assert remembered.get(data, "10.md", ".md", None) == one


def test_builds_at_once_share_a_cache(tmp_path: Path) -> None:
    papers(tmp_path / "papers", plans=12)
    command = [sys.executable, "-m", "sysgraph", "build", "papers", "-o"]
    names = ["one.sqlite", "two.sqlite", "three.sqlite"]
    running = [
        subprocess.Popen([*command, name], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name in names
    ]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len({(tmp_path / name).read_bytes() for name in names}) == 1
    after = subprocess.run([*command, names[0]], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert after.stderr == "13 documents, 13 as before\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders from others by itself")
def test_what_is_remembered_is_for_its_owner_alone(tmp_path: Path) -> None:
    built(papers(tmp_path / "papers"), Means(cache=tmp_path / "cache"))
    paths = [tmp_path / "cache", *(tmp_path / "cache").iterdir()]
    assert [path.stat().st_mode & 0o077 for path in paths] == [0] * 4


def test_the_folder_is_the_one_that_the_environment_names_or_the_systems_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYSGRAPH_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("SYSGRAPH_CACHE")
    assert "sysgraph" in cache_folder().parts
