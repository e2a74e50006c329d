"""OpenDocument (.odt, .ods): what texts and sheets share: how the file is opened, what its XML is called."""

from dataclasses import dataclass
from functools import cache

from lxml import etree

from sysgraph.documents import archive
from sysgraph.documents.file import File
from sysgraph.errors import DocumentError

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": f"{_BASE}office:1.0",
    "text": f"{_BASE}text:1.0",
    "table": f"{_BASE}table:1.0",
    "style": f"{_BASE}style:1.0",
    "draw": f"{_BASE}drawing:1.0",
    "number": f"{_BASE}datastyle:1.0",
    "fo": f"{_BASE}xsl-fo-compatible:1.0",
    "svg": f"{_BASE}svg-compatible:1.0",
    "manifest": f"{_BASE}manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
"""The prefixes as they stand in the standard, for XPath and for `name`."""

_KINDS = {"text": ".odt", "spreadsheet": ".ods", "presentation": ".odp"}


@dataclass(frozen=True, slots=True)
class Package:
    """What of an OpenDocument file is read."""

    content: etree._Element  # the root of content.xml
    styles: etree._Element | None  # the root of styles.xml


@cache
def name(prefixed: str) -> str:
    """The tag or attribute as lxml has it: "text:p" with its namespace in braces.

    Raises:
        KeyError: where the prefix is none of `NAMES`.
    """
    prefix, local = prefixed.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def inner_text(element: etree._Element) -> str:
    """All the text inside an element."""
    return "".join(str(text) for text in element.itertext())


def package(file: File, kind: str) -> Package:
    """The content and styles of a file of this kind ("text" or "spreadsheet").

    Raises:
        DocumentError: where the file is of another kind, wants a password, is damaged, or unpacks to too much.
    """
    opened = archive.opened(file)
    said = archive.part(opened, "mimetype", file) or b""
    found = said.decode("ascii", "replace").strip().removeprefix("application/vnd.oasis.opendocument.")
    found = found.removesuffix("-template").removesuffix("-master")
    if found != kind and found in _KINDS:
        raise DocumentError(
            f"{file.name}: inside, this is an OpenDocument {found}; give it the ending {_KINDS[found]} and build anew"
        )
    manifest = archive.part(opened, "META-INF/manifest.xml", file)
    if manifest is not None and archive.tree(manifest, file).find(f".//{name('manifest:encryption-data')}") is not None:
        raise archive.protected(file)
    content = archive.part(opened, "content.xml", file)
    if content is None:
        raise DocumentError(
            f"{file.name}: this is not an OpenDocument file (it has no content.xml); save the document again "
            "and build anew"
        )
    styles = archive.part(opened, "styles.xml", file)
    return Package(archive.tree(content, file), None if styles is None else archive.tree(styles, file))


def content(file: File, kind: str = "spreadsheet") -> etree._Element:
    """The root of the content of a file of this kind; raises as `package` does."""
    return package(file, kind).content
