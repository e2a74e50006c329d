"""Reading documents: `read(path)` gives a `Document` whatever the format."""

import hashlib
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
        known = ", ".join(sorted(READERS))
        raise DocumentError(f"{path}: no reader for {path.suffix or 'files without an ending'}; readable are {known}")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"{path}: there is no such file; look at the spelling and the folder") from None
    except OSError as error:
        raise DocumentError(
            f"{path}: the file cannot be opened ({error.strerror}); close it elsewhere or copy it"
        ) from None
    if not data.strip():
        raise DocumentError(f"{path}: the file is empty; save the document again and build anew")
    return reader(data, name, hashlib.sha256(data).hexdigest())
