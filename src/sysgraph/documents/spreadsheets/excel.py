"""Excel workbooks (.xlsx, .xlsm): every cell as its sheet shows it.

openpyxl opens the workbook and knows its styles and shared strings. Sheets that are hidden are not read: they hold
lists, templates and former plans, and who opens the workbook at a cell that evidence names would not find it. Hidden
rows and columns are read, since a filter that somebody left on hides rows of the plan. Both are told.
"""

import io
import warnings
import zipfile
from functools import cache
from types import SimpleNamespace
from typing import Any

from sysgraph.documents import archive, budget
from sysgraph.documents.assembly import Assembly
from sysgraph.documents.file import File
from sysgraph.documents.spreadsheets.excel_beside import beside
from sysgraph.documents.spreadsheets.excel_sheet import Book, Style, read_sheet
from sysgraph.documents.spreadsheets.fills import Palette
from sysgraph.documents.spreadsheets.layout import Sheet, lay_out
from sysgraph.documents.spreadsheets.number_formats import USUAL_DATE
from sysgraph.documents.spreadsheets.remarks import Remarks
from sysgraph.errors import DocumentError
from sysgraph.model import Document

# The formats that each computer writes in its own way, as British ones do.
_LOCAL = {14: USUAL_DATE, 22: f"{USUAL_DATE} hh:mm"}

_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml"


def read_excel(file: File) -> Document:
    """The document that an Excel workbook is.

    Raises:
        DocumentError: where it is no workbook, protected with a password, damaged, or has no words on a visible sheet.
    """
    parts = archive.opened(file)
    ending = file.name.rpartition(".")[2].lower()
    assembly = Assembly(file, ending if ending in ("xlsm", "xltx", "xltm") else "xlsx", paged=False)
    remarks = Remarks(assembly)
    try:
        sheets = _sheets(parts, file, remarks)
        lay_out(sheets, assembly)
    except (DocumentError, MemoryError):
        raise
    except Exception:  # the library and the XML parser each have many kinds for a broken workbook
        raise archive.damaged(file) from None
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(
            f"{file.name}: there are no words on the sheets of the workbook that are not hidden; "
            "show those that hold the plan (right-click a sheet's name, Unhide), save it and build anew"
        )
    return document


def _sheets(parts: zipfile.ZipFile, file: File, remarks: Remarks) -> list[Sheet]:
    """The sheets to be laid out, in their order; what is odd about them, and about others, is remarked."""
    reader = _begun(parts, file)
    book = _book(reader)
    found: list[Sheet] = []
    for number, (sheet, link) in enumerate(reader.parser.find_sheets(), start=1):
        budget.reached(number)
        if "chartsheet" in link.Type:
            remarks.unread_sheet(sheet.name, "the sheet is a chart and was not read")
        elif link.target not in reader.valid_files:
            remarks.unread_sheet(
                sheet.name, "the sheet is missing from the file; save the workbook anew and build anew"
            )
        else:
            with parts.open(link.target) as stream:
                view = read_sheet(stream, sheet.name, book)
            if sheet.state != "visible":
                remarks.hidden_sheet(view.grid)
                continue
            over = beside(parts, link.target, file)
            remarks.sheet(view, over)
            found.append(Sheet(view.grid, over.shapes))
    return found


def _begun(parts: zipfile.ZipFile, file: File) -> Any:
    """The library's reader, with the workbook's list of sheets, its strings, theme and styles read.

    What it would read besides (properties, names, charts, external links) says nothing of cells and makes it fail.
    """
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what only matters to who writes the workbook anew
        reader: Any = ExcelReader(io.BytesIO(file.data), read_only=True, data_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        reader.read_theme()
        apply_stylesheet(reader.archive, reader.wb)
    if _STRICT in (archive.part(parts, reader.parser.workbook_part_name, file) or b""):
        raise DocumentError(
            f"{file.name}: the workbook is saved as “Strict Open XML”; save it as “Excel Workbook (.xlsx)” "
            "and build anew"
        )
    return reader


def _book(reader: Any) -> Book:
    """What the sheets of a workbook share."""
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    palette = Palette(reader.wb.loaded_theme, reader.wb._colors)
    parent: Any = SimpleNamespace(parent=reader.wb)  # all that a cell asks of its sheet

    @cache
    def style(number: int) -> Style:
        try:
            cell: Any = ReadOnlyCell(parent, 1, 1, None, "n", number)
            local = _LOCAL.get(cell.style_array.numFmtId)
            return Style(local or cell.number_format, palette.fill(cell.fill))
        except IndexError:
            return Style()

    return Book(reader.shared_strings, style, reader.wb.epoch == CALENDAR_MAC_1904)
