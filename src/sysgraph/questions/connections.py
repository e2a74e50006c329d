"""How actors hang together: the ways from one to another, and those without whom the graph falls apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from sysgraph.model import Evidence, Node, Relationship
from sysgraph.questions.chains import read
from sysgraph.store.protocol import Statement, Store
from sysgraph.vocabulary import ACTORS

if TYPE_CHECKING:
    from networkx import Graph as Network

LONGEST_WAY = 6
"""How many steps a way from one actor to another may have."""

MOST_WAYS = 5
"""How many ways are shown; all of them are equally short."""

WAYS = (
    "REPORTS_TO", "ACCOUNTABLE_TO", "OVERSEES", "DELEGATES_TO", "CHAIRS", "MEMBER_OF", "HOLDS", "POST_IN", "PART_OF",
    "LEADS", "OWNS", "OPERATES", "COMMISSIONS", "PROVIDES", "PARTY_TO", "APPROVES", "FUNDS", "HELD_UNDER",
    "ESTABLISHED", "SUCCEEDS",
)  # fmt: skip
"""The types by which two actors may be connected, those first that are told first: not those of findings."""

_GOVERNING = (
    "MEMBER_OF",
    "CHAIRS",
    "REPORTS_TO",
    "ACCOUNTABLE_TO",
    "OVERSEES",
    "DELEGATES_TO",
    "PART_OF",
    "POST_IN",
    "HOLDS",
)
_KINDS = tuple(sorted(ACTORS))
_LINES = Statement(
    sql="SELECT r.id, r.source, r.target FROM relationship AS r JOIN node AS s ON s.id = r.source "
    "JOIN node AS t ON t.id = r.target WHERE r.type IN (SELECT value FROM json_each(:types)) "
    "AND s.kind IN (SELECT value FROM json_each(:kinds)) AND t.kind IN (SELECT value FROM json_each(:kinds)) "
    "ORDER BY r.id",
    cypher="MATCH (s:Node)-[r]->(t:Node) WHERE type(r) IN $types AND s.kind IN $kinds AND t.kind IN $kinds "
    "RETURN r.id AS id, s.id AS source, t.id AS target ORDER BY id",
)


class Step(NamedTuple):
    """One step of a way: the fact that it goes by, as a sentence, and whom it leads to."""

    reading: str
    relationship: Relationship
    node: Node

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages that the step rests on."""
        return self.relationship.evidence


class Way(NamedTuple):
    """One way from an actor to another."""

    start: Node
    steps: tuple[Step, ...]


class Broker(NamedTuple):
    """An actor without whom others are no longer connected: how many parts are left of its own, their nodes by size."""

    node: Node
    parts: tuple[tuple[Node, ...], ...]  # the parts that fall off, without the largest


def ways(store: Store, one: Node, other: Node, types: Collection[str] = WAYS) -> tuple[Way, ...]:
    """The shortest ways between two actors, in either direction of each fact; none where there is none of six steps.

    Facts are fetched step by step from both ends, so that the size of the whole graph does not matter.
    """
    facts = _between(store, one.id, other.id, types)
    if facts is None:
        return ()
    from networkx import Graph as Network
    from networkx import all_shortest_paths

    network: Network[str] = Network()
    by_ends: dict[frozenset[str], list[Relationship]] = defaultdict(list)
    for fact in facts:
        network.add_edge(fact.source, fact.target)
        by_ends[frozenset((fact.source, fact.target))].append(fact)
    found = sorted(islice(all_shortest_paths(network, one.id, other.id), 100 * MOST_WAYS))
    nodes = store.nodes({id_ for path in found for id_ in path})
    made = [_way(path, by_ends, nodes) for path in found]
    return tuple(sorted(made, key=lambda way: [step.reading for step in way.steps])[:MOST_WAYS])


def brokers(store: Store) -> tuple[Broker, ...]:
    """The actors whose removal parts the graph of governance, those first that part off most.

    Looked at are the lines of governance between actors. A part that holds nothing but posts and people does not count:
    every body alone connects its own staff.
    """
    from networkx import Graph as Network
    from networkx import articulation_points, connected_components

    network: Network[str] = Network()
    for record in store.run(_LINES, {"types": _GOVERNING, "kinds": _KINDS}):
        network.add_edge(str(record["source"]), str(record["target"]))
    found: dict[str, list[list[str]]] = {}
    for members in connected_components(network):
        component = network.subgraph(members).copy()
        found |= {id_: _parts(component, id_) for id_ in articulation_points(component)}
    nodes = store.nodes({*found, *(id_ for parts in found.values() for part in parts for id_ in part)})
    made = [Broker(nodes[id_], parts) for id_ in found if (parts := _bodies(found[id_], nodes))]
    return tuple(sorted(made, key=lambda one: (-sum(map(len, one.parts)), one.node.name, one.node.id)))


def _parts(component: "Network[str]", without: str) -> list[list[str]]:
    """What falls off when a node goes: every part but the largest."""
    from networkx import connected_components

    left = component.subgraph(component.nodes - {without})
    parts = sorted((sorted(part) for part in connected_components(left)), key=lambda part: (-len(part), part))
    return parts[1:]


def _bodies(parts: Iterable[Iterable[str]], nodes: Mapping[str, Node]) -> tuple[tuple[Node, ...], ...]:
    """The parts that hold a body, their nodes by name."""
    named = (tuple(sorted((nodes[id_] for id_ in part), key=_called)) for part in parts)
    return tuple(part for part in named if any(node.kind not in {"Role", "Person"} for node in part))


def _between(store: Store, one: str, other: str, types: Collection[str]) -> list[Relationship] | None:
    """The facts met on the way from two actors to where the searches meet; None where they do not."""
    reached = {one: {one}, other: {other}}
    edge = {one: {one}, other: {other}}
    facts: dict[str, Relationship] = {}
    for _ in range(LONGEST_WAY):
        if reached[one] & reached[other]:
            return list(facts.values())
        side = min((one, other), key=lambda end: (not edge[end], len(edge[end]), end))
        if not edge[side]:
            return None
        found = _around(store, edge[side], types)
        facts |= {fact.id: fact for fact in found}
        edge[side] = {end for fact in found for end in (fact.source, fact.target)} - reached[side]
        reached[side] |= edge[side]
    return list(facts.values()) if reached[one] & reached[other] else None


def _around(store: Store, ids: Iterable[str], types: Collection[str]) -> list[Relationship]:
    wanted = sorted(ids)
    return [fact for outward in (True, False) for fact in store.relationships(wanted, types, outward=outward)]


def _way(
    path: Sequence[str], by_ends: Mapping[frozenset[str], Sequence[Relationship]], nodes: Mapping[str, Node]
) -> Way:
    steps = []
    for at, to in pairwise(path):
        fact = min(by_ends[frozenset((at, to))], key=lambda one: (WAYS.index(one.type), one.id))
        steps.append(Step(read(fact, nodes, inverse=fact.source != at), fact, nodes[to]))
    return Way(nodes[path[0]], tuple(steps))


def _called(node: Node) -> tuple[str, str]:
    return node.name, node.id
