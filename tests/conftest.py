"""What every test may ask for: the real documents and a browser, each found through an environment variable."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test depends on the speed of the machine or on chance.
settings.register_profile("sysgraph", deadline=None, derandomize=True, database=None)
settings.load_profile("sysgraph")


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


def _named_by(variable: str, what: str) -> Path:
    value = os.environ.get(variable)
    if not value:
        pytest.skip(f"{variable} is not set: name {what} with it to run this test")
    return Path(value)
