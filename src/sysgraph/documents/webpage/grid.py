"""The tables of a web page: what was met between <table> and </table>, as a grid or, of a layout, as its content."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sysgraph.documents.assembly import RawCell

WIDEST = 1_000
"""Columns of a table; what stands further right is not read. Browsers take no wider span either."""

MOST_ROOM = 25_000_000
"""What the tables of a page may take with all that spans repeat: a cell its characters, and at least 50."""

_ROOM_OF_CELL = 50
_TO_THE_END = 1 << 40
_BLOCKS_OF_A_PAGE = 3


@dataclass(slots=True)
class Words:
    """One stretch of text between two borders of blocks."""

    form: str
    text: str
    level: int = 0
    label: str = ""  # the number of a list's line, as it is shown


@dataclass(slots=True)
class Box:
    """One cell as it is written."""

    items: "list[Words | Frame]" = field(default_factory=list)
    down: int = 1  # 0: to the end of its group of rows
    across: int = 1
    fill: str | None = None
    pictures: list[str] = field(default_factory=list)  # what pictures in it are said to show

    def text(self) -> str:
        """Its words, a line for each block; where there is none, what its pictures show."""
        lines = [line for item in self.items for line in _lines(item)]
        return "\n".join(lines) if lines else " ".join(dict.fromkeys(self.pictures))


@dataclass(slots=True)
class Line:
    """One row as it is written, and which group it stands in: 0 for the head, 2 for the foot, else 1."""

    group: int
    body: int
    fill: str | None = None
    boxes: list[Box] = field(default_factory=list)


@dataclass(slots=True)
class Frame:
    """One table as it is written."""

    layout: bool = False  # the page says itself that it is no table
    headed: bool = False  # it has header cells
    group: int = 1
    body: int = 0
    lines: list[Line] = field(default_factory=list)
    cut: bool = False  # whether some of it was too much to be read

    def boxes(self) -> Iterator[Box]:
        """Its cells in reading order."""
        for line in self.ordered():
            yield from line.boxes

    def ordered(self) -> list[Line]:
        """Its rows that have cells: head, bodies, foot, wherever the foot is written."""
        return sorted((line for line in self.lines if line.boxes), key=lambda line: line.group)

    def is_layout(self) -> bool:
        """Whether the table only arranges the page: it is to be read as its content."""
        if self.layout:
            return True
        if self.headed:
            return False
        boxes = list(self.boxes())
        if all(len(line.boxes) == 1 for line in self.lines if line.boxes):
            return True
        return any(_holds_a_page(box) for box in boxes)

    def rows(self, room: int) -> list[list[RawCell]]:
        """The grid: cells that reach down are carried, what a cell spans to its right is blank beside it.

        It ends, and `cut` is set, where it would take more than `room`.
        """
        found: list[list[RawCell]] = []
        spans: dict[int, tuple[int, RawCell]] = {}  # column: how many rows more, and the cell that reaches down
        before = None
        for line in self.ordered():
            if (line.group, line.body) != before:
                spans, before = {}, (line.group, line.body)
            row = self._row(line, spans)
            room -= room_of(row)
            if room < 0:
                self.cut = True
                break
            found.append(row)
        return found

    def _row(self, line: Line, spans: dict[int, tuple[int, RawCell]]) -> list[RawCell]:
        row: list[RawCell] = []
        _carry(row, spans)
        for box in line.boxes:
            width = min(box.across, WIDEST - len(row))
            if width < 1:
                self.cut = True
                break
            cell = RawCell(box.text(), fill=_seen(box.fill or line.fill), across=width)
            blank = RawCell("", fill=cell.fill)
            for one in (cell, *(width - 1) * (blank,)):
                if box.down != 1:
                    carried = RawCell(one.text, carried=True, fill=one.fill, across=one.across)
                    spans[len(row)] = (box.down - 1 if box.down else _TO_THE_END, carried)
                row.append(one)
            _carry(row, spans)
        while beyond := [column for column in spans if column > len(row)]:
            row += (min(beyond) - len(row)) * [RawCell("")]
            _carry(row, spans)
        return row


def room_of(row: list[RawCell]) -> int:
    """What a row takes of the room of a page."""
    return sum(max(len(cell.text), _ROOM_OF_CELL) for cell in row)


def _carry(row: list[RawCell], spans: dict[int, tuple[int, RawCell]]) -> None:
    """Fills a row on to the first column into which no cell of the rows above reaches."""
    while len(row) < WIDEST and (found := spans.get(len(row))) is not None:
        left, cell = found
        if left > 1:
            spans[len(row)] = (left - 1, cell)
        else:
            del spans[len(row)]
        row.append(cell)


def _holds_a_page(box: Box) -> bool:
    """Whether a cell holds what no cell of a list or plan does: a table of its own, or a heading with text under it."""
    if any(isinstance(item, Frame) and len(item.ordered()) > 1 and not _narrow(item) for item in box.items):
        return True
    heads = [place for place, item in enumerate(box.items) if isinstance(item, Words) and item.form == "heading"]
    return bool(heads) and len(box.items) - heads[0] >= _BLOCKS_OF_A_PAGE


def _narrow(frame: Frame) -> bool:
    return all(len(line.boxes) == 1 for line in frame.ordered())


def _seen(fill: str | None) -> str | None:
    return None if fill == "FFFFFF" else fill


def _lines(item: "Words | Frame") -> Iterator[str]:
    """The lines of a cell's item; those of a table in a cell are its rows."""
    if isinstance(item, Words):
        yield f"{item.label} {item.text}" if item.label else item.text
        return
    for line in item.ordered():
        if words := ", ".join(text for box in line.boxes if (text := box.text())):
            yield words
