"""Tables in text: tabs and bars, the mark-up in cells, and where each cell's words stand."""

from pathlib import Path

import pytest

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.file import File
from sysgraph.documents.markup import plain, without_emphasis
from sysgraph.model import Table
from tests.written import cells, document, passages

ROWS = [["Ref", "Action", "Owner"], ["1", "Open a ward", ""]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ref\tAction\tOwner\n1\tOpen a ward\t\n", "plan.txt"),
        ("| Ref | Action | Owner |\n|:---|---:|:-:|\n| 1 | Open a ward | |\n", "plan.md"),
        ("| Ref | Action | Owner\n| 1 | Open a ward | |\n", "plan.md"),
        ("Ref | Action | Owner\n--- | --- | ---\n1 | Open a ward |\n", "plan.md"),
        ("|Ref|**Action**|Owner|\n|--|--|--|\n|1|Open a `ward`||\n", "plan.md"),
    ],
    ids=["tabs", "bars", "bars on the left", "bars between", "emphasis"],
)
def test_a_table_is_read_however_its_cells_are_parted(tmp_path: Path, text: str, name: str) -> None:
    assert cells(document(tmp_path, text, name)) == [ROWS]


@pytest.mark.parametrize(
    "text",
    ["The choice | stay or go | is theirs.\n", "\tan indented line of a letter\n", "Beds | Wards\nStaff | Pay\n"],
)
def test_a_bar_or_a_tab_in_a_line_makes_no_table(tmp_path: Path, text: str) -> None:
    assert cells(document(tmp_path, text, "letter.txt")) == []


def test_a_blank_line_ends_a_table(tmp_path: Path) -> None:
    text = "| a | b |\n| c | d |\n\n| e | f |\nwords after it\n"
    found = document(tmp_path, text)
    assert cells(found) == [[["a", "b"], ["c", "d"]], [["e", "f"]]]
    assert passages(found) == [("paragraph", "words after it")]


def test_a_bar_that_belongs_to_a_cell_does_not_part_it(tmp_path: Path) -> None:
    assert cells(document(tmp_path, "| either\\|or | both |\n")) == [[["either|or", "both"]]]


def test_a_row_that_only_begins_with_blank_cells_keeps_them(tmp_path: Path) -> None:
    assert cells(document(tmp_path, "\t\t1.1\tOpen a ward\n", "plan.txt")) == [[["", "", "1.1", "Open a ward"]]]


def test_each_cell_knows_its_place_in_the_words_of_its_row(tmp_path: Path) -> None:
    found = document(tmp_path, "# Beds\n\n| a | b |\n|--|--|\n| one | <p>two</p><p>three</p> |\n")
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    row = table.rows[1]
    assert row.passage.text == "one | two\nthree"
    assert [row.passage.text[cell.start : cell.end] for cell in row.cells] == ["one", "two\nthree"]
    assert [cell.name for cell in row.cells] == ["table 1, row 2, column 1", "table 1, row 2, column 2"]
    assert (table.position.page, row.passage.position.heading) == (1, "Beds")


def test_a_reader_may_say_that_a_cell_is_carried_spans_or_is_coloured() -> None:
    assembly = Assembly(File(b"", "book.xlsx", "0" * 64), "xlsx")
    assembly.table([[RawCell("Owner", across=2), RawCell("Jo Lee", carried=True, fill="FF0000")]])
    assembly.table([])
    assembly.notice("sheet 1", "a picture")
    found = assembly.document()
    (table,) = found.blocks
    assert isinstance(table, Table)
    first, second = table.rows[0].cells
    assert (first.across, second.carried, second.fill) == (2, True, "FF0000")
    assert [(one.document, one.where, one.what) for one in found.notices] == [("book.xlsx", "sheet 1", "a picture")]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<p>Open  a\tward</p>", "Open a ward"),
        ("<ul style='x'><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("<b>bold</b> and <i>not</i>", "bold and not"),
        ("beds &amp; wards &lt; 5", "beds & wards < 5"),
        ("fewer than <5 beds, more than >3", "fewer than <5 beds, more than >3"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("  \n <p> </p>", ""),
    ],
)
def test_the_mark_up_of_a_cell_becomes_lines_of_words(marked: str, words: str) -> None:
    assert plain(marked) == words


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**bold** and __bold__", "bold and bold"),
        ("*one* and _two_", "one and two"),
        ("![picture](a.png) of it", "picture of it"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_word", "snake_case_word"),
    ],
)
def test_emphasis_and_links_leave_their_words(marked: str, words: str) -> None:
    assert without_emphasis(marked) == words
