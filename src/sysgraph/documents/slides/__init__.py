"""Slides: PowerPoint's .pptx and its kin, each slide with its title, texts, tables, diagrams and speaker's notes."""

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from sysgraph.documents import archive
from sysgraph.documents.assembly import Assembly
from sysgraph.documents.file import File
from sysgraph.documents.slides.deck import Deck, Slide
from sysgraph.documents.slides.shapes import P, Page, Place, box_of, read_shapes
from sysgraph.documents.slides.tables import theme_colours
from sysgraph.documents.slides.words import A, Styles, lines_of
from sysgraph.errors import DocumentError
from sysgraph.model import Document

if TYPE_CHECKING:
    from pptx.slide import Slide as LibrarySlide

_TYPES = "[Content_Types].xml"
_OTHER_MAINS = (b".slideshow.main+xml", b".template.main+xml", b".slideshow.macroEnabled.main+xml")
_HIDDEN = "the slide is hidden when the slides are shown, and was read all the same"
_COMMENTS = "comments in the margin are no part of the slide, and were not read"


@dataclass(frozen=True, slots=True)
class _Raw:
    """One slide as the library has it: XML, and what is to be asked of other parts."""

    element: Any
    layout: Any
    master: Any
    part: Any
    notes: Any | None
    commented: bool


def read_pptx(file: File) -> Document:
    """The document that a presentation holds.

    Raises:
        DocumentError: where the file is damaged, wants a password, is no presentation, or has no words.
    """
    area, slides = _opened(_as_presentation(file), file)
    assembly = Assembly(file, "pptx", paged=False)
    deck = Deck(assembly)
    for number, raw in enumerate(slides, start=1):
        deck.add(_slide(number, raw, area, file))
    deck.finish()
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(
            f"{file.name}: there are no words on the slides (pictures have none); "
            "save them as .pdf and build with --ocr"
        )
    return document


def _as_presentation(file: File) -> bytes:
    """The bytes of the file; those of a slide show or template as if it were a presentation, which it is otherwise."""
    with archive.opened(file) as opened:
        types = archive.part(opened, _TYPES, file) or b""
        for part in opened.infolist():
            if part.filename.endswith((".xml", ".rels")) and part.file_size > archive.MOST_XML:
                archive.part(opened, part.filename, file)  # tells that it is too long
        if not any(other in types for other in _OTHER_MAINS):
            return file.data
        for other in _OTHER_MAINS:
            types = types.replace(other, b".presentation.main+xml")
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as copy:
            for part in opened.infolist():
                copy.writestr(part.filename, types if part.filename == _TYPES else opened.read(part))
        return written.getvalue()


def _opened(data: bytes, file: File) -> tuple[int, list[_Raw]]:
    """How large a slide is, and the slides."""
    try:
        opened = Presentation(io.BytesIO(data))
        slides = [_raw(one) for one in opened.slides]
        return int(opened.slide_width or 0) * int(opened.slide_height or 0), slides
    except Exception:  # the library answers a broken part with whatever error it runs into
        raise archive.damaged(file) from None


def _raw(slide: "LibrarySlide") -> _Raw:
    layout = slide.slide_layout
    commented = any(relation.reltype.endswith("/comments") for relation in slide.part.rels.values())
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    body = None if notes is None else notes._txBody
    return _Raw(slide.element, layout.element, layout.slide_master, slide.part, body, commented)


def _slide(number: int, raw: _Raw, area: int, file: File) -> Slide:
    slide = Slide(number, level=1 if raw.layout.get("type") == "secHead" else 2)
    master = raw.master.element
    places = _Places(raw.layout, master)
    colours = theme_colours(_tree(raw.master.part, RELATIONSHIP_TYPE.THEME, file), master)
    tree = raw.element.find(f"{P}cSld/{P}spTree")
    if tree is not None:
        read_shapes(tree, Page(area, places.of, lambda name: _tree(raw.part, name, file), colours, slide))
    if raw.element.get("show") in ("0", "false"):
        slide.remarks.append(_HIDDEN)
    if raw.commented:
        slide.remarks.append(_COMMENTS)
    if raw.notes is not None:
        slide.notes = lines_of(raw.notes)
    return slide


def _tree(part: Any, relation: str, file: File) -> etree._Element | None:
    """The XML of the part to which another has a relationship of this id or type, or nothing where there is none."""
    try:
        other = part.part_related_by(relation) if "/" in relation else part.related_part(relation)
    except (KeyError, ValueError):
        return None
    return archive.tree(other.blob, file)


class _Places:
    """The places that a layout and its master have for titles, texts and the like."""

    def __init__(self, layout: etree._Element, master: etree._Element) -> None:
        self._of_layout = list(layout.iterfind(f"{P}cSld/{P}spTree//{P}sp"))
        self._of_master = list(master.iterfind(f"{P}cSld/{P}spTree//{P}sp"))
        self._body = master.find(f"{P}txStyles/{P}bodyStyle")

    def of(self, sort: str, number: str) -> Place:
        """The place of this sort and number: its box, and the styles of its paragraphs from near to far."""
        near = next((one for one in self._of_layout if _ph(one).get("idx", "0") == number and _is_ph(one)), None)
        is_title = sort in ("title", "ctrTitle")
        main = ("title",) if is_title else ("body",)
        far = next((one for one in self._of_master if _is_ph(one) and _ph(one).get("type", "obj") in main), None)
        bodies = (one.find(f"{P}txBody/{A}lstStyle") for one in (near, far) if one is not None)
        styles = [one for one in bodies if one is not None]
        if self._body is not None and not is_title:
            styles.append(self._body)
        transforms = (one.find(f"{P}spPr/{A}xfrm") for one in (near, far) if one is not None)
        box = next((box_of(one) for one in transforms if one is not None), None)
        return Place(box, Styles(styles))


def _is_ph(shape: etree._Element) -> bool:
    return shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None


def _ph(shape: etree._Element) -> etree._Element:
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return shape if found is None else found
