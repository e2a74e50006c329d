"""A real improvement plan, from its text to the graph: every field right, every fact with words that stand in it."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter
from io import StringIO
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from sysgraph.documents import read
from sysgraph.interchange import to_json, write_json, write_jsonl
from sysgraph.model import Document, Evidence, Graph, Node
from sysgraph.workspace import assemble

NAME = "stoke-on-trent-improvement-plan-2018.txt"
BUILD = """
import sys
from pathlib import Path
from sysgraph.interchange import write_jsonl
from sysgraph.workspace import assemble
sys.stdout.reconfigure(encoding="utf-8", newline="\\n")
write_jsonl(assemble([Path(sys.argv[1])]), sys.stdout)
"""


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "documents" / NAME


@pytest.fixture(scope="module")
def document(path: Path) -> Document:
    return read(path, NAME)


@pytest.fixture(scope="module")
def graph(path: Path) -> Graph:
    return assemble([path])


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    text = (shared / "gold" / NAME).with_suffix(".json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def score(shared: Path, gold: dict[str, Any], graph: Graph) -> dict[str, Any]:
    """What the scorer beside the gold makes of the graph."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, Any] = module.score_plan(gold, to_json(graph))
    return found


def ends(graph: Graph, type_: str) -> set[tuple[str, str]]:
    names = {node.id: node.name for node in graph.nodes}
    return {(names[one.source], names[one.target]) for one in graph.relationships if one.type == type_}


def the_plan(graph: Graph) -> Node:
    (plan,) = (node for node in graph.nodes if node.kind == "Plan" and node.attributes.get("document") == NAME)
    return plan


def passages_of(document: Document, evidence: Evidence) -> list[str]:
    """The texts of the passages that bear the evidence's words at its offsets."""
    texts = [one.text for one in document.passages() if one.position.page == evidence.position.page]
    return [text for text in texts if text[evidence.start : evidence.end] == evidence.quote]


def test_every_action_is_found_and_no_other(score: dict[str, Any]) -> None:
    assert (score["actions"], score["extra_actions"]) == ("55 of 55", 0)


def test_the_fields_of_the_actions_are_right(score: dict[str, Any]) -> None:
    assert score["fields"] >= 0.98, score["failures"]
    weak = {field: f"{passed} of {count}" for field, passed, count in score["by_field"] if passed < 0.9 * count}
    assert weak == {}


def test_the_themes_are_those_of_the_plan_each_with_its_leads(graph: Graph, gold: dict[str, Any]) -> None:
    themes = {str(node.attributes["ref"]): node.name for node in graph.nodes if node.kind == "Theme"}
    assert len(themes) == 13
    assert themes.keys() == {theme["ref"] for theme in gold["themes"]}
    led = {theme["ref"] for theme in gold["themes"] if theme["lead_organisations"] or theme["lead_people"]}
    assert {target for _, target in ends(graph, "LEADS")} == {themes[ref] for ref in led}


def test_the_reporting_calendar_has_a_meeting_for_each_of_its_lines(graph: Graph) -> None:
    meetings = [node for node in graph.nodes if node.kind == "Meeting"]
    assert len(meetings) == len(ends(graph, "MEETING_OF")) == 58
    undated = [str(node.attributes.get("date_text", "")) for node in meetings if "date" not in node.attributes]
    assert sorted(undated) == ["", *["To be confirmed"] * 4]
    dates = [str(node.attributes["date"]) for node in meetings if "date" in node.attributes]
    assert all(re.fullmatch(r"201[78]-\d\d-\d\d", date) for date in dates)


def test_the_plan_says_its_date_its_version_and_what_its_ratings_mean(graph: Graph) -> None:
    plan = the_plan(graph)
    assert (plan.attributes["date"], plan.attributes["version"]) == ("2018-03-19", "V19")
    key = plan.attributes["rag_key"]
    assert isinstance(key, tuple)
    assert [line.partition(": ")[0] for line in key] == ["BLUE", "GREEN", "AMBER", "RED"]
    assert key[0] == "BLUE: Complete with Assurance"


def test_the_plan_says_who_approved_assures_and_signed_it(graph: Graph) -> None:
    plan = the_plan(graph).name
    board = "Stoke-on-Trent Health and Wellbeing Board"
    assert ends(graph, "APPROVES") == {(board, plan)}
    assert (board, plan) in ends(graph, "OVERSEES")
    assert ends(graph, "PARTY_TO") == {
        (signatory, plan)
        for signatory in (
            "North Staffordshire Combined Healthcare NHS Trust",
            "Staffordshire and Stoke-on-Trent Partnership NHS Trust",
            "Stoke-on-Trent City Council",
            "Stoke-on-Trent Clinical Commissioning Group",
            "University Hospitals of North Midlands NHS Trust",
        )
    }


def test_every_fact_quotes_a_passage_of_the_document_word_for_word(graph: Graph, document: Document) -> None:
    for one in graph.relationships:
        for evidence in one.evidence:
            if evidence.source == "passage":
                assert 8 <= len(evidence.quote) <= 800
                assert passages_of(document, evidence), evidence


def test_the_words_of_every_fact_stand_in_the_file_itself(graph: Graph, path: Path) -> None:
    raw = "".join(re.sub(r"</?[a-z]+[^<>]*>|&[a-z]+;|\W", "", path.read_text(encoding="utf-8")).split())
    for one in graph.relationships:
        for evidence in one.evidence:
            if evidence.source == "passage":
                assert re.sub(r"\W", "", evidence.quote) in raw, evidence.quote


def test_the_words_of_an_owner_stand_in_the_quote_that_names_it(graph: Graph) -> None:
    nodes = {node.id: node for node in graph.nodes}
    for one in graph.relationships:
        if one.type == "OWNS" and nodes[one.source].kind == "Person":
            surname = nodes[one.source].name.split()[-1]
            assert any(surname in evidence.quote for evidence in one.evidence), one


def test_what_was_read_with_a_repair_is_told_with_its_position(graph: Graph) -> None:
    kinds = Counter(notice.kind for notice in graph.notices)
    assert kinds["repaired"] == 1
    assert all(re.match(r"page \d+, table \d+, row \d+, column \d+$", notice.where) for notice in graph.notices)


def test_two_builds_export_the_same_bytes_whatever_the_order_of_sets(path: Path) -> None:
    exports = [
        subprocess.run(
            [sys.executable, "-c", BUILD, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert exports[0] == exports[1]
    assert exports[0].count(b"\n") > 300


def test_the_export_is_the_same_whatever_the_order_of_the_inputs(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.md"
    other.write_text(
        "# Marlbrook Winter Plan\n\n| Action | Owner |\n|--|--|\n| Open a ward | Jo Lee |\n", encoding="utf-8"
    )
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "empty.txt").touch()
    exports = set()
    for inputs in permutations([path, other, folder]):
        stream = StringIO()
        write_json(assemble(inputs), stream)
        exports.add(stream.getvalue())
    assert len(exports) == 1


def test_both_forms_of_the_export_hold_every_node_and_relationship(graph: Graph) -> None:
    stream = StringIO()
    write_jsonl(graph, stream)
    records = Counter(json.loads(line)["record"] for line in stream.getvalue().splitlines())
    assert records["node"] == len(graph.nodes) == len(to_json(graph)["nodes"])
    assert records["relationship"] == len(graph.relationships)
