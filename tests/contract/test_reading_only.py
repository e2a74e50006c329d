"""A question only reads, on every engine; and what it gives is plain."""

from collections.abc import Callable

import pytest

from sysgraph.errors import QuestionError
from sysgraph.model import Graph
from sysgraph.store import Statement, Store
from tests.builders import example

Filled = Callable[[Graph], Store]

WRITES = [
    ("DELETE FROM node", "MATCH (n) DETACH DELETE n"),
    ("UPDATE node SET name = 'x'", "MATCH (n:Node) SET n.name = 'x'"),
    (
        "INSERT INTO node_words (node_words) VALUES ('rebuild')",
        "MATCH (n:Node) WITH n LIMIT 1 CREATE (:X) RETURN 1 AS x",
    ),
    ("CREATE TABLE more (id)", "MATCH (n:Node) CALL (n) { MERGE (:X {id: n.id}) } RETURN 1 AS x"),
    ("CREATE TEMP TABLE more (id)", "UNWIND [1] AS x CALL (x) { CREATE (:X) } IN TRANSACTIONS RETURN x"),
    ("DROP VIEW action", "DROP CONSTRAINT sysgraph_node_id"),
]
ELSEWHERE = [
    ("ATTACH DATABASE ':memory:' AS other", "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row"),
    ("VACUUM INTO 'copy.sqlite'", "MATCH (n) LOAD /* */ CSV FROM 'http://127.0.0.1/' AS row RETURN row"),
    ("SELECT load_extension('x')", "MATCH (n) L\\u004fAD CSV FROM 'file:///etc/hostname' AS row RETURN row"),
    ("PRAGMA query_only = OFF", "CALL dbms.listConfig() YIELD name RETURN name"),
    ("PRAGMA database_list", "MATCH (n) CALL `db`.clearQueryCaches() YIELD value RETURN value"),
    ("PRAGMA writable_schema = ON", "/* RETURN */ SHOW SETTINGS YIELD name RETURN name"),
    ("DETACH DATABASE main", "TERMINATE TRANSACTION 'neo4j-transaction-1'"),
    ("BEGIN", "CREATE USER ann SET PASSWORD 'hush-hush'"),
]


@pytest.mark.parametrize(("sql", "cypher"), [*WRITES, *ELSEWHERE])
def test_a_question_that_would_do_more_than_read_is_refused(store: Store, sql: str, cypher: str) -> None:
    with pytest.raises(QuestionError, match="a question only reads"):
        store.run(Statement(sql, cypher), {})
    assert store.graph() == example()


@pytest.mark.parametrize(
    ("sql", "cypher"),
    [
        (
            "SELECT 'DELETE' AS x /* DROP */ -- CALL dbms.x()",
            "RETURN 'DELETE' AS x /* DROP CALL dbms.x() */ // LOAD CSV",
        ),
        (
            "SELECT name AS x FROM node_words WHERE node_words MATCH 'protocol'",
            "CALL db.index.fulltext.queryNodes('sysgraph_words', 'protocol') YIELD node RETURN node.name AS x",
        ),
        ("WITH a AS (SELECT 'CALL dbms.x()' AS x) SELECT x FROM a", 'WITH "CALL dbms.x()" AS x RETURN x'),
        (
            "SELECT max(name) AS x FROM node",
            "MATCH (n:Node) WHERE n.load IS NULL AND n.call IS NULL CALL (n) { RETURN n.name AS y } RETURN max(y) AS x",
        ),
    ],
)
def test_a_question_that_only_looks_like_more_is_answered(store: Store, sql: str, cypher: str) -> None:
    assert [list(row) for row in store.run(Statement(sql, cypher), {})] == [["x"]]


def test_truths_and_lists_come_alike_from_every_engine(store: Store) -> None:
    told = "json_array('é', json_array(1, 2.5)) AS told, 2.0 AS half"
    sql = f"SELECT broken AS yes, shifted AS no, {told} FROM action WHERE ref = '6.1'"
    cypher = (
        "MATCH (a:Action {ref: '6.1'}) RETURN a.broken AS yes, a.shifted AS no, ['é', [1, 2.5]] AS told, 2.0 AS half"
    )
    rows = store.run(Statement(sql, cypher), {})
    assert rows == [{"yes": 1, "no": 0, "told": '["é",[1,2.5]]', "half": 2.0}]
    assert [type(value) for value in rows[0].values()] == [int, int, str, float]


def test_a_list_that_is_bound_is_a_list_in_either_language(store: Store) -> None:
    statement = Statement("SELECT value AS x FROM json_each(:those)", "UNWIND $those AS x RETURN x")
    assert store.run(statement, {"those": ("a", "b")}) == [{"x": "a"}, {"x": "b"}]
