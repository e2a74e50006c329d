"""The seal of a graph file: its size and checksum behind the last page, where SQLite leaves them alone.

No engine notices a flipped bit by itself. The seal is 20 bytes: eight of magic, the size of the database before it
and the CRC-32 of that, both big-endian.
"""

import os
import struct
import zlib
from io import BufferedIOBase
from pathlib import Path

from sysgraph.errors import StoreError
from sysgraph.store import sqlite_known
from sysgraph.store.sqlite_schema import APPLICATION_ID, PAGE_SIZE, SCHEMA_VERSION

_SEAL = struct.Struct(">8sQI")
_MAGIC = b"sysgraph"
_SQLITE = b"SQLite format 3\x00"
_HEADER = 100
_CHUNK = 1 << 20
_AGAIN = "build it again (sysgraph build)"


def seal(path: Path) -> int:
    """The checksum of the database; it has its seal and is on the disk."""
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        checksum = _checksum(file, size)
        file.write(_SEAL.pack(_MAGIC, size, checksum))
        file.flush()
        os.fsync(file.fileno())
    return checksum


def check(path: Path) -> None:
    """Nothing, where the file is a whole graph file of this version.

    Raises:
        StoreError: it is missing, no file, empty, not one of ours, of another version, cut short or damaged.
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a graph file; name the file itself")
    if not path.exists():
        raise StoreError(f"{path}: there is no such file; build it first (sysgraph build DOCUMENTS -o {path.name})")
    if not path.is_file():
        raise StoreError(f"{path} is not a file that can hold a graph; name one that sysgraph build wrote")
    try:
        with path.open("rb") as file:
            problem = _problem(file, path)
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}; look at its permissions and disk") from error
    if problem:
        raise StoreError(f"{path}: {problem}")


def is_ours(path: Path) -> bool:
    """Whether a build may replace the file: it is empty, or begins as a graph file of any version does."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return not header or (header.startswith(_SQLITE) and _number(header, 68) == APPLICATION_ID)


def _problem(file: BufferedIOBase, path: Path) -> str | None:
    """What is wrong with the file, or nothing. A seal that holds is the best witness, so it is asked first."""
    header = file.read(_HEADER)
    size = file.seek(0, os.SEEK_END)
    if not size:
        return f"the file is empty; {_AGAIN}"
    sealed = _sealed(file, size)
    if sealed is None:
        return _unsealed(header, size)
    body, checksum = sealed
    if body != size - _SEAL.size or not _holds(file, path, body, checksum):
        return f"the file is damaged: it is not what was built (its size or checksum differs); {_AGAIN}"
    return _foreign(header)


def _holds(file: BufferedIOBase, path: Path, size: int, checksum: int) -> bool:
    """Whether the file has this checksum, as is found now or, of a large one that is still the same, was before."""
    if size < sqlite_known.LARGE:
        return _checksum(file, size) == checksum
    if not sqlite_known.is_known(path, checksum):
        if _checksum(file, size) != checksum:
            return False
        sqlite_known.remember(path, checksum)
    return True


def _unsealed(header: bytes, size: int) -> str:
    foreign = _foreign(header)
    if foreign:
        return foreign
    whole = _number(header, 28) * PAGE_SIZE + _SEAL.size
    if size < whole:
        return f"the file is cut short: {size:,} bytes of {whole:,}; copy it again in full or {_AGAIN}"
    return f"the file is damaged or was changed: the checksum at its end is missing; {_AGAIN}"


def _foreign(header: bytes) -> str | None:
    if not header.startswith(_SQLITE):
        return "this is not a graph file (nor any SQLite database); name one that sysgraph build wrote"
    if len(header) < _HEADER:
        return f"the file is cut short: {len(header)} bytes; copy it again in full or {_AGAIN}"
    if _number(header, 68) != APPLICATION_ID:
        return "this is a SQLite database, but not one of sysgraph; name a file that sysgraph build wrote"
    version = _number(header, 60)
    if version == SCHEMA_VERSION:
        return None
    if version < SCHEMA_VERSION:
        return f"the file was built by an older sysgraph (schema {version}, this one reads {SCHEMA_VERSION}); {_AGAIN}"
    return (
        f"the file was built by a newer sysgraph (schema {version}, this one reads {SCHEMA_VERSION}); "
        f"update sysgraph, or {_AGAIN}"
    )


def _sealed(file: BufferedIOBase, size: int) -> tuple[int, int] | None:
    """The size and checksum that the seal states, or nothing where there is no seal."""
    if size < _SEAL.size:
        return None
    file.seek(size - _SEAL.size)
    magic, body, checksum = _SEAL.unpack(file.read(_SEAL.size))
    return (body, checksum) if magic == _MAGIC else None


def _checksum(file: BufferedIOBase, size: int) -> int:
    """The CRC-32 of the file's first bytes, read into one buffer; the file is left at the end of them."""
    file.seek(0)
    checksum, buffer = 0, memoryview(bytearray(_CHUNK))
    while size > 0:
        count = file.readinto(buffer[: min(size, _CHUNK)])
        if not count:
            break
        checksum = zlib.crc32(buffer[:count], checksum)
        size -= count
    return checksum


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")
