"""A graph without people: what may be shown where names may not, as in the public papers of a board.

Each person gives way to the post that he or she holds. Names are taken out of everything that is written, too: the
words of cells and of evidence say "[name]" where a person of the graph was named. A name that nobody recognised when
the documents were read cannot be taken out; that is why papers are read once more before they are handed in.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from sysgraph.model import Attributes, Evidence, Graph, Node, Notice, Relationship, Value, identity, relate

WITHHELD = "[name]"
"""What stands where a name stood."""

_TITLES = r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Cllr|Councillor|Sir|Dame|Lord|Lady|Rev(?:erend)?)\.?"
_UNKNOWN = "a person whose post is not shown"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A graph without people, and what takes their names out of anything else that is said of it."""

    graph: Graph
    hide: Callable[[str], str]
    stands_for: Mapping[str, str]  # the post that stands for each person, by id

    def evidence(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The evidence without names in its words and headings."""
        return _evidence(evidence, self.hide)


def without_people(graph: Graph) -> Graph:
    """The graph with posts in the place of people, and without their names in any text."""
    return withhold(graph).graph


def withhold(graph: Graph) -> Withheld:
    """A graph with posts in the place of people, and without their names in any text.

    A person with one post is that post; with several, a post named by all of them; with none, "a person of" the body
    that he or she is named with. Facts that were said of a person and of the post become one, with all evidence.
    """
    people = [node for node in graph.nodes if node.kind == "Person"]
    if not people:
        return Withheld(graph, str, {})
    hide = _hider(people)
    nodes = {node.id: _hidden(node, hide) for node in graph.nodes if node.kind != "Person"}
    stands_for = _stand_ins(people, graph, nodes)
    gathered: dict[tuple[str, str, str, str], list[Relationship]] = defaultdict(list)
    for one in graph.relationships:
        source, target = stands_for.get(one.source, one.source), stands_for.get(one.target, one.target)
        if one.type != "HOLDS" and source != target:
            gathered[source, one.type, target, str(one.attributes.get("as") or "")].append(one)
    facts = [_joined(nodes[source], nodes[target], those, hide) for (source, _, target, _), those in gathered.items()]
    made = Graph(
        tuple(sorted(nodes.values(), key=lambda node: node.id)),
        tuple(sorted(facts, key=lambda fact: fact.id)),
        graph.documents,
        tuple(Notice(one.document, hide(one.where), hide(one.what), one.kind) for one in graph.notices),
    )
    return Withheld(made, hide, stands_for)


def _stand_ins(people: Iterable[Node], graph: Graph, nodes: dict[str, Node]) -> dict[str, str]:
    """The post that stands for each person, by id; posts made for the purpose are added to the nodes."""
    held: dict[str, list[str]] = defaultdict(list)
    within: dict[str, list[str]] = defaultdict(list)
    for one in graph.relationships:
        if one.type in {"HOLDS", "POST_IN"}:
            (held if one.type == "HOLDS" else within)[one.source].append(one.target)
    found: dict[str, str] = {}
    for number, person in enumerate(people, 1):
        posts = sorted({nodes[id_].name for id_ in held[person.id]})
        if len(posts) == 1:
            found[person.id] = held[person.id][0]
            continue
        bodies = sorted({nodes[id_].name for id_ in within[person.id]})
        of_body = f"a person of {' and '.join(bodies)}" if bodies else _UNKNOWN
        name = " / ".join(posts) if posts else f"{of_body} ({number})"
        made = Node(identity("Role", "withheld", name), "Role", name)
        nodes[made.id] = made
        found[person.id] = made.id
    return found


def _hider(people: Iterable[Node]) -> Callable[[str], str]:
    """A function that takes the people's names out of a text: full names, initials, and surnames with a title."""
    names = {form for person in people for form in (person.name, *person.aliases) if form.strip()}
    surnames = {name.split()[-1] for name in names if len(name.split()) > 1}
    forms = sorted(names, key=lambda name: (-len(name), name))
    spaced = ["\\s+".join(map(re.escape, form.split())) for form in forms]
    family = "|".join(re.escape(one) for one in sorted(surnames, key=lambda one: (-len(one), one))) or "(?!)"
    pattern = re.compile(
        rf"(?<!\w)(?:{_TITLES}\s+)?(?:{'|'.join(spaced)})(?!\w)"
        rf"|(?<!\w)(?:{_TITLES}\s+(?:[A-Z][\w'’-]*\.?\s+)?|(?:[A-Z]\.\s?)+)(?:{family})(?!\w)"
    )
    return lambda text: pattern.sub(WITHHELD, text)


def _hidden(node: Node, hide: Callable[[str], str]) -> Node:
    return replace(
        node,
        name=hide(node.name),
        aliases=tuple(dict.fromkeys(hide(alias) for alias in node.aliases)),
        attributes=_attributes(node.attributes, hide),
        evidence=_evidence(node.evidence, hide),
    )


def _attributes(attributes: Attributes, hide: Callable[[str], str]) -> Mapping[str, Value]:
    def hidden(value: Value) -> Value:
        if isinstance(value, str):
            return hide(value)
        return tuple(hide(one) for one in value) if isinstance(value, tuple) else value

    return {name: hidden(value) for name, value in attributes.items()}


def _evidence(evidence: Iterable[Evidence], hide: Callable[[str], str]) -> tuple[Evidence, ...]:
    return tuple(
        replace(one, quote=hide(one.quote), position=replace(one.position, heading=_maybe(one.position.heading, hide)))
        for one in evidence
    )


def _maybe(text: str | None, hide: Callable[[str], str]) -> str | None:
    return hide(text) if text else text


def _joined(source: Node, target: Node, those: list[Relationship], hide: Callable[[str], str]) -> Relationship:
    attributes: dict[str, Value] = {}
    for one in those:
        attributes |= _attributes(one.attributes, hide)
    evidence = dict.fromkeys(cited for one in those for cited in _evidence(one.evidence, hide))
    return relate(source, those[0].type, target, tuple(evidence), attributes)
