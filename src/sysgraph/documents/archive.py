"""The zip files that Word, Excel, PowerPoint and OpenDocument write, and the XML in them, within bounds.

A zip's own directory says how long each part is when unpacked, and Python's zipfile gives out no byte more than that:
what the directory promises is looked at before anything is unpacked.
"""

import io
import zipfile
from typing import Any

from lxml import etree

from sysgraph.documents.file import File
from sysgraph.errors import DocumentError

MOST_UNPACKED = 600 << 20
"""How many bytes all parts of a file together may have: board papers with many photographs stay far below."""

MOST_XML = 120 << 20
"""How many bytes one part may have that is read as XML; as a tree it takes several times that."""

MOST_PARTS = 20_000
"""How many parts a file may have."""


def opened(file: File) -> zipfile.ZipFile:
    """The file as a zip whose directory has been looked at.

    Raises:
        DocumentError: where it is none, is protected with a password, is damaged, or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
    except Exception:  # a broken directory raises zipfile's own kind, struct's, or a plain ValueError
        raise damaged(file) from None
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise protected(file)
    if sum(part.compress_size for part in parts) > len(file.data):  # the same bytes serve for several
        raise damaged(file)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise DocumentError(
            f"{file.name}: the file unpacks to more than {MOST_UNPACKED >> 20} MB, which no document needs; "
            "open it in the program that made it, save it anew without its pictures and build anew"
        )
    return archive


def part(archive: zipfile.ZipFile, name: str, file: File) -> bytes | None:
    """The unpacked bytes of one part, or None where the file has none of this name.

    Raises:
        DocumentError: where it is damaged or too long.
    """
    try:
        size = archive.getinfo(name).file_size
    except KeyError:
        return None
    if size > MOST_XML:
        raise DocumentError(
            f"{file.name}: its part {name} has more than {MOST_XML >> 20} MB when unpacked; "
            "save the document in several smaller ones and build anew"
        )
    try:
        return archive.read(name)
    except MemoryError:
        raise
    except Exception:  # zlib, lzma and zipfile each have their own kinds for a damaged part
        raise damaged(file) from None


def tree(data: bytes, file: File) -> etree._Element:
    """The root of some XML, without comments; no entity is expanded and nothing fetched.

    Raises:
        DocumentError: where it is not well-formed, is nested deeper than any document, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(file) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise DocumentError(
            f"{file.name}: the file declares its own XML entities, which no office program writes; "
            "open it in the program that made it, save it anew and build anew"
        )
    return root


def damaged(file: File) -> DocumentError:
    """The error for a file whose inside is broken."""
    return DocumentError(
        f"{file.name}: the file is damaged or cut short; open it in the program that made it, "
        "save it anew (or fetch it again) and build anew"
    )


def protected(file: File) -> DocumentError:
    """The error for a file that wants a password."""
    return DocumentError(
        f"{file.name}: the file is protected with a password; open it, save it without one and build anew"
    )
