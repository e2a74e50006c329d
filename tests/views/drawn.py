"""Looks at a figure as somebody with a ruler would: by what its SVG holds."""

import re
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from sysgraph.model import Graph, Node
from sysgraph.questions.chains import CHAINED
from sysgraph.views.figure import Wish, figure
from sysgraph.views.figure.metrics import width
from sysgraph.views.figure.svg import as_svg

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]


@dataclass(frozen=True)
class Rectangle:
    """What something takes up."""

    left: float
    top: float
    right: float
    bottom: float
    says: str = ""

    def meets(self, other: "Rectangle", spare: float = 0.0) -> bool:
        return (
            self.left < other.right - spare
            and other.left < self.right - spare
            and self.top < other.bottom - spare
            and other.top < self.bottom - spare
        )

    def holds(self, point: Point, spare: float) -> bool:
        x, y = point
        return self.left + spare < x < self.right - spare and self.top + spare < y < self.bottom - spare


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def groups(svg: str, role: str) -> list[etree._Element]:
    return [one for one in parsed(svg).iter(f"{SVG}g") if one.get("class") == role]


def boxes(svg: str) -> list[Rectangle]:
    return [around(_points(_first(one)), str(one.get("data-says"))) for one in groups(svg, "box")]


def _first(group: etree._Element) -> str:
    return str(group.findall(f"{SVG}path")[0].get("d"))


def _points(steps: str) -> list[Point]:
    numbers = [float(one) for one in re.findall(r"-?[\d.]+", steps)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def around(points: list[Point], says: str = "") -> Rectangle:
    xs, ys = zip(*points, strict=True)
    return Rectangle(min(xs), min(ys), max(xs), max(ys), says)


def words(element: etree._Element) -> list[Rectangle]:
    """Each line of text, as wide as its letters are in Arial."""
    found = []
    for one in element.iter(f"{SVG}text"):
        size, text = float(str(one.get("font-size"))), str(one.text)
        wide = width(text, size, bold=one.get("font-weight") == "bold")
        left = float(str(one.get("x"))) - (wide / 2 if one.get("text-anchor") == "middle" else 0.0)
        low = float(str(one.get("y")))
        found.append(Rectangle(left, low - 0.75 * size, left + wide, low + 0.22 * size, text))
    return found


def text_of(element: etree._Element) -> str:
    return "".join(str(one) for one in element.itertext())


def courses(svg: str) -> list[tuple[str, list[Point]]]:
    """Each line with points along it, its ends left out."""
    found = []
    for one in groups(svg, "line"):
        along: list[Point] = []
        at = (0.0, 0.0)
        for verb, rest in re.findall(r"([MLC])([^MLC]*)", _first(one)):
            points = _points(rest)
            if verb == "C":
                along += [_curve((at, *points), step / 20) for step in range(1, 21)]
            else:
                along += points
            at = points[-1]
        found.append((str(one.get("data-says")), along[2:-2]))
    return found


def _curve(points: tuple[Point, ...], at: float) -> Point:
    """A point of a curve, by de Casteljau."""
    while len(points) > 1:
        points = tuple(
            (one[0] + (other[0] - one[0]) * at, one[1] + (other[1] - one[1]) * at) for one, other in pairwise(points)
        )
    return points[0]


def named(graph: Graph, name: str) -> tuple[Node, ...]:
    return tuple(node for node in graph.nodes if node.name == name and node.kind in CHAINED)


def drawn(graph: Graph, name: str, depth: int = 2, orientation: str = "auto") -> str:
    return as_svg(figure(graph, named(graph, name), Wish(depth, orientation=orientation)))
