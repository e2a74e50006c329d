"""Makes the records of the model from the rows of a graph file."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sysgraph.model import Attributes, Evidence, Node, Position, Relationship, Value
from sysgraph.store.sqlite_schema import CITATION, POSITION

Row = tuple[Any, ...]  # what sqlite3 gives: the types of its columns are those of the schema

NODE = "node.id, node.kind, node.name, node.attributes"
RELATIONSHIP = "id, source, type, target, attributes"
PASSAGE = ", ".join(f'citation."{one}"' for one in CITATION)

_AFTER_POSITION = 2 + len(POSITION)


def make_node(row: Row, aliases: Mapping[str, Sequence[str]], evidence: Mapping[str, tuple[Evidence, ...]]) -> Node:
    """The node of a row of NODE."""
    id_, kind, name, attributes = row
    return Node(id_, kind, name, tuple(aliases.get(id_, ())), make_attributes(attributes), evidence.get(id_, ()))


def make_relationship(row: Row, evidence: Mapping[str, tuple[Evidence, ...]]) -> Relationship:
    """The relationship of a row of RELATIONSHIP."""
    id_, source, type_, target, attributes = row
    return Relationship(id_, source, type_, target, evidence[id_], make_attributes(attributes))


def make_evidence(row: Row) -> Evidence:
    """The evidence of a row that has something first and PASSAGE after it."""
    return Evidence(row[1], Position(*row[2:_AFTER_POSITION]), *row[_AFTER_POSITION:])


def make_attributes(text: str) -> Attributes:
    """The attributes that a column of JSON holds."""
    return {name: make_value(value) for name, value in json.loads(text).items()}


def make_value(value: Any) -> Value:
    """A value as the model has it: a list is a tuple there."""
    return tuple(value) if isinstance(value, list) else value


def by_first(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by their first column, by which they are sorted."""
    return {first: list(those) for first, those in groupby(rows, key=itemgetter(0))}
