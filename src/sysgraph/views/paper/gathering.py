"""A paper gathered from a graph, from what questions answered and from what rules found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sysgraph.errors import InstallationError, QuestionError
from sysgraph.model import Evidence, Graph, Node, Value
from sysgraph.questions.asking import Answer, Row
from sysgraph.questions.gaps import Gap
from sysgraph.questions.header import SEVERITIES
from sysgraph.views.figure import Part, Picture, Wish, figure, part_about
from sysgraph.views.figure.words import citation, dated, heading, name_of, sections, sources_of
from sysgraph.views.network import title_of
from sysgraph.views.paper.content import HONEST, MANY_SOURCES, ONE_SOURCE, Found, Lines, Paper, Rule, Said, Table
from sysgraph.views.paper.reach import Reach, reach_of
from sysgraph.views.plainly import short

_ADVICE = "; --as-of today for now"
_DEPTH = 2
_MOST_FOUND = 6
_LONGEST_ABOUT, _LONGEST_SAYS = 120, 200
_WHY = {
    "missing": "left blank",
    "tbc": "to be confirmed",
    "collective": "names everybody",
    "only a body": "names a body, but no post",
    "not understood": "could not be read",
}

_Cite = Callable[[Sequence[Evidence]], str]


class Asked(NamedTuple):
    """What a paper is gathered from: all of it as it may be shown (`hide` takes names out of an answer's words)."""

    graph: Graph
    unowned: Answer
    overdue: Answer
    gaps: tuple[Gap, ...]
    hide: Callable[[str], str] = str


def gather(asked: Asked, about: tuple[Node, ...]) -> Paper:
    """The paper about some nodes: what touches them, or, where no action does, all actions."""
    part = part_about(asked.graph, about, _DEPTH)
    reach = reach_of(asked.graph, part)
    picture, notes = _figure(asked.graph, about)
    gaps = [gap for gap in asked.gaps if gap.node.id in reach.ids]
    cited = list(_cited(asked, part, reach, gaps))
    cite = _citing(cited)
    name = " and ".join(dict.fromkeys(title_of(node) for node in about))
    lines = (
        Lines(section.heading, tuple(Said(one.text, cite(one.evidence)) for one in section.sentences))
        for section in sections(part)
    )
    return Paper(
        heading(part),
        name,
        " ".join(_basis(asked.graph, cited)),
        picture,
        f"Who answers to whom around {name}",
        notes,
        tuple(lines),
        tuple(_tables(asked, reach, cite)) if reach.actions else (),
        tuple(_rules(gaps, cite)),
        tuple(sources_of(cited)),
    )


def _cited(asked: Asked, part: Part, reach: Reach, gaps: Iterable[Gap]) -> Iterator[Evidence]:
    """All evidence that the paper cites."""
    for fact in part.facts:
        yield from fact.evidence
    for row in (*asked.unowned.rows, *asked.overdue.rows):
        if row.id in reach.actions:
            yield from row.evidence
    for gap in gaps:
        yield from gap.evidence


def _citing(cited: Iterable[Evidence]) -> _Cite:
    """How evidence is cited: by the page alone where there is one document, else by its number in the list too."""
    names = sorted({name_of(one) for one in cited})
    labels = {name: f"[{number}]" if len(names) > 1 else "" for number, name in enumerate(names, 1)}
    return lambda evidence: citation(evidence, labels)


def _basis(graph: Graph, cited: Iterable[Evidence]) -> Iterator[str]:
    if day := dated(graph.nodes):
        yield f"{day}."
    yield HONEST
    names = sorted({name_of(one) for one in cited})
    if names:
        yield MANY_SOURCES if len(names) > 1 else ONE_SOURCE.format(name=names[0])


def _figure(graph: Graph, about: tuple[Node, ...]) -> tuple[Picture | None, tuple[str, ...]]:
    """The figure and nothing, or, where it cannot be drawn, nothing and why."""
    problem = ""
    for depth in range(_DEPTH, 0, -1):
        try:
            return figure(graph, about, Wish(depth, titled=False)), ()
        except QuestionError as error:
            problem = problem or str(error)
        except InstallationError as error:
            return None, (f"The figure is left out: {error}.",)
    return None, (f"The figure is left out: {problem}.",)


def _tables(asked: Asked, reach: Reach, cite: _Cite) -> Iterator[Table]:
    def rows(answer: Answer, cells: Callable[[Row], Iterable[Value]]) -> tuple[tuple[str, ...], ...]:
        mine = [row for row in answer.rows if row.id in reach.actions]
        return tuple((*(asked.hide(_text(cell)) for cell in cells(row)), cite(row.evidence)) for row in mine)

    none = "none in the documents read"
    yield Table(
        "unowned",
        "Actions without an owner in particular",
        ("Ref", "Action", "Owner", "As written", "Due", "Source"),
        (0.08, 0.4, 0.15, 0.16, 0.1, 0.11),
        rows(asked.unowned, lambda row: _picked(row, "ref action gap owner due")),
        f"Actions without an owner in particular: {none}.",
        reach.note,
    )
    yield Table(
        "overdue",
        "Actions past their date",
        ("Ref", "Action", "Due", "Revised", "Status", "Owner, as written", "Source"),
        (0.08, 0.32, 0.11, 0.11, 0.1, 0.18, 0.1),
        rows(asked.overdue, lambda row: _picked(row, "ref action due revised status owner")),
        f"Actions past their date: {none}.",
        _note(asked.overdue.note),
    )


def _note(note: str) -> str:
    """What the reader must know about dates, as a sentence, without advice for a command line."""
    said = note.replace(_ADVICE, "")
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _picked(row: Row, names: str) -> Iterator[Value]:
    for name in names.split():
        value = row.values[name]
        yield _WHY.get(str(value), value) if name == "gap" else value


def _text(value: Value) -> str:
    return "" if value is None else " ".join(str(value).split())


def _rules(gaps: Sequence[Gap], cite: _Cite) -> Iterator[Rule]:
    def rank(gap: Gap) -> tuple[int, str]:
        return SEVERITIES.index(gap.rule.header.severity or SEVERITIES[-1]), gap.rule.code

    for _, group in groupby(sorted(gaps, key=rank), key=rank):
        several = list(group)
        rule = several[0].rule
        found = tuple(_found(gap, cite) for gap in several[:_MOST_FOUND])
        remedy = " ".join(rule.remedy.split())
        yield Rule(str(rule.header.severity), rule.code, rule.title, remedy, found, len(several) - len(found))


def _found(gap: Gap, cite: _Cite) -> Found:
    about = short(title_of(gap.node), _LONGEST_ABOUT)
    return Found(about, short(gap.says, _LONGEST_SAYS), cite(gap.evidence))
