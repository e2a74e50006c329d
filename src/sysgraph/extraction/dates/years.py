"""Dates that lack a year given one, by their neighbours and their document; and dates written as EDTF."""

import re
from dataclasses import replace
from datetime import date

from sysgraph.extraction.dates.edtf import later_month, written
from sysgraph.extraction.dates.forms import scan
from sysgraph.extraction.dates.readers import Mention, Reading
from sysgraph.extraction.dates.words import LIST, RANGE, SERIES

# How many months a date without a year may lie before its document, of the twelve that it may lie in. A plan looks
# ahead and back over its last quarter (in one of March, December is past, November to come); prose looks both ways.
_BACK_IN_A_CELL = 3
_BACK_IN_PROSE = 6


def dated(text: str, reading: Reading) -> list[Mention]:
    """The dates of a plain text in its order, with a year wherever their neighbours or the anchor give one."""
    mentions = scan(text, reading)
    for index in reversed(range(len(mentions) - 1)):
        if joined(text, mentions[index], mentions[index + 1]):
            mentions[index] = _dated_by_next(mentions[index], mentions[index + 1])
    for index in range(1, len(mentions)):
        if joined(text, mentions[index - 1], mentions[index]):
            mentions[index] = _dated_by_last(mentions[index], mentions[index - 1])
    return [_dated_by_anchor(mention, reading) for mention in mentions]


def joined(text: str, earlier: Mention, later: Mention) -> re.Match[str] | None:
    """Whether nothing but a dash, "and", a comma or the like stands between two dates."""
    gap = text[earlier.end : later.start]
    return RANGE.fullmatch(gap) or LIST.fullmatch(gap) or SERIES.fullmatch(gap)


def edtf(mention: Mention) -> str | None:
    """The EDTF of a date; nothing where its year is unknown or the calendar has no such day."""
    mention = _narrowed(mention)
    year, month = mention.year, mention.month
    if year is None or (month is None and mention.day is not None):
        return None
    mark = "~" if mention.about else ""
    if mention.season and month is not None:
        return f"{year:04}-{20 + month // 3}{mark}" if written(year, month, None) else None
    value = written(year, month, mention.day)
    if value is None or month is None or mention.months == 1:
        return value and value + mark
    until = written(*later_month(year, month, mention.months - 1), None)
    return until and f"{value}{mark}/{until}{mark}"


def _narrowed(mention: Mention) -> Mention:
    """The last month of "end of Q3", the first of "start of 2018"; a day, a month and a season stay as they are."""
    if not mention.edge or mention.year is None or mention.day is not None or mention.season:
        return mention
    if mention.month is None:
        return replace(mention, month=1 if mention.edge == "first" else 12)
    if mention.edge == "first":
        return replace(mention, months=1)
    year, month = later_month(mention.year, mention.month, mention.months - 1)
    return replace(mention, year=year, month=month, months=1)


def _dated_by_next(mention: Mention, following: Mention) -> Mention:
    """The earlier of two joined dates, with the later one's year: "4th and 8th September", "Nov - Feb 2019"."""
    if mention.month is None and mention.day is not None:
        mention = replace(mention, month=following.month)
    if mention.year is not None or following.year is None:
        return mention
    before = following.month is None or _in_year(mention) <= _in_year(following)
    return replace(mention, year=following.year - (not before))


def _dated_by_last(mention: Mention, preceding: Mention) -> Mention:
    """The later of two joined dates, with the earlier one's year: "Dec 2018 - Feb"."""
    if mention.year is not None or preceding.year is None or mention.month is None:
        return mention
    after = preceding.month is None or _in_year(mention) >= _in_year(preceding)
    return replace(mention, year=preceding.year + (not after))


def _in_year(mention: Mention) -> tuple[int, int]:
    return mention.month or 0, mention.day or 0


def _dated_by_anchor(mention: Mention, reading: Reading) -> Mention:
    """The year that the weekday proves, of the three about the anchor; else the one within reach of the anchor."""
    anchor = reading.anchor
    if anchor is None or mention.year is not None or mention.month is None:
        return mention
    proven = [year for year in range(anchor.year - 1, anchor.year + 2) if _falls_on_its_weekday(mention, year)]
    if len(proven) == 1:
        return replace(mention, year=proven[0])
    back = _BACK_IN_PROSE if reading.prose else _BACK_IN_A_CELL
    _, months_ahead = divmod(mention.month - anchor.month + back, 12)
    return replace(mention, year=later_month(anchor.year, anchor.month, months_ahead - back)[0])


def _falls_on_its_weekday(mention: Mention, year: int) -> bool:
    if mention.weekday is None or written(year, mention.month, mention.day) is None:
        return False
    return date(year, mention.month or 1, mention.day or 1).weekday() == mention.weekday
