"""Tables of separated values (.csv, .tsv), read as the sheet that a spreadsheet would show of them.

Cells are named as such a sheet names them: a record is a row, whatever line breaks its cells hold.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from math import log

from sysgraph.documents.assembly import Assembly
from sysgraph.documents.file import File
from sysgraph.documents.spreadsheets.grid import Grid, GridCell
from sysgraph.documents.spreadsheets.layout import Sheet, lay_out
from sysgraph.documents.text import decode
from sysgraph.documents.wording import tidy
from sysgraph.errors import DocumentError
from sysgraph.model import Document

_SAID = re.compile(r'^"?sep=(?P<delimiter>[^\n"])"?(?:\n|$)', re.IGNORECASE)
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 200  # records that tell what parts their cells
_MOST_LOOKED_AT = 500_000  # characters
_END = "end of the file"


def read_separated(file: File) -> Document:
    """The document that a table of separated values is.

    Raises:
        DocumentError: where it is not text, has no words, or a quotation mark in it is never closed.
    """
    text = decode(file.data, file.name)
    ending = file.name.rpartition(".")[2].lower()
    if said := _SAID.match(text):
        text = text[said.end() :]
    delimiter = said["delimiter"] if said else delimiter_of(text, prefer="\t" if ending in ("tsv", "tab") else ",")
    grid = Grid()
    for row, record in enumerate(_records(text, delimiter, file), start=1):
        cells = {column: GridCell(tidy(value)) for column, value in enumerate(record, start=1) if value.strip()}
        if not grid.add(row, cells):
            break
    assembly = Assembly(file, "tsv" if delimiter == "\t" and ending != "csv" else "csv", paged=False)
    lay_out([Sheet(grid)], assembly)
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(f"{file.name}: there are no words in the file; save the table again and build anew")
    return document


def delimiter_of(text: str, *, prefer: str) -> str:
    """What parts the cells of a text: the character that gives most records one and the same number of many cells."""
    best, standing = prefer, 0.0
    for delimiter in sorted(_DELIMITERS, key=lambda one: one != prefer):
        widths = Counter(len(record) for record in _sample(text, delimiter) if any(map(str.strip, record)))
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        # Rows that are cut short have fewer cells, and none has more.
        fitting = count + sum(other for shorter, other in wide.items() if shorter < width) / 2
        worth = fitting / sum(widths.values()) * log(width)
        if worth > standing:
            best, standing = delimiter, worth
    return best


def _sample(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(text[:_MOST_LOOKED_AT].split("\n"), delimiter=delimiter)
    try:
        for _, record in zip(range(_SAMPLE), reader, strict=False):
            yield record
    except csv.Error:
        return


def _records(text: str, delimiter: str, file: File) -> Iterator[list[str]]:
    """The records of a text; line breaks within a cell are kept."""
    # A quotation mark that is never closed swallows all that follows it, a line at the end among it.
    lines = [f"{line}\n" for line in (*text.split("\n"), _END)]
    reader = csv.reader(lines, delimiter=delimiter)
    begins = 1
    try:
        for record in reader:
            if reader.line_num < len(lines):
                yield record
                begins = reader.line_num + 1
            elif record != [_END]:
                raise csv.Error
    except csv.Error:
        raise DocumentError(
            f"{file.name}: a quotation mark in line {begins} is never closed, so that nobody can tell where its cell "
            "ends; close it (or take it out) and build anew"
        ) from None
