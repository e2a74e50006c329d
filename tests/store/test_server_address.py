"""Where a server is and who asks it: told in the environment, never in an address, never in a message."""

import pytest

from sysgraph.errors import StoreError
from sysgraph.store import open_store
from sysgraph.store.neo4j_address import Login, login, read_address
from sysgraph.store.neo4j_open import connect

SECRET = "hush-hush"


@pytest.mark.parametrize(
    ("text", "uri", "graph"),
    [
        ("bolt://localhost", "bolt://localhost", None),
        ("BOLT+S://host:7687/", "bolt+s://host:7687", None),
        ("neo4j://[::1]:7687#marlbrook", "neo4j://[::1]:7687", "marlbrook"),
        ("neo4j+s://host?policy=north#Vale%20of%20Tarrow", "neo4j+s://host?policy=north", "Vale of Tarrow"),
    ],
)
def test_an_address_names_a_server_and_may_name_a_graph(text: str, uri: str, graph: str | None) -> None:
    assert read_address(text) == (uri, graph)


@pytest.mark.parametrize(
    "rest", [f"neo4j:{SECRET}@host", f"{SECRET}@host:7687", f"neo4j:a#{SECRET}@host", f":{SECRET}@"]
)
def test_a_password_in_an_address_is_refused_and_not_repeated(rest: str) -> None:
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as caught:
        open_store(f"bolt://{rest}")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("text", ["bolt://", "bolt:///x", "bolt://a b", "bolt://host:port", "bolt://#marlbrook"])
def test_an_address_without_a_server_is_refused(text: str) -> None:
    with pytest.raises(StoreError, match="names no server"):
        read_address(text)


def test_a_host_alone_is_no_address_and_not_repeated() -> None:
    with pytest.raises(StoreError, match="begins with bolt://") as caught:
        read_address(f"neo4j:{SECRET}@host")
    assert SECRET not in str(caught.value)


def test_who_asks_stands_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("USERNAME", "ann"), ("PASSWORD", SECRET), ("DATABASE", "places")):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    assert login() == Login("ann", SECRET, "places")
    assert SECRET not in repr(login())


def test_a_password_that_is_not_there_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    monkeypatch.setenv("NEO4J_USERNAME", "ann")
    assert login(lambda user: f"{user}’s").password == "ann’s"
    with pytest.raises(StoreError, match="set NEO4J_PASSWORD"):
        login(lambda _: None)


def test_a_server_that_is_not_there_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with pytest.raises(StoreError, match=r"^bolt://127.0.0.1:1: no Neo4j server answers there") as caught:
        open_store("bolt://127.0.0.1:1#marlbrook")
    assert SECRET not in str(caught.value)


def test_a_wrong_password_is_one_clear_error(neo4j_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with pytest.raises(
        StoreError, match="does not let 'neo4j' in; look at NEO4J_USERNAME and NEO4J_PASSWORD"
    ) as caught:
        open_store(neo4j_address)
    assert SECRET not in str(caught.value)


def test_a_database_that_is_not_there_is_one_clear_error(neo4j_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with pytest.raises(StoreError, match="nowhere"):
        open_store(neo4j_address)


def test_the_address_of_a_cluster_does_for_one_server(neo4j_address: str) -> None:
    with connect(neo4j_address.replace("bolt://", "neo4j://")) as server:
        assert server.read("RETURN 1") == [[1]]
