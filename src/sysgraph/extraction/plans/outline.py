"""What the loader of plans made of each table of a document, for the person to whom a plan came out wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from sysgraph.extraction.mentions import Names
from sysgraph.extraction.plans.front import walk
from sysgraph.extraction.plans.headers import Role
from sysgraph.model import Document, Table

_NEAR = 2  # rows may have lost or gained so many cells


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a plan's table: its header as written, and what it was taken for; "" for nothing."""

    header: str
    role: str


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table that was read as (part of) a plan: the part it belongs to, its columns, how many actions it gave.

    A table that is a card of one action has no columns.
    """

    table: Table
    part: str
    columns: tuple[Column, ...]
    actions: int


def outline(document: Document, names: Names) -> Iterator[PlanTable]:
    """The tables of a document that are read as plans, in reading order."""
    for one in walk(document, names).taken:
        width = max(len(row.cells) for row in one.table.rows)
        columns = one.columns
        fitting = columns is not None and abs(len(columns.roles) - width) <= _NEAR
        found = zip(columns.headers, columns.roles, strict=True) if columns and fitting else ()
        part = " ".join(filter(None, (one.section.ref, one.section.name)))
        told = tuple(Column(header, "" if role is Role.OTHER else role.value) for header, role in found)
        yield PlanTable(one.table, part, told, one.actions)
