"""From the blocks of a word processor's file to a document."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from sysgraph.documents.assembly import Assembly
from sysgraph.documents.file import File
from sysgraph.documents.texts.blocks import Block, Grid, Line
from sysgraph.documents.texts.omissions import Omissions
from sysgraph.documents.texts.writer import Writer
from sysgraph.documents.wording import looks_like_heading, tidy
from sysgraph.errors import DocumentError
from sysgraph.model import Document

_PAGE_NUMBER = re.compile(r"^\W*page\b.{0,20}$", re.IGNORECASE)


class Text(Protocol):
    """What a format knows of one file; the omissions are complete when the blocks have been read."""

    omissions: Omissions

    def blocks(self) -> Iterator[Block]:
        """The blocks in reading order."""

    def header(self, *, first: bool) -> str:
        """The words of the header of the first page, "" where it has none of its own; or of the others."""


def put_together(file: File, format_: str, text: Text) -> Document:
    """The document that a file holds.

    Headers and footers are furniture. A first page's own header is read, since it may hold the title; and where a
    document opens with a table, as plans often do, its header is the only title that it has.

    Raises:
        DocumentError: where it holds no words, or they lie too deep.
    """
    assembly = Assembly(file, format_, paged=False)
    writer = Writer(assembly)
    try:
        blocks = list(text.blocks())
        writer.write([*_header(text, blocks), *blocks])
    except RecursionError:
        raise DocumentError(
            f"{file.name}: tables and boxes lie in one another too deep to be read; "
            "open it in the program that made it, save it as a PDF and build anew"
        ) from None
    writer.finish()
    text.omissions.tell(assembly)
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(
            f"{file.name}: there are no words in the document; if it is made of pictures, save it as a PDF and "
            "build with --ocr"
        )
    return document


def _header(text: Text, blocks: Sequence[Block]) -> list[Line]:
    """The lines of the header that may hold the title."""
    wordy = (one for one in blocks if isinstance(one, Grid) or (isinstance(one, Line) and one.text.strip()))
    opening = next(wordy, None)
    untitled = isinstance(opening, Grid) and not opening.is_frame()
    words = text.header(first=True) or (text.header(first=False) if untitled else "")
    lines = [Line(line) for line in tidy(words).split("\n") if line and not _PAGE_NUMBER.match(line)]
    for line in lines if untitled else ():
        if looks_like_heading(line.text):
            line.level = 1
            break
    return lines
