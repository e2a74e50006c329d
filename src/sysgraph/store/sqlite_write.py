"""Writes a graph into a file: beside it first, then over it in one step, so that a build completes or changes nothing.

The same graph gives the same bytes (with the same release of SQLite): no clock, no chance, no order of sets.
"""

import itertools
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path

from sysgraph.errors import StoreError
from sysgraph.graph import check
from sysgraph.model import Evidence, Graph, Node, Relationship, Value
from sysgraph.store import sqlite_known
from sysgraph.store import sqlite_schema as schema
from sysgraph.store.names import key
from sysgraph.store.placing import PLACED, places
from sysgraph.store.sqlite_indexes import indexes
from sysgraph.store.sqlite_link import uri
from sysgraph.store.sqlite_seal import is_ours, seal
from sysgraph.store.tallying import TALLIED, Burden, Facts, Overlap, burdens, overlaps, tallies

_BUILDING = ".building-"
_CACHE = 64_000  # KiB of pages held in memory while writing
# ANALYZE says nothing of an index without entries, and SQLite then takes it for a large one.
_TELL_OF_THE_EMPTY = (
    "INSERT INTO sqlite_stat1 SELECT tbl_name, name, '1 1' FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
    "AND name NOT IN (SELECT idx FROM sqlite_stat1 WHERE idx IS NOT NULL) ORDER BY name"
)
_NO_PLACE, _NO_TALLY, _NO_QUICK = ((None,) * len(one) for one in (PLACED, TALLIED, schema.MATERIALISED))
_POSITION = attrgetter(*schema.POSITION)
_WORDS = attrgetter(*schema.WORDS)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def write(graph: Graph, path: Path, provenance: Mapping[str, Value]) -> None:
    """Nothing; the graph is at the path, whatever graph file was there before is replaced.

    `provenance` says how the graph was built; `schema`, `nodes` and `relationships` are added to it.

    Raises:
        StoreError: the file cannot be written, or the path holds something that is not a graph file.
        VocabularyError: the graph holds what the vocabulary does not allow.
    """
    check(graph)
    try:
        target = _target(path)
        _clear_litter(target)
        building = _create(target)
        try:
            _fill(building, graph, provenance)
            checksum = seal(building)
            os.replace(building, target)
        finally:
            building.unlink(missing_ok=True)
        _settle(target.parent)
        sqlite_known.remember(target, checksum)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror or error}; close what has it open, look at the folder and the "
            "space on the disk, or name another file"
        ) from error
    except (sqlite3.Error, ValueError, OverflowError) as error:
        raise StoreError(f"{path} cannot be written: {error}; what was there before is unchanged") from error


def _target(path: Path) -> Path:
    """Where to write, links followed; a file that is not ours is never replaced."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it, such as {Path(path) / 'graph.sqlite'}")
    if not target.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {target.parent}; make it first, or name another file")
    if target.exists() and not (target.is_file() and is_ours(target)):
        raise StoreError(
            f"{path} is there already and is not a graph file, so it is left alone; name another file, or move it away"
        )
    return target


def _clear_litter(target: Path) -> None:
    """Nothing; what killed builds of this file have left behind is gone. A build that still runs keeps its own."""
    with os.scandir(target.parent) as entries:
        litter = sorted(one.path for one in entries if one.name.startswith(target.name + _BUILDING) and one.is_file())
    for path in map(Path, litter):
        if not _is_alive(path):
            path.unlink(missing_ok=True)


def _is_alive(path: Path) -> bool:
    """Whether a build holds the file: the system lets go of a lock when the one who held it dies."""
    connection = sqlite3.connect(uri(path, "mode=rw"), uri=True, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # the low byte of an extended code is the code
    finally:
        connection.close()
    return False


def _create(target: Path) -> Path:
    """A new empty file in the target's folder, named after the target and this process."""
    for number in itertools.count():
        path = target.with_name(f"{target.name}{_BUILDING}{os.getpid()}-{number}")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except FileExistsError:
            continue
        return path
    raise AssertionError("unreachable")


def _fill(path: Path, graph: Graph, provenance: Mapping[str, Value]) -> None:
    connection = sqlite3.connect(uri(path, "mode=rw"), uri=True, isolation_level=None)
    try:
        for pragma in (
            f"page_size = {schema.PAGE_SIZE}",
            "encoding = 'UTF-8'",
            "journal_mode = OFF",
            "synchronous = OFF",
            "locking_mode = EXCLUSIVE",
            f"cache_size = -{_CACHE}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
        _run(connection, schema.tables())
        _insert(connection, graph, provenance)
        _run(connection, indexes())
        _run(connection, schema.full_text())
        _run(connection, schema.views(_attributes(graph)))
        connection.execute("ANALYZE")
        connection.execute(_TELL_OF_THE_EMPTY)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _run(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.execute(statement)


def _insert(connection: sqlite3.Connection, graph: Graph, provenance: Mapping[str, Value]) -> None:
    counts = {"nodes": len(graph.nodes), "relationships": len(graph.relationships)}
    told = {**provenance, "schema": schema.SCHEMA_VERSION, **counts}
    _rows(connection, "provenance", 2, ((one, _json(value)) for one, value in sorted(told.items())))
    _rows(connection, "document", 5, ((None, one.path, one.format, one.sha256, one.pages) for one in graph.documents))
    _rows(connection, "notice", 5, ((None, one.document, one.where, one.what, one.kind) for one in graph.notices))
    facts, placed = Facts(graph), places(graph)
    tallied = tallies(facts, placed)
    known = ((*placed.get(one.id, _NO_PLACE), *tallied.get(one.id, _NO_TALLY)) for one in graph.nodes)
    width = 6 + sum(map(len, (PLACED, TALLIED, schema.STATED, schema.MATERIALISED)))
    _rows(connection, "node", width, map(_node, graph.nodes, known))
    _rows(connection, "overlap", 1 + len(Overlap._fields), ((None, *one) for one in overlaps(facts)))
    _rows(connection, "burden", 1 + len(Burden._fields), ((None, *one) for one in burdens(facts, placed)))
    aliases = ((node.id, *one) for node in graph.nodes for one in enumerate(node.aliases))
    _rows(connection, "alias", 5, ((None, node, ordinal, name, key(name)) for node, ordinal, name in aliases))
    lines = ((None, one.id, one.type, one.source, one.target, _json(one.attributes)) for one in graph.relationships)
    _rows(connection, "relationship", 6, lines)
    _cite(connection, graph)


def _rows(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[tuple[object, ...]]) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)


def _node(node: Node, known: tuple[Value, ...]) -> tuple[object, ...]:
    told = [node.attributes.get(one) for one in schema.STATED]
    if node.kind == "Action":
        told += [node.attributes.get(one) for one in schema.MATERIALISED]
    else:
        told += _NO_QUICK
    return (None, node.id, node.kind, node.name, key(node.name), *map(_scalar, (*known, *told)), _json(node.attributes))


def _cite(connection: sqlite3.Connection, graph: Graph) -> None:
    """Stores each cited passage once, numbered from 1 in the order in which the graph first cites it."""
    numbers: dict[Evidence, int] = {}
    links = []
    for one in itertools.chain[Node | Relationship](graph.nodes, graph.relationships):
        for ordinal, evidence in enumerate(one.evidence):
            links.append((one.id, ordinal, numbers.setdefault(evidence, len(numbers) + 1)))
    _rows(connection, "citation", 1 + len(schema.CITATION), _passages(numbers))
    _rows(connection, "cited", 3, sorted(links))


def _passages(numbers: Mapping[Evidence, int]) -> Iterator[tuple[object, ...]]:
    for evidence, number in numbers.items():
        yield (number, evidence.document, *_POSITION(evidence.position), *_WORDS(evidence))


def _attributes(graph: Graph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for node in graph.nodes:
        found.setdefault(node.kind, set()).update(node.attributes)
    return found


def _json(value: Value | Mapping[str, Value]) -> str:
    return _ENCODER.encode(dict(value) if isinstance(value, Mapping) else value)


def _scalar(value: Value) -> Value:
    return _json(value) if isinstance(value, tuple) else value


def _settle(folder: Path) -> None:
    """Nothing; the new name is on the disk too, where the system can be asked for that (Windows cannot)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
