"""The rows and cells of the tables of an OpenDocument text."""

from collections.abc import Iterator

from lxml import etree

from sysgraph.documents.opendocument import inner_text, name
from sysgraph.documents.opendocument.text_styles import Styles
from sysgraph.documents.texts import MOST_COLUMNS, Omissions, Slot

_MOST_TIMES = 1_000
"""How often a row may stand that is written once: texts have no need to save room as sheets do."""

_CELL, _COVERED = name("table:table-cell"), name("table:covered-table-cell")
_ROW_GROUPS = frozenset(name(f"table:table-{one}") for one in ("header-rows", "rows", "row-group"))
_COLUMN_GROUPS = frozenset(name(f"table:table-{one}") for one in ("header-columns", "columns", "column-group"))


def rows_of(table: etree._Element, styles: Styles) -> tuple[list[tuple[etree._Element, int]], list[int]]:
    """The rows of a table, each with how often it stands, and where its columns begin where that is said."""
    rows = [
        (row, min(repeated(row, "rows"), _MOST_TIMES))
        for row in _within(table, name("table:table-row"), _ROW_GROUPS)
        if row.get(name("table:visibility"), "visible") == "visible"
    ]
    widths: list[int] = []
    for column in _within(table, name("table:table-column"), _COLUMN_GROUPS):
        widths += [styles.width(column)] * min(repeated(column, "columns"), MOST_COLUMNS)
    edges = [sum(widths[:at]) for at in range(len(widths[:MOST_COLUMNS]))] if all(widths) else []
    return rows, edges


def cells_of(
    row: etree._Element, spans: dict[int, tuple[int, int]], styles: Styles, omissions: Omissions
) -> list[tuple[Slot, etree._Element]]:
    """The cells of a row, still without their words, each with where these stand.

    `spans` is kept from row to row: for each column in which a cell above begins that reaches further down, by how
    many rows, and how many columns it spans.
    """
    slots: list[tuple[Slot, etree._Element]] = []
    column = 0
    ground = styles.fill(row, "table-row")
    for cell in row:
        if cell.tag not in (_CELL, _COVERED):
            continue
        for _ in range(min(repeated(cell, "columns"), MOST_COLUMNS + 1)):
            if column >= MOST_COLUMNS:
                omissions.add("cell", column == MOST_COLUMNS and _has_words(cell))
                column += 1
                break
            if slot := _slot(cell, column, spans, styles.fill(cell, "table-cell") or ground):
                slots.append((slot, cell))
            column += 1
    return slots


def _slot(cell: etree._Element, column: int, spans: dict[int, tuple[int, int]], fill: str | None) -> Slot | None:
    """The cell at a column; nothing where another of its row spans it."""
    if cell.tag == _COVERED:
        left, across = spans.get(column, (0, 1))
        if not left:
            return None
        spans[column] = (left - 1, across)
        return Slot(column, across, fill=fill, goes_on=True)
    across = min(max(number(cell.get(name("table:number-columns-spanned")), 1), 1), MOST_COLUMNS - column)
    down = number(cell.get(name("table:number-rows-spanned")), 1)
    spans[column] = (max(down - 1, 0), across)
    return Slot(column, across, fill=fill)


def _has_words(element: etree._Element) -> bool:
    return bool(inner_text(element).strip())


def repeated(element: etree._Element, what: str) -> int:
    """How often a row or cell stands that is written once."""
    return max(number(element.get(name(f"table:number-{what}-repeated")), 1), 1)


def number(written: str | None, otherwise: int) -> int:
    """A whole number; what is none, or beyond a million, is as if nothing were written."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 7 else otherwise


def _within(container: etree._Element, tag: str, groups: frozenset[str]) -> Iterator[etree._Element]:
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in groups:
            yield from _within(child, tag, groups)
