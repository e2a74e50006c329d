"""Stores of graphs: one set of verbs, whatever engine answers them."""

import re
from collections.abc import Callable
from pathlib import Path

from sysgraph.store.protocol import Hit, Record, Statement, Store

__all__ = ["Hit", "Record", "Statement", "Store", "open_store"]

_SCHEME = re.compile(r"[a-z][a-z0-9.+-]+://", re.IGNORECASE)


def open_store(address: str | Path, ask: Callable[[str], str | None] | None = None) -> Store:
    """The store at an address, opened for reading: the path of a graph file, or a Neo4j server's (`bolt://host:7687`).

    What stands behind # in a server's address names one of its graphs; without it, it answers from all of them. Its
    user and password come from NEO4J_USERNAME and NEO4J_PASSWORD; `ask` is called with the user where there is none.

    Raises:
        StoreError: there is no graph at the address, it is damaged, or no engine speaks the address's scheme.
    """
    if not isinstance(address, str) or not _SCHEME.match(address):
        from sysgraph.store.sqlite_read import SQLiteStore

        return SQLiteStore(Path(address))
    from sysgraph.store.neo4j_address import read_address

    server = read_address(address)  # an address that is none needs no driver
    from sysgraph.store.neo4j_open import open_server

    return open_server(server, ask)
