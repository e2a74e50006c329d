"""Where the documents that a graph was read from can be opened: links for a page, none of them dead."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urlsplit

from sysgraph.errors import WorkspaceError

_SCHEMES = frozenset({"http", "https"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def links(base: str, documents: Iterable[str], beside: Path) -> dict[str, str]:
    """The address of each document by its path: under the URL `base`, or relative to `beside` where `base` is a folder.

    Of a folder only documents that are there have one.

    Raises:
        WorkspaceError: `base` is neither an address of the web nor a folder.
    """
    if _SCHEME.match(base):
        if urlsplit(base).scheme.lower() not in _SCHEMES or not urlsplit(base).netloc:
            raise WorkspaceError(f"--sources {base}: name a folder, or an address that begins with https:// or http://")
        return {path: f"{base.rstrip('/')}/{quote(path)}" for path in documents}
    folder = Path(base)
    if not folder.is_dir():
        raise WorkspaceError(f"--sources {base}: there is no such folder; name the one that was built, or its address")
    return {path: _relative(folder / path, beside) for path in documents if (folder / path).is_file()}


def _relative(file: Path, beside: Path) -> str:
    try:
        way = os.path.relpath(file, beside)
    except ValueError:  # on Windows: another drive
        return file.resolve().as_uri()
    # With its dot in front, no name of a file is taken for the scheme of an address.
    return f"./{quote(way.replace(os.sep, '/'))}"
