"""Portraits, chains and findings as JSON, with all their evidence."""

from collections.abc import Sequence
from typing import Any

from sysgraph.model import Evidence, Node
from sysgraph.questions.accountability import Fact, Findings, Portrait
from sysgraph.questions.chains import Branch, Chain
from sysgraph.views.tables import json_text

Json = dict[str, Any]


def portraits_json(portraits: Sequence[Portrait]) -> str:
    """A list of actors, each with `names`, `attributes`, its `facts` by heading, and the chain `up`."""
    return json_text(
        [
            {
                **node_json(portrait.node),
                "aliases": portrait.node.aliases,
                "attributes": dict(portrait.node.attributes),
                "evidence": _evidence(portrait.evidence),
                "facts": {section.title: [_fact(fact) for fact in section.facts] for section in portrait.sections},
                "up": [branch_json(branch) for branch in portrait.up],
            }
            for portrait in portraits
        ]
    )


def chains_json(chains: Sequence[Chain]) -> str:
    """A list of actors, each with its trees `up` and `down`."""
    return json_text(
        [
            {
                **node_json(chain.node),
                "up": [branch_json(branch) for branch in chain.up],
                "down": [branch_json(branch) for branch in chain.down],
            }
            for chain in chains
        ]
    )


def findings_json(findings: Findings) -> str:
    """An object with what was `found`, best first, and who is `responsible` for it."""
    return json_text(
        {
            "found": [
                {**node_json(hit.node), "excerpt": hit.excerpt, "evidence": _evidence(hit.evidence)}
                for hit in findings.hits
            ],
            "responsible": [{**row.values, "evidence": _evidence(row.evidence)} for row in findings.responsible.rows],
        }
    )


def node_json(node: Node) -> Json:
    """What names a node: id, kind, name."""
    return {"id": node.id, "kind": node.kind, "name": node.name}


def _evidence(evidence: Sequence[Evidence]) -> list[Any]:
    return [one.as_json() for one in evidence]


def _fact(fact: Fact) -> Json:
    return {
        "reading": fact.reading,
        "type": fact.relationship.type,
        "other": node_json(fact.other),
        "through": fact.through and node_json(fact.through),
        "evidence": _evidence(fact.evidence),
    }


def branch_json(branch: Branch) -> Json:
    """One step of a chain with what lies beyond it."""
    return {
        "reading": branch.reading,
        "type": branch.relationship.type,
        **node_json(branch.node),
        "ending": branch.ending,
        "masters": branch.masters,
        "evidence": _evidence(branch.relationship.evidence),
        "branches": [branch_json(one) for one in branch.branches],
    }
