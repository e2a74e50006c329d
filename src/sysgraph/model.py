"""The records that the stages hand to one another: frozen, slotted, and nothing but data.

Pages count from 1. Offsets count characters into a passage. Dates are ISO 8601, or EDTF where a document
is less precise than a day. Money is in pounds sterling.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from sysgraph import vocabulary
from sysgraph.errors import EvidenceError

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

    def as_json(self) -> dict[str, Value]:
        """The flat form that every export and answer uses, the position spread out beside the words."""
        return {
            "document": self.document,
            **asdict(self.position),
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "rule": self.rule,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of text that is read as a whole: a heading, paragraph, bullet, or row of a table."""

    document: str
    form: str  # heading, paragraph, bullet or row
    text: str
    position: Position
    level: int = 0  # of a heading, from 1; of a bullet, its depth from 1

    def cite(self, start: int, end: int, rule: str, *, cell: str | None = None) -> Evidence:
        """The evidence for the words from start to end, white space at both ends left out.

        Raises:
            EvidenceError: where the words are none of the passage's, or fewer than 8 or more than 800 characters.
        """
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        quote = self.text[start:end]
        if start < 0 or not SHORTEST_QUOTE <= len(quote) <= LONGEST_QUOTE:
            raise EvidenceError(
                f"{self.document}, page {self.position.page}: a quote has {SHORTEST_QUOTE} to {LONGEST_QUOTE} "
                f"characters and this one has {len(quote)}: {quote[:60]!r} (rule {rule}); widen or narrow it"
            )
        position = self.position
        if cell:
            position = Position(
                position.page, position.printed_page, position.sheet, position.slide, position.heading, cell
            )
        return Evidence(self.document, position, start, end, quote, rule)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: its text, and where that stands in the row's passage."""

    text: str
    start: int
    name: str  # "table 2, row 5, column 3", or a sheet's own "C5"
    carried: bool = False  # the file itself says that the cell above reaches down to here
    fill: str | None = None  # background colour as RRGGBB
    across: int = 1  # how many columns the cell spans

    @property
    def end(self) -> int:
        """The offset in the row's passage after the cell's last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: a passage whose text is its cells' texts with a tab between them."""

    passage: Passage
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table as they stand, its header rows among them."""

    rows: tuple[Row, ...]
    position: Position


Block = Passage | Table


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was met while reading and that the reader of the answers should know."""

    document: str
    where: str  # "page 3, table 2, row 5", or ""
    what: str
    kind: str = "unread"  # unread, repaired, suggested or skipped


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read: its blocks in reading order."""

    path: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    pages: int = 1
    notices: tuple[Notice, ...] = ()

    def passages(self) -> Iterator[Passage]:
        """Every passage in reading order, the rows of tables among them."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from (row.passage for row in block.rows)
            else:
                yield block


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor, plan, theme, action, finding or meeting as one document means it.

    `name` is its full name as far as the document gives it, `written` the words of this passage. What shares a
    name is told apart by `within`: the body of a post, the theme of an action, the plan of a theme.
    """

    kind: str
    name: str
    within: "Mention | None" = None
    written: str = field(default="", compare=False)
    category: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says of two: source, type, target."""

    source: Mention
    type: str
    target: Mention
    evidence: Evidence
    attributes: Attributes = field(default_factory=dict)

    def __post_init__(self) -> None:
        vocabulary.check(self.source.kind, self.type, self.target.kind)


@dataclass(frozen=True, slots=True)
class Description:
    """What one passage says of one: that it is there, and these attributes."""

    subject: Mention
    evidence: Evidence
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sameness:
    """That two mentions are one actor, with the sentence that says why."""

    one: Mention
    other: Mention
    reason: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """All that extraction found in one document."""

    document: str
    claims: tuple[Claim, ...] = ()
    descriptions: tuple[Description, ...] = ()
    samenesses: tuple[Sameness, ...] = ()
    notices: tuple[Notice, ...] = ()


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
