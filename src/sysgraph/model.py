"""The records that the stages hand to one another: frozen, slotted, and nothing but data.

Pages count from 1. Offsets count characters into a passage. Dates are ISO 8601, or EDTF where a document
is less precise than a day. Money is in pounds sterling.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sysgraph import vocabulary
from sysgraph.errors import EvidenceError

if TYPE_CHECKING:
    from sysgraph.reading import (
        Block,
        Cell,
        Claim,
        Claims,
        Description,
        Document,
        Mention,
        Passage,
        Row,
        Sameness,
        Table,
    )

__all__ = [
    "LONGEST_QUOTE",
    "SHORTEST_QUOTE",
    "WAIVERS",
    "Attributes",
    "Block",
    "Cell",
    "Claim",
    "Claims",
    "Description",
    "Document",
    "Evidence",
    "Graph",
    "Mention",
    "Node",
    "Notice",
    "Passage",
    "Position",
    "Relationship",
    "Row",
    "Sameness",
    "Source",
    "Table",
    "Value",
    "Waiver",
    "identity",
    "relate",
    "waivers_of",
]

Value = str | int | float | bool | None | tuple[str, ...]
Attributes = Mapping[str, Value]

SHORTEST_QUOTE = 8
LONGEST_QUOTE = 800


@dataclass(frozen=True, slots=True)
class Position:
    """Where in a document something stands; what the format does not have is None."""

    page: int | None = None
    printed_page: str | None = None
    sheet: str | None = None
    slide: int | None = None
    heading: str | None = None
    cell: str | None = None

    @property
    def place(self) -> str:
        """The page, slide or sheet in words: "page 3", "slide 4", "sheet Actions"; "" where the format has none."""
        if self.page is not None:
            return f"page {self.page}"
        if self.slide is not None:
            return f"slide {self.slide}"
        return f"sheet {self.sheet}" if self.sheet else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one passage that a fact rests on."""

    document: str
    position: Position
    start: int
    end: int
    quote: str
    rule: str
    source: str = "passage"
    recognised: float | None = None  # of words that were recognised in a picture: how surely, from 0 to 1

    def as_json(self) -> dict[str, Value]:
        """The flat form that every export and answer uses, the position spread out beside the words.

        `recognised` is among it only where the words were.
        """
        return {
            "document": self.document,
            **asdict(self.position),
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "rule": self.rule,
            "source": self.source,
            **({} if self.recognised is None else {"recognised": self.recognised}),
        }


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was met while reading and that the reader of the answers should know."""

    document: str
    where: str  # "page 3, table 2, row 5", or ""
    what: str
    kind: str = "unread"  # unread, repaired, suggested or skipped


@dataclass(frozen=True, slots=True)
class Node:
    """One actor or thing of the graph, with every name that it was met under."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    attributes: Attributes = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Relationship:
    """One fact between two nodes, resting on at least one evidence.

    Raises:
        VocabularyError: where the vocabulary does not allow the type or its ends (checked by `relate`).
        EvidenceError: without evidence.
    """

    id: str
    source: str
    type: str
    target: str
    evidence: tuple[Evidence, ...]
    attributes: Attributes = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(f"{self.source} {self.type} {self.target} has no evidence; every fact must cite some")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a graph was built from."""

    path: str
    format: str
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True)
class Graph:
    """What the documents say, merged: sorted by id, so that the same input is the same graph."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
    documents: tuple[Source, ...]
    notices: tuple[Notice, ...] = ()


WAIVERS = "waived"
"""The attribute of a node that holds its waivers, each as `Waiver.written` gives it."""


class Waiver(NamedTuple):
    """That people know of a gap and live with it for now; `until` is the last day that it holds, or nothing."""

    code: str
    until: str | None
    who: str
    when: str
    why: str

    @classmethod
    def read(cls, written: str) -> "Waiver":
        """The waiver that an attribute holds."""
        from json import loads

        return cls(**loads(written))

    @property
    def written(self) -> str:
        """The waiver as an attribute holds it: a JSON object."""
        from json import dumps

        return dumps(self._asdict(), ensure_ascii=False)

    def hides(self, code: str, today: str) -> bool:
        """Whether it hides a gap of this rule on that day (ISO 8601); its code may be that of a family ("ACT")."""
        return (code == self.code or code.rstrip("0123456789") == self.code) and (not self.until or today <= self.until)


def waivers_of(node: Node) -> tuple[Waiver, ...]:
    """The waivers that people gave a node."""
    written = node.attributes.get(WAIVERS)
    return tuple(Waiver.read(one) for one in (written if isinstance(written, tuple) else ()))


def identity(prefix: str, *parts: str) -> str:
    """A stable id made of content: the prefix in lower case, a hyphen, and 16 hexadecimal digits (BLAKE2b)."""
    # Answering from a built graph makes no ids, and this import costs a quarter of what Python's own start does.
    from hashlib import blake2b

    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
    return f"{prefix.lower().replace('_', '-')}-{digest}"


def relate(
    source: Node, type_: str, target: Node, evidence: tuple[Evidence, ...], attributes: Attributes
) -> Relationship:
    """The relationship between two nodes; one `as` (capacity) is one relationship.

    Raises:
        VocabularyError: where the vocabulary does not allow the type between these kinds.
        EvidenceError: without evidence.
    """
    vocabulary.check(source.kind, type_, target.kind)
    capacity = str(attributes.get("as") or "")
    return Relationship(
        identity(type_, source.id, target.id, capacity), source.id, type_, target.id, evidence, attributes
    )


def __getattr__(name: str) -> object:
    """The records of reading, loaded when they are first asked for: making them costs as much as Python's own start."""
    if name not in __all__:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from sysgraph import reading

    return getattr(reading, name)
