"""Where boxes and lines of a figure stand."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sysgraph.views import graphviz
from sysgraph.views.figure.boxes import Sized, Tie
from sysgraph.views.figure.canvas import Point
from sysgraph.views.figure.metrics import width

STUB = 17.0
"""How long the dotted line above a box is, in points."""
_LOOSE = frozenset({"MEMBER_OF", "CHAIRS", "LEADS", "POST_IN"})
"""What need not stand below, where it stands below something else already."""


class Placed(NamedTuple):
    """Where things stand, in points from the upper left; boxes and labels by their middles, lines as curves.

    A line begins at the box that stands higher; every third point after its first lies on it, the others steer it.
    """

    width: float
    height: float
    boxes: Mapping[str, Point]
    lines: Mapping[Tie, tuple[Point, ...]]
    labels: Mapping[Tie, Point]


class Way(NamedTuple):
    """How boxes are put: what answers to something stands below it, or right of it if `sideways`.

    `close` leaves less room between boxes, and lets a seat stand at the side of its board.
    """

    size: float  # of letters, in points
    sideways: bool
    close: bool


def place(boxes: Sequence[Sized], ties: Sequence[Tie], way: Way) -> Placed:
    """The places of boxes and ties.

    Raises:
        InstallationError: pygraphviz is not installed.
    """
    gaps = {"nodesep": "0.13", "ranksep": "0.28"} if way.close else {"nodesep": "0.17", "ranksep": "0.36"}
    answering = {tie.lower for tie in ties if tie.type not in _LOOSE}

    def line(number: int, tie: Tie) -> graphviz.Line:
        told = {"label": _room(tie.capacity, way.size)} if tie.capacity else {}
        if way.close and tie.type in _LOOSE and tie.lower in answering:
            told["constraint"] = "false"
        return graphviz.Line(str(number), tie.upper, tie.lower, told)

    rooms = [_box(one, sideways=way.sideways) for one in boxes]
    lines = [line(number, tie) for number, tie in enumerate(ties)]
    laid = graphviz.lay_out(rooms, lines, rankdir="LR" if way.sideways else "TB", **gaps)
    named = {str(number): tie for number, tie in enumerate(ties)}
    return Placed(
        laid.width,
        laid.height,
        laid.boxes,
        {named[name]: points for name, points in laid.lines.items()},
        {named[name]: point for name, point in laid.labels.items()},
    )


def _box(one: Sized, *, sideways: bool) -> graphviz.Box:
    """A box under whose dotted line nothing may stand is as much higher; the line is drawn into that room."""
    extra = STUB if one.box.stops else 0.0
    return graphviz.Box(one.box.id, one.width + extra * sideways, one.height + extra * (not sideways))


def _room(text: str, size: float) -> str:
    """A label of the size of some words, without them: Graphviz need not know any font."""
    wide, high = round(width(text, size) + 8), round(size * 1.4)
    return (
        f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" '
        f'WIDTH="{wide}" HEIGHT="{high}"><TR><TD></TD></TR></TABLE>>'
    )
