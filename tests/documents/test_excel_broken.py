"""Excel workbooks that are odd, huge, broken or hostile: a right reading, or an error that says what to do."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sysgraph.errors import DocumentError
from sysgraph.model import Document
from tests.documents.workbooks import ACTIONS, HEADER, altered, by_name, opened, rows, with_sheet, workbook
from tests.written import cells, passages

TITLE = "Marlbrook Improvement Plan"
PLAN = rows((TITLE,), (), HEADER, *ACTIONS)


def notices(found: Document) -> list[tuple[str, str]]:
    return [(one.where, one.what) for one in found.notices]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def test_one_cell_in_the_last_corner_costs_nothing(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        PLAN(sheet)
        sheet["XFD1048576"].value = "x"

    found = opened(workbook(path, {"Plan": fill}))
    assert cells(found) == [[list(HEADER), *(list(row) for row in ACTIONS)]]
    assert passages(found) == [("heading", TITLE), ("paragraph", "x")]


def test_a_sheet_that_is_coloured_to_its_end_keeps_its_words(path: Path) -> None:
    cell = "".join(f'<c r="{name}2" s="1"/>' for name in ("B", "C", "XFD"))
    head = '<row r="1"><c r="A1" t="str"><v>Ref</v></c><c r="B1" t="str"><v>RAG</v></c></row>'
    data = f'{head}<row r="2"><c r="A2"><v>1</v></c>{cell}</row>'
    assert cells(opened(with_sheet(path, data))) == [[["Ref", "RAG"], ["1", ""]]]


def test_a_sheet_with_more_cells_than_any_plan_says_where_reading_ended(path: Path) -> None:
    line = "".join(f'<c r="{letter}%d"><v>1</v></c>' for letter in "ABCDEFGHIJ")
    data = "".join(f'<row r="{row}">{line % ((row,) * 10)}</row>' for row in range(1, 10_102))
    found = opened(with_sheet(path, data))
    (table,) = cells(found)
    assert len(table) == 10_000
    assert notices(found) == [
        ("sheet Plan", "the sheet has more filled cells than any plan; after the first 100,000 nothing was read")
    ]


def test_rows_and_cells_without_numbers_are_counted(path: Path) -> None:
    data = (
        "<row><c t='str'><v>Ref</v></c><c t='str'><v>Action</v></c><c/></row>"
        "<row><c><v>1</v></c><c t='d'><v>2024-03-04</v></c></row>"
    )
    by = by_name(opened(with_sheet(path, data)))
    assert {name: cell.text for name, cell in by.items()} == {
        "A1": "Ref",
        "B1": "Action",
        "A2": "1",
        "B2": "04/03/2024",
    }


@pytest.mark.parametrize("value", ["nan", "1e999", "words", "-1e308", "9" * 400])
def test_a_number_that_is_none_breaks_nothing(path: Path, value: str) -> None:
    assert opened(with_sheet(path, f'<row r="1"><c r="A1" s="0"><v>{value}</v></c></row>')).blocks


def test_a_workbook_without_words_on_a_visible_sheet_says_so(path: Path) -> None:
    def old(sheet: Worksheet) -> None:
        PLAN(sheet)
        sheet.sheet_state = "hidden"

    workbook(path, {"Empty": rows(), "Old": old})
    with pytest.raises(DocumentError, match="no words on the sheets of the workbook that are not hidden"):
        opened(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_workbook_with_a_broken_part_is_a_clear_error(path: Path, part: str) -> None:
    altered(workbook(path, {"Plan": PLAN}), {part: b"<worksheet><sheetData><row"})
    with pytest.raises(DocumentError, match=r"^plan\.xlsx: the file is damaged or cut short; open it"):
        opened(path)


def test_a_workbook_cut_short_is_a_clear_error(path: Path) -> None:
    data = workbook(path, {"Plan": PLAN}).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(DocumentError, match="damaged or cut short"):
        opened(path)


def test_a_sheet_that_is_missing_is_told_and_the_others_read(path: Path) -> None:
    workbook(path, {"Plan": PLAN, "More": PLAN})
    altered(path, {"xl/worksheets/sheet2.xml": None})
    found = opened(path)
    assert len(cells(found)) == 1
    assert found.notices[0].where == "sheet More"


def test_a_workbook_in_the_strict_form_says_how_to_save_it(path: Path) -> None:
    workbook(path, {"Plan": PLAN})
    with ZipFile(path) as parts:
        book = parts.read("xl/workbook.xml")
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    altered(path, {"xl/workbook.xml": book.replace(usual, b"http://purl.oclc.org/ooxml/spreadsheetml/main")})
    with pytest.raises(DocumentError, match="save it as “Excel Workbook"):
        opened(path)


def test_entities_are_not_expanded(path: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    sheet = (
        f'{laughs}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>&b;</v></c><c r="B1" t="str"><v>Ref</v></c></row></sheetData></worksheet>'
    )
    altered(workbook(path, {"Plan": PLAN}), {"xl/worksheets/sheet1.xml": sheet.encode()})
    with pytest.raises(DocumentError):
        opened(path)


def test_a_password_and_an_old_format_are_told_apart(path: Path) -> None:
    mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(mark + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    with pytest.raises(DocumentError, match="protected with a password; open it, save it without"):
        opened(path)
    path.write_bytes(mark + bytes(2000))
    with pytest.raises(DocumentError, match="old"):
        opened(path)
