"""Writes small workbooks of an invented place, with the library that councils' own programs would be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from sysgraph.documents import read
from sysgraph.model import Cell, Document, Table

HEADER = ("Ref", "Action", "Owner", "Due", "RAG")
ACTIONS = (
    ("1.1", "Agree a shared vision with all partners", "Jo Lee, Director of Care", "March 2024", "Green"),
    ("1.2", "Appoint a programme director", "Ann Price, Chief Executive", "May 2024", "Amber"),
)

Fill = Callable[[Worksheet], None]


def workbook(path: Path, sheets: Mapping[str, Fill]) -> Path:
    """The path of a workbook with these sheets, each filled by its function."""
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    for name, fill in sheets.items():
        fill(book.create_sheet(name))
    book.remove(first)
    book.save(path)
    return path


def rows(*values: Sequence[object], start: int = 1) -> Fill:
    """What fills a sheet with rows, from a row on."""

    def fill(sheet: Worksheet) -> None:
        for number, row in enumerate(values, start=start):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, column).value = value  # type: ignore[assignment]

    return fill


def paint(sheet: Worksheet, cell: str, colour: str) -> None:
    """Nothing; the cell has this colour (RRGGBB)."""
    sheet[cell].fill = PatternFill("solid", fgColor=colour)


def altered(path: Path, changes: Mapping[str, bytes | None]) -> Path:
    """The path of a workbook some of whose parts are replaced, added or taken out."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in {**parts, **changes}.items():
            if data is not None:
                archive.writestr(name, data)
    return path


def with_sheet(path: Path, data: str) -> Path:
    """The path of a workbook whose first sheet has this XML within its sheetData."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{space}"><sheetData>{data}</sheetData></worksheet>'
    return altered(workbook(path, {"Plan": rows(("a",))}), {"xl/worksheets/sheet1.xml": xml.encode()})


def opened(path: Path) -> Document:
    """The document that is in a file."""
    return read(path, path.name)


def every_cell(found: Document) -> Iterator[Cell]:
    """All cells of all tables."""
    for block in found.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from row.cells


def by_name(found: Document) -> dict[str, Cell]:
    """The cells of a document by the names that the sheet has for them."""
    return {cell.name: cell for cell in every_cell(found)}
