"""Letters put together into words and pieces of lines.

Letters come in the file's order, which is nearly that of reading within a line; pieces of one line that the file
writes at different times are joined by where they stand. What stands further apart than words do remains apart, since
it may belong to another column.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from statistics import median

from sysgraph.documents.pdf.records import Glyph, Line, Style

_SPACE = 0.16  # of the size: a gap that parts two words where no space is written
_WIDE = 0.95  # a gap that parts two pieces of a line
_WIDE_SPACE = 2.2  # the same, where a space is written in it
_EVEN = 1.3  # times the usual gap between words of a line that is stretched to the margin
_FEWEST_EVEN = 3
_WIDEST = 2.6
HOLE = 0.42
"""A gap, in sizes, that is wider than a usual space, so that it may be one between columns."""
_STRETCHED = 1.6  # how little the gaps between the words of a stretched line differ
_SAME_BASE = 0.3
_RAISED = 0.62  # how far up a raised letter's baseline may be
_SMALL = 0.82  # how small a raised letter is
_NOTE_MARK = re.compile(r"^[\d,*†‡§]{1,4}$")
_MEASURE = re.compile(r"(?<![A-Za-z])(?:[ckm]?m|ft|km)$")


def pieces(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The pieces of lines that these letters make, from top to bottom and left to right."""
    joined: list[Line] = []
    for row in _rows(_runs(glyphs)):
        row.sort(key=lambda run: run[0].x0)
        current: list[Glyph] = []
        even = _stretched(row)
        for run in row:
            if current and _apart(current[-1], run[0], even):
                joined += _line(current, page, even)
                current = []
            if current and _written_twice(current, run):
                continue
            current += run
        joined += _line(current, page, even)
    return joined


def _runs(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Letters that the file writes one after another on one baseline; raised small ones go with what they follow."""
    runs: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in glyphs:
        if runs and _follows(runs[-1][-1], glyph, base, size):
            runs[-1].append(glyph)
        elif glyph.char == " ":
            continue
        else:
            runs.append([glyph])
            base, size = glyph.base, glyph.style.size
            continue
        if glyph.style.size > size:
            base, size = glyph.base, glyph.style.size
    return runs


def _follows(before: Glyph, glyph: Glyph, base: float, size: float) -> bool:
    gap = glyph.x0 - before.x1
    if not -0.5 * size < gap < _WIDE * size:
        return False
    drop = base - glyph.base
    if abs(drop) <= _SAME_BASE * min(size, glyph.style.size):
        return True
    near = gap < 0.4 * size
    raised = glyph.style.size <= _SMALL * size and -0.3 * size < drop <= _RAISED * size
    grown = size <= _SMALL * glyph.style.size and -_RAISED * glyph.style.size <= drop < 0.3 * size
    return near and (raised or grown)


def _rows(runs: list[list[Glyph]]) -> list[list[list[Glyph]]]:
    """Runs on one baseline."""
    rows: list[list[list[Glyph]]] = []
    bases: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: (_base(run), run[0].x0)):
        base, size = _base(run), max(glyph.style.size for glyph in run)
        if rows and abs(bases[-1][0] - base) <= _SAME_BASE * min(bases[-1][1], size):
            rows[-1].append(run)
        else:
            rows.append([run])
            bases.append((base, size))
    return rows


def _base(run: list[Glyph]) -> float:
    largest = max(glyph.style.size for glyph in run)
    return next(glyph.base for glyph in run if glyph.style.size == largest)


def _apart(before: Glyph, after: Glyph, even: float) -> bool:
    gap = after.x0 - before.x1
    size = max(before.style.size, after.style.size)
    return gap > max((_WIDE_SPACE if before.char == " " else _WIDE) * size, even)


def _stretched(row: list[list[Glyph]]) -> float:
    """How far apart the words of a line stand that is stretched to the margin; 0 where it is none, but cells."""
    small = sum(run[0].char.islower() for run in row)
    gaps = [after[0].x0 - before[-1].x1 for before, after in itertools.pairwise(row)]
    between = [gap for gap in gaps if gap > 0.1 * row[0][0].style.size]
    if len(between) < _FEWEST_EVEN or 2 * small < len(row):
        return 0.0
    return min(_EVEN * median(between), _WIDEST * row[0][0].style.size)


def _written_twice(current: list[Glyph], run: list[Glyph]) -> bool:
    """Whether a run lies upon letters that are there already: bold made by writing twice."""
    first = run[0]
    return first.x0 < current[-1].x1 - 0.5 * first.style.size and any(
        glyph.char == first.char and abs(glyph.x0 - first.x0) < 0.2 * first.style.size for glyph in current
    )


def _line(glyphs: list[Glyph], page: int, stretched: float) -> list[Line]:
    """The line, or lines, that letters in order make: parted where more than words lies between."""
    made: list[Line] = []
    begin = 0
    letters = [glyph for glyph in glyphs if glyph.char != " "]
    spaced = _written_spaces(glyphs)
    between = [letters[index].x0 - letters[index - 1].x1 for index in spaced if 0 < index < len(letters)]
    even = max(_EVEN * median(between) if len(between) >= _FEWEST_EVEN else 0.0, stretched)
    for index in range(1, len(letters)):
        before, after = letters[index - 1], letters[index]
        size = max(before.style.size, after.style.size)
        if after.x0 - before.x1 > max((_WIDE_SPACE if index in spaced else _WIDE) * size, even):
            made.append(_words(letters[begin:index], spaced, begin, page))
            begin = index
    if letters:
        made.append(_words(letters[begin:], spaced, begin, page))
    return [line for line in made if line.text]


def _written_spaces(glyphs: list[Glyph]) -> set[int]:
    """The numbers of the letters before which a space is written."""
    found, number, space = set(), 0, False
    for glyph in glyphs:
        if glyph.char == " ":
            space = True
            continue
        if space:
            found.add(number)
        number, space = number + 1, False
    return found


def _words(letters: list[Glyph], spaced: set[int], offset: int, page: int) -> Line:
    size = max(glyph.style.size for glyph in letters)
    base = _base(letters)
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(letters)]
    width = _SPACE * size
    usual = median(gaps) if len(gaps) >= 4 else 0.0
    if usual > 0.08 * size:
        width += usual  # letters set apart
    text: list[str] = []
    first = letters[-1].x1
    for index, glyph in enumerate(letters):
        if index and (offset + index in spaced or gaps[index - 1] > width):
            if " " not in text:
                first = letters[index - 1].x1
            text.append(" ")
        text.append(glyph.char)
    words = "".join(_without_note_marks(letters, text, base, size)).strip()
    words = re.sub(r" {2,}", " ", words.replace("\u00ad", "", words.count("\u00ad") - words.endswith("\u00ad")))
    start, end = _edge(letters), _edge(letters[::-1])
    return Line(
        words, letters[0].x0, letters[-1].x1, base, size, page, "", letters[0].x0, first - letters[0].x0,
        start.bold, end.bold, start.colour if start.colour == end.colour else -1,
        all(glyph.style.artifact for glyph in letters), sure=_sure(letters),
        holes=_holes(letters, gaps, size),
    )  # fmt: skip


def _holes(letters: list[Glyph], gaps: list[float], size: float) -> tuple[tuple[float, float], ...]:
    """The gaps that are wider than a usual space; none in a line that is stretched to the margin."""
    between = [gap for gap in gaps if gap > _SPACE * size]
    starts = [letter.char for letter, gap in zip(letters[1:], gaps, strict=True) if gap > _SPACE * size]
    runs_on = 2 * sum(map(str.islower, starts)) >= len(starts)
    if len(between) > 1 and runs_on and max(between) < _STRETCHED * min(between):
        return ()
    return tuple(
        (before.x1, after.x0)
        for before, after, gap in zip(letters, letters[1:], gaps, strict=False)
        if gap >= HOLE * size
    )


def _sure(letters: list[Glyph]) -> float | None:
    """How surely the letters were recognised, None where they were written."""
    told = [glyph.style.sure for glyph in letters if glyph.style.sure is not None]
    return sum(told) / len(told) if told else None


def _edge(letters: list[Glyph]) -> Style:
    return next((glyph.style for glyph in letters if glyph.char.isalnum()), letters[0].style)


def _without_note_marks(letters: list[Glyph], text: list[str], base: float, size: float) -> list[str]:
    """The characters without the raised numbers that point to footnotes."""
    low = 0.2 * size
    if not any(glyph.style.size <= _SMALL * size and base - glyph.base > low for glyph in letters):
        return text
    kept: list[str] = []
    raised: list[str] = []
    number = 0
    for char in [*text, ""]:
        glyph = letters[number] if char.strip() else None
        number += glyph is not None
        if glyph and glyph.style.size <= _SMALL * size and base - glyph.base > low:
            raised.append(char)
            continue
        mark = "".join(raised)
        before = "".join(kept)
        if mark and (
            not before.strip() or not _NOTE_MARK.match(mark) or _MEASURE.search(before) or before[-1].isdigit()
        ):
            kept += raised
        raised = []
        kept.append(char)
    return kept
