"""What a reader saw in a document: its blocks with their positions, its tables as grids, what was not read."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from sysgraph.model import Cell, Document, Passage, Position, Row, Table
from sysgraph.views.console import WIDTH, columns_of, cut, plain, row_lines, width, wrap

if TYPE_CHECKING:
    from sysgraph.extraction import PlanTable

Style = Callable[[str], str]

MARKS = "^ repeats the merged cell above, <2> spans 2 columns, #00B050 is the colour behind the cell"
"""What the marks before the words of cells mean."""

_NARROWEST = 10  # a column of a grid; a table with narrower ones is shown a cell a line
_NAME = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>\d+)")
_FORMS = {"heading": "heading", "paragraph": "words", "bullet": "bullet", "row": "row"}
_LABEL = 12


def as_json(document: Document) -> str:
    """The whole document as an object, its blocks in reading order: passages, and tables with their `rows`."""
    return json.dumps(asdict(document), ensure_ascii=False, indent=2) + "\n"


def show_document(
    document: Document, *, columns: int = WIDTH, dim: Style = str, full: bool = False, tables_only: bool = False
) -> Iterator[str]:
    """The lines of a document: what was read, each block under its page, sheet or slide, and the notices.

    Words are cut to the width unless they are wanted in `full`.
    """
    yield from _head(document, columns)
    yield ""
    before, marked = "", False
    after_table: bool | None = None
    for number, block in _numbered(document):
        if tables_only and not number:
            continue
        if (here := standing(block.position)) != before:
            yield from ("", here) if before else (here,)
            before = here
        elif after_table or (number and after_table is not None):
            yield ""
        after_table = bool(number)
        if isinstance(block, Table):
            marked = True
            yield from _table(block, number, columns, dim, full)
        else:
            yield from _passage(block, columns, full)
    if marked:
        yield from ("", dim(cut(MARKS, columns)))
    yield from _notices(document, columns)


def show_plans(
    document: Document, plans: "Sequence[PlanTable]", *, columns: int = WIDTH, dim: Style = str
) -> Iterator[str]:
    """The lines of what was made of each table: which are plans, and what their columns were taken for."""
    yield from _head(document, columns)
    by_table = {id(one.table): one for one in plans}
    for number, block in _numbered(document):
        if isinstance(block, Table):
            yield ""
            yield cut(_title(block, number, standing(block.position)), columns)
            plan = by_table.get(id(block))
            yield from _plan(plan, columns, dim) if plan else ("  not read as a plan",)
    yield from _notices(document, columns)


def standing(position: Position) -> str:
    """Where a block stands in the terms of its format: "page 3 (printed 2)", "sheet Actions", "slide 3"; else ""."""
    printed = position.printed_page
    said = f" (printed {printed})" if position.page and printed and printed != str(position.page) else ""
    return plain(position.place + said)


def only(document: Document, name: str, value: object) -> Document:
    """The document with the blocks alone that stand on this page, sheet or slide; `name` says which of them."""
    return replace(document, blocks=tuple(one for one in document.blocks if getattr(one.position, name) == value))


def _numbered(document: Document) -> Iterator[tuple[int, Passage | Table]]:
    """The blocks, tables with their number as their cells are named, or as it is counted; passages with 0."""
    count = 0
    for block in document.blocks:
        if isinstance(block, Table):
            said = re.match(r"table (\d+)\b", next((cell.name for row in block.rows for cell in row.cells), ""))
            count = int(said[1]) if said else count + 1
            yield count, block
        else:
            yield 0, block


def _head(document: Document, columns: int) -> Iterator[str]:
    tables = sum(isinstance(block, Table) for block in document.blocks)
    counts = (
        (len({one.position.page for one in document.blocks if one.position.page}), "page"),
        (len({one.position.sheet for one in document.blocks if one.position.sheet}), "sheet"),
        (len({one.position.slide for one in document.blocks if one.position.slide}), "slide"),
        (len(document.blocks) - tables, "passage"),
        (tables, "table"),
    )
    said = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)
    name = re.split(r"[/\\]", plain(document.path))[-1]
    yield cut(f"{name}: {said or 'nothing'}", columns)


def _notices(document: Document, columns: int) -> Iterator[str]:
    if not document.notices:
        return
    yield from ("", "What was not read, or not as it stands:")
    for notice in document.notices:
        first, *others = wrap(plain(f"{notice.where}: {notice.what}" if notice.where else notice.what), columns - 4)
        yield f"  - {first}"
        yield from (f"    {line}" for line in others)


def _passage(passage: Passage, columns: int, full: bool) -> Iterator[str]:
    label = _FORMS.get(passage.form, passage.form)
    if passage.level and (passage.form == "heading" or passage.level > 1):
        label = f"{label} {passage.level}"
    at = f"[{plain(passage.position.cell)}] " if passage.position.cell else ""
    room = max(columns - _LABEL, _NARROWEST)
    text = at + plain(passage.text)
    lines = wrap(text, room) if full else [cut(text, room)]
    yield f"{label:<{_LABEL}}{lines[0]}"
    yield from (f"{'':<{_LABEL}}{line}" for line in lines[1:])


def _title(table: Table, number: int, where: str = "") -> str:
    rows, wide = len(table.rows), max(len(row.cells) for row in table.rows)
    under = f", under “{plain(table.position.heading)}”" if table.position.heading else ""
    counts = f"{rows} row{'' if rows == 1 else 's'}, {wide} column{'' if wide == 1 else 's'}"
    return f"table {number}{f' ({where})' if where else ''}: {counts}{under}"


def _table(table: Table, number: int, columns: int, dim: Style, full: bool) -> Iterator[str]:
    yield cut(_title(table, number), columns)
    wide = max(len(row.cells) for row in table.rows)
    if columns - _LABEL >= wide * _NARROWEST:
        yield from _grid(table, wide, columns, full)
    else:
        for place, row in enumerate(table.rows, start=1):
            yield from _row(row, place, columns, dim, full)


def _grid(table: Table, wide: int, columns: int, full: bool) -> Iterator[str]:
    """The table as a grid, a line a row; in full, as many lines as the words take."""
    rows = [
        [_row_name(row, number), *map(marked, row.cells), *[""] * (wide - len(row.cells))]
        for number, row in enumerate(table.rows, start=1)
    ]
    titles = ["", *_column_names(table, wide)]
    widths = columns_of(titles, rows, columns - 2)
    for cells in (titles, *rows):
        shown = cells if full else [cut(cell, room) for cell, room in zip(cells, widths, strict=True)]
        yield from (f"  {line}".rstrip() for line in row_lines(shown, widths, most=None))


def _row(row: Row, number: int, columns: int, dim: Style, full: bool) -> Iterator[str]:
    """A row with a line for each of its cells that has words or a mark."""
    yield dim(f"  row {_row_name(row, number)}")
    names = _column_names_of(row)
    room = max(columns - 10, _NARROWEST)
    for name, cell in zip(names, row.cells, strict=True):
        if text := marked(cell):
            lines = wrap(text, room) if full else [cut(text, room)]
            yield f"    {name:>4}  {lines[0]}"
            yield from (f"          {line}" for line in lines[1:])
    if blank := [name for name, cell in zip(names, row.cells, strict=True) if not marked(cell)]:
        yield dim(cut(f"          blank: {', '.join(blank)}", columns))


def marked(cell: Cell) -> str:
    """The words of a cell in one line, with what the file says of it before them."""
    marks = f"{'^' if cell.carried else ''}{f'<{cell.across}>' if cell.across > 1 else ''}"
    return " ".join(filter(None, (marks, f"#{cell.fill}" if cell.fill else "", plain(cell.text))))


def _row_name(row: Row, number: int) -> str:
    named = _NAME.fullmatch(row.cells[0].name) if row.cells else None
    return named["row"] if named else str(number)


def _column_names(table: Table, wide: int) -> list[str]:
    widest = next(row for row in table.rows if len(row.cells) == wide)
    return _column_names_of(widest)


def _column_names_of(row: Row) -> list[str]:
    found = (_NAME.fullmatch(cell.name) for cell in row.cells)
    return [named["column"] if named else str(number) for number, named in enumerate(found, start=1)]


def _plan(plan: "PlanTable", columns: int, dim: Style) -> Iterator[str]:
    part = f", in part {plain(plan.part)}" if plan.part else ""
    yield cut(f"  read as a plan{part}: {plan.actions} action{'' if plan.actions == 1 else 's'}", columns)
    if not plan.columns:
        yield dim("  (a card with one action)")
    headers = [plain(column.header) or "(no header)" for column in plan.columns]
    room = min(max(map(width, headers), default=0), max(columns - 30, _NARROWEST))
    for number, (header, column) in enumerate(zip(headers, plan.columns, strict=True), start=1):
        shown = cut(header, room)
        yield f"  {number:>4}  {shown}{' ' * (room - width(shown))}  {column.role or dim('not read')}"
