"""The tag tree of a PDF (its logical structure), as pypdf tells it: `read_tags(data)`.

A tree that loops, is deeper or larger than documents are, or cannot be read at all counts as none: the page is then
read by how it looks.
"""

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, NumberObject, PdfObject

# What pypdf finds odd in a file is nothing that a person can put right: the file is read by how it looks then.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_DEEPEST = 80
_MOST_ELEMENTS = 400_000
_HEADING_STYLE = re.compile(r"^(?:heading|h|überschrift)\s*_?(\d)\b", re.IGNORECASE)
_STANDARD = frozenset(
    (
        "Document DocumentFragment Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private Aside Title "
        "FENote P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference "
        "BibEntry Code Link Annot Sub Em Strong Ruby Warichu Figure Formula Form Artifact"
    ).split()
)


@dataclass(slots=True)
class Element:
    """A part of the tree: its standard type, and in order its marked content, as (page, number), and its parts."""

    kind: str
    children: "list[Element | tuple[int, int]]" = field(default_factory=list)
    down: int = 1
    across: int = 1
    level: int = 0  # of a heading that only its own name tells

    def content(self) -> Iterator[tuple[int, int]]:
        """All marked content below, in order."""
        for child in self.children:
            if isinstance(child, Element):
                yield from child.content()
            else:
                yield child


def read_tags(data: bytes) -> Element | None:
    """The root of the tree, None where there is none or it cannot be read."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        return _Tree(reader).root()
    # pypdf reads objects as it goes, and says of a broken one whatever Python says there.
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, RecursionError):
        return None
    except (NotImplementedError, AssertionError, OverflowError, ImportError):
        return None


class _Tree:
    def __init__(self, reader: pypdf.PdfReader) -> None:
        self._reader = reader
        self._pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(reader.pages, start=1)
            if page.indirect_reference
        }
        self._roles: dict[str, str] = {}
        self._count = 0
        self._seen: set[int] = set()

    def root(self) -> Element | None:
        catalogue = self._reader.root_object
        tree = _object(catalogue.get("/StructTreeRoot"))
        if not isinstance(tree, DictionaryObject):
            return None
        roles = _object(tree.get("/RoleMap"))
        if isinstance(roles, DictionaryObject):
            self._roles = {str(name)[1:]: str(_object(role))[1:] for name, role in roles.items()}
        root = Element("Document")
        self._add(root, tree.raw_get("/K") if "/K" in tree else None, 0, 0)
        return root if any(True for _ in root.content()) else None

    def _add(self, parent: Element, kid: PdfObject | None, page: int, depth: int) -> None:
        """Nothing; the parent gains what a /K entry holds."""
        self._count += 1
        if depth > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise ValueError("the tag tree is deeper or larger than that of a document")
        if isinstance(kid, IndirectObject):
            found = _object(kid)
            if isinstance(found, DictionaryObject):
                if kid.idnum in self._seen:
                    return
                self._seen.add(kid.idnum)
            kid = found
        if isinstance(kid, ArrayObject):
            for one in list.__iter__(kid):
                self._add(parent, one, page, depth + 1)
        elif isinstance(kid, int):
            parent.children.append((page, int(kid)))
        elif isinstance(kid, DictionaryObject):
            self._add_dictionary(parent, kid, page, depth)

    def _add_dictionary(self, parent: Element, kid: DictionaryObject, page: int, depth: int) -> None:
        own = kid.raw_get("/Pg") if "/Pg" in kid else None
        page = self._pages.get(own.idnum, page) if isinstance(own, IndirectObject) else page
        if str(kid.get("/Type")) == "/OBJR":
            return
        if "/S" not in kid:
            number = _object(kid.get("/MCID"))
            if isinstance(number, int) and "/Stm" not in kid:
                parent.children.append((page, int(number)))
            return
        name = str(_object(kid.get("/S")))[1:]
        element = Element(self._role(name))
        if named := _HEADING_STYLE.match(name):
            element.level = int(named[1])
        elif name.lower() in ("title", "subtitle"):
            element.level = 1 if name.lower() == "title" else 2
        element.down, element.across = self._spans(kid)
        parent.children.append(element)
        self._add(element, kid.raw_get("/K") if "/K" in kid else None, page, depth + 1)

    def _role(self, name: str) -> str:
        for _ in range(8):
            if name in _STANDARD or name not in self._roles:
                break
            name = self._roles[name]
        return name

    def _spans(self, kid: DictionaryObject) -> tuple[int, int]:
        """How many rows and columns a cell takes."""
        down = across = 1
        attributes = _object(kid.get("/A"))
        for one in attributes if isinstance(attributes, ArrayObject) else [attributes]:
            told = _object(one)
            if isinstance(told, DictionaryObject):
                down = _count(told.get("/RowSpan"), down)
                across = _count(told.get("/ColSpan"), across)
        return down, across


def _object(found: PdfObject | None) -> PdfObject | None:
    if isinstance(found, IndirectObject):
        found = found.get_object()
    return None if isinstance(found, NullObject) else found


def _count(found: PdfObject | None, default: int) -> int:
    value = _object(found)
    return min(max(int(value), 1), 1000) if isinstance(value, NumberObject) else default
