"""What a cell with a number shows: dates, references, percentages, pounds."""

from datetime import datetime

import pytest

from sysgraph.documents.spreadsheets.number_codes import month_first
from sysgraph.documents.spreadsheets.number_formats import general, serial, shown, shown_words

MARCH = serial(datetime(2013, 3, 1))
AFTERNOON = serial(datetime(2018, 3, 5, 14, 5, 30))
ACCOUNTS = '_-[$£-809]* #,##0.00_-;-[$£-809]* #,##0.00_-;_-[$£-809]* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("mmm-yy", "Mar-13"),
        ("mmm-yy;@", "Mar-13"),
        ("dd/mm/yyyy", "01/03/2013"),
        ("dddd d mmmm yyyy", "Friday 1 March 2013"),
        ("ddd dd mmm", "Fri 01 Mar"),
        ("[$-809]dd mmmm yyyy;@", "01 March 2013"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "01 March 2013"),
        ("mmm\\ yy", "Mar 13"),
        ("mmmmm", "M"),
        ('"Due "mmm yyyy', "Due Mar 2013"),
        ("[Red]dd.mm.yy", "01.03.13"),
        ("yyyy-mm-dd", "2013-03-01"),
        ("mm/dd/yyyy", "01/03/2013"),
        ("m/d/yy", "1/3/13"),
    ],
)
def test_a_date_is_what_the_sheet_shows_in_figures_day_first(code: str, words: str) -> None:
    assert shown(MARCH, code) == words


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (AFTERNOON, "d/m/yy h:mm AM/PM", "5/3/18 2:05 PM"),
        (AFTERNOON, "h:mm A/P", "2:05 P"),
        (AFTERNOON, "hh:mm:ss", "14:05:30"),
        (AFTERNOON, "mm:ss", "05:30"),
        (AFTERNOON, "ss.00", "30.00"),
        (1.5, "[h]:mm", "36:00"),
        (0.5, "[mm]", "720"),
    ],
)
def test_an_m_beside_hours_or_seconds_is_minutes(value: float, code: str, words: str) -> None:
    assert shown(value, code) == words


def test_a_workbook_that_counts_from_1904_shows_the_same_day() -> None:
    assert shown(MARCH - 1462, "d mmm yyyy", from_1904=True) == "1 Mar 2013"


def test_days_before_the_leap_day_that_1900_did_not_have_are_right() -> None:
    assert [shown(day, "dd/mm/yyyy") for day in (59, 61)] == ["28/02/1900", "01/03/1900"]


def test_a_link_to_an_empty_cell_shows_no_date() -> None:
    assert [shown(0, "mmm-yy"), shown(0, "hh:mm")] == ["", "00:00"]


@pytest.mark.parametrize("value", [-1, 1e9])
def test_what_is_no_day_is_shown_as_a_number(value: float) -> None:
    assert shown(value, "dd/mm/yyyy") == str(int(value))


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (6.1, "0.00", "6.10"),
        (6.1, "General", "6.1"),
        (0.1 + 0.2, "General", "0.3"),
        (0.756, "0%", "76%"),
        (1234567.5, "£#,##0", "£1,234,568"),
        (-5, '"£"#,##0.00;[Red]-"£"#,##0.00', "-£5.00"),
        (1234.5, ACCOUNTS, "£1,234.50"),
        (0, ACCOUNTS, "£-"),
        (-3, "0;(0)", "(3)"),
        (-3, "0", "-3"),
        (-0.001, "0", "0"),
        (7, '"R"000', "R007"),
        (5551234, "000-0000", "555-1234"),
        (1500000, '0.0,,"m"', "1.5m"),
        (0.5, "#.00", ".50"),
        (12.5, "0.##", "12.5"),
        (5, ";;;", ""),
        (3, '[=1]"one";[>2]"many";0', "many"),
        (43101, "@", "43101"),
        (0.25, "# ?/?", "0.25"),
        (12345678901234567890.0, "0", "1.23456789E+19"),
    ],
)
def test_a_number_is_what_the_sheet_shows(value: float, code: str, words: str) -> None:
    assert shown(value, code) == words


def test_words_are_shown_as_the_fourth_part_of_a_format_says() -> None:
    assert shown_words("Jo", '0;0;0;"Ms "@') == "Ms Jo"
    assert shown_words("Jo", ";;;") == ""
    assert [shown_words("Jo", code) for code in ("@", "0.00", "dd/mm/yyyy")] == ["Jo"] * 3


def test_whole_numbers_have_no_point_and_small_ones_no_power() -> None:
    assert [general(one) for one in (6.0, 0.00001, 1.123456789012)] == ["6", "0.00001", "1.123456789"]


def test_only_figures_with_the_month_first_are_american() -> None:
    codes = ("mm/dd/yyyy", "m/d/yy h:mm", "dd/mm/yyyy", "yyyy-mm-dd", "mmm d", "hh:mm", "mm-yy")
    american = [code for code in codes if month_first(code)]
    assert american == ["mm/dd/yyyy", "m/d/yy h:mm"]
