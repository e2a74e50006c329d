"""Answers from a graph file, opened for reading only: nothing that is asked can change it."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

from sysgraph.errors import QuestionError, StoreError
from sysgraph.model import Evidence, Graph, Node, Notice, Relationship, Source, Value
from sysgraph.store.names import UNNAMED, key, likest
from sysgraph.store.protocol import Hit, Record, Statement
from sysgraph.store.sqlite_link import uri
from sysgraph.store.sqlite_rows import (
    NODE,
    PASSAGE,
    RELATIONSHIP,
    Row,
    by_first,
    make_evidence,
    make_node,
    make_relationship,
    make_value,
)
from sysgraph.store.sqlite_schema import NODE_KINDS
from sysgraph.store.sqlite_seal import check
from sysgraph.vocabulary import RELATIONSHIPS

_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
_OLDEST = (3, 35)  # the first that knows MATERIALIZED
_AMONG = "IN (SELECT value FROM json_each(?))"
_CITED = f"SELECT cited.subject, {PASSAGE} FROM cited JOIN citation ON citation.number = cited.citation"


class SQLiteStore:
    """A graph file that answers."""

    def __init__(self, path: Path) -> None:
        if sqlite3.sqlite_version_info < _OLDEST:
            raise StoreError(
                f"{path}: this Python has SQLite {sqlite3.sqlite_version}, and questions need "
                f"{'.'.join(map(str, _OLDEST))} or later; use another Python, such as one from python.org"
            )
        check(path)
        self._path = path
        try:
            self._connection = sqlite3.connect(uri(path, "mode=ro&immutable=1"), uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise StoreError(f"{path} cannot be opened: {error}; look at its permissions") from error
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        for pragma in ("query_only = ON", "cell_size_check = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.set_authorizer(_authorise)

    def provenance(self) -> Mapping[str, Value]:
        """How the graph was built: what the build told, and `schema`, `nodes` and `relationships`."""
        return {
            name: make_value(json.loads(text))
            for name, text in self._rows("SELECT key, value FROM provenance ORDER BY key")
        }

    def run(self, statement: Statement, parameters: Mapping[str, Value]) -> list[Record]:
        """The rows of a query, each a dict in the order of its columns.

        Parameters are bound by name (`:name`); one that is a tuple arrives as a JSON list, for `json_each`.

        Raises:
            QuestionError: the query has no SQL, is written wrongly, or lacks a parameter.
        """
        if statement.sql is None:
            raise QuestionError("the question has no SQL, which a graph file needs; add a `sql` block to it")
        bound = {name: _bound(value) for name, value in parameters.items()}
        try:
            cursor = self._connection.execute(statement.sql, bound)
            columns = [column[0] for column in cursor.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in cursor]
        except (sqlite3.Error, OverflowError, UnicodeEncodeError) as error:
            first = " ".join(statement.sql.split())[:80]
            if _is_refused(error):
                raise QuestionError(
                    f"the query “{first}” would change the graph, or look outside of it; a question only reads"
                ) from error
            raise QuestionError(
                f"the query “{first}” cannot be answered: {error}; correct its SQL or parameters"
            ) from error

    def named(self, name: str, kinds: Collection[str] = ()) -> tuple[Node, ...]:
        """The nodes that a name or alias names, whatever its spelling, by kind and name."""
        folded = key(name)
        found = self._rows(
            f"SELECT {NODE} FROM node WHERE id IN (SELECT id FROM node WHERE folded = ? "
            "UNION SELECT node FROM alias WHERE folded = ?) ORDER BY kind, name, id",
            folded,
            folded,
        )
        return self._made(row for row in found if not kinds or row[1] in kinds)

    def nearest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Names of actors and things (not of actions, findings and meetings) that are like this one, best first."""
        named = [f"node.kind = '{kind}'" for kind in NODE_KINDS if kind not in UNNAMED]  # each kind has its index
        queries = (
            f"SELECT name, folded FROM node WHERE {kind} UNION ALL SELECT node.name, alias.folded FROM node "
            f"JOIN alias ON alias.node = node.id WHERE {kind}"
            for kind in named
        )
        return likest(name, self._rows(" UNION ALL ".join(queries)), limit)

    def nodes(self, ids: Collection[str]) -> Mapping[str, Node]:
        """The nodes with these ids, without their evidence, in the order of their ids."""
        found = self._rows(f"SELECT {NODE} FROM node WHERE id {_AMONG} ORDER BY id", _list(ids))
        return {node.id: node for node in self._made(found)}

    def relationships(
        self, ids: Collection[str], types: Collection[str] = (), *, outward: bool
    ) -> tuple[Relationship, ...]:
        """The relationships that leave (outward) or reach these nodes, in the order of their ids."""
        found = self._rows(
            f"SELECT {RELATIONSHIP} FROM relationship WHERE type {_AMONG} "
            f"AND {'source' if outward else 'target'} {_AMONG} ORDER BY id",
            _list(types or RELATIONSHIPS),
            _list(ids),
        )
        evidence = self.evidence([row[0] for row in found])
        return tuple(make_relationship(row, evidence) for row in found)

    def evidence(self, ids: Collection[str]) -> Mapping[str, tuple[Evidence, ...]]:
        """The evidence of these nodes and relationships, by id; what has none is not in it."""
        return self._cited(f"WHERE cited.subject {_AMONG}", _list(ids))

    def search(self, text: str, limit: int = 20) -> Sequence[Hit]:
        """What the graph holds about some words, best first: names before attributes, attributes before evidence.

        All words have to stand together, whole or as beginnings of words; where nothing has them all, any of them do.
        Evidence of a relationship speaks for both its ends.
        """
        from sysgraph.store.sqlite_search import search

        found = search(self._rows, text, limit)
        nodes = self.nodes([one.node for one in found])
        own = self.evidence([one.node for one in found if not one.citations])
        cited = self._citations([number for one in found for number in one.citations])
        return [
            Hit(
                nodes[one.node],
                one.excerpt or cited[one.citations[0]].quote,
                tuple(cited[number] for number in one.citations) or own.get(one.node, ()),
            )
            for one in found
        ]

    def graph(self) -> Graph:
        """The whole graph, as it was written."""
        evidence = self._cited()
        aliases = self._aliases()
        nodes = self._rows(f"SELECT {NODE} FROM node ORDER BY number")
        facts = self._rows(f"SELECT {RELATIONSHIP} FROM relationship ORDER BY number")
        documents = self._rows("SELECT path, format, sha256, pages FROM document ORDER BY number")
        return Graph(
            tuple(make_node(row, aliases, evidence) for row in nodes),
            tuple(make_relationship(row, evidence) for row in facts),
            tuple(Source(*row) for row in documents),
            self.notices(),
        )

    def notices(self) -> tuple[Notice, ...]:
        """What could not be read or was read with a repair, when the graph was built."""
        return tuple(
            Notice(*row) for row in self._rows("SELECT document, position, what, kind FROM notice ORDER BY number")
        )

    def close(self) -> None:
        """Nothing; the file is let go."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _made(self, rows: Iterable[Row]) -> tuple[Node, ...]:
        """The nodes of some rows, with their aliases."""
        those = list(rows)
        aliases = self._aliases(f"WHERE node {_AMONG}", _list(row[0] for row in those))
        return tuple(make_node(row, aliases, {}) for row in those)

    def _aliases(self, where: str = "", *parameters: str) -> dict[str, list[str]]:
        rows = self._rows(f"SELECT node, name FROM alias {where} ORDER BY node, ordinal", *parameters)
        return {id_: [name for _, name in those] for id_, those in by_first(rows).items()}

    def _cited(self, where: str = "", *parameters: str) -> dict[str, tuple[Evidence, ...]]:
        rows = self._rows(f"{_CITED} {where} ORDER BY cited.subject, cited.ordinal", *parameters)
        return {id_: tuple(map(make_evidence, those)) for id_, those in by_first(rows).items()}

    def _citations(self, numbers: Iterable[int]) -> dict[int, Evidence]:
        rows = self._rows(f"SELECT number, {PASSAGE} FROM citation WHERE number {_AMONG}", json.dumps(list(numbers)))
        return {row[0]: make_evidence(row) for row in rows}

    def _rows(self, sql: str, *parameters: object) -> list[Row]:
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"{self._path}: {error}; the file is not as sysgraph writes it: build it again") from error


def _is_refused(error: Exception) -> bool:
    """Whether SQLite did not do what it was asked because that is no reading."""
    codes = {sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY}
    return getattr(error, "sqlite_errorcode", None) in codes or "not authorized" in str(error)


def _authorise(action: int, first: str | None, second: str | None, *_: object) -> int:
    """Whether SQLite may take a step of a query: it may read the graph and compute, and nothing else."""
    allowed = (
        action in _READING
        or (action == sqlite3.SQLITE_FUNCTION and second != "load_extension")
        # What json_each and the full-text index do by themselves; of a query, the read-only connection refuses it.
        or (action == sqlite3.SQLITE_UPDATE and first == "sqlite_master")
        or (action == sqlite3.SQLITE_PRAGMA and first == "data_version" and second is None)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _list(values: Iterable[str]) -> str:
    return json.dumps(list(values))


def _bound(value: Value) -> str | int | float | None:
    return json.dumps(value) if isinstance(value, tuple) else value
