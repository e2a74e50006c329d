"""OpenDocument spreadsheets (.ods): every cell as its sheet shows it.

What a cell shows stands in the file as words, beside the value. Rows and cells that repeat are unrolled only as far as
there are words; a sheet of a thousand rows says that its last, blank one comes a million times.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from sysgraph.documents import budget
from sysgraph.documents.assembly import Assembly
from sysgraph.documents.file import File
from sysgraph.documents.opendocument import name, package
from sysgraph.documents.opendocument.cell_styles import CellStyles
from sysgraph.documents.spreadsheets.grid import Box, Grid, GridCell, box_of, cell_name
from sysgraph.documents.spreadsheets.layout import Sheet, lay_out
from sysgraph.documents.spreadsheets.number_formats import USUAL_DATE, general, serial, shown
from sysgraph.documents.spreadsheets.remarks import Remarks
from sysgraph.documents.spreadsheets.view import Beside, SheetView
from sysgraph.documents.wording import tidy
from sysgraph.errors import DocumentError
from sysgraph.model import Document

_MOST_REPEATED_BLANK = 100  # cells without words that are looked at for their colour
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576
_FIGURES = re.compile(r"(?P<first>\d{1,2})([/.-])(?P<second>\d{1,2})\2(?P<year>\d{2,4})")
_FAILED = re.compile(r"#(?:REF|N/A|NAME|VALUE|DIV/0|NUM|NULL)\b.?|Err:\d+")
_ROWS = name("table:table-row")
_CELLS = (name("table:table-cell"), name("table:covered-table-cell"))
_UNSEEN = (name("office:annotation"), name("draw:frame"), name("draw:custom-shape"), name("text:note"))
_THINGS = {"draw:image": "picture", "draw:object": "chart or diagram"}


def read_sheets(file: File) -> Document:
    """The document that an OpenDocument spreadsheet is.

    Raises:
        DocumentError: where it is no spreadsheet, protected with a password, damaged, or has nothing on visible sheets.
    """
    opened = package(file, "spreadsheet")
    styles = CellStyles(opened)
    assembly = Assembly(file, "ods", paged=False)
    remarks = Remarks(assembly)
    sheets: list[Sheet] = []
    tables = opened.content.iterfind(f".//{name('office:spreadsheet')}/{name('table:table')}")
    for number, table in enumerate(tables, start=1):
        budget.reached(number)
        reading = _Reading(table, styles)
        view = reading.view()
        if styles.hides_sheet(table.get(name("table:style-name"), "")):
            remarks.hidden_sheet(view.grid)
            continue
        remarks.sheet(view, reading.over)
        sheets.append(Sheet(view.grid, reading.over.shapes))
    lay_out(sheets, assembly)
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(
            f"{file.name}: there are no words on the sheets of the workbook that are not hidden; "
            "show those that hold the plan (right-click a sheet's name, Show Sheet), save it and build anew"
        )
    return document


class _Reading:
    """The reading of one sheet."""

    def __init__(self, table: etree._Element, styles: CellStyles) -> None:
        self._table = table
        self._styles = styles
        self._columns: list[tuple[int, str]] = []  # the last column of each run, and the style of its cells
        self._view = SheetView(Grid(table.get(name("table:name"))))
        self.over = Beside()

    def view(self) -> SheetView:
        """The sheet; what lies over its cells is in `over`."""
        self._read_columns()
        row = 1
        for element in self._rows(self._table):
            cells = dict(self._cells(element, row))
            times = min(_repeated(element, "rows"), _LAST_ROW + 1 - row)
            for number in range(row, row + times) if any(cell.text for cell in cells.values()) else ():
                if not self._view.grid.add(number, cells):
                    break
                if element.get(name("table:visibility"), "visible") != "visible":
                    self._view.hidden_rows.append(number)
            row += times
            if self._view.grid.full or row > _LAST_ROW:
                break
        self._lying_over(self._table.find(name("table:shapes")), 1)
        for rule in self._table.iter("{*}conditional-format"):
            ranges = next((str(value) for key, value in rule.items() if str(key).endswith("}target-range-address")), "")
            self._view.painted += [box for part in ranges.split() if (box := _box(part))]
        return self._view

    def _rows(self, parent: etree._Element) -> Iterator[etree._Element]:
        """The rows of a sheet, out of the groups that they may stand in."""
        groups = {name(f"table:table-{one}") for one in ("header-rows", "row-group", "rows")}
        for element in parent:
            if element.tag == _ROWS:
                yield element
            elif element.tag in groups:
                yield from self._rows(element)

    def _read_columns(self) -> None:
        last = 0
        for element in self._table.iter(name("table:table-column")):
            first, last = last + 1, min(last + _repeated(element, "columns"), _LAST_COLUMN)
            self._columns.append((last, element.get(name("table:default-cell-style-name"), "")))
            if element.get(name("table:visibility"), "visible") != "visible":
                self._view.hidden_columns.append((first, last))

    def _cells(self, row: etree._Element, number: int) -> Iterator[tuple[int, GridCell]]:
        column = 1
        usual = row.get(name("table:default-cell-style-name"))
        for element in row.iterchildren(*_CELLS):
            times = min(_repeated(element, "columns"), _LAST_COLUMN + 1 - column)
            if element.tag == _CELLS[0]:
                text = self._text(element, (number, column))
                self._box(element, number, column)
                for place in range(column, column + (times if text else min(times, _MOST_REPEATED_BLANK))):
                    style = element.get(name("table:style-name")) or usual or self._style_of(place)
                    if text or self._styles.fill(style):
                        yield place, GridCell(text, self._styles.fill(style))
            column += times

    def _style_of(self, column: int) -> str:
        return next((style for last, style in self._columns if column <= last), "")

    def _box(self, element: etree._Element, row: int, column: int) -> None:
        across, down = (_number(element.get(name(f"table:number-{one}-spanned")), 1) for one in ("columns", "rows"))
        if across > 1 or down > 1:
            self._view.grid.boxes.append(Box(row, column, row + down - 1, column + across - 1))

    def _text(self, cell: etree._Element, place: tuple[int, int]) -> str:
        """The words that a cell shows."""
        lines = [_words(line) for line in cell.iterchildren(name("text:p"), name("text:h"))]
        text = tidy("\n".join(lines))
        sort = cell.get(name("office:value-type"), "")
        text = text or _without_words(cell, sort)
        if sort == "date" and (swapped := _day_first(text, cell.get(name("office:date-value"), ""))):
            self._view.swapped.append(cell_name(*place))
            text = swapped
        formula = cell.get(name("table:formula")) is not None
        if formula and not text and not sort:
            self._view.without_result.append(cell_name(*place))
        elif formula and _FAILED.fullmatch(text):
            self._view.errors.append(cell_name(*place))
        if len(cell) > len(lines):
            self._lying_over(cell, place[0])
            if notes := tidy("\n".join(_lines_of(one) for one in cell.iterchildren(_UNSEEN[0]))):
                self.over.comments[cell_name(*place)] = notes
        return text

    def _lying_over(self, parent: etree._Element | None, row: int) -> None:
        """Keep the words of the shapes of a sheet or cell, and count what has none."""
        if parent is None:
            return
        for shape in parent.iterchildren(*_UNSEEN[1:3]):
            if words := tidy(_lines_of(shape)):
                self.over.shapes.append((row, words))
            for tag, thing in _THINGS.items():
                self.over.things[thing] += 1 if shape.find(name(tag)) is not None else 0


def _lines_of(element: etree._Element) -> str:
    """The paragraphs of a comment or shape, a line each."""
    return "\n".join(_words(line) for line in element.iter(name("text:p")))


def _words(element: etree._Element) -> str:
    """The words of a paragraph, spaces, tabs and line breaks among them."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == name("text:s") or child.tag == name("text:tab"):
            parts.append(" ")
        elif child.tag == name("text:line-break"):
            parts.append("\n")
        elif child.tag not in _UNSEEN:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _without_words(cell: etree._Element, sort: str) -> str:
    """The words for a value where the program that wrote the file gave none."""
    value = cell.get(name("office:value"), "")
    if sort == "date" and (when := _day(cell.get(name("office:date-value"), ""))):
        return shown(serial(when), USUAL_DATE)
    if sort == "boolean":
        return cell.get(name("office:boolean-value"), "").upper()
    if sort == "string":
        return tidy(cell.get(name("office:string-value"), ""))
    if sort == "percentage" and _is_number(value):
        return shown(float(value), "0%")
    return general(float(value)) if _is_number(value) else ""


def _day(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value.partition(".")[0]).replace(tzinfo=None)
    except ValueError:
        return None


def _day_first(text: str, value: str) -> str:
    """A date in figures that stands month first, day first; "" for every other."""
    match, when = _FIGURES.fullmatch(text), _day(value)
    if match is None or when is None or when.day == when.month:
        return ""
    american = (int(match["first"]), int(match["second"])) == (when.month, when.day)
    return f"{match['second']}{match[2]}{match['first']}{match[2]}{match['year']}" if american else ""


def _box(address: str) -> Box | None:
    """The box of a range that names its sheet: "Actions.K3:Actions.K40"."""
    return box_of(":".join(part.rpartition(".")[2] for part in address.split(":")))


def _repeated(element: etree._Element, what: str) -> int:
    return _number(element.get(name(f"table:number-{what}-repeated")), 1)


def _number(text: str | None, otherwise: int) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 9 else otherwise


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d{1,15}(?:\.\d+)?(?:[eE][+-]?\d{1,2})?", text))
