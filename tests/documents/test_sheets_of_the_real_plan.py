"""The real plan from sheets of every format: as right as from its text, and the same graph from each."""

import csv
import importlib.util
import json
import warnings
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sysgraph.documents import read
from sysgraph.interchange import to_json
from sysgraph.model import Document, Table
from tests.documents.opendocument_sheets import cell, covered, row, spreadsheet, table
from tests.documents.workbooks import opened
from tests.written import Plan

NAME = "stoke-on-trent-improvement-plan-2018"


@pytest.fixture(scope="module")
def real(shared: Path) -> Document:
    path = shared / "documents" / f"{NAME}.txt"
    return read(path, path.name)


@pytest.fixture(scope="module")
def score(shared: Path) -> Any:
    """What scores a graph against the gold of the real plan."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold = json.loads((shared / "gold" / f"{NAME}.json").read_text(encoding="utf-8"))
    return lambda found: module.score_plan(gold, to_json(found.graph))


def lines(found: Document) -> Iterable[list[str]]:
    """A document as the rows of one sheet: a line of words in its first cell, a table's rows between blank ones."""
    for block in found.blocks:
        yield []
        if isinstance(block, Table):
            yield from ([one.text for one in row_.cells] for row_ in block.rows)
        elif block.text[:1] in "=+-@":
            yield [f"'{block.text}"]
        else:
            yield [f"- {block.text}" if block.form == "bullet" else block.text]


def in_excel(path: Path, found: Document) -> Path:
    book = openpyxl.Workbook()
    for number, line in enumerate(lines(found), start=1):
        for column, value in enumerate(line, start=1):
            if value:
                one = book.worksheets[0].cell(number, column)
                one.value = value
                one.data_type = "s"
    book.save(path)
    return path


def in_open_document(path: Path, found: Document) -> Path:
    written = [row(*(cell(value) for value in line)) for line in lines(found)]
    return spreadsheet(path, table("Plan", *written, row(cell(times="16384"), rows="1000000")))


def in_values(path: Path, found: Document) -> Path:
    delimiter = "\t" if path.suffix == ".tsv" else ";"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(lines(found))
    return path


WRITERS = {"xlsx": in_excel, "ods": in_open_document, "csv": in_values, "tsv": in_values}


@pytest.mark.parametrize("ending", WRITERS)
def test_the_real_plan_is_as_right_from_a_sheet_as_from_its_text(
    tmp_path: Path, real: Document, score: Any, ending: str
) -> None:
    found = Plan.at(WRITERS[ending](tmp_path / f"{NAME}.{ending}", real))
    scored = score(found)
    assert (scored["actions"], scored["extra_actions"]) == ("55 of 55", 0)
    assert scored["fields"] >= 0.98, scored["failures"]


def test_the_real_workbook_gives_all_that_it_holds(shared: Path, score: Any) -> None:
    path = shared / "documents" / "formats" / f"{NAME}.xlsx"
    found = Plan.at(path)
    scored = score(found)
    assert (scored["actions"], scored["extra_actions"]) == ("55 of 55", 0)
    # Neither the lines that name the leads of each theme nor the line breaks in cells are in this workbook, and its
    # sheets have no heading for the sixth theme, of which there are only parts.
    lost = ("themes.", "findings")
    kept = [(passed, count) for name, passed, count in scored["by_field"] if not name.startswith(lost)]
    assert sum(passed for passed, _ in kept) >= 0.98 * sum(count for _, count in kept), scored["failures"]
    told = {(one.where, one.kind) for one in found.document.notices}
    assert told == {("sheet hidden", "skipped"), ("sheet dates, B1", "unread")}


def test_the_real_workbook_is_the_same_graph_in_open_document_and_excel(shared: Path, tmp_path: Path) -> None:
    excel = opened(shared / "documents" / "formats" / f"{NAME}.xlsx")
    first = Plan.at(shared / "documents" / "formats" / f"{NAME}.xlsx")
    second = Plan.at(_converted(tmp_path / f"{NAME}.ods", shared / "documents" / "formats" / f"{NAME}.xlsx"))
    assert second.texts() == first.texts()
    for type_ in ("OWNS", "OPERATES", "PART_OF", "ADDRESSES", "OVERSEES"):
        other = {tuple(end.replace(".ods", ".xlsx") for end in ends) for ends in second.facts(type_)}
        assert other == first.facts(type_)
    assert len(second.document.blocks) == len(excel.blocks)


def _converted(path: Path, workbook_: Path) -> Path:
    """The path of an OpenDocument spreadsheet with the words and merged cells of a workbook."""
    tables = ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # one of its sheets has a name of 32 letters
        book = openpyxl.load_workbook(BytesIO(workbook_.read_bytes()))
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            spans = {(box.min_row, box.min_col): box for box in sheet.merged_cells.ranges}
            under = {place for box in sheet.merged_cells.ranges for place in box.cells}
            written = []
            for line in sheet.iter_rows():
                cells = []
                for one in line:
                    box, value = spans.get((one.row, one.column)), one.value
                    words = value if isinstance(value, str) and not value.startswith("=") else ""
                    words = f"{value:%b %y}" if isinstance(value, datetime) else words
                    if box:
                        cells.append(cell(words, across=str(box.size["columns"]), down=str(box.size["rows"])))
                    else:
                        cells.append(covered() if (one.row, one.column) in under else cell(words))
                written.append(row(*cells))
            tables += table(sheet.title, *written)
    return spreadsheet(path, tables)
