"""What the styles of a Word document say of its paragraphs: headings, numbers, bold letters (ECMA-376, 17.7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from sysgraph.documents.word.names import W, number, on, value

# Word keeps the English names of its own styles in the file whatever language it shows them in; only their ids differ.
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc [1-9]|toc heading|table of figures|table of authorities|index [1-9])", re.IGNORECASE)
_LIST_BULLET = re.compile(r"list bullet(?: ([2-5]))?", re.IGNORECASE)
_BODY_TEXT = 9  # the outline level that is none
_LONGEST_CHAIN = 20


class Numbered(NamedTuple):
    """Which list a paragraph is numbered by, and its level in it, from 0, where that is said."""

    identifier: str
    level: int | None
    style: str | None


class _Facts(NamedTuple):
    """What a style says of the paragraphs, and of the letters, that have it."""

    level: int  # of a heading, from 1
    contents: bool
    depth: int
    numbered: Numbered | None
    bold: bool | None


@dataclass(frozen=True, slots=True)
class _Style:
    identifier: str
    name: str
    based_on: str | None
    paragraph: etree._Element | None
    run: etree._Element | None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        for one in () if root is None else root.iterchildren(f"{W}style"):
            style = _Style(
                value(one, "styleId") or "",
                (value(one.find(f"{W}name")) or "").strip(),
                value(one.find(f"{W}basedOn")),
                one.find(f"{W}pPr"),
                one.find(f"{W}rPr"),
            )
            self._styles[style.identifier] = style
            if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on"):
                self._default = style.identifier
        self._facts = lru_cache(maxsize=None)(self._read)

    def of(self, properties: etree._Element | None) -> str | None:
        """The id of the style that a paragraph has."""
        found = None if properties is None else value(properties.find(f"{W}pStyle"))
        return found if found in self._styles else self._default

    def heading_level(self, properties: etree._Element | None) -> int:
        """The level of the heading that a paragraph is, from 1; 0 for none."""
        own = None if properties is None else properties.find(f"{W}outlineLvl")
        return self._facts(self.of(properties)).level if own is None else _level(own)

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is a line of a table of contents, whose words stand in the headings."""
        return self._facts(self.of(properties)).contents

    def bullet_depth(self, properties: etree._Element | None) -> int:
        """The depth of the list that the style's name says, where the file does not define its marks; else 0."""
        return self._facts(self.of(properties)).depth

    def numbered(self, properties: etree._Element | None) -> Numbered | None:
        """Which list numbers a paragraph, by itself or by its style, or nothing."""
        identifier, level = _numbering(properties)
        if identifier is not None:
            return Numbered(identifier, level, None)
        found = self._facts(self.of(properties)).numbered
        return found if found is None or level is None else found._replace(level=level)

    def list_of(self, style: str) -> str | None:
        """The list that a list style stands for."""
        found = self._styles.get(style)
        return _numbering(found.paragraph)[0] if found else None

    def is_strong(self, properties: etree._Element | None, run: etree._Element | None) -> bool:
        """Whether the letters of a run of a paragraph are bold, or underlined."""
        underlined = None if run is None else value(run.find(f"{W}u"))
        if underlined not in (None, "none"):
            return True
        own = on(run, "b")
        character = None if run is None else value(run.find(f"{W}rStyle"))
        if own is None and character:
            own = self._facts(character).bold
        return bool(self._facts(self.of(properties)).bold if own is None else own)

    def _read(self, style: str | None) -> _Facts:
        """What a style says, with what it takes over from those that it is based on."""
        chain = list(self._chain(style))
        level, numbered = None, None
        for one in chain:
            identifier, own = _numbering(one.paragraph)
            level = own if level is None else level
            if identifier is not None:
                numbered = Numbered(identifier, level, one.identifier)
                break
        depths = (int(found[1] or 1) for one in chain if (found := _LIST_BULLET.fullmatch(one.name)))
        return _Facts(
            max(next(filter(None, map(_heading_of, chain)), 0), 0),
            any(_CONTENTS.fullmatch(one.name) for one in chain),
            next(depths, 0),
            numbered,
            next((bold for one in chain if (bold := on(one.run, "b")) is not None), None),
        )

    def _chain(self, style: str | None) -> Iterator[_Style]:
        """A style, the one that it is based on, and so on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style) if style else None
            if found is None:
                return
            yield found
            style = found.based_on


def _heading_of(style: _Style) -> int | None:
    """The level that a style says: -1 where it says that it is body text, None where it says nothing."""
    own = None if style.paragraph is None else style.paragraph.find(f"{W}outlineLvl")
    if own is not None:
        return _level(own) or -1
    if found := _HEADING.fullmatch(style.name):
        return int(found[1])
    return 1 if style.name.lower() == "title" else None


def _level(outline: etree._Element) -> int:
    found = number(value(outline), _BODY_TEXT)
    return found + 1 if 0 <= found < _BODY_TEXT else 0


def _numbering(properties: etree._Element | None) -> tuple[str | None, int | None]:
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is None:
        return None, None
    level = value(found.find(f"{W}ilvl"))
    return value(found.find(f"{W}numId")), None if level is None else number(level)
