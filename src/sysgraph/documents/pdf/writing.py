"""Blocks written into a document."""

from collections.abc import Iterable, Iterator, Sequence

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.pdf.joining import Words
from sysgraph.documents.pdf.records import Area, Grid, Item, Line, Sheet, Text


def write(items: Iterable[Item], sheets: Sequence[Sheet], words: Words, assembly: Assembly) -> None:
    """Nothing; the document gains the blocks."""
    printed = {sheet.number: sheet.printed for sheet in sheets}
    tables = 0
    for item in items:
        if isinstance(item, Text):
            page = item.lines[0].page
            assembly.page(page, printed[page])
            assembly.recognised(_surely(item.lines))
            _text(item, words, assembly)
            continue
        made = _rows(item, words)
        if not made:
            continue
        tables += 1
        assembly.recognised(_surely([line for area in item.areas for line in area.lines()]))
        assembly.table(_placed(made, printed, assembly))
        if not item.sound:
            where = f"page {item.pages[0]}, table {tables}"
            assembly.notice(where, "the lines of some cells do not close; the words in them were taken row by row")
    assembly.recognised(None)


def _surely(lines: Sequence[Line]) -> float | None:
    """How surely lines were recognised, by their letters; None where they were written."""
    told = [(line.sure, len(line.text)) for line in lines if line.sure is not None]
    letters = sum(length for _, length in told)
    return round(sum(sure * length for sure, length in told) / letters, 3) if letters else None


def _text(item: Text, words: Words, assembly: Assembly) -> None:
    first = item.lines[0]
    text = words.text(item.lines)
    if item.form == "heading":
        assembly.heading(f"{first.mark} {text}" if first.mark[:1].isalnum() else text, item.level)
    elif item.form == "bullet":
        assembly.bullet(text, item.level)
    else:
        assembly.paragraph(text)


def _placed(
    rows: Iterable[tuple[int, list[RawCell]]], printed: dict[int, str | None], assembly: Assembly
) -> Iterator[list[RawCell]]:
    for page, cells in rows:
        assembly.page(page, printed[page])
        yield cells


def _rows(table: Grid, words: Words) -> list[tuple[int, list[RawCell]]]:
    """The rows of a table, each with its page.

    A cell that reaches down stands in each of its rows, one that reaches across in the first of its columns.
    """
    covers = table.at()
    told: dict[int, str] = {}
    made: list[tuple[int, list[RawCell]]] = []
    for row in range(table.rows):
        cells = []
        for column in range(table.width):
            area = covers.get((row, column))
            if area is None or column > area.column:
                cells.append(RawCell(""))
                continue
            text = told.setdefault(id(area), _cell(area, words))
            cells.append(RawCell(text, row > area.row, area.fill, area.across))
        if any((cell.text and not cell.carried) or cell.fill for cell in cells):
            made.append((table.pages[row], cells))
    return made


def _cell(area: Area, words: Words) -> str:
    """The words of a cell, a line for each of its paragraphs."""
    return "\n".join(text for part in area.parts if (text := _part(part[0].mark, words.text(part))))


def _part(mark: str, text: str) -> str:
    """A paragraph of a cell with the number before it, but without a bullet."""
    return f"{mark} {text}" if mark[:1].isalnum() or mark[:1] == "(" else text
