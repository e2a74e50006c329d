"""The part of a graph that a figure shows: the lines above and below an actor, and who sits where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sysgraph.graph import neighbours
from sysgraph.model import Graph, Node, Relationship
from sysgraph.questions.chains import LINES

KINDS = frozenset("Organisation Partnership Board Role Person Plan Theme PooledBudget CommissioningArrangement".split())
"""What a figure shows unless it is asked for other kinds."""

STOPPING = frozenset({"Board", "Partnership", "Plan", "PooledBudget"})
"""Kinds of which it is worth knowing that no line leads up from them; the line of a legal entity ends by law."""

_UPSIDE_DOWN = frozenset({"OVERSEES", "DELEGATES_TO"})
_SEATS = frozenset({"MEMBER_OF", "CHAIRS", "LEADS", "OWNS", "OPERATES"})
_CHAINED = frozenset(line.type for line in LINES)
DRAWN = _CHAINED | _SEATS
"""The relationships that a figure draws: the lines of accountability, seats and leads; owners, where actions are."""

_ONLY_UPWARDS = frozenset(line.type for line in LINES if line.only_upwards)
_PARTS = frozenset({"Board", "Theme", "Action", "PooledBudget", "Service"})
"""Kinds that answer to what they are part of; an organisation does not answer to its partnership."""


class Part(NamedTuple):
    """What a figure shows: nodes by id in the order of their names, the facts between them.

    `stops` are those that no document read puts a line above; `more` says how many lines of those at the edge lead to
    what is not shown.
    """

    about: tuple[Node, ...]
    nodes: Mapping[str, Node]
    facts: tuple[Relationship, ...]
    stops: frozenset[str]
    more: Mapping[str, int]


def below(fact: Relationship) -> str:
    """The end that stands lower in the picture."""
    return fact.target if fact.type in _UPSIDE_DOWN else fact.source


def above(fact: Relationship) -> str:
    """The end that stands higher in the picture."""
    return fact.source if fact.type in _UPSIDE_DOWN else fact.target


def part_about(graph: Graph, about: Iterable[Node], depth: int, kinds: frozenset[str] = KINDS) -> Part:
    """The lines above and below some nodes for so many steps, with the members of what stands below."""
    nodes = {node.id: node for node in graph.nodes}
    centre = [nodes[node.id] for node in about]
    near = _Near(nodes, neighbours(graph), kinds | {node.kind for node in centre})
    states = _reached(near, [node.id for node in centre], depth)
    states |= dict.fromkeys(_holders(near, states), "up")
    shown = {id_: nodes[id_] for id_ in sorted(states, key=lambda id_: (nodes[id_].name, id_))}
    facts = tuple(
        sorted(
            (one for one in graph.relationships if one.type in DRAWN and {one.source, one.target} <= shown.keys()),
            key=lambda one: (one.type, nodes[one.source].name, nodes[one.target].name, one.id),
        )
    )
    stops = frozenset(id_ for id_ in shown if nodes[id_].kind in STOPPING and not near.is_below_another(id_))
    return Part(tuple(centre), shown, facts, stops, near.beyond(states))


class _Near(NamedTuple):
    """The whole graph, as one looks about in it."""

    nodes: Mapping[str, Node]
    lines: Mapping[str, tuple[Relationship, ...]]
    kinds: frozenset[str]

    def chained(self, fact: Relationship) -> bool:
        """Whether it is a line of accountability, not a seat."""
        if fact.type == "PART_OF":
            return self.nodes[fact.source].kind in _PARTS
        return fact.type in _CHAINED

    def is_below_another(self, id_: str) -> bool:
        """Whether any line leads up from the node."""
        return any(self.chained(fact) and below(fact) == id_ != above(fact) for fact in self.lines[id_])

    def steps(self, id_: str, state: str) -> Iterator[tuple[str, str]]:
        """Where one comes from a node, and in which state: `down` goes on in every direction, `up` only upwards."""
        for fact in self.lines[id_]:
            other = fact.target if fact.source == id_ else fact.source
            if fact.type not in DRAWN or self.nodes[other].kind not in self.kinds or other == id_:
                continue
            lower, chained = below(fact) == id_, self.chained(fact)
            if lower and (chained or state == "about"):
                yield other, "up"
            elif not lower and state != "up" and self._listed(fact):
                yield other, "down" if chained and fact.type not in _ONLY_UPWARDS else "up"

    def _listed(self, fact: Relationship) -> bool:
        """Whether the lower end belongs into a picture of the upper one: the staff of an organisation does not."""
        return fact.type != "POST_IN" or self.nodes[fact.target].kind != "Organisation"

    def beyond(self, states: Mapping[str, str]) -> Mapping[str, int]:
        """How many lines lead from each node to what is not shown, seats not counted."""
        found: dict[str, int] = defaultdict(int)
        for id_, state in states.items():
            for fact in self.lines[id_]:
                other = fact.target if fact.source == id_ else fact.source
                upwards = below(fact) == id_
                if other in states or not self.chained(fact) or self.nodes[other].kind not in self.kinds:
                    continue
                if upwards or (state != "up" and fact.type not in _ONLY_UPWARDS):
                    found[id_] += 1
        return dict(found)


def _reached(near: _Near, start: Iterable[str], depth: int) -> dict[str, str]:
    """The nodes within so many steps, each with the freest state in which it was reached."""
    states = dict.fromkeys(start, "about")
    level = dict(states)
    for _ in range(depth):
        following: dict[str, str] = {}
        for id_, state in level.items():
            for other, reached in near.steps(id_, state):
                if states.get(other, "up") == "up" and following.get(other) != "down":
                    following[other] = reached
        level = {id_: state for id_, state in following.items() if states.get(id_) != state}
        states |= level
    return states


def _holders(near: _Near, states: Mapping[str, str]) -> Iterator[str]:
    """Who holds a post that is shown, and the post of who is shown, where neither has another."""
    for id_ in states:
        for fact in near.lines[id_]:
            if fact.type == "HOLDS" and is_alone(near.lines, fact):
                other = fact.target if fact.source == id_ else fact.source
                if other not in states and near.nodes[other].kind in near.kinds:
                    yield other


def is_alone(lines: Mapping[str, tuple[Relationship, ...]], holds: Relationship) -> bool:
    """Whether the person holds this post alone, and nobody else does."""
    return all(sum(one.type == "HOLDS" for one in lines[end]) == 1 for end in (holds.source, holds.target))
