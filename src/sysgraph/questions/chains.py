"""Lines of accountability: who answers to whom, from one actor upwards and downwards."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sysgraph import vocabulary
from sysgraph.model import Node, Relationship
from sysgraph.store.protocol import Store

DEEPEST = 8
"""How many steps a chain is followed."""


class Line(NamedTuple):
    """A type of relationship that is a line of accountability, and at which of its ends the one above stands."""

    type: str
    target_is_above: bool
    below: frozenset[str] | None = None  # only where the one below is of these kinds
    only_upwards: bool = False


LINES = (
    Line("REPORTS_TO", target_is_above=True),
    Line("ACCOUNTABLE_TO", target_is_above=True),
    Line("OVERSEES", target_is_above=False),
    Line("DELEGATES_TO", target_is_above=False),
    # An organisation that is part of a partnership does not answer to it; a board of a body does.
    Line("PART_OF", target_is_above=True, below=frozenset({"Board"})),
    # From a person to the post and its body. Downwards it would list a body's whole staff.
    Line("HOLDS", target_is_above=True, only_upwards=True),
    Line("POST_IN", target_is_above=True, only_upwards=True),
)

_ANSWERS = frozenset({"REPORTS_TO", "ACCOUNTABLE_TO"})

CHAINED = frozenset(vocabulary.KINDS) - {"Finding", "Meeting", "Document", "Evidence"}
"""Kinds that a chain leads down to, and from."""


class Branch(NamedTuple):
    """One step of a chain: the fact that it rests on, the actor it leads to, and what lies beyond.

    `ending` says why nothing lies beyond although more may: "circle" (the chain is back at an actor that it came by),
    "above" (shown further up in this tree), "deeper" (as far as a chain is followed), else "". `masters` is how many
    others the actor reports or is accountable to, a line that is shared on purpose (`joint`) not counted.
    """

    relationship: Relationship
    reading: str
    node: Node
    branches: "tuple[Branch, ...]" = ()
    ending: str = ""
    masters: int = 0


class Chain(NamedTuple):
    """The lines of accountability of one actor."""

    node: Node
    up: tuple[Branch, ...]
    down: tuple[Branch, ...]


def chain(store: Store, node: Node, *, depth: int = DEEPEST) -> Chain:
    """Who the actor answers to and who answers to it, each as a tree; a circle is cut and marked."""
    return Chain(node, climb(store, node, depth=depth), _follow(_Rules(store, LINES, upwards=False), node, depth))


def climb(store: Store, node: Node, *, depth: int = DEEPEST, lines: Sequence[Line] = LINES) -> tuple[Branch, ...]:
    """Who the actor answers to, as a tree."""
    return _follow(_Rules(store, tuple(lines), upwards=True), node, depth)


def read(relationship: Relationship, nodes: Mapping[str, Node], *, inverse: bool = False) -> str:
    """The fact as a sentence, in the words of the vocabulary, with its capacity in brackets."""
    row, capacity = vocabulary.RELATIONSHIPS[relationship.type], relationship.attributes.get("as")
    return row.sentence(nodes[relationship.source].name, nodes[relationship.target].name, capacity, inverse=inverse)


class _Step(NamedTuple):
    relationship: Relationship
    to: str
    inverse: bool


class _Rules(NamedTuple):
    """Where the facts are, which of them are followed, and in which direction."""

    store: Store
    lines: tuple[Line, ...]
    upwards: bool


def _follow(rules: _Rules, node: Node, depth: int) -> tuple[Branch, ...]:
    steps, nodes = _steps(rules, node, depth)
    shown: set[str] = set()

    def grow(at: str, path: tuple[str, ...]) -> tuple[Branch, ...]:
        shown.add(at)
        branches = []
        for step in steps.get(at, ()):
            ending = _ending(step.to, path, shown, steps)
            beyond = () if ending else grow(step.to, (*path, step.to))
            reading = read(step.relationship, nodes, inverse=step.inverse)
            masters = _masters(steps.get(step.to, ()))
            branches.append(Branch(step.relationship, reading, nodes[step.to], beyond, ending, masters))
        return tuple(branches)

    return grow(node.id, (node.id,))


def _masters(steps: Iterable[_Step]) -> int:
    own = (
        step for step in steps if step.relationship.type in _ANSWERS and not step.relationship.attributes.get("joint")
    )
    return len({step.to for step in own if not step.inverse})


def _ending(to: str, path: Sequence[str], shown: set[str], steps: Mapping[str, list[_Step]]) -> str:
    if to in path:
        return "circle"
    if to not in steps:
        return "deeper"
    return "above" if to in shown and steps[to] else ""


def _steps(rules: _Rules, start: Node, depth: int) -> tuple[dict[str, list[_Step]], dict[str, Node]]:
    """For every node within `depth` steps its own steps, and all nodes met.

    A whole level is asked for at once. Nodes at the last level have no entry: what lies beyond them is not known.
    """
    steps: dict[str, list[_Step]] = {}
    nodes = {start.id: start}
    level = {start.id}
    for _ in range(depth):
        found = _one_level(rules, level, nodes)
        for at in level:
            steps[at] = sorted(found.get(at, ()), key=lambda step: (nodes[step.to].name, step.relationship.id))
        level = {step.to for at in level for step in steps[at]} - steps.keys()
        if not level:
            break
    return steps, nodes


def _one_level(rules: _Rules, level: Iterable[str], nodes: dict[str, Node]) -> dict[str, list[_Step]]:
    store, _, upwards = rules
    steps: list[_Step] = []
    lines = [line for line in rules.lines if upwards or not line.only_upwards]
    for outward in (True, False):
        types = [line.type for line in lines if line.target_is_above == (outward == upwards)]
        for fact in store.relationships(sorted(level), types, outward=outward):
            steps.append(_Step(fact, fact.target if outward else fact.source, inverse=not outward))
    nodes.update(store.nodes({step.to for step in steps} - nodes.keys()))
    below = {line.type: line.below for line in lines}
    by_start: dict[str, list[_Step]] = {}
    for step in steps:
        start = step.relationship.target if step.inverse else step.relationship.source
        allowed = below[step.relationship.type]
        lower = nodes[start if upwards else step.to]
        if (allowed is None or lower.kind in allowed) and (upwards or lower.kind in CHAINED):
            by_start.setdefault(start, []).append(step)
    return by_start
