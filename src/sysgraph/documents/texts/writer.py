"""Puts a word processor's blocks into a document: headings, paragraphs, lines of lists, tables, notes."""

import re
from collections.abc import Sequence

from sysgraph.documents.assembly import Assembly
from sysgraph.documents.budget import CHARACTERS_A_PAGE, reached
from sysgraph.documents.texts.blocks import Block, Grid, Line
from sysgraph.documents.texts.columns import room_of, rows_of
from sysgraph.documents.wording import is_labelled, looks_like_heading, sentences, tidy

MOST_ROOM = 25_000_000
"""What the tables of a document may take with all that merged cells repeat: a cell its characters, and at least 50."""

_SIMPLE_LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5}|[IVXLC]{1,5})[.):]?\)?")
_TYPED_BULLET = re.compile(r"[•·●▪◦‣∙➢]\s*(?=\S)|[-–—*]\s+(?=\S)")
_LONGEST_HEADING = 30  # words
_LONGEST_SENTENCE = 12  # words of a heading that ends as a sentence does
_GUESSED_LEVEL = 2


class Writer:
    """Writes blocks into an assembly; notes wait for the end of the part in which their marks stand."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._room = MOST_ROOM
        self._level = 0  # of the last heading that calls itself one
        self._notes: list[str] = []
        self._characters = 0

    def write(self, blocks: Sequence[Block]) -> None:
        """Nothing; adds the blocks."""
        for place, block in enumerate(blocks):
            if isinstance(block, Line):
                self._line(block, blocks[place + 1 : place + 5])
            elif isinstance(block, Grid):
                self._grid(block)
            else:
                self._notes.append(block.text)

    def finish(self) -> None:
        """Nothing; adds the notes that still wait. A note in the midst of a list would part it."""
        for note in self._notes:
            if words := " ".join(tidy(note).split("\n")):
                self._assembly.paragraph(words)
        self._notes.clear()

    def _line(self, line: Line, following: Sequence[Block]) -> None:
        lines = sentences(line.words())
        if not lines:
            return
        self._characters += len(line.text)
        reached(self._characters // CHARACTERS_A_PAGE + 1)
        level = self._level_of(line, lines, following)
        if level:
            self.finish()
            self._assembly.heading(" ".join(filter(None, (line.label, *lines))), level)
            return
        label = "" if _SIMPLE_LABEL.fullmatch(line.label) else line.label
        if line.depth and not label:
            self._assembly.bullet(" ".join(lines), line.depth)
            return
        for place, words in enumerate(lines):
            mark = _TYPED_BULLET.match(words)
            if mark and not label:
                self._assembly.bullet(words[mark.end() :])
            else:
                self._assembly.paragraph(words if place or not label else f"{label} {words}")

    def _level_of(self, line: Line, lines: list[str], following: Sequence[Block]) -> int:
        """The level of the heading that a line is, 0 for none.

        Many who write do without the styles of headings, and as many use them for whole paragraphs.
        """
        words = " ".join(lines)
        if line.level:
            count = len(words.split())
            ends = words.endswith((".", ";")) and count > _LONGEST_SENTENCE
            if ends or count > _LONGEST_HEADING:
                return 0
            self._level = line.level
            return line.level
        bullet = line.depth and not line.label
        if bullet or len(lines) > 1 or not looks_like_heading(words):
            return 0
        numbers_a_table = bool(line.label) and _before_table(following)
        return max(self._level + 1, _GUESSED_LEVEL) if line.strong or numbers_a_table else 0

    def _grid(self, grid: Grid) -> None:
        if grid.is_frame():
            for slot in grid.slots():
                self.write(slot.blocks)
            return
        rows = rows_of(grid, self._room)
        self._room -= sum(map(room_of, rows))
        self._characters += sum(len(cell.text) for row in rows for cell in row)
        reached(self._characters // CHARACTERS_A_PAGE + 1)
        if any(cell.text for row in rows for cell in row):
            self._assembly.table(rows)
        if len(rows) < len(grid.rows):
            self._assembly.notice(
                "a table",
                f"it is too large to be read whole: of its {len(grid.rows)} rows {len(rows)} were read; "
                "save it as a spreadsheet",
            )
        self._notes += (note.text for slot in grid.slots() for note in slot.notes())
        for inner in grid.within():
            self._grid(inner)


def _before_table(following: Sequence[Block]) -> bool:
    """Whether a table comes next, blank lines and lines such as "Lead: …" between them aside."""
    for block in following:
        if isinstance(block, Grid):
            return not block.is_frame()
        if isinstance(block, Line) and block.text.strip() and not is_labelled(block.text.strip()):
            return False
    return False
