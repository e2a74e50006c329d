"""Those whose names are withheld and whose posts nobody knows: told apart by numbers that say nothing to a reader."""

import re
from collections import Counter
from collections.abc import Iterable

_NAMELESS = re.compile(r"a person (?P<whose>whose post is not shown|of .+) \(\d+\)")


def plainly(name: str) -> str:
    """The name, without the number that tells somebody nameless from others."""
    found = _NAMELESS.fullmatch(name)
    return f"a person {found['whose']}" if found else name


def together(names: Iterable[str]) -> list[str]:
    """The names, and after them how many nameless ones there are: "3 people of Marlbrook Council"."""
    told = list(names)
    nameless = Counter(found["whose"] for name in told if (found := _NAMELESS.fullmatch(name)))
    if sum(nameless.values()) < 2:
        return [plainly(name) for name in told]
    others = [name for name in told if not _NAMELESS.fullmatch(name)]
    return [*others, *(_several(whose, count) for whose, count in sorted(nameless.items()))]


def _several(whose: str, count: int) -> str:
    if count == 1:
        return f"a person {whose}"
    return f"{count} people {whose.replace('whose post is', 'whose posts are')}"
