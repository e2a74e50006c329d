"""What the styles of an OpenDocument text say of its words: headings, bold letters, colours, widths, lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sysgraph.documents.opendocument import Package, name

_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})")
_HEADING = re.compile(r"Heading_20_([1-9]|10)")
_LENGTH = re.compile(r"(\d{1,5}(?:\.\d{1,6})?)(mm|cm|in|pt|pc)")
_TWENTIETHS = {"mm": 56.7, "cm": 567.0, "in": 1440.0, "pt": 20.0, "pc": 240.0}  # of a point
_LONGEST_CHAIN = 20
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class Look:
    """How words look."""

    strong: bool = False
    hidden: bool = False
    struck: bool = False
    colour: str | None = None  # behind them


class Styles:
    """The styles of a text by family ("paragraph", "table-cell") and name."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._levels: dict[str, int] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        for root in filter(lambda root: root is not None, (package.styles, package.content)):
            assert root is not None
            for style in root.iter(name("style:style")):
                family, called = style.get(name("style:family"), ""), style.get(name("style:name"), "")
                self._styles[family, called] = style
            for style in root.iter(name("text:list-style")):
                self.lists[style.get(name("style:name"), "")] = style
            found = next(root.iter(name("text:outline-style")), None)
            self.outline = self.outline if found is None else found

    def heading_level(self, paragraph: etree._Element) -> int:
        """The level of the heading that a paragraph's style says, from 1; 0 for none."""
        called = paragraph.get(name("text:style-name"), "")
        if called not in self._levels:
            bases = (style.get(name("style:parent-style-name"), "") for style in self._chain("paragraph", called))
            self._levels[called] = next(filter(None, map(_heading_of, (called, *bases))), 0)
        return self._levels[called]

    def list_of(self, paragraph: etree._Element) -> str:
        """The name of the list style that a paragraph's style brings along, or ""."""
        for style in self._chain("paragraph", paragraph.get(name("text:style-name"), "")):
            if found := style.get(name("style:list-style-name")):
                return found
        return ""

    def look(self, family: str, element: etree._Element, around: Look) -> Look:
        """How the words of a paragraph, or a part of one ("text"), look."""
        said: dict[str, str] = {}
        for style in self._chain(family, element.get(name("text:style-name"), "")):
            for properties in style.iterchildren(name("style:text-properties")):
                said = {**{str(key): str(value) for key, value in properties.items()}, **said}
        if not said:
            return around
        weight, line = said.get(name("fo:font-weight")), said.get(name("style:text-underline-style"))
        strong = around.strong if weight is None else weight in _BOLD
        struck = said.get(name("style:text-line-through-style"))
        return Look(
            strong or (line is not None and line != "none"),
            around.hidden or said.get(name("text:display")) == "none",
            around.struck if struck is None else struck != "none",
            _colour(said.get(name("fo:background-color"))) or around.colour,
        )

    def fill(self, element: etree._Element, family: str) -> str | None:
        """The colour behind a cell ("table-cell") or row ("table-row"); nothing for white, which nobody sees."""
        attribute = "table:style-name" if family.startswith("table") else "text:style-name"
        for style in self._chain(family, element.get(name(attribute), "")):
            for properties in style.iterchildren(name(f"style:{family}-properties")):
                said = properties.get(name("fo:background-color"))
                if said is not None:
                    return _colour(said)
        return None

    def width(self, column: etree._Element) -> int:
        """The width of a column in twentieths of a point, 0 where it is not said."""
        for style in self._chain("table-column", column.get(name("table:style-name"), "")):
            for properties in style.iterchildren(name("style:table-column-properties")):
                if found := _LENGTH.fullmatch(properties.get(name("style:column-width"), "")):
                    return round(float(found[1]) * _TWENTIETHS[found[2]])
        return 0

    def _chain(self, family: str, called: str) -> Iterator[etree._Element]:
        """A style, the one that it is based on, and so on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get((family, called))
            if found is None:
                return
            yield found
            called = found.get(name("style:parent-style-name"), "")


def _heading_of(called: str) -> int:
    """The level that the name of a style says: LibreOffice keeps the English ones of its own, spaces written _20_."""
    found = _HEADING.fullmatch(called)
    return int(found[1]) if found else int(called == "Title")


def _colour(said: str | None) -> str | None:
    found = _COLOUR.fullmatch(said) if said else None
    return None if found is None or found[1].upper() == "FFFFFF" else found[1].upper()
