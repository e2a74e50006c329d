"""What one does with a graph: look into it by id, take a part of it, hand it to networkx."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from sysgraph import vocabulary
from sysgraph.errors import StoreError, VocabularyError
from sysgraph.model import Graph, Node, Relationship

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_DIGITS = re.compile("[0-9]+")
_LONGEST_NUMBER = 9


def by_id(graph: Graph) -> dict[str, Node]:
    """The nodes by their ids."""
    return {node.id: node for node in graph.nodes}


def check(graph: Graph) -> None:
    """Nothing, where the graph is whole: each id stands once, both ends of a relationship are there and allowed.

    Raises:
        VocabularyError: a kind or a relationship that the vocabulary does not have or allow.
        StoreError: an id that stands twice, or an end that is not among the nodes.
    """
    nodes = by_id(graph)
    ids = Counter([*(one.id for one in graph.nodes), *(one.id for one in graph.relationships)])
    twice = [one for one, count in ids.items() if count > 1]
    if twice:
        raise StoreError(f"the id {twice[0]} stands {ids[twice[0]]} times in the graph; an id names one thing")
    for node in graph.nodes:
        if node.kind not in vocabulary.KINDS or node.kind in {"Document", "Evidence"}:
            raise VocabularyError(f"node {node.id} ({node.name[:60]}): {node.kind} is no kind of node; see KINDS")
    for one in graph.relationships:
        for end in (one.source, one.target):
            if end not in nodes:
                raise StoreError(f"relationship {one.id} ({one.type}): its end {end} is not among the nodes")
        vocabulary.check(nodes[one.source].kind, one.type, nodes[one.target].kind)


def by_number(text: str) -> str:
    """A key that puts 6.2 before 6.10 and 2a before 10a, and numbers before words."""
    return _DIGITS.sub(lambda found: found[0].lstrip("0").zfill(_LONGEST_NUMBER), text.casefold())


def subgraph(graph: Graph, ids: Collection[str]) -> Graph:
    """The part of a graph that these nodes and what lies between them make, with the documents that it cites."""
    wanted = frozenset(ids)
    nodes = tuple(node for node in graph.nodes if node.id in wanted)
    between = tuple(one for one in graph.relationships if one.source in wanted and one.target in wanted)
    cited = {evidence.document for one in chain[Node | Relationship](nodes, between) for evidence in one.evidence}
    return Graph(
        nodes,
        between,
        tuple(document for document in graph.documents if document.path in cited),
        tuple(notice for notice in graph.notices if notice.document in cited),
    )


def neighbours(graph: Graph) -> Mapping[str, tuple[Relationship, ...]]:
    """The relationships that leave or reach each node, by its id, in the order of the graph."""
    found: dict[str, list[Relationship]] = {node.id: [] for node in graph.nodes}
    for one in graph.relationships:
        for end in _ends(one):
            found[end].append(one)
    return {id_: tuple(those) for id_, those in found.items()}


def networkx(graph: Graph) -> "MultiDiGraph[str]":
    """The graph as networkx has it: nodes with `kind`, `name` and their attributes, edges keyed by relationship id."""
    from networkx import MultiDiGraph

    made: MultiDiGraph[str] = MultiDiGraph()
    made.add_nodes_from((node.id, {**node.attributes, "kind": node.kind, "name": node.name}) for node in graph.nodes)
    for one in graph.relationships:
        made.add_edge(one.source, one.target, one.id)
        made[one.source][one.target][one.id].update({**one.attributes, "type": one.type})
    return made


def _ends(one: Relationship) -> Iterator[str]:
    yield one.source
    if one.target != one.source:
        yield one.target
