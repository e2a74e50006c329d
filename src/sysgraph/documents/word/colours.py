"""The colours behind the words of a cell (ECMA-376, 17.3.5): plans rate by colour, often by nothing else.

The stripes of a table's style are not looked at: they colour a cell for its place, not for what is said in it.
"""

import re

from lxml import etree

from sysgraph.documents.word.names import W, value

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PERCENT = re.compile(r"pct(\d{1,2})")
_NOT_SEEN = "FFFFFF"
_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF",
    "yellow": "FFFF00",
}  # fmt: skip
_THEME_NAMES = {
    "background1": "lt1", "text1": "dk1", "background2": "lt2", "text2": "dk2", "light1": "lt1", "dark1": "dk1",
    "light2": "lt2", "dark2": "dk2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


class Theme:
    """The colours that a document's theme gives names to."""

    def __init__(self, root: etree._Element | None) -> None:
        self._colours: dict[str, str] = {}
        scheme = None if root is None else root.find(".//{*}clrScheme")
        for one in () if scheme is None else scheme.iterchildren("{*}*"):
            for colour in one.iterchildren("{*}*"):
                self._colours[etree.QName(one).localname] = colour.get("lastClr") or colour.get("val") or ""

    def shading(self, shade: etree._Element | None) -> str | None:
        """The colour that a shading shows, as RRGGBB; nothing for white, which nobody sees."""
        if shade is None:
            return None
        pattern = value(shade) or "clear"
        ground = self._colour(shade, "fill", "themeFill")
        if pattern == "solid":
            return _seen(self._colour(shade, "color", "themeColor") or "000000")
        if (percent := _PERCENT.fullmatch(pattern)) and ground != "000000":
            ink = self._colour(shade, "color", "themeColor") or "000000"
            return _seen(_mixed(ink, ground or _NOT_SEEN, int(percent[1]) / 100))
        return _seen(ground)

    def marker(self, colour: str | None) -> str | None:
        """The colour of a marker's name or a shading's figures, as RRGGBB."""
        found = _MARKERS.get(colour or "", colour or "")
        return _seen(found.upper()) if _HEX.fullmatch(found) else None

    def _colour(self, shade: etree._Element, plain: str, theme: str) -> str | None:
        written = value(shade, plain) or ""
        if _HEX.fullmatch(written):
            return written.upper()  # Word writes what the theme's colour comes to
        name = value(shade, theme) or ""
        found = self._colours.get(_THEME_NAMES.get(name, name), "")
        if not _HEX.fullmatch(found):
            return None
        for part, towards in (("Tint", _NOT_SEEN), ("Shade", "000000")):
            share = value(shade, f"{theme}{part}")
            if share and re.fullmatch(r"[0-9A-Fa-f]{1,2}", share):
                found = _mixed(found, towards, int(share, 16) / 255)
        return found.upper()


def fill_of(cell: etree._Element, theme: Theme) -> str | None:
    """The colour of a cell: its own, else that of its first paragraph that has any."""
    own = theme.shading(cell.find(f"{W}tcPr/{W}shd"))
    if own is not None:
        return own
    shades = (theme.shading(shade) for shade in cell.iterfind(f"{W}p/{W}pPr/{W}shd"))
    return next(filter(None, shades), None)


def _mixed(one: str, other: str, share: float) -> str:
    parts = (round(number_of(one, at) * share + number_of(other, at) * (1 - share)) for at in (0, 2, 4))
    return "".join(f"{part:02X}" for part in parts)


def number_of(colour: str, at: int) -> int:
    """The strength of red (0), green (2) or blue (4) in a colour."""
    return int(colour[at : at + 2], 16)


def _seen(colour: str | None) -> str | None:
    return None if colour == _NOT_SEEN else colour
