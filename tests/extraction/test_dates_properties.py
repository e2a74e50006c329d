"""What holds of every date and of every text; and the dates of the real plan."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysgraph.extraction.dates import (
    find_dates,
    first_day,
    is_date_like,
    last_day,
    read_date,
    read_span,
    share_of_dates,
)
from sysgraph.extraction.dates.forms import FORMS, Form
from sysgraph.extraction.dates.readers import Reading

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NTH = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WORDS_OF_DATES = ["31", "2018", "'18", "Feb", "may", "Q3", "2018/19", "end of", "from", "-", "/", "to", "was", "w/c"]


def month(day: date) -> str:
    return MONTHS[day.month - 1]


def nth(day: date) -> str:
    return NTH.get(day.day, "th")


DAYS: dict[str, Callable[[date], str]] = {
    "31/03/2018": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "31/3/18": lambda d: f"{d.day}/{d.month}/{d.year % 100}",
    "31.03.2018": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "31-03-18": lambda d: f"{d.day:02}-{d.month:02}-{d.year % 100}",
    "2018-03-31": lambda d: d.isoformat(),
    "31 March 2018": lambda d: f"{d.day} {month(d)} {d.year}",
    "31 st March 18": lambda d: f"{d.day} {nth(d)} {month(d)} {d.year % 100}",
    "31-Mar-18": lambda d: f"{d.day:02}-{month(d)[:3]}-{d.year % 100}",
    "March 31st, 2018": lambda d: f"{month(d)} {d.day}{nth(d)}, {d.year}",
    "Saturday the 31st of March 2018": lambda d: f"{WEEKDAYS[d.weekday()]} the {d.day}{nth(d)} of {month(d)} {d.year}",
    "w/c 31 Mar '18": lambda d: f"w/c {d.day} {month(d)[:3]} '{d.year % 100}",
    "Completed by 31 March 2018.": lambda d: f"Completed by {d.day} {month(d)} {d.year}.",
}
MONTHLY: dict[str, Callable[[date], str]] = {
    "March 2018": lambda d: f"{month(d)} {d.year}",
    "Mar 18": lambda d: f"{month(d)[:3]} {d.year % 100}",
    "Mar18": lambda d: f"{month(d)[:3]}{d.year % 100}",
    "Mar-18": lambda d: f"{month(d)[:3]}-{d.year % 100}",
    "by end of March 2018": lambda d: f"by end of {month(d)} {d.year}",
    "03/2018": lambda d: f"{d.month:02}/{d.year}",
}
plan_days = st.dates(date(2013, 1, 1), date(2049, 12, 31))
anchors = st.none() | st.dates()
texts = st.text(max_size=60) | st.lists(st.sampled_from(WORDS_OF_DATES), max_size=8).map(" ".join)


@pytest.mark.parametrize("form", DAYS)
@given(day=plan_days)
def test_a_day_in_every_form_reads_back_to_itself(form: str, day: date) -> None:
    text = DAYS[form](day)
    assert read_span(text).end == day.isoformat()
    assert read_date(text, day) == day.isoformat()
    assert [one.edtf for one in find_dates(text)] == [day.isoformat()]


@pytest.mark.parametrize("form", MONTHLY)
@given(day=plan_days)
def test_a_month_in_every_form_reads_back_without_a_day(form: str, day: date) -> None:
    assert read_span(MONTHLY[form](day)).end == f"{day:%Y-%m}"


@given(day=plan_days)
def test_a_quarter_holds_each_of_its_days(day: date) -> None:
    year, quarter = day.year - (day.month < 4), (day.month - 4) % 12 // 3 + 1
    value = read_span(f"Q{quarter} {year}/{(year + 1) % 100:02}").end or ""
    assert (first_day(value) or "") <= day.isoformat() <= (last_day(value) or "")


@given(one=plan_days, other=plan_days)
def test_a_range_reads_back_to_its_two_ends(one: date, other: date) -> None:
    start, end = sorted((one, other))
    span = read_span(f"{start.day} {month(start)} {start.year} – {end.day} {month(end)} {end.year}")
    assert (span.start, span.end) == (start.isoformat(), end.isoformat())


@given(day=plan_days, anchor=plan_days)
def test_a_year_that_is_missing_comes_from_the_anchor(day: date, anchor: date) -> None:
    value = read_span(f"{day.day}{nth(day)} {month(day)}", anchor).end
    if value is None:
        assert (day.month, day.day) == (2, 29)
    else:
        read = date.fromisoformat(value)
        assert -3 <= (read.year - anchor.year) * 12 + read.month - anchor.month <= 8


@given(text=texts, anchor=anchors)
def test_no_text_raises_and_no_end_is_before_its_start(text: str, anchor: date | None) -> None:
    span = read_span(text, anchor)
    assert span.text == text
    if span.start and span.end:
        assert (first_day(span.start) or "") <= (last_day(span.end) or "")
    assert 0 <= share_of_dates(text, anchor) <= 1
    read_date(text, anchor)
    is_date_like(text)


@given(text=texts, anchor=anchors)
def test_dates_in_prose_stand_in_order_apart_and_are_real(text: str, anchor: date | None) -> None:
    reached = 0
    for one in find_dates(text, anchor):
        assert reached <= one.start < one.end <= len(text)
        reached = one.end
        begins, ends = first_day(one.edtf), last_day(one.edtf)
        assert begins
        assert ends
        assert begins <= ends


@given(text=st.text(max_size=30))
def test_the_days_of_any_text_raise_nothing(text: str) -> None:
    for value in (first_day(text), last_day(text)):
        assert value is None or date.fromisoformat(value).isoformat() == value


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.example))
def test_each_form_reads_its_own_example(form: Form) -> None:
    needs_more = {"4th and": "4th and 8th May 2018", "Jan -": "Jan - Mar 2018", "2018-": "2018-20", "-20": "2018-20"}
    match = form.pattern.search(needs_more.get(form.example, form.example))
    assert match
    assert form.read(match, Reading(date(2018, 3, 19)))


@pytest.mark.parametrize(
    "words", ["end of ", "early - ", "1st and ", "12 - 12 ", "Jan and ", "2018/19 ", "from ", "Q3 ", "\n"]
)
def test_a_text_that_goes_on_and_on_is_read_all_the_same(words: str) -> None:
    assert read_span(words * 2000 + "5 March 2018").text.endswith("5 March 2018")
    assert find_dates(words * 2000 + ", 5 March 2018")[-1].edtf.startswith("2018-03")


def test_the_dates_of_the_real_plan_are_those_of_the_gold(shared: Path) -> None:
    gold = json.loads((shared / "gold/stoke-on-trent-improvement-plan-2018.json").read_text(encoding="utf-8"))
    anchor = date.fromisoformat(gold["plan"]["date"])
    cells = [
        (action[f"{field}_text"] or "", action[field], action["due_start"] if field == "due" else None)
        for action in gold["actions"]
        for field in ("due", "revised")
    ]
    spans = [read_span(text, anchor) for text, _, _ in cells]
    assert [(span.text, span.end, span.start) for span in spans] == cells
    assert len(cells) == 110
    calendar = [(line["text"], line["date"]) for line in gold["calendar"]]
    assert [(text, read_date(text, anchor)) for text, _ in calendar] == calendar
