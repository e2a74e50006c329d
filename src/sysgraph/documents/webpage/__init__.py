"""Web pages: headings, paragraphs, lists and tables, without the page's menus and what it does not show."""

import re
from typing import Any, cast

from lxml import etree

from sysgraph.documents.assembly import Assembly
from sysgraph.documents.budget import CHARACTERS_A_PAGE, reached
from sysgraph.documents.file import File
from sysgraph.documents.webpage.decoding import decoded
from sysgraph.documents.webpage.flow import DEEPEST_TABLE, Flow
from sysgraph.documents.webpage.grid import MOST_ROOM, Frame, Words, room_of
from sysgraph.documents.webpage.looks import Look
from sysgraph.documents.wording import tidy
from sysgraph.errors import DocumentError
from sysgraph.model import Document

_MAIN = re.compile(r"<main\b|\brole\s*=\s*[\"']?main\b", re.IGNORECASE)
_NO_TITLE = re.compile(r"^(?:untitled|document|index|home|microsoft (?:word|excel|powerpoint)\b)", re.IGNORECASE)
_REASONS = {
    Look.HIDDEN: ("hidden on the page", "; show them and save the page again if they belong to it"),
    Look.STRUCK: ("struck out", ""),
    Look.FURNITURE: ("of the page's own menu, header or footer", ""),
}


def read_html(file: File) -> Document:
    """The document that a web page holds.

    Raises:
        DocumentError: where the file is no web page, or one without words.
    """
    text = decoded(file)
    reached(max(len(text) // CHARACTERS_A_PAGE, 1))
    flow = Flow(scoped=bool(_MAIN.search(text)))
    # The library's types know targets of one sort of text alone, which none is.
    parser = etree.HTMLParser(target=cast(Any, flow), encoding="utf-8", no_network=True)
    try:
        parser.feed(text.encode("utf-8", errors="replace"))
        parser.close()
    except etree.LxmlError:
        raise DocumentError(
            f"{file.name}: the web page is broken so that it cannot be read; open it in a browser and save it again"
        ) from None
    assembly = Assembly(file, "html", paged=False)
    _Writer(assembly).write(flow)
    _notices(flow, assembly)
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(
            f"{file.name}: there are no words in the page (a page that a program fills is empty when it is saved); "
            "print it to a PDF file, or save what it shows"
        )
    return document


class _Writer:
    """Puts the blocks of a page into a document."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._room = MOST_ROOM
        self._tables = 0

    def write(self, flow: Flow) -> None:
        """Nothing; the page's title stands first where no heading of the first level does."""
        items = flow.page.items
        title = tidy(flow.title.replace("\n", " "))
        headed = any(isinstance(item, Words) and item.form == "heading" and item.level == 1 for item in items)
        if title and not headed and not _NO_TITLE.match(title) and items:
            self._assembly.heading(title, 1)
        self._items(items)

    def _items(self, items: list[Words | Frame]) -> None:
        """As deep as tables lie in one another, which the flow bounds."""
        for item in items:
            if isinstance(item, Frame):
                self._table(item)
            elif item.form == "heading":
                self._assembly.heading(item.text, item.level)
            elif item.form == "bullet":
                self._assembly.bullet(item.text, item.level)
            else:
                self._assembly.paragraph(item.text)

    def _table(self, frame: Frame) -> None:
        if frame.is_layout():
            for box in frame.boxes():
                self._items(box.items)
            return
        rows = frame.rows(self._room)
        self._room -= sum(map(room_of, rows))
        if any(cell.text for row in rows for cell in row):
            self._tables += 1
            self._assembly.table(rows)
        if frame.cut:
            written = sum(bool(line.boxes) for line in frame.lines)
            self._assembly.notice(
                f"table {self._tables}",
                f"it is too large to be read whole: of its {written} rows {len(rows)} were read, and of each row the "
                "first 1,000 columns; save it as a spreadsheet",
            )


def _notices(flow: Flow, assembly: Assembly) -> None:
    for look, (what, advice) in _REASONS.items():
        if count := flow.left_out[look]:
            said = f"1 word that is {what} was" if count == 1 else f"{count} words that are {what} were"
            assembly.notice("", f"{said} not read{advice}")
    if flow.pictures:
        several = "pictures are" if flow.pictures > 1 else "picture is"
        assembly.notice("", f"{flow.pictures} {several} not read; what they show in words is not known")
    if flow.too_deep:
        assembly.notice("", f"tables lie in one another more than {DEEPEST_TABLE} deep; the innermost are read as text")
