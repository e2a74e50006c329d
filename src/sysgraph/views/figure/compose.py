"""One picture of a part of a graph, of one measure: title, boxes, lines, legend and sources on one sheet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sysgraph.views.figure import looks
from sysgraph.views.figure.boxes import LEADING, Sized, Tie, aside_of, boxes_and_ties, sized
from sysgraph.views.figure.canvas import QUIET, Group, Path, Picture, Point, Step, Words, moved
from sysgraph.views.figure.layout import STUB, Placed, Way, place
from sysgraph.views.figure.legend import height, legend
from sysgraph.views.figure.metrics import wrap
from sysgraph.views.figure.part import Part
from sysgraph.views.figure.words import description, heading, sources
from sysgraph.views.looks import LINES
from sysgraph.vocabulary import RELATIONSHIPS

SMALL = 8.0
"""The size of the legend and of the sources, in points: nothing is smaller."""

LETTERS = 9.5
"""The size of the letters in boxes where there is room enough, in points."""

_TITLE = 12.0
_SPACE = 10.0
_EDGE = 2.0
"""What is left free at the sides, so that no border is cut."""


class Around(NamedTuple):
    """What is written around the boxes: whether a title, and the words under it."""

    titled: bool = True
    subtitle: str = ""


class Body(NamedTuple):
    """The boxes and lines of a figure, from the upper left, with the size that they need in points."""

    part: Part
    groups: tuple[Group, ...]
    width: float
    height: float
    boxes: tuple[Sized, ...]
    types: frozenset[str]


class _Seat(NamedTuple):
    """A box and the middle of where it stands."""

    one: Sized
    at: Point

    def touched(self, tip: Point, back: Point) -> Point:
        """Where a line that comes from `back` and ends at `tip` meets the outline."""
        return looks.onto(tip, back, looks.edge(self.one.box.kind, self.at, (self.one.width, self.one.height)))


def body(part: Part, way: Way, name: float) -> Body:
    """The boxes and lines of a part, a name having so many points of room in a line.

    Raises:
        InstallationError: pygraphviz is not installed.
    """
    boxes, ties = boxes_and_ties(part)
    fitted = tuple(sized(box, way.size, name) for box in boxes)
    placed = place(fitted, ties, way)
    groups = tuple(_drawn(fitted, placed, way))
    return Body(part, groups, placed.width, placed.height, fitted, frozenset(tie.type for tie in ties))


class Sheet(NamedTuple):
    """A page to put a body on: its room in points, whether it is turned, and what is written around the body."""

    room: Point
    landscape: bool
    around: Around

    def largest(self, body: Body) -> float:
        """How large, at most as it is, the body may be so that all fits."""
        high = self.room[1] - self.put(body, 0.0).height
        return min(1.0, (self.room[0] - 2 * _EDGE) / body.width, high / body.height)

    def put(self, body: Body, scale: float) -> Picture:
        """The picture, as wide as the room so that it is not enlarged or reduced where it has the full width."""
        room, part = self.room[0], body.part
        top = list(_title(part, room, self.around))
        down = _bottom(top)
        right = max((room - body.width * scale) / 2, 0.0)
        drawn = [moved(group, right, down, scale) for group in body.groups]
        low = down + body.height * scale + _SPACE
        kinds, stops = (one.box.kind for one in body.boxes), any(one.box.stops for one in body.boxes)
        key = legend(kinds, body.types, room, SMALL, stops=stops)
        note = Group("sources", "Sources", tuple(_note(sources(part), room, low + height(key, SMALL) + _SPACE / 2)))
        return Picture(
            f"figure-{part.about[0].id}",
            room,
            _bottom([note]),
            (*top, *drawn, moved(key, 0.0, low), note),
            heading(part),
            description(part),
            min(SMALL, LETTERS * scale),
            self.landscape,
        )


def _bottom(groups: Sequence[Group]) -> float:
    """Where the next thing begins below the words of some groups."""
    lowest = [one.y + 0.3 * one.size for group in groups for one in group.things if isinstance(one, Words)]
    return max(lowest) + (_SPACE if groups and groups[0].role == "title" else 2.0) if lowest else 2.0


def _title(part: Part, room: float, around: Around) -> Iterator[Group]:
    if not around.titled:
        return
    lines = wrap(heading(part), room, _TITLE, bold=True)
    words = [Words(0.0, _TITLE * (1 + 1.2 * at), line, _TITLE, bold=True) for at, line in enumerate(lines)]
    if around.subtitle:
        after = words[-1].y
        words += [
            Words(0.0, after + (at + 1) * SMALL * 1.45 + 2, line, SMALL, colour=QUIET)
            for at, line in enumerate(wrap(around.subtitle, room, SMALL))
        ]
    yield Group("title", heading(part), tuple(words))


def _note(text: str, room: float, top: float) -> Iterator[Words]:
    for at, line in enumerate(wrap(text, room, SMALL)):
        yield Words(0.0, top + SMALL * (1 + at * 1.3), line, SMALL, colour=QUIET)


def _drawn(boxes: Sequence[Sized], placed: Placed, way: Way) -> Iterator[Group]:
    """Lines first, so that boxes lie over their ends; then boxes, heads of lines, what is written beside lines."""
    centres = {one.box.id: _centre(one, placed.boxes[one.box.id], way) for one in boxes}
    seats = {one.box.id: _Seat(one, centres[one.box.id]) for one in boxes}
    ties = [_tie(tie, points, seats, way) for tie, points in placed.lines.items()]
    yield from (line for line, _ in ties)
    for one in boxes:
        if one.box.stops:
            yield _stop(one, centres[one.box.id], way)
    for one in boxes:
        yield _box(one, centres[one.box.id], way.size)
    yield from (head for _, head in ties)
    for tie, at in placed.labels.items():
        words = Words(
            at[0], at[1] + 0.35 * way.size, tie.capacity, way.size, middle=True, colour=LINES[tie.type].colour
        )
        yield Group("label", tie.capacity, (words,))


def _centre(one: Sized, at: Point, way: Way) -> Point:
    """The middle of the box itself, without the room for its dotted line."""
    if not one.box.stops:
        return at
    return (at[0] + STUB / 2, at[1]) if way.sideways else (at[0], at[1] + STUB / 2)


def _box(one: Sized, at: Point, size: float) -> Group:
    words: list[Path | Words] = list(looks.box(one.box.kind, at, (one.width, one.height), about=one.box.about))
    step = size * LEADING
    first = at[1] - len(one.lines) * step / 2 + 0.95 * size
    left = at[0] - one.width / 2 + aside_of(one.box.kind)
    for number, line in enumerate(one.lines):
        x = left + line.indent if one.listed else at[0]
        colour = QUIET if line.quiet else "#000000"
        words.append(Words(x, first + number * step, line.text, size, line.bold, not one.listed, colour))
    return Group(f"box {one.box.kind}", "; ".join(paragraph.text for paragraph in one.box.paragraphs), tuple(words))


def _tie(tie: Tie, points: Sequence[Point], seats: Mapping[str, _Seat], way: Way) -> tuple[Group, Group]:
    points = list(points)
    if seats[tie.lower].one.box.stops:
        # Graphviz ends the line where the room for the dotted line begins; it goes on to the box.
        x, y = points[-1]
        beyond = (x + STUB, y) if way.sideways else (x, y + STUB)
        points += [points[-1], beyond, beyond]
    upper, lower = seats[tie.upper], seats[tie.lower]
    first, last = upper.touched(points[0], points[1]), lower.touched(points[-1], points[-2])
    steps: list[Step] = [("M", (first,)), ("L", (points[0],))]
    steps += [("C", tuple(points[at : at + 3])) for at in range(1, len(points) - 2, 3)]
    steps.append(("L", (last,)))
    upwards = tie.type not in {"OVERSEES", "DELEGATES_TO"}
    tip, back = (first, points[1]) if upwards else (last, points[-2])
    source, target = (lower, upper) if upwards else (upper, lower)
    says = RELATIONSHIPS[tie.type].reading.format(source=_said(source.one), target=_said(target.one))
    line, head = looks.stroke(tie.type, tuple(steps)), looks.head(tie.type, tip, _steady(tip, back))
    return Group(f"line {tie.type}", says, (line,)), Group(f"head {tie.type}", says, (head,))


def _steady(tip: Point, back: Point) -> Point:
    """A point to take the direction of a line from, where its last two points are one."""
    return back if abs(tip[0] - back[0]) + abs(tip[1] - back[1]) > 0.1 else (tip[0], tip[1] + 1)


def _said(one: Sized) -> str:
    return one.box.paragraphs[0].text


def _stop(one: Sized, at: Point, way: Way) -> Group:
    if way.sideways:
        edge = at[0] - one.width / 2
        steps: tuple[Step, ...] = (("M", ((edge - STUB + 3, at[1]),)), ("L", ((edge, at[1]),)))
        bar = ((edge - STUB + 3, at[1] - 5), (edge - STUB + 3, at[1] + 5))
    else:
        edge = at[1] - one.height / 2
        steps = (("M", ((at[0], edge - STUB + 3),)), ("L", ((at[0], edge),)))
        bar = ((at[0] - 5, edge - STUB + 3), (at[0] + 5, edge - STUB + 3))
    return Group("stop", f"No line further up from {_said(one)}", looks.stop(steps, bar))
