"""Reading documents: `read(path)` gives a `Document` whatever the format."""

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from sysgraph.documents import text
from sysgraph.errors import DocumentError
from sysgraph.model import Document

Reader = Callable[[bytes, str, str], Document]

READERS: Mapping[str, Reader] = MappingProxyType(
    {".txt": text.read_plain, ".text": text.read_plain, ".md": text.read_markdown}
)
ENDINGS = ", ".join(sorted(READERS))
"""The endings of the files that can be read, for messages."""


def readable(path: Path) -> bool:
    """Whether there is a reader for files of this name."""
    return path.suffix.lower() in READERS


def read(path: Path, name: str) -> Document:
    """The document as it was read; `name` is how evidence will call it (its path in the folder that is built).

    Raises:
        DocumentError: where the file is missing, empty, not of its format, or of a format without a reader.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
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
    return reader(data, name, hashlib.sha256(data).hexdigest())


def _missing(path: Path) -> DocumentError:
    return DocumentError(f"{path}: there is no such file; look at the spelling and the folder")
