"""Stores of graphs: one set of verbs, whatever engine answers them."""

import re
from pathlib import Path

from sysgraph.errors import StoreError
from sysgraph.store.protocol import Hit, Record, Statement, Store

__all__ = ["Hit", "Record", "Statement", "Store", "open_store"]

_SCHEME = re.compile(r"([a-z][a-z0-9.+-]+)://", re.IGNORECASE)
_SERVERS = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})


def open_store(address: str | Path) -> Store:
    """The store at an address, opened for reading: the path of a graph file.

    Raises:
        StoreError: there is no graph at the address, it is damaged, or no engine speaks the address's scheme.
    """
    found = _SCHEME.match(address) if isinstance(address, str) else None
    if found is None:
        from sysgraph.store.sqlite_read import SQLiteStore

        return SQLiteStore(Path(address))
    scheme = found[1].lower()
    if scheme in _SERVERS:
        raise StoreError(
            f"{address}: {scheme}:// is the address of a Neo4j server, which this version of sysgraph does not support "
            "yet; name a graph file that `sysgraph build` wrote"
        )
    raise StoreError(
        f"{address}: sysgraph knows no store at {scheme}://; name a graph file that `sysgraph build` wrote"
    )
