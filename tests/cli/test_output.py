import io
import sys
from pathlib import Path

import pytest

from sysgraph.cli.output import emit_lines, speak_utf8, writing
from sysgraph.cli.summary import summarised
from sysgraph.errors import WorkspaceError
from sysgraph.model import Notice, Source
from sysgraph.workspace import Summary


class Terminal(io.TextIOWrapper):
    """A standard output that people look at."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, write_through=True)

    def isatty(self) -> bool:
        return True

    def shown(self) -> bytes:
        self.flush()
        kept = self.buffer
        assert isinstance(kept, io.BytesIO)
        return kept.getvalue()


def looked_at(monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8") -> Terminal:
    made = Terminal(encoding)
    monkeypatch.setattr(sys, "stdout", made)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return made


def test_a_terminal_gets_lines_as_wide_as_it_is_with_evidence_dimmed(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    emit_lines(lambda columns, dim: [f"{columns}", dim("quiet")])
    assert terminal.shown() == b"120\n\x1b[2mquiet\x1b[0m\n"


def test_no_color_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    emit_lines(lambda columns, dim: [dim("quiet")])
    assert terminal.shown() == b"quiet\n"


def test_a_file_gets_a_hundred_columns_and_nothing_dimmed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    terminal = looked_at(monkeypatch)
    emit_lines(lambda columns, dim: [f"{columns}", dim("quiet")], tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == b"100\nquiet\n"
    assert terminal.shown() == b""


def test_a_terminal_of_another_encoding_keeps_it_and_shows_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    old = looked_at(monkeypatch, "ascii")
    speak_utf8()
    print("“words”", file=sys.stdout)
    assert old.shown() == b"?words?\n"


def test_a_stream_that_is_replaced_by_another_kind_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    speak_utf8()
    assert isinstance(sys.stdout, io.StringIO)


def break_off(path: Path) -> None:
    with writing(path) as stream:
        stream.write("new")
        raise OSError(28, "disk is full")


def test_a_file_whose_writing_breaks_off_is_as_it_was_and_leaves_nothing_beside(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("old", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="disk is full"):
        break_off(tmp_path / "page.html")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_a_summary_names_what_was_read_and_the_first_things_to_know() -> None:
    notices = tuple(Notice("plan.md", f"row {row}", "no owner column\x1b", "unread") for row in range(1, 4))
    made = Summary((Source("plan.md", "markdown", "0", 1),), {"Action": 1, "Board": 2}, 7, notices)
    assert list(summarised(made, 2)) == [
        "1 document read",
        "1 action, 2 boards; 7 relationships",
        "",
        "3 things to know about the reading:",
        "  - unread: plan.md, row 1: no owner column",
        "  - unread: plan.md, row 2: no owner column",
        "  and 1 more: --all-notices shows them",
    ]
    assert len(list(summarised(made, None))) == 7
    assert "all-notices" not in "".join(summarised(made, None))
