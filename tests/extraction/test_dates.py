"""What a timescale cell says, form by form; the plan is dated 19 March 2018 where a date of its own is needed."""

from datetime import date

import pytest

from sysgraph.extraction.dates import Span, read_date, read_span

PLAN = date(2018, 3, 19)


def ends(text: str, end: str | None, start: str | None = None) -> tuple[str, str | None, str | None]:
    return text, end, start


SAY_THEIR_YEAR = [
    # A month, a day, a year
    ends("March 18", "2018-03"),
    ends("Sept 2018", "2018-09"),
    ends("Sept. 18", "2018-09"),
    ends("SEPTEMBER 2018", "2018-09"),
    ends("Febuary 2018", "2018-02"),
    ends("Mar-13", "2013-03"),
    ends("Mar '18", "2018-03"),
    ends("Sept ’19", "2019-09"),
    ends("Dec17", "2017-12"),
    ends("mar 2018", "2018-03"),
    ends("03/2018", "2018-03"),
    ends("2018-03", "2018-03"),
    ends("Christmas 2018", "2018-12"),
    ends("1st April 2018", "2018-04-01"),
    ends("1st of April 2018", "2018-04-01"),
    ends("April 1st 2018", "2018-04-01"),
    ends("April 1, 2018", "2018-04-01"),
    ends("31-Mar-18", "2018-03-31"),
    ends("31st March, 2018", "2018-03-31"),
    ends("8Jan18", "2018-01-08"),
    ends("18 th April 18", "2018-04-18"),
    ends("22\nnd January 2018", "2018-01-22"),
    ends("31\u00a0March\u00a02018", "2018-03-31"),
    ends("31/03/19", "2019-03-31"),
    ends("29/3/18", "2018-03-29"),
    ends("1/4/18", "2018-04-01"),
    ends("1.4.18", "2018-04-01"),
    ends("31.03.2019", "2019-03-31"),
    ends("01-04-2018", "2018-04-01"),
    ends("31 / 03 / 2019", "2019-03-31"),
    ends("2019-03-31", "2019-03-31"),
    ends("2018-03-31 00:00:00", "2018-03-31"),
    ends("29 Feb 2020", "2020-02-29"),
    ends("2020", "2020"),
    ends("by 2020", "2020"),
    # With words that belong to the date
    ends("w/c 8 th January 2018", "2018-01-08"),
    ends("week commencing 26th February 2018", "2018-02-26"),
    ends("w/e 12 Jan 18", "2018-01-12"),
    ends("first week of March 2018", "2018-03"),
    ends("Fri 9/3/18", "2018-03-09"),
    ends("Sunday the 1st of April 2018", "2018-04-01"),
    ends("5 March 2018 at 2pm", "2018-03-05"),
    ends("14 February 2018 2.00 pm", "2018-02-14"),
    ends("by end March 2018", "2018-03"),
    ends("end of March 2020", "2020-03"),
    ends("end-March 2018", "2018-03"),
    ends("Beginning of April 2018", "2018-04"),
    ends("End of 2018", "2018-12"),
    ends("mid-May 2018", "2018-05~"),
    ends("mid to late March 2018", "2018-03~"),
    ends("c. Feb 2018", "2018-02~"),
    ends("approx. Feb 2018", "2018-02~"),
    ends("circa May 2018", "2018-05~"),
    ends("early 2019", "2019~"),
    ends("late March/early April 2018", "2018-04~"),
    ends("approx. Q3 2018/19", "2018-10~/2018-12~"),
    # Quarters, years of finance and of school, seasons
    ends("Q3 2019/20", "2019-10/2019-12"),
    ends("Q3 (2019/20)", "2019-10/2019-12"),
    ends("2019/20 Q3", "2019-10/2019-12"),
    ends("Qtr 2 19/20", "2019-07/2019-09"),
    ends("Quarter 3 2018-19", "2018-10/2018-12"),
    ends("third quarter of 2017/18", "2017-10/2017-12"),
    ends("Q4 2018-19", "2019-01/2019-03"),
    ends("Q3 2019", "2019-10/2019-12"),
    ends("third quarter of 2019", "2019"),
    ends("end of Q3 2019/20", "2019-12"),
    ends("End of Q4 2018/19", "2019-03"),
    ends("By the end of the third quarter of 2019/20", "2019-12"),
    ends("start of Q3 2019/20", "2019-10"),
    ends("H1 2018/19", "2018-04/2018-09"),
    ends("2018/19", "2018-04/2019-03"),
    ends("18/19", "2018-04/2019-03"),
    ends("2018-2019", "2018-04/2019-03"),
    ends("FY 2018/19", "2018-04/2019-03"),
    ends("FY17-18", "2017-04/2018-03"),
    ends("by end of 2018/19", "2019-03"),
    ends("By end 2005/06", "2006-03"),
    ends("January 2018/19", "2019-01"),
    ends("academic year 2018/19", "2018-09/2019-08"),
    ends("Spring 2019", "2019-21"),
    ends("Summer 2019", "2019-22"),
    ends("during autumn 16", "2016-23"),
    ends("Winter 2018/19", "2018-24"),
    ends("Autumn/Winter 2019", "2019-24"),
    ends("Autumn term 2019", "2019-23~"),
    # Several: the latest
    ends("Dec 17 Nov 17 Jun 18", "2018-06"),
    ends("Apr 2018 Jun 18", "2018-06"),
    ends("Nov 17\nJun 18", "2018-06"),
    ends("April/May 2018", "2018-05"),
    ends("Dec 2004/ Jan 2005", "2005-01"),
    ends("June, September and December 2018", "2018-12"),
    ends("by 30 June and 30 September 2018", "2018-09-30"),
    ends("30/6 and 30/9/18", "2018-09-30"),
    ends("March 2018 and 31 March 2018", "2018-03-31"),
    ends("Q1 & Q2 2018/19", "2018-07/2018-09"),
    ends("2018/19 and 2019/20", "2019-04/2020-03"),
    ends("Phase 1 Sep 18, Phase 2 Jan 19", "2019-01"),
    ends("Draft by 1 Feb 18; sign off by 30 April 18", "2018-04-30"),
    # Ranges: a start and an end
    ends("Feb 18 - Feb 19", "2019-02", "2018-02"),
    ends("Apr 18 – Apr 19", "2019-04", "2018-04"),
    ends("Apr-Jun 18", "2018-06", "2018-04"),
    ends("January - March 2019", "2019-03", "2019-01"),
    ends("Between Jan and March 2018", "2018-03", "2018-01"),
    ends("Nov - Feb 2019", "2019-02", "2018-11"),
    ends("Dec 2018 - Feb", "2019-02", "2018-12"),
    ends("Dec 2018 to April 2020", "2020-04", "2018-12"),
    ends("16 – 20 April 2018", "2018-04-20", "2018-04-16"),
    ends("1 March - 18 April 2018", "2018-04-18", "2018-03-01"),
    ends("01/04/2018-31/03/2019", "2019-03-31", "2018-04-01"),
    ends("Q1 - Q3 2018/19", "2018-10/2018-12", "2018-04/2018-06"),
    ends("2018/19-2020/21", "2020-04/2021-03", "2018-04/2019-03"),
    ends("2018-20", "2020", "2018"),
    ends("Start: Jan 18 End: Mar 18", "2018-03", "2018-01"),
    ends("Jan 2018 start, Mar 2018 end", "2018-03", "2018-01"),
    ends("Commence April 18. Complete by Sept 18", "2018-09", "2018-04"),
    # A start alone
    ends("From Jan 18", None, "2018-01"),
    ends("Commenced Jan 2018", None, "2018-01"),
    ends("To start by end of March 2018", None, "2018-03"),
    ends("Ongoing from Jan 2018", None, "2018-01"),
    ends("On-going from 01.04.18", None, "2018-04-01"),
    ends("Monthly from Apr 18", None, "2018-04"),
    ends("w.e.f. 1 April 2018", None, "2018-04-01"),
    ends("Not before June 2018", None, "2018-06"),
    ends("From Jan/Feb 2018", None, "2018-01"),
    ends("January 2018 onwards", None, "2018-01"),
    ends("Jan 2018 - ongoing", None, "2018-01"),
    ends("Jan 18 →", None, "2018-01"),
    # A date with a state or a deed
    ends("Dash-board developed Feb 18", "2018-02"),
    ends("Complete March 2018", "2018-03"),
    ends("Completed – 31/03/18", "2018-03-31"),
    ends("March 2018 (ongoing)", "2018-03"),
    ends("By December 2019 and then ongoing", "2019-12"),
    ends("Ongoing to March 2019", "2019-03"),
    ends("From now until March 2019", "2019-03"),
    ends("28 February 2018 & quarterly thereafter", "2018-02-28"),
    ends("April 2018 (TBC)", "2018-04"),
    ends("Not yet started (April 2018)", "2018-04"),
    # A former date
    ends("Revised to May 2018 (was March 2018)", "2018-05"),
    ends("June 18 (was April 18)", "2018-06"),
    ends("June 18 (was due by Sept 18)", "2018-06"),
    ends("Original: Mar 2018 Revised: June 2018", "2018-06"),
    ends("June 2018 (original), May 2018 (revised)", "2018-05"),
    ends("Original deadline March 2018", "2018-03"),
    ends("Brought forward from April 2018 to Feb 2018", "2018-02"),
    ends("Slipped from March 18 to May 18", "2018-05"),
]


@pytest.mark.parametrize(("text", "end", "start"), SAY_THEIR_YEAR)
@pytest.mark.parametrize("anchor", [None, PLAN], ids=["no anchor", "plan"])
def test_a_cell_that_says_its_years_reads_the_same_with_and_without_an_anchor(
    text: str, end: str | None, start: str | None, anchor: date | None
) -> None:
    assert read_span(text, anchor) == Span(end, start, text)


@pytest.mark.parametrize(
    ("text", "end", "start"),
    [
        ends("Thursday 9th November", "2017-11-09"),  # 9 November 2018 is a Friday
        ends("Mon 5 Mar", "2018-03-05"),
        ends("30th Sept", "2018-09-30"),
        ends("9th march", "2018-03-09"),
        ends("18 Feb", "2018-02-18"),
        ends("Feb 18th", "2018-02-18"),
        ends("Feb 5", "2018-02-05"),
        ends("31/03", "2018-03-31"),
        ends("w/c 26th February", "2018-02-26"),
        ends("28 March\n18 April", "2018-04-18"),
        ends("December", "2017-12"),  # just past
        ends("November", "2018-11"),  # still to come
        ends("MARCH", "2018-03"),
        ends("Annual review in May", "2018-05"),
        ends("June Cabinet", "2018-06"),
        ends("Feb & Oct", "2018-10"),
        ends("Summer", "2018-22"),
        ends("Q2", "2018-07/2018-09"),
        ends("End Q2", "2018-09"),
        ends("end of financial year", "2018-03"),
        ends("From 1st April", None, "2018-04-01"),
    ],
)
def test_a_missing_year_is_the_one_that_the_document_makes_plain(text: str, end: str | None, start: str | None) -> None:
    assert read_span(text, PLAN) == Span(end, start, text)
    assert read_span(text) == Span(None, None, text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "–", "N/A", "TBC", "To be agreed", "To be confirmed", "Ongoing", "Completed", "Immediate", "ASAP"),
        *("Monthly", "Quarterly review", "Within 3 months", "6-12 months", "Year 1", "Month 6", "Short term"),
        *("Easter 2018", "After Easter 2018", "New Year 2019", "Spring 2018/19", "FY18", "End of year", "Next meeting"),
        *("31 February 2018", "29 February 2019", "45 March 2018", "13/14/2018", "31/02/18", "2018-02-30"),
        *("24/7", "1 to 4", "2.5", "36.8 per day", "14 homes", "Section 75", "3/12", "11/12", "6.1.12", "10.30"),
        *(
            "Care Act 2014",
            "may be delayed",
            "3 may",
            "May be delayed",
            "June Smith",
            "Dr May",
            "march on",
            "COVID-19",
            "31st",
        ),
        *("Was due March 2018", "£2018", "end of next financial year"),
    ],
)
def test_a_state_an_impossible_day_or_a_figure_gives_no_date(text: str) -> None:
    assert read_span(text, PLAN) == Span(None, None, text)
    assert read_span(text) == Span(None, None, text)


def test_two_digits_after_a_month_are_a_day_where_they_cannot_be_a_year() -> None:
    assert read_span("Feb 18", date(2018, 3, 19)).end == "2018-02"
    assert read_span("Feb 18", date(2030, 3, 19)).end == "2030-02-18"
    assert read_span("Feb 12").end is None


def test_a_start_after_the_end_is_dropped() -> None:
    assert read_span("Dec 18 - Feb 18") == Span("2018-02", None, "Dec 18 - Feb 18")
    assert read_span("March 2018, quarterly from April 2018").start is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("19th March 2018 – V19", "2018-03-19"),
        ("22 nd January 2018", "2018-01-22"),
        ("18 th April 18", "2018-04-18"),
        ("w/c 8 th January 2018", "2018-01-08"),
        ("Wednesday 14 February 2018 2.00 pm, Committee Room 3", "2018-02-14"),
        ("Winter plan 2018/19, issued 1 October 2018", "2018-10-01"),
        ("Strategy 2018 to 2023", "2018"),
        ("2nd Feb", "2018-02-02"),
        ("To be confirmed", None),
        ("", None),
    ],
)
def test_a_heading_gives_its_most_precise_date(text: str, value: str | None) -> None:
    assert read_date(text, PLAN) == value
