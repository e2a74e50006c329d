"""What the plans of a graph make of a review: which findings their issues repeat, may answer, or leave alone.

An issue is a finding that an action addresses. A review's findings are the others, those aside that say a line between
two actors. Two rules, both over pairs of sentences, of which small words (articles, auxiliaries, negations) and the
endings of words do not count:

- *repeated*: nearly all words of the shorter sentence stand in the other, in the same order and close together;
- *may be answered*: both speak of the same rare words. That is no more than a suggestion, which a person has to judge.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from math import fsum, log, sqrt

from sysgraph.model import Node, Relationship, Value

REPEATED, PERHAPS, NOBODY = "repeated", "may be answered", "not taken up"
"""What `taken_up` says of a finding of a review."""

SAME_WORDS = 0.8
"""The share of the words of the shorter sentence that stand in the other, from which it counts as repeated."""

SAME_MATTER = 0.3
"""The weight of the words that two sentences share, from which one may answer the other; see `_likeness`."""

_ASKS = frozenset({"area for improvement", "priority", "recommendation", "suggestion"})
_FOUND = "finding"
_FEWEST = 4  # words of a sentence that can be repeated
_FEWEST_SHARED = 2
_GAP = 2  # words that may stand between two that are repeated
_KEYS = 8  # rarest words of a finding by which it is looked up
_COMMON = 50  # issues that have a word, from which it finds none
_MOST = 3  # suggestions for one finding
_SENTENCE = re.compile(r"(?<=[.?!;:])\s+|\n+")
_WORD = re.compile(r"[a-z0-9]+")
_JOINED = re.compile(r"(?<=\w)-\s*|['’‘]")  # "well-being", "cross-" and "sector" on two lines, "people's"
_SMALL = frozenset(
    (
        "a about across all also always among an and any are as at be been being between both but by can could did "
        "do does each every for from had has have he her his how however if in into is it its made make many may "
        "might more most much must no nor not of on or our out over shall she should so some such than that the "
        "their them then there these they this those through to too up upon us very was we well were what when "
        "where whether which while who whose will with within without would you your"
    ).split()
)
_WORN = (
    "approach area care develop development ensure evidence good health help high improve improvement include lack "
    "level limited little local need new number part people person place review right service social support system "
    "thing way work year"
)
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class _Text:
    """A finding as the rules look at it."""

    id: str
    sentences: tuple[tuple[str, ...], ...]  # stems, in order
    stems: frozenset[str]
    written: Mapping[str, str]  # a stem as the finding first writes it


def with_coverage(nodes: Sequence[Node], relationships: Iterable[Relationship]) -> list[Node]:
    """The nodes in their order, each finding of a review with what plans make of it; as they are without any issue.

    `taken_up` is one of the three words above; `repeated_by` or `may_be_answered_by` holds the ids of issues, best
    first, and `taken_up_because` a sentence for each of them. Where a document asks for something (areas for
    improvement, recommendations), its other findings are looked at only for being repeated.
    """
    addressed = {one.target for one in relationships if one.type == "ADDRESSES"}
    issues = [_text(node) for node in nodes if node.id in addressed and node.kind == "Finding"]
    if not issues:
        return list(nodes)
    said = [node for node in nodes if node.kind == "Finding" and node.id not in addressed]
    asking = {document for node in said if node.attributes.get("form") in _ASKS for document in _documents(node)}
    areas = {node.id: _text(node) for node in said if node.attributes.get("form") in {*_ASKS, _FOUND}}
    finder = _Finder(issues, _weights([*issues, *areas.values()]))
    made: dict[str, Node] = {}
    for node in said:
        if node.id in areas:
            told = finder.coverage(areas[node.id])
            beside = node.attributes.get("form") == _FOUND and not asking.isdisjoint(_documents(node))
            if not beside or told["taken_up"] == REPEATED:
                attributes = {**node.attributes, **told}
                made[node.id] = replace(node, attributes={name: attributes[name] for name in sorted(attributes)})
    return [made.get(node.id, node) for node in nodes]


def _documents(node: Node) -> set[str]:
    return {evidence.document for evidence in node.evidence}


def _text(node: Node) -> _Text:
    text = _JOINED.sub("", str(node.attributes.get("text") or node.name).lower())
    written: dict[str, str] = {}
    sentences = []
    for sentence in _SENTENCE.split(text):
        stems = []
        for word in _WORD.findall(sentence):
            if word not in _SMALL:
                stems.append(_stem(word))
                written.setdefault(stems[-1], word)
        sentences.append(tuple(stems))
    return _Text(node.id, tuple(sentences), frozenset(written), written)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The word without its ending, so that tense and number make no difference."""
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


def _weights(texts: Sequence[_Text]) -> dict[str, float]:
    """How much each word tells: the fewer findings have it, the more; those that all reviews use tell nothing."""
    often = Counter(stem for text in texts for stem in text.stems)
    worn = {_stem(word) for word in _WORN.split()}
    return {stem: 0.0 if stem in worn else log((len(texts) + 1) / many) for stem, many in often.items()}


class _Finder:
    """The issues by their words."""

    def __init__(self, issues: Sequence[_Text], weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._by_stem: dict[str, list[_Text]] = defaultdict(list)
        for issue in issues:
            for stem in issue.stems:
                self._by_stem[stem].append(issue)

    def coverage(self, area: _Text) -> dict[str, Value]:
        """The attributes that say what plans make of a finding."""
        near = list(self._near(area))
        repeated = sorted((-score, issue.id, why) for issue in near for score, why in _repetition(area, issue))
        if repeated:
            return _told(REPEATED, "repeated_by", repeated)
        perhaps = sorted((-score, issue.id, why) for issue in near for score, why in self._likeness(area, issue))
        if perhaps:
            return _told(PERHAPS, "may_be_answered_by", perhaps[:_MOST])
        return {"taken_up": NOBODY}

    def _near(self, area: _Text) -> Iterator[_Text]:
        """The issues that share a rare word with a finding and some more words, by id, each once."""
        known = (stem for stem in area.stems if 0 < len(self._by_stem.get(stem, ())) <= _COMMON)
        rarest = sorted(known, key=lambda stem: (-self._weights[stem], stem))[:_KEYS]
        found = {issue.id: issue for stem in rarest for issue in self._by_stem[stem]}
        for id_ in sorted(found):
            if len(found[id_].stems & area.stems) >= _FEWEST_SHARED:
                yield found[id_]

    def _likeness(self, area: _Text, issue: _Text) -> Iterator[tuple[float, str]]:
        """The weight of the words that two sentences share, by that of their own: of the best pair, if high enough."""
        pairs = ((frozenset(one), frozenset(other)) for one in area.sentences for other in issue.sentences)
        scored = ((self._share(one, other), sorted(one & other)) for one, other in pairs)
        score, shared = max(scored, default=(0.0, []))
        if score >= SAME_MATTER:
            told = sorted((stem for stem in shared if self._weights[stem]), key=lambda stem: -self._weights[stem])
            words = [f"“{area.written[stem]}”" for stem in told[:_FEWEST]]
            yield score, f"both speak of {', '.join(words)} ({score:.2f}): for a person to decide"

    def _share(self, one: frozenset[str], other: frozenset[str]) -> float:
        shared = [stem for stem in one & other if self._weights[stem]]
        if len(shared) < _FEWEST_SHARED:
            return 0.0
        return self._weight(shared) / sqrt(self._weight(one) * self._weight(other))

    def _weight(self, stems: Iterable[str]) -> float:
        return fsum(self._weights[stem] for stem in stems)


def _told(word: str, attribute: str, found: Sequence[tuple[float, str, str]]) -> dict[str, Value]:
    return {
        "taken_up": word,
        attribute: tuple(id_ for _, id_, _ in found),
        "taken_up_because": tuple(why for _, _, why in found),
    }


def _repetition(area: _Text, issue: _Text) -> Iterator[tuple[float, str]]:
    """The score of the two sentences that are most alike, with the reason, where it is high enough."""
    score, same, of = max(_in_order(one, other) for one in area.sentences for other in issue.sentences)
    if score >= SAME_WORDS:
        yield score, f"{same} of {of} words are the same, in one order ({score:.2f})"


def _in_order(one: Sequence[str], other: Sequence[str]) -> tuple[float, int, int]:
    """How many words of the shorter sentence stand in the other, in order and together: share, number, of how many."""
    fewer = min(one, other, key=len)
    if len(fewer) < _FEWEST or len({*one} & {*other}) < SAME_WORDS * len({*fewer}):
        return 0.0, 0, 0
    best = run = 0
    end_one = end_other = -_GAP
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        close = block.a - end_one <= _GAP and block.b - end_other <= _GAP
        run = block.size + (run if close else 0)
        best = max(best, run)
        end_one, end_other = block.a + block.size, block.b + block.size
    return best / len(fewer), best, len(fewer)
