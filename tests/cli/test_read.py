"""`sysgraph read`: what a reader sees in a document, in a terminal and as JSON."""

import json
from pathlib import Path

import pytest

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.file import File
from sysgraph.model import Document
from sysgraph.views.console import width
from sysgraph.views.document import show_document
from tests.cli.conftest import Run

PLAN = """<title>Marlbrook plan</title><h2>Theme 1: Beds</h2><p>Words about beds that are rather long: {long}</p>
<ul><li>one<ul><li>two</ul></ul>
<table><tr><th>Ref<th>Action<th>Owner<th>Month due<th>Zone<tr><td>1.1<td>Open a ward
<td rowspan=2>Director of Care<td>May 2019<td>
<tr><td>1.2<td bgcolor=red>Close a ward<td>June 2019<td></table>
<table><tr><th colspan=2>Key<tr><td>Red<td>Late</table>
<script>x</script><p hidden>secret words</p>
"""


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> str:
    text = PLAN.format(long="so many words " * 20)
    (tmp_path / "plan.html").write_text(text, encoding="utf-8", newline="\n")
    return "plan.html"


def shown(run: Run, *arguments: str) -> list[str]:
    result = run("read", *arguments, store=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


def test_a_document_is_shown_block_by_block_with_what_was_not_read(run: Run, plan: str) -> None:
    lines = shown(run, plan)
    assert lines[:8] == [
        "plan.html: 5 passages, 2 tables",
        "",
        "heading 1   Marlbrook plan",
        "heading 2   Theme 1: Beds",
        f"words       {('Words about beds that are rather long: ' + 'so many words ' * 20)[:87]}…",
        "bullet      one",
        "bullet 2    two",
        "",
    ]
    assert lines[-3:] == [
        "What was not read, or not as it stands:",
        "  - 2 words that are hidden on the page were not read; show them and save the page again if they",
        "    belong to it",
    ]
    assert max(map(width, lines)) <= 100


def test_a_table_is_a_grid_with_marks_before_the_words(run: Run, plan: str) -> None:
    lines = shown(run, plan, "--tables")
    assert lines[2:8] == [
        "table 1: 3 rows, 5 columns, under “Theme 1: Beds”",
        "     1    2                     3                   4          5",
        "  1  Ref  Action                Owner               Month due  Zone",
        "  2  1.1  Open a ward           Director of Care    May 2019",
        "  3  1.2  #FF0000 Close a ward  ^ Director of Care  June 2019",
        "",
    ]
    assert "  1  <2> Key" in lines
    assert not any(line.startswith(("heading", "words", "bullet")) for line in lines)


def test_all_words_are_shown_in_full(run: Run, plan: str) -> None:
    assert " ".join(" ".join(shown(run, plan, "--full")).split()).count("so many words") == 20


def test_what_each_table_was_taken_for_is_shown_column_by_column(run: Run, plan: str) -> None:
    lines = shown(run, plan, "--plans")
    assert lines[2:9] == [
        "table 1: 3 rows, 5 columns, under “Theme 1: Beds”",
        "  read as a plan, in part 1 Beds: 2 actions",
        "     1  Ref        reference",
        "     2  Action     action",
        "     3  Owner      owner",
        "     4  Month due  due",
        "     5  Zone       not read",
    ]
    assert lines[10:12] == ["table 2: 2 rows, 2 columns, under “Theme 1: Beds”", "  not read as a plan"]


def test_json_is_the_whole_document(run: Run, plan: str) -> None:
    document = json.loads("\n".join(shown(run, plan, "--format", "json")))
    assert (document["path"], document["format"]) == ("plan.html", "html")
    assert document["blocks"][0]["text"] == "Marlbrook plan"
    table = document["blocks"][5]
    assert table["rows"][2]["cells"][2] == {
        "text": "Director of Care",
        "start": 17,
        "name": "table 1, row 3, column 3",
        "carried": True,
        "fill": None,
        "across": 1,
    }
    assert document["notices"][0]["kind"] == "unread"


def test_it_can_be_written_to_a_file(run: Run, plan: str, tmp_path: Path) -> None:
    assert shown(run, plan, "-o", "out.txt") == []
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("plan.html: 5 passages")


@pytest.fixture
def pages(tmp_path: Path, run: Run) -> str:
    (tmp_path / "minutes.txt").write_text(
        "First words.\n\fMore words.\n\nPage 8 of 9\n", encoding="utf-8", newline="\n"
    )
    return "minutes.txt"


def test_one_page_can_be_asked_for(run: Run, pages: str) -> None:
    assert shown(run, pages, "--page", "2") == [
        "minutes.txt: 1 page, 1 passage", "", "page 2 (printed 8)", "words       More words."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--page", "7"), "minutes.txt: nothing was read on page 7; it has 1, 2"),
        (
            ("--sheet", "Plan"),
            "minutes.txt: nothing was read on sheet Plan; this format has no sheets; leave --sheet out",
        ),
    ],
)
def test_a_page_that_is_not_there_is_an_error_that_names_those_that_are(
    run: Run, pages: str, asked: tuple[str, str], said: str
) -> None:
    result = run("read", pages, *asked, store=False)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"sysgraph: {said}\n"


def test_a_file_that_cannot_be_read_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(b"PK\x03\x04 and nothing more")
    result = run("read", "deck.pptx", store=False)
    assert result.exit_code == 2
    assert result.stderr.startswith("sysgraph: deck.pptx: ")
    assert result.stderr.count("\n") == 1


def sheet() -> Document:
    """A sheet with fourteen columns, which no terminal has room for side by side."""
    assembly = Assembly(File(b"", "book.xlsx", "0" * 64), "xlsx", paged=False)
    assembly.sheet("Plan")
    assembly.at("A1")
    assembly.paragraph("Marlbrook\x1b[2J plan")
    assembly.at(None)
    names = "ABCDEFGHIJKLMN"
    assembly.table([[RawCell("word " * 30 if one == "B" else "", name=f"{one}5") for one in names]])
    return assembly.document()


def test_a_table_too_wide_for_the_terminal_is_shown_a_cell_a_line_by_the_names_of_the_sheet() -> None:
    lines = list(show_document(sheet(), columns=60))
    assert lines[2:7] == [
        "sheet Plan",
        "words       [A1] Marlbrook [2J plan",
        "",
        "table 1: 1 row, 14 columns",
        "  row 5",
    ]
    assert lines[7] == "       B  word word word word word word word word word word…"
    assert lines[8] == "          blank: A, C, D, E, F, G, H, I, J, K, L, M, N"
    assert sum("word" in line for line in show_document(sheet(), columns=60, full=True)) == 4


def test_every_line_keeps_to_the_width_of_the_terminal() -> None:
    assert all(width(line) <= 60 for line in show_document(sheet(), columns=60, full=True))
