"""The days on which a value of EDTF (ISO 8601-2, Extended Date/Time Format, levels 0 and 1) begins and ends."""

import calendar
import re
from datetime import date

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?", re.ASCII)
_SEASON_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12}


def last_day(edtf: str) -> str | None:
    """The ISO day on which the value ends; nothing if it is no EDTF, or its end is open.

    EDTF names a season and gives it no days. These are the seasons of the Met Office, three whole months each, with
    winter named for the year it begins in, as "winter 2018/19" is `2018-24`: it ends with February of the next year.
    """
    bounds = _bounds(edtf.rpartition("/")[2])
    return bounds[1].isoformat() if bounds else None


def first_day(edtf: str) -> str | None:
    """The ISO day on which the value begins, by the same rules as `last_day`."""
    bounds = _bounds(edtf.partition("/")[0])
    return bounds[0].isoformat() if bounds else None


def _bounds(value: str) -> tuple[date, date] | None:
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    year = int(found[1])
    try:
        if found[2] is None:
            return date(year, 1, 1), date(year, 12, 31)
        month = int(found[2])
        if found[3] is not None:
            return date(year, month, int(found[3])), date(year, month, int(found[3]))
        if month in _SEASON_BEGINS:
            return _months(year, _SEASON_BEGINS[month], 3)
        return _months(year, month, 1)
    except (ValueError, OverflowError):  # no such month, day or year
        return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    begins = date(year, month, 1)
    last_year, last_month = later_month(year, month, count - 1)
    return begins, date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def later_month(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and the month that many months later."""
    years, months = divmod(month - 1 + count, 12)
    return year + years, months + 1


def written(year: int, month: int | None, day: int | None) -> str | None:
    """The EDTF of a year, a month or a day; nothing where the calendar has no such day."""
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    return "-".join(f"{part:0{width}}" for part, width in ((year, 4), (month, 2), (day, 2)) if part is not None)
