"""Old formats: what is said without LibreOffice, how it is called, and what comes of it where it is installed."""

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sysgraph.documents import legacy, read
from sysgraph.errors import DocumentError
from tests.documents.wordfiles import paragraph, passages, word_file
from tests.written import Plan

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 600
RICH = rb"{\rtf1\ansi {\b Northwick Plan}\par The board met in May.\par}"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the program that stands in for LibreOffice is a script")
INSTALLED = pytest.mark.skipif(
    legacy.office() is None, reason="LibreOffice is not installed: install it to run this test"
)


def old(folder: Path, name: str, data: bytes = OLD_WORD) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Puts a program in LibreOffice's place: `$turned` is where it is to write, `$profile` its profile."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    reading = 'for one in "$@"; do case "$last" in --outdir) turned="$one";; esac; last="$one"; done\n'
    program.write_text(f"#!/bin/sh\n{reading}{script}\n", encoding="utf-8", newline="\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize(
    ("name", "new", "data"),
    [("plan.doc", ".docx", OLD_WORD), ("plan.rtf", ".docx", RICH)],
)
def test_without_libreoffice_the_error_says_what_to_save_it_as(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, new: str, data: bytes
) -> None:
    monkeypatch.setattr(legacy, "office", lambda: None)
    with pytest.raises(DocumentError, match=rf"{name}: .* save the document as {new}, or install LibreOffice"):
        read(old(tmp_path, name, data), name)


def test_libreoffice_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: str(tmp_path / name) if name == "libreoffice" else None)
    assert legacy.office() == str(tmp_path / "libreoffice")


@POSIX
def test_what_libreoffice_makes_of_a_file_is_read_and_called_as_the_file_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = word_file(tmp_path / "made", paragraph("Northwick Plan", style="Titel"))
    stand_in(tmp_path, monkeypatch, f'mkdir -p "$turned" && cp "{made}" "$turned/document.docx"')
    path = old(tmp_path, "plan.doc")
    document = read(path, "papers/plan.doc")
    assert (document.path, document.format) == ("papers/plan.doc", "doc")
    assert passages(document) == [("heading", "Northwick Plan")]


@POSIX
def test_libreoffice_runs_with_a_profile_of_its_own_without_macros_or_network_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    script = f'cp "$(dirname "$turned")/profile/user/registrymodifications.xcu" "{seen}"; echo "$@" >> "{seen}"'
    stand_in(tmp_path, monkeypatch, script)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with pytest.raises(DocumentError, match="LibreOffice cannot turn the file"):
        read(old(tmp_path, "plan.doc"), "plan.doc")
    told = seen.read_text(encoding="utf-8")
    assert "--headless" in told
    assert f"-env:UserInstallation={temporary.as_uri()}" in told
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in told
    assert '"ooInetProxyType" oor:op="fuse"><value>2' in told
    assert list(temporary.iterdir()) == []


@POSIX
def test_libreoffice_that_never_ends_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    stand_in(tmp_path, monkeypatch, f'sleep 600 > "{pipe}" & sleep 600')
    monkeypatch.setattr(legacy, "SECONDS", 0.5)
    with pytest.raises(DocumentError, match="has not turned the file within"):
        read(old(tmp_path, "plan.doc"), "plan.doc")
    ended, _, _ = select.select([reading], [], [], 60)  # there is an end to read once nobody can write any more
    os.close(reading)
    assert ended


@POSIX
def test_libreoffice_ends_where_the_process_that_reads_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    stand_in(tmp_path, monkeypatch, f'exec 3> "{pipe}"; echo begun >&3; sleep 600')
    old(tmp_path, "plan.doc")
    code = "from pathlib import Path; from sysgraph.documents import read; read(Path('plan.doc'), 'plan.doc')"
    reader = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, "TMPDIR": str(tmp_path)})
    assert select.select([reading], [], [], 60)[0]
    assert os.read(reading, 100) == b"begun\n"
    reader.kill()
    reader.wait()
    assert select.select([reading], [], [], 60)[0]
    assert os.read(reading, 100) == b""
    os.close(reading)


@POSIX
def test_a_program_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "office", lambda: str(tmp_path / "gone"))
    with pytest.raises(DocumentError, match="cannot be started"):
        read(old(tmp_path, "plan.doc"), "plan.doc")


@INSTALLED
def test_a_document_in_rich_text_is_turned_and_read(tmp_path: Path) -> None:
    document = read(old(tmp_path, "paper.rtf", RICH), "paper.rtf")
    assert passages(document) == [("heading", "Northwick Plan"), ("paragraph", "The board met in May.")]
    assert document.format == "rtf"


@INSTALLED
def test_a_plan_in_an_old_format_comes_out_as_it_was(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return (
            r"\trowd\cellx1000\cellx5000\cellx8000\cellx9500"
            + "".join(rf"\intbl {one}\cell" for one in cells)
            + r"\row"
        )

    rows = row("Ref", "Action", "Owner", "Due") + row("1.1", "Open a ward", "Jo Lee", "May 2019")
    rich = (
        r"{\rtf1\ansi{\stylesheet{\s1\outlinelevel0 heading 1;}}{\pard\s1\outlinelevel0 Northwick Improvement Plan\par}"
        + rows
        + r"\pard\par}"
    )
    plan = Plan.at(old(tmp_path, "plan.rtf", rich.encode("ascii")))
    (action,) = plan.nodes("Action").values()
    assert (action.attributes["ref"], action.attributes["text"]) == ("1.1", "Open a ward")
    assert plan.facts("OWNS") == {("Jo Lee", action.name)}


@INSTALLED
def test_a_broken_file_of_an_old_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"plan\.doc: LibreOffice cannot turn|plan\.doc: there are no words"):
        read(old(tmp_path, "plan.doc"), "plan.doc")
