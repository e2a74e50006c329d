"""Reading documents: `read(path)` gives a `Document` whatever the format."""

import hashlib
import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from sysgraph.documents.file import File
from sysgraph.errors import DocumentError
from sysgraph.model import Document

Reader = Callable[[File], Document]

READERS: Mapping[str, str] = MappingProxyType(
    {".txt": "text.read_plain", ".text": "text.read_plain", ".md": "text.read_markdown"}
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
    place = READERS.get(path.suffix.lower())
    if place is None:
        if not os.path.lexists(path):
            raise _missing(path)
        kind = f"the ending {path.suffix}" if path.suffix else "files without an ending"
        raise DocumentError(f"{path}: there is no reader for {kind}; save it as one of {ENDINGS}")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        raise DocumentError(
            f"{path}: the file cannot be opened ({error.strerror}); close it elsewhere or copy it"
        ) from None
    if not data.strip():
        raise DocumentError(f"{path}: the file is empty; save the document again and build anew")
    return _reader(place)(File(data, name, hashlib.sha256(data).hexdigest(), ocr))


def _reader(place: str) -> Reader:
    module, function = place.rsplit(".", 1)
    found: Reader = getattr(import_module(f"sysgraph.documents.{module}"), function)
    return found


def _missing(path: Path) -> DocumentError:
    return DocumentError(f"{path}: there is no such file; look at the spelling and the folder")
