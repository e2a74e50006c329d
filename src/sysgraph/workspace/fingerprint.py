"""What reading depends on beside the file itself: our rules and lists, and the libraries that parse."""

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from typing import TYPE_CHECKING

import sysgraph
from sysgraph.resources import resource

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ROOMS = ("documents", "extraction", "register", "model.py", "reading.py", "vocabulary.py", "workspace/task.py")
_BENEATH = ("pdfminer.six",)  # what parses for a library that we name
_NAME = re.compile(r"[\w.-]+")


@cache
def fingerprint() -> str:
    """A digest that changes when a rule, a list or a library does that a reading may depend on.

    It is the same on every machine that has the same of them.
    """
    digest = hashlib.sha256()
    for told in (sysgraph.__version__, ".".join(map(str, sys.version_info[:2])), *_libraries()):
        digest.update(f"{told}\n".encode())
    package = files("sysgraph")
    for home in (*(package.joinpath(*room.split("/")) for room in _ROOMS), resource("seed")):
        for name, file in _contents(home):
            content = file.read_bytes()
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def recogniser() -> str:
    """What says which program recognises pictures here; empty where there is none."""
    found = shutil.which("tesseract")
    if found is None:
        return ""
    state = os.stat(found)
    return f"{found} {state.st_size} {state.st_mtime_ns}"


def _contents(place: "Traversable", name: str = "") -> "Iterator[tuple[str, Traversable]]":
    """The files in a folder and in the folders in it, in order."""
    if place.is_file():
        yield name, place
        return
    if place.name == "__pycache__":
        return
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        yield from _contents(one, f"{name}/{one.name}")


def _libraries() -> Iterator[str]:
    """The version of each library that sysgraph is installed with."""
    try:
        needed = requires("sysgraph") or []
    except PackageNotFoundError:  # run from its files
        needed = []
    names = {found[0] for one in needed if "extra ==" not in one and (found := _NAME.match(one))}
    for name in sorted({*names, *_BENEATH}):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not there"
