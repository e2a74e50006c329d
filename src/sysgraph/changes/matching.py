"""Which node of an old graph is which of a new one.

Actors are known again by any form of their name. Actions are known again by their plan and reference where their words
are alike, else by their words: a plan that numbers itself anew has not dropped everything that it holds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sysgraph.model import Graph, Node
from sysgraph.register import fold

SAME_REFERENCE = 0.2
"""The likeness of two actions' words from which one reference makes them one action."""

SAME_WORDS = 0.6
"""The likeness of two actions' words from which these alone make them one action."""

_WORD = re.compile(r"[a-z0-9]+")
_COMMON = 30  # actions that have a word, from which it finds none
_IN_PLANS = frozenset({"Action", "Theme", "Finding", "Meeting"})
_VERSION = re.compile(r"\b(?:v(?:ersion)? ?\d+(?:\.\d+)*|draft|final|(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?)\b")


@dataclass(slots=True)
class Pairs:
    """Nodes of the old graph and the same of the new one, by id; an old one is told by at most one new one."""

    to_new: dict[str, str] = field(default_factory=dict)
    to_old: dict[str, str] = field(default_factory=dict)

    def join(self, old: str, new: str) -> None:
        """Nothing; the two are one, unless either is taken already."""
        if old not in self.to_new and new not in self.to_old:
            self.to_new[old] = new
            self.to_old[new] = old


def match(old: Graph, new: Graph) -> Pairs:
    """The pairs of nodes of two graphs that are one."""
    pairs = Pairs()
    theirs = {node.id: node for node in new.nodes}
    for node in old.nodes:
        if node.id in theirs and node.kind not in _IN_PLANS:
            pairs.join(node.id, node.id)
    _by_name(old, new, pairs)
    _plans(old, new, pairs)
    _Actions(old, new, pairs).match()
    return pairs


def plan_of(graph: Graph) -> dict[str, str]:
    """The plan of each theme and action that has one, by id."""
    above = {one.source: one.target for one in graph.relationships if one.type == "PART_OF"}
    kinds = {node.id: node.kind for node in graph.nodes}
    found: dict[str, str] = {}
    for id_, kind in kinds.items():
        at: str | None = id_ if kind in {"Action", "Theme"} else None
        for _ in range(3):
            at = above.get(at) if at else None
            if at and kinds.get(at) == "Plan":
                found[id_] = at
                break
    return found


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two texts have in common, of all words of both: 0 to 1."""
    together = (one | other).total()
    return (one & other).total() / together if together else 1.0


def _by_name(old: Graph, new: Graph, pairs: Pairs) -> None:
    forms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node in new.nodes:
        if node.kind not in _IN_PLANS and node.id not in pairs.to_old:
            for form in _forms(node):
                forms[node.kind, form].append(node.id)
    for node in old.nodes:
        if node.kind not in _IN_PLANS and node.id not in pairs.to_new:
            found = {id_ for form in _forms(node) for id_ in forms.get((node.kind, form), ())}
            if len(found) == 1:
                pairs.join(node.id, found.pop())


def _forms(node: Node) -> set[str]:
    """The name, and of the other forms those that are no mere initials: two bodies may share these."""
    return {fold(node.name), *(fold(alias) for alias in node.aliases if len(alias) > 6)}


def _plans(old: Graph, new: Graph, pairs: Pairs) -> None:
    """A plan is known again without its version and year; the only plan of a graph is the only one of the other."""
    ours, theirs = ([node for node in graph.nodes if node.kind == "Plan"] for graph in (old, new))
    named = {_versionless(node): node.id for node in theirs}
    for node in ours:
        if found := named.get(_versionless(node)):
            pairs.join(node.id, found)
    with_actions = [sorted(set(plan_of(graph).values())) for graph in (old, new)]
    if len(with_actions[0]) == len(with_actions[1]) == 1:
        pairs.join(with_actions[0][0], with_actions[1][0])


def _versionless(plan: Node) -> str:
    return " ".join(_VERSION.sub(" ", fold(plan.name)).split())


class _Actions:
    """The actions of two graphs, matched step by step, the surest first."""

    def __init__(self, old: Graph, new: Graph, pairs: Pairs) -> None:
        self._pairs = pairs
        self._old = [node for node in old.nodes if node.kind == "Action"]
        self._new = [node for node in new.nodes if node.kind == "Action"]
        self._words = {node.id: _words(node) for node in self._new}
        self._old_words = {node.id: _words(node) for node in self._old}
        to_new = pairs.to_new
        self._old_plan = {id_: to_new.get(plan, plan) for id_, plan in plan_of(old).items()}
        self._new_plan = plan_of(new)

    def match(self) -> None:
        """Nothing; the pairs are joined."""
        by_reference = self._references()
        for least in (1.0, SAME_WORDS):
            self._join_references(by_reference, least)
        self._join_words()
        self._join_references(by_reference, SAME_REFERENCE)

    def _references(self) -> Mapping[tuple[str | None, str], list[str]]:
        found: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        for node in self._new:
            if reference := node.attributes.get("ref"):
                found[self._new_plan.get(node.id), str(reference)].append(node.id)
        return found

    def _join_references(self, references: Mapping[tuple[str | None, str], Sequence[str]], least: float) -> None:
        for node in self._old:
            place = self._old_plan.get(node.id), str(node.attributes.get("ref"))
            if node.id not in self._pairs.to_new:
                scored = [(self._likeness(node.id, new), new) for new in references.get(place, ())]
                for score, new in sorted(scored, reverse=True)[:1]:
                    if score >= least:
                        self._pairs.join(node.id, new)

    def _join_words(self) -> None:
        """Joins by words alone, the best pairs first; of two that are as good, those that stand first."""
        left = [node for node in self._old if node.id not in self._pairs.to_new]
        by_word: dict[str, list[str]] = defaultdict(list)
        for node in self._new:
            if node.id not in self._pairs.to_old:
                for word in self._words[node.id]:
                    by_word[word].append(node.id)
        scored = [
            (-score, node.id, new)
            for node in left
            for new in self._near(node.id, by_word)
            if (score := self._likeness(node.id, new)) >= SAME_WORDS
        ]
        for _, old, new in sorted(scored):
            self._pairs.join(old, new)

    def _near(self, old: str, by_word: Mapping[str, Sequence[str]]) -> Iterable[str]:
        """The new actions that share a word with an old one that few others have."""
        rarest = sorted((len(by_word[word]), word) for word in self._old_words[old] if word in by_word)
        return sorted({new for count, word in rarest[:5] if count <= _COMMON for new in by_word[word]})

    def _likeness(self, old: str, new: str) -> float:
        return likeness(self._old_words[old], self._words[new])


def _words(node: Node) -> Counter[str]:
    return Counter(_WORD.findall(str(node.attributes.get("text") or node.name).casefold()))
