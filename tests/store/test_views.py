"""The tables and views of a graph file, read as anyone with SQLite reads them."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sysgraph.model import Node
from sysgraph.store import sqlite_schema as schema
from sysgraph.store.sqlite_write import write
from sysgraph.vocabulary import RELATIONSHIPS
from tests import builders
from tests.builders import example, graph

ACTION = {
    "id", "name", "ref", "text", "see", "due", "revised", "due_by", "revised_by", "due_start", "due_text",
    "revised_text", "owner_text", "lead_text", "owner_status", "owner_kind", "month_rag", "on_target_rag",
    "assurance", "progress", "outcome", "shifted", "broken",
}  # fmt: skip
ENDS = ["id", "source", "target", "source_name", "target_name", "source_kind", "target_kind", "capacity"]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write(example(), tmp_path / "graph.sqlite", {"version": "1"})
    with closing(sqlite3.connect(tmp_path / "graph.sqlite")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(file: sqlite3.Connection, sql: str, *parameters: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in file.execute(sql, parameters)]


def plan(file: sqlite3.Connection, sql: str) -> str:
    return "\n".join(row["detail"] for row in file.execute(f"EXPLAIN QUERY PLAN {sql}"))


@pytest.mark.parametrize("kind", schema.NODE_KINDS)
def test_every_kind_has_a_view_that_reads_without_quotes(file: sqlite3.Connection, kind: str) -> None:
    found = rows(file, f"SELECT id, name, attributes FROM {schema.snake(kind)} ORDER BY id")
    assert [row["id"] for row in found] == [one.id for one in example().nodes if one.kind == kind]


@pytest.mark.parametrize("type_", RELATIONSHIPS)
def test_every_type_has_a_view_that_names_both_ends(file: sqlite3.Connection, type_: str) -> None:
    nodes = {one.id: one for one in example().nodes}
    found = rows(file, f"SELECT * FROM {schema.snake(type_)} ORDER BY id")
    assert list(found[0])[: len(ENDS)] == ENDS
    told = [one for one in example().relationships if one.type == type_]
    for row, one in zip(found, told, strict=True):
        source, target = nodes[one.source], nodes[one.target]
        assert (row["id"], row["source"], row["target"]) == (one.id, source.id, target.id)
        assert (row["source_name"], row["target_name"]) == (source.name, target.name)
        assert (row["source_kind"], row["target_kind"]) == (source.kind, target.kind)
        assert row["capacity"] == one.attributes.get("as")


def test_views_are_named_as_the_domain_speaks() -> None:
    assert [schema.snake(one) for one in ("CommissioningArrangement", "Board", "REPORTS_TO")] == [
        "commissioning_arrangement",
        "board",
        "reports_to",
    ]


def test_an_action_has_all_its_attributes_and_its_place_as_columns(file: sqlite3.Connection) -> None:
    (first,) = rows(file, "SELECT * FROM action WHERE ref = '6.1'")
    assert set(first) >= ACTION
    attributes = builders.FIRST.attributes
    assert {name: first[name] for name in attributes} == dict(attributes)
    assert first["revised"] is None
    place = (first["plan"], first["theme"], first["plan_date"])
    assert place == (builders.IMPROVEMENT.id, builders.THEME.id, "2018-03-19")


def test_an_action_that_hangs_on_the_plan_alone_has_no_theme(file: sqlite3.Connection) -> None:
    (stray,) = rows(file, "SELECT plan, theme, plan_date FROM action WHERE id = ?", builders.STRAY.id)
    assert stray == {"plan": builders.IMPROVEMENT.id, "theme": None, "plan_date": "2018-03-19"}


def test_an_action_in_no_plan_has_no_place(tmp_path: Path) -> None:
    write(graph([builders.STRAY]), tmp_path / "graph.sqlite", {})
    with closing(sqlite3.connect(tmp_path / "graph.sqlite")) as file:
        assert file.execute("SELECT plan, theme, plan_date FROM action").fetchall() == [(None, None, None)]


def test_attributes_that_only_this_graph_has_are_columns_too(file: sqlite3.Connection) -> None:
    assert rows(file, "SELECT code FROM organisation WHERE code IS NOT NULL") == [{"code": "E99"}]
    assert rows(file, "SELECT amount FROM pooled_budget WHERE amount > 1000000") == [{"amount": 12_500_000}]
    assert json.loads(rows(file, "SELECT flags FROM action WHERE ref = '6.2'")[0]["flags"]) == ["late", "unowned"]


def test_standing_columns_are_there_in_a_graph_without_their_attributes(tmp_path: Path) -> None:
    write(graph([]), tmp_path / "graph.sqlite", {})
    with closing(sqlite3.connect(tmp_path / "graph.sqlite")) as file:
        for kind in schema.NODE_KINDS:
            columns = ", ".join(schema.ATTRIBUTES.get(kind, ("category",)))
            assert file.execute(f"SELECT id, name, {columns}, attributes FROM {schema.snake(kind)}").fetchall() == []


def test_hostile_attribute_names_become_no_columns_and_are_kept_all_the_same(tmp_path: Path) -> None:
    hostile = {
        'a" FROM node; DROP TABLE node; --': "x",
        "": "y",
        "Id": "z",
        "id": "w",
        "name": "v",
        "plan": "u",
        "$.text": "t",
    }
    board, action = (Node(kind.lower(), kind, kind, (), hostile) for kind in ("Board", "Action"))
    write(graph([board, action]), tmp_path / "graph.sqlite", {})
    with closing(sqlite3.connect(tmp_path / "graph.sqlite")) as file:
        for view, one in (("board", board), ("action", action)):
            (told,) = file.execute(f"SELECT attributes FROM {view} WHERE id = ? AND name = ?", (one.id, one.name))
            assert json.loads(told[0]) == hostile


def test_the_evidence_view_gives_each_facts_words_and_position(file: sqlite3.Connection) -> None:
    (owns,) = rows(file, "SELECT id FROM owns")
    found = rows(file, 'SELECT ordinal, document, page, heading, cell, start, "end", quote, rule, source '
                       "FROM evidence WHERE subject = ? ORDER BY ordinal", owns["id"])  # fmt: skip
    assert [row["ordinal"] for row in found] == [0, 1]
    quote = "Ann O’Dowd leads on trusted assessors"
    assert found[1] == {
        "ordinal": 1, "document": builders.PLAN, "page": 9, "heading": "Actions", "cell": None, "start": 0,
        "end": len(quote), "quote": quote, "rule": "plan.row", "source": "passage",
    }  # fmt: skip


def test_words_that_carry_several_facts_are_stored_once(file: sqlite3.Connection) -> None:
    quote = builders.FIRST.evidence[0].quote
    assert rows(file, "SELECT count(*) AS n FROM citation WHERE quote = ?", quote) == [{"n": 1}]
    assert rows(file, "SELECT count(*) AS n FROM evidence WHERE quote = ?", quote) == [{"n": 5}]


def test_documents_notices_and_provenance_are_tables(file: sqlite3.Connection) -> None:
    assert rows(file, "SELECT path, format, pages FROM document ORDER BY path")[1] == {
        "path": builders.PLAN, "format": "text", "pages": 12,
    }  # fmt: skip
    assert rows(file, "SELECT position, kind FROM notice") == [
        {"position": "page 4, table 1, row 7", "kind": "repaired"}
    ]
    assert rows(file, "SELECT value FROM provenance WHERE key = 'version'") == [{"value": '"1"'}]


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT * FROM owns WHERE target = 'x'", "relationship_target (type=? AND target=?)"),
        ("SELECT target_name FROM reports_to WHERE source = 'x'", "relationship_source (source=? AND type=?)"),
        ("SELECT a.id FROM theme t LEFT JOIN action a ON a.theme = t.id", "action_theme (theme=?)"),
        ("SELECT t.id, o.source_name FROM theme t LEFT JOIN leads o ON o.target = t.id", "relationship_target"),
        ("SELECT o.id, e.page FROM chairs o LEFT JOIN evidence e ON e.subject = o.id", "PRIMARY KEY (subject=?)"),
        ("SELECT * FROM action WHERE owner_status IN ('missing', 'tbc')", "action_owner_status (owner_status=?)"),
        ("SELECT * FROM action WHERE due_by < '2018-03-19'", "action_due_by (due_by<?)"),
        ("SELECT * FROM action WHERE month_rag = 'Red'", "action_month_rag (month_rag=?)"),
        ("SELECT * FROM board ORDER BY name", "kind_board"),
        ("SELECT * FROM evidence WHERE subject = 'x'", "PRIMARY KEY (subject=?)"),
        ("SELECT * FROM alias WHERE folded = 'x'", "alias_folded (folded=?)"),
    ],
)
def test_what_questions_ask_goes_through_an_index(file: sqlite3.Connection, sql: str, index: str) -> None:
    found = plan(file, sql)
    assert index in found
    assert "SCAN relationship" not in found
    assert "MATERIALIZE" not in found


def test_a_recursive_walk_over_a_view_goes_through_an_index(file: sqlite3.Connection) -> None:
    walk = (
        "WITH RECURSIVE up(id) AS (SELECT :start UNION SELECT r.target FROM up JOIN reports_to r ON r.source = up.id) "
        "SELECT id FROM up"
    )
    assert "relationship_source (source=? AND type=?)" in plan(file, walk.replace(":start", "'x'"))
    found = {row["id"] for row in file.execute(walk, {"start": builders.GROUP.id})}
    assert found == {builders.GROUP.id, builders.BOARD.id}


def test_the_words_of_names_and_evidence_are_found_with_plain_sql(file: sqlite3.Connection) -> None:
    sql = (
        "SELECT node.name FROM node_words JOIN node ON node.number = node_words.rowid WHERE node_words MATCH 'assessor'"
    )
    assert [row["name"] for row in rows(file, sql)] == [builders.FIRST.name]
    marked = (
        "SELECT snippet(citation_words, 0, '[', ']', '', 5) AS words FROM citation_words WHERE quote MATCH 'monthly'"
    )
    assert "[monthly]" in rows(file, marked)[0]["words"]
