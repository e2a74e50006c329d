"""Reading documents: `read(path)` gives a `Document` whatever the format."""

import hashlib
import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sysgraph.documents.file import File
from sysgraph.documents.kinds import look
from sysgraph.errors import DocumentError, SysgraphError
from sysgraph.model import Document

if TYPE_CHECKING:
    from sysgraph.documents.guard import GuardedExecutor

__all__ = [
    "ENDINGS",
    "READERS",
    "File",
    "GuardedExecutor",
    "Reader",
    "contents",
    "read",
    "read_bytes",
    "readable",
    "reader_of",
]

Reader = Callable[[File], Document]

READERS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text.read_plain",
        ".text": "text.read_plain",
        ".md": "text.read_markdown",
        ".pdf": "pdf.read_pdf",
        ".html": "webpage.read_html",
        ".htm": "webpage.read_html",
        ".xhtml": "webpage.read_html",
        ".pptx": "slides.read_pptx",
        ".pptm": "slides.read_pptx",
        ".ppsx": "slides.read_pptx",
        ".ppsm": "slides.read_pptx",
        ".potx": "slides.read_pptx",
        ".docx": "word.read_docx",
        ".docm": "word.read_docx",
        ".dotx": "word.read_docx",
        ".dotm": "word.read_docx",
        ".odt": "opendocument.text.read_odt",
        ".ott": "opendocument.text.read_odt",
        ".doc": "legacy.read_legacy",
        ".dot": "legacy.read_legacy",
        ".rtf": "legacy.read_legacy",
        ".xls": "legacy.read_legacy",
        ".xlt": "legacy.read_legacy",
        ".xlsb": "legacy.read_legacy",
        ".ppt": "legacy.read_legacy",
        ".pps": "legacy.read_legacy",
        ".pot": "legacy.read_legacy",
        ".xlsx": "spreadsheets.excel.read_excel",
        ".xlsm": "spreadsheets.excel.read_excel",
        ".xltx": "spreadsheets.excel.read_excel",
        ".xltm": "spreadsheets.excel.read_excel",
        ".csv": "spreadsheets.separated.read_separated",
        ".tsv": "spreadsheets.separated.read_separated",
        ".tab": "spreadsheets.separated.read_separated",
        ".ods": "opendocument.sheets.read_sheets",
        ".ots": "opendocument.sheets.read_sheets",
    }
)
"""The reader of each ending: a module of this room and its function. A format's library is loaded when one is met."""

ENDINGS = ", ".join(sorted(READERS))
"""The endings of the files that can be read, for messages."""


def readable(path: Path) -> bool:
    """Whether there is a reader for files of this name."""
    return path.suffix.lower() in READERS


def read(path: Path, name: str, *, ocr: bool = False) -> Document:
    """The document as it was read; `name` is how evidence will call it (its path in the folder that is built).

    Raises:
        DocumentError: where the file is missing, empty, not of its format, or of a format without a reader.
    """
    return read_bytes(contents(path), name, path.suffix, ocr=ocr)


def contents(path: Path) -> bytes:
    """The bytes of a file that has a reader; they may be read on another machine (`read_bytes`).

    Raises:
        DocumentError: where the file is missing, empty, cannot be opened, or is of a format without a reader.
    """
    if not readable(path):
        if not os.path.lexists(path):
            raise _missing(path)
        raise _unknown(str(path), path.suffix)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        raise DocumentError(
            f"{path}: the file cannot be opened ({error.strerror}); close it elsewhere or copy it"
        ) from None
    if not data or data.isspace():
        raise DocumentError(f"{path}: the file is empty; save the document again and build anew")
    return data


def read_bytes(data: bytes, name: str, ending: str, *, ocr: bool = False) -> Document:
    """The document that a file with these bytes and this ending (".docx") is; `name` is how evidence will call it.

    Raises:
        DocumentError: where they are not of the format that the ending says, or there is no reader for it.
    """
    if ending.lower() not in READERS:
        raise _unknown(name, ending)
    file = File(data, name, hashlib.sha256(data).hexdigest(), ocr)
    look(file, ending.lower(), READERS)
    try:
        return reader_of(ending.lower())(file)
    except (SysgraphError, MemoryError):
        raise
    except Exception as error:
        # No reader foresees every way in which a file can be broken, and a build does not end because of one file.
        raise DocumentError(
            f"{name}: the reader does not know what to make of the file ({type(error).__name__}); open it in the "
            "program that made it, save it anew and build anew"
        ) from error


def reader_of(ending: str) -> Reader:
    """The reader of an ending that is one of `READERS`."""
    module, function = READERS[ending].rsplit(".", 1)
    found: Reader = getattr(import_module(f"sysgraph.documents.{module}"), function)
    return found


def _missing(path: Path) -> DocumentError:
    return DocumentError(f"{path}: there is no such file; look at the spelling and the folder")


def _unknown(name: str, ending: str) -> DocumentError:
    kind = f"the ending {ending}" if ending else "files without an ending"
    return DocumentError(f"{name}: there is no reader for {kind}; save it as one of {ENDINGS}")


def __getattr__(name: str) -> object:
    """The guard, loaded when it is first asked for: who reads a text needs none."""
    if name != "GuardedExecutor":
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from sysgraph.documents.guard import GuardedExecutor

    return GuardedExecutor
