"""The words of charts and of the diagrams that a program draws from a list (SmartArt)."""

from collections import defaultdict

from lxml import etree

from sysgraph.documents.slides.words import A, Line, lines_of
from sysgraph.documents.wording import tidy

_DEEPEST = 9
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def diagram_lines(data: etree._Element) -> list[Line]:
    """The words of a diagram as a list whose depth is that of its boxes below one another."""
    points = {one.get("modelId", ""): one for one in data.iterfind("{*}ptLst/{*}pt")}
    below: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, link in enumerate(data.iterfind("{*}cxnLst/{*}cxn")):
        if link.get("type", "parOf") == "parOf":
            below[link.get("srcId", "")].append((_number(link.get("srcOrd", ""), place), link.get("destId", "")))
    tops = [name for name, one in points.items() if one.get("type") == "doc"]
    waiting = [(name, 0) for name in reversed(tops)]
    seen: set[str] = set()
    found: list[Line] = []
    while waiting:
        name, depth = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        found += _words(points.get(name), depth)
        waiting += [(child, min(depth + 1, _DEEPEST)) for _, child in sorted(below[name], reverse=True)]
    for name, one in points.items():
        if name not in seen and one.get("type", "node") in ("node", "asst"):
            found += _words(one, 1)
    return found


def _words(point: etree._Element | None, depth: int) -> list[Line]:
    body = None if point is None else point.find("{*}t")
    if body is None:
        return []
    return [Line(line.text, max(depth, 1)) for line in lines_of(body)]


def chart_title(chart: etree._Element) -> str:
    """The title of a chart, "" where it has none."""
    title = chart.find(f".//{_CHART}title")
    if title is None:
        return ""
    return " ".join(tidy("".join(one.text or "" for one in title.iter(f"{A}t"))).split("\n"))


def _number(written: str, otherwise: int) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else otherwise
