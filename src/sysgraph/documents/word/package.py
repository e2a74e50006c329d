"""The parts of a Word file: which there are, and where they lie (ECMA-376, part 2).

Only what is read is unpacked. python-docx unpacks everything, pictures as well, and opens neither files with macros
nor those that are saved as Strict Open XML; it is lxml that does the reading in both cases.
"""

import posixpath
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree

from sysgraph.documents import archive
from sysgraph.documents.file import File
from sysgraph.documents.word.names import W
from sysgraph.errors import DocumentError

# Strict Open XML has names of its own for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class _Link:
    kind: str  # the last word of its type: "styles"
    target: str


@dataclass(slots=True)
class Package:
    """A Word file that is open."""

    file: File
    body: etree._Element
    _archive: ZipFile
    _links: dict[str, _Link]
    _trees: dict[str, etree._Element | None] = field(default_factory=dict)

    def part(self, kind: str) -> etree._Element | None:
        """The root of the document's part of this kind ("styles", "footnotes"), or None where it has none."""
        target = next((link.target for link in self._links.values() if link.kind == kind), None)
        return None if target is None else self._tree(target)

    def linked(self, identifier: str) -> etree._Element | None:
        """The root of the part that the document calls so ("rId9"), or None where there is none."""
        link = self._links.get(identifier)
        return None if link is None else self._tree(link.target)

    def _tree(self, name: str) -> etree._Element | None:
        if name not in self._trees:
            self._trees[name] = _parsed(self._archive, name, self.file)
        return self._trees[name]


def opened(file: File) -> Package:
    """The Word file, opened.

    Raises:
        DocumentError: where it is none, wants a password, is damaged, or unpacks to too much.
    """
    zipped = archive.opened(file)
    main = next((link.target for link in _links(zipped, "", file).values() if link.kind == "officeDocument"), None)
    main = main or "word/document.xml"
    root = _parsed(zipped, main, file)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise DocumentError(
            f"{file.name}: this is not a Word document; give the file the ending of its own format, "
            "or save it as .docx and build anew"
        )
    return Package(file, body, zipped, _links(zipped, main, file))


def _links(zipped: ZipFile, name: str, file: File) -> dict[str, _Link]:
    """The parts that a part (the file itself, for "") refers to, by what it calls them."""
    folder, base = posixpath.split(name)
    root = _parsed(zipped, posixpath.join(folder, "_rels", f"{base}.rels"), file)
    found: dict[str, _Link] = {}
    for link in () if root is None else root.iter(_RELATIONSHIPS):
        if link.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
            kind = link.get("Type", "").rpartition("/")[2]
            found[link.get("Id", "")] = _Link(kind, target.lstrip("/"))
    return found


def _parsed(zipped: ZipFile, name: str, file: File) -> etree._Element | None:
    data = archive.part(zipped, name, file)
    if data is None:
        return None
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return archive.tree(data, file)
