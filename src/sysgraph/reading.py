"""The records of reading: a document with its passages and tables, and what is claimed of it.

They are told apart from the records of the graph because answering a question needs none of them. Everybody imports
them from `sysgraph.model`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sysgraph import vocabulary
from sysgraph.errors import EvidenceError
from sysgraph.model import LONGEST_QUOTE, SHORTEST_QUOTE, Attributes, Evidence, Notice, Position


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of text that is read as a whole: a heading, paragraph, bullet, or row of a table."""

    document: str
    form: str  # heading, paragraph, bullet or row
    text: str
    position: Position
    level: int = 0  # of a heading, from 1; of a bullet, its depth from 1
    recognised: float | None = None  # of words that were recognised in a picture: how surely, from 0 to 1

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
                f"{self.document}, {self.position.place or 'a passage'}: "
                f"a quote has {SHORTEST_QUOTE} to {LONGEST_QUOTE} characters and this one has {len(quote)}: "
                f"{quote[:60]!r} (rule {rule}); widen or narrow it"
            )
        position = self.position
        if cell:
            position = Position(
                position.page, position.printed_page, position.sheet, position.slide, position.heading, cell
            )
        return Evidence(self.document, position, start, end, quote, rule, recognised=self.recognised)


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
