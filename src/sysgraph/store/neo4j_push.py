"""Brings a graph to a Neo4j server, beside those that are there, or takes it away again.

A push goes in batches, each of them whole or not there at all. Until the last of them the graph is marked as not whole,
and nobody is answered from it; whatever stopped a push, the next one repairs it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from sysgraph.errors import StoreError
from sysgraph.graph import check
from sysgraph.model import Evidence, Graph, Node, Notice, Relationship, Source, Value, identity
from sysgraph.store.neo4j_address import graph_name
from sysgraph.store.neo4j_link import Server
from sysgraph.store.neo4j_records import (
    Properties,
    encode,
    evidence_id,
    evidence_properties,
    node_record,
    relationship_record,
)
from sysgraph.store.neo4j_schema import statements
from sysgraph.store.neo4j_server import LAYOUT, check_ours, held_graphs
from sysgraph.store.neo4j_write import Fact, Thing, Writer, batches
from sysgraph.store.placing import places
from sysgraph.store.sqlite_schema import SCHEMA_VERSION

Progress = Callable[[str, int], None]
"""Is told after every batch what it was of, and how many there are by now."""


_AWAIT = "CALL db.awaitIndexes(600)"


class Pushed(NamedTuple):
    """What a push brought to a server, and how many nodes and relationships of an earlier one went."""

    graph: str
    nodes: int
    relationships: int
    passages: int
    gone: int


def push(
    graph: Graph, server: Server, name: str, provenance: Mapping[str, Value], progress: Progress | None = None
) -> Pushed:
    """What was brought: the graph is on the server under that name, in place of what was there under it.

    The same graph may be pushed any number of times; what other graphs hold is left alone.

    Raises:
        StoreError: the name is none, the database holds what is not ours, or the server stops answering.
        VocabularyError: the graph holds what the vocabulary does not allow.
    """
    check(graph)
    name = graph_name(name)
    prepare(server)
    with server.told():
        parts = _Parts(graph, name)
        writer = Writer(server, name, parts.build())
    told = _Told(progress or (lambda *_: None))
    writer.begin()
    for passages in batches(parts.evidence()):
        writer.own("Evidence", passages)
        told.count("passages", len(passages))
    for things in batches(parts.nodes()):
        writer.nodes(things)
        told.count("nodes", len(things))
    for facts in batches(parts.relationships()):
        writer.relationships(facts)
        told.count("relationships", len(facts))
    for label, rows in (("Document", parts.documents()), ("Notice", parts.notices())):
        for batch in batches(rows):
            writer.own(label, batch)
            told.count(f"{label.lower()}s", len(batch))
    for gone in writer.sweep():
        told.count("gone", gone)
    counts = {"nodes": len(graph.nodes), "relationships": len(graph.relationships)}
    writer.finish({"provenance": encode({**provenance, "schema": SCHEMA_VERSION, **counts}), **counts})
    return Pushed(name, **counts, passages=len(parts.ids), gone=told.counts.get("gone", 0))


def remove(server: Server, name: str, progress: Progress | None = None) -> int:
    """How many nodes and relationships the graph held; it is gone, and what others hold too is still there.

    Raises:
        StoreError: the server has no graph of that name; says which it has.
    """
    name = graph_name(name)
    check_ours(server)
    if name not in (known := [one.name for one in held_graphs(server)]):
        raise StoreError(f"{server.address} has no graph “{name}”; it has: {', '.join(known) or 'none'}")
    writer = Writer(server, name, "")
    told = _Told(progress or (lambda *_: None))
    writer.begin()
    for gone in writer.sweep():
        told.count("gone", gone)
    writer.forget()
    return told.counts.get("gone", 0)


def prepare(server: Server) -> None:
    """Nothing; the server has the constraints and indexes, before anything else is written to it.

    Raises:
        StoreError: the database holds what is not ours.
    """
    check_ours(server, empty_will_do=True)
    known = {name for (name,) in server.read("SHOW CONSTRAINTS YIELD name")}
    known |= {name for (name,) in server.read("SHOW INDEXES YIELD name")}
    missing = [statement for name, statement in statements().items() if name not in known]
    for statement in missing:
        server.alter(statement)
    if missing:
        server.alter(_AWAIT)
    server.alter(f"MERGE (s:Sysgraph {{name: 'sysgraph'}}) SET s.layout = {LAYOUT}")


class _Told:
    """Counts what is done, and tells it."""

    def __init__(self, progress: Progress) -> None:
        self.counts: dict[str, int] = {}
        self._progress = progress

    def count(self, what: str, more: int) -> None:
        self.counts[what] = self.counts.get(what, 0) + more
        self._progress(what, self.counts[what])


class _Parts:
    """The parts of a graph as they are written, in batches where they are of one kind or type."""

    def __init__(self, graph: Graph, name: str) -> None:
        self._graph, self._name = graph, name
        self._places = places(graph)
        self.ids: dict[Evidence, str] = {}
        for one in chain[Node | Relationship](graph.nodes, graph.relationships):
            for evidence in one.evidence:
                if evidence not in self.ids:
                    self.ids[evidence] = evidence_id(name, evidence)

    def build(self) -> str:
        """What tells this graph from any other: made of all that it holds, which has to be text for that."""
        digest = blake2b(digest_size=16)
        others = map(astuple, chain[Source | Notice](self._graph.documents, self._graph.notices))
        for one in chain[tuple[object, ...]](self.nodes(), self.relationships(), others):
            digest.update("\x1f".join(map(str, one)).encode() + b"\x1e")
        return digest.hexdigest()

    def evidence(self) -> Iterator[Properties]:
        """The passages, each with the nodes that it speaks of: those that cite it, then the ends of facts that do."""
        speaks_of: dict[str, tuple[set[str], ...]] = {id_: (set(), set(), set()) for id_ in self.ids.values()}
        for node in self._graph.nodes:
            for one in node.evidence:
                speaks_of[self.ids[one]][0].add(node.id)
        for fact in self._graph.relationships:
            for one in fact.evidence:
                speaks_of[self.ids[one]][1].add(fact.source)
                speaks_of[self.ids[one]][2].add(fact.target)
        for evidence, id_ in self.ids.items():
            nodes = [*dict.fromkeys(chain.from_iterable(map(sorted, speaks_of[id_])))]
            yield {"id": id_, **evidence_properties(evidence), "speaks_of": nodes}

    def nodes(self) -> Iterator[Thing]:
        """The nodes."""
        for one in self._graph.nodes:
            evidence = [self.ids[evidence] for evidence in one.evidence]
            yield Thing(one.id, one.kind, node_record(one, evidence, self._places.get(one.id, ())))

    def relationships(self) -> Iterator[Fact]:
        """The relationships."""
        for one in self._graph.relationships:
            record = relationship_record(one, [self.ids[evidence] for evidence in one.evidence])
            yield Fact(one.id, one.type, record, one.source, one.target)

    def documents(self) -> Iterator[Properties]:
        """The documents, numbered."""
        for number, one in enumerate(self._graph.documents):
            told = {"path": one.path, "format": one.format, "sha256": one.sha256, "pages": one.pages}
            yield {"id": identity("document", self._name, str(number)), "number": number, **told}

    def notices(self) -> Iterator[Properties]:
        """The notices, numbered."""
        for number, one in enumerate(self._graph.notices):
            told = {"document": one.document, "where": one.where, "what": one.what, "kind": one.kind}
            yield {"id": identity("notice", self._name, str(number)), "number": number, **told}
