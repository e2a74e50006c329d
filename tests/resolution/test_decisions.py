"""What people settled is applied on every build, in any order, and told where it no longer applies."""

from itertools import permutations
from pathlib import Path

import pytest

from sysgraph.errors import DecisionError
from sysgraph.model import Graph, Node
from sysgraph.workspace import assemble

PLAN = """# Harrowdale improvement plan

3 May 2024

| Ref | Action | Owner | Due | Assurance |
|---|---|---|---|---|
| 1 | Open a discharge lounge | Jo Lee, Director of Flow, Harrowdale Council | May 2024 | Overseen by the Flow Board |
| 2 | Hire two staff | Assistant Director of Flow, Harrowdale Council | June 2024 | Overseen by the Patient Flow Board |
| 3 | Write a guide for families | | July 2024 | |
"""
NICKNAMES = """# Harrowdale winter plan

| Ref | Action | Owner | Due |
|---|---|---|---|
| 1 | Open a ward | Becky Vale, Ward Manager, Harrowdale Council | May 2024 |
| 2 | Close a ward | Rebecca Vale, Ward Manager, Harrowdale Council | June 2024 |
"""
FLOW = "{kind: Board, name: Flow Board}"
PATIENT_FLOW = "{kind: Board, name: Patient Flow Board}"
SIGNED = "  who: Pat Roe\n  when: 2024-06-01\n  why: asked at the board\n"


def entry(said: str) -> str:
    return f"- {said}\n{SIGNED}"


def build(folder: Path, *entries: str) -> Graph:
    (folder / "plan.md").write_text(PLAN, encoding="utf-8")
    (folder / "decisions.yaml").write_text("decisions:\n" + "".join(entries), encoding="utf-8")
    return assemble([folder])


def named(graph: Graph, kind: str) -> dict[str, Node]:
    return {node.name: node for node in graph.nodes if node.kind == kind}


def facts(graph: Graph, type_: str) -> set[tuple[str, str]]:
    names = {node.id: node.name for node in graph.nodes}
    return {(names[one.source], names[one.target]) for one in graph.relationships if one.type == type_}


def test_two_names_that_people_say_are_one_become_one_actor_with_the_reason(tmp_path: Path) -> None:
    graph = build(tmp_path, entry(f"same: [{FLOW}, {PATIENT_FLOW}]"))
    (board,) = named(graph, "Board").values()
    assert board.name == "Patient Flow Board"
    assert "Flow Board" in board.aliases
    assert "Pat Roe decided it on 2024-06-01: asked at the board" in str(board.attributes["joined_because"])


def test_two_names_that_people_keep_apart_stay_two_though_a_rule_would_join_them(tmp_path: Path) -> None:
    (tmp_path / "leads.md").write_text(NICKNAMES, encoding="utf-8")
    assert "Becky Vale" not in named(build(tmp_path), "Person")
    kept = entry("not_same: [{kind: Person, name: Becky Vale}, {kind: Person, name: Rebecca Vale}]")
    assert {"Becky Vale", "Rebecca Vale"} <= set(named(build(tmp_path, kept), "Person"))


def test_keeping_one_name_of_one_document_apart_from_itself_is_told(tmp_path: Path) -> None:
    kept = entry("not_same: [{kind: Person, name: Jo Lee}, {kind: Person, name: Jo Lee}]")
    assert "say in which document" in str(build(tmp_path, kept).notices)


def test_one_name_in_two_documents_is_two_actors_where_people_say_so(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text(PLAN.replace("Open a discharge lounge", "Close a ward"), encoding="utf-8")
    assert len(named(build(tmp_path), "Person")) == 1
    here, there = (f"{{kind: Person, name: Jo Lee, document: {name}}}" for name in ("plan.md", "other.md"))
    people = [node for node in build(tmp_path, entry(f"not_same: [{here}, {there}]")).nodes if node.kind == "Person"]
    assert [node.name for node in people] == ["Jo Lee", "Jo Lee"]


def test_a_rename_changes_the_label_alone_and_keeps_the_id(tmp_path: Path) -> None:
    before = named(build(tmp_path), "Person")["Jo Lee"]
    after = named(build(tmp_path, entry("rename: {kind: Person, name: Jo Lee}\n  to: Joanna Lee")), "Person")[
        "Joanna Lee"
    ]
    assert after.id == before.id
    assert "Jo Lee" in after.aliases


def test_a_rejected_fact_is_gone_and_the_rest_of_the_passage_stays(tmp_path: Path) -> None:
    lounge = "1 Open a discharge lounge"
    assert ("Jo Lee", lounge) in facts(build(tmp_path), "OWNS")
    said = f"reject: {{source: {{kind: Person, name: Jo Lee}}, type: OWNS, target: {{kind: Action, name: {lounge}}}}}"
    graph = build(tmp_path, entry(said))
    assert ("Jo Lee", lounge) not in facts(graph, "OWNS")
    assert any(source == "Jo Lee" for source, _ in facts(graph, "HOLDS"))


def add(quote: str, document: str = "plan.md") -> str:
    ends = f"source: {{kind: Person, name: Jo Lee}}, type: CHAIRS, target: {FLOW}"
    return entry(f"add: {{{ends}, document: {document}, quote: {quote}}}")


def test_an_added_fact_cites_the_words_that_people_quoted(tmp_path: Path) -> None:
    graph = build(tmp_path, add('"Jo Lee, Director of Flow"'))
    (chairs,) = [one for one in graph.relationships if one.type == "CHAIRS"]
    assert chairs.evidence[0].quote == "Jo Lee, Director of Flow"
    assert chairs.evidence[0].source == "decision"


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        (add('"Jo Lee chairs the Flow Board"'), "do not stand in plan.md"),
        (add('"Jo Lee, Director of Flow"', "missing.md"), "no document 'missing.md'"),
        (entry("same: [{kind: Bord, name: x}, {kind: Board, name: y}]"), "there is no kind 'Bord'"),
        (entry(f"same: [{FLOW}]"), "same"),
        (entry("to: x"), "a decision says one of"),
        (entry("rename: {kind: Person, name: Jo Lee}"), "what the new label is"),
        ("- same: [{kind: Board, name: a}, {kind: Board, name: b}]\n", "who"),
        ("- [unclosed\n", "decisions.yaml"),
    ],
)
def test_a_decision_that_cannot_be_read_or_checked_is_one_clear_error(
    tmp_path: Path, said: str, complaint: str
) -> None:
    with pytest.raises(DecisionError) as caught:
        build(tmp_path, said)
    assert complaint in str(caught.value)
    assert "decision" in str(caught.value)


def test_a_chain_of_same_that_joins_a_pair_kept_apart_names_each_decision(tmp_path: Path) -> None:
    said = [entry(f"same: [{FLOW}, {{kind: Board, name: Patient Flow Board}}]")]
    (tmp_path / "more.md").write_text(
        PLAN.replace("Flow Board", "Discharge Board").replace("Patient Discharge", "Ward"), encoding="utf-8"
    )
    chain = [
        entry("same: [{kind: Board, name: Patient Flow Board}, {kind: Board, name: Discharge Board}]"),
        entry("same: [{kind: Board, name: Discharge Board}, {kind: Board, name: Ward Board}]"),
        entry("not_same: [{kind: Board, name: Patient Flow Board}, {kind: Board, name: Ward Board}]"),
    ]
    with pytest.raises(DecisionError) as caught:
        build(tmp_path, *said, *chain)
    assert all(f"decision {number}" in str(caught.value) for number in (2, 3, 4))


def test_the_order_of_decisions_makes_no_difference(tmp_path: Path) -> None:
    entries = [
        entry("rename: {kind: Person, name: Jo Lee}\n  to: Joanna Lee"),
        entry("same: [{kind: Role, name: 'Director of Flow, Harrowdale Council'}, "
              "{kind: Role, name: 'Assistant Director of Flow, Harrowdale Council'}]"),
        add('"Jo Lee, Director of Flow"'),
    ]  # fmt: skip
    graphs = [build(tmp_path, *order) for order in permutations(entries)]
    assert all((graph.nodes, graph.relationships) == (graphs[0].nodes, graphs[0].relationships) for graph in graphs)


def test_a_decision_about_somebody_whom_no_document_names_is_told_and_harms_nothing(tmp_path: Path) -> None:
    graph = build(tmp_path, entry("same: [{kind: Person, name: Ann Other}, {kind: Person, name: Jo Lee}]"))
    assert [notice.kind for notice in graph.notices] == ["decision"]
    assert "no document names Person “Ann Other”" in graph.notices[0].what
