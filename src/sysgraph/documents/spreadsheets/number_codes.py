"""The number formats of a workbook, taken apart: "[$-809]dd mmmm yyyy;@" as the pieces that say what is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<clock>AM/PM|A/P)|(?P<general>General)|'
    r"(?P<date>[dD]+|[mM]+|[yY]+|[hH]+|[sS]+(?:\.0+)?)|(?P<power>[eE][+-])|(?P<place>[0#?])|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-.*)?$")
_CONDITION = re.compile(r"(?P<how>>=|<=|<>|>|<|=)\s*(?P<than>-?\d+(?:\.\d+)?)$")
_ELAPSED = re.compile(r"(?:h+|m+|s+)$", re.IGNORECASE)
_LONGEST = 255  # what a workbook may write as one format
# The locale that says "as this computer writes long dates" and the one that says so of times.
_SYSTEM = {"$-f800": "dd mmmm yyyy", "$-f400": "hh:mm:ss"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a format: literal words, a run of a date's letters, or a mark of a number."""

    sort: str  # literal, date, elapsed, clock, place, power, general, or the mark itself: "." "," "%" "@" "/"
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of the parts of a format that a semicolon parts, each for numbers of its own sort."""

    pieces: tuple[Piece, ...]
    how: str = ""  # ">=", where the section says itself which numbers are its own
    than: float = 0.0

    def has(self, *sorts: str) -> bool:
        """Whether a piece of one of these sorts is among them."""
        return any(piece.sort in sorts for piece in self.pieces)


@lru_cache(maxsize=1024)
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format, at least one."""
    found: list[Section] = []
    for part in _parts(code[:_LONGEST]):
        pieces: list[Piece] = []
        how, than = "", 0.0
        for match in _PIECE.finditer(part):
            bracket = match["bracket"]
            if bracket is not None and (condition := _CONDITION.match(bracket)):
                how, than = condition["how"], float(condition["than"])
            elif bracket is not None and bracket.lower() in _SYSTEM:
                pieces = list(sections_of(_SYSTEM[bracket.lower()])[0].pieces)
                break
            else:
                pieces += _piece(match)
        found.append(Section(tuple(_minutes(pieces)), how, than))
    return tuple(found)


def _parts(code: str) -> Iterator[str]:
    """The parts between semicolons that stand neither in quotes nor after a backslash."""
    part = ""
    for match in re.finditer(r'"[^"]*"?|\\.|\[[^\]]*\]|[^;]|;', code, re.DOTALL):
        if match[0] == ";":
            yield part
            part = ""
        else:
            part += match[0]
    yield part


def _piece(match: re.Match[str]) -> Iterator[Piece]:
    kind, text = match.lastgroup, match[0]
    if kind == "bracket":
        inside = match["bracket"]
        if _ELAPSED.match(inside):
            yield Piece("elapsed", inside.lower())
        elif (currency := _CURRENCY.match(inside)) and currency["sign"]:
            yield Piece("literal", currency["sign"])
    elif kind in ("quoted", "escaped"):
        yield Piece("literal", match[kind])
    elif kind in ("date", "clock", "general", "place", "power"):
        yield Piece(kind, text.lower() if kind == "date" else text)
    elif text in (".", ",", "%", "@", "/"):
        yield Piece(text, text)
    elif kind == "other":
        yield Piece("literal", text)


def _minutes(pieces: list[Piece]) -> list[Piece]:
    """The pieces, an "m" after hours or before seconds told apart as minutes ("n")."""
    found = list(pieces)
    times = [index for index, piece in enumerate(found) if piece.sort in ("date", "elapsed")]
    for place, index in enumerate(times):
        piece = found[index]
        if piece.sort == "date" and piece.text in ("m", "mm"):
            before = found[times[place - 1]].text[0] if place else ""
            after = found[times[place + 1]].text[0] if place + 1 < len(times) else ""
            if before == "h" or after == "s":
                found[index] = Piece("date", piece.text.replace("m", "n"))
    return found


@lru_cache(maxsize=1024)
def month_first(code: str) -> bool:
    """Whether a format writes dates in figures with the month before the day, as Americans do: "mm/dd/yyyy"."""
    letters = [piece.text for piece in sections_of(code)[0].pieces if piece.sort == "date"]
    days = [index for index, run in enumerate(letters) if run in ("d", "dd")]
    months = [index for index, run in enumerate(letters) if run in ("m", "mm")]
    years = [index for index, run in enumerate(letters) if run[0] == "y"]
    return bool(days and months) and months[0] == days[0] - 1 and not (years and years[0] < months[0])
