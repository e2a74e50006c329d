"""The records of the model as a server keeps them: JSON that loses nothing, and beside it what Cypher can look at."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from sysgraph.model import Evidence, Node, Position, Relationship, Value, identity
from sysgraph.store.names import key
from sysgraph.store.neo4j_link import Entry
from sysgraph.store.placing import PLACED
from sysgraph.store.sqlite_rows import make_value
from sysgraph.store.sqlite_schema import POSITION, WORDS

Properties = dict[str, Any]
Passages = Mapping[str, Evidence]

NODE = "n.id, n.kind, n.graphs, n.builds, n.records"
RELATIONSHIP = "r.id, startNode(r).id, type(r), endNode(r).id, r.graphs, r.builds, r.records"
EVIDENCE = ", ".join(f"e.{one}" for one in ("id", "graph", "document", *POSITION, *WORDS))

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
_PROPERTY = re.compile(r"[a-z][a-z0-9_]{0,62}")
_KEPT = frozenset({"id", "kind", "name", "aliases", "folded", "attributes", "graphs", "builds", "records", "evidence"})
_CAPACITY = "capacity"  # how a relationship's `as` is called, as in a graph file
_LARGEST = 2**63
_LONGEST_KEY = 1_000  # characters: an index takes no more than 32 KB


def encode(value: object) -> str:
    """A value as JSON, always in the same form."""
    return _ENCODER.encode(value)


def node_record(node: Node, evidence: Sequence[str], placed: tuple[Value, ...]) -> str:
    """All that a graph says of a node, its evidence by id."""
    told = {"name": node.name, "aliases": node.aliases, "attributes": dict(node.attributes), "evidence": evidence}
    return encode({**told, "placed": placed} if placed else told)


def relationship_record(one: Relationship, evidence: Sequence[str]) -> str:
    """All that a graph says of a relationship beside its ends, its evidence by id."""
    return encode({"attributes": dict(one.attributes), "evidence": evidence})


def node_properties(id_: str, kind: str, held: Mapping[str, Entry]) -> Properties:
    """What a node has on a server: the attributes of the last of its graphs, the names and evidence of all of them."""
    told = _by_graph(held)
    last = told[-1]
    names = _names(told)
    placed = dict(zip(PLACED, last.get("placed") or (None,) * len(PLACED), strict=True))
    return {
        **_attributes(last["attributes"], _KEPT | {*PLACED}),
        **{name: _property(value) for name, value in placed.items() if value is not None},
        **_holders(held),
        "id": id_,
        "kind": kind,
        "name": last["name"],
        "aliases": names[1:],
        "folded": list(dict.fromkeys(map(lookup, names))),
        "evidence": _evidence(told),
    }


def relationship_properties(id_: str, held: Mapping[str, Entry]) -> Properties:
    """What a relationship has on a server, as for a node; its `as` is called `capacity`."""
    told = _by_graph(held)
    attributes = {_CAPACITY if name == "as" else name: value for name, value in told[-1]["attributes"].items()}
    return {**_attributes(attributes, _KEPT), **_holders(held), "id": id_, "evidence": _evidence(told)}


def evidence_id(graph: str, evidence: Evidence) -> str:
    """The id of a passage that a graph cites."""
    return identity("evidence", graph, encode(evidence.as_json()))


def evidence_properties(evidence: Evidence) -> Properties:
    """What a passage has on a server, beside its id and its graph."""
    return {name: value for name, value in evidence.as_json().items() if value is not None}


def make_evidence(row: Sequence[Any], *, several: bool) -> Evidence:
    """The evidence of a row of EVIDENCE; of one graph among several, its document is told with the graph's name."""
    _, graph, document, *rest = row
    position, words = rest[: len(POSITION)], rest[len(POSITION) :]
    return Evidence(document_of(graph, document, several=several), Position(*position), *words)


def document_of(graph: str, document: str, *, several: bool) -> str:
    """How a document is called: each graph has its own plan.txt."""
    return f"{graph}/{document}" if several else document


def make_node(row: Sequence[Any], passages: Passages, only: str | None = None) -> Node:
    """The node of a row of NODE: as one graph has it, or as all of them together do."""
    id_, kind, *lists = row
    told = _told(lists, only)
    first, *aliases = _names(told)
    if len(told) == 1:
        aliases = list(told[0]["aliases"])
    evidence = tuple(passages[one] for one in _evidence(told) if one in passages)
    return Node(id_, kind, first, tuple(aliases), _made(told), evidence)


def make_relationship(row: Sequence[Any], passages: Passages, only: str | None = None) -> Relationship:
    """The relationship of a row of RELATIONSHIP: as one graph has it, or as all of them together do."""
    id_, source, type_, target, *lists = row
    told = _told(lists, only)
    return Relationship(id_, source, type_, target, tuple(passages[one] for one in _evidence(told)), _made(told))


def cited(row: Sequence[Any], only: str | None = None) -> list[str]:
    """The ids of the evidence of a row of NODE or RELATIONSHIP."""
    return _evidence(_told(row[-3:], only))


def lookup(name: str) -> str:
    """The form under which a server looks a name up; an index holds no empty word, so none is empty."""
    return "=" + key(name)[:_LONGEST_KEY]


def _told(lists: Sequence[Sequence[str]], only: str | None) -> list[dict[str, Any]]:
    graphs, _, records = lists
    return [json.loads(record) for graph, record in zip(graphs, records, strict=True) if only in (None, graph)]


def _by_graph(held: Mapping[str, Entry]) -> list[dict[str, Any]]:
    return [json.loads(held[graph].record) for graph in sorted(held)]


def _holders(held: Mapping[str, Entry]) -> Properties:
    graphs = sorted(held)
    return {
        "graphs": graphs,
        "builds": [held[graph].build for graph in graphs],
        "records": [held[graph].record for graph in graphs],
    }


def _names(told: Sequence[Mapping[str, Any]]) -> list[str]:
    """The name in the last graph, then every other form that any of them has."""
    return list(dict.fromkeys(name for one in reversed(told) for name in (one["name"], *one["aliases"])))


def _evidence(told: Sequence[Mapping[str, Any]]) -> list[str]:
    return [id_ for one in told for id_ in one["evidence"]]


def _made(told: Sequence[Mapping[str, Any]]) -> Mapping[str, Value]:
    return {name: make_value(value) for name, value in told[-1]["attributes"].items()}


def _attributes(attributes: Mapping[str, Any], kept: frozenset[str]) -> Properties:
    return {
        name: _property(value)
        for name, value in attributes.items()
        if value is not None and name not in kept and _PROPERTY.fullmatch(name)
    }


def _property(value: Any) -> Any:
    """A value that a server can hold: a number that is too large for it becomes one that is less exact."""
    if isinstance(value, int) and not isinstance(value, bool) and not -_LARGEST <= value < _LARGEST:
        return float(value)
    return value
