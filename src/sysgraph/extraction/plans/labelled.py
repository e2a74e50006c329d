"""Words of a plan that carry their own labels: "Lead: …" in a cell with others, and actions written as cards.

A card is a table of two columns, a label and what it is of, that holds one action.
"""

import re
from collections.abc import Iterator, Sequence

from sysgraph.extraction.plans.headers import Role, meaning
from sysgraph.extraction.plans.records import Field, Piece
from sysgraph.model import Cell, Row

_LINE = re.compile(r"^\W*(?P<label>[A-Za-z][A-Za-z /-]{2,30}?)\s*:\s*(?P<value>.*)$")
_PARTS = frozenset({Role.OWNER, Role.LEAD, Role.DUE, Role.REVISED, Role.RAG, Role.PROGRESS, Role.ASSURANCE})
_WHO = r"(?:[A-Z]{2,3}[a-z]?|ALL|All)"
_TAIL = re.compile(
    rf"\s\((?P<who>{_WHO}(?:\s?[&/,]\s?{_WHO})*)\)[.;]?(?:\s*(?:Due|By|Deadline)[:\s]\s*(?P<due>[^.;]+)[.;]?)?"
    r"(?:\s*(?P<state>Open|Closed|Ongoing|Completed?|In progress|Done|Not started|Overdue)\.?)?\s*$"
)
_TAIL_ROLES = ((Role.OWNER, "who"), (Role.DUE, "due"), (Role.RAG, "state"))
_NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]?\s*$")


def unfold(fields: dict[Role, Field]) -> dict[Role, Field]:
    """The fields of a row, with the labelled lines of a cell given to the roles that their labels say."""
    unfolded: dict[Role, Field] = {}
    for role, part in fields.items():
        for piece in part.pieces:
            for to, own in _parted(piece, role):
                unfolded.setdefault(to, Field()).pieces.append(own)
    return unfolded


def _parted(piece: Piece, role: Role) -> Iterator[tuple[Role, Piece]]:
    """The pieces of a cell by role: itself where its lines have no labels, else one for each line."""
    lines = list(_lines(piece.cell))
    labelled = [to for to, _, _ in lines if to]
    support = role is Role.OWNER and Role.LEAD in labelled
    if len(set(labelled)) < 2 and not support:
        yield role, piece
        return
    current = role
    for to, start, text in lines:
        current = to or current
        if text.strip():
            yield current, Piece(piece.passage, Cell(text, start, piece.cell.name))


def _lines(cell: Cell) -> Iterator[tuple[Role | None, int, str]]:
    """The lines of a cell: (the role that its label says, where its words begin in the passage, its words)."""
    start = cell.start
    for line in cell.text.split("\n"):
        match = _LINE.match(line)
        role = _role(match["label"]) if match else None
        if match and role:
            yield role, start + match.start("value"), match["value"]
        else:
            yield None, start, line
        start += len(line) + 1


def _role(label: str) -> Role | None:
    role = Role.DUE if label.strip().lower() == "date" else meaning(label)
    return role if role in _PARTS else None


def after_words(fields: dict[Role, Field]) -> dict[Role, Field]:
    """The fields of a row whose action itself ends with who, when and how far: "Ask for dates (JL). Due May. Open"."""
    action = fields.get(Role.ACTION)
    match = _TAIL.search(action.pieces[-1].cell.text) if action and Role.OWNER not in fields else None
    if action is None or match is None:
        return fields
    piece = action.pieces[-1]
    own = {role: match[group] for role, group in _TAIL_ROLES if match[group] and role not in fields}
    found = dict(fields)
    words = Piece(piece.passage, Cell(piece.cell.text[: match.start()].rstrip(), piece.cell.start, piece.cell.name))
    found[Role.ACTION] = Field([*action.pieces[:-1], words])
    for role, group in _TAIL_ROLES:
        if role in own:
            cell = Cell(match[group], piece.cell.start + match.start(group), piece.cell.name)
            found[role] = Field([Piece(piece.passage, cell)])
    return found


def ends_with_owner(text: str) -> bool:
    """Whether the words of an action end with the initials of who is to do it."""
    return bool(_TAIL.search(text))


def card(rows: Sequence[Row]) -> tuple[str, dict[Role, Field]] | None:
    """(reference, fields) of the one action that a table of labels holds, or nothing."""
    if len(rows) < 3 or any(len(row.cells) != 2 for row in rows):
        return None
    fields: dict[Role, Field] = {}
    reference = ""
    for row in rows:
        label, value = row.cells
        role = meaning(label.text)
        if role is None or role in fields:
            continue
        if role is Role.ACTION and (number := _NUMBER.search(label.text)):
            reference = number[0].strip()
        if value.text.strip():
            fields[role] = Field([Piece(row.passage, value)])
        elif role in _PARTS:
            fields[role] = Field()
    said = fields.keys() & {Role.DUE, Role.RAG, Role.REVISED}
    if Role.ACTION not in fields and Role.ISSUE in fields:
        fields[Role.ACTION] = fields.pop(Role.ISSUE)  # a recommendation that is followed up is itself the action
    whole = Role.ACTION in fields and fields[Role.ACTION].pieces and Role.OWNER in fields and said
    return (reference, {role: part for role, part in fields.items() if part.pieces}) if whole else None
