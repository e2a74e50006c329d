"""Running headers and footers taken out, and the page numbers that are printed in them.

Furniture is what stands at the edge of several pages at the same height with the same words, numbers aside. A number
in it that grows by one from page to page is the page's own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sysgraph.documents.pdf.records import Grid, Item, Line, Sheet, Text

_EDGE = 0.17  # of the page's height: how far in furniture reaches
_MOST_ROWS = 6
_SAME_HEIGHT = 7.0
_NEAR = 3  # pages: how far apart two pages with one header are (left and right pages differ)
_LONGEST = 160
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"^(?:page\s+)?(?P<roman>[ivxlc]{1,8})$", re.IGNORECASE)
_PAGE = re.compile(
    r"^\W*(?:page|p\.?)\s*(?P<a>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*$|^\W*(?P<b>\d{1,4})\s*\|\s*p\s?a\s?g\s?e\W*$|"
    r"^(?P<c>\d{1,4})\s*(?:of|/)\s*\d{1,4}$",
    re.IGNORECASE,
)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Edge:
    """A row of words at the upper or lower edge of a page."""

    upper: bool
    height: float  # from the edge
    words: str
    lines: tuple[Line, ...]

    @property
    def key(self) -> tuple[bool, str]:
        return self.upper, _DIGITS.sub("#", self.words.lower())


def take_furniture(sheets: Sequence[Sheet]) -> None:
    """Nothing; the pages lose their running headers and footers and gain the page numbers printed there."""
    edges = [_edges(sheet) for sheet in sheets]
    found: list[list[_Edge]] = []
    repeated = _repeated(edges)
    for number, sheet_edges in enumerate(edges):
        taken: list[_Edge] = []
        for upper in (True, False):
            for edge in (edge for edge in sheet_edges if edge.upper is upper):
                if not _is_furniture(edge, number, repeated, len(sheets)):
                    break
                taken.append(edge)
        found.append(taken)
    _number(sheets, found)
    for sheet, taken in zip(sheets, found, strict=True):
        gone = {id(line) for edge in taken for line in edge.lines}
        sheet.lines = [line for line in sheet.lines if id(line) not in gone and not line.artifact]


def _edges(sheet: Sheet) -> list[_Edge]:
    """The rows of words at the edges of a page, the outermost first; a table ends them."""
    found: list[_Edge] = []
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in sorted(sheet.lines, key=lambda line: line.base):
        near = next((base for base in rows if abs(base - line.base) <= 3), round(line.base))
        rows[near].append(line)
    ordered = sorted(rows.values(), key=lambda row: row[0].base)
    first = min((table.top for table in sheet.tables), default=sheet.height)
    last = max((table.bottom for table in sheet.tables), default=0.0)
    for row in ordered[:_MOST_ROWS]:
        if row[0].base < _EDGE * sheet.height and row[0].base < first + 3:
            found.append(_edge(row, row[0].base, upper=True))
    for row in reversed(ordered[-_MOST_ROWS:]):
        height = sheet.height - row[0].base
        if height < _EDGE * sheet.height and row[0].base > last - 3:
            found.append(_edge(row, height, upper=False))
    return found


def _edge(row: list[Line], height: float, *, upper: bool) -> _Edge:
    lines = tuple(sorted(row, key=lambda line: line.x0))
    return _Edge(upper, height, " | ".join(line.whole for line in lines), lines)


def _repeated(edges: Sequence[Sequence[_Edge]]) -> dict[tuple[bool, str], list[tuple[int, float]]]:
    """For each sort of row, the pages and heights at which it stands."""
    found: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for number, sheet_edges in enumerate(edges):
        for edge in sheet_edges:
            found[edge.key].append((number, edge.height))
    return found


def _is_furniture(
    edge: _Edge, number: int, repeated: dict[tuple[bool, str], list[tuple[int, float]]], pages: int
) -> bool:
    if all(line.artifact for line in edge.lines):
        return True
    if len(edge.words) > _LONGEST:
        return False
    if any(_PAGE.match(line.whole) for line in edge.lines) and len(edge.words) < 40:
        return True
    same = [page for page, height in repeated[edge.key] if abs(height - edge.height) <= _SAME_HEIGHT]
    near = any(0 < abs(page - number) <= _NEAR for page in same)
    enough = 3 if pages > 3 else 2
    return near and len(set(same)) >= enough


def _number(sheets: Sequence[Sheet], found: Sequence[Sequence[_Edge]]) -> None:
    """Nothing; the pages gain the numbers printed on them, else what the file calls them."""
    series: dict[tuple[bool, str, int, int, bool], set[int]] = defaultdict(set)
    told: list[list[tuple[tuple[bool, str, int, int, bool], str]]] = []
    for page, taken in enumerate(found):
        here = []
        for edge in taken:
            for place, value, written in _numbers(edge.words):
                key = (edge.upper, edge.key[1] if written.isdigit() else "", place, value - page, written.isdigit())
                series[key].add(page)
                here.append((key, written))
        told.append(here)
    for page, (sheet, here) in enumerate(zip(sheets, told, strict=True)):
        fitting = [(len(series[key]), written) for key, written in here if _grows(series[key], page)]
        best = max(fitting, key=lambda one: one[0], default=None)
        stated = next((number for edge in found[page] for number in _stated(edge.lines)), None)
        sheet.printed = best[1] if best else stated or sheet.label


def _grows(pages: set[int], page: int) -> bool:
    return any(page + step in pages for step in (-2, -1, 1, 2))


def _numbers(words: str) -> Iterable[tuple[int, int, str]]:
    """The numbers in a row: (their place among its numbers, value, as written)."""
    for place, match in enumerate(_DIGITS.finditer(words)):
        if len(match[0]) <= 4:
            yield place, int(match[0]), str(int(match[0]))
    for part in words.split(" | "):
        if roman := _ROMAN.match(part.strip(" -–.")):
            yield 0, _roman(roman["roman"].lower()), roman["roman"]


def _roman(written: str) -> int:
    values = [_VALUES[letter] for letter in written]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _stated(lines: Iterable[Line]) -> Iterable[str]:
    """The page numbers that rows give outright: "Page 7 of 40"."""
    for line in lines:
        if match := _PAGE.match(line.whole):
            yield next(number for number in match.groups() if number)


def body_size(sheets: Iterable[Sheet], items: Iterable[Item] = ()) -> tuple[float, bool]:
    """The size of most of the words outside of tables, or of all of them where there are no others; and if bold.

    `items` are blocks that are no longer among the lines of the pages.
    """
    counted: Counter[tuple[float, bool]] = Counter()
    celled: Counter[tuple[float, bool]] = Counter()
    blocks: list[Item] = [*items, *(table for sheet in sheets for table in sheet.tables)]
    for lines in [
        *(sheet.lines for sheet in sheets), *(item.lines for item in blocks if isinstance(item, Text))
    ]:  # fmt: skip
        for line in lines:
            counted[_half(line.size), line.bold] += len(line.text)
    for area in (area for item in blocks if isinstance(item, Grid) for area in item.areas):
        for line in area.lines():
            celled[_half(line.size), line.bold] += len(line.text)
    least = 200  # characters: fewer are a title or two, and say nothing of the rest
    chosen = counted if counted.total() >= least or not celled else celled
    return max(chosen, key=lambda kind: (chosen[kind], -kind[0]), default=(11.0, False))


def _half(size: float) -> float:
    return round(2 * size) / 2
