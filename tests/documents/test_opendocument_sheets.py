"""OpenDocument spreadsheets: what their cells show, what repeats, what is merged, coloured or hidden."""

from pathlib import Path

import pytest

from sysgraph.documents import READERS
from sysgraph.errors import DocumentError
from tests.documents.opendocument_sheets import cell, covered, fill_style, row, spreadsheet, table
from tests.documents.workbooks import ACTIONS, HEADER, by_name, opened
from tests.written import cells, passages

PLAN = [list(HEADER), *(list(one) for one in ACTIONS)]
ROWS = [row(*HEADER), *(row(*one) for one in ACTIONS)]
HIDDEN = (
    '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.ods"


def test_a_sheet_is_its_title_and_its_table_with_their_cells(path: Path) -> None:
    found = opened(spreadsheet(path, table("Action Plan", row("Marlbrook Plan"), row(), *ROWS)))
    assert passages(found) == [("heading", "Marlbrook Plan")]
    assert cells(found) == [PLAN]
    assert (found.blocks[0].position.sheet, found.format) == ("Action Plan", "ods")
    assert by_name(found)["C4"].text == "Jo Lee, Director of Care"


def test_what_repeats_without_words_costs_nothing(path: Path) -> None:
    blank = row(cell(times="16384"), rows="1048570")
    found = opened(spreadsheet(path, table("Plan", *ROWS, blank, row("end"))))
    assert cells(found) == [PLAN]


def test_rows_and_cells_that_repeat_with_words_are_unrolled(path: Path) -> None:
    found = opened(spreadsheet(path, table("Plan", row("Ref", "A", "B"), row("1", cell("n/a", times="2"), rows="2"))))
    assert cells(found) == [[["Ref", "A", "B"], ["1", "n/a", "n/a"], ["1", "n/a", "n/a"]]]


def test_words_that_repeat_without_end_are_read_as_far_as_any_plan(path: Path) -> None:
    found = opened(spreadsheet(path, table("Plan", row(cell("x", times="16384"), rows="1048576"))))
    (sheet,) = cells(found)
    assert len(sheet) == 100_000 // 16_384
    assert "nothing was read" in found.notices[0].what


def test_rows_in_groups_are_rows(path: Path) -> None:
    head = f"<table:table-header-rows>{ROWS[0]}</table:table-header-rows>"
    inner = f"<table:table-row-group>{ROWS[2]}</table:table-row-group>"
    group = f"<table:table-row-group>{ROWS[1]}{inner}</table:table-row-group>"
    assert cells(opened(spreadsheet(path, table("Plan", head, group)))) == [PLAN]


def test_merged_cells_are_carried_and_span(path: Path) -> None:
    below = "<table:covered-table-cell><text:p>left over</text:p></table:covered-table-cell>"
    found = opened(
        spreadsheet(
            path,
            table(
                "Plan",
                row("Theme", "Ref", "Action"),
                row(cell("Care", down="2"), "1", "Open a ward"),
                row(below, "2", "Close a ward"),
                row(cell("All wards", across="3"), covered(2)),
                row("Beds", "3", "Buy beds"),
            ),
        )
    )
    by = by_name(found)
    assert (by["A3"].text, by["A3"].carried, by["A4"].across, by["A4"].carried) == ("Care", True, 3, False)


def test_a_date_is_what_the_sheet_shows(path: Path) -> None:
    dated = {"office__value-type": "date"}
    shown = cell("Mar-13", **dated, **{"office__date-value": "2013-03-01"})
    american = cell("03/04/13", **dated, **{"office__date-value": "2013-03-04"})
    british = cell("04/03/13", **dated, **{"office__date-value": "2013-03-04"})
    bare = cell(**dated, **{"office__date-value": "2013-03-04T00:00:00"})
    found = opened(spreadsheet(path, table("Plan", row("a", "b", "c", "d"), row(shown, american, british, bare))))
    assert cells(found)[0][1] == ["Mar-13", "04/03/13", "04/03/13", "04/03/2013"]
    assert [(one.kind, one.where) for one in found.notices] == [("repaired", "sheet Plan, B2")]


def test_a_value_without_words_is_shown_plainly(path: Path) -> None:
    values = [("float", "value", "6.1"), ("percentage", "value", "0.25"), ("boolean", "boolean-value", "true")]
    shown = [cell(**{"office__value-type": sort, f"office__{key}": value}) for sort, key, value in values]
    assert cells(opened(spreadsheet(path, table("Plan", row("a", "b", "c"), row(*shown)))))[0][1] == [
        "6.1",
        "25%",
        "TRUE",
    ]


def test_lines_spaces_and_spans_are_words(path: Path) -> None:
    link = "<text:span>in <text:a>a link</text:a></text:span>"
    inside = f"<text:p>two<text:s text:c='3'/>words<text:line-break/>{link}.</text:p>"
    found = opened(spreadsheet(path, table("Plan", row("a", "b", cell(inside=inside)))))
    assert by_name(found)["C1"].text == "two words\nin a link."


def test_colours_come_from_the_cell_its_row_its_column_and_styles_above(path: Path) -> None:
    styles = (
        fill_style("red", "#ff0000")
        + fill_style("green", "#00b050")
        + fill_style("none", "transparent")
        + '<style:style style:name="child" style:family="table-cell" style:parent-style-name="red"/>'
    )
    plain = '<table:table-column table:number-columns-repeated="2"/>'
    columns = plain + '<table:table-column table:default-cell-style-name="green"/>'
    found = opened(
        spreadsheet(
            path,
            table(
                "Plan",
                columns,
                row(*"abcd", style="x"),
                row("1", cell(style="child"), cell(), cell("x", style="none")),
                row(cell("2"), cell(), cell(), "x", **{"table__default-cell-style-name": "red"}),
            ),
            styles,
        )
    )
    fills = {name: one.fill for name, one in by_name(found).items()}
    assert [fills[f"{letter}2"] for letter in "ABCD"] == [None, "FF0000", "00B050", None]
    assert [fills[f"{letter}3"] for letter in "ABC"] == ["FF0000"] * 3


def test_hidden_sheets_comments_failures_and_shapes_are_told(path: Path) -> None:
    note = "<office:annotation><text:p>Jo leaves</text:p></office:annotation>"
    box = "<draw:frame><draw:text-box><text:p>Draft for the board</text:p></draw:text-box></draw:frame>"
    picture = "<draw:frame><draw:image/></draw:frame>"
    formula = {"table__formula": "of:=1+1"}
    found = opened(
        spreadsheet(
            path,
            table("Old", row("a", "b", "c"), style="off")
            + table(
                "Plan",
                *ROWS[:2],
                row(cell("2", note), cell("Open a ward", box + picture), cell(**formula), cell("#REF!", **formula)),
            ),
            HIDDEN,
        )
    )
    assert [one.where for one in found.notices] == [
        "sheet Old",
        "sheet Plan, C3",
        "sheet Plan, D3",
        "sheet Plan, A3",
        "sheet Plan",
    ]
    assert passages(found) == [("paragraph", "Draft for the board")]
    assert by_name(found)["A3"].text == "2"


def test_hidden_rows_and_columns_are_read_and_told(path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    filtered = row(*ACTIONS[1], table__visibility="filter")
    found = opened(spreadsheet(path, table("Plan", columns, *ROWS[:2], filtered)))
    assert cells(found) == [PLAN]
    assert ["(3)" in found.notices[0].what, "(B)" in found.notices[1].what] == [True, True]


def test_a_rating_that_only_a_rule_colours_is_told(path: Path) -> None:
    rules = (
        "<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address='Plan.C2:Plan.C3'/>"
        "</calcext:conditional-formats>"
    )
    found = opened(
        spreadsheet(path, table("Plan", row("Ref", "Action", "RAG"), row("1", "Open"), row("2", "Close"), rules))
    )
    assert [one.where for one in found.notices] == ["sheet Plan, column C"]


def test_a_spreadsheet_without_words_is_a_clear_error(path: Path) -> None:
    spreadsheet(path, table("Plan", row(cell())))
    with pytest.raises(DocumentError, match="no words on the sheets"):
        opened(path)


def test_endings_of_templates_are_read_too() -> None:
    assert {".xlsx", ".xlsm", ".xltx", ".ods", ".ots", ".csv", ".tsv"} <= READERS.keys()
