"""How the numbers of lists are counted and written."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_MOST_LETTERS = 26 * 30
_LEVELS = 10
_GREATEST = 1_000_000


class Counts:
    """The numbers that a list has come to, level by level, from 0."""

    def __init__(self) -> None:
        self._values: list[int | None] = [None] * _LEVELS
        self._starts: dict[int, int] = {}

    def next(self, level: int, start_of: Callable[[int], int], keeps: Callable[[int], bool] = lambda _: False) -> None:
        """Nothing; the number of a level goes on by one, and those below it, but for what it `keeps`, begin anew."""
        for above in range(level):
            if self._values[above] is None:
                self._values[above] = self._start(above, start_of)
        before = self._values[level]
        self._values[level] = self._start(level, start_of) if before is None else min(before + 1, _GREATEST)
        for below in range(level + 1, _LEVELS):
            if not keeps(below):
                self._values[below] = None

    def begin(self, level: int, start: int) -> None:
        """Nothing; the next number of this level will be that."""
        self._starts[level] = start
        self._values[level] = None

    def at(self, level: int) -> int:
        """The number of a level, 0 where none has been given."""
        return self._values[level] or 0

    def _start(self, level: int, start_of: Callable[[int], int]) -> int:
        return min(max(self._starts.get(level, start_of(level)), 0), _GREATEST)


def numeral(value: int, form: str) -> str:
    """A number as a list shows it; the forms are those of Word (ECMA-376, 17.18.59), others are written in figures."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{value:02d}"
    if form == "ordinal":
        return f"{value}{_ordinal(value)}"
    if form in ("lowerRoman", "upperRoman") and 0 < value <= _MOST_ROMAN:
        return _cased(_roman(value), form)
    if form in ("lowerLetter", "upperLetter") and 0 < value <= _MOST_LETTERS:
        # After z comes aa, then bb.
        return _cased(chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1), form)
    return str(value)


def _cased(letters: str, form: str) -> str:
    return letters.upper() if form.startswith("upper") else letters


def _roman(value: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        letters += letter * (value // worth)
        value %= worth
    return letters


def _ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
