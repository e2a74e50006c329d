"""Putting a document together: what every reader needs, whatever the format.

A reader calls the verbs in reading order; the assembly keeps the page, the nearest heading and the number of the
table, and gives every passage its position.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sysgraph.documents import budget
from sysgraph.documents.file import File
from sysgraph.documents.markup import without_emphasis
from sysgraph.model import Block, Cell, Document, Notice, Passage, Position, Row, Table


@dataclass(frozen=True, slots=True)
class RawCell:
    """What a reader knows of a cell before it has a place in a passage."""

    text: str
    carried: bool = False
    fill: str | None = None
    across: int = 1
    name: str = ""  # where it stands in the file's own terms ("C5"); else it is counted


class Assembly:
    """A document that is being read."""

    def __init__(self, file: File, format_: str, *, paged: bool = True) -> None:
        self._name = file.name
        self._format = format_
        self._sha256 = file.sha256
        self._blocks: list[Block] = []
        self._notices: list[Notice] = []
        self._position = Position(page=1) if paged else Position()
        self._tables = 0
        self._pages = 0
        self._recognised: float | None = None
        self._characters = 0

    def page(self, number: int, printed: str | None = None) -> None:
        """Nothing; what follows stands on this page of the file, numbered from 1."""
        budget.reached(number)
        self._position = replace(self._position, page=number, printed_page=printed)

    def pages(self, count: int) -> None:
        """Nothing; the file has so many pages, whether or not there are words on the last."""
        self._pages = count

    def recognised(self, surely: float | None) -> None:
        """Nothing; what follows was recognised in a picture, this surely (0 to 1); None: it was not."""
        self._recognised = surely

    def sheet(self, name: str) -> None:
        """Nothing; what follows stands on this sheet of a workbook, under no heading yet."""
        self._position = Position(sheet=name)

    def at(self, cell: str | None) -> None:
        """Nothing; the words outside tables that follow stand in this cell ("C5") of the sheet, or in none."""
        self._position = replace(self._position, cell=cell)

    def slide(self, number: int) -> None:
        """Nothing; what follows stands on this slide, numbered from 1, under no heading yet."""
        budget.reached(number)
        self._position = Position(slide=number)

    def heading(self, words: str, level: int) -> None:
        """Nothing; adds a heading, under which what follows stands."""
        self._position = replace(self._position, heading=without_emphasis(words).strip())
        self._add("heading", words, level)

    def paragraph(self, words: str) -> None:
        """Nothing; adds a paragraph."""
        self._add("paragraph", words)

    def bullet(self, words: str, depth: int = 1) -> None:
        """Nothing; adds one line of a list."""
        self._add("bullet", words, depth)

    def notice(self, where: str, what: str, kind: str = "unread") -> None:
        """Nothing; adds what could not be read, and where; or what was read otherwise than it stands ("repaired")."""
        self._notices.append(Notice(self._name, where, what, kind))

    def table(self, rows: Iterable[Sequence[RawCell]], between: str = "\t") -> None:
        """Nothing; adds a table; `between` is what stands between two cells of a row in the passage's text.

        Where rows come one by one, each may be preceded by a call of `page`.
        """
        self._tables += 1
        place = self._position
        built: list[Row] = []
        for number, cells in enumerate(rows, start=1):
            place = place if built else self._position
            built.append(self._row(number, cells, between))
        if built:
            self._blocks.append(Table(tuple(built), place))

    def document(self) -> Document:
        """The document as assembled so far."""
        pages = max((block.position.page or block.position.slide or 1 for block in self._blocks), default=1)
        pages = max(pages, self._pages)
        return Document(self._name, self._format, self._sha256, tuple(self._blocks), pages, tuple(self._notices))

    def _add(self, form: str, words: str, level: int = 0) -> None:
        if words.strip():
            self._count(words)
            self._blocks.append(Passage(self._name, form, words, self._position, level, self._recognised))

    def _row(self, number: int, raw: Sequence[RawCell], between: str) -> Row:
        text = between.join(cell.text for cell in raw)
        self._count(text)
        # Where cells have names of their own, the row is called by its first.
        position = replace(self._position, cell=raw[0].name) if raw and raw[0].name else self._position
        passage = Passage(self._name, "row", text, position, recognised=self._recognised)
        cells = []
        start = 0
        for column, cell in enumerate(raw, start=1):
            name = cell.name or f"table {self._tables}, row {number}, column {column}"
            cells.append(Cell(cell.text, start, name, cell.carried, cell.fill, cell.across))
            start += len(cell.text) + len(between)
        return Row(passage, tuple(cells))

    def _count(self, words: str) -> None:
        """Nothing; a format without pages, or with long ones, earns its time by the characters that were read."""
        self._characters += len(words)
        budget.reached(self._characters // budget.CHARACTERS_A_PAGE)
