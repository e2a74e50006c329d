"""Cells that say who and when together, in a plan with one column for both: "Economy Manager – autumn 2018"."""

import re

from sysgraph.extraction import dates
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.kinds import Kind, kind_of, names_people
from sysgraph.extraction.plans.records import Field, Piece
from sysgraph.model import Cell

# Words of time before a date, with what parts them from a name.
_LEADING_UP = re.compile(
    r"(?:[\s,;:/(–—-]+(?:(?:by|before|from|until|to|in|the|end|start|beginning|early|mid|late|of|due|w/c)\b\s*)*|\s*)$",
    re.IGNORECASE,
)
_PARTING = re.compile(r"\s+[-–—/|(]\s*|\s*[,;\n]\s*")
_UNDATED = frozenset({Kind.OPEN, Kind.STATUS})
_EDGES = " \t\n,;:/()–—-"


def parted(fields: dict[Role, Field], names: Names) -> dict[Role, Field]:
    """The fields of a row whose one cell for who and when is parted into both; the row's own where it holds one."""
    role = Role.OWNER if Role.OWNER in fields else Role.DUE
    other = Role.DUE if role is Role.OWNER else Role.OWNER
    if role not in fields or other in fields or len(fields[role].pieces) != 1:
        return fields
    piece = fields[role].pieces[0]
    spans = _who_and_when(piece.cell.text, names)
    if spans is None:
        return fields
    found = dict(fields)
    for part, (start, end) in zip((Role.OWNER, Role.DUE), spans, strict=True):
        cell = Cell(piece.cell.text[start:end], piece.cell.start + start, piece.cell.name)
        found[part] = Field([Piece(piece.passage, cell)])
    return found


def _who_and_when(text: str, names: Names) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where a cell's words for who stand, and those for when; nothing where it does not hold both, apart."""
    if found := dates.find_dates(text):
        start, end = found[0].start, found[-1].end
        begun = _LEADING_UP.search(text, 0, start)
        start = begun.start() if begun else start
        sides = [((0, start), (start, len(text))), ((end, len(text)), (0, end))]
    else:
        sides = [((0, cut.start()), (cut.end(), len(text))) for cut in list(_PARTING.finditer(text))[-1:]]
    for who, when in sides:
        said, time = _trimmed(text, who), _trimmed(text, when)
        if said is None or time is None or not names_people(text[slice(*said)], names):
            continue
        if found or kind_of(text[slice(*time)], names) in _UNDATED:
            return said, time
    return None


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(_EDGES))
    end = span[1] - len(words) + len(words.rstrip(_EDGES))
    return (start, end) if start < end else None
