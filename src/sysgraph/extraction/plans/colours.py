"""Colours as ratings: what a cell of a status column says that is filled with red, amber or green and has no words."""

import colorsys
from collections.abc import Sequence

from sysgraph.extraction.plans.headers import Role
from sysgraph.model import Row

RATED = (Role.RAG, Role.SECOND_RAG)

_COLOURED = 0.15  # saturation; what has less is white, grey or the tint of a banded table
_DARK, _PALE = 0.25, 0.85  # brightness between which what has no colour is grey
# Where on the wheel of colours each begins, in degrees: red ends where amber begins.
_WHEEL = ((0, "Red"), (15, "Amber"), (52, "Yellow"), (68, "Green"), (170, "Blue"), (260, ""), (340, "Red"))
_BROWN = 0.6  # brightness below which amber is brown


def colour_name(fill: str | None) -> str:
    """The rating that a colour (RRGGBB) is, as its English name; "" for white, for shades and for no colour."""
    if fill is None:
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, brightness = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _COLOURED or brightness < _DARK:
        return "Grey" if _DARK <= brightness <= _PALE else ""
    name = next(name for begins, name in reversed(_WHEEL) if hue * 360 >= begins)
    return "" if name == "Amber" and brightness < _BROWN else name


def ratings(row: Row, roles: Sequence[Role], header: Row | None) -> dict[Role, str]:
    """What the colours of a row's status cells say where they have no words.

    A colour that the header has too, or another cell of the row, only decorates the table.
    """
    found: dict[Role, str] = {}
    plain = {cell.fill for cell, role in zip(row.cells, roles, strict=False) if role not in RATED}
    for index, (cell, role) in enumerate(zip(row.cells, roles, strict=False)):
        above = header.cells[index].fill if header and index < len(header.cells) else None
        if role in RATED and not cell.text.strip() and cell.fill not in {*plain, above}:
            found[role] = colour_name(cell.fill)
    return {role: name for role, name in found.items() if name}
