"""Where the actions of a graph stand: every engine keeps it with the action, so that no question need look for it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sysgraph.graph import by_id, by_number
from sysgraph.model import Graph, Node, Value


class Place(NamedTuple):
    """Where an action stands: in which plan and theme (their ids), where among the others, and at which day."""

    plan: str | None
    theme: str | None
    plan_date: Value  # the plan's own
    ref_order: str  # orders 6.2 before 6.10; empty where there is no number
    last_day: Value  # the day that counts: the revised date where there is one, else the first


PLACED = Place._fields


def places(graph: Graph) -> Mapping[str, Place]:
    """The place of each action, by its id; where it is part of several plans or themes, of the first."""
    nodes = by_id(graph)
    parents: dict[str, dict[str, str]] = {}
    for one in graph.relationships:
        if one.type == "PART_OF" and nodes[one.source].kind in {"Action", "Theme"}:
            parents.setdefault(one.source, {}).setdefault(nodes[one.target].kind, one.target)
    return dict(_placed(nodes, parents))


def _placed(nodes: Mapping[str, Node], parents: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Place]]:
    for node in nodes.values():
        if node.kind == "Action":
            own, told = parents.get(node.id, {}), node.attributes
            theme = own.get("Theme")
            plan = own.get("Plan") or parents.get(theme or "", {}).get("Plan")
            date = nodes[plan].attributes.get("date") if plan else None
            order = by_number(str(told.get("ref") or ""))
            yield node.id, Place(plan, theme, date, order, told.get("revised_by") or told.get("due_by"))
