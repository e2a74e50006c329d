"""From the part of a graph to boxes and ties: a post with its holder, and those who sit alike in one list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sysgraph.graph import neighbours
from sysgraph.model import Graph, Node, Relationship
from sysgraph.views.figure.looks import ASIDE
from sysgraph.views.figure.metrics import width, wrap
from sysgraph.views.figure.nameless import plainly, together
from sysgraph.views.figure.part import Part, above, below, is_alone
from sysgraph.views.network import title_of
from sysgraph.views.plainly import short
from sysgraph.vocabulary import KINDS

_FEWEST_IN_A_LIST = 3
_MOST_TIES_IN_A_LIST = 3
_LONGEST_NAME = {"Action": 110, "Finding": 110}
_PLAIN_SEATS = frozenset({"", "chair", "lead", "member", "owner", "operational lead"})
_KINDS = tuple(KINDS)
LEADING = 1.22
_ASIDE, _ABOVE = 10.0, 6.0


class Paragraph(NamedTuple):
    """Words that are wrapped together."""

    text: str
    bold: bool = False
    quiet: bool = False
    bullet: bool = False


class Box(NamedTuple):
    """One box of the figure: which nodes it stands for, and what is written in it."""

    id: str
    kind: str
    holds: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    about: bool = False
    stops: bool = False


class Tie(NamedTuple):
    """One line of the figure, from the box that stands higher to the lower one; `capacity` is written beside it."""

    type: str
    upper: str
    lower: str
    capacity: str


class Line(NamedTuple):
    """One line of writing in a box, so far in from its left edge."""

    text: str
    bold: bool
    quiet: bool
    indent: float = 0.0


class Sized(NamedTuple):
    """A box with its words wrapped, and its size in points."""

    box: Box
    lines: tuple[Line, ...]
    width: float
    height: float

    @property
    def listed(self) -> bool:
        """Whether its lines begin at the left."""
        return any(one.bullet for one in self.box.paragraphs)


def boxes_and_ties(part: Part) -> tuple[tuple[Box, ...], tuple[Tie, ...]]:
    """The boxes and ties of a part, each in one order for the same part; every node is in one box."""
    units = _units(part)
    of = {id_: unit[0] for unit in units for id_ in unit}
    ties = _ties(part.facts, of)
    groups = _groups(part, units, ties)
    boxes = [_box(part, group, ties) for group in groups]
    home = {unit[0]: box.id for group, box in zip(groups, boxes, strict=True) for unit in group}
    same = _shared([tie._replace(upper=home[tie.upper], lower=home[tie.lower]) for tie in ties])
    alone = {box.id for group, box in zip(groups, boxes, strict=True) if len(group) == 1}
    joined: dict[Tie, None] = {}
    for tie in ties:
        upper, lower = home[tie.upper], home[tie.lower]
        shared = {upper, lower} <= alone or tie.capacity == same.get((tie.type, upper, lower))
        joined[Tie(tie.type, upper, lower, tie.capacity if shared else "")] = None
    return tuple(boxes), tuple(joined)


Unit = tuple[str, ...]
"""The nodes that stand in one box: the first gives it its name, kind and place."""


def _units(part: Part) -> list[Unit]:
    graph = Graph(tuple(part.nodes.values()), part.facts, ())
    lines = neighbours(graph)
    holder: dict[str, str] = {}
    for fact in part.facts:
        if fact.type == "HOLDS" and is_alone(lines, fact):
            holder[fact.target] = fact.source
    held = set(holder.values())
    return [(id_, holder[id_]) if id_ in holder else (id_,) for id_ in part.nodes if id_ not in held]


def _ties(facts: Iterable[Relationship], of: Mapping[str, str]) -> list[Tie]:
    ties = dict.fromkeys(
        Tie(fact.type, of[above(fact)], of[below(fact)], _capacity(fact))
        for fact in facts
        if of[fact.source] != of[fact.target]
    )
    return list(ties)


def _shared(ties: Iterable[Tie]) -> dict[tuple[str, str, str], str]:
    """The capacity of all ties of a type between two, where all of them are in the same."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for tie in ties:
        found[tie.type, tie.upper, tie.lower].add(tie.capacity)
    return {ends: next(iter(said)) for ends, said in found.items() if len(said) == 1}


def _capacity(fact: Relationship) -> str:
    said = " ".join(str(fact.attributes.get("as") or "").split())
    words = [] if said.casefold() in _PLAIN_SEATS else [said]
    return ", ".join([*words, "joint"] if fact.attributes.get("joint") else words)


def _groups(part: Part, units: Sequence[Unit], ties: Iterable[Tie]) -> list[list[Unit]]:
    """The units by box: those that have the same few ties with the same others stand in one list."""
    about = {node.id for node in part.about}
    near: dict[str, set[tuple[str, bool, str]]] = defaultdict(set)
    for tie in ties:
        near[tie.upper].add((tie.type, True, tie.lower))
        near[tie.lower].add((tie.type, False, tie.upper))
    alike: dict[object, list[Unit]] = defaultdict(list)
    for unit in units:
        id_ = unit[0]
        by_itself = bool(about & {*unit}) or not 0 < len(near[id_]) <= _MOST_TIES_IN_A_LIST or id_ in part.more
        key = (part.nodes[id_].kind, id_ in part.stops, frozenset(near[id_]))
        alike[id_ if by_itself else key].append(unit)
    groups = [[unit] for group in alike.values() if len(group) < _FEWEST_IN_A_LIST for unit in group]
    groups += [group for group in alike.values() if len(group) >= _FEWEST_IN_A_LIST]
    return sorted(groups, key=lambda group: (_KINDS.index(part.nodes[group[0][0]].kind), _name(part, group[0])))


def _box(part: Part, group: Sequence[Unit], ties: Sequence[Tie]) -> Box:
    first = part.nodes[group[0][0]]
    holds = tuple(id_ for unit in group for id_ in unit)
    about = bool({node.id for node in part.about} & {*holds})
    if len(group) > 1:
        items = together(_item(part, unit, _seat(unit[0], group, ties)) for unit in group)
        heading = Paragraph(f"{len(group)} {KINDS[first.kind].plural}", bold=True)
        listed = (heading, *(Paragraph(item, bullet=True) for item in items))
        return Box(f"list of {first.id}", first.kind, holds, listed, stops=first.id in part.stops)
    told = [Paragraph(_name(part, group[0]), bold=about)]
    told += [Paragraph(part.nodes[id_].name, bold=about, quiet=not about) for id_ in group[0][1:]]
    if more := part.more.get(first.id):
        told.append(Paragraph(f"+ {more} line{'' if more == 1 else 's'} not shown", quiet=True))
    return Box(first.id, first.kind, holds, tuple(told), about, first.id in part.stops)


def _seat(id_: str, group: Sequence[Unit], ties: Sequence[Tie]) -> str:
    """In what capacity one of a list has its ties, where the others of the list are not in the same."""
    by_unit = {unit[0]: sorted({tie.capacity for tie in ties if unit[0] in tie[1:3]} - {""}) for unit in group}
    alike = all(said == by_unit[id_] for said in by_unit.values())
    return "" if alike else ", ".join(by_unit[id_])


def _name(part: Part, unit: Unit) -> str:
    return written(part.nodes[unit[0]])


def written(node: Node) -> str:
    """What is written in a box for a node: its whole name; of an action, as much as tells it from others."""
    name = plainly(title_of(node))
    return short(name, _LONGEST_NAME[node.kind]) if node.kind in _LONGEST_NAME else name


def _item(part: Part, unit: Unit, capacity: str) -> str:
    people = "".join(f" – {part.nodes[id_].name}" for id_ in unit[1:])
    return f"{title_of(part.nodes[unit[0]])}{people}{f' ({capacity})' if capacity else ''}"


def aside_of(kind: str) -> float:
    """The room between the words and the sides of a box, in points."""
    return _ASIDE + ASIDE.get(kind, 0.0)


def sized(box: Box, size: float, room: float) -> Sized:
    """The box with its words wrapped to so much room, all in points; a list has more room."""
    listed = any(one.bullet for one in box.paragraphs)
    room = room * 1.4 if listed else room
    lines: list[Line] = []
    for one in box.paragraphs:
        indent = width("• ", size) if one.bullet else 0.0
        wrapped = wrap(one.text, room - indent, size, bold=one.bold)
        marks = ["• " if one.bullet and not number else "" for number in range(len(wrapped))]
        lines += [
            Line(mark + text, one.bold, one.quiet, 0.0 if mark else indent)
            for mark, text in zip(marks, wrapped, strict=True)
        ]
    wide = max(line.indent + width(line.text, size, bold=line.bold) for line in lines)
    return Sized(box, tuple(lines), wide + 2 * aside_of(box.kind), len(lines) * size * LEADING + 2 * _ABOVE)
