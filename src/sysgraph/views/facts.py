"""What the page knows of a graph, as plain data: looks, names, sentences, and each fact with the words it rests on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sysgraph.model import Evidence, Graph, Node, Relationship
from sysgraph.questions.chains import LINES
from sysgraph.questions.header import SEVERITIES
from sysgraph.views.glance import glance
from sysgraph.views.looks import BANDS, KINDS
from sysgraph.views.looks import LINES as STYLES
from sysgraph.views.network import label_of, title_of
from sysgraph.views.plainly import attributes_in_words, kind_in_words, position_in_words
from sysgraph.vocabulary import KINDS as KIND_ROWS
from sysgraph.vocabulary import RELATIONSHIPS

if TYPE_CHECKING:
    from sysgraph.questions.gaps import Gap


class Extras(NamedTuple):
    """What a page shows beside its graph: gaps of it, and the address of each document that can be opened."""

    gaps: "Sequence[Gap]" = ()
    links: Mapping[str, str] = MappingProxyType({})


_NO_EXTRAS = Extras()


def facts(graph: Graph, extras: Extras = _NO_EXTRAS) -> dict[str, Any]:
    """All that the page shows beside the picture, ready for JSON.

    Passages that several facts rest on stand once, in `evidence`; nodes, relationships and gaps name them by number.
    """
    passages: dict[Evidence, int] = {}
    names = {node.id: node.name for node in graph.nodes}
    return {
        "glance": glance(graph),
        "bands": list(BANDS),
        "chained": _chained(),
        "rules": _rules(extras.gaps),
        "gaps": [_gap(one, passages) for one in extras.gaps],
        "kinds": _kinds(graph),
        "types": _types(graph),
        "nodes": [_node(node, names, passages) for node in graph.nodes],
        "relationships": [_relationship(one, names, passages) for one in graph.relationships],
        "evidence": [_passage(evidence, extras.links) for evidence in passages],
    }


def _chained() -> list[dict[str, Any]]:
    """The lines by which one answers to another, as `sysgraph chain` follows them."""
    return [
        {"type": line.type, "up": line.target_is_above, "below": sorted(line.below) if line.below else None}
        for line in LINES
    ]


def _rules(gaps: "Iterable[Gap]") -> list[dict[str, str]]:
    """The rules that found something, gravest first, each with its sense and its remedy."""
    found = {gap.rule.code: gap.rule for gap in gaps}
    rules = sorted(found.values(), key=lambda rule: (SEVERITIES.index(rule.header.severity or "note"), rule.code))
    return [
        {
            "code": rule.code,
            "title": rule.title,
            "severity": rule.header.severity or "note",
            "why": " ".join(rule.why.split()),
            "remedy": " ".join(rule.remedy.split()),
        }
        for rule in rules
    ]


def _gap(gap: "Gap", passages: dict[Evidence, int]) -> dict[str, Any]:
    return {
        "code": gap.rule.code,
        "node": gap.node.id,
        "says": gap.says,
        "evidence": _numbers(gap.evidence, passages),
    }


def _kinds(graph: Graph) -> list[dict[str, Any]]:
    counts = Counter(node.kind for node in graph.nodes)
    return [
        {
            "name": row.name,
            "one": kind_in_words(row.name),
            "many": row.plural[:1].upper() + row.plural[1:],
            "meaning": row.meaning,
            "colour": KINDS[row.name].colour,
            "glyph": KINDS[row.name].glyph,
            "first": KINDS[row.name].first,
            "sequence": KINDS[row.name].sequence,
            "count": counts[row.name],
        }
        for row in KIND_ROWS.values()
        if counts[row.name]
    ]


def _types(graph: Graph) -> list[dict[str, Any]]:
    counts = Counter(one.type for one in graph.relationships)
    return [
        {
            "name": row.name,
            "reading": row.reading,
            "inverse": row.inverse,
            "verb": verb(row.reading),
            "meaning": row.meaning,
            "colour": STYLES[row.name].colour,
            "dashes": list(STYLES[row.name].dashes),
            "head": STYLES[row.name].head,
            "count": counts[row.name],
        }
        for row in sorted((RELATIONSHIPS[name] for name in counts), key=lambda row: list(STYLES).index(row.name))
    ]


def verb(reading: str) -> str:
    """What stands between the two names in a reading: “reports to”."""
    return reading.replace("{source}", "").replace("{target}", "").strip()


def _node(node: Node, names: dict[str, str], passages: dict[Evidence, int]) -> dict[str, Any]:
    return {
        "id": node.id,
        "kind": node.kind,
        "name": title_of(node),
        "label": label_of(node),
        "aliases": [alias for alias in node.aliases if alias != node.name],
        "attributes": [pair for pair in attributes_in_words(node.attributes, names) if pair[1] != node.name],
        "place": str(node.attributes.get("place") or ""),
        "rag": str(node.attributes.get("month_rag") or "") if node.kind == "Action" else None,
        "evidence": _numbers(node.evidence, passages),
    }


def _relationship(one: Relationship, names: dict[str, str], passages: dict[Evidence, int]) -> dict[str, Any]:
    capacity = str(one.attributes.get("as") or "")
    others = {key: value for key, value in one.attributes.items() if key != "as"}
    return {
        "id": one.id,
        "source": one.source,
        "type": one.type,
        "target": one.target,
        "note": f"as {capacity}" if capacity else "",
        "attributes": attributes_in_words(others, names),
        "evidence": _numbers(one.evidence, passages),
    }


def _numbers(evidence: Iterable[Evidence], passages: dict[Evidence, int]) -> list[int]:
    return [passages.setdefault(one, len(passages)) for one in evidence]


def _passage(evidence: Evidence, links: Mapping[str, str]) -> dict[str, str]:
    source = {"register": "the register", "decision": "a decision that somebody made"}.get(evidence.source, "")
    return {
        "quote": evidence.quote,
        "where": position_in_words(evidence),
        "rule": evidence.rule,
        "source": source,
        "document": evidence.document,
        "link": _link(evidence, links),
    }


def _link(evidence: Evidence, links: Mapping[str, str]) -> str:
    """The address of the document, at the page; "" where nobody knows where the document is."""
    link = links.get(evidence.document, "") if evidence.source == "passage" else ""
    return f"{link}#page={evidence.position.page}" if link and evidence.position.page is not None else link
