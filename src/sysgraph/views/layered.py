"""Where Graphviz puts boards and what they answer for: layers from top to bottom, lines led round the cards."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from sysgraph.model import Graph, Node, Relationship
from sysgraph.questions.chains import LINES
from sysgraph.views.looks import KINDS
from sysgraph.views.network import title_of

if TYPE_CHECKING:
    from pygraphviz import AGraph

Point = tuple[float, float]

CARD = (150.0, 55.0)
"""Width and height of a card, in pixels, with room for the names that the page writes into it."""

MOST = 400
"""How many cards are laid out; a picture of more than these is none that anybody reads as a whole."""

_INCH = 72.0
_BESIDE, _BELOW = 16.0, 40.0
_MANY_LEAVES, _COLUMNS_TO_ROWS = 4, 1.0
_UPWARDS = frozenset({line.type for line in LINES if line.target_is_above and not line.only_upwards} | {"HELD_UNDER"})
_DOWNWARDS = frozenset({line.type for line in LINES if not line.target_is_above} | {"APPROVES"})
_PARTS = frozenset({"Board", "Theme", "PooledBudget"})
"""What answers to what it is part of; an organisation does not answer to its partnership."""


class _Tie(NamedTuple):
    """A relationship as a line that leads down."""

    id: str
    upper: str
    lower: str


def layered(graph: Graph) -> list[dict[str, Any]]:
    """The blocks of the picture of who answers to whom; none where Graphviz is not installed or it has too many cards.

    A block holds what lines of accountability join, those with most boards first; a board of which no line is said is a
    block of its own. Each has `size`, `cards` (the middle of each) and `lines`, in pixels from its upper left corner. A
    line leads from the source of its relationship to the target: a first point, then three for each cubic curve.
    """
    try:
        import pygraphviz  # noqa: F401
    except ImportError:
        return []
    nodes = {node.id: node for node in graph.nodes}
    ties = _ties(graph, nodes)
    shown = {end for tie in ties for end in (tie.upper, tie.lower)} | {n.id for n in graph.nodes if n.kind == "Board"}
    if not ties or len(shown) > MOST:
        return []
    sources = {one.id: one.source for one in graph.relationships}
    joined = {end for tie in ties for end in (tie.upper, tie.lower)}
    alone = sorted(shown - joined, key=lambda id_: _turn(nodes[id_]))
    return [*(_laid(part, ties, sources) for part in _parts(ties, nodes)), *map(_single, alone)]


def _ties(graph: Graph, nodes: Mapping[str, Node]) -> list[_Tie]:
    """The lines of accountability among boards, bodies and plans, and to all that a board oversees."""
    overseen = {
        one.target for one in graph.relationships if one.type in _DOWNWARDS and nodes[one.source].kind == "Board"
    }
    shown = overseen | {node.id for node in graph.nodes if KINDS[node.kind].first}
    return [tie for one in graph.relationships if (tie := _tie(one, nodes)) and {tie.upper, tie.lower} <= shown]


def _tie(one: Relationship, nodes: Mapping[str, Node]) -> _Tie | None:
    if one.source == one.target or (one.type == "PART_OF" and nodes[one.source].kind not in _PARTS):
        return None
    if one.type in _UPWARDS:
        return _Tie(one.id, one.target, one.source)
    return _Tie(one.id, one.source, one.target) if one.type in _DOWNWARDS else None


def _parts(ties: Sequence[_Tie], nodes: Mapping[str, Node]) -> list[list[str]]:
    """The sets of cards that lines join, those with most boards first, each in the order of names."""
    from networkx import Graph as Undirected
    from networkx import connected_components

    joined: Undirected[str] = Undirected()
    joined.add_edges_from((tie.upper, tie.lower) for tie in ties)
    parts = [sorted(part, key=lambda id_: _turn(nodes[id_])) for part in connected_components(joined)]
    return sorted(parts, key=lambda part: (-_boards(part, nodes), -len(part), _turn(nodes[part[0]])))


def _boards(part: Sequence[str], nodes: Mapping[str, Node]) -> int:
    return sum(nodes[id_].kind == "Board" for id_ in part)


def _turn(node: Node) -> tuple[object, ...]:
    """What sorts nodes by name, the numbers in it by their value: theme 2 before theme 10."""
    words = re.split(r"(\d+)", title_of(node))
    return (*((int(word), "") if at % 2 else (0, word) for at, word in enumerate(words)), (0, node.id))


def _laid(part: Sequence[str], ties: Sequence[_Tie], sources: Mapping[str, str]) -> dict[str, Any]:
    from pygraphviz import AGraph

    inside = frozenset(part)
    mine = [tie for tie in ties if tie.upper in inside]
    names = {id_: f"n{number}" for number, id_ in enumerate(part)}
    made = AGraph(strict=False, directed=True)
    made.graph_attr.update(
        rankdir="TB", splines="true", pad="0", margin="0", nodesep=f"{_BESIDE / _INCH}", ranksep=f"{_BELOW / _INCH}"
    )
    made.node_attr.update(
        shape="box", fixedsize="true", label="", width=f"{CARD[0] / _INCH}", height=f"{CARD[1] / _INCH}"
    )
    made.edge_attr.update(dir="none")
    made.add_nodes_from(names.values())
    for tie in mine:
        made.add_edge(names[tie.upper], names[tie.lower], key=tie.id)
    for upper, lower in _stacks(part, mine):
        made.add_edge(names[upper], names[lower], style="invis", weight="4")
    made.layout(prog="dot")
    return _read(made, names, mine, sources)


def _stacks(part: Sequence[str], ties: Sequence[_Tie]) -> Iterator[tuple[str, str]]:
    """Who stands below whom only to save room: many that answer to one and to nobody else, in several rows."""
    uppers: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        uppers[tie.lower].add(tie.upper)
    above = {tie.upper for tie in ties}
    leaves: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in part:
        if id_ not in above and len(uppers[id_]) == 1:
            leaves[next(iter(uppers[id_]))].append(id_)
    for members in leaves.values():
        if len(members) >= _MANY_LEAVES:
            columns = ceil(sqrt(len(members) * _COLUMNS_TO_ROWS))
            yield from zip(members, members[columns:], strict=False)


def _read(made: "AGraph", names: Mapping[str, str], ties: Sequence[_Tie], sources: Mapping[str, str]) -> dict[str, Any]:
    left, bottom, right, top = (float(one) for one in made.graph_attr["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")[:2]
        return round(float(x) - left, 1), round(top - float(y), 1)

    lines = {}
    for tie in ties:
        edge = made.get_edge(names[tie.upper], names[tie.lower], tie.id)
        points = [point(pair) for pair in edge.attr["pos"].split()]
        lines[tie.id] = points if tie.upper == sources[tie.id] else points[::-1]
    cards = {id_: point(made.get_node(name).attr["pos"]) for id_, name in names.items()}
    return {"size": (round(right - left, 1), round(top - bottom, 1)), "cards": cards, "lines": lines}


def _single(id_: str) -> dict[str, Any]:
    return {"size": CARD, "cards": {id_: (CARD[0] / 2, CARD[1] / 2)}, "lines": {}}
