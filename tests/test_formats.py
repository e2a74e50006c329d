"""The same document gives the same graph whatever the format: actions, owners, dates, and the lines between actors."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sysgraph.model import Graph
from sysgraph.workspace import assemble

PLAN, REVIEW = "stoke-on-trent-improvement-plan-2018", "stockport-review-2018"


@cache
def graph_of(path: Path) -> Graph:
    return assemble([path])


def text_of(shared: Path, name: str) -> Graph:
    return graph_of(shared / "documents" / f"{name}.txt")


def made_of(shared: Path, name: str) -> Graph:
    return graph_of(shared / "documents" / "formats" / name)


def facts(graph: Graph) -> set[tuple[str, str, str]]:
    """What is said, by names, of actions and parts by their numbers; what a format may part elsewhere is left out.

    That are the words of findings, the title of the plan, and the lines of the calendar, which are numbered.
    """
    names = {node.id: str(node.attributes.get("ref") or node.name) for node in graph.nodes}
    kinds = {node.id: node.kind for node in graph.nodes}
    names |= {id_: "the plan" for id_, kind in kinds.items() if kind == "Plan"}
    return {
        (names[one.source], one.type, names[one.target])
        for one in graph.relationships
        if not {"Finding", "Meeting"} & {kinds[one.source], kinds[one.target]}
    }


def actions(graph: Graph) -> Iterator[tuple[object, ...]]:
    for node in graph.nodes:
        if node.kind == "Action":
            told = node.attributes
            yield tuple(told.get(name) for name in ("ref", "due", "revised", "owner_status", "owner_kind", "complete"))


def share(one: set[tuple[str, str, str]], other: set[tuple[str, str, str]]) -> float:
    return len(one & other) / len(one | other)


@pytest.mark.parametrize("ending", [".pdf", "-tagged.pdf"])
def test_the_plan_gives_the_same_facts_from_word_and_from_pdf(shared: Path, ending: str) -> None:
    assert share(facts(made_of(shared, PLAN + ending)), facts(made_of(shared, f"{PLAN}.docx"))) >= 0.98


@pytest.mark.parametrize(("ending", "least"), [(".docx", 0.88), (".html", 0.84)])
def test_what_differs_from_the_text_is_the_introduction_that_the_other_formats_lack(
    shared: Path, ending: str, least: float
) -> None:
    assert share(facts(made_of(shared, PLAN + ending)), facts(text_of(shared, PLAN))) >= least


@pytest.mark.parametrize("ending", [".docx", ".html", ".xlsx", "-tagged.pdf"])
def test_the_plan_gives_the_same_actions_dates_and_owner_states_from_every_format(shared: Path, ending: str) -> None:
    assert sorted(map(str, actions(made_of(shared, PLAN + ending)))) == sorted(map(str, actions(text_of(shared, PLAN))))


@pytest.mark.parametrize(("ending", "least"), [(".docx", 0.97), (".pdf", 0.93), ("-tagged.pdf", 0.95)])
def test_the_review_gives_the_same_lines_between_actors_from_every_format(
    shared: Path, ending: str, least: float
) -> None:
    assert share(facts(made_of(shared, REVIEW + ending)), facts(text_of(shared, REVIEW))) >= least


def test_every_fact_of_every_format_says_where_it_stands(shared: Path) -> None:
    for name in (f"{PLAN}.docx", f"{PLAN}.xlsx", f"{PLAN}.pdf", f"{REVIEW}.pdf", "plymouth-scrutiny-pack-2018.pptx"):
        for one in made_of(shared, name).relationships:
            for evidence in one.evidence:
                at = evidence.position
                placed = at.page or at.slide or at.sheet or at.cell or at.heading
                assert placed or evidence.source == "register" or name.endswith(".docx"), (name, evidence)
