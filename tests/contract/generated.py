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
cells = st.sampled_from(["given", "named", "missing", "tbc", "start", "blank", "collective"])
lists = st.lists(texts, min_size=1, max_size=3).map(tuple)
rags = st.sampled_from(["Red", "Amber", "Green", "Blue", "Purple"])
kinds = sorted({kind for row in RELATIONSHIPS.values() for pair in row.ends for kind in pair})
pairs = sorted((name, *pair) for name, row in RELATIONSHIPS.items() for pair in row.ends)

_OF_KINDS: dict[str, dict[str, st.SearchStrategy[Value]]] = {
    "Action": {
        "ref": st.sampled_from(["1", "1.1", "1.10", "1.2", "é1", "2"]),
        "text": texts,
        "see": st.sampled_from([None, None, None, None, None, "1.1"]),
        "due_by": dates,
        "revised_by": dates,
        "due_text": texts,
        "owner_text": texts,
        "lead_text": texts,
        "owner_status": st.sampled_from(["named", "missing", "tbc", "collective", "unreadable"]),
        "lead_status": cells,
        "due_status": cells,
        "due_dates": st.integers(0, 3),
        "revised_status": cells,
        "assurance_status": cells,
        "progress_status": cells,
        "rag_status": st.sampled_from(["known", "missing", "odd"]),
        "progress_by": dates,
        "stale_from": dates,
        "ahead_of_plan": texts,
        "said_complete": texts,
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
    "Board": {
        "category": st.sampled_from(["board", "committee", "group"]),
        "joint": st.booleans(),
        "missing_seats": lists,
        "named_ways": lists,
    },
    "Organisation": {"named_ways": lists, "disagreements": lists},
    "Person": {"named_ways": lists, "disagreements": lists},
}
_OF_FACTS: dict[str, st.SearchStrategy[Value]] = {
    "as": st.sampled_from(["chair", "vice chair", "lead’s deputy"]),
    "joint": st.booleans(),
    "frequency": texts,
}


# What a plan and its boards are mostly made of: drawn often, so that rules about them have something to find.
_MOSTLY = [
    ("PART_OF", "Action", "Plan"), ("PART_OF", "Action", "Theme"), ("PART_OF", "Theme", "Plan"),
    ("OWNS", "Person", "Action"), ("OWNS", "Role", "Action"), ("OWNS", "Organisation", "Action"),
    ("OPERATES", "Person", "Action"), ("ADDRESSES", "Action", "Finding"), ("LEADS", "Person", "Theme"),
    ("HOLDS", "Person", "Role"), ("POST_IN", "Role", "Organisation"), ("PARTY_TO", "Organisation", "Plan"),
    ("OVERSEES", "Board", "Action"), ("OVERSEES", "Board", "Plan"), ("REPORTS_TO", "Board", "Board"),
    ("ACCOUNTABLE_TO", "Board", "Organisation"), ("PART_OF", "Board", "Organisation"),
    ("CHAIRS", "Person", "Board"), ("CHAIRS", "Role", "Board"), ("MEMBER_OF", "Role", "Board"),
    ("MEMBER_OF", "Person", "Board"),
]  # fmt: skip


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph of up to some forty nodes, with whatever relationships the vocabulary allows between them."""
    nodes: dict[str, Node] = {}
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=10)):
        one = _node(draw, kind)
        nodes[one.id] = one
    facts: dict[str, Relationship] = {}
    count = draw(st.integers(0, 40))  # a list that is drawn without its length is mostly short
    lines = st.sampled_from(_MOSTLY) | st.sampled_from(pairs)
    for type_, *ends in draw(st.lists(lines, min_size=count, max_size=count)):
        source, target = (_end(draw, kind, list(nodes.values())) for kind in ends)
        nodes |= {source.id: source, target.id: target}
        told = draw(st.fixed_dictionaries({}, optional=_OF_FACTS))
        words = cite(f"it is said that {source.name} {type_} {target.name}", draw(st.integers(1, 3)))
        made = fact(
            source, type_, target, words, **{("as_" if name == "as" else name): value for name, value in told.items()}
        )
        facts[made.id] = made
    return graph([_referring(draw, one, list(nodes)) for one in nodes.values()], facts.values())


def _node(draw: st.DrawFn, kind: str) -> Node:
    name = draw(texts)
    values = _OF_KINDS.get(kind, {})
    told: Attributes = {one: draw(value) for one, value in values.items() if draw(st.sampled_from([True, True, False]))}
    evidence = (cite(f"here stands {name}", draw(st.integers(1, 3))),) if draw(st.booleans()) else ()
    return Node(identity(kind, name), kind, name, tuple(draw(st.lists(texts, max_size=2))), told, evidence)


def _end(draw: st.DrawFn, kind: str, nodes: Sequence[Node]) -> Node:
    """A node of the kind: mostly one that is there, so that chains and circles come about."""
    there = [one for one in nodes if one.kind == kind]
    if there and draw(st.sampled_from([True, True, False])):
        return draw(st.sampled_from(there))
    made = _node(draw, kind)
    return next((one for one in there if one.id == made.id), made)


def _referring(draw: st.DrawFn, node: Node, ids: Sequence[str]) -> Node:
    """The node, with attributes that name others: findings that answer it, one that is not there too; its duplicate."""
    told = dict(node.attributes)
    if "taken_up" in told:
        findings = [id_ for id_ in ids if id_.startswith("finding")]
        answers = tuple(draw(st.lists(st.sampled_from([*findings, "finding-gone"]), max_size=2, unique=True)))
        if answers:
            told[draw(st.sampled_from(["repeated_by", "may_be_answered_by"]))] = answers
            told["taken_up_because"] = tuple(draw(texts) for _ in answers)
    if node.kind == "Action" and draw(st.booleans()):
        told["duplicate_of"] = draw(st.sampled_from([id_ for id_ in ids if id_.startswith("action")]))
    return replace(node, attributes=told)
