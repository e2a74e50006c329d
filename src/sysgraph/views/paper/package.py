"""The file around a Word document: what it says of itself, in which language, and bytes that are always the same."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sysgraph.views.console import plain
from sysgraph.views.figure.canvas import Picture
from sysgraph.views.paper.content import Paper

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "en-GB"
_MADE = datetime(2000, 1, 1)  # the same graph gives the same file
_LONGEST_ALT = 4000


def finished(document: "Document", paper: Paper) -> bytes:
    """The document as bytes, its properties and language set."""
    told = document.core_properties
    told.title, told.subject = plain(paper.title), plain(paper.about)
    told.language, told.author, told.last_modified_by = LANGUAGE, "sysgraph", "sysgraph"
    told.keywords, told.comments = "governance; accountability; gaps", "Made by sysgraph from the documents it names."
    told.created = told.modified = _MADE
    told.revision = 1
    _speak(document)
    stream = BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _speak(document: "Document") -> None:
    """Nothing; all text of the document is in British English unless it says otherwise."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    styles: Any = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    normal: Any = document.styles["Normal"].element.get_or_add_rPr()
    if normal.find(qn("w:lang")) is None:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGE)
        normal.append(language)


def describe(properties: Any, picture: Picture) -> None:
    """Nothing; the properties of a drawing hold its name and what it shows in words."""
    properties.set("name", plain(picture.title)[:200])
    properties.set("title", plain(picture.title)[:200])
    text = " ".join(plain(line) for line in picture.description.split("\n"))
    properties.set("descr", text if len(text) <= _LONGEST_ALT else f"{text[: _LONGEST_ALT - 1]}…")


def repacked(data: bytes) -> bytes:
    """The same archive, with no time of its making in it."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), ZIP_DEFLATED)
    return stream.getvalue()
