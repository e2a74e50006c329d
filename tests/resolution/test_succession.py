"""Who took over from a closed body: known from the register, cited by its own line, never by a document."""

from pathlib import Path

from sysgraph.interchange import from_json, to_json
from sysgraph.model import Evidence, Graph, Node, Position, Relationship, identity, relate
from sysgraph.questions.accountability import portrait
from sysgraph.register import Register
from sysgraph.resolution.succession import with_successors
from sysgraph.store import open_store
from sysgraph.store.sqlite_write import write
from sysgraph.views.facts import facts
from sysgraph.views.terminal import show_portrait
from sysgraph.workspace import assemble, build

LINES = """\
- {ods: X01, name: Old Tarn CCG, closed: 2019-03-31, successor: X02, succeeded_on: 2019-04-01}
- {ods: X02, name: Tarn and Vale CCG, closed: 2022-06-30, successor: X03, succeeded_on: 2022-07-01}
- {ods: X03, ons: E99, name: Tarnshire Integrated Care Board, aliases: [TICB], place: Tarnshire, category: icb}
- {ods: X04, name: Marsh CCG, closed: 2020-03-31}
"""


def register(folder: Path) -> Register:
    text = f"defaults: {{kind: Organisation, category: ccg}}\nentries:\n{LINES}"
    (folder / "tarn.yaml").write_text(text, encoding="utf-8", newline="\n")
    return Register.load(folder)


def known(code: str, name: str) -> Node:
    return Node(identity("Organisation", "Organisation", "register", code), "Organisation", name, (), {"ods": code})


def told(nodes: list[Node], facts: list[Relationship]) -> list[tuple[str, str, object]]:
    names = {node.id: node.name for node in nodes}
    return [(names[one.source], names[one.target], one.attributes.get("from")) for one in facts]


def test_the_line_is_followed_to_the_body_that_is_open_today(tmp_path: Path) -> None:
    nodes, facts = with_successors([known("X01", "Old Tarn CCG")], [], register(tmp_path))
    assert told(nodes, facts) == [
        ("Tarn and Vale CCG", "Old Tarn CCG", "2019-04-01"),
        ("Tarnshire Integrated Care Board", "Tarn and Vale CCG", "2022-07-01"),
    ]


def test_the_evidence_is_the_line_of_the_register_that_says_so(tmp_path: Path) -> None:
    _, facts = with_successors([known("X01", "Old Tarn CCG")], [], register(tmp_path))
    line = LINES.splitlines()[0]
    assert facts[0].evidence == (
        Evidence("register/tarn.yaml", Position(), 0, len(line), line, "register.succession", "register"),
    )


def test_a_body_that_no_document_names_is_added_with_what_the_register_knows_of_it(tmp_path: Path) -> None:
    nodes, _ = with_successors([known("X02", "Tarn and Vale CCG")], [], register(tmp_path))
    added = nodes[1]
    assert (added.name, added.aliases, dict(added.attributes)) == (
        "Tarnshire Integrated Care Board",
        ("TICB",),
        {"category": "icb", "known_from": "the register", "ods": "X03", "ons": "E99", "place": "Tarnshire"},
    )
    assert [one.quote for one in added.evidence] == [LINES.splitlines()[2]]


def test_a_successor_that_a_document_names_is_not_added_again(tmp_path: Path) -> None:
    here = [known("X02", "Tarn and Vale CCG"), known("X03", "Tarnshire ICB")]
    nodes, facts = with_successors(here, [], register(tmp_path))
    assert nodes == here
    assert told(nodes, facts) == [("Tarnshire ICB", "Tarn and Vale CCG", "2022-07-01")]


def test_a_closed_body_without_a_successor_and_an_open_one_get_nothing(tmp_path: Path) -> None:
    here = [known("X03", "Tarnshire ICB"), known("X04", "Marsh CCG"), Node("x", "Organisation", "Old Tarn CCG")]
    assert with_successors(here, [], register(tmp_path)) == (here, [])


def test_a_node_is_known_by_its_code_though_its_id_is_of_another_name(tmp_path: Path) -> None:
    here = [Node("organisation-1", "Organisation", "The commissioners", (), {"ods": "X02"})]
    nodes, facts = with_successors(here, [], register(tmp_path))
    assert told(nodes, facts)[0][1] == "The commissioners"


def test_what_a_document_says_of_a_succession_keeps_its_words_and_gains_the_line(tmp_path: Path) -> None:
    here = [known("X02", "Tarn and Vale CCG"), known("X03", "Tarnshire ICB")]
    said = Evidence("paper.txt", Position(page=1), 0, 20, "the ICB took over it", "prose.x")
    read = relate(here[1], "SUCCEEDS", here[0], (said,), {"from": "2022"})
    _, facts = with_successors(here, [read], register(tmp_path))
    (fact,) = facts
    assert [one.source for one in fact.evidence] == ["passage", "register"]
    assert fact.attributes == {"from": "2022"}


def test_a_register_without_files_adds_nothing(tmp_path: Path) -> None:
    made = Register(register(tmp_path).entries)
    here = [known("X01", "Old Tarn CCG")]
    assert with_successors(here, [], made) == (here, [])


def test_every_body_of_the_bundled_register_that_has_a_successor_can_be_followed() -> None:
    bundled = Register.bundled()
    closed = [entry for entry in bundled.entries if entry.successor and entry.kind == "Organisation"]
    nodes = [known(entry.code, entry.name) for entry in closed]
    made, facts = with_successors(nodes, [], bundled)
    ends = {one.target for one in facts}
    assert len(closed) > 300
    assert {node.id for node in nodes} <= ends
    assert len({node.id for node in made}) == len(made)


PLAN = """# Harrowdale improvement plan

| Ref | Action | Owner | Due |
|---|---|---|---|
| 1 | Open a discharge lounge | Accountable Officer, NHS Stockport CCG | May 2018 |
"""


def plan(folder: Path) -> Path:
    path = folder / "plan.md"
    path.write_text(PLAN, encoding="utf-8", newline="\n")
    return path


def succession(graph: Graph) -> Relationship:
    (fact,) = [one for one in graph.relationships if one.type == "SUCCEEDS"]
    return fact


def test_a_build_adds_the_successor_and_does_not_count_it_as_read_from_a_document(tmp_path: Path) -> None:
    graph = assemble([plan(tmp_path)])
    summary = build([plan(tmp_path)], tmp_path / "graph.sqlite")
    assert succession(graph).evidence[0].document == "register/ccgs.yaml"
    assert [one.path for one in graph.documents] == ["plan.md"]
    assert summary.relationships == len(graph.relationships) - 1
    assert summary.counts["Organisation"] == sum(node.kind == "Organisation" for node in graph.nodes) - 1


def test_an_export_keeps_the_register_as_the_source_and_reads_back(tmp_path: Path) -> None:
    graph = assemble([plan(tmp_path)])
    assert from_json(to_json(graph)) == graph
    assert succession(graph).evidence[0].as_json()["source"] == "register"


def test_a_portrait_and_the_page_say_that_it_is_the_register_that_knows(tmp_path: Path) -> None:
    graph = assemble([plan(tmp_path)])
    write(graph, tmp_path / "graph.sqlite", {"version": "test"})
    store = open_store(tmp_path / "graph.sqlite")
    try:
        (ccg,) = store.named("NHS Stockport CCG")
        shown = "\n".join(show_portrait(portrait(store, ccg)))
    finally:
        store.close()
    assert "Succession\n  - NHS Stockport CCG was succeeded by NHS Greater Manchester Integrated Care Board" in shown
    assert "register: ccgs.yaml “- {ods: 01W, name: NHS Stockport CCG" in shown
    assert {(one["source"], one["where"]) for one in facts(graph)["evidence"] if one["source"]} == {
        ("the register", "ccgs.yaml"),
        ("the register", "icbs.yaml"),
    }
