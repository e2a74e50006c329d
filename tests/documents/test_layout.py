"""How sheets are laid out: titles, labels, tables beside and below one another, notes, the names of sheets."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.workbooks import ACTIONS, HEADER, Fill, by_name, opened, paint, rows, workbook
from tests.written import cells, passages

PLAN = [list(HEADER), *(list(row) for row in ACTIONS)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def both(*fills: Fill) -> Fill:
    def fill(sheet: Worksheet) -> None:
        for one in fills:
            one(sheet)

    return fill


def test_lines_above_a_table_are_its_title_and_what_is_said_of_it(path: Path) -> None:
    top = rows(
        ("Marlbrook Plan",), ("Version 4, March 2024",), ("Lead officer:", "Ann Price"), ("Date", "4 March 2024")
    )
    found = opened(workbook(path, {"Plan": both(top, rows(HEADER, *ACTIONS, start=5))}))
    assert passages(found) == [
        ("heading", "Marlbrook Plan"),
        ("paragraph", "Version 4, March 2024"),
        ("paragraph", "Lead officer: Ann Price"),
        ("paragraph", "Date: 4 March 2024"),
    ]
    assert cells(found) == [PLAN]


def test_a_blank_row_ends_a_table_and_what_goes_on_keeps_its_columns(path: Path) -> None:
    fill = both(rows(HEADER, *ACTIONS), rows(("1.3", "Close a ward", None, "May 2024"), start=5))
    assert cells(opened(workbook(path, {"Plan": fill}))) == [PLAN, [["1.3", "Close a ward", "", "May 2024", ""]]]


def test_a_merged_cell_holds_a_table_together_over_a_blank_row(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(("Theme", "Ref", "Action"), ("Care", 1, "Open a ward"), (), (None, 2, "Close a ward"))(sheet)
        sheet.merge_cells("A2:A4")

    assert cells(opened(workbook(path, {"Plan": fill}))) == [
        [["Theme", "Ref", "Action"], ["Care", "1", "Open a ward"], ["Care", "2", "Close a ward"]]
    ]


def test_a_key_beside_a_plan_is_a_table_of_its_own(path: Path) -> None:
    key = (("Red", "Late"), ("Green", "On track"))
    fill = both(rows(HEADER, *ACTIONS, *ACTIONS), rows(*((*[None] * 6, *one) for one in key)))
    assert cells(opened(workbook(path, {"Plan": fill}))) == [PLAN + PLAN[1:], [list(one) for one in key]]


def test_a_gap_before_the_last_column_parts_no_table(path: Path) -> None:
    fill = rows(*((*row[:4], None, row[4]) for row in (HEADER, *ACTIONS)))
    assert cells(opened(workbook(path, {"Plan": fill}))) == [PLAN]


def test_two_tables_side_by_side_with_one_header_are_two(path: Path) -> None:
    fill = rows(*((*row, None, *row) for row in (HEADER, *ACTIONS)))
    assert cells(opened(workbook(path, {"Plan": fill}))) == [PLAN, PLAN]


def test_a_key_of_colours_alone_is_a_table(path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(HEADER, *ACTIONS, (), ("Late",), ("On track",))(sheet)
        paint(sheet, "B5", "FF0000")
        paint(sheet, "B6", "00B050")

    found = opened(workbook(path, {"Plan": fill}))
    assert cells(found) == [PLAN, [["Late", ""], ["On track", ""]]]
    assert [by_name(found)[name].fill for name in ("B5", "B6")] == ["FF0000", "00B050"]


def test_notes_under_a_table_are_none_of_its_rows(path: Path) -> None:
    found = opened(workbook(path, {"Plan": rows(HEADER, *ACTIONS, ("* dates are ends of months",))}))
    assert cells(found) == [PLAN]
    assert passages(found) == [("bullet", "dates are ends of months")]


def test_each_table_of_a_sheet_has_its_own_title(path: Path) -> None:
    fill = both(
        rows(("Marlbrook Plan",), (), ("Leadership",), HEADER, *ACTIONS),
        rows(("Workforce",), HEADER, *ACTIONS, (), ("Kept by the office",), start=8),
    )
    assert passages(opened(workbook(path, {"Plan": fill}))) == [
        ("heading", "Marlbrook Plan"),
        ("heading", "Leadership"),
        ("heading", "Workforce"),
        ("paragraph", "Kept by the office"),
    ]


def test_a_sheet_without_a_title_is_headed_by_its_name(path: Path) -> None:
    plan = rows(HEADER, *ACTIONS)
    titled = rows(("Theme 3: Digital",), HEADER, *ACTIONS)
    found = opened(workbook(path, {"Sheet1": plan, "Workforce ": plan, "Digital": titled, "Risks": plan}))
    assert passages(found) == [("heading", "Workforce"), ("heading", "Theme 3: Digital"), ("heading", "Risks")]


def test_a_title_that_sheets_share_is_the_workbooks(path: Path) -> None:
    plan = rows(("Marlbrook Plan",), (), HEADER, *ACTIONS)
    assert passages(opened(workbook(path, {"Leadership": plan, "Workforce": plan}))) == [
        ("heading", "Marlbrook Plan"),
        ("heading", "Leadership"),
        ("paragraph", "Marlbrook Plan"),
        ("heading", "Workforce"),
    ]


def test_a_sheet_of_prose_is_paragraphs_and_bullets(path: Path) -> None:
    found = opened(workbook(path, {"Notes": rows(("How to use this plan",), ("Keep it short.",), ("- owners first",))}))
    assert passages(found) == [
        ("heading", "How to use this plan"),
        ("paragraph", "Keep it short."),
        ("bullet", "owners first"),
    ]
