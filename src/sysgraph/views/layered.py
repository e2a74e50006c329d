"""Where Graphviz puts boards and what they answer for: layers from top to bottom, lines led round the cards."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, sqrt
from typing import Any, NamedTuple

from sysgraph.graph import by_number
from sysgraph.model import Graph, Node, Relationship
from sysgraph.questions.chains import LINES
from sysgraph.views import graphviz
from sysgraph.views.looks import KINDS
from sysgraph.views.network import title_of

CARD = (150.0, 55.0)
"""Width and height of a card, in pixels, with room for the names that the page writes into it."""

MOST = 400
"""How many cards are laid out; a picture of more than these is none that anybody reads as a whole."""

_UNSEEN = {"style": "invis", "weight": "4"}
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
    if not graphviz.is_installed():
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


def _turn(node: Node) -> tuple[str, str]:
    """What sorts nodes by name: theme 2 before theme 10."""
    return by_number(title_of(node)), node.id


def _laid(part: Sequence[str], ties: Sequence[_Tie], sources: Mapping[str, str]) -> dict[str, Any]:
    inside = frozenset(part)
    mine = [tie for tie in ties if tie.upper in inside]
    lines = [graphviz.Line(tie.id, tie.upper, tie.lower, {}) for tie in mine]
    lines += [graphviz.Line(f"{one} {other}", one, other, _UNSEEN) for one, other in _stacks(part, mine)]
    room = {"nodesep": f"{_BESIDE / graphviz.INCH}", "ranksep": f"{_BELOW / graphviz.INCH}"}
    laid = graphviz.lay_out([graphviz.Box(id_, *CARD) for id_ in part], lines, rankdir="TB", **room)
    drawn = {}
    for tie in mine:
        points = [_rounded(point) for point in laid.lines[tie.id]]
        drawn[tie.id] = points if tie.upper == sources[tie.id] else points[::-1]
    cards = {id_: _rounded(point) for id_, point in laid.boxes.items()}
    return {"size": _rounded((laid.width, laid.height)), "cards": cards, "lines": drawn}


def _rounded(point: graphviz.Point) -> graphviz.Point:
    return round(point[0], 1), round(point[1], 1)


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


def _single(id_: str) -> dict[str, Any]:
    return {"size": CARD, "cards": {id_: (CARD[0] / 2, CARD[1] / 2)}, "lines": {}}
