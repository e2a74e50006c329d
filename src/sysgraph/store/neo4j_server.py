"""What a server holds: whether a database is ours, and which graphs are in it."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from sysgraph.errors import StoreError
from sysgraph.model import Value
from sysgraph.store.neo4j_link import Server
from sysgraph.store.sqlite_rows import make_value

LAYOUT = 2
"""Tells one way of keeping graphs on a server from another."""

_PUSH = "bring one there with `sysgraph push`"


class Held(NamedTuple):
    """A graph on a server: its name, whether it is whole, and how it was built."""

    name: str
    whole: bool
    provenance: Mapping[str, Value]


def held_graphs(server: Server) -> tuple[Held, ...]:
    """The graphs of a server, by name."""
    rows = server.read("MATCH (g:Graph) WHERE g.build IS NOT NULL RETURN g.name, g.whole, g.provenance")
    return tuple(
        Held(name, whole, {one: make_value(value) for one, value in json.loads(provenance or "{}").items()})
        for name, whole, provenance in sorted(rows, key=lambda row: str(row[0]))
    )


def check_ours(server: Server, *, empty_will_do: bool = False) -> None:
    """Nothing, where the database is one that sysgraph keeps.

    Raises:
        StoreError: it is empty, holds something else, or is kept in another way than this version does.
    """
    marks = server.read("MATCH (s:Sysgraph) RETURN s.layout")
    if marks:
        if marks[0][0] != LAYOUT:
            raise StoreError(
                f"{server.address}: another version of sysgraph put its graphs there (layout {marks[0][0]}, this one "
                f"has {LAYOUT}); use it, or empty the database and push them again"
            )
    elif server.read("MATCH (n) RETURN 1 LIMIT 1"):
        raise StoreError(
            f"{server.address}: the database holds something that sysgraph did not put there, so it is left alone; "
            "name another with NEO4J_DATABASE, or empty it"
        )
    elif not empty_will_do:
        raise StoreError(f"{server.address} holds no graph yet; {_PUSH}")


def chosen(server: Server) -> tuple[Held, ...]:
    """The graphs that an address means: the one that it names, else all.

    Raises:
        StoreError: there is none, or one of them is not whole.
    """
    check_ours(server)
    known, name = held_graphs(server), server.address.graph
    found = tuple(one for one in known if name in (None, one.name))
    if not found:
        told = f"it has: {', '.join(one.name for one in known)}" if known else _PUSH
        raise StoreError(f"{server.address} holds no graph{f' “{name}”' if name else ''}; {told}")
    if broken := [one.name for one in found if not one.whole]:
        raise StoreError(
            f"{server.address}: the graph “{broken[0]}” is not whole: a push of it is under way, or was interrupted; "
            "wait, push it again, or name another graph (…#NAME)"
        )
    return found
