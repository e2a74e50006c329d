"""The meaning of a graph for those without our code: the files of `schema/`, derived from vocabulary and model."""

from collections.abc import Mapping

from sysgraph.schema.databases import neo4j_cypher, sqlite_sql
from sysgraph.schema.forms import json_schema
from sysgraph.schema.ontology import ontology
from sysgraph.schema.shapes import shapes

__all__ = ["files", "json_schema", "neo4j_cypher", "ontology", "shapes", "sqlite_sql"]


def files() -> Mapping[str, str]:
    """The text of each file of `schema/` by its name; the same code gives the same bytes."""
    return {
        "graph.schema.json": json_schema(),
        "neo4j.cypher": neo4j_cypher(),
        "shapes.ttl": shapes(),
        "sqlite.sql": sqlite_sql(),
        "sysgraph.ttl": ontology(),
    }
