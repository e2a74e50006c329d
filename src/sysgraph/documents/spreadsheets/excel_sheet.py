"""One sheet of an Excel workbook, read through once and kept sparse.

The library's own rows are not used: they are unrolled to the furthest cell that a sheet ever had, know nothing of
merged cells, and give a formula without a result as a blank cell.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import IO

from lxml import etree

from sysgraph.documents.markup import plain
from sysgraph.documents.spreadsheets.grid import Grid, GridCell, box_of, cell_name, place_of
from sysgraph.documents.spreadsheets.number_codes import month_first
from sysgraph.documents.spreadsheets.number_formats import USUAL_DATE, is_date, serial, shown, shown_words
from sysgraph.documents.spreadsheets.view import SheetView
from sysgraph.documents.wording import tidy as without_spaces

_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_ELEMENTS = 2_000_000  # cells with or without words that are looked at in one sheet
_PLAIN = frozenset({"n", "b", "d"})  # sorts of cell that have no line breaks or spaces to fold
_MOST_BOXES = 50_000
_MOST_RULES = 500
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows what it holds."""

    code: str = "General"
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share."""

    strings: Sequence[str]
    style: Callable[[int], Style]
    from_1904: bool


def read_sheet(stream: IO[bytes], name: str, book: Book) -> SheetView:
    """The sheet whose XML a stream holds.

    Raises:
        etree.XMLSyntaxError: where the XML is broken.
        ValueError: where it declares entities.
    """
    view = SheetView(Grid(name))
    row = seen = 0
    for element in _elements(stream):
        tag = etree.QName(element).localname
        if tag == "row" and not view.grid.full:
            row = min(_number(element.get("r"), row + 1), _LAST_ROW)
            cells = dict(_cells(element, row, view, book))
            seen += len(element)
            view.grid.full = seen > _MOST_ELEMENTS or view.grid.full
            if view.grid.add(row, cells) and row in view.grid.rows and element.get("hidden") in ("1", "true"):
                view.hidden_rows.append(row)
        elif tag == "mergeCell" and len(view.grid.boxes) < _MOST_BOXES:
            if box := box_of(element.get("ref", "")):
                view.grid.boxes.append(box)
        elif tag == "col" and element.get("hidden") in ("1", "true") and len(view.hidden_columns) < _MOST_RULES:
            view.hidden_columns.append((_number(element.get("min"), 1), _number(element.get("max"), 1)))
        elif tag == "conditionalFormatting" and len(view.painted) < _MOST_RULES:
            ranges = element.get("sqref") or element.findtext("{*}sqref") or ""
            view.painted += [box for part in ranges.split() if (box := box_of(part))]
    return view


def _elements(stream: IO[bytes]) -> Iterator[etree._Element]:
    """The rows, merged cells, columns and rules of a sheet, each forgotten when it has been looked at."""
    tags = [f"{{*}}{name}" for name in ("row", "mergeCell", "col", "conditionalFormatting")]
    found = etree.iterparse(stream, events=("end",), tag=tags, resolve_entities=False, no_network=True)
    for _, element in found:
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]
    if found.root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a sheet that declares entities of its own, as no office program writes it")


def _cells(element: etree._Element, row: int, view: SheetView, book: Book) -> Iterator[tuple[int, GridCell]]:
    column = 0
    for cell in element:
        place = place_of(cell.get("r", ""))
        column = place[1] if place else column + 1
        if column > _LAST_COLUMN:
            continue
        style = book.style(_number(cell.get("s"), 0))
        text = _shown(cell, style.code, book) if len(cell) else ""
        text = tidy(text) if text and cell.get("t", "n") not in _PLAIN else text
        if text or style.fill:
            yield column, GridCell(text, style.fill)
        _remark(cell, bool(text), style.code, (row, column), view)


def _remark(cell: etree._Element, filled: bool, code: str, place: tuple[int, int], view: SheetView) -> None:
    """Nothing; the view keeps what is odd about a cell."""
    sort = cell.get("t", "n")
    if sort == "e":
        view.errors.append(cell_name(*place))
    elif not filled and sort != "str" and cell.find("{*}f") is not None and not cell.findtext("{*}v"):
        view.without_result.append(cell_name(*place))
    elif filled and sort == "n" and month_first(code):
        view.swapped.append(cell_name(*place))


def _shown(cell: etree._Element, code: str, book: Book) -> str:
    """The words that a cell shows."""
    sort = cell.get("t", "n")
    if sort == "inlineStr":
        runs = (run.text or "" for run in cell.iterfind("{*}is//{*}t") if not _is_reading_aid(run))
        return shown_words("".join(runs), code)
    value = cell.findtext("{*}v") or ""
    if sort == "s":
        number = _number(value, -1)
        return shown_words(book.strings[number], code) if 0 <= number < len(book.strings) else ""
    if sort == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value.strip(), value)
    if sort == "n":
        return _shown_number(value, code, book)
    if sort == "d":
        return _shown_day(value, code)
    return shown_words(value, code) if sort == "str" else value


def _is_reading_aid(run: etree._Element) -> bool:
    """Whether words only say how others are pronounced."""
    parent = run.getparent()
    return parent is not None and etree.QName(parent).localname == "rPh"


def _shown_number(value: str, code: str, book: Book) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    return shown(number, code, from_1904=book.from_1904) if math.isfinite(number) else value


def _shown_day(value: str, code: str) -> str:
    """The words for a day that is written as one ("2018-03-01T00:00:00"), not as a number."""
    try:
        when = datetime.fromisoformat(value.strip().replace("Z", "")).replace(tzinfo=None)
    except ValueError:
        return value
    return shown(serial(when), code if is_date(code) else USUAL_DATE)


@lru_cache(maxsize=8192)
def tidy(text: str) -> str:
    """The words of a cell, a line for each of its lines, spaces folded, characters that XML cannot hold put in."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return plain(without_spaces(_BREAK.sub("\n", text)))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 10 else otherwise
