"""All about one actor, and what the graph holds about some words: facts in groups, each with its evidence."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sysgraph.model import Evidence, Node, Relationship
from sysgraph.questions.asking import Answer, ask
from sysgraph.questions.catalogue import question
from sysgraph.questions.chains import Branch, climb, read
from sysgraph.store.protocol import Hit, Store


class Fact(NamedTuple):
    """One fact about an actor; `through` is the post, holder or body by way of which it is about it."""

    reading: str
    relationship: Relationship
    other: Node
    through: Node | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages that the fact rests on."""
        return self.relationship.evidence


class Section(NamedTuple):
    """The facts of one heading of a portrait, at least one."""

    title: str
    facts: tuple[Fact, ...]


class Portrait(NamedTuple):
    """All about one actor."""

    node: Node
    evidence: tuple[Evidence, ...]
    sections: tuple[Section, ...]
    up: tuple[Branch, ...]


class Findings(NamedTuple):
    """What the graph holds about some words, best first, and who is responsible for it."""

    hits: tuple[Hit, ...]
    responsible: Answer


class _Heading(NamedTuple):
    title: str
    outward: tuple[str, ...]
    inward: tuple[str, ...] = ()


_HEADINGS = (
    _Heading("Posts", ("HOLDS", "POST_IN"), ("HOLDS", "POST_IN")),
    _Heading("Sits on and chairs", ("MEMBER_OF", "CHAIRS")),
    _Heading("Members", (), ("MEMBER_OF", "CHAIRS")),
    _Heading("Owns", ("OWNS",)),
    _Heading("Is operational lead of", ("OPERATES",)),
    _Heading("Leads", ("LEADS",)),
    _Heading("Is led by", (), ("LEADS",)),
    _Heading("Answers to", ("REPORTS_TO", "ACCOUNTABLE_TO"), ("OVERSEES", "DELEGATES_TO")),
    _Heading("Holds to account", ("OVERSEES", "DELEGATES_TO"), ("REPORTS_TO", "ACCOUNTABLE_TO")),
    _Heading("Succession", ("SUCCEEDS",), ("SUCCEEDS",)),
)
_REST = "More"
_LENT = ("OWNS", "OPERATES", "LEADS", "MEMBER_OF", "CHAIRS")
"""What is said of a post is said of its holder too, and the other way about."""
_LENT_TO_BODIES = ("OWNS", "OPERATES", "LEADS")
"""What is said of a post is said of its body too."""


def portrait(store: Store, node: Node) -> Portrait:
    """What the graph holds about an actor, and by way of its posts, their holders, or (of a body) its posts."""
    own = [(fact, False) for fact in store.relationships({node.id}, outward=True)]
    own += [(fact, True) for fact in store.relationships({node.id}, outward=False)]
    nodes = _nodes_of(store, [fact for fact, _ in own], {node.id: node})
    facts = [_fact(fact, nodes, inverse=inverse) for fact, inverse in own]
    facts += _lent(store, node, facts)
    return Portrait(node, store.evidence({node.id}).get(node.id, ()), _grouped(node, facts), climb(store, node))


def findings(store: Store, text: str, *, limit: int = 20) -> Findings:
    """What the graph holds about some words, and the owners, leads and boards of it."""
    return Findings(tuple(store.search(text, limit)), ask(store, question("responsible-for"), {"text": text}))


def _fact(fact: Relationship, nodes: Mapping[str, Node], *, inverse: bool, through: Node | None = None) -> Fact:
    other = nodes[fact.source if inverse else fact.target]
    return Fact(read(fact, nodes, inverse=inverse), fact, other, through)


def _nodes_of(store: Store, facts: Collection[Relationship], known: Mapping[str, Node]) -> dict[str, Node]:
    ends = {end for fact in facts for end in (fact.source, fact.target)}
    return {**known, **store.nodes(ends - known.keys())}


def _lent(store: Store, node: Node, own: Sequence[Fact]) -> list[Fact]:
    """The facts about a person's posts, a post's holders, or a body's posts and people."""
    near = {fact.other.id: fact.other for fact in own if fact.relationship.type == "HOLDS"}
    types: tuple[str, ...] = _LENT
    if node.kind not in {"Person", "Role"}:
        types = _LENT_TO_BODIES
        posts = {fact.other.id: fact.other for fact in own if fact.relationship.type == "POST_IN"}
        holders = store.relationships(posts.keys(), ("HOLDS",), outward=False) if posts else ()
        near |= posts | dict(store.nodes({fact.source for fact in holders}))
    found = store.relationships(near.keys(), types, outward=True) if near else ()
    nodes = _nodes_of(store, found, near)
    return [_fact(fact, nodes, inverse=False, through=nodes[fact.source]) for fact in found if fact.target != node.id]


def _grouped(node: Node, facts: Sequence[Fact]) -> tuple[Section, ...]:
    groups: dict[str, list[Fact]] = {title: [] for title in (*(heading.title for heading in _HEADINGS), _REST)}
    for fact in facts:
        groups[_title(node, fact)].append(fact)
    return tuple(
        Section(title, tuple(sorted(group, key=lambda fact: (bool(fact.through), fact.reading, fact.relationship.id))))
        for title, group in groups.items()
        if group
    )


def _title(node: Node, fact: Fact) -> str:
    inverse = not fact.through and fact.relationship.target == node.id
    for heading in _HEADINGS:
        if fact.relationship.type in (heading.inward if inverse else heading.outward):
            return heading.title
    return _REST
