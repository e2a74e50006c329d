"""What a picture is made of before it is written as SVG or PDF: paths and words, in points from the upper left."""

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
"""One step of a path: M (move), L (line), C (curve, with two points that steer it and its end), Z (closed)."""

INK, QUIET, PAPER = "#1a1a1a", "#4a4a4a", "#ffffff"


class Path(NamedTuple):
    """A line or an outline; without `stroke` or `fill` it has none."""

    steps: tuple[Step, ...]
    stroke: str | None = INK
    fill: str | None = None
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    dots: bool = False  # round ends, so that a dash of nothing is a dot


class Words(NamedTuple):
    """One line of text; `x` is its left edge or its middle, `y` the line that letters stand on."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    middle: bool = False
    colour: str = INK


class Group(NamedTuple):
    """Things that belong together: a box, a line, the legend; `says` is what it is in words."""

    role: str
    says: str
    things: tuple[Path | Words, ...]


class Picture(NamedTuple):
    """A picture, its size in points; `title` and `description` are for those who do not see it."""

    name: str
    width: float
    height: float
    groups: tuple[Group, ...]
    title: str
    description: str
    smallest: float  # of all text, in points
    landscape: bool


def moved(group: Group, right: float, down: float, scale: float = 1.0) -> Group:
    """The group with its letters and strokes, so many times as large, then so many points further right and down."""
    return group._replace(things=tuple(_moved(one, (right, down), scale) for one in group.things))


def _moved(one: Path | Words, by: Point, scale: float) -> Path | Words:
    if isinstance(one, Words):
        return one._replace(x=one.x * scale + by[0], y=one.y * scale + by[1], size=one.size * scale)
    steps = tuple(
        (verb, tuple((x * scale + by[0], y * scale + by[1]) for x, y in points)) for verb, points in one.steps
    )
    return one._replace(steps=steps, width=one.width * scale, dashes=tuple(dash * scale for dash in one.dashes))


def polygon(points: Sequence[Point]) -> tuple[Step, ...]:
    """A closed outline through some points."""
    return (("M", (points[0],)), *(("L", (point,)) for point in points[1:]), ("Z", ()))


def rounded(x: float, y: float, size: Point, radius: float) -> tuple[Step, ...]:
    """A box with round corners, from its upper left."""
    wide, high = size
    radius = min(radius, wide / 2, high / 2)
    bend = radius * 0.4477  # where the steering points of a quarter of a circle stand
    right, bottom = x + wide, y + high
    return (
        ("M", ((x + radius, y),)),
        ("L", ((right - radius, y),)),
        ("C", ((right - bend, y), (right, y + bend), (right, y + radius))),
        ("L", ((right, bottom - radius),)),
        ("C", ((right, bottom - bend), (right - bend, bottom), (right - radius, bottom))),
        ("L", ((x + radius, bottom),)),
        ("C", ((x + bend, bottom), (x, bottom - bend), (x, bottom - radius))),
        ("L", ((x, y + radius),)),
        ("C", ((x, y + bend), (x + bend, y), (x + radius, y))),
        ("Z", ()),
    )


def circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """A circle about a point."""
    return rounded(x - radius, y - radius, (2 * radius, 2 * radius), radius)
