"""The colours behind the cells of an Excel workbook, however they are written: outright, by theme, or by number."""

import colorsys
import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

_RGB = re.compile(r"^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$")
# A workbook writes the colours of its theme in another order than the theme does.
_ORDER = tuple("lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split())
_USUAL = dict(
    zip(
        _ORDER,
        "FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080".split(),
        strict=True,
    )
)


class Palette:
    """The theme and the numbered colours of one workbook."""

    def __init__(self, theme: bytes | None, indexed: Sequence[str]) -> None:
        self._theme = _theme(theme) if theme else [_USUAL[name] for name in _ORDER]
        self._indexed = indexed

    def fill(self, fill: Any) -> str | None:
        """The colour as RRGGBB of a fill that covers its cell evenly, else nothing."""
        if getattr(fill, "patternType", None) != "solid":
            return None
        colour = fill.fgColor
        if colour.type == "rgb" and isinstance(colour.rgb, str):
            match = _RGB.match(colour.rgb)
            # Eight noughts are how the library says that none is written.
            return match[1].upper() if match and colour.rgb != "00000000" else None
        if colour.type == "theme" and 0 <= colour.theme < len(self._theme):
            return _tinted(self._theme[colour.theme], float(colour.tint or 0))
        if colour.type == "indexed" and 0 <= colour.indexed < len(self._indexed):
            return str(self._indexed[colour.indexed])[-6:].upper()
        return None


def _theme(xml: bytes) -> list[str]:
    """The twelve colours of a theme in the order that a workbook counts them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    found = dict(_USUAL)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return [found[name] for name in _ORDER]
    for element in root.iterfind(".//{*}clrScheme/*"):
        name = etree.QName(element).localname
        for colour in element:
            value = colour.get("lastClr") or colour.get("val") or ""
            if name in found and _RGB.match(value):
                found[name] = value[-6:].upper()
    return [found[name] for name in _ORDER]


def _tinted(colour: str, tint: float) -> str:
    """A colour made darker (to -1) or lighter (to 1)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
