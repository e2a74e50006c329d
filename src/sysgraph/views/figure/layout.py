"""Where Graphviz puts boxes and lines: the only module that knows pygraphviz."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sysgraph.errors import InstallationError
from sysgraph.views.figure.boxes import Sized, Tie
from sysgraph.views.figure.canvas import Point
from sysgraph.views.figure.metrics import width

if TYPE_CHECKING:
    from pygraphviz import AGraph

_INCH = 72.0
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
    try:
        from pygraphviz import AGraph
    except ImportError:
        raise InstallationError(
            "a figure is laid out by Graphviz, which is not installed: pip install 'sysgraph[figures]'"
        ) from None
    made = AGraph(strict=False, directed=True)
    gaps = {"nodesep": "0.13", "ranksep": "0.28"} if way.close else {"nodesep": "0.17", "ranksep": "0.36"}
    made.graph_attr.update(rankdir="LR" if way.sideways else "TB", splines="true", pad="0", margin="0", **gaps)
    made.node_attr.update(shape="box", fixedsize="true", label="", margin="0", fontsize="1")
    made.edge_attr.update(dir="none", fontsize="1")
    names = {one.box.id: f"n{number}" for number, one in enumerate(boxes)}
    for one in boxes:
        # A box under whose dotted line nothing may stand is as much higher; the line is drawn into that room.
        extra = STUB if one.box.stops else 0.0
        wide, high = (one.width + extra, one.height) if way.sideways else (one.width, one.height + extra)
        made.add_node(names[one.box.id], width=f"{wide / _INCH:.4f}", height=f"{high / _INCH:.4f}")
    answering = {tie.lower for tie in ties if tie.type not in _LOOSE}
    for number, tie in enumerate(ties):
        said = {"label": _room(tie.capacity, way.size)} if tie.capacity else {}
        if way.close and tie.type in _LOOSE and tie.lower in answering:
            said["constraint"] = "false"
        made.add_edge(names[tie.upper], names[tie.lower], key=f"e{number}", **said)
    made.layout(prog="dot")
    return _read(made, boxes, ties, names)


def _room(text: str, size: float) -> str:
    """A label of the size of some words, without them: Graphviz need not know any font."""
    wide, high = round(width(text, size) + 8), round(size * 1.4)
    return (
        f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" '
        f'WIDTH="{wide}" HEIGHT="{high}"><TR><TD></TD></TR></TABLE>>'
    )


def _read(made: "AGraph", boxes: Sequence[Sized], ties: Sequence[Tie], names: Mapping[str, str]) -> Placed:
    left, bottom, right, top = (float(one) for one in made.graph_attr["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")[:2]
        return float(x) - left, top - float(y)

    lines: dict[Tie, tuple[Point, ...]] = {}
    labels: dict[Tie, Point] = {}
    for number, tie in enumerate(ties):
        edge = made.get_edge(names[tie.upper], names[tie.lower], f"e{number}")
        lines[tie] = tuple(point(pair) for pair in edge.attr["pos"].split())
        if edge.attr["lp"]:
            labels[tie] = point(edge.attr["lp"])
    places = {one.box.id: point(made.get_node(names[one.box.id]).attr["pos"]) for one in boxes}
    return Placed(right - left, top - bottom, places, lines, labels)
