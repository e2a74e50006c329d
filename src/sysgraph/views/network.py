"""A graph as pyvis's `Network`: nodes with their layer and their turn in it, lines with their style, no physics."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sysgraph.model import Graph, Node, Relationship
from sysgraph.views.looks import BANDS, KINDS, LINES
from sysgraph.views.plainly import short

_UPWARDS = frozenset({"REPORTS_TO", "ACCOUNTABLE_TO", "PART_OF"})
_LONGEST_LABEL = 90
_BESIDE = 0.16
_UPRIGHT = {"enabled": True, "type": "cubicBezier", "forceDirection": "vertical", "roundness": 0.35}
_OPTIONS = {
    "autoResize": False,
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "physics": {"enabled": False},
    "nodes": {"shape": "custom", "chosen": False, "fixed": True},
    "edges": {
        "arrowStrikethrough": False,
        "chosen": False,
        "smooth": _UPRIGHT,
        "width": 1.4,
        "selectionWidth": 0,
        "hoverWidth": 0,
    },
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "multiselect": False,
        "navigationButtons": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 0,
    },
}


def network(graph: Graph) -> dict[str, Any]:
    """What vis-network draws: `nodes`, `edges` and `options`, in a stable order.

    Where exactly a node stands depends on what is shown and on the size of the window, so the page seats it; which
    layer it belongs to (`level`) and its turn within that (`order`) are settled here. No node or line has a `title`,
    the one field that vis-network would show as a tooltip.
    """
    # pyvis imports IPython and takes its time; only who asks for a page pays for it.
    from pyvis.network import Network

    built = Network(directed=True)
    for order, node in enumerate(sorted(graph.nodes, key=_turn(graph))):
        look = KINDS[node.kind]
        level = BANDS.index(look.band)
        built.add_node(
            node.id, label=label_of(node), shape="custom", color=look.colour, group=node.kind, level=level, order=order
        )
    beside: Counter[frozenset[str]] = Counter()
    for relationship in graph.relationships:
        pair = frozenset((relationship.source, relationship.target))
        built.add_edge(relationship.source, relationship.target, **_line(relationship, beside[pair]))
        beside[pair] += 1
    built.set_options(json.dumps(_OPTIONS))
    nodes, edges, _, _, _, options = built.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _line(relationship: Relationship, beside: int) -> dict[str, Any]:
    """How a line is drawn; those that join the same two nodes bend more and more, so that none hides another."""
    look = LINES[relationship.type]
    bend = _BESIDE * ((beside + 1) // 2)
    bent = {"enabled": True, "type": "curvedCW" if beside % 2 else "curvedCCW", "roundness": bend}
    return {
        "id": relationship.id,
        "color": {"color": look.colour, "inherit": False},
        "dashes": list(look.dashes) or False,
        "arrows": {"to": {"enabled": True, "type": look.head, "scaleFactor": 0.4 if look.head == "circle" else 0.55}},
        **({"smooth": bent} if beside else {}),
    }


def title_of(node: Node) -> str:
    """What the node is called: its number in the plan, if it has one, and its name, in one line."""
    ref = str(node.attributes.get("ref") or "")
    name = " ".join(node.name.split())
    return name if not ref or name.startswith(ref) else f"{ref} {name}"


def label_of(node: Node) -> str:
    """The title of the node as it is written where there is little room, cut where it is long."""
    return short(title_of(node), _LONGEST_LABEL)


def _turn(graph: Graph) -> Any:
    """The key that sorts nodes into their turn: things by where they stand in the documents, actors by who is above."""
    connected = Counter(end for one in graph.relationships for end in (one.source, one.target))
    depth = depths(graph.relationships)

    def key(node: Node) -> tuple[object, ...]:
        if KINDS[node.kind].sequence:
            return (0, *_appearance(node), node.name, node.id)
        return (1, depth.get(node.id, 0), -connected[node.id], node.name, node.id)

    return key


def _appearance(node: Node) -> tuple[object, ...]:
    """Where the node first stands in the documents; what has no evidence comes last."""
    if not node.evidence:
        return (1, "", 0, (), 0)
    first = node.evidence[0]
    cell = tuple(int(number) for number in re.findall(r"\d+", first.position.cell or ""))
    page = first.position.page or first.position.slide or 0
    return (0, first.document, page, cell, first.start)


def depths(relationships: Iterable[Relationship]) -> dict[str, int]:
    """How many steps each node stands below the top of the longest chain above it; a circle counts once."""
    above: defaultdict[str, list[str]] = defaultdict(list)
    for one in relationships:
        if one.type in _UPWARDS:
            above[one.source].append(one.target)
    found: dict[str, int] = {}
    for start in sorted(above):
        _measure(start, above, found)
    return found


def _measure(start: str, above: dict[str, list[str]], found: dict[str, int]) -> None:
    """Settles the depth of `start` and of all above it, without recursion: a chain may be long."""
    stack, open_ = [start], set[str]()
    while stack:
        here = stack[-1]
        waiting = [one for one in above.get(here, ()) if one not in found and one not in open_ and one != here]
        if here not in found and waiting:
            open_.add(here)
            stack.extend(waiting)
            continue
        stack.pop()
        open_.discard(here)
        known = [found[one] for one in above.get(here, ()) if one in found and one != here]
        found.setdefault(here, max(known, default=-1) + 1)
