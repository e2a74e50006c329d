"""Lines put together into paragraphs.

A writer's words fill a line as far as they can: where the next line's first word would still have had room, a
paragraph ends. Besides, one ends where the gap to the next line is wider than between lines, where the letters change,
and before a bullet or number.
"""

import itertools
import re
from collections.abc import Callable, Sequence
from statistics import median

from sysgraph.documents.pdf.records import Line

_BULLETS = "•●▪◦‣∙■□▫○◘◼➢➤►▶▸✓✔❖◆◇⁃·"
_STRONG = re.compile(rf"^(?P<mark>[{_BULLETS}])\s*(?=\S)")
_WEAK = re.compile(r"^(?P<mark>[-–—*o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_ALONE = re.compile(rf"^(?:[{_BULLETS}]|[-–—*o]|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,5}})[.)])$")
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z]\d?|[A-Z]{1,3}\d{1,3}(?:\.\d{1,2})*)[.):]?$")
_MARK_GAP = 3.5  # sizes: how far behind a bullet or number its words begin, where they may be of another column
_FARTHEST = 5.0  # sizes: how far behind a mark its words begin
_ENDS = (".", "!", "?", ":", ";")
_EVEN = 0.03  # sizes: how little the gaps between lines differ where a program sets them evenly
_SLACK = 0.3

Margin = Callable[[Line], float]


def joined_pieces(lines: Sequence[Line]) -> list[Line]:
    """The lines with pieces on one baseline made one, from top to bottom; marks are told from words."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.x0)):
        if rows and abs(rows[-1][0].base - line.base) <= 0.35 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [marked(_one(sorted(row, key=lambda line: line.x0))) for row in rows]


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines, bullets and numbers that stand apart joined to what they stand before."""
    ordered = sorted(lines, key=lambda line: (round(line.base), line.x0))
    made: list[Line] = []
    for line in ordered:
        before = made[-1] if made else None
        if before and is_number(before.text) and not before.mark and _is_beside(before, line):
            made[-1] = joined_pieces([before, line])[0]
        else:
            made.append(line)
    return made


def _is_beside(mark: Line, line: Line) -> bool:
    size = max(mark.size, line.size)
    return abs(mark.base - line.base) < 0.35 * size and 0 <= line.x0 - mark.x1 < _MARK_GAP * size


def _one(row: list[Line]) -> Line:
    """The line that pieces make."""
    first, last = row[0], row[-1]
    if len(row) == 1:
        return first
    made = Line(
        " ".join(line.text for line in row), first.x0, last.x1, max(row, key=lambda line: line.size).base,
        max(line.size for line in row), first.page, "", first.x0, first.first, first.bold_start, last.bold_end,
        first.colour if len({line.colour for line in row}) == 1 else -1, all(line.artifact for line in row),
        sure=min((line.sure for line in row if line.sure is not None), default=None),
    )  # fmt: skip
    if first.mark:
        made.mark, made.body = first.mark, first.body
    elif _ALONE.match(first.text) and row[1].x0 - first.x0 < _FARTHEST * made.size:
        made.mark, made.body = first.text, row[1].x0
        made.text = made.text[len(first.text) :].lstrip()
        made.bold_start, made.first = row[1].bold_start, row[1].first
        if not any(letter.isalnum() for letter in first.text):
            made.size = max(line.size for line in row[1:])
    return made


def marked(line: Line) -> Line:
    """The line, a bullet or number before its words taken from them."""
    if not line.mark and (found := _STRONG.match(line.text) or _WEAK.match(line.text)):
        line.mark = found["mark"]
        share = found.end() / len(line.text)
        line.body = line.x0 + min(share * (line.x1 - line.x0), 2.5 * line.size)
        line.text = line.text[found.end() :]
    elif not line.mark:
        line.body = line.x0
    return line


def is_bullet(line: Line) -> bool:
    """Whether the mark of a line is a picture rather than a letter, number or dash."""
    return line.mark in _BULLETS and bool(line.mark)


def is_number(text: str) -> bool:
    """Whether a piece of a line is a number or letter that counts what follows it."""
    return bool(_NUMBER.match(text) or _ALONE.match(text))


def parts_of(lines: Sequence[Line], limit: float) -> list[list[Line]]:
    """The paragraphs of a cell, whose words reach to `limit` at most."""
    joined = joined_pieces(lines)
    for line in joined:
        line.room = limit - line.x1
    return paragraphs(joined, lambda line: limit, in_cell=True)


def paragraphs(lines: Sequence[Line], margin: Margin, *, in_cell: bool = False) -> list[list[Line]]:
    """The paragraphs that lines from top to bottom make; `margin` is how far to the right each may reach."""
    usual = _widest(lines)
    found: list[list[Line]] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if found and not _parts(found[-1], line, following, (usual, margin, in_cell)):
            _give_back(line)
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _widest(lines: Sequence[Line]) -> float:
    """How many sizes the baselines of a paragraph's lines are apart at most, as far as the lines tell.

    Most programs set lines evenly to a hair; then a little more tells a paragraph's end, else only much more.
    """
    gaps = [
        (after.base - before.base) / max(before.size, 1)
        for before, after in itertools.pairwise(lines)
        if abs(before.size - after.size) < 0.5 and 0.8 < (after.base - before.base) / max(before.size, 1) < 2.4
    ]
    if len(gaps) < 2:
        return 1.5
    gaps.sort()
    # What stands closest is within paragraphs; the gaps between paragraphs are wider and fewer.
    usual = gaps[len(gaps) // 4]
    even = sum(abs(gap - usual) < _EVEN for gap in gaps)
    if even >= 2 and 2 * even >= len(gaps) and lines[0].sure is None:
        return usual + 0.1
    usual = min(median(gaps), 1.15 * usual)
    return max(1.3 * usual, usual + 0.22)


def _parts(part: list[Line], line: Line, following: Line | None, how: tuple[float, Margin, bool]) -> bool:
    """Whether a line begins a new paragraph."""
    usual, margin, in_cell = how
    before = part[-1]
    gap = (line.base - before.base) / max(before.size, line.size, 1)
    wide = gap > usual
    changed = abs(before.size - line.size) > 0.12 * max(before.size, line.size) or before.bold_end != line.bold_start
    if in_cell:
        changed = False  # narrow cells are full of small changes, and each of their lines is short
    recoloured = before.colour != line.colour and -1 not in (before.colour, line.colour) and not in_cell
    if is_bullet(line) or wide or changed or recoloured or gap < 0:
        return True
    goes_on = line.text[:1].islower() and not line.mark and not before.text.endswith((*_ENDS, ","))
    if has_room(before, line, margin(before)) and not goes_on:
        return True
    if line.mark and (before.text.endswith((*_ENDS, ",")) or (part[0].mark and abs(part[0].x0 - line.x0) < 3)):
        return True
    return _is_indented(part, line, following)


def _is_indented(part: list[Line], line: Line, following: Line | None) -> bool:
    """Whether a line is set in from, or out of, the one above as the first line of a paragraph is."""
    before, step = part[-1], 0.9 * line.size
    left = before.body if len(part) == 1 else before.x0
    if line.x0 > left + step:
        back = following is not None and following.x0 < line.x0 - step
        return back or before.text.endswith(_ENDS)
    if line.x0 < left - step:
        if part[0].mark:
            return line.x0 < part[0].x0 - 2 or before.text.endswith(_ENDS)
        return len(part) > 1
    return False


def has_room(before: Line, after: Line, limit: float) -> bool:
    """Whether the first word of a line would have had room at the end of the one before."""
    if before.text.endswith(("-", "\u00ad", "/")):
        return False
    return before.x1 + 0.25 * before.size + after.first < limit - _SLACK * before.size


def _give_back(line: Line) -> None:
    """Gives back to the words of a line what looked like a mark in the middle of a paragraph."""
    if line.mark:
        line.text, line.mark, line.body = line.whole, "", line.x0
