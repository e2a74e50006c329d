"""How a path becomes an address that SQLite opens, whatever characters stand in it."""

import os
from pathlib import Path


def uri(path: Path, parameters: str) -> str:
    """The `file:` address of a path, with SQLite's parameters for opening it."""
    return f"{address(os.fspath(path.absolute()), os.sep)}?{parameters}"


def address(name: str, separator: str) -> str:
    """The `file:` address of an absolute path: "%", "?" and "#" are escaped, a Windows drive gets its leading slash."""
    for character in "%?#":
        name = name.replace(character, f"%{ord(character):02X}")
    name = name.replace(separator, "/")
    return f"file:{'//' if name.startswith('/') else '///'}{name}"
