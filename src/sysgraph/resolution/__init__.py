"""Which mentions are one actor, and the graph that the claims then make: `resolve(claims, sources, register)`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sysgraph.model import WAIVERS, Claims, Graph, Mention, Node, Notice, Source
from sysgraph.register import Register, fold_title
from sysgraph.resolution.coverage import with_coverage
from sysgraph.resolution.decisions import Decision, Named, Settled, added
from sysgraph.resolution.judging import judged
from sysgraph.resolution.keys import Groups, Key, Keys
from sysgraph.resolution.merging import Merger
from sysgraph.resolution.posts import Post, join_people, join_posts
from sysgraph.resolution.succession import with_successors

__all__ = ["Decision", "Named", "added", "resolve"]


def resolve(
    read: Sequence[Claims],
    sources: Iterable[Source],
    register: Register,
    notices: Iterable[Notice] = (),
    decisions: Sequence[Decision] = (),
) -> Graph:
    """The graph of some documents' claims: one node for each actor or thing, one relationship for each fact.

    Nodes and relationships are sorted by id; the order of the documents and of the decisions makes no difference.

    Raises:
        DecisionError: where decisions contradict one another.
    """
    ordered = sorted(read, key=lambda claims: claims.document)
    keys = Keys(register)
    groups = Groups()
    settled = Settled(decisions, ordered, keys, groups) if decisions else None
    _join(ordered, keys, groups)
    merger = Merger(keys, groups, settled.labels() if settled else {})
    for claims in ordered:
        merger.add(settled.without_rejected(claims) if settled else claims)
    nodes, relationships = with_successors(*merger.graph(), register)
    nodes = judged(with_coverage(nodes, relationships), relationships)
    nodes = _with_waivers(nodes, settled.waivers() if settled else {})
    said = [notice for claims in ordered for notice in claims.notices]
    said += settled.notices if settled else []
    return Graph(
        nodes=tuple(sorted(nodes, key=lambda node: node.id)),
        relationships=tuple(sorted(relationships, key=lambda relationship: relationship.id)),
        documents=tuple(sorted(sources, key=lambda source: source.path)),
        notices=tuple(dict.fromkeys([*notices, *said])),
    )


def _with_waivers(nodes: Iterable[Node], waivers: Mapping[str, tuple[str, ...]]) -> list[Node]:
    return [
        replace(node, attributes={**node.attributes, WAIVERS: waivers[node.id]}) if node.id in waivers else node
        for node in nodes
    ]


def _join(read: Sequence[Claims], keys: Keys, groups: Groups) -> None:
    posts: dict[Key, Post] = {}
    holders: dict[Key, set[Key]] = defaultdict(set)
    for claims in read:
        for claim in claims.claims:
            for mention in (claim.source, claim.target):
                if mention.kind == "Role":
                    post = _post(mention, keys, claims.document)
                    posts.setdefault(post.key, post)
            if claim.type == "HOLDS":
                holders[keys.of(claim.source, claims.document)].add(keys.of(claim.target, claims.document))
    join_posts(posts.values(), holders, groups)
    join_people(holders, groups)
    join_posts(posts.values(), _joined(holders, groups), groups)


def _joined(holders: dict[Key, set[Key]], groups: Groups) -> dict[Key, set[Key]]:
    """The posts that each person holds, once people are joined."""
    found: dict[Key, set[Key]] = defaultdict(set)
    for person, held in holders.items():
        found[groups.find(person)] |= held
    return found


def _post(mention: Mention, keys: Keys, document: str) -> Post:
    body = keys.of(mention.within, document) if mention.within else None
    written = f"{mention.name}, {mention.within.name}" if mention.within else mention.name
    return Post(keys.of(mention, document), fold_title(mention.name), written, body, document)
