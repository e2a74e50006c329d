"""The tables of slides, and the colours behind their cells."""

from collections.abc import Mapping

from lxml import etree

from sysgraph.documents.assembly import RawCell
from sysgraph.documents.slides.words import A, lines_of

_WIDEST = 1_000
_TINTS = ("lumMod", "lumOff", "tint", "shade")


def rows_of(table: etree._Element, colours: Mapping[str, str]) -> list[list[RawCell]]:
    """The grid: what a cell spans to its right is blank beside it, what it reaches down to is carried."""
    rows: list[list[RawCell]] = []
    for written in table.iterfind(f"{A}tr"):
        row: list[RawCell] = []
        for place, cell in enumerate(list(written.iterfind(f"{A}tc"))[:_WIDEST]):
            row.append(_cell(cell, rows[-1][place] if rows and place < len(rows[-1]) else None, colours))
        if row:
            rows.append(row)
    return rows


def _cell(cell: etree._Element, above: RawCell | None, colours: Mapping[str, str]) -> RawCell:
    if _said(cell, "vMerge") and above is not None:
        return RawCell(above.text, carried=True, fill=above.fill, across=above.across)
    fill = _fill(cell.find(f"{A}tcPr"), colours)
    if _said(cell, "hMerge"):
        return RawCell("", fill=fill)
    across = cell.get("gridSpan", "1")
    wide = int(across) if across.isascii() and across.isdigit() and len(across) < 5 else 1
    return RawCell(cell_text(cell), fill=fill, across=max(min(wide, _WIDEST), 1))


def cell_text(cell: etree._Element) -> str:
    """The words of a cell, a line for each paragraph, numbers before those that are numbered."""
    body = cell.find(f"{A}txBody")
    if body is None:
        return ""
    return "\n".join(f"{line.number} {line.text}" if line.number else line.text for line in lines_of(body))


def _said(cell: etree._Element, name: str) -> bool:
    return cell.get(name) in ("1", "true")


def _fill(about: etree._Element | None, colours: Mapping[str, str]) -> str | None:
    """The colour behind a cell as RRGGBB where the cell says one itself, and it is not white."""
    solid = None if about is None else about.find(f"{A}solidFill")
    if solid is None or not len(solid):
        return None
    colour = solid[0]
    name = etree.QName(colour).localname
    value = colour.get("val", "")
    if name == "sysClr":
        value = colour.get("lastClr", "")
    elif name == "schemeClr":
        # A lighter or darker shade of a theme's colour is a decoration, and which one is not worked out.
        value = "" if any(colour.find(f"{A}{tint}") is not None for tint in _TINTS) else colours.get(value, "")
    elif name == "prstClr":
        value = _PRESET.get(value, "")
    found = value.upper()
    sound = len(found) == 6 and all(digit in "0123456789ABCDEF" for digit in found)
    return found if sound and found != "FFFFFF" else None


_PRESET = {
    "red": "FF0000", "green": "008000", "lime": "00FF00", "yellow": "FFFF00", "orange": "FFA500", "blue": "0000FF",
    "black": "000000", "gray": "808080", "grey": "808080",
}  # fmt: skip


def theme_colours(theme: etree._Element | None, master: etree._Element) -> dict[str, str]:
    """The colours that a deck calls by name ("accent1", "bg1"), as RRGGBB."""
    found: dict[str, str] = {}
    if theme is not None:
        for element in theme.iterfind(f".//{A}clrScheme/*"):
            for colour in element:
                found[etree.QName(element).localname] = colour.get("lastClr") or colour.get("val") or ""
    mapped = master.find("{*}clrMap")
    if mapped is not None:
        found |= {str(name): found.get(str(value), "") for name, value in mapped.attrib.items()}
    return found
