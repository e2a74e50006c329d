"""Dates in running prose, the days that a value of EDTF covers, and how much of a cell is a date."""

from datetime import date

import pytest

from sysgraph.extraction.dates import find_dates, first_day, is_date_like, last_day, share_of_dates

PLAN = date(2018, 3, 19)


def found(text: str, anchor: date | None = None) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.edtf) for one in find_dates(text, anchor)]


def test_dates_in_prose_are_found_where_they_stand() -> None:
    text = "Between 4th and 8th September 2017 the team met; Jan/Feb ’18 was spent on w/c 8 th January 2018."
    assert found(text) == [
        ("4th", "2017-09-04"),
        ("8th September 2017", "2017-09-08"),
        ("Jan", "2018-01"),
        ("Feb ’18", "2018-02"),
        ("w/c 8 th January 2018", "2018-01-08"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The summit was on Thursday 9th November.", ["2017-11-09"]),
        ("One associate commenced in October; two more start in June.", ["2017-10", "2018-06"]),
        ("Papers go to the board on 8 March. The tender closed 22/3/18.", ["2018-03-08", "2018-03-22"]),
        ("Contract award July 2018, in use from early 2019.", ["2018-07", "2019~"]),
        ("In 2017/18 and in Q1 2018/19 fewer waited.", ["2017-04/2018-03", "2018-04/2018-06"]),
        ("A consultation had been held in 2017 and in summer 2018.", ["2017", "2018-22"]),
        ("Live since Feb 2017(582 days).", ["2017-02"]),
    ],
)
def test_prose_without_a_year_is_read_by_the_nearest_one(text: str, values: list[str]) -> None:
    assert [value for _, value in found(text, PLAN)] == values


@pytest.mark.parametrize(
    "text",
    [
        "A decrease from 14 homes to 12, or 2.5 for each, under Section 75 of the Act.",
        "Delays are at 36.8 per day; the team works 24/7, and 1 to 4 of 16/17 are seen (50%, based on 16/17 data).",
        "The Care Act 2014 and item 6.1.12 apply; see paper 17/55 and room 5.3.",
        "Partners may join them on the march. May be revised. June Smith and Dr May lead.",
        "In March 18 patients waited, and 12 March 75 fast tracks are no year.",
        "The winter plan and the 2016 audit; more than 2000 people; £2018; 2018%.",
        "All 3 may ask for it in MAR charts, as in winter 75 others did.",
        "It fell in the last quarter of the year, in Q3 and by 3/12.",
    ],
)
def test_figures_names_and_verbs_in_prose_are_no_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018-04", "2018-04-01", "2018-04-30"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2020-02~", "2020-02-01", "2020-02-29"),
        ("2018-02-28", "2018-02-28", "2018-02-28"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2019~", "2019-01-01", "2019-12-31"),
        ("2019-21", "2019-03-01", "2019-05-31"),
        ("2019-22", "2019-06-01", "2019-08-31"),
        ("2019-23~", "2019-09-01", "2019-11-30"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2019-10/2019-12", "2019-10-01", "2019-12-31"),
        ("2018-10~/2018-12~", "2018-10-01", "2018-12-31"),
        ("2018-04/..", "2018-04-01", None),
        ("2018-13", None, None),
        ("2018-02-30", None, None),
        ("9999-24", None, None),
        ("0000", None, None),
        ("March", None, None),
        ("", None, None),
    ],
)
def test_a_value_begins_and_ends_on_its_days(edtf: str, first: str | None, last: str | None) -> None:
    assert (first_day(edtf), last_day(edtf)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("Feb 18 - Feb 19", "From Jan 18", "w/c 8 th January 2018", "Q3 2019/20", "by 2020", "30th Sept", "31/03/19"),
        *("Ongoing", "TBC", "tbc", "To be agreed", "Completed", "Within 3 months", "Monthly", "Year 1", "Easter 2018"),
        *("Completed – 31/03/18", "Revised to May 2018 (was March 2018)", "Phase 1 Sep 18, Phase 2 Jan 19"),
        *("28 February 2018 & quarterly thereafter", "5 March 2018 at 2pm", "31 February 2018", "Jan 2018 onwards"),
    ],
)
def test_dates_timescales_and_their_states_are_date_like(text: str) -> None:
    assert is_date_like(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "N/A", "Yellow", "Red", "In progress", "Overdue", "Revised", "Start", "End", "6.1.2", "2.4", "14"),
        *("June Smith", "Dash-board developed Feb 18", "All partners", "Chair, H&WB", "Complete the review of beds"),
        *("Workshop facilitated on 8 February 2018 with the support of all partners.", "RAID to operate 24/7"),
    ],
)
def test_statuses_owners_headers_and_sentences_are_not_date_like(text: str) -> None:
    assert not is_date_like(text)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Feb 18 - Feb 19", 1.0),
        ("by 30 June and 30 September 2018", 1.0),
        ("From Jan 18", 1.0),
        ("31 February 2018", 1.0),
        ("Ongoing", 0.0),
        ("", 0.0),
        ("1.1", 0.0),
        ("Live Feb 18", 5 / 9),
    ],
)
def test_the_share_of_dates_counts_letters_and_digits(text: str, share: float) -> None:
    assert share_of_dates(text) == pytest.approx(share)


def test_a_sentence_has_a_small_share_of_dates() -> None:
    assert share_of_dates("Strategic review completed Feb 18, with an analysis of current provision.", PLAN) < 0.3
