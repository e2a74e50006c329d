"""What stands on a PowerPoint slide: its title, its texts, tables and diagrams, and what of it cannot be read."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from sysgraph.documents.slides.deck import Shape, Slide
from sysgraph.documents.slides.diagrams import chart_title, diagram_lines
from sysgraph.documents.slides.order import Placed
from sysgraph.documents.slides.tables import rows_of
from sysgraph.documents.slides.words import A, Line, Styles, lines_of, struck_words

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KNOWN = frozenset(f"{P}{name}" for name in ("sp", "grpSp", "graphicFrame", "pic", "cxnSp"))
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})
_WHOLE = re.compile(r"-?\d{1,12}")
_LARGE = 5  # a picture that takes a fifth of the slide says something

LINES = "lines join the shapes of a drawing; its words were read, whom a line joins to whom was not"
DIAGRAM = "the words of a diagram were read as a list; what its arrows and boxes mean was not"
CHART = "a chart was not read; put its figures into a table if they matter"
OBJECT = "an embedded file was not read; save it beside this document and build anew if it belongs to it"
HIDDEN_SHAPE = "words that the slide hides were not read"
STRUCK = "words that are struck out were not read"
PICTURE = "a picture was not read; what it shows in words is not known"
ONLY_PICTURE = "the slide is a picture, and nothing on it was read; put its words into a text or table"
TITLED_PICTURE = "the slide is a picture under a title, and only the title was read; put its words into a text or table"


class Box(NamedTuple):
    """Where something stands, in units of the slide."""

    left: int
    top: int
    width: int
    height: int


class Place(NamedTuple):
    """One of the places of a layout: where it is, and how its paragraphs begin."""

    box: Box | None
    styles: Styles


@dataclass(slots=True)
class Page:
    """What the shapes of one slide need to know of the deck."""

    area: int
    places: Callable[[str, str], Place]  # from the sort and number of a place
    part: Callable[[str], etree._Element | None]  # the XML of the part that a relationship names
    colours: dict[str, str]
    slide: Slide
    pictures: int = 0
    large: bool = False
    joined: int = 0  # lines that say which shapes they join
    drawn: int = 0  # lines that do not
    groups: list[tuple[Shape, etree._Element]] = field(default_factory=list)


def read_shapes(tree: etree._Element, page: Page) -> None:
    """Nothing; the slide has its title, shapes and remarks."""
    page.slide.shapes = list(_placed(tree, page))
    while page.groups:
        group, element = page.groups.pop()
        group.inner = list(_placed(element, page))
    if page.joined or page.drawn > 1:
        page.slide.remarks.append(LINES)
    if page.pictures:
        says = any(_says(one.item) for one in page.slide.shapes)
        if not says:
            page.slide.remarks.append(TITLED_PICTURE if page.slide.title else ONLY_PICTURE)
        elif page.large:
            page.slide.remarks.append(PICTURE)


def _says(shape: Shape) -> bool:
    waiting = [shape]
    while waiting:
        one = waiting.pop()
        if one.lines or one.rows:
            return True
        waiting += [placed.item for placed in one.inner]
    return False


def _placed(tree: etree._Element, page: Page) -> Iterator[Placed[Shape]]:
    for element in _chosen(tree):
        about = element.find(f"./*/{P}cNvPr")
        if about is not None and about.get("hidden") in ("1", "true"):
            if _has_words(element):
                page.slide.remarks.append(HIDDEN_SHAPE)
            continue
        found = _shape(element, page)
        if found is not None:
            shape, box = found
            yield Placed(shape, box.left, box.top, box.left + box.width, box.top + box.height)


def _chosen(tree: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The shapes right in a slide or group; of several versions of one, that which every program knows."""
    for element in tree:
        if element.tag == f"{_CHOICES}AlternateContent":
            versions = [[one for one in version if one.tag in _KNOWN] for version in element]
            with_words = [shapes for shapes in versions if any(map(_has_words, shapes))]
            yield from next(iter(with_words or [shapes for shapes in versions if shapes]), [])
        elif element.tag in _KNOWN:
            yield element


def _has_words(element: etree._Element) -> bool:
    return any((one.text or "").strip() for one in element.iter(f"{A}t"))


def _shape(element: etree._Element, page: Page) -> tuple[Shape, Box] | None:
    name = etree.QName(element).localname
    if name == "cxnSp":
        about = element.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr")
        if about is not None and (about.find(f"{A}stCxn") is not None or about.find(f"{A}endCxn") is not None):
            page.joined += 1
        else:
            page.drawn += 1
        return None
    box = _box(element)
    if name == "pic":
        _picture(box, page)
        return None
    if name == "grpSp":
        group = Shape()
        page.groups.append((group, element))
        return group, box or Box(0, 0, 0, 0)
    if name == "graphicFrame":
        return _graphic(element, page), box or Box(0, 0, 0, 0)
    return _text(element, box, page)


def _picture(box: Box | None, page: Page) -> None:
    page.pictures += 1
    page.large |= box is not None and box.width * box.height * _LARGE >= page.area


def _text(element: etree._Element, box: Box | None, page: Page) -> tuple[Shape, Box] | None:
    place = element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    sort = "" if place is None else place.get("type", "obj")
    if element.find(f"{P}spPr/{A}blipFill") is not None:
        _picture(box, page)
    body = element.find(f"{P}txBody")
    if body is None or sort in _FURNITURE:
        return None
    known = Place(None, Styles()) if place is None else page.places(sort, place.get("idx", "0"))
    if struck_words(body):
        page.slide.remarks.append(STRUCK)
    lines = lines_of(body, known.styles)
    if sort in _TITLES and not page.slide.title:
        page.slide.title = " ".join(line.text for line in lines)
        page.slide.level = 1 if sort == "ctrTitle" else page.slide.level
        return None
    if sort == "subTitle":
        lines = [Line(line.text) for line in lines]
    return Shape(lines, movable=place is None), box or known.box or Box(0, 0, 0, 0)


def _graphic(element: etree._Element, page: Page) -> Shape:
    data = element.find(f"{A}graphic/{A}graphicData")
    sort = "" if data is None else data.get("uri", "")
    if data is None:
        return Shape()
    table = data.find(f"{A}tbl")
    if table is not None:
        if any(struck_words(body) for body in table.iter(f"{A}txBody")):
            page.slide.remarks.append(STRUCK)
        return Shape(rows=rows_of(table, page.colours))
    if sort.endswith("/diagram"):
        relations = data.find("{*}relIds")
        found = None if relations is None else page.part(relations.get(f"{_R}dm", ""))
        page.slide.remarks.append(DIAGRAM)
        return Shape([] if found is None else diagram_lines(found))
    if "/chart" in sort:
        page.slide.remarks.append(CHART)
        chart = next(iter(data), None)
        found = None if chart is None else page.part(chart.get(f"{_R}id", ""))
        title = "" if found is None else chart_title(found)
        return Shape([Line(title)] if title else [])
    page.slide.remarks.append(OBJECT)
    return Shape()


def _box(element: etree._Element) -> Box | None:
    found = element.find(f"{P}xfrm")
    if found is None:
        found = element.find(f"./*/{A}xfrm")
    return None if found is None else box_of(found)


def box_of(transform: etree._Element) -> Box | None:
    """The box that a transform says, or nothing where it is not whole."""
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    written = (offset.get("x", ""), offset.get("y", ""), extent.get("cx", ""), extent.get("cy", ""))
    if not all(_WHOLE.fullmatch(one) for one in written):
        return None
    return Box(*map(int, written))
