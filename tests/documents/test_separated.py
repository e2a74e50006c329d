"""Tables of separated values: encoding and delimiter found, cells named as a spreadsheet would name them."""

import csv
from pathlib import Path

import pytest

from sysgraph.documents.spreadsheets.separated import delimiter_of
from sysgraph.errors import DocumentError
from sysgraph.model import Document
from tests.documents.workbooks import ACTIONS, HEADER, by_name, opened
from tests.written import cells, passages

PLAN = [list(HEADER), *(list(row) for row in ACTIONS)]


def saved(folder: Path, text: str, name: str = "plan.csv", encoding: str = "utf-8") -> Document:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return opened(path)


def lines(delimiter: str) -> str:
    quoted = ([f'"{value}"' if delimiter in value else value for value in row] for row in (HEADER, *ACTIONS))
    return "".join(f"{delimiter.join(row)}\r\n" for row in quoted)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["plan.csv", "plan.tsv"])
def test_what_parts_the_cells_is_found_whatever_the_ending_says(tmp_path: Path, delimiter: str, name: str) -> None:
    assert cells(saved(tmp_path, lines(delimiter), name)) == [PLAN]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    found = saved(tmp_path, "Ref,Action,Cost\n1,Children’s plan – draft,£5\n", encoding=encoding)
    assert cells(found) == [[["Ref", "Action", "Cost"], ["1", "Children’s plan – draft", "£5"]]]


def test_what_a_first_line_says_of_the_delimiter_counts_and_is_no_row(tmp_path: Path) -> None:
    found = saved(tmp_path, "sep=;\nRef;Action;Owner, Due\n1;Open a ward;Jo, May\n")
    assert cells(found) == [[["Ref", "Action", "Owner, Due"], ["1", "Open a ward", "Jo, May"]]]
    assert "A1" in by_name(found)


def test_a_title_line_above_the_header_is_no_row_of_the_table(tmp_path: Path) -> None:
    found = saved(tmp_path, "Marlbrook Improvement Plan,,,,\n\n" + lines(","))
    assert passages(found) == [("heading", "Marlbrook Improvement Plan")]
    assert cells(found) == [PLAN]
    assert by_name(found)["C4"].text == "Jo Lee, Director of Care"


def test_a_cell_may_hold_several_lines_and_is_one_row(tmp_path: Path) -> None:
    found = saved(tmp_path, 'Ref,Action,Owner\n1,"Open a ward\nand staff it",Jo\n2,Close a ward,Al\n')
    assert by_name(found)["B2"].text == "Open a ward\nand staff it"
    assert by_name(found)["B3"].text == "Close a ward"
    assert by_name(found)["B2"].carried is False


def test_rows_that_are_cut_short_are_filled_with_blanks(tmp_path: Path) -> None:
    found = saved(tmp_path, "Ref,Action,Owner,Due\n1,Open a ward,Jo\n2,Close, a, ward, now\n3,Buy beds\n")
    assert cells(found)[0][1] == ["1", "Open a ward", "Jo", "", ""]


def test_commas_in_sentences_do_not_part_cells_that_semicolons_part() -> None:
    text = "Ref;Action;Owner\n1;Open, staff, and run a ward;Lee, Jo\n2;Close a ward;Price, Ann\n3;Buy beds, soon;Hill\n"
    assert delimiter_of(text, prefer=",") == ";"


def test_a_decimal_comma_in_each_row_is_none_either() -> None:
    assert delimiter_of("Ref;Action;Cost;RAG\n1;Open;1,5;G\n2;Close;2,5;R\n", prefer=",") == ";"


def test_one_column_of_words_is_prose(tmp_path: Path) -> None:
    assert passages(saved(tmp_path, "Notes\nKeep it short.\n")) == [
        ("heading", "Notes"),
        ("paragraph", "Keep it short."),
    ]


@pytest.mark.parametrize("text", ['Ref,Action\n1,"Open a ward\n2,Close a ward\n', '"' + "x\n" * 200_000])
def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    line = 2 if text.startswith("Ref") else 1
    with pytest.raises(DocumentError, match=f"a quotation mark in line {line} is never closed"):
        saved(tmp_path, text)


@pytest.mark.parametrize("text", ["a,b\0c\n", ",,,\n , \n"])
def test_what_is_no_table_of_words_is_a_clear_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocumentError, match=r"^plan\.csv: "):
        saved(tmp_path, text)


def test_a_very_long_table_is_read_as_far_as_a_sheet_is(tmp_path: Path) -> None:
    found = saved(tmp_path, "1,2,3,4,5\n" * 25_000)
    assert len(cells(found)[0]) == 20_000
    assert len(found.notices) == 1


def test_what_the_csv_module_writes_is_read_back(tmp_path: Path) -> None:
    rows = [["Ref", "Action", "Owner"], ["1", 'Say "no", kindly', "Jo\nAl"], ["2", "Open; close", "x"]]
    path = tmp_path / "plan.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    assert cells(opened(path)) == [rows]
