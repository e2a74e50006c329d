"""Who a cell, a lead line or a line of a list names.

Cells hold several owners with nothing between them, posts before or after names, bodies by abbreviation. The cell is
read as units; the grammar below, over one letter for each unit, says how units make an owner.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sysgraph.extraction.initials import is_person
from sysgraph.extraction.lexicon import NOTHING, TO_BE_CONFIRMED
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.references import Circles
from sysgraph.extraction.units import Unit, units
from sysgraph.model import Mention

# P person, T post, B body; marks stand for themselves. The first that fits is taken.
_GRAMMAR = (
    ("body, person, post", r"B[-:,]?P[-,:(\n]*T\)?(?:[-,(]*B\)?)?"),
    ("body, person", r"B(?:[-:,]?P|\(P\))(?![-,(\n]*B)"),
    ("person, post, body", r"P[-,:(\n]*T\)?[-,(\n]*B\)?(?:&B)*"),
    ("person, post", r"P[-,:(\n]*T\)?"),
    ("person, body", r"P[-,(]*B\)?"),
    ("person", r"P"),
    ("post, body, person", r"T[-,(\n]*B\)?(?:&B)*[-(:]+P\)?"),
    ("post, body", r"T[-,(\n]*B\)?(?:&B)*"),
    ("post, person, body", r"T[-,:(]+P\)?(?![-,(\n]*T)[-,(]*B?\)?"),
    ("body, post", r"B[-:,]?T(?![-,(]*B)"),
    ("post", r"T"),
    ("body", r"B"),
)
_OWNER = re.compile("|".join(f"(?:{pattern})" for _, pattern in _GRAMMAR))
_LABEL = re.compile(
    r"\b(?:lead|leads|owner|sro|support(?:ed by|ing)?|executive lead|exec lead|officer|member)\s*:", re.IGNORECASE
)
_LEFT_OPEN = re.compile(r"\W*(?:tb[acd]|to be (?:confirmed|agreed|appointed|identified|decided))\b", re.IGNORECASE)
_LONGEST_UNKNOWN = 8
# Parts that people play in a plan, which are no posts of theirs.
_CAPACITIES = frozenset({"sro", "senior responsible officer", "senior responsible owner", "lead", "sponsor", "owner"})


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner as the cell names it; start and end are offsets into the cell."""

    start: int
    end: int
    person: str | None = None
    posts: tuple[str, ...] = ()
    bodies: tuple[Mention, ...] = ()

    @property
    def kind(self) -> str:
        """The most precise kind named: person, post or body."""
        return "person" if self.person else "post" if self.posts else "body"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an owner cell says: its owners in order, its status, and what was read with a repair or not at all."""

    owners: tuple[Owner, ...]
    status: str  # named, collective, tbc or missing
    repairs: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def read_owners(text: str, names: Names, circles: Circles = (), initials: dict[str, str] | None = None) -> Reading:
    """The owners that a cell names; `initials` gives the people whom the document calls by theirs."""
    text = _LABEL.sub(lambda label: " " * len(label[0]), text)
    if TO_BE_CONFIRMED.match(text):
        return Reading((), "tbc")
    if NOTHING.match(text) and text.strip() not in (initials or {}):
        return Reading((), "missing")
    repairs: list[str] = []
    read = [_settled(unit, names, initials or {}, repairs) for unit in units(text, names, circles)]
    owners = tuple(_shared(list(_owners(read)), read))
    unread = tuple(unit.text for unit in read if unit.symbol == "U" and unit.text[0].isalnum())
    symbols = {unit.symbol for unit in read}
    if not owners and _LEFT_OPEN.match(text):
        return Reading((), "tbc", tuple(repairs))
    if not owners and not symbols & {"C", "X"}:
        owners = _unknown(text)
        unread = () if owners else (text,)
    if owners:
        return Reading(owners, "named", tuple(repairs), unread)
    status = "collective" if "C" in symbols else "tbc" if "X" in symbols else "named"
    return Reading((), status, tuple(repairs), unread)


def _settled(unit: Unit, names: Names, initials: dict[str, str], repairs: list[str]) -> Unit:
    """A unit of capitals or of department words, as the person or body that it is."""
    key = initials.get(unit.text, "") if unit.symbol in {"I", "B"} else ""
    if key and is_person(key):
        return replace(unit, symbol="P", text=key, mention=None)
    if unit.symbol == "I":
        return _department(unit, key) if key else _of_capitals(unit, names, repairs)
    return _department(unit, unit.text) if unit.symbol == "D" else unit


def _of_capitals(unit: Unit, names: Names, repairs: list[str]) -> Unit:
    """Capitals that the document does not explain: a slip of the pen, else the initials of a person, else a body."""
    if meant := names.slip(unit.text):
        repairs.append(f"“{unit.text}” is read as “{meant.name}”: one letter from its abbreviation in this document")
        return replace(unit, symbol="B", mention=meant)
    if len(unit.text) == 2 or not unit.text.isupper():
        return replace(unit, symbol="P")
    return replace(unit, symbol="B", mention=Mention("Organisation", unit.text, written=unit.text))


def _department(unit: Unit, name: str) -> Unit:
    return replace(unit, symbol="B", mention=Mention("Organisation", name, written=unit.text, category="department"))


def _owners(read: list[Unit]) -> Iterator[Owner]:
    read = list(_without_capacities(read))
    letters = "".join(unit.symbol for unit in read)
    for match in _OWNER.finditer(letters):
        part = read[match.start() : match.end()]
        yield Owner(
            start=part[0].start,
            end=part[-1].end,
            person=next((unit.text for unit in part if unit.symbol == "P"), None),
            posts=tuple(unit.text for unit in part if unit.symbol == "T"),
            bodies=tuple(dict.fromkeys(unit.mention for unit in part if unit.mention)),
        )


def _without_capacities(read: list[Unit]) -> Iterator[Unit]:
    """The units, a capacity joined to the post of the one who has it: "SRO / Chief Executive" is one."""
    start: int | None = None
    for index, unit in enumerate(read):
        marks = "".join(other.symbol for other in read[index : index + 3])
        if marks == "T/T" and unit.text.lower() in _CAPACITIES:
            start = unit.start
        elif start is not None and unit.symbol == "T":
            yield replace(unit, start=start)
            start = None
        elif start is None:
            yield unit


def _shared(owners: list[Owner], read: list[Unit]) -> list[Owner]:
    """The owners, with the body of "A and B, Body" given to A too."""
    marks = {unit.start: unit.symbol for unit in read}
    for index in range(len(owners) - 2, -1, -1):
        one, following = owners[index], owners[index + 1]
        between = [symbol for start, symbol in sorted(marks.items()) if one.end <= start < following.start]
        if one.posts and not one.bodies and following.posts and following.bodies and between in (["&"], ["/"]):
            owners[index] = replace(one, bodies=following.bodies)
    return owners


def _unknown(text: str) -> tuple[Owner, ...]:
    """A short name that the grammar does not know, taken as a body of that name."""
    name = " ".join(text.split())
    if not name[0].isupper() or len(name.split()) > _LONGEST_UNKNOWN:
        return ()
    return (Owner(0, len(text), bodies=(Mention("Organisation", name, written=name),)),)
