"""Reading behind the guard, as a build does it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysgraph.documents import read_bytes
from sysgraph.documents.guard import GuardedExecutor
from sysgraph.errors import DocumentError
from tests.documents.hostile import Read, Said


@pytest.fixture(scope="session")
def guard() -> Iterator[GuardedExecutor]:
    """A guarded process that reads; its tasks have the bytes and the name of a file."""
    with GuardedExecutor(called=lambda data, name, *_: name) as one:
        yield one


@pytest.fixture(scope="session")
def guarded_read(guard: GuardedExecutor) -> Read:
    """What reads a file, given its bytes and its name."""
    return lambda data, name: guard.submit(read_bytes, data, name, Path(name).suffix).result()


@pytest.fixture(scope="session")
def refused(guarded_read: Read) -> Said:
    """What the error says of a file that is refused: one line that begins with its name and ends with what to do."""

    def said(data: bytes, name: str) -> str:
        with pytest.raises(DocumentError) as raised:
            guarded_read(data, name)
        line = str(raised.value)
        assert line.startswith(f"{name}: ")
        assert "\n" not in line
        assert re.search(r"\b(?:save|give|open|export|unpack|put|print|close)\b", line), line
        return line

    return said


@pytest.fixture(scope="session")
def survives(guarded_read: Read) -> Said:
    """What a file says, or the error that says why it says nothing."""

    def said(data: bytes, name: str) -> str:
        try:
            return "\n".join(passage.text for passage in guarded_read(data, name).passages())
        except DocumentError as error:
            return str(error)

    return said
