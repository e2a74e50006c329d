"""Graphs made up by chance, of the shape that real ones have: circles, orphans, odd names, gaps of every sort."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from sysgraph.model import Attributes, Graph, Node, Relationship, Value, identity
from sysgraph.vocabulary import RELATIONSHIPS
from tests.builders import cite, fact, graph

NAMES = (
    "Marlbrook Council", "the Council", "O’Dowd, Ann", "O'Dowd", 'the "Alliance"', "back\\slash", "`tick`", "a$b {c}",
    "Ωmega Board", "Zebra", "zebra", "Éire Group", "e\u0301ire group", "مجلس الصحة", "北区", "\U0001f600 group",
    "\uffee", "\U00010400", "’; DROP TABLE node; --", "}) DETACH DELETE n //", "x" * 300, "two\nlines", " ", "NULL",
    "0", "1e3",
)  # fmt: skip
texts = st.sampled_from(NAMES)
dates = st.sampled_from(["2017-12-31", "2018-01", "2018-03-19", "2018-04-30", "2019"])
rags = st.sampled_from(["Red", "Amber", "Green", "Blue", "Purple"])
kinds = sorted({kind for row in RELATIONSHIPS.values() for pair in row.ends for kind in pair})
pairs = sorted((name, *pair) for name, row in RELATIONSHIPS.items() for pair in row.ends)

_OF_KINDS: dict[str, dict[str, st.SearchStrategy[Value]]] = {
    "Action": {
        "ref": st.sampled_from(["1", "1.1", "1.10", "1.2", "é1", "2"]),
        "text": texts,
        "see": st.just("1.1"),
        "due_by": dates,
        "revised_by": dates,
        "due_text": texts,
        "owner_text": texts,
        "lead_text": texts,
        "owner_status": st.sampled_from(["named", "missing", "tbc", "collective", "unreadable"]),
        "owner_kind": st.sampled_from(["person", "post", "body"]),
        "month_rag": rags,
        "on_target_rag": rags,
        "complete": st.booleans(),
        "shifted": st.booleans(),
        "broken": st.booleans(),
        "assurance": texts,
        "progress": texts,
    },
    "Finding": {
        "ref": st.sampled_from(["F1", "F2"]),
        "text": texts,
        "form": st.sampled_from(["recommendation", "area for improvement"]),
        "heading": texts,
        "stance": st.sampled_from(["denied", "limited", "proposed"]),
        "says": st.tuples(texts, st.sampled_from(sorted(RELATIONSHIPS)), texts),
        "taken_up": st.sampled_from(["not taken up", "may be answered", "taken up"]),
    },
    "Plan": {"date": dates, "category": texts},
    "PooledBudget": {"amount": st.integers(0, 10**12), "amount_text": texts, "share": texts, "scheme": texts},
    "Board": {"category": st.sampled_from(["board", "committee", "group"])},
}
_OF_FACTS: dict[str, st.SearchStrategy[Value]] = {
    "as": st.sampled_from(["chair", "vice chair", "lead’s deputy"]),
    "joint": st.booleans(),
    "frequency": texts,
}


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph of up to some twenty nodes, with whatever relationships the vocabulary allows between them."""
    nodes: dict[str, Node] = {}
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=10)):
        one = _node(draw, kind)
        nodes[one.id] = one
    facts: dict[str, Relationship] = {}
    for type_, *ends in draw(st.lists(st.sampled_from(pairs), max_size=24)):
        source, target = (_end(draw, kind, list(nodes.values())) for kind in ends)
        nodes |= {source.id: source, target.id: target}
        told = draw(st.fixed_dictionaries({}, optional=_OF_FACTS))
        made = fact(source, type_, target, **{("as_" if name == "as" else name): value for name, value in told.items()})
        facts[made.id] = made
    return graph([_answered(draw, one, list(nodes)) for one in nodes.values()], facts.values())


def _node(draw: st.DrawFn, kind: str) -> Node:
    name = draw(texts)
    told: Attributes = draw(st.fixed_dictionaries({}, optional=_OF_KINDS.get(kind, {})))
    evidence = (cite(f"here stands {name}", draw(st.integers(1, 3))),) if draw(st.booleans()) else ()
    return Node(identity(kind, name), kind, name, tuple(draw(st.lists(texts, max_size=2))), told, evidence)


def _end(draw: st.DrawFn, kind: str, nodes: Sequence[Node]) -> Node:
    """A node of the kind: mostly one that is there, so that chains and circles come about."""
    there = [one for one in nodes if one.kind == kind]
    if there and draw(st.sampled_from([True, True, False])):
        return draw(st.sampled_from(there))
    made = _node(draw, kind)
    return next((one for one in there if one.id == made.id), made)


def _answered(draw: st.DrawFn, node: Node, ids: Sequence[str]) -> Node:
    """The node; a finding may be answered by findings of the graph, or by one that is not there."""
    if "taken_up" not in node.attributes:
        return node
    findings = [id_ for id_ in ids if id_.startswith("finding")]
    answers = tuple(draw(st.lists(st.sampled_from([*findings, "finding-gone"]), max_size=2, unique=True)))
    if not answers:
        return node
    name = draw(st.sampled_from(["repeated_by", "may_be_answered_by"]))
    told = {**node.attributes, name: answers, "taken_up_because": tuple(draw(texts) for _ in answers)}
    return replace(node, attributes=told)
