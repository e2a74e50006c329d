"""The graph for programs that draw networks: GraphML for Gephi and yEd, JSON and CSV for Kumu."""

from collections.abc import Mapping
from typing import Any

from sysgraph.model import Graph, Node, Relationship, Value
from sysgraph.views.tables import cited, csv_text, json_text
from sysgraph.vocabulary import RELATIONSHIPS


def as_graphml(graph: Graph) -> str:
    """GraphML: nodes with label, kind and their attributes, edges with label, type and evidence."""
    from networkx import MultiDiGraph, generate_graphml

    made: MultiDiGraph[str] = MultiDiGraph()
    for node in graph.nodes:
        told = _flat({**node.attributes, "aliases": node.aliases})
        made.add_node(node.id, **{**told, "label": _plain(node.name), "kind": node.kind})
    for one in graph.relationships:
        made.add_edge(one.source, one.target, one.id)
        made[one.source][one.target][one.id].update(
            {**_flat(one.attributes), "label": _label(one), "type": one.type, "evidence": _evidence(one)}
        )
    return "\n".join(generate_graphml(made)) + "\n"


def as_kumu(graph: Graph) -> str:
    """Kumu's JSON: an object with `elements` and `connections`."""
    names = _names(graph)
    elements = [{"_id": node.id, "label": names[node.id], "type": node.kind, **_told(node)} for node in graph.nodes]
    connections = [
        {
            "_id": one.id,
            "from": names[one.source],
            "to": names[one.target],
            "direction": "directed",
            "type": one.type,
            "label": _label(one),
            "description": _evidence(one),
        }
        for one in graph.relationships
    ]
    return json_text({"elements": elements, "connections": connections})


def as_kumu_elements(graph: Graph) -> str:
    """Kumu's CSV of elements: Label, Type, Aliases, Description."""
    names = _names(graph)
    rows = [[names[node.id], node.kind, "|".join(node.aliases), _description(node)] for node in graph.nodes]
    return csv_text(["Label", "Type", "Aliases", "Description"], rows)


def as_kumu_connections(graph: Graph) -> str:
    """Kumu's CSV of connections: From, To, Direction, Type, Label, Description."""
    names = _names(graph)
    rows = [
        [names[one.source], names[one.target], "directed", one.type, _label(one), _evidence(one)]
        for one in graph.relationships
    ]
    return csv_text(["From", "To", "Direction", "Type", "Label", "Description"], rows)


def _names(graph: Graph) -> dict[str, str]:
    """The name of each node; Kumu knows elements by label, so those that share one get their kind, then a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for node in graph.nodes:
        name, number = node.name, 1
        while name in taken:
            name = f"{node.name} ({node.kind}{'' if number == 1 else f' {number}'})"
            number += 1
        taken.add(name)
        found[node.id] = name
    return found


def _label(one: Relationship) -> str:
    capacity = one.attributes.get("as")
    words = RELATIONSHIPS[one.type].reading.format(source="", target="").strip()
    return f"{words} ({capacity})" if capacity else words


def _evidence(one: Relationship | Node) -> str:
    return " | ".join(_plain(cited(it)) for it in one.evidence)


def _told(node: Node) -> dict[str, Any]:
    told: dict[str, Any] = {"aliases": list(node.aliases), "description": _description(node)}
    return told | {name: value for name, value in _flat(node.attributes).items() if name not in told}


def _description(node: Node) -> str:
    return str(node.attributes.get("text") or "") or _evidence(node)


def _flat(attributes: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    """Attributes as single values, lists joined; nothing for those without one."""
    joined = {name: "; ".join(value) if isinstance(value, tuple) else value for name, value in attributes.items()}
    return {
        name: _plain(value) if isinstance(value, str) else value for name, value in joined.items() if value is not None
    }


def _plain(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return (
        "".join(one for one in text if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff"))
        .encode("utf-8", "replace")
        .decode("utf-8")
    )
