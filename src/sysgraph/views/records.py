"""Portraits, chains and findings as JSON, with all their evidence."""

import json
from collections.abc import Sequence
from typing import Any

from sysgraph.model import Evidence, Node
from sysgraph.questions.accountability import Fact, Findings, Portrait
from sysgraph.questions.chains import Branch, Chain

Json = dict[str, Any]


def portraits_json(portraits: Sequence[Portrait]) -> str:
    """A list of actors, each with `names`, `attributes`, its `facts` by heading, and the chain `up`."""
    return _text(
        [
            {
                **_node(portrait.node),
                "aliases": portrait.node.aliases,
                "attributes": dict(portrait.node.attributes),
                "evidence": _evidence(portrait.evidence),
                "facts": {section.title: [_fact(fact) for fact in section.facts] for section in portrait.sections},
                "up": [_branch(branch) for branch in portrait.up],
            }
            for portrait in portraits
        ]
    )


def chains_json(chains: Sequence[Chain]) -> str:
    """A list of actors, each with its trees `up` and `down`."""
    return _text(
        [
            {
                **_node(chain.node),
                "up": [_branch(branch) for branch in chain.up],
                "down": [_branch(branch) for branch in chain.down],
            }
            for chain in chains
        ]
    )


def findings_json(findings: Findings) -> str:
    """An object with what was `found`, best first, and who is `responsible` for it."""
    return _text(
        {
            "found": [
                {**_node(hit.node), "excerpt": hit.excerpt, "evidence": _evidence(hit.evidence)}
                for hit in findings.hits
            ],
            "responsible": [{**row.values, "evidence": _evidence(row.evidence)} for row in findings.responsible.rows],
        }
    )


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _node(node: Node) -> Json:
    return {"id": node.id, "kind": node.kind, "name": node.name}


def _evidence(evidence: Sequence[Evidence]) -> list[Any]:
    return [one.as_json() for one in evidence]


def _fact(fact: Fact) -> Json:
    return {
        "reading": fact.reading,
        "type": fact.relationship.type,
        "other": _node(fact.other),
        "through": fact.through and _node(fact.through),
        "evidence": _evidence(fact.evidence),
    }


def _branch(branch: Branch) -> Json:
    return {
        "reading": branch.reading,
        "type": branch.relationship.type,
        **_node(branch.node),
        "ending": branch.ending,
        "evidence": _evidence(branch.relationship.evidence),
        "branches": [_branch(one) for one in branch.branches],
    }
