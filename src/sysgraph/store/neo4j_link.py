"""The connection to a Neo4j server: queries in, rows out, every error of the driver as one of ours."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, Self

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

import sysgraph
from sysgraph.errors import StoreError
from sysgraph.store.neo4j_address import PASSWORD, USERNAME, Address, Login

Row = list[Any]  # what the driver gives: the types of its columns are those of our own queries
Write = Callable[[ManagedTransaction], Any]

# What the driver would log without being asked is told by our errors.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_OLDEST = (5, 23)  # the first whose Cypher has CALL (x) { … }
_PATIENCE = 15.0  # seconds: for a connection, and for a transaction that has to be tried again


class Server:
    """A Neo4j server that one is logged in to."""

    def __init__(self, address: Address, login: Login) -> None:
        self.address = address
        self._login = login
        auth = (login.user, login.password) if login.password else None
        with self.told():
            self._driver: Driver = GraphDatabase.driver(
                address.uri, auth=auth, user_agent=f"sysgraph/{sysgraph.__version__}", telemetry_disabled=True,
                notifications_min_severity="OFF",
                connection_timeout=_PATIENCE, max_transaction_retry_time=_PATIENCE,
            )  # fmt: skip
        try:
            with self.told():
                self._driver.verify_connectivity()
                agent = self._driver.get_server_info().agent
            self._check(agent)
        except BaseException:
            self._driver.close()
            raise

    def read(self, cypher: str, /, **parameters: Any) -> list[Row]:
        """The rows of a query that only reads; the server refuses one that writes."""
        with self.told():
            return self.columns_and_rows(cypher, parameters)[1]

    def columns_and_rows(self, query: str, parameters: Mapping[str, Any]) -> tuple[list[str], list[Row]]:
        """The names of the columns, and the rows. Errors are those of the driver."""

        def work(transaction: ManagedTransaction) -> tuple[list[str], list[Row]]:
            result = transaction.run(query, dict(parameters))
            return list(result.keys()), [list(record) for record in result]

        with self._driver.session(database=self._login.database, default_access_mode=READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, work: Write) -> Any:
        """What some work gives that is done as a whole or not at all, and again where the server asks for that."""
        with self.told(), self._session() as session:
            return session.execute_write(work)

    def alter(self, statement: str) -> None:
        """Nothing; the statement (of the schema) is carried out by itself."""
        with self.told(), self._session() as session:
            session.run(statement).consume()

    def close(self) -> None:
        """Nothing; the connection is let go."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turns the driver's errors into ours, told in a line."""
        try:
            yield
        except AuthError as error:
            raise StoreError(
                f"{self.address} does not let {self._login.user!r} in; look at {USERNAME} and {PASSWORD}"
            ) from error
        except (ServiceUnavailable, SessionExpired, OSError) as error:
            raise StoreError(
                f"{self.address}: no Neo4j server answers there ({summary(error)}); start it, or look at the address "
                "(bolt:// speaks to one server, neo4j:// to a cluster, and both with +s behind them over TLS)"
            ) from error
        except (ConfigurationError, DriverError, Neo4jError, ValueError, OverflowError) as error:
            raise StoreError(f"{self.address}: {summary(error)}") from error

    def _session(self) -> Any:
        return self._driver.session(database=self._login.database, default_access_mode=WRITE_ACCESS)

    def _check(self, agent: str) -> None:
        found = re.fullmatch(r"Neo4j/(\d+)\.(\d+).*", agent)
        if found and (int(found[1]), int(found[2])) < _OLDEST:
            oldest = ".".join(map(str, _OLDEST))
            raise StoreError(f"{self.address} is {agent}; sysgraph needs Neo4j {oldest} or later: update the server")


def summary(error: Exception) -> str:
    """What an error of the driver says, in a line."""
    told = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return " ".join(told.split())[:300]


class Entry(NamedTuple):
    """What one graph holds of a thing: the build that put it there, and its record as JSON."""

    build: str
    record: str


def entries(graphs: list[str], builds: list[str], records: list[str]) -> dict[str, Entry]:
    """What each graph holds of a thing, from the three lists that the server keeps side by side."""
    return {graph: Entry(build, record) for graph, build, record in zip(graphs, builds, records, strict=True)}
