"""Large graph files that were read whole once, so that not every question need read them whole again.

What is remembered of a file is its size, its time, its place on the disk and the checksum that it states: whoever
copies, changes or replaces it has it read again. It is kept in the folder of what sysgraph remembers; where that cannot
be written, every opening reads the file.
"""

import os
from contextlib import suppress
from pathlib import Path

from sysgraph.resources import cache_folder

LARGE = 1 << 25
"""Bytes that are read in less time than it takes to look here."""

_FOLDER = "whole"


def is_known(path: Path, checksum: int) -> bool:
    """Whether the file, as it is now, has been found to have this checksum."""
    try:
        return _note(path).read_text("ascii") == _told(path, checksum)
    except (OSError, ValueError):
        return False


def remember(path: Path, checksum: int) -> None:
    """Nothing; that a large file as it is now has this checksum is remembered, where that can be done."""
    with suppress(OSError):
        if path.stat().st_size < LARGE:
            return
        note = _note(path)
        note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = note.with_name(f"{note.name}.{os.getpid()}")
        part.write_text(_told(path, checksum), "ascii")
        os.replace(part, note)


def _note(path: Path) -> Path:
    from hashlib import blake2b

    name = os.fsencode(os.path.realpath(path))
    return cache_folder() / _FOLDER / blake2b(name, digest_size=16).hexdigest()


def _told(path: Path, checksum: int) -> str:
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_dev} {found.st_ino} {checksum}"
