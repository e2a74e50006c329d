"""In which order people read what stands on a slide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_TOUCHING = 45_720  # a twentieth of an inch: boxes that overlap by so little stand beside one another
_ONE_HEIGHT = 300_000  # a third of an inch
_MOST = 300


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """Something on a slide and the box that it stands in, in units of the slide."""

    item: T
    left: int
    top: int
    right: int
    bottom: int


def in_order(placed: Sequence[Placed[T]]) -> list[T]:
    """The items as they are read: from the top, and by columns where gaps part some that begin at one height.

    What no gap parts keeps its order, which is that in which its author put it there.
    """
    if len(placed) > _MOST:
        return [one.item for one in placed]
    found: list[T] = []
    waiting = [list(placed)]
    while waiting:
        group = waiting.pop()
        parts = _columns(group)
        if len(parts) == 1:
            parts = _rows(group)
        if len(parts) == 1:
            found += [one.item for one in group]
        else:
            waiting += reversed(parts)
    return found


def _columns(group: list[Placed[T]]) -> list[list[Placed[T]]]:
    """The columns of a group; the group itself where they begin at several heights, as the boxes of a tree do."""
    parts = _parted(group, [(one.left, one.right) for one in group])
    tops = [min(one.top for one in part) for part in parts]
    return parts if tops and max(tops) - min(tops) <= _ONE_HEIGHT else [group]


def _rows(group: list[Placed[T]]) -> list[list[Placed[T]]]:
    """The rows of a group; those that make columns together stay together."""
    found: list[list[Placed[T]]] = []
    for row in _parted(group, [(one.top, one.bottom) for one in group]):
        if found and len(_columns(found[-1])) > 1 and len(_columns(found[-1] + row)) > 1:
            found[-1] = found[-1] + row
        else:
            found.append(row)
    return found


def _parted(group: list[Placed[T]], spans: list[tuple[int, int]]) -> list[list[Placed[T]]]:
    """The group in parts between which there is a gap; within a part the order stays."""
    part_of: dict[int, int] = {}
    end, part = None, 0
    for index in sorted(range(len(group)), key=lambda one: spans[one]):
        if end is not None and spans[index][0] >= end - _TOUCHING:
            part += 1
        end = max(spans[index][1], end if end is not None else spans[index][1])
        part_of[index] = part
    parts: list[list[Placed[T]]] = [[] for _ in range(part + 1)]
    for index, one in enumerate(group):
        parts[part_of[index]].append(one)
    return [one for one in parts if one]
