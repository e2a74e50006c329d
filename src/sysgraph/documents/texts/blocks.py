"""A word processor's document as it is written, before it has positions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sysgraph.documents.wording import tidy

# What Word itself writes where a form waits to be filled in; other formats keep the words and not what they are.
_WAITING = re.compile(
    r"(?:click|tap|click or tap)(?: here)? to enter (?:text|a date)\.?|choose an item\.?", re.IGNORECASE
)

MOST_COLUMNS = 200
"""Columns of a table; no page has room for more, and what stands further right is not read."""


@dataclass(slots=True)
class Line:
    """One paragraph."""

    text: str
    level: int = 0  # of a heading, from 1
    depth: int = 0  # in lists, from 1
    label: str = ""  # the number that the program puts before it: "6.1.2"
    strong: bool = False  # all of it bold or underlined

    def words(self) -> str:
        """Its words as people see them, without its label; none where it only asks to be filled in."""
        text = tidy(self.text)
        return "" if _WAITING.fullmatch(text) else text


@dataclass(slots=True)
class Note:
    """A footnote or endnote, where its mark stands."""

    text: str


@dataclass(slots=True)
class Slot:
    """One cell of a table as it is written."""

    column: int  # of the file's own grid, from 0
    across: int = 1
    blocks: "list[Block]" = field(default_factory=list)
    fill: str | None = None
    goes_on: bool = False  # the cell above reaches down to here

    def text(self) -> str:
        """Its words, a line for each paragraph; small tables in it are told row by row."""
        return "\n".join(line for block in self.blocks for line in _lines(block))

    def notes(self) -> "Iterator[Note]":
        """The notes whose marks stand in it, those of small tables in it among them."""
        for block in self.blocks:
            if isinstance(block, Note):
                yield block
            elif isinstance(block, Grid) and not block.is_large():
                yield from (note for slot in block.slots() for note in slot.notes())


@dataclass(slots=True)
class Grid:
    """A table as it is written."""

    rows: list[list[Slot]]
    edges: list[int] = field(default_factory=list)  # where each column of the file's grid begins, where it says so

    def slots(self) -> Iterator[Slot]:
        """Its cells in reading order."""
        for row in self.rows:
            yield from row

    def within(self) -> "Iterator[Grid]":
        """The large tables that lie in its cells: each is a table of its own."""
        for slot in self.slots():
            for block in slot.blocks:
                if isinstance(block, Grid):
                    if block.is_large():
                        yield block
                    else:
                        yield from block.within()

    def is_large(self) -> bool:
        """Whether it is more than a few words put side by side."""
        return len(self.rows) > 1 and max(map(len, self.rows)) > 2

    def is_frame(self) -> bool:
        """Whether it only arranges the page: one column, or tables in most of its rows."""
        if len({slot.column for slot in self.slots()}) < 2:
            return True
        holding = sum(any(_holds_table(slot) for slot in row) for row in self.rows)
        return holding > 0 and 2 * holding >= len(self.rows)


Block = Line | Note | Grid


def _holds_table(slot: Slot) -> bool:
    return any(isinstance(block, Grid) and block.is_large() for block in slot.blocks)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        if words := f"{block.label} {block.words()}".strip():
            yield words
    elif isinstance(block, Grid) and not block.is_large():
        for row in block.rows:
            if words := ", ".join(text for slot in row if (text := slot.text())):
                yield words
