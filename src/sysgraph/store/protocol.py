"""What a store of graphs can do: the one set of verbs that every engine speaks."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from sysgraph.model import Evidence, Graph, Node, Notice, Relationship, Value

Record = dict[str, Value]

_ORDER = re.compile(r"\nORDER BY [^()]*(?:\([^()]*\)[^()]*)*\Z")


class Statement(NamedTuple):
    """One query in the two languages that stores speak; a store takes the one that it knows."""

    sql: str | None
    cypher: str | None

    def first(self, rows: int) -> "Statement":
        """The same query, which ends in its ORDER BY, for its first rows alone."""
        return Statement(*(query and f"{query.rstrip()}\nLIMIT {rows:d}" for query in self))

    def counted(self) -> "Statement":
        """The query for how many rows this one has, in a column `count`; the order of its rows is left out."""
        sql = self.sql and f"SELECT count(*) AS count FROM (\n{_ORDER.sub('', self.sql)}\n)"
        return Statement(sql, self.cypher and f"CALL () {{\n{self.cypher}\n}}\nRETURN count(*) AS count")


class Hit(NamedTuple):
    """One result of a search: what was found, the words it was found by, best first."""

    node: Node
    excerpt: str  # the name or the words of the evidence in which the text stands
    evidence: tuple[Evidence, ...]


class Store(Protocol):
    """A graph that answers. Opened for reading only."""

    def provenance(self) -> Mapping[str, Value]:
        """How the graph was built: `version` and `schema`, and the counts `nodes` and `relationships`."""
        ...

    def run(self, statement: Statement, parameters: Mapping[str, Value]) -> list[Record]:
        """The rows of a query, each a dict in the order of its columns; parameters are bound, never pasted."""
        ...

    def named(self, name: str, kinds: Collection[str] = ()) -> tuple[Node, ...]:
        """The nodes that a name or alias names (folded as `register.names.fold` does), by kind and name."""
        ...

    def nearest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Names that are like this one, best first: for "did you mean"."""
        ...

    def nodes(self, ids: Collection[str]) -> Mapping[str, Node]:
        """The nodes with these ids, without their evidence."""
        ...

    def relationships(
        self, ids: Collection[str], types: Collection[str] = (), *, outward: bool
    ) -> tuple[Relationship, ...]:
        """The relationships that leave (outward) or reach these nodes, in the order of their ids."""
        ...

    def evidence(self, ids: Collection[str]) -> Mapping[str, tuple[Evidence, ...]]:
        """The evidence of these nodes and relationships, by id."""
        ...

    def search(self, text: str, limit: int = 20) -> Sequence[Hit]:
        """What the graph holds about some words: names and evidence, best first."""
        ...

    def graph(self) -> Graph:
        """The whole graph, for an export or a picture."""
        ...

    def notices(self) -> tuple[Notice, ...]:
        """What could not be read or was read with a repair, when the graph was built."""
        ...

    def close(self) -> None:
        """Nothing; what the store holds open is let go."""
        ...
