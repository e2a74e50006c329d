"""The real documents, scored against the annotations of careful readers."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sysgraph.documents import read
from sysgraph.extraction import read_claims
from sysgraph.interchange import to_json
from sysgraph.model import Graph, Source
from sysgraph.register import NATIONAL, Register
from sysgraph.resolution import resolve

STOCKPORT = "stockport-review-2018"
PLYMOUTH = "plymouth-scrutiny-pack-2018"
INTERIM = "national-interim-report-2017"
STOKE = "stoke-on-trent-review-2017"


@cache
def graph_of(path: Path, *, whole: bool = True) -> Graph:
    register = Register.bundled() if whole else Register.bundled().only(NATIONAL)
    document = read(path, path.name)
    claims = read_claims(document, register)
    source = Source(document.path, document.format, document.sha256, document.pages)
    return resolve([claims], [source], register, document.notices)


@cache
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(shared: Path, name: str, *, whole: bool = True) -> dict[str, Any]:
    module = scorer(shared)
    gold = module.json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    path = shared / "documents" / f"{name}.txt"
    found: dict[str, Any] = module.score_prose(
        gold, to_json(graph_of(path, whole=whole)), path.read_text(encoding="utf-8")
    )
    return found


def findings(shared: Path, name: str, form: str) -> list[str]:
    graph = graph_of(shared / "documents" / f"{name}.txt")
    return sorted(node.name for node in graph.nodes if node.kind == "Finding" and node.attributes["form"] == form)


@pytest.mark.parametrize(("name", "least"), [(STOCKPORT, 0.87), (PLYMOUTH, 0.85)])
def test_a_review_is_read_about_as_well_as_careful_people_read_it(shared: Path, name: str, least: float) -> None:
    found = score(shared, name)
    assert found["f1"] >= least
    assert found["f1_core"] >= least
    assert found["actors_split"] <= 3
    assert found["grounded"] == 1.0


def test_it_is_the_words_that_are_read_and_not_the_register(shared: Path) -> None:
    assert score(shared, STOCKPORT)["f1"] - score(shared, STOCKPORT, whole=False)["f1"] <= 0.03


@pytest.mark.parametrize("name", [STOCKPORT, PLYMOUTH, INTERIM, STOKE])
def test_every_fact_quotes_words_that_stand_in_the_file(shared: Path, name: str) -> None:
    path = shared / "documents" / f"{name}.txt"
    text = " ".join(path.read_text(encoding="utf-8").split())
    graph = graph_of(path)
    quotes = [e.quote for r in graph.relationships for e in r.evidence if e.document == path.name]
    assert quotes
    assert [quote for quote in quotes if " ".join(quote.split()) not in text] == []


def test_a_report_on_no_place_gives_few_relationships_but_some(shared: Path) -> None:
    graph = graph_of(shared / "documents" / f"{INTERIM}.txt")
    read_out = [r for r in graph.relationships if r.type != "ABOUT"]
    assert 1 <= len(read_out) <= 15


def test_the_areas_for_improvement_of_a_review_are_findings(shared: Path) -> None:
    assert len(findings(shared, STOCKPORT, "area for improvement")) == 15


def test_a_recommendation_and_the_key_findings_stand_under_their_headings(shared: Path) -> None:
    assert len(findings(shared, PLYMOUTH, "recommendation")) == 1
    assert len(findings(shared, PLYMOUTH, "finding")) >= 40
    assert len(findings(shared, INTERIM, "priority")) >= 15


def test_what_a_review_limits_or_a_pack_proposes_is_a_finding_and_no_relationship(shared: Path) -> None:
    stockport = graph_of(shared / "documents" / f"{STOCKPORT}.txt")
    plymouth = graph_of(shared / "documents" / f"{PLYMOUTH}.txt")
    limited = [n for n in stockport.nodes if n.attributes.get("stance") == "limited"]
    assert any(str(n.attributes["says"]).count("OVERSEES") for n in limited)
    proposed = [n for n in plymouth.nodes if n.attributes.get("stance") == "proposed"]
    assert [n for n in proposed if "DELEGATES_TO" in str(n.attributes["says"])]
    assert not [r for r in plymouth.relationships if r.type == "DELEGATES_TO"]
