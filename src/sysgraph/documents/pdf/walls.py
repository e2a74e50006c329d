"""The cells that lines on a page enclose: rules put together to walls, walls to tables.

Lines that touch belong to one table. Its upright and level places make a raster; two neighbours in the raster are one
cell where no line parts them, and so merged cells come out as the file draws them.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sysgraph.documents.pdf.records import Area, Rule

_NEAR = 3.0  # points: lines closer than this are one, and touch
_BEYOND = 8.0  # how far lines reach beyond the outermost crossing one for another column, or row, to be there
_COVERED = 0.55  # how much of a side a line takes for it to part two cells
_MOST_RULES = 3000
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Raster:
    """A table's upright and level places, and the cells between them."""

    xs: list[float]
    ys: list[float]
    areas: list[Area]
    sound: bool  # whether every cell is enclosed as a rectangle


def rasters(across: Iterable[Rule], down: Iterable[Rule]) -> list[Raster]:
    """The tables, of two columns or more, that lines from left to right and lines downwards make."""
    level, upright = merged(across), merged(down)
    if len(level) + len(upright) > _MOST_RULES:
        return []
    return [found for group in _groups(level, upright) if (found := _raster(*group))]


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """The lines, those that lie on one another or are dashes of one made one."""
    made: list[Rule] = []
    for near in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in near) / len(near)
        start, end = 0.0, -1.0
        for rule in sorted(near, key=lambda rule: rule.start):
            if end >= start and rule.start <= end + _NEAR:
                end = max(end, rule.end)
                continue
            if end > start:
                made.append(Rule(at, start, end))
            start, end = rule.start, rule.end
        if end > start:
            made.append(Rule(at, start, end))
    return made


def _clusters(rules: Sequence[Rule]) -> list[list[Rule]]:
    found: list[list[Rule]] = []
    for rule in rules:
        if found and rule.at - found[-1][0].at <= _NEAR:
            found[-1].append(rule)
        else:
            found.append([rule])
    return found


def _groups(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The lines that touch one another."""
    parent = list(range(len(level) + len(upright)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for i, one in enumerate(level):
        for j, other in enumerate(upright, start=len(level)):
            crosses = one.start - _NEAR <= other.at <= one.end + _NEAR
            if crosses and other.start - _NEAR <= one.at <= other.end + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, one in enumerate(level):
        groups[root(i)][0].append(one)
    for j, other in enumerate(upright, start=len(level)):
        groups[root(j)][1].append(other)
    return [group for group in groups.values() if group[0] and group[1]]


def _raster(level: list[Rule], upright: list[Rule]) -> Raster | None:
    xs = _places([rule.at for rule in upright], [end for rule in level for end in (rule.start, rule.end)])
    ys = _places([rule.at for rule in level], [end for rule in upright for end in (rule.start, rule.end)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
        return None
    sides = _covering(upright, xs, ys)
    floors = _covering(level, ys, xs)
    areas, sound = enclosed(rows, columns, sides, floors)
    for area in areas:
        spans = range(area.column, area.column + area.across)
        area.open_above = not any((area.row, column) in floors for column in spans)
        area.open_below = not any((area.row + area.down, column) in floors for column in spans)
    return Raster(xs, ys, areas, sound)


def _places(crossing: list[float], ends: list[float]) -> list[float]:
    """Where lines stand, and where those across them end further out: an edge that is not drawn."""
    found = sorted(crossing)
    places = [found[0]]
    for place in found[1:]:
        if place - places[-1] > _NEAR:
            places.append(place)
    if places[0] - min(ends) > _BEYOND:
        places.insert(0, min(ends))
    if max(ends) - places[-1] > _BEYOND:
        places.append(max(ends))
    return places


def _covering(rules: list[Rule], places: list[float], between: list[float]) -> set[tuple[int, int]]:
    """Which pieces of each place a line covers: (number of the place, number of the gap along it)."""
    found = set()
    for rule in rules:
        number = min(range(len(places)), key=lambda index: abs(places[index] - rule.at))
        if abs(places[number] - rule.at) > _NEAR + 1:
            continue
        for gap, (start, end) in enumerate(itertools.pairwise(between)):
            if min(end, rule.end) - max(start, rule.start) >= _COVERED * (end - start):
                found.add((number, gap))
    return found


def enclosed(
    rows: int, columns: int, sides: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> tuple[list[Area], bool]:
    """The cells that walls leave, and whether each is a rectangle.

    A side is (number of the upright place, row), a floor (number of the level place, column).
    """
    return _areas(_joined(rows, columns, sides, floors))


def _joined(
    rows: int, columns: int, sides: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> list[list[tuple[int, int]]]:
    """The places of the raster that no line parts."""
    seen: set[tuple[int, int]] = set()
    groups = []
    for start in ((row, column) for row in range(rows) for column in range(columns)):
        if start in seen:
            continue
        seen.add(start)
        group, queue = [], [start]
        while queue:
            row, column = queue.pop()
            group.append((row, column))
            for step, parted in (
                ((row, column + 1), (column + 1, row) in sides),
                ((row, column - 1), (column, row) in sides),
                ((row + 1, column), (row + 1, column) in floors),
                ((row - 1, column), (row, column) in floors),
            ):
                inside = 0 <= step[0] < rows and 0 <= step[1] < columns
                if inside and not parted and step not in seen:
                    seen.add(step)
                    queue.append(step)
        groups.append(sorted(group))
    return groups


def _areas(groups: list[list[tuple[int, int]]]) -> tuple[list[Area], bool]:
    """The cells, and whether each is a rectangle; one that is not is taken row by row."""
    areas: list[Area] = []
    sound = True
    for group in groups:
        top, bottom = group[0][0], group[-1][0]
        left, right = min(column for _, column in group), max(column for _, column in group)
        if len(group) == (bottom - top + 1) * (right - left + 1):
            areas.append(Area(top, left, bottom - top + 1, right - left + 1))
            continue
        sound = False
        for row, column in group:
            last = areas[-1] if areas else None
            if last and last.row == row and last.column + last.across == column and last.down == 1:
                last.across += 1
            else:
                areas.append(Area(row, column))
    areas.sort(key=lambda area: (area.row, area.column))
    return areas, sound
