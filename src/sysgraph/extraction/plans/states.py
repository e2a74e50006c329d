"""What the words of an action's cells amount to: whether a date, a measure, a progress is given, left open, or missing.

Questions and gap rules only compare attributes; whatever needs reading is read here.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from sysgraph.extraction import dates
from sysgraph.extraction.lexicon import TO_BE_CONFIRMED
from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.records import Record
from sysgraph.model import Value

STALE_AFTER = 2
"""After how many months without a new date a progress cell is stale."""

_OPEN = r"(?:tb[acd]|to be (?:confirmed|agreed|determined|developed|established|defined|identified|set|scoped))"
_LEFT_OPEN = re.compile(rf"\b{_OPEN}\b", re.IGNORECASE)
_MEASURE_LEFT_OPEN = re.compile(
    rf"\b(?:KPIs?|measures?|metrics?|baselines?|targets?|indicators?|trajectory|trajectories)\b[^.;\n]{{0,30}}\b{_OPEN}\b"
    rf"|\b{_OPEN}\b[^.;\n]{{0,12}}\b(?:KPIs?|measures?|metrics?|baselines?|targets?|indicators?)\b",
    re.IGNORECASE,
)
_SHORT_CELL = 40
_RATINGS = frozenset(
    (
        "red amber green blue yellow grey gray black white purple orange r a g b y complete completed closed done "
        "delivered achieved open live started ongoing continuing overdue late delayed slipped behind ahead planned "
        "pending"
    ).split()
)
_RATING_WORDS = re.compile(
    r"\b(?:on (?:track|target|plan|schedule|hold)|off (?:track|target)|at risk|in progress|"
    r"not (?:yet )?(?:started|due|on)|under ?way|no (?:issues|concerns)|complete|started|progress|track|target)\b|"
    r"\d\s*%|^[↑↓→←▲▼●○✓✔x]$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;\n]+(?:\.(?=\d)[^.;\n]+)*")
_IS_DONE = re.compile(
    r"^(?:[^,:]{0,90}?\b(?:is|are|was|were|has been|have been|been|now|and|successfully|fully)\s+)?"
    r"(?:now |fully |successfully |all |been )*"
    r"(?:completed?|implemented|in place|in use|delivered|achieved|finalised|closed|operational|embedded)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:not|no|yet|un\w+|part(?:ly|ial|ially)?|phase|stage|draft|initial|first|once|when|until|if|will|would|"
    r"should|can|could|to be|being|due|expected|plan(?:ned|s)?|target|aim\w*|on track|nearly|almost|\d{1,2} ?%|some|"
    r"most|ongoing)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:held|took place|met|commenced|began|started|launched|completed?|implemented|in place|live|appointed|"
    r"approved|signed|submitted|received|presented|delivered|recruited|opened|closed|issued|published)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|to|planned|scheduled|due|expected|anticipated|by|until|before|next|be|go|goes|going|(?:un)?likely)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|(?<=[/.\s'’-])\d{2}$")
_LEAD = 70


def states(record: Record, due: dates.Span, revised: dates.Span, frame_key: Mapping[str, str]) -> dict[str, Value]:
    """The attributes that say what is given, left open or missing in the cells of one action.

    `due_status` is dated, start, open, tbc or missing; `revised_status` dated, tbc or open, nothing where the cell is
    empty; `assurance_status` given, tbc or missing; `progress_status` given or missing; `rag_status` known, odd (not in
    the plan's own key) or missing.
    """
    progress = record.text(Role.PROGRESS)
    return {
        "due_status": _due(record, due),
        "revised_status": _revised(record.text(Role.REVISED), revised),
        "due_dates": len(set(_ends(record.text(Role.DUE)))) or None,
        "assurance_status": _assurance(record.text(Role.ASSURANCE)),
        "progress_status": "given" if progress.strip() else "missing",
        "said_complete": said_complete(progress),
        "rag_status": _rating([record.rating(role).strip() for role in (Role.RAG, Role.SECOND_RAG)], frame_key),
    }


def told_dates(progress: str, anchor: date | None) -> dict[str, Value]:
    """The attributes that the dates of a progress cell give, as the plan's own date has them.

    `progress_by` is the last day of the latest date in it, `stale_from` the day from which it is stale; `ahead_of_plan`
    are words that tell something as past on a day after the plan's own.
    """
    found = [(one, dates.last_day(one.edtf)) for one in dates.find_dates(progress, anchor)]
    latest = max((day for _, day in found if day), default=None)
    ahead = next(_ahead(progress, anchor), None) if anchor else None
    stale = _months_on(date.fromisoformat(latest), STALE_AFTER).isoformat() if latest else None
    return {"progress_by": latest, "stale_from": stale, "ahead_of_plan": ahead}


def said_complete(progress: str) -> str | None:
    """The sentence of a progress cell that says that the action is done, or nothing."""
    for sentence in _SENTENCE.findall(progress):
        words = " ".join(sentence.split())
        if _IS_DONE.match(words) and not _NOT_DONE.search(words):
            return words
    return None


def _due(record: Record, due: dates.Span) -> str:
    text = record.text(Role.DUE).strip()
    if due.end:
        return "dated"
    if due.start or record.text(Role.START).strip():
        return "start"
    if not text:
        return "missing"
    return "tbc" if TO_BE_CONFIRMED.match(text) or _LEFT_OPEN.search(text) else "open"


def _revised(text: str, revised: dates.Span) -> str | None:
    if not text.strip():
        return None
    if revised.end:
        return "dated"
    return "tbc" if TO_BE_CONFIRMED.match(text) or _LEFT_OPEN.search(text) else "open"


def _ends(text: str) -> Iterator[str]:
    """The ends that the lines of a due cell give, where it has several."""
    for part in re.split(r"[\n;]", text):
        end = dates.read_span(part).end if part.strip() else None
        if end:
            yield end


def _assurance(text: str) -> str:
    if not text.strip():
        return "missing"
    left_open = TO_BE_CONFIRMED.match(text) or (len(text.strip()) <= _SHORT_CELL and _LEFT_OPEN.search(text))
    return "tbc" if left_open or _MEASURE_LEFT_OPEN.search(text) else "given"


def _rating(values: list[str], key: Mapping[str, str]) -> str:
    given = [value for value in values if value]
    if not given:
        return "missing"
    return "known" if all(_is_known(value, key) for value in given) else "odd"


def _is_known(value: str, key: Mapping[str, str]) -> bool:
    """Whether a rating is one of the plan's key, by its word or first letter; without a key, one that plans use."""
    words = re.findall(r"[a-z]+", value.lower())
    if not key:
        return bool(_RATING_WORDS.search(value)) or (bool(words) and words[0] in _RATINGS) or not words
    colours = [word for word in words if word in _RATINGS]
    known = {word for rating in key for word in (rating, rating[0])}
    return value.lower() in key or (bool(colours) and all(word in known for word in colours)) or not words


def _ahead(progress: str, anchor: date | None) -> Iterator[str]:
    """The words that tell something as past on a date, its year written, that lies after the anchor."""
    for one in dates.find_dates(progress, anchor):
        first = dates.first_day(one.edtf)
        with_year = _YEAR.search(progress[one.start : one.end])
        if anchor is None or not first or first <= anchor.isoformat() or not with_year:
            continue
        begin = max(progress.rfind(mark, 0, one.start) for mark in (". ", ";", "\n")) + 1
        lead = progress[max(begin, one.start - _LEAD) : one.start]
        if _PAST.search(lead) and not _AHEAD.search(lead):
            yield " ".join(progress[max(begin, one.start - _LEAD) : one.end].split())


def _months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("unreachable: every month has 28 days")
