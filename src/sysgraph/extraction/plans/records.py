"""The rows of an action plan as a reader takes them: one record an action, put together over page breaks.

The records know which passage and cell each of their words came from; nothing here knows what the words mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.sections import Section
from sysgraph.extraction.quoting import bounded, widened
from sysgraph.model import Cell, Evidence, Passage, Row

_OPEN_WORDS = frozenset({"of", "and", "for", "the", "to", "with", "in", "on", "by", "a", "an", "or", "from", "at"})
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_MOST_OF_LINE = 500


@dataclass(frozen=True, slots=True)
class Piece:
    """One physical cell of a field."""

    passage: Passage
    cell: Cell

    def cite(self, rule: str, words: str = "") -> Evidence:
        """The evidence for some words of the cell (all of it without them), widened to be long enough to be looked up.

        The quote keeps to the line of the cell that holds the words; a short cell takes what stands beside it along.
        """
        text = self.cell.text
        at = text.find(words) if words else 0
        at = max(at, 0)
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at + max(len(words), 1))
        end = len(text) if end < 0 else end
        start, end = bounded(start, min(end, len(text)), at, _MOST_OF_LINE)
        start, end = widened(self.passage.text, self.cell.start + start, self.cell.start + end)
        return self.passage.cite(start, end, rule, cell=self.cell.name)


@dataclass(slots=True)
class Field:
    """One logical cell: the physical cells that a page may have parted it into."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, parts joined where a page parted a sentence."""
        return "\n".join(line for line, _ in self.lines())

    def lines(self) -> list[tuple[str, Piece]]:
        """The lines of the field, each with the cell that it begins in."""
        lines: list[tuple[str, Piece]] = []
        for number, piece in enumerate(self.pieces):
            for place, line in enumerate(piece.cell.text.split("\n")):
                if number and place == 0 and lines and _goes_on(lines[-1][0], line):
                    lines[-1] = (f"{lines[-1][0]} {line}", lines[-1][1])
                elif line.strip():
                    lines.append((line, piece))
        return lines


def leaves_open(words: str) -> bool:
    """Whether a sentence has not ended where these words do."""
    return not words.rstrip().endswith(_SENTENCE_ENDS)


def _goes_on(before: str, after: str) -> bool:
    """Whether a line goes on in the next page's cell: a sentence is open, or the next begins with a small letter."""
    last = before.split()[-1].lower() if before.split() else ""
    if last in _OPEN_WORDS or last.endswith((",", "-", "–", "&")):
        return bool(after)
    return bool(after) and (
        after[0].islower() or (not before.rstrip().endswith(_SENTENCE_ENDS) and not after[0].isupper())
    )


@dataclass(slots=True)
class Record:
    """One action of a plan with its fields; `issue` and `outcome` may be shared with the records above."""

    row: Row
    section: Section
    fields: dict[Role, Field]
    issue: Field | None = None
    outcome: Field | None = None
    shifted: bool = False
    broken: bool = False
    owner_above: str = ""
    reference: str = ""
    colours: dict[Role, str] = field(default_factory=dict)  # of status cells without words

    def rating(self, role: Role) -> str:
        """The words of a status, else the name of its cell's colour, "" where it has neither."""
        return self.text(role) or self.colours.get(role, "")

    def text(self, role: Role) -> str:
        """The words of a field, "" where it is blank."""
        found = self.fields.get(role)
        return found.text if found else ""

    def pieces(self, *roles: Role) -> Iterator[Piece]:
        """The cells of these fields."""
        for role in roles:
            if found := self.fields.get(role):
                yield from found.pieces
