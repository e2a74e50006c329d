"""What questions look for among the actions is found through an index of just that, counted or shown."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from benchmarks.places import place
from sysgraph.questions.catalogue import Question, gap_shelf, question_shelf
from sysgraph.store.protocol import Statement
from sysgraph.store.sqlite_indexes import FOUND
from sysgraph.store.sqlite_write import write

PAGES = {page.name: page for shelf in (question_shelf(), gap_shelf()) for page in shelf.all()}
SHARED = {"overdue": "overdue-actions", "slipped": "slipped-actions"}  # a rule and a question that find the same


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("indexes") / "graph.sqlite"
    write(place(2_000), path, {})
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def plan(file: sqlite3.Connection, page: Question, statement: Statement, *, outermost: bool = False) -> list[str]:
    """The steps in which SQLite answers, those of queries within the query too unless they are not wanted."""
    bound = {one.name: None for one in page.parameters}
    steps = file.execute(f"EXPLAIN QUERY PLAN {statement.sql}", bound)
    return [told for _, parent, _, told in steps if not (outermost and parent)]


@pytest.mark.parametrize("name", [*FOUND, *SHARED])
def test_the_first_rows_come_from_the_index_in_their_order(file: sqlite3.Connection, name: str) -> None:
    page = PAGES[SHARED.get(name, name.replace("_", "-"))]
    found = plan(file, page, page.statement.first(50), outermost=True)
    assert f" USING INDEX found_{name}" in found[0]
    assert "USE TEMP B-TREE FOR ORDER BY" not in found


@pytest.mark.parametrize("name", FOUND)
def test_the_rows_are_counted_in_the_index(file: sqlite3.Connection, name: str) -> None:
    page = PAGES[name.replace("_", "-")]
    assert f" USING COVERING INDEX found_{name}" in plan(file, page, page.statement.counted())[0]


def test_no_page_reads_all_nodes_or_all_relationships(file: sqlite3.Connection) -> None:
    for page in PAGES.values():
        for statement in (page.statement.first(50), page.statement.counted()):
            assert not {"SCAN node", "SCAN relationship"}.intersection(plan(file, page, statement)), page.name
