"""The legend of a figure: only what the figure shows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sysgraph.views.figure import looks
from sysgraph.views.figure.canvas import Group, Path, Words, moved
from sysgraph.views.figure.metrics import width
from sysgraph.views.plainly import kind_in_words
from sysgraph.vocabulary import KINDS, RELATIONSHIPS

_SAMPLE, _GAP, _AFTER = 30.0, 5.0, 14.0
_ROW = 1.65
_SEATS = {"POST_IN": "is a post in", "HOLDS": "holds the post", "MEMBER_OF": "is a member of", "CHAIRS": "chairs"}
STOPS = "no line further up in the documents read"
_ABOUT = "what this figure is about"


class _Entry(NamedTuple):
    says: str
    sample: tuple[Path, ...]


def legend(kinds: Iterable[str], types: Iterable[str], room: float, size: float, *, stops: bool) -> Group:
    """The samples and what they mean, in rows of so much room, from the upper left."""
    found, shown = {*kinds}, {*types}
    entries = [_kind(kind, size) for kind in KINDS if kind in found]
    entries += [_type(type_, size) for type_ in RELATIONSHIPS if type_ in shown]
    entries += [_stop(size)] if stops else []
    return Group("legend", "Legend", tuple(_rows(entries, room, size)))


def height(group: Group, size: float) -> float:
    """How high the legend is, in points."""
    return max((one.y for one in group.things if isinstance(one, Words)), default=0.0) + 0.45 * size


def _rows(entries: Sequence[_Entry], room: float, size: float) -> Iterable[Path | Words]:
    x, y = 0.0, size
    for entry in entries:
        wide = _SAMPLE + _GAP + width(entry.says, size)
        if x and x + wide > room:
            x, y = 0.0, y + size * _ROW
        yield from moved(Group("", "", entry.sample), x, y - 0.35 * size).things
        yield Words(x + _SAMPLE + _GAP, y, entry.says, size)
        x += wide + _AFTER


def _kind(kind: str, size: float) -> _Entry:
    return _Entry(kind_in_words(kind), looks.box(kind, (_SAMPLE / 2, 0.0), (_SAMPLE - 4, size * 1.15)))


def _type(type_: str, size: float) -> _Entry:
    del size
    reading = RELATIONSHIPS[type_].reading.format(source="", target="").strip()
    line = looks.stroke(type_, (("M", ((0.0, 0.0),)), ("L", ((_SAMPLE, 0.0),))))
    return _Entry(_SEATS.get(type_, reading), (line, looks.head(type_, (_SAMPLE, 0.0), (0.0, 0.0))))


def _stop(size: float) -> _Entry:
    steps = (("M", ((4.0, 0.0),)), ("L", ((_SAMPLE, 0.0),)))
    return _Entry(STOPS, looks.stop(steps, ((4.0, -0.4 * size), (4.0, 0.4 * size))))
