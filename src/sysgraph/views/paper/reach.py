"""What a paper about an actor is about: its posts and people, the plans that it answers for, and their actions."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sysgraph.model import Graph
from sysgraph.views.figure import Part

_ANSWERS_FOR = ("OVERSEES", "LEADS", "APPROVES", "OWNS", "OPERATES")
_BELONG = ("POST_IN", "HOLDS")
_EVERYTHING = "No document ties actions to {name}: these are the actions of all documents read."


class Reach(NamedTuple):
    """The ids that a paper is about, those of actions among them, and what the reader must know about them."""

    ids: frozenset[str]
    actions: frozenset[str]
    note: str = ""


def reach_of(graph: Graph, part: Part) -> Reach:
    """What a part touches: the actors it is about with their posts and people, what they answer for, and its parts."""
    into: dict[tuple[str, str], list[str]] = defaultdict(list)
    out: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in graph.relationships:
        into[fact.type, fact.target].append(fact.source)
        out[fact.type, fact.source].append(fact.target)
    circle = _closed({node.id for node in part.about}, _BELONG, into)
    kept = circle | {target for id_ in circle for type_ in _ANSWERS_FOR for target in out[type_, id_]}
    kinds = {node.id: node.kind for node in graph.nodes}
    work = _closed({id_ for id_ in kept if kinds[id_] in {"Plan", "Theme", "Action"}}, ("PART_OF",), into)
    actions = {id_ for id_ in work if kinds[id_] == "Action"}
    note = ""
    if not actions and (everything := {id_ for id_, kind in kinds.items() if kind == "Action"}):
        actions, note = everything, _EVERYTHING.format(name=part.about[0].name)
    return Reach(frozenset(kept | work | actions | part.nodes.keys()), frozenset(actions), note)


def _closed(start: Iterable[str], types: Iterable[str], into: dict[tuple[str, str], list[str]]) -> set[str]:
    """The ids, and all from which relationships of these types lead to them."""
    found = set(start)
    level = found
    while level:
        level = {source for id_ in level for type_ in types for source in into[type_, id_]} - found
        found |= level
    return found
