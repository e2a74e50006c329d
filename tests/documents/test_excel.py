"""Excel workbooks: every cell as its sheet shows it, in its place, and what cannot be read told."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from sysgraph.model import Document, Table
from tests.documents.workbooks import ACTIONS, HEADER, altered, by_name, opened, paint, rows, with_sheet, workbook
from tests.written import cells, passages

TITLE = "Marlbrook Improvement Plan"
PLAN = rows((TITLE,), (), HEADER, *ACTIONS)


def notices(found: Document) -> list[tuple[str, str]]:
    return [(one.where, one.what) for one in found.notices]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def test_a_sheet_is_its_title_and_its_table_with_their_cells(path: Path) -> None:
    found = opened(workbook(path, {"Action Plan": PLAN}))
    title, table = found.blocks
    assert isinstance(table, Table)
    assert passages(found) == [("heading", TITLE)]
    assert (title.position.sheet, title.position.cell, title.position.page) == ("Action Plan", "A1", None)
    assert cells(found) == [[list(HEADER), *(list(row) for row in ACTIONS)]]
    row = table.rows[1]
    assert [cell.name for cell in row.cells] == ["A4", "B4", "C4", "D4", "E4"]
    assert (row.passage.position.sheet, row.passage.position.cell) == ("Action Plan", "A4")
    assert (row.passage.position.heading, found.format) == (TITLE, "xlsx")


def test_evidence_names_the_cell_that_its_words_stand_in(path: Path) -> None:
    table = opened(workbook(path, {"Action Plan": PLAN})).blocks[1]
    assert isinstance(table, Table)
    passage, owner = table.rows[1].passage, table.rows[1].cells[2]
    evidence = passage.cite(owner.start, owner.end, "plan.owner", cell=owner.name)
    assert (evidence.quote, evidence.position.cell, evidence.position.sheet) == (
        "Jo Lee, Director of Care",
        "C4",
        "Action Plan",
    )


def test_values_are_what_the_sheet_shows(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        values = [datetime(2013, 3, 1), datetime(2013, 3, 1), 6.1, 6.1, 0.25, 1200, True, "  two\n\n lines  "]
        formats = ["mmm-yy", "mm-dd-yy", "0.00", "General", "0%", '"£"#,##0', "General", "@"]
        for column, (value, code) in enumerate(zip(values, formats, strict=True), start=1):
            cell = sheet.cell(1, column)
            cell.value = value  # type: ignore[assignment]
            cell.number_format = code
            sheet.cell(2, column).value = "x"

    found = opened(workbook(path, {"Plan": fill}))
    assert cells(found)[0][0] == ["Mar-13", "01/03/2013", "6.10", "6.1", "25%", "£1,200", "TRUE", "two\nlines"]
    assert notices(found) == []


def test_a_date_that_stands_month_first_is_given_day_first_and_told(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(("Due", "Ref"), (datetime(2024, 3, 4), 1))(sheet)
        sheet["A2"].number_format = "mm/dd/yyyy"

    found = opened(workbook(path, {"Plan": fill}))
    assert cells(found)[0][1] == ["04/03/2024", "1"]
    assert [(one.kind, one.where) for one in found.notices] == [("repaired", "sheet Plan, A2")]


def test_a_workbook_of_an_old_macintosh_shows_its_own_days(path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(["Due", "Ref"])
    sheet.append([datetime(2024, 3, 4), 1])
    sheet["A2"].number_format = "d mmm yyyy"
    book.save(path)
    assert cells(opened(path))[0][1] == ["4 Mar 2024", "1"]


def test_words_in_several_fonts_are_one_text(path: Path) -> None:
    rich = CellRichText("Agree ", TextBlock(InlineFont(b=True), "a vision"), " soon")
    assert cells(opened(workbook(path, {"Plan": rows((rich, "b"))}))) == []
    found = opened(workbook(path, {"Plan": rows((rich, "b", "c"))}))
    assert cells(found) == [[["Agree a vision soon", "b", "c"]]]


def test_a_merged_cell_is_carried_down_and_spans(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(("Theme", "Ref", "Action"), ("Care", 1, "Open a ward"), (None, 2, "Close a ward"), ("All wards",))(sheet)
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("A4:C4")
        rows(("Beds", 3, "Buy beds"), start=5)(sheet)

    found = opened(workbook(path, {"Plan": fill}))
    by = by_name(found)
    assert (by["A3"].text, by["A3"].carried, by["A2"].carried) == ("Care", True, False)
    assert (by["A4"].across, by["B4"].text, by["A4"].carried) == (3, "", False)


def test_what_lies_under_a_merged_cell_is_not_read(path: Path) -> None:
    data = (
        '<row r="1"><c r="A1" t="str"><v>Theme</v></c><c r="B1" t="str"><v>Action</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>Care</v></c><c r="B2" t="str"><v>Open a ward</v></c></row>'
        '<row r="3"><c r="A3" t="str"><v>left over</v></c><c r="B3" t="str"><v>Close a ward</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>'
    )
    assert by_name(opened(with_sheet(path, data)))["A3"].text == "Care"


def test_colours_are_given_however_they_are_written(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(("a", "b", "c", "d", "e"), ("1", None, None, None, "end"))(sheet)
        paint(sheet, "B2", "FF0000")
        sheet["C2"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.4))
        sheet["D2"].fill = PatternFill("solid", fgColor=Color(indexed=13))
        sheet["E2"].fill = PatternFill("lightUp", fgColor="FF0000")

    fills = [cell.fill for name, cell in by_name(opened(workbook(path, {"Plan": fill}))).items() if name.endswith("2")]
    assert fills == [None, "FF0000", "95B3D7", "FFFF00", None]


def test_formulas_are_their_results_and_those_without_are_told(path: Path) -> None:
    data = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
        '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>NOW()</f></c><c r="E1" t="e"><f>X</f><v>#REF!</v></c></row>'
    )
    found = opened(with_sheet(path, data))
    assert cells(found) == [[["2", "2x", "#REF!"]]]
    (missing, failing) = notices(found)
    assert missing[0] == "sheet Plan, D1"
    assert "open it in Excel, save it" in missing[1]
    assert failing[0] == "sheet Plan, E1"


def test_hidden_sheets_are_left_and_hidden_rows_and_columns_read_and_both_told(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        PLAN(sheet)
        sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["C"].hidden = True

    def old(sheet: Worksheet) -> None:
        rows(HEADER, *ACTIONS)(sheet)
        sheet.sheet_state = "veryHidden"

    found = opened(workbook(path, {"Plan": fill, "Plan 2019": old}))
    assert cells(found) == [[list(HEADER), *(list(row) for row in ACTIONS)]]
    assert [(one.kind, one.where) for one in found.notices] == [
        ("suggested", "sheet Plan"),
        ("suggested", "sheet Plan"),
        ("skipped", "sheet Plan 2019"),
    ]
    assert "(5)" in found.notices[0].what
    assert "(C)" in found.notices[1].what


def test_comments_and_pictures_of_words_are_told(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        PLAN(sheet)
        sheet["C4"].comment = Comment("Jo leaves in May", "the office")
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=1, min_row=3, max_row=5))
        sheet.add_chart(chart, "H3")

    found = opened(workbook(path, {"Plan": fill}))
    assert notices(found) == [
        ("sheet Plan, C4", "a comment was not read: “Jo leaves in May”"),
        ("sheet Plan", "1 chart or diagram not read"),
    ]


def test_a_rating_that_only_a_rule_colours_is_told(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(("Ref", "Action", "RAG"), (1, "Open a ward"), (2, "Close a ward"))(sheet)
        for box in ("C2:C3", "B2:B3"):
            sheet.conditional_formatting.add(box, Rule("cellIs", operator="equal", formula=["1"]))

    (notice,) = opened(workbook(path, {"Plan": fill})).notices
    assert notice.where == "sheet Plan, column C"


def test_a_chart_sheet_is_told_and_the_others_read(path: Path) -> None:
    book = openpyxl.Workbook()
    PLAN(book.worksheets[0])
    book.create_chartsheet("Dashboard")
    book.save(path)
    found = opened(path)
    assert len(cells(found)) == 1
    assert notices(found) == [("sheet Dashboard", "the sheet is a chart and was not read")]


def test_words_of_a_text_box_are_read(path: Path) -> None:
    space = 'xmlns:xdr="urn:x" xmlns:a="urn:a"'
    box = (
        f"<xdr:wsDr {space}><xdr:twoCellAnchor><xdr:from><xdr:row>0</xdr:row></xdr:from><xdr:sp><xdr:txBody>"
        f"<a:p><a:r><a:t>{TITLE}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": links.encode(), "xl/drawings/drawing1.xml": box.encode()}
    found = opened(altered(workbook(path, {"Plan": rows(HEADER, *ACTIONS, start=3)}), parts))
    assert passages(found) == [("heading", TITLE)]


def test_a_protected_sheet_is_read(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        PLAN(sheet)
        sheet.protection.set_password("secret")

    assert len(cells(opened(workbook(path, {"Plan": fill})))) == 1
