"""What a graph file and a Neo4j server are told before a graph comes: tables, views, indexes, constraints."""

from collections.abc import Iterator

from sysgraph.store import neo4j_schema, sqlite_indexes, sqlite_schema


def sqlite_sql() -> str:
    """The statements that make a graph file, in order; views have more columns where a graph has more attributes."""
    return "".join(f"{one};\n" for one in _sqlite())


def neo4j_cypher() -> str:
    """The statements that make the constraints and indexes of a server, in their order."""
    return "".join(f"{one};\n" for one in neo4j_schema.statements().values())


def _sqlite() -> Iterator[str]:
    yield f"PRAGMA application_id = {sqlite_schema.APPLICATION_ID}"
    yield f"PRAGMA user_version = {sqlite_schema.SCHEMA_VERSION}"
    yield from sqlite_schema.tables()
    yield from sqlite_indexes.indexes()
    yield from sqlite_schema.full_text()
    yield from sqlite_schema.views({})
