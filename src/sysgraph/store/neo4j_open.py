"""Opens the graphs of a Neo4j server as a store."""

import tempfile
from pathlib import Path

from sysgraph.store.neo4j_address import Address, Ask, login, read_address
from sysgraph.store.neo4j_link import Server
from sysgraph.store.neo4j_read import Neo4jStore
from sysgraph.store.neo4j_server import chosen, held_graphs
from sysgraph.store.protocol import Store
from sysgraph.store.sqlite_read import SQLiteStore
from sysgraph.store.sqlite_write import write


def connect(address: str | Address, ask: Ask | None = None) -> Server:
    """The server at an address, logged in to.

    Raises:
        StoreError: the address holds credentials, they are lacking or wrong, or no server answers.
    """
    return Server(read_address(address) if isinstance(address, str) else address, login(ask))


def open_server(address: Address, ask: Ask | None = None) -> Store:
    """All the graphs of a server as one store, or the one that the address names.

    One of several is read off the server first: what they share has there the attributes of the last of them, and a
    question about one graph gets that graph's own.

    Raises:
        StoreError: as for `connect`, or there is no such graph, or it is not whole.
    """
    server = connect(address, ask)
    try:
        found = chosen(server)
        several = held_graphs(server)
        if len(found) == len(several):
            return Neo4jStore(server, found)
        with Neo4jStore(server, several) as store:
            return _Copy(store, found[0].name)
    except BaseException:
        server.close()
        raise


class _Copy(SQLiteStore):
    """One graph of a server that holds several, in a graph file that lasts as long as the store is open."""

    def __init__(self, store: Neo4jStore, name: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="sysgraph-")
        path = Path(self._folder.name) / "graph.sqlite"
        try:
            write(store.part(name), path, store.provenance_of(name))
            super().__init__(path)
        except BaseException:
            self._folder.cleanup()
            raise

    def close(self) -> None:
        """Nothing; the copy is gone."""
        super().close()
        self._folder.cleanup()
