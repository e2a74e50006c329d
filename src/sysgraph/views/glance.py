"""What a graph says at a glance: the plans, what nobody owns, who carries most, who oversees most."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sysgraph.model import Graph, Node, Relationship
from sysgraph.views.plainly import date_in_words, kind_in_words
from sysgraph.vocabulary import KINDS

_UPWARDS = frozenset({"REPORTS_TO", "ACCOUNTABLE_TO"})
_MOST = 5
_GAPS = {
    "missing": ("leaves the owner blank", "leave the owner blank"),
    "tbc": ("has its owner “to be confirmed”", "have their owner “to be confirmed”"),
    "collective": (
        "names everybody as owner, so nobody in particular",
        "name everybody as owner, so nobody in particular",
    ),
    "body": ("names a body as owner and no post or person", "name a body as owner and no post or person"),
}
_FIRST_COUNTS = ("Action", "Theme", "Board", "Organisation", "Role", "Person")


def glance(graph: Graph) -> dict[str, Any]:
    """`summary` in one line; `plans`, `gaps`, `owners` and `boards`, each a list of what is said and of whom; `owned`.

    `owned` is whether every action is known to name a post or a person as its owner.
    """
    nodes = {node.id: node for node in graph.nodes}
    return {
        "summary": summary(graph),
        "documents": [source.path for source in graph.documents],
        "plans": list(_plans(graph, nodes)),
        "gaps": list(_gaps(graph)),
        "owned": all(_gap(node) == "named" for node in graph.nodes if node.kind == "Action"),
        "owners": _most(
            (one.source for one in graph.relationships if one.type == "OWNS"), "owns {} action", "owns {} actions"
        ),
        "boards": _boards(graph.relationships, nodes),
        "notices": [": ".join(part for part in (one.document, one.where, one.what) if part) for one in graph.notices],
    }


def summary(graph: Graph) -> str:
    """How many there are of what, in one line: “55 actions, 13 themes … from 1 document”."""
    counts = Counter(node.kind for node in graph.nodes)
    parts = [_counted(counts[kind], kind) for kind in _FIRST_COUNTS if counts[kind]]
    documents = len(graph.documents)
    facts = len(graph.relationships)
    return (
        f"{', '.join(parts) or 'Nothing'}: {facts} relationship{'' if facts == 1 else 's'} "
        f"read from {documents} document{'' if documents == 1 else 's'}"
    )


def _counted(count: int, kind: str) -> str:
    return f"{count} {kind_in_words(kind) if count == 1 else KINDS[kind].plural}"


def _plans(graph: Graph, nodes: dict[str, Node]) -> Iterator[dict[str, str]]:
    """The plans that have parts of their own, the one with most parts first."""
    parts = Counter(one.target for one in graph.relationships if one.type == "PART_OF")
    plans = [node for node in graph.nodes if node.kind == "Plan" and parts[node.id]]
    for plan in sorted(plans, key=lambda node: (-parts[node.id], node.name, node.id))[:_MOST]:
        date, version = (str(plan.attributes.get(key) or "") for key in ("date", "version"))
        if version and not version.casefold().startswith("version"):
            version = f"version {version}"
        told = (f"dated {date_in_words(date)}" if date else "", version)
        yield {"id": plan.id, "says": ", ".join(part for part in told if part)}


def _gaps(graph: Graph) -> Iterator[dict[str, Any]]:
    """The actions that name no owner of their own, by how they fail to; a row that only points elsewhere is no gap."""
    actions = [node for node in graph.nodes if node.kind == "Action" and not node.attributes.get("see")]
    for status, (one, many) in _GAPS.items():
        found = [node.id for node in actions if _gap(node) == status]
        if found:
            yield {"count": len(found), "of": len(actions), "says": one if len(found) == 1 else many, "ids": found}


def _gap(action: Node) -> str:
    status = str(action.attributes.get("owner_status") or "")
    return "body" if status == "named" and action.attributes.get("owner_kind") == "body" else status


def _boards(relationships: Iterable[Relationship], nodes: dict[str, Node]) -> list[dict[str, str]]:
    """The boards that oversee most or are answered to by most."""
    oversees: Counter[str] = Counter()
    hears: Counter[str] = Counter()
    for one in relationships:
        if one.type == "OVERSEES" and nodes[one.source].kind == "Board":
            oversees[one.source] += 1
        elif one.type in _UPWARDS and nodes[one.target].kind == "Board":
            hears[one.target] += 1
    boards = sorted(oversees.keys() | hears.keys(), key=lambda who: (-oversees[who] - hears[who], nodes[who].name, who))
    said = {"oversees {}": oversees, "{} answer to it": hears}
    return [
        {"id": who, "says": ", ".join(words.format(counts[who]) for words, counts in said.items() if counts[who])}
        for who in boards[:_MOST]
    ]


def _most(ids: Iterable[str], one: str, many: str) -> list[dict[str, str]]:
    counted = sorted(Counter(ids).items(), key=lambda pair: (-pair[1], pair[0]))
    return [{"id": who, "says": (one if count == 1 else many).format(count)} for who, count in counted[:_MOST]]
