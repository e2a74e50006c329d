"""The numbers that Word puts before paragraphs, which stand nowhere in the text (ECMA-376, 17.9).

Plans have their references so: "6.1.2" is counted by the program, in the cells of a column too.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from sysgraph.documents.texts import Counts, numeral
from sysgraph.documents.word.names import W, number, on, value
from sysgraph.documents.word.styles import Numbered, Styles
from sysgraph.documents.wording import tidy

_LEVELS = 9
_LONGEST_LABEL = 60
_PLACE = re.compile(r"%([1-9])")


class Mark(NamedTuple):
    """What stands before a line of a list."""

    label: str  # "" for a dot
    depth: int  # from 1


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: int | None = None  # after which level, from 1; 0 for never; None for any above
    figures: bool = False  # the numbers above are shown in figures whatever their own form
    style: str | None = None


@dataclass(slots=True)
class _List:
    """One list of the document; several numberings may go on with it."""

    levels: dict[int, _Level]
    counts: Counts = field(default_factory=Counts)

    def next(self, level: int) -> None:
        """Nothing; the number of this level goes on by one."""
        self.counts.next(level, self._start, lambda below: self._keeps(below, level))

    def _start(self, level: int) -> int:
        return self.levels.get(level, _Level()).start

    def _keeps(self, below: int, level: int) -> bool:
        restarts = self.levels.get(below, _Level()).restarts
        return restarts is not None and level >= restarts


@dataclass(frozen=True, slots=True)
class _Numbering:
    identifier: str  # of the list
    starts: dict[int, int]
    levels: dict[int, _Level]  # its own, in place of the list's


class Numbers:
    """Counts the numbered paragraphs of a document, which are to be asked for in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._numberings: dict[str, _Numbering] = {}
        self._begun: defaultdict[str, bool] = defaultdict(bool)
        for one in () if root is None else root.iterchildren(f"{W}abstractNum"):
            identifier = value(one, "abstractNumId") or ""
            self._lists[identifier] = _List(_levels(one))
            if link := value(one.find(f"{W}numStyleLink")):
                self._links[identifier] = link
        for one in () if root is None else root.iterchildren(f"{W}num"):
            self._numberings[value(one, "numId") or ""] = _numbering(one)

    def mark(self, numbered: Numbered) -> Mark | None:
        """What stands before the next paragraph of a list, or nothing where it is of none."""
        numbering = self._numberings.get(numbered.identifier)
        found = None if numbering is None else self._lists.get(self._followed(numbering.identifier))
        if numbering is None or found is None:
            return None
        level = min(max(self._level(numbered, found), 0), _LEVELS - 1)
        if not self._begun[numbered.identifier]:
            self._begun[numbered.identifier] = True
            for one, start in numbering.starts.items():
                found.counts.begin(one, start)
        found.next(level)
        levels = {**found.levels, **numbering.levels}
        label = _label(level, levels, found.counts)
        is_dot = level in levels and levels[level].form == "bullet"
        return Mark(label, level + 1) if label or is_dot else None

    def _level(self, numbered: Numbered, found: _List) -> int:
        if numbered.level is not None:
            return numbered.level
        styled = (level for level, one in found.levels.items() if numbered.style and one.style == numbered.style)
        return next(styled, 0)

    def _followed(self, identifier: str) -> str:
        """The list itself, where one only names the style that has it."""
        link = self._links.get(identifier)
        numbering = self._numberings.get(self._styles.list_of(link) or "") if link else None
        return numbering.identifier if numbering else identifier


def _label(level: int, levels: dict[int, _Level], counts: Counts) -> str:
    own = levels.get(level, _Level(form="none"))
    if own.form == "bullet":
        return ""

    def shown(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        one = levels.get(at, _Level())
        form = "decimal" if own.figures and one.form != "none" else one.form
        return numeral(counts.at(at), form)

    return tidy(_PLACE.sub(shown, own.text)[:_LONGEST_LABEL])


def _levels(root: etree._Element) -> dict[int, _Level]:
    return {number(value(one, "ilvl")): _read(one) for one in root.iterchildren(f"{W}lvl")}


def _read(level: etree._Element) -> _Level:
    restart = value(level.find(f"{W}lvlRestart"))
    return _Level(
        number(value(level.find(f"{W}start")), 0),
        value(level.find(f"{W}numFmt")) or "decimal",
        value(level.find(f"{W}lvlText")) or "",
        None if restart is None else number(restart),
        bool(on(level, "isLgl")),
        value(level.find(f"{W}pStyle")),
    )


def _numbering(root: etree._Element) -> _Numbering:
    starts: dict[int, int] = {}
    levels: dict[int, _Level] = {}
    for one in root.iterchildren(f"{W}lvlOverride"):
        at = number(value(one, "ilvl"))
        start = one.find(f"{W}startOverride")
        if start is not None:
            starts[min(max(at, 0), _LEVELS - 1)] = number(value(start), 1)
        own = one.find(f"{W}lvl")
        if own is not None:
            levels[at] = _read(own)
    return _Numbering(value(root.find(f"{W}abstractNumId")) or "", starts, levels)
