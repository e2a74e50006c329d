"""Actions that a document writes as labelled paragraphs: "Action: …", "Person responsible: …", "Timescale: …"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sysgraph.extraction.plans.headers import Role, in_full, meaning
from sysgraph.extraction.plans.labelled import card
from sysgraph.model import Block, Cell, Passage, Row, Table

_COLON = re.compile(r"\**\s*:\**[ \t]*")
_NUMBER = re.compile(r"[ \t]+\d{1,3}(?:\.\d{1,3})*[a-z]?$")
_MARKS = "*_-–•# \t"
_MOST_WORDS = 6  # of a label
_SUBJECTS = frozenset({Role.ACTION, Role.ISSUE})


@dataclass(slots=True)
class _Run:
    """The labelled lines of one action, and the passages that they are of."""

    rows: list[Row] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def begins_anew(self, role: Role) -> bool:
        """Whether a line of this role is of the next action."""
        return role in self.roles or (role is Role.ISSUE and Role.ACTION in self.roles)

    def add(self, row: Row, role: Role) -> None:
        """Nothing; the run has one line more."""
        self.rows.append(row)
        self.roles.append(role)
        if row.passage not in self.passages:
            self.passages.append(row.passage)


def with_cards(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a document, the paragraphs that hold one action under labels as a table of it."""
    run = _Run()
    for block in blocks:
        rows = list(_labelled(block)) if isinstance(block, Passage) and block.form in {"paragraph", "bullet"} else []
        if not rows:
            yield from _ended(run)
            run = _Run()
            yield block
        for row, role in rows:
            if run.begins_anew(role):
                issue = run.rows[0] if run.roles[0] is Role.ISSUE and role is Role.ACTION else None
                yield from _ended(run)
                run = _Run()
                if issue:
                    run.rows.append(issue)
                    run.roles.append(Role.ISSUE)
            run.add(row, role)
    yield from _ended(run)


def _ended(run: _Run) -> Iterator[Block]:
    """A run as the card that it makes, else its passages."""
    if _SUBJECTS & set(run.roles) and card(run.rows):
        yield Table(tuple(run.rows), run.rows[0].passage.position)
    else:
        yield from run.passages


def _labelled(passage: Passage) -> Iterator[tuple[Row, Role]]:
    """The labelled parts of a passage that begins with a label, each as a row of two cells with the label's role."""
    if not _may_begin_with_label(passage.text):
        return
    found = [label for colon in _COLON.finditer(passage.text) if (label := _label(passage.text, colon))]
    if not found or passage.text[: found[0][0]].strip(_MARKS):
        return
    ends = [start for start, _, _ in found[1:]] + [len(passage.text)]
    for (start, words, after), end in zip(found, ends, strict=True):
        role = Role.DUE if words.lower() == "date" else meaning(words)
        value = passage.text[after:end].rstrip(_MARKS)
        if role:
            yield Row(passage, (Cell(words, start, ""), Cell(value, after, ""))), role


def _may_begin_with_label(text: str) -> bool:
    """Whether a colon stands near enough to the beginning, as in little prose: all that is read is asked this."""
    before, colon, _ = text.partition(":")
    return bool(colon) and sum(1 for word in before.split() if word.strip(_MARKS)) <= _MOST_WORDS


def _label(text: str, colon: re.Match[str]) -> tuple[int, str, int] | None:
    """(start, words, start of what follows) of the longest known label that ends at a colon, or nothing."""
    line = text.rfind("\n", 0, colon.start()) + 1
    words = list(re.finditer(r"\S+", text[line : colon.start()]))[-_MOST_WORDS:]
    for word in words:
        start = line + word.start() + len(word[0]) - len(word[0].lstrip(_MARKS))
        label = text[start : colon.start()]
        bare = _NUMBER.sub("", label)
        if label[:1].isupper() and (in_full(bare) or bare.lower() == "date"):
            return start, label, colon.end()
    return None
