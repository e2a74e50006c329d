"""`sysgraph push`: a graph onto a Neo4j server."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import GRAPH, opened, password_of, store_option
from sysgraph.cli.output import emit, say

if TYPE_CHECKING:
    from sysgraph.store.neo4j_link import Server

_OFTEN = 50_000


@click.command(
    "push", epilog="Example: sysgraph push neo4j+s://graphs.example.org --store stockport.sqlite --graph stockport"
)
@click.argument("uri")
@click.option("--graph", "name", metavar="NAME", help="Its name on the server.  [default: that of the file or folder]")
@click.option("--remove", is_flag=True, help="Take the graph of that name off the server instead.")
@store_option
def command(uri: str, name: str | None, address: str, *, remove: bool) -> None:
    """Bring a graph to a Neo4j server, beside those that are there.

    URI is bolt://host:7687 or neo4j://host (with +s for TLS). User, password and database come from NEO4J_USERNAME,
    NEO4J_PASSWORD and NEO4J_DATABASE; a password that is not there is asked for. A graph of the same name is replaced;
    what other graphs hold stays.
    """
    from sysgraph.store.neo4j_open import connect

    if remove:
        with connect(uri, password_of) as server:
            _remove(server, _named(server, name, address))
        return
    with opened(address) as store:
        graph, provenance = store.graph(), store.provenance()
    from sysgraph.store.neo4j_push import push

    with connect(uri, password_of) as server:
        done = push(graph, server, _named(server, name, address), provenance, _Progress())
        gone = f"; {done.gone:,} nodes and relationships that it no longer has are gone" if done.gone else ""
        counts = f"{done.nodes:,} nodes, {done.relationships:,} relationships, {done.passages:,} passages"
        emit(f"the graph “{done.graph}” is at {server.address}: {counts}{gone}\n")
        emit(f"next: sysgraph ask QUESTION --store {server.address}\n")


def _remove(server: "Server", name: str) -> None:
    from sysgraph.store.neo4j_push import remove

    gone = remove(server, name, _Progress())
    emit(f"the graph “{name}” is no longer at {server.address}: it held {gone:,} nodes and relationships\n")


def _named(server: "Server", name: str | None, address: str) -> str:
    """The name that was given, with --graph or behind a #, or else that of the file, or of its folder."""
    if given := name or server.address.graph:
        return given
    path = Path(address.rpartition("#")[2] if "://" in address else address).absolute()
    return path.parent.name if path.name == GRAPH else path.stem


class _Progress:
    """Says now and then how far a long push has come."""

    def __init__(self) -> None:
        self._said: dict[str, int] = {}

    def __call__(self, what: str, count: int) -> None:
        if count - self._said.get(what, 0) >= _OFTEN:
            self._said[what] = count
            say(f"{count:,} {what}")
