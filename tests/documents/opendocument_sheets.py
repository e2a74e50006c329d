"""Writes OpenDocument spreadsheets as LibreOffice does: styles by name, what repeats said once."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from sysgraph.documents.opendocument import NAMES

_SPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in NAMES.items())
_MORE = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def spreadsheet(path: Path, tables: str, styles: str = "") -> Path:
    """The path of a spreadsheet with these tables and automatic styles."""
    content = (
        f"<office:document-content {_SPACES} {_MORE}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("content.xml", content.encode())
    return path


def table(name: str, *rows: str, style: str = "") -> str:
    """A sheet of rows."""
    return (
        f"<table:table table:name={quoteattr(name)} table:style-name={quoteattr(style)}>{''.join(rows)}</table:table>"
    )


def row(*cells: str, **attributes: str) -> str:
    """A row of cells, each words or XML."""
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row{_written(attributes)}>{inside}</table:table-row>"


def cell(words: str = "", inside: str = "", **attributes: str) -> str:
    """A cell with words, a paragraph for each line."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in words.split("\n") if line)
    return f"<table:table-cell{_written(attributes)}>{lines}{inside}</table:table-cell>"


def covered(times: int = 1) -> str:
    """Cells that a merged one covers."""
    return f'<table:covered-table-cell table:number-columns-repeated="{times}"/>'


def fill_style(name: str, colour: str) -> str:
    """A style of cells with this colour."""
    return (
        f'<style:style style:name="{name}" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="{colour}"/></style:style>'
    )


def _written(attributes: Mapping[str, str]) -> str:
    """The attributes: `style` for the style, `office_…` for those of values, `table_…` and others of tables."""
    short = {"style": "table:style-name", "across": "table:number-columns-spanned", "down": "table:number-rows-spanned"}
    short |= {"times": "table:number-columns-repeated", "rows": "table:number-rows-repeated"}
    named = ((short.get(key, key.replace("__", ":").replace("_", "-")), value) for key, value in attributes.items())
    return "".join(f" {key}={quoteattr(value)}" for key, value in named)
