"""How boxes and lines look in a figure: shapes by kind, strokes by relationship, both readable without colour."""

from math import atan2, cos, hypot, sin

from sysgraph.views.figure.canvas import PAPER, Path, Point, Step, circle, polygon, rounded
from sysgraph.views.looks import KINDS, LINES

_TINT = 0.08
_STEP, _MOST_STEPS = 0.4, 32
_DOTTED = (2, 4)
_INSTEAD_OF_DOTS = (9.0, 4.0, 2.0, 4.0, 2.0, 4.0)
"""What the page draws dotted: here dots are kept for where a line stops."""

STOP_DASHES = (0.0, 3.0)
CUT = 7.0
"""How far corners are cut, in points."""

ASIDE = {"Theme": 4.0, "Partnership": 3.0, "Role": 3.0, "PooledBudget": 3.0, "CommissioningArrangement": 4.0}
"""How much more room words need at each side in boxes of some kinds, in points."""


def tint(colour: str) -> str:
    """A colour so light that black words on it are as good as on white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT):02x}" for part in parts)


def box(kind: str, at: Point, size: Point, *, about: bool = False) -> tuple[Path, ...]:
    """The outline of a box of a kind about its middle; the one that the figure is about has a heavy border."""
    x, y = at[0] - size[0] / 2, at[1] - size[1] / 2
    colour = KINDS[kind].colour
    outline = Path(_outline(kind, x, y, size), colour, tint(colour), 2.4 if about else 1.1)
    return (outline, *(Path(steps, colour, None, 0.9) for steps in _extras(kind, x, y, size)))


def _outline(kind: str, x: float, y: float, size: Point) -> tuple[Step, ...]:
    wide, high = size
    right, bottom = x + wide, y + high
    if kind == "Board":
        return rounded(x, y, size, min(7.0, 0.3 * high))
    if kind == "Person":
        return _one_side_round(x, y, size, min(14.0, high / 2))
    if kind == "Partnership":
        middle = y + high / 2
        return polygon(
            [(x + CUT, y), (right - CUT, y), (right, middle), (right - CUT, bottom), (x + CUT, bottom), (x, middle)]
        )
    if kind == "Plan":
        return polygon([(x, y), (right - CUT, y), (right, y + CUT), (right, bottom), (x, bottom)])
    if kind == "Theme":
        return polygon([(x + CUT, y), (right, y), (right - CUT, bottom), (x, bottom)])
    if kind in {"Service", "Action", "Finding"}:
        return polygon(
            [(x + CUT, y), (right, y), (right, bottom - CUT), (right - CUT, bottom), (x, bottom), (x, y + CUT)]
        )
    return rounded(x, y, size, 0)


def _one_side_round(x: float, y: float, size: Point, radius: float) -> tuple[Step, ...]:
    """A box of which the right corners alone are round."""
    return (("M", ((x, y),)), *rounded(x, y, size, radius)[1:5], ("L", ((x, y + size[1]),)), ("Z", ()))


def _extras(kind: str, x: float, y: float, size: Point) -> list[tuple[Step, ...]]:
    """Lines inside the outline that tell kinds of the same outline apart."""
    wide, high = size
    right, bottom = x + wide, y + high
    if kind == "Role":
        return [_line((x + 4, y), (x + 4, bottom))]
    if kind == "Plan":
        return [(("M", ((right - CUT, y),)), ("L", ((right - CUT, y + CUT),)), ("L", ((right, y + CUT),)))]
    if kind == "PooledBudget":
        return [rounded(x + 3, y + 3, (wide - 6, high - 6), 0)]
    if kind == "CommissioningArrangement":
        return [_line((x + 4, y), (x + 4, bottom)), _line((right - 4, y), (right - 4, bottom))]
    return []


def _line(start: Point, end: Point) -> tuple[Step, ...]:
    return (("M", (start,)), ("L", (end,)))


def edge(kind: str, at: Point, size: Point) -> tuple[Point, ...]:
    """The corners of the outline of a box about its middle."""
    outline = _outline(kind, at[0] - size[0] / 2, at[1] - size[1] / 2, size)
    return tuple(points[-1] for _, points in outline if points)


def onto(tip: Point, back: Point, corners: tuple[Point, ...]) -> Point:
    """The tip, moved on in its direction until it is at the outline; boxes are not all as wide as their room."""
    far = hypot(tip[0] - back[0], tip[1] - back[1]) or 1.0
    along = ((tip[0] - back[0]) / far, (tip[1] - back[1]) / far)
    for step in range(_MOST_STEPS):
        moved = (tip[0] + along[0] * step * _STEP, tip[1] + along[1] * step * _STEP)
        if _inside(moved, corners):
            return moved
    return tip


def _inside(point: Point, corners: tuple[Point, ...]) -> bool:
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def stroke(type_: str, steps: tuple[Step, ...]) -> Path:
    """A line of a type of relationship."""
    look = LINES[type_]
    dashes = _INSTEAD_OF_DOTS if look.dashes == _DOTTED else look.dashes
    return Path(steps, look.colour, None, 1.2, tuple(0.62 * one for one in dashes))


def head(type_: str, tip: Point, back: Point) -> Path:
    """The head of a line that ends at `tip`, coming from `back`."""
    look = LINES[type_]
    turn = atan2(tip[1] - back[1], tip[0] - back[0])

    def at(along: float, aside: float) -> Point:
        """A point so far back from the tip and so far beside the line."""
        return tip[0] - along * cos(turn) - aside * sin(turn), tip[1] - along * sin(turn) + aside * cos(turn)

    if look.head == "arrow":
        return Path(polygon([tip, at(8, 3.2), at(8, -3.2)]), look.colour, look.colour, 0.8)
    if look.head == "diamond":
        return Path(polygon([tip, at(5, 3.2), at(10, 0), at(5, -3.2)]), look.colour, look.colour, 0.8)
    if look.head == "vee":
        return Path((("M", (at(7, 3.6),)), ("L", (tip,)), ("L", (at(7, -3.6),))), look.colour, None, 1.3)
    if look.head == "circle":
        return Path(circle(*at(3, 0), 2.6), look.colour, PAPER, 1.1)
    return Path(polygon([at(0, 2.8), at(0, -2.8), at(5.6, -2.8), at(5.6, 2.8)]), look.colour, look.colour, 0.8)


def stop(points: tuple[Step, ...], bar: tuple[Point, Point]) -> tuple[Path, Path]:
    """The dotted line of a chain that stops, and the bar at which it does."""
    colour = "#3a3a3a"
    return Path(points, colour, None, 1.5, STOP_DASHES, dots=True), Path(_line(*bar), colour, None, 1.6)
