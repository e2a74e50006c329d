"""A graph as JSON that any program reads, and back: the interchange form.

One object: `sysgraph` (the version that wrote it), `documents`, `nodes`, `relationships`, `notices`. Evidence stands
flat inside what it speaks for; documents and evidence are not among the nodes. The same graph gives the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, TextIO

from sysgraph import __version__
from sysgraph.model import Attributes, Evidence, Graph, Value

__all__ = ["from_json", "to_json", "write_json", "write_jsonl"]

Json = dict[str, Any]
_SECTIONS = ("documents", "nodes", "relationships", "notices")


def to_json(graph: Graph) -> Json:
    """The graph in the interchange form, in the order of the graph."""
    records = _records(graph)
    return {"sysgraph": __version__, **{section: list(records[section]) for section in _SECTIONS}}


def write_json(graph: Graph, stream: TextIO) -> None:
    """Nothing; the stream has the interchange form as one JSON object, each record on a line of its own."""
    records = _records(graph)
    stream.write(f'{{"sysgraph": {_line(__version__)}')
    for section in _SECTIONS:
        stream.write(f',\n"{section}": [')
        for number, record in enumerate(records[section]):
            stream.write(f"{',' if number else ''}\n{_line(record)}")
        stream.write("\n]")
    stream.write("}\n")


def write_jsonl(graph: Graph, stream: TextIO) -> None:
    """Nothing; the stream has one JSON object a line, `record` telling what each is; the first has the version."""
    stream.write(f"{_line({'record': 'sysgraph', 'version': __version__})}\n")
    for section, records in _records(graph).items():
        for record in records:
            stream.write(f"{_line({'record': section.removesuffix('s'), **record})}\n")


def from_json(data: object) -> Graph:
    """The graph that parsed JSON in the interchange form stands for, sorted by id.

    Raises:
        StoreError: it is not the interchange form, an id stands twice, or an end is missing; the message says where.
        VocabularyError: a kind or relationship that the vocabulary does not have or allow.
    """
    from sysgraph.interchange.form import read

    return read(data)


def _records(graph: Graph) -> dict[str, Iterable[Json]]:
    """What each section holds, made as it is asked for: a large graph is never held twice."""
    return {
        "documents": (asdict(document) for document in graph.documents),
        "nodes": (
            {
                "id": node.id,
                "kind": node.kind,
                "name": node.name,
                "aliases": list(node.aliases),
                "attributes": _attributes(node.attributes),
                "evidence": _evidence(node.evidence),
            }
            for node in graph.nodes
        ),
        "relationships": (
            {
                "id": one.id,
                "source": one.source,
                "type": one.type,
                "target": one.target,
                "attributes": _attributes(one.attributes),
                "evidence": _evidence(one.evidence),
            }
            for one in graph.relationships
        ),
        "notices": (asdict(notice) for notice in graph.notices),
    }


def _evidence(evidence: Iterable[Evidence]) -> list[Mapping[str, Value]]:
    return [one.as_json() for one in evidence]


def _attributes(attributes: Attributes) -> Json:
    return dict(_plain(attributes))


def _plain(attributes: Attributes) -> Iterator[tuple[str, Any]]:
    for name, value in sorted(attributes.items()):
        yield name, list(value) if isinstance(value, tuple) else value


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
