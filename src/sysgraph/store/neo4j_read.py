"""Answers from a Neo4j server, which is asked to read and to do nothing else."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from neo4j.exceptions import ClientError

from sysgraph.errors import QuestionError
from sysgraph.model import Evidence, Graph, Node, Notice, Relationship, Source, Value
from sysgraph.store import neo4j_refusal
from sysgraph.store.names import UNNAMED, key, likest
from sysgraph.store.neo4j_link import Row, Server, summary
from sysgraph.store.neo4j_records import (
    EVIDENCE,
    NODE,
    RELATIONSHIP,
    cited,
    document_of,
    encode,
    lookup,
    make_evidence,
    make_node,
    make_relationship,
)
from sysgraph.store.neo4j_schema import NAMES
from sysgraph.store.neo4j_server import Held
from sysgraph.store.protocol import Hit, Record, Statement
from sysgraph.store.sqlite_schema import NODE_KINDS, SCHEMA_VERSION
from sysgraph.vocabulary import RELATIONSHIPS

_ITS = "($only IS NULL OR {0}.graph = $only)"
_KINDS = frozenset(kind.lower() for kind in NODE_KINDS)
_ACCESS_MODE = "Neo.ClientError.Statement.AccessMode"


class Neo4jStore:
    """The graphs of a server, as one: what several hold is one node or relationship, with the evidence of them all."""

    def __init__(self, server: Server, held: Sequence[Held]) -> None:
        self._server, self._held = server, held
        self._several = len(held) > 1

    def provenance(self) -> Mapping[str, Value]:
        """How the graph was built; of several, their names as `graphs`, and `schema`, `nodes` and `relationships`."""
        if not self._several:
            return self._held[0].provenance
        versions = sorted({str(one.provenance.get("version", "")) for one in self._held} - {""})
        ((nodes,),) = self._server.read("MATCH (n:Node) RETURN count(n)")
        ((facts,),) = self._server.read("MATCH (:Node)-[r]->(:Node) RETURN count(r)")
        told = {"graphs": tuple(one.name for one in self._held), "nodes": nodes, "relationships": facts}
        return {**told, "schema": SCHEMA_VERSION, "version": ", ".join(versions)}

    def run(self, statement: Statement, parameters: Mapping[str, Value]) -> list[Record]:
        """The rows of a query, each a dict in the order of its columns, with values as a graph file gives them.

        So a truth is 1 or 0, and a list is JSON. Parameters are bound by name (`$name`); a tuple arrives as a list.

        Raises:
            QuestionError: the query has no Cypher, is written wrongly, lacks a parameter, or would do more than read.
        """
        cypher = statement.cypher
        if cypher is None:
            raise QuestionError("the question has no Cypher, which a server needs; add a `cypher` block to it")
        neo4j_refusal.check(cypher)
        bound = {name: list(value) if isinstance(value, tuple) else value for name, value in parameters.items()}
        first = " ".join(cypher.split())[:80]
        with self._server.told():
            try:
                columns, rows = self._server.columns_and_rows(cypher, bound)
            except ClientError as error:
                if error.code == _ACCESS_MODE:
                    raise QuestionError(f"the query “{first}” would change the graph; a question only reads") from error
                raise QuestionError(f"the query “{first}” cannot be answered: {summary(error)}") from error
            except (OverflowError, ValueError) as error:
                told = f"{error}; correct its parameters"
                raise QuestionError(f"the query “{first}” cannot be answered: {told}") from error
        return [{name: _plain(value, name) for name, value in zip(columns, row, strict=True)} for row in rows]

    def named(self, name: str, kinds: Collection[str] = ()) -> tuple[Node, ...]:
        """The nodes that a name or alias names, whatever its spelling, by kind and name."""
        asked = lookup(name)
        query = '"' + asked.replace("\\", "\\\\").replace('"', '\\"') + '"'
        rows = self._server.read(
            f"CALL db.index.fulltext.queryNodes('{NAMES}', $query) YIELD node AS n RETURN {NODE}", query=query
        )
        nodes = [make_node(row, {}) for row in rows if not kinds or row[1] in kinds]
        found = [node for node in nodes if key(name) in map(key, (node.name, *node.aliases))]
        return tuple(sorted(found, key=lambda node: (node.kind, node.name, node.id)))

    def nearest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Names of actors and things (not of actions, findings and meetings) that are like this one, best first."""
        kinds = [kind for kind in NODE_KINDS if kind not in UNNAMED]
        rows = self._server.read(
            "MATCH (n:Node) WHERE n.kind IN $kinds RETURN n.name, n.folded ORDER BY n.id", kinds=kinds
        )
        # Their keys begin with the mark that keeps an empty one from being nothing.
        return likest(name, ((offered, one[1:]) for offered, keys in rows for one in keys), limit)

    def nodes(self, ids: Collection[str]) -> Mapping[str, Node]:
        """The nodes with these ids, without their evidence, in the order of their ids."""
        rows = self._server.read(f"MATCH (n:Node) WHERE n.id IN $ids RETURN {NODE}", ids=list(ids))
        return {row[0]: make_node(row, {}) for row in sorted(rows)}

    def relationships(
        self, ids: Collection[str], types: Collection[str] = (), *, outward: bool
    ) -> tuple[Relationship, ...]:
        """The relationships that leave (outward) or reach these nodes, in the order of their ids."""
        among = "|".join(one for one in RELATIONSHIPS if not types or one in types)
        if not among:
            return ()
        arrow = f"(n:Node)-[r:{among}]->(:Node)" if outward else f"(n:Node)<-[r:{among}]-(:Node)"
        rows = self._server.read(f"MATCH {arrow} WHERE n.id IN $ids RETURN {RELATIONSHIP}", ids=list(ids))
        passages = self._passages(one for row in rows for one in cited(row))
        return tuple(make_relationship(row, passages) for row in sorted(rows))

    def evidence(self, ids: Collection[str]) -> Mapping[str, tuple[Evidence, ...]]:
        """The evidence of these nodes and relationships, by id; what has none is not in it."""
        found: dict[str, list[str]] = {}
        for query, those in _holders(ids):
            found |= {id_: evidence for id_, evidence in self._server.read(query, ids=those) if evidence}
        passages = self._passages(one for evidence in found.values() for one in evidence)
        return {id_: tuple(passages[one] for one in found[id_]) for id_ in sorted(found)}

    def search(self, text: str, limit: int = 20) -> Sequence[Hit]:
        """What the graph holds about some words, best first: names before attributes, attributes before evidence.

        All words have to stand together, whole or as beginnings of words; where nothing has them all, any of them do.
        How a text is cut into words, and which of two good matches is the better, is the server's own.
        """
        from sysgraph.store.neo4j_search import search

        found = search(self._server.read, text, limit)
        nodes = self.nodes([one.node for one in found])
        own = self.evidence([one.node for one in found if not one.passages])
        passages = self._passages(id_ for one in found for id_ in one.passages)
        return [
            Hit(
                nodes[one.node],
                one.excerpt or passages[one.passages[0]].quote,
                tuple(passages[id_] for id_ in one.passages) or own.get(one.node, ()),
            )
            for one in found
        ]

    def graph(self) -> Graph:
        """The whole graph; of several, all of them as one."""
        return self._graph("Node", None)

    def part(self, name: str) -> Graph:
        """One graph among several, as it was pushed."""
        from sysgraph.store.neo4j_write import label

        return self._graph(label(name), name)

    def provenance_of(self, name: str) -> Mapping[str, Value]:
        """How one graph among several was built."""
        return next(one.provenance for one in self._held if one.name == name)

    def notices(self) -> tuple[Notice, ...]:
        """What could not be read or was read with a repair, when the graph was built."""
        return self._notices(None)

    def close(self) -> None:
        """Nothing; the connection is let go."""
        self._server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _graph(self, label: str, only: str | None) -> Graph:
        where = "WHERE $only IN r.graphs" if only else ""
        nodes = self._server.read(f"MATCH (n:{label}) RETURN {NODE}")
        facts = self._server.read(f"MATCH (:{label})-[r]->(:Node) {where} RETURN {RELATIONSHIP}", only=only)
        passages = self._made(self._own(f"(e:Evidence) WHERE {_ITS.format('e')} RETURN {EVIDENCE}", only), only)
        columns = "d.graph, d.number, d.path, d.format, d.sha256, d.pages"
        documents = self._own(f"(d:Document) WHERE {_ITS.format('d')} RETURN {columns}", only)
        return Graph(
            tuple(make_node(row, passages, only) for row in sorted(nodes)),
            tuple(make_relationship(row, passages, only) for row in sorted(facts)),
            tuple(Source(self._called(graph, path, only), *rest) for graph, _, path, *rest in documents),
            self._notices(only),
        )

    def _notices(self, only: str | None) -> tuple[Notice, ...]:
        columns = "w.graph, w.number, w.document, w.where, w.what, w.kind"
        rows = self._own(f"(w:Notice) WHERE {_ITS.format('w')} RETURN {columns}", only)
        return tuple(Notice(self._called(graph, document, only), *rest) for graph, _, document, *rest in rows)

    def _own(self, query: str, only: str | None) -> list[Row]:
        return sorted(self._server.read(f"MATCH {query}", only=only))

    def _called(self, graph: str, document: str, only: str | None) -> str:
        return document_of(graph, document, several=self._several and only is None)

    def _passages(self, ids: Iterable[str]) -> dict[str, Evidence]:
        wanted = sorted({*ids})
        if not wanted:
            return {}
        return self._made(self._server.read(f"MATCH (e:Evidence) WHERE e.id IN $ids RETURN {EVIDENCE}", ids=wanted))

    def _made(self, rows: Iterable[Row], only: str | None = None) -> dict[str, Evidence]:
        return {row[0]: make_evidence(row, several=self._several and only is None) for row in rows}


def _holders(ids: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """For nodes and for each type of relationship the query for what they cite, and those ids that may be of it.

    The id of a relationship begins with its type, as `identity` makes it; one that does not is looked for everywhere.
    """
    by_prefix: dict[str, list[str]] = {}
    for id_ in ids:
        by_prefix.setdefault(id_.rpartition("-")[0], []).append(id_)
    for prefix, those in by_prefix.items():
        type_ = prefix.upper().replace("-", "_")
        if type_ in RELATIONSHIPS:
            yield f"MATCH ()-[r:{type_}]->() WHERE r.id IN $ids RETURN r.id, r.evidence", those
            continue
        yield "MATCH (n:Node) WHERE n.id IN $ids RETURN n.id, n.evidence", those
        if prefix not in _KINDS:
            yield "MATCH (:Node)-[r]->(:Node) WHERE r.id IN $ids RETURN r.id, r.evidence", those


def _plain(value: Any, column: str) -> Value:
    """A value as a graph file gives it.

    Raises:
        QuestionError: it is no text, number, truth or list of these.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        try:
            return encode(value)
        except (TypeError, ValueError):
            pass
    raise QuestionError(
        f"the column `{column}` holds a {type(value).__name__}; a question returns text, numbers and lists of them: "
        "name the attribute that is meant, as in n.name"
    )
