"""Where Graphviz puts boxes and lines: the only module that knows pygraphviz."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sysgraph.errors import InstallationError

if TYPE_CHECKING:
    from pygraphviz import AGraph

Point = tuple[float, float]

INCH = 72.0
"""Points in an inch, in which Graphviz wants some lengths."""


class Box(NamedTuple):
    """What is to be put somewhere: its name, width and height in points."""

    name: str
    width: float
    height: float


class Line(NamedTuple):
    """What is to be drawn from one box down to another: its name, and what else Graphviz is told of it."""

    name: str
    upper: str
    lower: str
    told: Mapping[str, str]


class Laid(NamedTuple):
    """Where things stand, in points from the upper left; boxes and labels by their middles, lines as curves.

    A line begins at its upper box; every third point after its first lies on it, the others steer it.
    """

    width: float
    height: float
    boxes: Mapping[str, Point]
    lines: Mapping[str, tuple[Point, ...]]
    labels: Mapping[str, Point]


def is_installed() -> bool:
    """Whether anything can be laid out."""
    try:
        import pygraphviz  # noqa: F401
    except ImportError:
        return False
    return True


def lay_out(boxes: Iterable[Box], lines: Iterable[Line], **wishes: str) -> Laid:
    """The places of boxes and lines, in layers; `wishes` are Graphviz's attributes of a graph.

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
    made.graph_attr.update(splines="true", pad="0", margin="0", **wishes)
    made.node_attr.update(shape="box", fixedsize="true", label="", margin="0", fontsize="1")
    made.edge_attr.update(dir="none", fontsize="1")
    names, drawn = {}, list(lines)
    for number, one in enumerate(boxes):
        # Names of ours could mean something to Graphviz.
        names[one.name] = f"n{number}"
        made.add_node(f"n{number}", width=f"{one.width / INCH:.4f}", height=f"{one.height / INCH:.4f}")
    for number, line in enumerate(drawn):
        made.add_edge(names[line.upper], names[line.lower], key=f"e{number}", **line.told)
    made.layout(prog="dot")
    return _read(made, names, drawn)


def _read(made: "AGraph", names: Mapping[str, str], drawn: Iterable[Line]) -> Laid:
    left, bottom, right, top = (float(one) for one in made.graph_attr["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")[:2]
        return float(x) - left, top - float(y)

    lines: dict[str, tuple[Point, ...]] = {}
    labels: dict[str, Point] = {}
    for number, line in enumerate(drawn):
        edge = made.get_edge(names[line.upper], names[line.lower], f"e{number}")
        lines[line.name] = tuple(point(pair) for pair in (edge.attr["pos"] or "").split())
        if edge.attr["lp"]:
            labels[line.name] = point(edge.attr["lp"])
    boxes = {name: point(made.get_node(number).attr["pos"]) for name, number in names.items()}
    return Laid(right - left, top - bottom, boxes, lines, labels)
