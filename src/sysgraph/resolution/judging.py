"""What only shows when the nodes of a graph are seen together: duplicates, several names, seats that are not filled.

Questions only compare attributes; these are made here, once the graph is whole.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sysgraph.model import Node, Relationship, Value
from sysgraph.register import fold

SAME_LINE = 0.75
"""The share of words that two lines of actions have in common, from which one is a duplicate of the other."""

SEATS: Mapping[str, re.Pattern[str]] = {
    "a councillor": re.compile(
        r"\b(?:cllrs?|councillors?|elected members?|cabinet members?|lead members?|portfolio)\b"
    ),
    "the director of adult social services": re.compile(
        r"\bdirector\b[^;]*\badult|\bdass\b|\bdirector (?:of|for) (?:people|health and (?:adult )?(?:social )?care)\b"
    ),
    "the director of children's services": re.compile(
        r"\bdirector\b[^;]*\bchildren|\bdcs\b|\bdirector (?:of|for) people\b"
    ),
    "the director of public health": re.compile(r"\bdirector\b[^;]*\bpublic health\b|\bdph\b"),
    "the local Healthwatch": re.compile(r"\bhealthwatch\b"),
    "the integrated care board (or clinical commissioning group)": re.compile(
        r"\bicbs?\b|\bintegrated care board\b|\bccgs?\b|\bclinical commissioning groups?\b"
    ),
}
"""The seats of section 194(2) of the Health and Social Care Act 2012, and the words that fill them."""

_HWB = re.compile(r"\bhealth (?:and|&) well-?being board$")
_WHOLE = re.compile(r"\bmember(?:ship|s)?\b|\bcompris\w+|\bconsist\w*|\bmade up of\b|\bcomposed of\b|\bconstitut\w+")
_FEWEST_MEMBERS = 4
_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")
_LINE = re.compile(r"\n|(?<=[.;])\s")
_FEWEST_WORDS = 6
_FIRST = 4  # words by which a line is looked up


def judged(nodes: Sequence[Node], relationships: Sequence[Relationship]) -> list[Node]:
    """The nodes in their order, with `duplicate_of`, `joint` and `missing_seats` where these apply.

    `duplicate_of` is the id of an action of the same document that says nearly the same; `joint` is true of a board
    that calls itself so; `missing_seats` are the statutory seats of a health and wellbeing board that its list of
    members, where a document gives the whole of it, does not show.
    """
    made: dict[str, dict[str, Value]] = defaultdict(dict)
    for one, other in _duplicates(node for node in nodes if node.kind == "Action"):
        made[one.id]["duplicate_of"] = other.id
        made[other.id].setdefault("duplicate_of", one.id)
    for node in nodes:
        if node.kind == "Board" and _JOINT.search(node.name):
            made[node.id]["joint"] = True
    for id_, seats in _missing(nodes, relationships):
        made[id_]["missing_seats"] = seats
    return [_with(node, made[node.id]) if node.id in made else node for node in nodes]


def _with(node: Node, told: Mapping[str, Value]) -> Node:
    attributes = {**node.attributes, **told}
    return replace(node, attributes={name: attributes[name] for name in sorted(attributes)})


def _duplicates(actions: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """Pairs of actions of one document of which a whole line is nearly the same, each action once."""
    by_start: dict[tuple[str, ...], list[tuple[Node, Counter[str]]]] = defaultdict(list)
    told: set[str] = set()
    for node in sorted(actions, key=lambda node: node.id):
        if node.attributes.get("see"):
            continue
        for line in _LINE.split(str(node.attributes.get("text") or "").lower()):
            words = _WORD.findall(line)
            if len(words) < _FEWEST_WORDS:
                continue
            counted = Counter(words)
            alike = by_start[(_document(node), *words[:_FIRST])]
            for other, theirs in alike:
                share = sum((counted & theirs).values()) / sum((counted | theirs).values())
                if other.id != node.id and share >= SAME_LINE and node.id not in told:
                    told |= {node.id, other.id}
                    yield other, node
            alike.append((node, counted))


def _document(node: Node) -> str:
    return node.evidence[0].document if node.evidence else ""


def _missing(nodes: Sequence[Node], relationships: Sequence[Relationship]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The boards whose list of members is whole and leaves statutory seats out, with these seats."""
    boards = {node.id for node in nodes if node.kind == "Board" and _HWB.search(fold(node.name))}
    if not boards:
        return
    named = {node.id: node for node in nodes}
    for id_ in sorted(boards):
        members = [one for one in relationships if one.target == id_ and one.type in {"MEMBER_OF", "CHAIRS"}]
        whole = _whole_list(members)
        if len(whole) < _FEWEST_MEMBERS:
            continue
        words = " ; ".join(_all_forms(named[one.source], one, named, relationships) for one in members).lower()
        lacking = tuple(seat for seat, pattern in SEATS.items() if not pattern.search(words))
        if lacking:
            yield id_, lacking


def _whole_list(members: Sequence[Relationship]) -> list[Relationship]:
    """The members that one passage, or the table under one heading, gives as the membership."""
    lists: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
    for one in members:
        for evidence in one.evidence:
            heading = (evidence.position.heading or "").lower()
            if _WHOLE.search(heading):
                lists[evidence.document, f"under {heading}"].append(one)
            elif _WHOLE.search(evidence.quote.lower()):
                lists[evidence.document, evidence.quote].append(one)
    return max(lists.values(), key=len, default=[])


def _all_forms(node: Node, seat: Relationship, named: Mapping[str, Node], relationships: Sequence[Relationship]) -> str:
    """All that names a member: its forms, the words it is cited by, and the posts that it holds and bodies it is of."""
    beside = [
        named[other.target].name
        for other in relationships
        if other.source == node.id and other.type in {"HOLDS", "POST_IN"}
    ]
    quotes = [evidence.quote for evidence in seat.evidence]
    return " ; ".join([node.name, *node.aliases, *beside, *(quote for quote in quotes if len(quote) < 160)])
