"""Word documents: headings, paragraphs, lists, tables, notes and text boxes as Word shows them.

Word has no pages in the file: the marks that it leaves where a page once ended are as old as the last printing.
"""

from collections.abc import Iterator

from lxml import etree

from sysgraph.documents.file import File
from sysgraph.documents.texts import Block, Omissions, put_together
from sysgraph.documents.word.body import Body
from sysgraph.documents.word.names import R, W, on, value
from sysgraph.documents.word.package import opened
from sysgraph.model import Document


def read_docx(file: File) -> Document:
    """The document that a Word file holds; it has no pages.

    Raises:
        DocumentError: where the file is none, wants a password, is damaged, or holds no words.
    """
    return put_together(file, "docx", _Word(file))


class _Word:
    """A Word file as its text is put together."""

    def __init__(self, file: File) -> None:
        self.omissions = Omissions()
        self._package = opened(file)
        self._body = Body(self._package, self.omissions)

    def blocks(self) -> Iterator[Block]:
        """The blocks of the body; then what is written in the margin is counted."""
        yield from self._body.blocks(self._package.body)
        comments = self._package.part("comments")
        self.omissions.comments += [] if comments is None else [self._body.text(one) for one in comments]

    def header(self, *, first: bool) -> str:
        """The words of the first section's header: of its first page alone, or of the others."""
        section = next(self._package.body.iter(f"{W}sectPr"), None)
        if section is None or (first and not on(section, "titlePg")):
            return ""
        kind = "first" if first else "default"
        links = (one.get(f"{R}id") for one in section.iterfind(f"{W}headerReference") if value(one, "type") == kind)
        root: etree._Element | None = self._package.linked(next(links, None) or "")
        return "" if root is None else self._body.text(root)
