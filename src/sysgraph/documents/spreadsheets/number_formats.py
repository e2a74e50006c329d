"""What a cell with a number shows: a date as its format writes it, a percentage, pounds, a reference like "6.10"."""

import operator
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from sysgraph.documents.spreadsheets.number_codes import Piece, Section, month_first, sections_of

USUAL_DATE = "dd/mm/yyyy"
"""How a day is shown where nothing says how: as British computers do."""

_MONTHS = ("January February March April May June July August September October November December").split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LAST_DAY = 2958465  # 31 December 9999, with which every spreadsheet ends
_LEAP_OF_1900 = 60  # the day that 1900 did not have and that these numbers count
_MOST_DIGITS = 15  # that a number of a workbook can be trusted with
_MOST_DECIMALS = 12
_LARGEST = 1e15
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, "<>": operator.ne, ">": operator.gt, "<": operator.lt, "=": operator.eq,
}  # fmt: skip


@lru_cache(maxsize=8192)
def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """The words that a cell shows for a number under a format, with dates in figures day first.

    What no format of its kind can show (a day before 1900) is shown as a plain number.
    """
    section, bare = _section(value, sections_of(code))
    if not section.pieces:
        return ""  # a format that hides what it is given
    if section.has("date", "elapsed"):
        if value == 0 and any(piece.sort == "date" and piece.text[0] in "dmy" for piece in section.pieces):
            return ""  # a formula that points to an empty cell; sheets show a day of no month, "Jan-00"
        return _date(value, section, month_first(code), from_1904=from_1904)
    if section.has("general") or not section.has("place"):
        number = general(bare)
        text = "".join(number if piece.sort in ("general", "@") else _literal(piece) for piece in section.pieces)
        return text.strip()
    if section.has("/", "power") or abs(bare) >= _LARGEST:
        return general(value)
    return _number(bare, section).strip()


def shown_words(words: str, code: str) -> str:
    """The words that a cell shows for words under a format: a fourth part may add to them, or hide them."""
    sections = sections_of(code)
    if len(sections) < 4 and not (len(sections) == 1 and sections[0].has("@")):
        return words
    pieces = sections[-1].pieces
    return "".join(words if piece.sort == "@" else _literal(piece) for piece in pieces) if pieces else ""


def general(value: float) -> str:
    """A number as a cell without a format shows it, free of the errors of binary fractions."""
    if value == int(value) and abs(value) < _LARGEST:
        return str(int(value))
    text = f"{value:.10g}"
    return f"{Decimal(text):f}" if "e-" in text and abs(value) > 1e-9 else text.upper()


def is_date(code: str) -> bool:
    """Whether numbers under this format are days or times."""
    return sections_of(code)[0].has("date", "elapsed")


def serial(when: datetime) -> float:
    """The number that a workbook keeps for a day of the Gregorian calendar since March 1900, with its time."""
    return (when - datetime(1899, 12, 30)) / timedelta(days=1)


def _literal(piece: Piece) -> str:
    return piece.text if piece.sort in ("literal", "%", ".", ",", "/") else ""


def _section(value: float, sections: Sequence[Section]) -> tuple[Section, float]:
    """The section that is for a number, and the number as it is written there (a section for debts has no minus)."""
    numeric = sections[:3] if len(sections) == 4 else sections
    if any(section.how for section in numeric):
        fitting = (one for one in numeric if not one.how or _COMPARE[one.how](value, one.than))
        return next(fitting, numeric[-1]), value
    if value < 0 and len(numeric) > 1:
        return numeric[1], -value
    if value == 0 and len(numeric) > 2:
        return numeric[2], value
    return numeric[0], value


def _date(value: float, section: Section, swapped: bool, *, from_1904: bool) -> str:
    days = value + 1462 if from_1904 else value
    if not 0 <= days < _LAST_DAY:
        return general(value)
    pieces = _day_first(section.pieces) if swapped else list(section.pieces)
    fine = max((len(piece.text.partition(".")[2]) for piece in pieces), default=0)
    unit = Decimal(10) ** -min(fine, 6)
    seconds = Decimal(repr(days * 86400)).quantize(unit, ROUND_HALF_UP)
    base = datetime(1899, 12, 30) if days >= _LEAP_OF_1900 else datetime(1899, 12, 31)
    when = base + timedelta(microseconds=int(seconds * 1_000_000))
    halves = section.has("clock")
    return "".join(_dated(piece, when, seconds, halves) for piece in pieces).strip()


def _day_first(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a date in figures that stands month first, day first."""
    found = list(pieces)
    month = next(index for index, piece in enumerate(found) if piece.text in ("m", "mm"))
    day = next(index for index, piece in enumerate(found) if piece.text in ("d", "dd"))
    found[month], found[day] = found[day], found[month]
    return found


def _dated(piece: Piece, when: datetime, seconds: Decimal, halves: bool) -> str:
    """One piece of a date; `halves` where the hours are those of the morning or the afternoon."""
    if piece.sort == "clock":
        word = "AM" if when.hour < 12 else "PM"
        return word if len(piece.text) > 3 else word[0]
    if piece.sort == "elapsed":
        whole = int(seconds // {"h": 3600, "m": 60, "s": 1}[piece.text[0]])
        return str(whole).zfill(len(piece.text))
    if piece.sort != "date":
        return _literal(piece)
    letter, width = piece.text[0], len(piece.text.partition(".")[0])
    if letter == "s" and "." in piece.text:
        return f"{seconds % 60:0{3 + len(piece.text.partition('.')[2])}f}"
    if letter == "y":
        return f"{when.year:04d}" if width > 2 else f"{when.year % 100:02d}"
    if letter == "m" and width > 2:
        name = _MONTHS[when.month - 1]
        return name if width == 4 else name[:1] if width == 5 else name[:3]
    if letter == "d" and width > 2:
        name = _DAYS[when.weekday()]
        return name if width > 3 else name[:3]
    hour = (when.hour % 12 or 12) if halves else when.hour
    number = {"d": when.day, "m": when.month, "h": hour, "n": when.minute, "s": when.second}[letter]
    return str(number).zfill(min(width, 2))


def _number(value: float, section: Section) -> str:
    """A number with digits in the places of its section and its words where they stand."""
    pieces = section.pieces
    places = [index for index, piece in enumerate(pieces) if piece.sort == "place"]
    point = next((index for index, piece in enumerate(pieces) if piece.sort == "."), len(pieces))
    whole = [index for index in places if index < point]
    parts = [index for index in places if index > point][:_MOST_DECIMALS]
    commas = [index for index, piece in enumerate(pieces) if piece.sort == ","]
    end = whole[-1] if whole else -1
    thousands = sum(end < index < point or index > places[-1] for index in commas)
    scale = 2 * sum(piece.sort == "%" for piece in pieces) - 3 * thousands
    exact = Decimal(f"{value:.{_MOST_DIGITS}g}").scaleb(scale).quantize(Decimal(10) ** -len(parts), ROUND_HALF_UP)
    before, _, after = f"{abs(exact):f}".partition(".")
    grouped = any(whole and whole[0] < index < end for index in commas)
    written = {**_whole(before, [(index, pieces[index].text) for index in whole], grouped=grouped)}
    written |= _fraction(after, [(index, pieces[index].text) for index in parts])
    written |= dict.fromkeys(commas, "")
    text = "".join(written.get(index, _literal(piece)) for index, piece in enumerate(pieces))
    return f"-{text.lstrip()}" if exact < 0 else text


def _whole(digits: str, places: Sequence[tuple[int, str]], *, grouped: bool) -> dict[int, str]:
    """The digits before the point, each in its place and all that are left over in the first."""
    digits = digits.lstrip("0").zfill(sum(place == "0" for _, place in places))
    if grouped:
        return {index: "" for index, _ in places} | {places[0][0]: f"{int(digits):,}" if digits else ""}
    written: dict[int, str] = {}
    for index, _ in reversed(places[1:]):
        written[index], digits = digits[-1:], digits[:-1]
    return written | ({places[0][0]: digits} if places else {})


def _fraction(digits: str, places: Sequence[tuple[int, str]]) -> dict[int, str]:
    """The digits after the point, noughts at the end only where a place asks for them."""
    kept = len(digits)
    while kept and digits[kept - 1] == "0" and places[kept - 1][1] != "0":
        kept -= 1
    return {index: digit for (index, _), digit in zip(places, digits[:kept], strict=False)}
