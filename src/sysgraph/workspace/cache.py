"""What was read before, remembered by the content of the files, so that a second build reads only what changed.

One file an entry, in a folder of the user's: a line with a checksum, then compressed JSON. An entry that is damaged,
foreign or of other rules is as good as none. No pickle: who can write there could run code by one.
"""

import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sysgraph.workspace.fingerprint import fingerprint, recogniser
from sysgraph.workspace.task import Reading

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_MAGIC = b"sysgraph reading 1 "
_ENDING, _PART = ".reading", ".part"
_LARGEST = 1 << 28  # bytes of one entry, unpacked
_MOST = 1 << 29  # bytes of all entries
_AFTER_PRUNING = 0.8


class Cache:
    """Readings by the content of their files and all else that they depend on.

    Trouble with the folder never stops a build: it is told once, and nothing is remembered.
    """

    def __init__(self, folder: Path, ocr: bool, say: Callable[[str], None], most: int = _MOST) -> None:
        self._folder = folder
        self._ocr = ocr
        self._say = say
        self._most = most
        self._written = False
        self._trouble = False

    def __enter__(self) -> "Cache":
        try:
            # It holds words of the papers, which are not for everybody who uses the machine.
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # A build that still writes loses no more by this than what it would have remembered.
            for name in os.listdir(self._folder):
                if name.endswith(_PART):
                    _forget(self._folder / name)
        except OSError as error:
            self._give_up(error)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._written:
            with suppress(OSError):
                self._prune()

    def get(self, data: bytes, name: str, ending: str, place: str | None) -> Reading | None:
        """What a file with these bytes was read as, or nothing."""
        if self._trouble:
            return None
        path = self._path(hashlib.sha256(data).hexdigest(), name, ending, place)
        try:
            body = _unpacked(path.read_bytes())
            reading = self._form.validate_json(body) if body is not None else None
        except (OSError, ValueError):
            return None
        if reading is not None:
            with suppress(OSError):
                os.utime(path)  # what is used last goes last
        return reading

    def put(self, ending: str, place: str | None, reading: Reading) -> None:
        """Nothing; the reading is remembered, where that can be done."""
        if self._trouble:
            return
        source = reading.source
        try:
            packed = _packed(self._form.dump_json(reading))
        except ValueError:  # a name that is no text
            return
        path = self._path(source.sha256, source.path, ending, place)
        try:
            self._write(path, packed)
        except FileNotFoundError:
            return  # another build has cleared up
        except OSError as error:
            if not path.exists():  # else another build has it, which on Windows keeps others from replacing it
                self._give_up(error)

    @cached_property
    def _form(self) -> "TypeAdapter[Reading]":
        from pydantic import TypeAdapter

        return TypeAdapter(Reading)

    @cached_property
    def _rules(self) -> str:
        return f"{fingerprint()} {recogniser()}" if self._ocr else fingerprint()

    def _path(self, sha256: str, name: str, ending: str, place: str | None) -> Path:
        told = json.dumps([self._rules, sha256, name, ending, place, self._ocr])
        return self._folder / f"{hashlib.sha256(told.encode()).hexdigest()}{_ENDING}"

    def _write(self, path: Path, packed: bytes) -> None:
        handle, part = tempfile.mkstemp(_PART, path.stem[:16], self._folder)
        try:
            with open(handle, "wb") as file:
                file.write(packed)
            os.replace(part, path)
        except OSError:
            _forget(Path(part))
            raise
        self._written = True

    def _prune(self) -> None:
        """Nothing; where all entries together are too large, those that were not used for longest are gone."""
        with os.scandir(self._folder) as found:
            entries = [(one.stat(), one.path) for one in found if one.name.endswith(_ENDING)]
        size = sum(entry.st_size for entry, _ in entries)
        if size <= self._most:
            return
        for entry, path in sorted(entries, key=lambda one: (one[0].st_mtime_ns, one[1])):
            if size <= self._most * _AFTER_PRUNING:
                break
            _forget(Path(path))
            size -= entry.st_size

    def _give_up(self, error: OSError) -> None:
        self._trouble = True
        self._say(f"nothing is remembered for the next build: {self._folder}: {error.strerror or error}")


def _packed(body: bytes) -> bytes:
    return _MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + zlib.compress(body, 1)


def _unpacked(entry: bytes) -> bytes | None:
    """The JSON of an entry, or nothing where it is not whole."""
    head, _, rest = entry.partition(b"\n")
    if not head.startswith(_MAGIC):
        return None
    try:
        body = zlib.decompressobj().decompress(rest, _LARGEST)
    except zlib.error:
        return None
    return body if hashlib.sha256(body).hexdigest().encode() == head.removeprefix(_MAGIC) else None


def _forget(path: Path) -> None:
    """Nothing; the file is gone, unless somebody else has it open or was faster."""
    with suppress(OSError):
        path.unlink()
