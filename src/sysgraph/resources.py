"""Finds the files that ship with sysgraph and are not Python (`queries/`, `seed/`), and where it may keep some."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sysgraph.errors import InstallationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def resource(*parts: str) -> "Traversable":
    """The file or folder at `parts`, the first of which is `queries` or `seed`.

    In an installed package it lies inside it, in a checkout at the top of the repository.

    Raises:
        InstallationError: it is in neither.
    """
    for home in _homes():
        found = home.joinpath(*parts)
        if found.is_file() or found.is_dir():
            return found
    raise InstallationError(
        f"{'/'.join(parts)}, a part of sysgraph itself, is neither in {_PACKAGE} nor in a checkout around it: "
        "install sysgraph again (pip install --force-reinstall sysgraph)"
    )


def cache_folder() -> Path:
    """The folder in which things are remembered: what SYSGRAPH_CACHE names, else the system's place for caches."""
    named = os.environ.get("SYSGRAPH_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("sysgraph", appauthor=False)


def _homes() -> "Iterator[Traversable]":
    yield _PACKAGE
    if (_CHECKOUT / "pyproject.toml").is_file():
        yield _CHECKOUT
    if not _PACKAGE.is_dir():
        # Only a package inside a zip file needs importlib.resources, whose import costs as much as Python's own start.
        from importlib.resources import files

        yield files("sysgraph")
