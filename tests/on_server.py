"""Fills a Neo4j server for tests, which have it to themselves."""

from collections.abc import Mapping
from contextlib import closing

from sysgraph.model import Graph, Value
from sysgraph.store.neo4j_open import connect
from sysgraph.store.neo4j_push import Pushed, push

NAME = "marlbrook"
TOLD: Mapping[str, Value] = {"version": "9.9.9", "inputs": ("a.txt", "b.txt")}


def empty(address: str) -> None:
    """Nothing; the server holds nothing but its constraints and indexes."""
    with closing(connect(address)) as server:
        server.alter("MATCH (n) DETACH DELETE n")


def bring(address: str, filling: Graph, name: str = NAME) -> Pushed:
    """What a push brought; what was on the server is still there."""
    with closing(connect(address)) as server:
        return push(filling, server, name, TOLD)


def counted(address: str, pattern: str = "(n)") -> int:
    """How often a pattern of `n` is on the server."""
    with closing(connect(address)) as server:
        return int(server.read(f"MATCH {pattern} RETURN count(n)")[0][0])
