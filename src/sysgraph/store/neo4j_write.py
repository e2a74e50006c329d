"""Writes one graph's part of a server, batch by batch; what other graphs hold of the same things stays as it is.

Only one batch is written at a time, whoever pushes: a thing that two graphs share is read and written in one go.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, TypeVar

from neo4j import ManagedTransaction

from sysgraph.errors import StoreError
from sysgraph.store.neo4j_link import Entry, Row, Server, entries
from sysgraph.store.neo4j_records import Properties, node_properties, relationship_properties
from sysgraph.store.neo4j_schema import OWN

BATCH = 2_000
"""How many things are written at once: a server with little memory takes them."""

_HOLD = "MATCH (s:Sysgraph) SET s.held = true WITH s OPTIONAL MATCH (g:Graph {name: $graph}) RETURN g.build"
_NODES = "UNWIND $rows AS row MERGE (n:Node {{id: row.id}}) SET n = row SET n:{kind}:{label}"
_RELATIONSHIPS = (
    "UNWIND $rows AS row MATCH (a:Node {{id: row.source}}) MATCH (b:Node {{id: row.target}}) "
    "MERGE (a)-[r:{type} {{id: row.held.id}}]->(b) SET r = row.held"
)
_OWN = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row"
_UNCITE = (
    "UNWIND $rows AS row MATCH (n:Node {id: row.id})-[c:CITES]->(e:Evidence) WHERE NOT e.id IN row.evidence DELETE c"
)
_CITE = (
    "UNWIND $rows AS row MATCH (n:Node {id: row.id}) UNWIND row.evidence AS id MATCH (e:Evidence {id: id}) "
    "MERGE (n)-[:CITES]->(e)"
)
_STALE = (
    "$graph IN {one}.graphs AND NOT any(at IN range(0, size({one}.graphs) - 1) "
    "WHERE {one}.graphs[at] = $graph AND {one}.builds[at] = $build)"
)
_LISTS = "{one}.id, {one}.graphs, {one}.builds, {one}.records"
_AGAIN = "UNWIND $rows AS row MATCH {match} SET n = row"
_SHARED = "MATCH (n:Node) WHERE n.id IN $ids AND n.graphs <> [$graph] RETURN n.id"
_A_NODE = "MATCH (n:Node) WHERE n.id IN $ids"
_A_RELATIONSHIP = "MATCH ()-[r:{type}]->() WHERE r.id IN $ids"


class Thing(NamedTuple):
    """A node to be written, and what the graph says of it (JSON)."""

    id: str
    sort: str  # its kind
    record: str


class Fact(NamedTuple):
    """A relationship to be written: its ends, and what the graph says of it (JSON)."""

    id: str
    sort: str  # its type
    record: str
    source: str
    target: str


_One = TypeVar("_One", Thing, Fact)


class Writer:
    """Writes one build of one graph. Every method may be run again: what is there already stays one."""

    def __init__(self, server: Server, graph: str, build: str) -> None:
        self._server = server
        self._about = {"graph": graph, "build": build}
        self._label = label(graph)

    def begin(self) -> None:
        """Nothing; the graph is marked as not whole, and this build as the one that is written."""
        self._run("MERGE (g:Graph {name: $graph}) SET g.build = $build, g.whole = false", first=True)

    def finish(self, properties: Mapping[str, object]) -> None:
        """Nothing; the graph is marked as whole."""
        self._run("MATCH (g:Graph {name: $graph}) SET g += $properties, g.whole = true", properties=properties)

    def forget(self) -> None:
        """Nothing; the mark of the graph is gone."""
        self._run("MATCH (g:Graph {name: $graph}) DELETE g")

    def nodes(self, things: Sequence[Thing]) -> None:
        """Nothing; these nodes are there and lead to their evidence, which is there before them."""

        def work(transaction: ManagedTransaction) -> None:
            self._hold(transaction)
            held = self._held(transaction, _A_NODE, "n", things)
            rows = {one.id: node_properties(one.id, one.sort, held[one.id]) for one in things}
            for kind, those in _sorted(things):
                query = _NODES.format(kind=kind, label=self._label)
                _run(transaction, query, rows=[rows[one.id] for one in those])
            for query in (_UNCITE, _CITE):
                _run(transaction, query, rows=list(rows.values()))

        self._server.write(work)

    def relationships(self, facts: Sequence[Fact]) -> None:
        """Nothing; these relationships are there, between nodes that are there before them."""

        def work(transaction: ManagedTransaction) -> None:
            self._hold(transaction)
            ends = {end for one in facts for end in (one.source, one.target)}
            found = _run(transaction, _SHARED, ids=sorted(ends), graph=self._about["graph"])
            shared = {id_ for (id_,) in found}
            for type_, those in _sorted(facts):
                # Where another graph holds a relationship, it holds both its ends.
                known = [one for one in those if one.source in shared and one.target in shared]
                held = self._held(transaction, _A_RELATIONSHIP.format(type=type_), "r", those, known)
                rows = [
                    {"source": one.source, "target": one.target, "held": relationship_properties(one.id, held[one.id])}
                    for one in those
                ]
                _run(transaction, _RELATIONSHIPS.format(type=type_), rows=rows)

        self._server.write(work)

    def own(self, kind: str, rows: Sequence[Properties]) -> None:
        """Nothing; these things that belong to this graph alone are there."""
        self._run(_OWN.format(label=kind), rows=[{**row, **self._about} for row in rows])

    def sweep(self) -> Iterator[int]:
        """How many things of earlier builds went, batch by batch: relationships, nodes, what is the graph's own."""
        query = f"MATCH (:{self._label})-[r]->(:Node) WHERE {_STALE.format(one='r')} RETURN type(r), r.id"
        for type_, ids in self._listed(query):
            yield self._take(type_, ids, node=False)
        query = f"MATCH (n:{self._label}) WHERE {_STALE.format(one='n')} RETURN n.kind, n.id"
        for kind, ids in self._listed(query):
            yield self._take(kind, ids, node=True)
        for name in OWN:
            query = f"MATCH (n:{name} {{graph: $graph}}) WHERE n.build <> $build RETURN '{name}', n.id"
            for _, ids in self._listed(query):
                self._run(f"MATCH (n:{name}) WHERE n.id IN $ids DETACH DELETE n", ids=ids)
                yield 0

    def _listed(self, query: str) -> Iterator[tuple[str, list[str]]]:
        found = self._server.read(query, **self._about)
        for sort, those in groupby(sorted(found), key=itemgetter(0)):
            for ids in batches(id_ for _, id_ in those):
                yield sort, ids

    def _take(self, sort: str, ids: Sequence[str], *, node: bool) -> int:
        """How many of these things this graph held; those that no other holds are gone."""

        def work(transaction: ManagedTransaction) -> int:
            self._hold(transaction)
            one, match = ("n", _A_NODE) if node else ("r", _A_RELATIONSHIP.format(type=sort))
            found = _run(transaction, f"{match} RETURN {_LISTS.format(one=one)}", ids=ids)
            left = {id_: self._others(entries(*lists)) for id_, *lists in found}
            alone = [id_ for id_, others in left.items() if not others]
            _run(transaction, f"{match} {'DETACH ' if node else ''}DELETE {one}", ids=alone)
            shared = [(id_, others) for id_, others in left.items() if others]
            if node:
                rows = [node_properties(id_, sort, others) for id_, others in shared]
                _run(transaction, f"{_AGAIN.format(match='(n:Node {id: row.id})')} REMOVE n:{self._label}", rows=rows)
                _run(transaction, _UNCITE, rows=rows)
            else:
                rows = [relationship_properties(id_, others) for id_, others in shared]
                _run(transaction, _AGAIN.format(match=f"()-[n:{sort} {{id: row.id}}]->()"), rows=rows)
            return len(left)

        return int(self._server.write(work))

    def _others(self, held: Mapping[str, Entry]) -> dict[str, Entry]:
        return {graph: entry for graph, entry in held.items() if graph != self._about["graph"]}

    def _held(
        self,
        transaction: ManagedTransaction,
        match: str,
        one: str,
        things: Sequence[Thing | Fact],
        known: Sequence[Thing | Fact] | None = None,
    ) -> dict[str, dict[str, Entry]]:
        """What all graphs hold of these things, by id, this graph's new records with it; others may hold `known`."""
        graph, build = self._about["graph"], self._about["build"]
        ids = [thing.id for thing in (things if known is None else known)]
        query = f"{match} AND {one}.graphs <> [$graph] RETURN {_LISTS.format(one=one)}"
        found = _run(transaction, query, ids=ids, graph=graph) if ids else []
        others = {id_: self._others(entries(*lists)) for id_, *lists in found}
        return {thing.id: {**others.get(thing.id, {}), graph: Entry(build, thing.record)} for thing in things}

    def _run(self, query: str, *, first: bool = False, **parameters: object) -> None:
        def work(transaction: ManagedTransaction) -> None:
            self._hold(transaction, first=first)
            _run(transaction, query, **self._about, **parameters)

        self._server.write(work)

    def _hold(self, transaction: ManagedTransaction, *, first: bool = False) -> None:
        """Nothing, once nobody else writes; to the end of the transaction nobody else will.

        Raises:
            StoreError: somebody has begun to push the same graph since.
        """
        rows = _run(transaction, _HOLD, graph=self._about["graph"])
        if not rows or (not first and rows[0] != [self._about["build"]]):
            raise StoreError(
                f"somebody else has begun to push or remove the graph “{self._about['graph']}” meanwhile, so this push "
                "has stopped; let one of you push it again"
            )


def label(graph: str) -> str:
    """The label of a graph's nodes, as Cypher is told it; `graph_name` has seen to it that nothing breaks out."""
    return f"`graph {graph}`"


def _sorted(things: Sequence[_One]) -> Iterator[tuple[str, list[_One]]]:
    """The things by their kind or type."""
    for sort, those in groupby(sorted(things, key=attrgetter("sort", "id")), key=attrgetter("sort")):
        yield sort, list(those)


def batches(those: Any) -> Iterator[list[Any]]:
    """The same in lists of BATCH."""
    rest = iter(those)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _run(transaction: ManagedTransaction, query: str, **parameters: object) -> list[Row]:
    return [list(record) for record in transaction.run(query, parameters)]
