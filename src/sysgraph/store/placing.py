"""Where the actions of a graph stand: every engine keeps it with the action, so that no question need look for it."""

from collections.abc import Mapping

from sysgraph.model import Graph, Value

PLACED = ("plan", "theme", "plan_date")
"""The ids of an action's plan and theme, and the plan's own date."""


def places(graph: Graph) -> Mapping[str, tuple[Value, ...]]:
    """PLACED of each action that is part of a theme or plan, by its id; of several, the first."""
    nodes = {node.id: node for node in graph.nodes}
    parents: dict[str, dict[str, str]] = {}
    for one in graph.relationships:
        if one.type == "PART_OF" and nodes[one.source].kind in {"Action", "Theme"}:
            kind = nodes[one.target].kind
            parents.setdefault(one.source, {}).setdefault(kind, one.target)
    found: dict[str, tuple[Value, ...]] = {}
    for id_, parent in parents.items():
        theme = parent.get("Theme")
        plan = parent.get("Plan") or parents.get(theme or "", {}).get("Plan")
        if nodes[id_].kind == "Action":
            found[id_] = (plan, theme, nodes[plan].attributes.get("date") if plan else None)
    return found
