"""What the mark-up of an element says of how it looks: hidden, struck out, bold, coloured."""

import re
from collections.abc import Mapping

Attributes = Mapping[str, str]


class Look:
    """How an element changes what stands in it; one element may do several of these."""

    UNSEEN = 1  # never shown to anybody: scripts, styles, forms
    FURNITURE = 2  # the page's menus, header and footer
    HIDDEN = 4  # words that the page does not show
    STRUCK = 8
    BOLD = 16
    KEPT = 32  # line ends stand as they are
    LABEL = 64  # the number or mark of a list's line, written as words
    MARK = 128  # a raised figure that points to a note


LEFT_OUT = (Look.UNSEEN, Look.FURNITURE, Look.HIDDEN, Look.STRUCK)
"""What makes words go unread."""

_UNSEEN = frozenset(
    "script style template noscript iframe object applet audio video canvas svg math select datalist textarea button "
    "xml noframes map".split()
)
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar"})
_DECLARED = {
    "display": (("none", Look.HIDDEN),),
    "visibility": (("hidden", Look.HIDDEN), ("collapse", Look.HIDDEN)),
    "mso-hide": (("all", Look.HIDDEN),),
    "mso-element": (("comment-list", Look.HIDDEN), ("comment", Look.HIDDEN)),
    "mso-list": (("ignore", Look.LABEL),),
    "text-decoration": (("line-through", Look.STRUCK),),
    "text-decoration-line": (("line-through", Look.STRUCK),),
    "font-weight": (("bold", Look.BOLD), ("700", Look.BOLD), ("800", Look.BOLD)),
    "white-space": (("pre", Look.KEPT), ("pre-wrap", Look.KEPT), ("pre-line", Look.KEPT)),
}
_COLOURS = {
    "white": "FFFFFF", "black": "000000", "silver": "C0C0C0", "gray": "808080", "grey": "808080", "maroon": "800000",
    "red": "FF0000",
    "purple": "800080", "fuchsia": "FF00FF", "green": "008000", "lime": "00FF00", "olive": "808000",
    "yellow": "FFFF00", "navy": "000080", "blue": "0000FF", "teal": "008080", "aqua": "00FFFF", "orange": "FFA500",
    "gold": "FFD700", "darkred": "8B0000", "crimson": "DC143C", "firebrick": "B22222", "tomato": "FF6347",
    "orangered": "FF4500", "darkorange": "FF8C00", "lightgreen": "90EE90", "limegreen": "32CD32",
    "forestgreen": "228B22", "darkgreen": "006400", "seagreen": "2E8B57", "lightblue": "ADD8E6",
    "skyblue": "87CEEB", "royalblue": "4169E1", "dodgerblue": "1E90FF", "lightgrey": "D3D3D3",
    "lightgray": "D3D3D3", "darkgrey": "A9A9A9", "darkgray": "A9A9A9", "pink": "FFC0CB",
}  # fmt: skip
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2}|[0-9a-f])?")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]+)%?\s*)?\)")
_ONE_CLASS = re.compile(r"(?:[a-z][a-z0-9]*)?\.([\w-]+)")


_BY_TAG: dict[str, int] = {
    **dict.fromkeys(_UNSEEN, Look.UNSEEN),
    **dict.fromkeys(("del", "s", "strike"), Look.STRUCK),
    **dict.fromkeys(("b", "strong"), Look.BOLD),
    **dict.fromkeys(("pre", "listing", "xmp"), Look.KEPT),
    "nav": Look.FURNITURE,
}


def look_of(tag: str, attributes: Attributes) -> int:
    """How an element changes what stands in it, by its name, its role, and what it declares."""
    look = _BY_TAG.get(tag, 0)
    if not attributes:
        return look
    if attributes.get("role", "").lower() in _FURNITURE_ROLES:
        look |= Look.FURNITURE
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        look |= Look.HIDDEN
    for name, value in declarations(attributes.get("style", "")):
        for word, said in _DECLARED.get(name, ()):
            if word in value.split():
                look |= said
    return look


def declarations(style: str) -> list[tuple[str, str]]:
    """What a style says, each name with its value, in small letters."""
    if not style:
        return []
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return [(name.strip(), value.replace("!important", " ").strip()) for name, _, value in pairs]


def fill_of(attributes: Attributes, classes: Mapping[str, str]) -> str | None:
    """The background colour of an element as RRGGBB, or nothing; `classes` are those that the page's styles colour."""
    found = _declared_fill(attributes.get("style", "")) or colour(attributes.get("bgcolor", ""))
    if found is None:
        found = next((classes[one] for one in attributes.get("class", "").split() if one in classes), None)
    return found


def coloured_classes(css: str) -> dict[str, str]:
    """The background colours that a page's styles give to classes."""
    found = {}
    for rule in css.split("}"):
        selectors, _, body = rule.partition("{")
        if fill := _declared_fill(body):
            for selector in selectors.split(","):
                if match := _ONE_CLASS.fullmatch(selector.strip()):
                    found[match[1]] = fill
    return found


def _declared_fill(style: str) -> str | None:
    for name, value in declarations(style):
        if name in ("background", "background-color"):
            found = colour(value)
            if found:
                return found
            return next((said for word in value.split() if (said := colour(word))), None)
    return None


def colour(written: str) -> str | None:
    """A colour as RRGGBB: #FC0, #FFCC00, rgb(255, 204, 0) or a name; nothing for what is none, or cannot be seen."""
    text = written.strip().lower()
    if text in _COLOURS:
        return _COLOURS[text]
    if match := _HEX.fullmatch(text):
        digits = match[1] if len(match[1]) == 6 else "".join(2 * one for one in match[1])
        return digits.upper()
    if match := _RGB.fullmatch(text):
        if match[4] is not None and not match[4].strip("0."):
            return None
        return "".join(f"{min(int(one), 255):02X}" for one in match.group(1, 2, 3))
    return None
