"""Ladders: from an action up by owners, their posts and bodies, and the boards over it, to where each line stops."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sysgraph.errors import UnknownActorError
from sysgraph.model import Node
from sysgraph.questions.chains import LINES, Branch, Line, climb
from sysgraph.store.protocol import Statement, Store

RUNGS = (
    Line("OWNS", target_is_above=False, only_upwards=True),
    Line("OPERATES", target_is_above=False, only_upwards=True),
    *(line for line in LINES if line.type != "PART_OF"),
    Line("PART_OF", target_is_above=True, below=frozenset({"Action", "Theme", "Board"})),
    Line("LEADS", target_is_above=False, only_upwards=True),
)
"""The lines that a ladder climbs: those of every chain, and those from an action to its owners, theme and plan."""

MOST_ACTIONS = 5
"""How many actions some words may mean."""

_BY_REFERENCE = Statement(
    sql="SELECT id AS id FROM action WHERE ref = :ref ORDER BY id",
    cypher="MATCH (a:Action) WHERE a.ref = $ref RETURN a.id AS id ORDER BY id",
)


class Stop(NamedTuple):
    """Where a line ends: the last one on it, and why nothing follows ("top", "circle" or "deeper")."""

    node: Node
    why: str


class Ladder(NamedTuple):
    """The lines above an action, and where they stop; without any, nobody owns or oversees it."""

    node: Node
    up: tuple[Branch, ...]
    stops: tuple[Stop, ...]


def ladder(store: Store, action: Node) -> Ladder:
    """The ladder of an action, or of whatever else has a line above it."""
    order = {line.type: number for number, line in enumerate(RUNGS)}
    up = tuple(sorted(climb(store, action, lines=RUNGS), key=lambda branch: order[branch.relationship.type]))
    stops = {(stop.node.id, stop.why): stop for stop in _stops(up)}
    return Ladder(action, up, tuple(stops.values()))


def find_actions(store: Store, text: str) -> tuple[Node, ...]:
    """The actions of a reference, else those that some words are about, at most five and the best first.

    Raises:
        UnknownActorError: where there is none.
    """
    ids = [str(record["id"]) for record in store.run(_BY_REFERENCE, {"ref": text.strip()})]
    if not ids:
        ids = [hit.node.id for hit in store.search(text, 10 * MOST_ACTIONS) if hit.node.kind == "Action"]
    nodes = store.nodes(ids[:MOST_ACTIONS])
    if not nodes:
        raise UnknownActorError(f"the graph holds no action {text!r}; name its reference, or words of it")
    return tuple(nodes[id_] for id_ in ids[:MOST_ACTIONS])


def _stops(branches: Sequence[Branch]) -> Iterator[Stop]:
    for branch in branches:
        if branch.ending in {"circle", "deeper"}:
            yield Stop(branch.node, branch.ending)
        elif not branch.branches and branch.ending != "above":
            yield Stop(branch.node, "top")
        yield from _stops(branch.branches)
