"""The styles of an OpenDocument spreadsheet, as far as they say something: colours behind cells, sheets not shown."""

import re
from functools import lru_cache

from lxml import etree

from sysgraph.documents.opendocument import Package, name

_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})$")
_DEEPEST = 20  # styles that one may be built upon


class CellStyles:
    """The styles of one file by name."""

    def __init__(self, opened: Package) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        for root in (opened.styles, opened.content):
            for style in root.iter(name("style:style")) if root is not None else ():
                key = (style.get(name("style:family"), ""), style.get(name("style:name"), ""))
                self._styles[key] = style
        self.fill = lru_cache(maxsize=4096)(self._fill)

    def hides_sheet(self, style: str) -> bool:
        """Whether sheets of this style are hidden."""
        found = self._styles.get(("table", style))
        properties = found.find(name("style:table-properties")) if found is not None else None
        return properties is not None and properties.get(name("table:display")) == "false"

    def _fill(self, style: str) -> str | None:
        """The colour as RRGGBB behind cells of this style, or nothing."""
        for _ in range(_DEEPEST):
            found = self._styles.get(("table-cell", style))
            if found is None:
                return None
            properties = found.find(name("style:table-cell-properties"))
            written = properties.get(name("fo:background-color"), "") if properties is not None else ""
            if written:
                match = _COLOUR.match(written)
                return match[1].upper() if match else None
            style = found.get(name("style:parent-style-name"), "")
        return None
