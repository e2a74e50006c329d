"""Sheets as headings, paragraphs and tables: the same for every format that has sheets.

Lines above a table that fill one cell are its title and what is said of it. A sheet's own name is a heading where the
sheet has no title, or has the one that other sheets have too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.spreadsheets.grid import MOST_CELLS, Grid, cell_name
from sysgraph.documents.spreadsheets.spreading import Block, Line, Spot, beside, blocks, filled
from sysgraph.documents.wording import is_labelled, looks_like_heading

_GENERAL = re.compile(
    r"(?:(?:the|full|main|master|current|latest|detailed|joint)\s+)?(?:sheet|data|table|plan|page|tab|list|report|tracker|log|"
    r"actions?|main|register|template|improvement|delivery|recovery|detail|export|query|results?|(?:action|improvement|"
    r"delivery|recovery|implementation)\s+(?:plan|log|tracker|list))\s*\d*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[-*•·●▪◦‣–]\s+(?P<words>\S.*)$")
_FOOTNOTE = re.compile(r"^(?:\*|\(?note|n\.?b\b|source|key\b)", re.IGNORECASE)
_TITLE = re.compile(r"(?:\w+ ){0,2}(?:title|subject)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d\d|\bversion\b|\bdraft\b", re.IGNORECASE)  # of dates and editions
_LONGEST_LABEL = 40
_TOO_LONG = f"the sheet has more filled cells than any plan; after the first {MOST_CELLS:,} nothing was read"
_WIDE = 4  # columns; a row of two cells above a table of so many is no row of it


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to be laid out, with the words of shapes that float above its cells: the row they begin in, the words."""

    grid: Grid
    floating: Sequence[tuple[int, str]] = ()


def lay_out(sheets: Sequence[Sheet], assembly: Assembly) -> None:
    """Nothing; the assembly gains all that stands on the sheets, in their order."""
    taken = [(sheet, _Sheet(sheet, assembly)) for sheet in sheets if sheet.grid.rows or sheet.floating]
    titles = Counter(_folded(found.title()) for _, found in taken)
    for number, (sheet, found) in enumerate(taken):
        if sheet.grid.name:
            assembly.sheet(sheet.grid.name)
        tab = _tab(sheet.grid.name, first=number == 0, alone=len(taken) == 1)
        title = _folded(found.title())
        found.lay_out(tab, shared=bool(title) and titles[title] > 1, again=number > 0)
        if sheet.grid.full:
            assembly.notice(f"sheet {sheet.grid.name}" if sheet.grid.name else "", _TOO_LONG)


def _tab(name: str | None, *, first: bool, alone: bool) -> str:
    """The name of a sheet where it may stand as a heading, else ""."""
    general = not name or _GENERAL.fullmatch(name.strip())
    return "" if not name or (general and (first or alone)) else name.strip()


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


@dataclass(frozen=True, slots=True)
class _Words:
    """A row that belongs to no table."""

    row: int
    line: Line


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: its rows, and the columns of the sheet that are its own."""

    lines: Sequence[tuple[int, Line]]
    columns: Sequence[int]


class _Sheet:
    """The laying out of one sheet: first what its rows are, then what of them is a heading."""

    def __init__(self, sheet: Sheet, assembly: Assembly) -> None:
        self._floating = sheet.floating
        self._assembly = assembly
        self._items: list[_Words | _Table] = []
        self._last: _Table | None = None
        for block in blocks(sheet.grid):
            self._take(block)

    def lay_out(self, tab: str, *, shared: bool, again: bool) -> None:
        """Nothing; adds the sheet with `tab` as its heading, "" where it shall have none.

        A title that sheets share is the workbook's: a heading on the first sheet, and not again.
        """
        above = [words for row, words in self._floating if row <= self._first_row()]
        below = [words for row, words in self._floating if row > self._first_row()]
        for words in above:
            self._say(words, heading=not tab)
        titles = set(self._titles())
        if tab and 0 not in titles:
            self._head(tab)
        for place, item in enumerate(self._items):
            if isinstance(item, _Table):
                self._assembly.at(None)
                self._assembly.table(_raw(number, line, item.columns) for number, line in item.lines)
            else:
                self._line(item, heading=place in titles and not (shared and again and place == 0))
            if tab and shared and place == 0:
                self._head(tab)
        for words in below:
            self._say(words, heading=False)

    def title(self) -> str:
        """The words that the sheet begins with where they read as its title, else ""."""
        first = self._items[0] if self._items else None
        return _only(first.line) if isinstance(first, _Words) and 0 in self._titles() else ""

    def _first_row(self) -> int:
        first = self._items[0] if self._items else None
        return first.row if isinstance(first, _Words) else first.lines[0][0] if first else 0

    def _titles(self) -> Iterator[int]:
        """The places of the lines that are headings.

        They are the first of the lines that begin the sheet or stand above a table, and the last of them where it
        stands right above its table and apart from the others.
        """
        start = 0
        for place, item in enumerate([*self._items, None]):
            if isinstance(item, _Words):
                continue
            stack = [(start + at, one) for at, one in enumerate(self._items[start:place]) if isinstance(one, _Words)]
            start = place + 1
            like = [(at, one) for at, one in stack if looks_like_heading(_only(one.line).partition("\n")[0])]
            if not like or (item is None and stack[0][0] > 0):
                continue
            yield like[0][0]
            last, words = like[-1]
            apart = len(stack) > 1 and words.row > stack[-2][1].row + 1
            right_above = item is not None and last == place - 1 and words.row == item.lines[0][0] - 1
            if right_above and apart and len(like) > 1 and not _FIGURES.search(_only(words.line)):
                yield last

    def _take(self, block: Block) -> None:
        """Add the rows of a block: lines above its table, the table, notes under it."""
        lines = list(block.lines)
        notes: list[tuple[int, Line]] = []
        if block.widest > 1:
            while lines and self._is_above(lines[0][1], block.widest):
                self._items.append(_Words(*lines.pop(0)))
            while lines and _is_note(lines[-1][1], block):
                notes.insert(0, lines.pop())
        if len(lines) == len(block.lines):
            self._body(block)
        elif lines:
            for part in beside(lines):
                self._take(part)
        self._items += [_Words(*note) for note in notes]

    def _is_above(self, line: Line, widest: int) -> bool:
        """Whether a row that stands above a table is none of it."""
        columns = filled(line)
        if len(columns) == 1:
            return not self._hangs_on(line)
        return len(columns) == 2 and widest >= _WIDE and self._last is None

    def _hangs_on(self, line: Line) -> bool:
        """Whether a row of one cell goes on with the table right above: within its columns, not below the first."""
        above = self._items[-1] if self._items else None
        column, words = filled(line)[0], _only(line)
        inside = isinstance(above, _Table) and above.columns[0] < column <= above.columns[-1]
        return inside and not looks_like_heading(words.partition("\n")[0])

    def _body(self, block: Block) -> None:
        hangs = block.widest == 1 and all(self._hangs_on(line) for _, line in block.lines)
        pair = len(block.lines) == 1 and block.widest == 2
        before = self._before(block, directly=hangs or pair or block.widest > 2)
        # A column of words with colours beside it is the key to them, and a table.
        loose = (block.widest == 1 and not hangs and not _has_colours(block)) or (pair and not before)
        if loose or all(_is_labelled(line) for _, line in block.lines):
            self._items += [_Words(*line) for line in block.lines]
            return
        own = _kept(block)
        self._last = _Table(block.lines, sorted({*before.columns, *own} if before else own))
        self._items.append(self._last)

    def _before(self, block: Block, *, directly: bool) -> _Table | None:
        """The table that a block may go on with, whose columns it is then given.

        It is one that the block lies within: the one right above, or one that has no more than twice as many columns.
        """
        before = self._last
        if before is None or block.left < before.columns[0] or block.right > before.columns[-1]:
            return None
        near = directly and before is self._items[-1]
        return before if near or 2 * block.widest >= len(before.columns) else None

    def _line(self, item: _Words, *, heading: bool) -> None:
        """Add a row that belongs to no table: a label and what it is of, or words for themselves."""
        columns = filled(item.line)
        if len(columns) == 2 and _is_label(item.line, *columns):
            label, value = (item.line[column].text for column in columns)
            self._assembly.at(cell_name(item.row, columns[0]))
            self._assembly.paragraph(f"{label.rstrip(': ')}: {value}")
            return
        for column in columns:
            if not item.line[column].carried:
                self._assembly.at(cell_name(item.row, column))
                self._say(item.line[column].text, heading=heading)
                heading = False

    def _say(self, text: str, *, heading: bool) -> None:
        """Add words outside tables, each line for itself, the first as a heading where it may be one."""
        for words in text.split("\n"):
            if bullet := _BULLET.match(words):
                self._assembly.bullet(bullet["words"])
            elif heading and looks_like_heading(words):
                self._assembly.heading(words, 1)
            else:
                self._assembly.paragraph(words)
            heading = False

    def _head(self, tab: str) -> None:
        self._assembly.at(None)
        self._assembly.heading(tab, 2)


def _is_labelled(line: Line) -> bool:
    """Whether a row is a label with a colon and what it is of; a form's title is left to its table."""
    columns = filled(line)
    label = line[columns[0]].text.strip()
    return len(columns) == 2 and label.endswith(":") and not _TITLE.match(label)


def _has_colours(block: Block) -> bool:
    return block.right == block.left + 1 and any(not spot.text for _, line in block.lines for spot in line.values())


def _only(line: Line) -> str:
    """The first words of a row."""
    return line[filled(line)[0]].text


def _kept(block: Block) -> Iterator[int]:
    """The columns of a block in which any cell has words or a colour of its own."""
    for column in range(block.left, block.right + 1):
        if any((spot := line.get(column)) and (spot.text or spot.fill) for _, line in block.lines):
            yield column


def _raw(number: int, line: Line, columns: Sequence[int]) -> list[RawCell]:
    blank = Spot("")
    cells = ((column, line.get(column, blank)) for column in columns)
    return [RawCell(one.text, one.carried, one.fill, one.across, cell_name(number, column)) for column, one in cells]


def _is_note(line: Line, block: Block) -> bool:
    """Whether the last row of a block stands under its table: one cell over half of it, or words that say so."""
    columns = filled(line)
    if len(columns) != 1 or block.widest == 1 or line[columns[0]].carried:
        return False
    spot = line[columns[0]]
    return columns[0] == block.left and (
        2 * spot.across > block.right - block.left + 1 or bool(_FOOTNOTE.match(spot.text))
    )


def _is_label(line: Line, first: int, second: int) -> bool:
    """Whether the first of two cells says what the second is: "Lead officer:" beside "Jo Lee"."""
    words = line[first].text.strip()
    nearby = second == first + line[first].across
    return (
        len(words) <= _LONGEST_LABEL
        and "\n" not in words
        and (words.endswith(":") or (nearby and not is_labelled(words)))
    )
