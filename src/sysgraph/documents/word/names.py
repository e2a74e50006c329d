"""The names of WordprocessingML (ECMA-376, part 1, 17) as lxml has them, and its small values."""

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset({"0", "false", "off", "none"})
_WHOLE = re.compile(r"\s*(-?\d{1,9})(?:\.\d+)?\s*")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """An attribute of an element that may not be there."""
    return None if element is None else element.get(f"{W}{attribute}")


def number(written: str | None, otherwise: int = 0) -> int:
    """A whole number; what is none is as if nothing were written."""
    found = _WHOLE.fullmatch(written) if written else None
    return int(found[1]) if found else otherwise


def on(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a property is set, or nothing where the element does not say."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else (value(found) or "on") not in _OFF


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """What is to be read of content that is written in several ways: the first, which the others stand in for."""
    first = alternatives.find(f"{MC}Choice")
    return alternatives.find(f"{MC}Fallback") if first is None else first
