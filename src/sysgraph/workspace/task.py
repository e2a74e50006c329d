"""One file to be read, as it travels, and what comes back: the work that any process of any machine does alike."""

from dataclasses import dataclass, field
from functools import cache

from sysgraph.documents import read_bytes
from sysgraph.errors import DocumentError
from sysgraph.extraction import read_claims
from sysgraph.model import Claims, Document, Notice, Source
from sysgraph.register import Register


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be read, with its bytes: who reads it may have another disk."""

    data: bytes = field(repr=False)
    name: str
    ending: str
    place: str | None
    ocr: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says."""

    source: Source
    claims: Claims
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What one file says, and its passages where they were wanted."""

    reading: Reading
    document: Document | None = None


@cache
def register() -> Register:
    """The register that ships with sysgraph, read once in each process."""
    return Register.bundled()


def read_one(task: Task) -> Read:
    """What a file says.

    Raises:
        DocumentError: where it cannot be read, or a rule of ours fails on it: one document never ends a build of many.
    """
    document = read_bytes(task.data, task.name, task.ending, ocr=task.ocr)
    try:
        claims = read_claims(document, register(), task.place)
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        raise DocumentError(
            f"{task.name}: a rule failed on its words ({said}); that is our fault: report it with the document, "
            "and leave the document out until then"
        ) from error
    source = Source(document.path, document.format, document.sha256, document.pages)
    return Read(Reading(source, claims, document.notices), document if task.whole else None)


def called(task: Task) -> str:
    """What the document of a task is called."""
    return task.name
