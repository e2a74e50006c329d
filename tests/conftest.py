"""What every test may ask for: the real documents, a browser, a server, each found through an environment variable."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

# No test depends on the speed of the machine or on chance.
settings.register_profile("sysgraph", deadline=None, derandomize=True, database=None)
settings.load_profile("sysgraph")


@pytest.fixture(scope="session", autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for what builds remember, so that nothing is left to whoever runs the tests."""
    folder = tmp_path_factory.mktemp("caches")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SYSGRAPH_CACHE", str(folder / "shared"))
        yield folder


@pytest.fixture(autouse=True)
def own_cache(caches: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of each test's own in it: no test reads what another has left."""
    monkeypatch.setenv("SYSGRAPH_CACHE", str(caches / hashlib.md5(request.node.nodeid.encode()).hexdigest()))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents, gold and reference tables."""
    folder = _named_by("SYSGRAPH_SHARED", "the folder of real documents")
    if not folder.is_dir():
        pytest.fail(f"SYSGRAPH_SHARED names {folder}, which is not a folder")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium that browser tests drive (playwright's `executable_path`)."""
    program = _named_by("SYSGRAPH_CHROMIUM", "a Chromium program")
    if not os.access(program, os.X_OK) or program.is_dir():
        pytest.fail(f"SYSGRAPH_CHROMIUM names {program}, which is not a program")
    return program


@pytest.fixture(scope="session")
def neo4j_address() -> str:
    """The address of a Neo4j server that tests may empty; its user and password are where sysgraph looks for them."""
    address = os.environ.get("SYSGRAPH_NEO4J")
    if not address:
        pytest.skip("SYSGRAPH_NEO4J is not set: name a Neo4j server that tests may empty (make neo4j starts one)")
    if urlsplit(address).hostname not in {"127.0.0.1", "::1", "localhost"}:
        pytest.fail("SYSGRAPH_NEO4J names a server on another machine, and these tests empty it")
    from sysgraph.errors import StoreError
    from sysgraph.store.neo4j_open import connect

    try:
        with connect(address):
            return address
    except StoreError as error:
        pytest.fail(f"SYSGRAPH_NEO4J: {error}")


def _named_by(variable: str, what: str) -> Path:
    value = os.environ.get(variable)
    if not value:
        pytest.skip(f"{variable} is not set: name {what} with it to run this test")
    return Path(value)
