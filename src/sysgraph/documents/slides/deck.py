"""A slide as every format gives it, and how it is put into a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.budget import reached
from sysgraph.documents.slides.order import Placed, in_order
from sysgraph.documents.slides.words import Line
from sysgraph.documents.wording import looks_like_heading

MOST_ROOM = 25_000_000
"""What the tables of a deck may take with all that merged cells repeat: a cell its characters, and at least 50."""

_ROOM_OF_CELL = 50
_NOTES = "notes"


@dataclass(slots=True)
class Shape:
    """What one thing on a slide says: lines, or a table, or what lies in a group."""

    lines: list[Line] = field(default_factory=list)
    rows: list[list[RawCell]] = field(default_factory=list)
    inner: "list[Placed[Shape]]" = field(default_factory=list)
    movable: bool = True  # not one of the layout's own places, whose order the layout says

    def says(self) -> bool:
        """Whether there are words in it."""
        return bool(self.lines or self.rows or self.inner)


@dataclass(slots=True)
class Slide:
    """One slide."""

    number: int
    title: str = ""
    level: int = 2
    shapes: list[Placed[Shape]] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # what of it was not read, or is not as it seems


class Deck:
    """Puts slides into a document, and tells what was not read of them once for all slides alike."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._room = MOST_ROOM
        self._remarks: dict[str, list[int]] = {}

    def add(self, slide: Slide) -> None:
        """Nothing; adds a slide: its title, what stands on it, then the notes of whoever speaks to it."""
        reached(slide.number)
        self._assembly.slide(slide.number)
        shapes = _ordered(slide.shapes)
        title = slide.title or _title_among(slide.shapes, shapes)
        if title:
            self._assembly.heading(title, slide.level)
        for shape in shapes:
            if title and not slide.title and [line.text for line in shape.lines] == [title]:
                title = ""
            elif shape.rows:
                self._table(slide.number, shape.rows)
            else:
                self._lines(shape.lines)
        if slide.notes:
            self._assembly.at(_NOTES)
            self._lines(slide.notes)
        for remark in dict.fromkeys(slide.remarks):
            self._remarks.setdefault(remark, []).append(slide.number)

    def finish(self) -> None:
        """Nothing; the document has a notice for each remark, with the slides that it is about."""
        for remark, numbers in self._remarks.items():
            self._assembly.notice(in_words(numbers), remark)

    def _lines(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if line.depth:
                self._assembly.bullet(line.text, line.depth)
            else:
                self._assembly.paragraph(line.text)

    def _table(self, number: int, rows: list[list[RawCell]]) -> None:
        kept = []
        for row in rows:
            self._room -= sum(max(len(cell.text), _ROOM_OF_CELL) for cell in row)
            if self._room < 0:
                self._remarks.setdefault("a table is too large to be read whole; save it as a spreadsheet", []).append(
                    number
                )
                break
            kept.append(row)
        if any(cell.text for row in kept for cell in row):
            self._assembly.table(kept)


def _ordered(shapes: list[Placed[Shape]]) -> list[Shape]:
    """The shapes in reading order, those of groups in the place of the group."""
    found: list[Shape] = []
    waiting = _sorted(shapes)
    while waiting:
        shape = waiting.pop(0)
        if shape.inner:
            waiting = [*_sorted(shape.inner), *waiting]
        elif shape.says():
            found.append(shape)
    return found


def _sorted(shapes: list[Placed[Shape]]) -> list[Shape]:
    spoken = [one for one in shapes if one.item.says()]
    if not any(one.item.movable for one in spoken):
        return [one.item for one in spoken]
    return in_order(spoken)


def _title_among(placed: Sequence[Placed[Shape]], shapes: Sequence[Shape]) -> str:
    """The title of a slide that has none of its own: a short line that stands above all else."""
    spoken = [one for one in placed if one.item.says()]
    if len(shapes) < 2 or len(spoken) < 2:
        return ""
    top = min(spoken, key=lambda one: one.top)
    lines = top.item.lines
    alone = all(one is top or one.top >= top.bottom or one.top > (top.top + top.bottom) // 2 for one in spoken)
    return lines[0].text if alone and len(lines) == 1 and looks_like_heading(lines[0].text) else ""


def in_words(numbers: Sequence[int]) -> str:
    """Some slides as they are said: "slide 3", "slides 2, 4 to 6 and 9"."""
    parts = list(_runs(numbers))
    if len(parts) == 1:
        return f"slide {parts[0]}" if len(numbers) == 1 else f"slides {parts[0]}"
    return f"slides {', '.join(parts[:-1])} and {parts[-1]}"


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    start = before = numbers[0]
    for number in [*numbers[1:], -1]:
        if number != before + 1:
            between = " and " if before == start + 1 else " to "
            yield str(start) if start == before else f"{start}{between}{before}"
            start = number
        before = number
