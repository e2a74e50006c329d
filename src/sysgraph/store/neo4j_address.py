"""The address of a Neo4j server, and whose name and password open it: never in the address, never in a message."""

import os
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from sysgraph.errors import StoreError

SCHEMES = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})
USERNAME, PASSWORD, DATABASE = "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"

Ask = Callable[[str], str | None]
"""Asks a person for the password of a user; None where there is nobody to ask."""

_LONGEST_NAME = 100
_HOST = re.compile(r"[\w.-]*(:\d{1,5})?|\[[0-9a-fA-F:.%]+\](:\d{1,5})?")


class Address(NamedTuple):
    """Where a server is, and which of its graphs is meant (None: all of them)."""

    uri: str
    graph: str | None = None

    def __str__(self) -> str:
        return self.uri.partition("?")[0]


class Login(NamedTuple):
    """Who asks, and in which database of the server (None: its standard one). A server may ask for no password."""

    user: str
    password: str
    database: str | None

    def __repr__(self) -> str:
        return f"Login({self.user!r}, …)"


def read_address(text: str) -> Address:
    """The address in a text such as `neo4j+s://host:7687#marlbrook`; what stands behind # names a graph there.

    Raises:
        StoreError: no engine speaks its scheme, or it holds credentials, or no host.
    """
    scheme, separator, rest = text.partition("://")
    if not separator:
        raise StoreError("the address of a server begins with bolt:// or neo4j:// (bolt+s://, neo4j+s:// over TLS)")
    if scheme.lower() not in SCHEMES:
        raise StoreError(
            f"sysgraph knows no store at {scheme}://; name a graph file that `sysgraph build` wrote, or a Neo4j server "
            "(bolt://host:7687, neo4j+s://host:7687)"
        )
    if "@" in rest:
        raise StoreError(
            f"the {scheme}:// address holds a user or password (or an @), which others would see in your shell's "
            f"history and in the list of processes; leave it out and set {USERNAME} and {PASSWORD} instead, "
            "or be asked for them"
        )
    place, _, graph = rest.partition("#")
    host, _, options = place.partition("?")
    host = host.removesuffix("/")
    if not host or not _HOST.fullmatch(host):
        raise StoreError(f"{scheme}://{host} names no server; write its address as {scheme}://host:7687")
    uri = f"{scheme.lower()}://{host}{f'?{options}' if options else ''}"
    return Address(uri, graph_name(unquote(graph)) if graph else None)


def graph_name(name: str) -> str:
    """The name under which a graph stands on a server.

    Raises:
        StoreError: it is empty, too long, or holds what no name holds.
    """
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable() or {*name} & {*"`\\"}:
        raise StoreError(
            f"{name[:_LONGEST_NAME]!r} cannot be the name of a graph on a server: give it a short, plain one"
        )
    return name


def login(ask: Ask | None = None) -> Login:
    """Who asks, from the environment; a password that is not there is asked for.

    Raises:
        StoreError: there is none, and nobody to ask.
    """
    user = os.environ.get(USERNAME) or "neo4j"
    password = os.environ.get(PASSWORD)
    if password is None and ask is not None:
        password = ask(user)
    if password is None:
        raise StoreError(
            f"the password of the server's user {user} is not known: set {PASSWORD} (empty for a server that asks for "
            f"none), and {USERNAME} where the user is another"
        )
    return Login(user, password, os.environ.get(DATABASE) or None)
