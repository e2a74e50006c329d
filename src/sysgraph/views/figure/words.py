"""A part of a graph in words: sentences that say what its figure shows, each with what it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from sysgraph.model import Evidence, Node, Relationship
from sysgraph.questions.asking import long_date
from sysgraph.questions.chains import read
from sysgraph.views.console import named, where
from sysgraph.views.figure.boxes import written
from sysgraph.views.figure.nameless import plainly, together
from sysgraph.views.figure.part import Part, above, below
from sysgraph.views.plainly import kind_in_words
from sysgraph.vocabulary import KINDS

_LISTED = {
    "MEMBER_OF": "has as members",
    "POST_IN": "has the posts or people",
    "PART_OF": "has as parts",
    "LEADS": "is led by",
}
"""Relationships that are told together, of all who have them with the same other."""

_UP = frozenset({"REPORTS_TO", "ACCOUNTABLE_TO", "OVERSEES", "DELEGATES_TO", "PART_OF", "POST_IN"})
_MOST_CITED = 2
_MOST_PAGES = 12


class Sentence(NamedTuple):
    """A sentence, and the words of documents that it rests on."""

    text: str
    evidence: tuple[Evidence, ...] = ()


class Section(NamedTuple):
    """Some sentences under a heading; at least one."""

    heading: str
    sentences: tuple[Sentence, ...]


def sections(part: Part) -> tuple[Section, ...]:
    """What the figure shows: above, below and elsewhere, who sits where, and where lines stop."""
    about = {node.id for node in part.about}
    lines = [fact for fact in part.facts if fact.type not in _LISTED and fact.type not in {"HOLDS", "CHAIRS"}]
    up = [fact for fact in part.facts if below(fact) in about and fact.type in _UP]
    down = [fact for fact in lines if above(fact) in about and below(fact) not in about]
    rest = [fact for fact in lines if not {fact.source, fact.target} & about]
    found = (
        Section("Who it answers to", tuple(_sentences(up, part))),
        Section("Who answers to it", tuple(_sentences(down, part))),
        Section("Other lines around it", tuple(_sentences(rest, part))),
        Section("Seats, posts and leads", tuple(_seats(part))),
        Section("Where lines stop", tuple(_stops(part))),
    )
    return tuple(section for section in found if section.sentences)


def heading(part: Part) -> str:
    """The title of the figure."""
    return f"Lines of accountability: {' and '.join(dict.fromkeys(map(written, part.about)))}"


def description(part: Part) -> str:
    """The figure for those who do not see it, as one text with line ends between paragraphs."""
    counts = [_counted(kind, [*group]) for kind, group in groupby(_by_kind(part), lambda node: node.kind)]
    first = f"A diagram of {', '.join(counts)}, with {len(part.facts)} relationships between them."
    told = [f"{section.heading}: {' '.join(f'{one.text}.' for one in section.sentences)}" for section in sections(part)]
    return "\n".join([first, *told, sources(part)])


def dated(nodes: Iterable[Node]) -> str:
    """The dates of the plans among some nodes, in words; nothing where none gives one."""
    plans = (node for node in nodes if node.kind == "Plan")
    dates = sorted({str(node.attributes["date"]) for node in plans if node.attributes.get("date")})
    return f"Plan dated {' and '.join(map(long_date, dates))}" if dates else ""


def sources(part: Part) -> str:
    """Which documents the lines shown are from, with their pages."""
    cited = sources_of([one for fact in part.facts for one in fact.evidence])
    return f"From: {'; '.join(cited)}." if cited else "No document says more."


def sources_of(evidence: Iterable[Evidence]) -> list[str]:
    """Each document with the pages that are cited, such as "plan.txt pp. 1, 3–5"."""
    places: dict[str, set[int]] = defaultdict(set)
    for one in evidence:
        pages = places[name_of(one)]
        if (page := one.position.page or one.position.slide) is not None:
            pages.add(page)
    return [f"{document}{_pages(sorted(pages))}" for document, pages in sorted(places.items())]


def name_of(evidence: Evidence) -> str:
    """What its document is called, without the folder."""
    return named(evidence).rpartition("/")[2]


def citation(evidence: Iterable[Evidence], labels: Mapping[str, str]) -> str:
    """Where something stands, the documents by their labels: "[1] p.3; [2] p.10 and 2 more"."""
    places = (f"{labels[name_of(one)]}{where(one.position)}".strip() for one in evidence)
    found = [place for place in dict.fromkeys(places) if place]
    more = f" and {len(found) - _MOST_CITED} more" if len(found) > _MOST_CITED else ""
    return "; ".join(found[:_MOST_CITED]) + more


def _pages(pages: Sequence[int]) -> str:
    if not pages:
        return ""
    runs = [[*run] for _, run in groupby(enumerate(pages), lambda at: at[1] - at[0])]
    told = [f"{run[0][1]}–{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs]
    more = " and others" if len(told) > _MOST_PAGES else ""
    return f" {'p.' if len(pages) == 1 else 'pp.'} {', '.join(told[:_MOST_PAGES])}{more}"


def _by_kind(part: Part) -> list[Node]:
    kinds = list(KINDS)
    return sorted(part.nodes.values(), key=lambda node: kinds.index(node.kind))


def _counted(kind: str, nodes: Sequence[Node]) -> str:
    return f"1 {kind_in_words(kind)}" if len(nodes) == 1 else f"{len(nodes)} {KINDS[kind].plural}"


def _sentences(facts: Iterable[Relationship], part: Part) -> Iterator[Sentence]:
    for fact in facts:
        yield Sentence(_read(fact, part), fact.evidence)


def _read(fact: Relationship, part: Part) -> str:
    ends = {id_: part.nodes[id_] for id_ in (fact.source, fact.target)}
    plain = {id_: replace(node, name=plainly(node.name)) for id_, node in ends.items()}
    said = f"{read(fact, plain)}{_joint(fact)}"
    if fact.type == "POST_IN" and ends[fact.source].kind == "Person":
        said = f"{plain[fact.source].name} is named with {plain[fact.target].name}{_as(fact)}"
    return said[:1].upper() + said[1:]


def _joint(fact: Relationship) -> str:
    return " (joint)" if fact.attributes.get("joint") else ""


def _seats(part: Part) -> Iterator[Sentence]:
    about = {node.id for node in part.about}
    chairs = [fact for fact in part.facts if fact.type == "CHAIRS"]
    yield from _sentences(chairs, part)
    for type_, words in _LISTED.items():
        by_other: dict[str, list[Relationship]] = defaultdict(list)
        for fact in part.facts:
            if fact.type == type_ and not (fact.source in about and type_ in {*_UP, "LEADS"}):
                by_other[fact.target].append(fact)
        for other, facts in sorted(by_other.items(), key=lambda item: (part.nodes[item[0]].name, item[0])):
            evidence = tuple(dict.fromkeys(one for fact in facts for one in fact.evidence))
            if len(facts) == 1:
                yield Sentence(_read(facts[0], part), evidence)
                continue
            names = "; ".join(together(f"{part.nodes[fact.source].name}{_as(fact)}" for fact in facts))
            yield Sentence(f"{part.nodes[other].name} {words} {names}", evidence)
    for node in part.about:
        yield from _led(node, [fact for fact in part.facts if fact.type == "LEADS" and fact.source == node.id], part)
    yield from _sentences((fact for fact in part.facts if fact.type == "HOLDS"), part)


def _led(node: Node, facts: Sequence[Relationship], part: Part) -> Iterator[Sentence]:
    if len(facts) < 2:
        yield from _sentences(facts, part)
        return
    evidence = tuple(dict.fromkeys(one for fact in facts for one in fact.evidence))
    names = "; ".join(f"{part.nodes[fact.target].name}{_as(fact)}" for fact in facts)
    yield Sentence(f"{node.name} leads {names}", evidence)


def _as(fact: Relationship) -> str:
    said = [str(fact.attributes["as"])] if fact.attributes.get("as") else []
    said += ["joint"] if fact.attributes.get("joint") else []
    return f" ({', '.join(said)})" if said else ""


def _stops(part: Part) -> Iterator[Sentence]:
    for id_, node in part.nodes.items():
        if id_ in part.stops:
            yield Sentence(f"No document read says whom or what {node.name} answers to")
    for id_, more in part.more.items():
        if id_ in part.nodes:
            verb = "line of it is" if more == 1 else "lines of it are"
            yield Sentence(f"{part.nodes[id_].name} has more: {more} {verb} not shown here")
