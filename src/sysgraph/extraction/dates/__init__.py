"""Dates as English action plans write them, read into EDTF: day first, at the precision given, never with one invented.

`words` has the words, `forms` the forms of a date, `readers` what each form says, `years` the
dates that lack their year. This module says what the dates of a cell are: its end, its start, a former one.

Choices where a plan's words allow more than one: "early", "mid", "late" and "circa" make a date approximate
(`2018-05~`); "end of" a quarter, a financial year or a year is its last month, "start of" its first; a quarter of a
year named by one number is of the financial year that begins in it; a winter bears the year in which it begins; "Jan
2018 - ongoing" gives a start, "March 2018 and ongoing" and "Completed March 2018" an end.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sysgraph.extraction.dates.edtf import first_day, last_day
from sysgraph.extraction.dates.readers import Mention, Reading
from sysgraph.extraction.dates.words import BETWEEN, COMPANION, LEADS, LIST, RANGE, SMALL_LEAD, STATE, TRAILS, plain
from sysgraph.extraction.dates.years import dated, edtf, joined

__all__ = [
    "Found",
    "Span",
    "find_dates",
    "first_day",
    "is_date_like",
    "last_day",
    "read_date",
    "read_span",
    "share_of_dates",
]

_PLAIN = ""  # nothing said: an end
_END = "end"
_START = "start"
_FORMER = "former"
_ORIGINAL = "original"  # former if the cell gives another end

# Of the letters and digits of a cell: "HWB, 5 March 2018" is a date, "Dashboard by 5 March" a deed.
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class Span:
    """What a timescale cell says: EDTF of its end and of its start, and its text as written."""

    end: str | None
    start: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """One date in running prose: `text[start:end]` are its words, `edtf` its value."""

    start: int
    end: int
    edtf: str


def read_span(text: str, anchor: date | None = None) -> Span:
    """The end and the start that a cell of due dates or timescales gives, each the latest or earliest of several.

    A start after the end is dropped. A date without a year takes that of the date it is joined to ("Nov - Feb 2019"),
    else its month is one of the three before that of the anchor, the document's own date, or of the eight after, unless
    its weekday proves another year; without an anchor it gives nothing. If only the year of the document is known, let
    the anchor be a day of its April: the twelve months are then those of that year.
    """
    simple = plain(text)
    mentions = dated(simple, Reading(anchor))
    given: dict[str, list[str]] = {_END: [], _START: [], _FORMER: [], _ORIGINAL: []}
    for role, mention in zip(_roles(simple, mentions), mentions, strict=True):
        if value := edtf(mention):
            given[role].append(value)
    end = max(given[_END] or given[_ORIGINAL], key=_late, default=None)
    start = min(given[_START], key=_early, default=None)
    if start and end and _early(start)[0] > _late(end)[0]:
        start = None
    return Span(end, start, text)


def read_date(text: str, anchor: date | None = None) -> str | None:
    """The EDTF of the one date of a heading, a title or a calendar cell: of several the most precise, then the first.

    Years that are missing come from the anchor as in `read_span`.
    """
    read = [(mention, value) for mention in dated(plain(text), Reading(anchor)) if (value := edtf(mention))]
    return min(read, key=lambda one: _vagueness(one[0]))[1] if read else None


def find_dates(text: str, anchor: date | None = None) -> tuple[Found, ...]:
    """The dates in running prose, in its order, none overlapping another.

    Only what can hardly be anything else: no short financial years ("16/17"), no bare numbers, a month or a year alone
    only after a preposition. A date without a year is the one nearest the anchor, from six months before to five after.
    """
    mentions = dated(plain(text), Reading(anchor, prose=True))
    return tuple(Found(mention.start, mention.end, value) for mention in mentions if (value := edtf(mention)))


def share_of_dates(text: str, anchor: date | None = None) -> float:
    """From 0 to 1, the share of a cell's letters and digits that belong to dates and the small words that lead to them.

    Dates count by their form: "31 February" and a day without a year too.
    """
    simple = plain(text)
    return _share(simple, _date_words(simple, dated(simple, Reading(anchor))))


def is_date_like(text: str) -> bool:
    """Whether a cell is a date, a timescale ("within 3 months") or the state of one ("TBC"), and little else."""
    simple = plain(text)
    core = _date_words(simple, dated(simple, Reading(None))) | _matched(STATE, simple)
    return bool(core) and _share(simple, core | _matched(COMPANION, simple)) >= _MOSTLY


# ---- What each date of a cell is ----


def _roles(text: str, mentions: list[Mention]) -> list[str]:
    """For each date whether it is an end, a start or a former date, by the words about it and by ranges and lists."""
    roles = [_role(_lead(text, mentions, index), _trail(text, mentions, index)) for index in range(len(mentions))]
    for index in range(len(mentions) - 1):
        gap = text[mentions[index].end : mentions[index + 1].start]
        listed = LIST.fullmatch(gap) is not None
        if RANGE.fullmatch(gap) or (listed and BETWEEN.search(_lead(text, mentions, index))):
            roles[index] = _START if roles[index] in (_PLAIN, _END) else roles[index]
        elif listed:
            roles[index] = roles[index] or roles[index + 1]
            roles[index + 1] = roles[index + 1] or roles[index]
    return [role or _END for role in roles]


def _role(lead: str, trail: str) -> str:
    for role, pattern in LEADS.items():
        if pattern.search(lead):
            return role
    for role, pattern in TRAILS.items():
        if pattern.match(trail):
            return role
    return _PLAIN


def _lead(text: str, mentions: list[Mention], index: int) -> str:
    """The words that lead to a date: after the date before it and the last comma."""
    words = text[mentions[index - 1].end if index else 0 : mentions[index].start]
    return re.split("[,;]", words)[-1][-80:]


def _trail(text: str, mentions: list[Mention], index: int) -> str:
    """The words that follow a date, up to and with the next comma; a full stop stands for the end of the text."""
    words = (
        text[mentions[index].end : mentions[index + 1].start]
        if index + 1 < len(mentions)
        else text[mentions[index].end :] + "."
    )
    return re.split("(?<=[,;])", words)[0]


# ---- Measures ----


def _late(value: str) -> tuple[str, str]:
    """Of two that end on one day, the more precise is the later."""
    return last_day(value) or "", first_day(value) or ""


def _early(value: str) -> tuple[str, str]:
    return first_day(value) or "", last_day(value) or ""


def _vagueness(mention: Mention) -> tuple[bool, bool, int]:
    return mention.day is None, mention.month is None, mention.months


def _share(text: str, covered: set[int]) -> float:
    signs = [offset for offset, sign in enumerate(text) if sign.isalnum()]
    return sum(offset in covered for offset in signs) / len(signs) if signs else 0.0


def _offsets(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}


def _matched(pattern: re.Pattern[str], text: str) -> set[int]:
    return _offsets(found.span() for found in pattern.finditer(text))


def _date_words(text: str, mentions: list[Mention]) -> set[int]:
    """The offsets of dates, of the words that lead to them and of what joins one to the next."""
    spans = [(mention.start, mention.end) for mention in mentions]
    for index, mention in enumerate(mentions):
        lead = _lead(text, mentions, index)
        for pattern in (*LEADS.values(), SMALL_LEAD, BETWEEN):
            if found := pattern.search(lead):
                spans.append((mention.start - len(lead) + found.start(), mention.start))
        if index and joined(text, mentions[index - 1], mention):
            spans.append((mentions[index - 1].end, mention.start))
    return _offsets(spans)
