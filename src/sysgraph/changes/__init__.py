"""What changed between two graphs: `changes(old, new)`."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sysgraph import vocabulary
from sysgraph.changes.matching import Pairs, match
from sysgraph.graph import by_id, by_number
from sysgraph.model import Evidence, Graph, Node, Relationship, Value

__all__ = ["WHATS", "Change", "changes"]

WHATS = {
    "new": "New actions",
    "dropped": "Dropped actions",
    "completed": "Completed",
    "reopened": "No longer complete",
    "slipped": "Slipped",
    "brought forward": "Brought forward",
    "dated": "Given a date",
    "undated": "Without the date that they had",
    "reassigned": "Reassigned",
    "re-led": "Another operational lead",
    "re-rated": "Rated otherwise",
    "reworded": "Reworded",
    "came": "Boards, posts and bodies that came",
    "went": "Boards, posts and bodies that went",
    "line came": "Lines that came",
    "line went": "Lines that went",
}
"""What a change is, and what stands above changes of its sort."""

_TOLD = vocabulary.ACTORS | {"CommissioningArrangement", "PooledBudget", "Plan", "Service"}
_OF_ACTIONS = frozenset({"OWNS", "OPERATES", "PART_OF", "ADDRESSES", "MEETING_OF", "ABOUT"})


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: what it is about, how it was and how it is, with the evidence of both sides.

    `what` is one of `WHATS`; what is new has no `before`, what is gone no `after`.
    """

    what: str
    kind: str
    about: str
    before: str | None
    after: str | None
    old_evidence: tuple[Evidence, ...] = ()
    new_evidence: tuple[Evidence, ...] = ()


def changes(old: Graph, new: Graph) -> tuple[Change, ...]:
    """What changed from the old graph to the new one, in the order of `WHATS` and then of names.

    Actions are compared by their words, dates, owners, leads and ratings; of all else it is told what came and went.
    """
    pairs = match(old, new)
    sides = _Side.of(old), _Side.of(new)
    found = [*_actions(pairs, *sides), *_actors(pairs, *sides), *_lines(pairs, *sides)]
    order = {what: number for number, what in enumerate(WHATS)}
    return tuple(
        sorted(found, key=lambda one: (order[one.what], by_number(one.about), one.before or "", one.after or ""))
    )


class _Side(NamedTuple):
    """One of the two graphs, as the comparison looks at it."""

    nodes: Mapping[str, Node]
    relationships: tuple[Relationship, ...]
    people: Mapping[str, list[Relationship]]  # owners and leads, by action
    facts: Mapping[str, list[Relationship]]  # all that is said of a node, by its id

    @classmethod
    def of(cls, graph: Graph) -> "_Side":
        people: dict[str, list[Relationship]] = defaultdict(list)
        facts: dict[str, list[Relationship]] = defaultdict(list)
        for one in graph.relationships:
            facts[one.source].append(one)
            facts[one.target].append(one)
            if one.type in {"OWNS", "OPERATES"}:
                people[one.target].append(one)
        return cls(by_id(graph), graph.relationships, people, facts)


def _actions(pairs: Pairs, old: _Side, new: _Side) -> Iterator[Change]:
    for node in old.nodes.values():
        if node.kind == "Action" and node.id not in pairs.to_new:
            yield Change("dropped", "Action", node.name, _words(node), None, node.evidence)
    for node in new.nodes.values():
        if node.kind == "Action" and node.id not in pairs.to_old:
            yield Change("new", "Action", node.name, None, _words(node), (), node.evidence)
    for before, after in pairs.to_new.items():
        one, other = old.nodes.get(before), new.nodes.get(after)
        if one and other and one.kind == "Action":
            yield from _attributes(one, other)
            yield from _people(pairs, (old, one), (new, other))


def _attributes(one: Node, other: Node) -> Iterator[Change]:
    for what, before, after in (*_dates(one, other), *_rest(one, other)):
        yield Change(what, "Action", other.name, before, after, one.evidence, other.evidence)


def _dates(one: Node, other: Node) -> Iterator[tuple[str, str | None, str | None]]:
    days = [str(node.attributes.get("revised_by") or node.attributes.get("due_by") or "") for node in (one, other)]
    words = [_text(node.attributes.get("revised_text") or node.attributes.get("due_text")) for node in (one, other)]
    if days[0] != days[1]:
        later = "slipped" if days[1] > days[0] else "brought forward"
        yield ("dated" if not days[0] else "undated" if not days[1] else later, words[0], words[1])


def _rest(one: Node, other: Node) -> Iterator[tuple[str, str | None, str | None]]:
    done = [bool(node.attributes.get("complete")) for node in (one, other)]
    ratings = [_ratings(node) for node in (one, other)]
    if done[0] != done[1]:
        yield (
            "completed" if done[1] else "reopened",
            ratings[0],
            ratings[1] or _text(other.attributes.get("due_text")),
        )
    elif (ratings[0] or "").casefold() != (ratings[1] or "").casefold():
        yield ("re-rated", ratings[0], ratings[1])
    words = [_words(node) for node in (one, other)]
    if words[0].casefold() != words[1].casefold():
        yield ("reworded", words[0], words[1])


def _people(pairs: Pairs, before: tuple[_Side, Node], after: tuple[_Side, Node]) -> Iterator[Change]:
    """The changes of who owns an action and who leads it; the cell's words are told where nobody is named in it."""
    for type_, what, cell in (("OWNS", "reassigned", "owner_text"), ("OPERATES", "re-led", "lead_text")):
        facts = [[one for one in side.people.get(node.id, ()) if one.type == type_] for side, node in (before, after)]
        were = {pairs.to_new.get(one.source, one.source) for one in facts[0]}
        are = {one.source for one in facts[1]}
        texts = [_text(node.attributes.get(cell)) for _, node in (before, after)]
        if were != are or (not are and (texts[0] or "").casefold() != (texts[1] or "").casefold()):
            named = [
                "; ".join(sorted(side.nodes[one.source].name for one in of)) or text
                for (side, _), of, text in zip((before, after), facts, texts, strict=True)
            ]
            cited = [
                tuple(evidence for one in of for evidence in one.evidence) or node.evidence
                for (_, node), of in zip((before, after), facts, strict=True)
            ]
            yield Change(what, "Action", after[1].name, named[0], named[1], cited[0], cited[1])


def _actors(pairs: Pairs, old: _Side, new: _Side) -> Iterator[Change]:
    for node in old.nodes.values():
        if node.kind in _TOLD and node.id not in pairs.to_new and (said := _cited(node, old)):
            yield Change("went", node.kind, node.name, node.name, None, said)
    for node in new.nodes.values():
        if node.kind in _TOLD and node.id not in pairs.to_old and (said := _cited(node, new)):
            yield Change("came", node.kind, node.name, None, node.name, (), said)


def _lines(pairs: Pairs, old: _Side, new: _Side) -> Iterator[Change]:
    """The lines between actors, plans and money; those of actions are told with these."""
    were = {_known(one, lambda id_: pairs.to_new.get(id_, id_)): one for one in _governing(old)}
    are = {_known(one, lambda id_: id_): one for one in _governing(new)}
    for key, one in were.items():
        if key not in are and not _goes_without_saying(one, pairs.to_new):
            said = _sentence(one, old)
            yield Change("line went", one.type, said, said, None, one.evidence)
    for key, one in are.items():
        if key not in were and not _goes_without_saying(one, pairs.to_old):
            said = _sentence(one, new)
            yield Change("line came", one.type, said, None, said, (), one.evidence)


def _goes_without_saying(one: Relationship, known: Mapping[str, str]) -> bool:
    """Whether a line only says where a post belongs that came or went itself."""
    return one.type == "POST_IN" and one.source not in known


def _governing(side: _Side) -> Iterator[Relationship]:
    for one in side.relationships:
        ends = {side.nodes[one.source].kind, side.nodes[one.target].kind}
        if ends <= _TOLD | {"Theme"} and (one.type not in _OF_ACTIONS or ends <= _TOLD):
            yield one


def _known(one: Relationship, renamed: Callable[[str], str]) -> tuple[str, str, str, str]:
    return renamed(one.source), one.type, renamed(one.target), str(one.attributes.get("as") or "").casefold()


def _sentence(one: Relationship, side: _Side) -> str:
    row, capacity = vocabulary.RELATIONSHIPS[one.type], one.attributes.get("as")
    return row.sentence(side.nodes[one.source].name, side.nodes[one.target].name, capacity)


def _cited(node: Node, side: _Side) -> tuple[Evidence, ...]:
    """What documents say of an actor: its evidence, else that of its facts; nothing where only the register does."""
    said = node.evidence or tuple(cited for one in side.facts.get(node.id, ()) for cited in one.evidence)
    return tuple(one for one in said if one.source != "register")


def _words(node: Node) -> str:
    return " ".join(str(node.attributes.get("text") or node.name).split())


def _ratings(node: Node) -> str | None:
    found = [_text(node.attributes.get(name)) for name in ("month_rag", "on_target_rag")]
    return " / ".join(filter(None, found)) or None


def _text(value: Value) -> str | None:
    return " ".join(str(value).split()) if value else None
