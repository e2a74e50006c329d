"""What the words of one date say: functions that read a match of its form into a `Mention`.

Each takes the match and how the text is read, and gives nothing where the words turn out to be something else.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from sysgraph.extraction.dates.words import MONTHS, PREPOSITION, QUARTERS, SEASONS, TITLE


@dataclass(frozen=True, slots=True)
class Mention:
    """One date as written: its offsets, and only what its own words say."""

    start: int
    end: int
    year: int | None
    month: int | None = None  # of a quarter, a season or a double year: its first
    day: int | None = None
    months: int = 1
    season: bool = False
    weekday: int | None = None
    about: bool = False
    edge: str = ""  # "first" or "last": the beginning or the end of it is meant


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text is read: by its document's own date, and as running prose or as a cell."""

    anchor: date | None
    prose: bool = False

    def takes_as_year(self, two_digits: str) -> bool:
        """Whether "18" of "Feb 18" is a year: within ten years of the anchor; without one, 2013 to 2049."""
        year = 2000 + int(two_digits)
        return abs(year - self.anchor.year) <= 10 if self.anchor else 2013 <= year <= 2049


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def _is_name_of_month(word: str) -> bool:
    """Whether a month without a year is meant as one: "may" and "march" are words of their own."""
    return word[0].isupper() or word.lower() not in {"may", "march", "mar"}


def calendar(match: re.Match[str], reading: Reading) -> Mention | None:
    """A day, a month or a year from the groups `day`, `month` or `mon`, `year` or `yy`, whichever are there."""
    said = match.groupdict()
    word, two_digits = said.get("month"), said.get("yy")
    if two_digits and not reading.takes_as_year(two_digits):
        return None
    year = said.get("year") or two_digits
    if year is None and word and not (said.get("nth") or _is_name_of_month(word)):
        return None
    return Mention(
        match.start(),
        match.end(),
        year=_full_year(year) if year else None,
        month=MONTHS[word.lower()] if word else int(said["mon"]) if said.get("mon") else None,
        day=int(said["day"]) if said.get("day") else None,
    )


def numeric(match: re.Match[str], reading: Reading) -> Mention | None:
    """Day first, always; "6.1.12" is the number of a paragraph rather than a day."""
    day, month, year = match["day"], match["mon"], match["year"]
    doubtful = match["sep"] != "/" and len(year) == 2 and not len(day) == len(month) == 2
    if doubtful and (reading.prose or int(year) <= 12 or not reading.takes_as_year(year)):
        return None
    return calendar(match, reading)


def month_and_digits(match: re.Match[str], reading: Reading) -> Mention | None:
    """A month of a year ("Feb 18"); where the digits cannot be its year a day, which prose does not write so."""
    read = calendar(match, reading)
    if read is None and not reading.prose and 1 <= int(match["yy"]) <= 31 and _is_name_of_month(match["month"]):
        return Mention(match.start(), match.end(), None, MONTHS[match["month"].lower()], int(match["yy"]))
    return read


def month_alone(match: re.Match[str], reading: Reading) -> Mention | None:
    """A month and no more, with its capital, and nobody's name; in prose after a preposition only ("in May")."""
    word = match["month"]
    if not word[0].isupper() or TITLE.search(_before(match)):
        return None
    if reading.prose and (word == "MAR" or not PREPOSITION.search(_before(match))):  # as in "MAR charts"
        return None
    return calendar(match, reading)


def year_alone(match: re.Match[str], reading: Reading) -> Mention | None:
    """A year and no more, of those that a plan may speak of; in prose after a preposition only."""
    read = calendar(match, reading)
    likely = read and read.year and 1990 <= read.year <= 2049
    return read if likely and (not reading.prose or PREPOSITION.search(_before(match))) else None


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 40) : match.start()]


def day_and_month(match: re.Match[str], reading: Reading) -> Mention | None:
    """A day such as "31/03"; not "3/12", three months to a clinician, nor "11/12", which may be a double year."""
    day, month = int(match["day"]), int(match["mon"])
    padded = len(match["day"]) == len(match["mon"]) == 2
    return calendar(match, reading) if month <= 12 and (day > 12 or (padded and day + 1 != month)) else None


def _double_year(match: re.Match[str], reading: Reading) -> int | None:
    """The first year of "2018/19"; nothing if the second is not the next, or the pair is too short to be likely."""
    first, second = match["first"], match["second"]
    year = int(first) + (2000 if len(first) == 2 else 0)
    if int(second) % 100 != (year + 1) % 100 or (len(second) == 4 and second != str(year + 1)):
        return None
    return year if len(first) == 4 or (len(second) == 2 and reading.takes_as_year(first)) else None


def _april_year(match: re.Match[str], reading: Reading) -> int | None:
    """The calendar year in which the financial year of the match begins, written "2018/19" or by its first year."""
    said = match.groupdict()
    return _double_year(match, reading) if said.get("first") else int(said["year"])


def financial(match: re.Match[str], reading: Reading) -> Mention | None:
    """A financial year; "18/19" alone is one in a cell only, "2018 - 2019" is a range of two years."""
    year = _double_year(match, reading)
    short, said = len(match["first"]) == 2, bool(match["said"])
    if short and not said and (reading.prose or match["sep"] != "/" or int(match["second"]) <= 12):
        return None
    spaced_range = len(match["second"]) == 4 and match["sep"].strip() != match["sep"]
    return Mention(match.start(), match.end(), year, 4, months=12) if year and not spaced_range else None


def this_financial(match: re.Match[str], reading: Reading) -> Mention | None:
    """The financial year in which the document was written ("end of financial year")."""
    anchor = reading.anchor
    year = anchor.year - (anchor.month < 4) if anchor else None
    return Mention(match.start(), match.end(), year, 4, months=12, edge="last" if match["closing"] else "")


def academic(match: re.Match[str], reading: Reading) -> Mention | None:
    """A school year, of the twelve months from September."""
    year = _double_year(match, reading)
    return Mention(match.start(), match.end(), year, 9, months=12) if year else None


def month_of_financial(match: re.Match[str], reading: Reading) -> Mention | None:
    """A month of a financial year: "January 2018/19" is in 2019."""
    year, month = _double_year(match, reading), MONTHS[match["month"].lower()]
    return Mention(match.start(), match.end(), year + (month < 4), month) if year else None


def quarter(match: re.Match[str], reading: Reading) -> Mention | None:
    """A quarter of a financial year: the fourth is of the calendar year after."""
    year, month = _april_year(match, reading), QUARTERS[match["count"].lower()]
    return Mention(match.start(), match.end(), year + (month < 4), month, months=3) if year else None


def quarter_alone(match: re.Match[str], reading: Reading) -> Mention | None:
    """A quarter of a year that its own words do not give."""
    return Mention(match.start(), match.end(), None, QUARTERS[match["count"].lower()], months=3)


def half(match: re.Match[str], reading: Reading) -> Mention | None:
    """The first or the second half of a financial year."""
    year = _april_year(match, reading)
    return Mention(match.start(), match.end(), year, 4 if match["half"] == "1" else 10, months=6) if year else None


def season(match: re.Match[str], reading: Reading) -> Mention | None:
    """A season, by the year in which it begins; a school term of that name is about the season."""
    two_digits = match["yy"]
    if two_digits and not reading.takes_as_year(two_digits):
        return None
    year = _full_year(two_digits) if two_digits else _april_year(match, reading)
    return replace(_season_named(match), year=year) if year else None


def season_alone(match: re.Match[str], reading: Reading) -> Mention | None:
    """A season of a year that its own words do not give, with its capital."""
    return _season_named(match) if match["season"][0].isupper() else None


def _season_named(match: re.Match[str]) -> Mention:
    month = SEASONS[match["season"].lower()]
    return Mention(match.start(), match.end(), None, month, months=3, season=True, about=bool(match["term"]))


def christmas(match: re.Match[str], reading: Reading) -> Mention | None:
    """The December of a Christmas."""
    read = calendar(match, reading)
    return read and replace(read, month=12)
