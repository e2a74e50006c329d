import pytest

from sysgraph.model import Evidence, Position, Value
from sysgraph.views.console import cite, columns_of, cut, plain, row_lines, width, wrap


def evidence(document: str = "plan.txt", quote: str = "NSCHT All partners", **position: str | int) -> Evidence:
    return Evidence(document, Position(**position), 0, len(quote), quote, "test")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (7, "7"),
        (("a", "b"), "a; b"),
        ("two\n\tlines", "two lines"),
        ("red\x1b[31m text", "red [31m text"),
        ("right\u202eto left", "right to left"),
        ("bell\x07", "bell"),
        ("Café “quoted” – dash", "Café “quoted” – dash"),
    ],
)
def test_what_is_printed_is_one_line_that_cannot_steer_a_terminal(value: Value, shown: str) -> None:
    assert plain(value) == shown


def test_wide_and_combining_characters_count_as_the_terminal_draws_them() -> None:
    assert [width(text) for text in ("abc", "診療", "e\u0301", "–")] == [3, 4, 1, 1]


def test_text_is_parted_between_words_and_a_long_word_within() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("a Donaudampfschiff", 10) == ["a", "Donaudampf", "schiff"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("", 5) == [""]
    assert all(width(line) <= 5 for line in wrap("診療診療診療 診療", 5))


def test_text_that_is_too_wide_ends_in_an_ellipsis() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdefg", 6) == "abcde…"
    assert width(cut("診療診療", 6)) <= 6


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (evidence(page=3), "plan.txt p.3 “NSCHT All partners”"),
        (evidence(), "plan.txt “NSCHT All partners”"),
        (evidence(slide=4), "plan.txt slide 4 “NSCHT All partners”"),
        (evidence(slide=4, cell="notes"), "plan.txt slide 4 notes “NSCHT All partners”"),
        (evidence(cell="table 2, row 5, column 3"), "plan.txt table 2, row 5 “NSCHT All partners”"),
        (evidence(sheet="Actions", cell="C5"), "plan.txt Actions C5 “NSCHT All partners”"),
        (evidence(sheet="Actions"), "plan.txt Actions “NSCHT All partners”"),
        (
            evidence("papers/2018/improvement-plan-of-westmere.docx", page=1),
            "improvement-pl….docx p.1 “NSCHT All partners”",
        ),
        (evidence(quote="words\tin\x1b cells", page=1), "plan.txt p.1 “words in cells”"),
    ],
)
def test_an_evidence_is_one_line_of_document_page_and_words(one: Evidence, line: str) -> None:
    assert cite(one) == line


def test_a_long_quote_is_cut_to_the_line() -> None:
    line = cite(evidence(quote="word " * 100, page=1), 60)
    assert width(line) <= 60
    assert line.endswith("…”")


@pytest.mark.parametrize("columns", [60, 100, 160])
def test_columns_fit_the_line_and_the_widest_give_way_first(columns: int) -> None:
    titles = ["Ref", "Action", "Owner"]
    rows = [["1.1", "a" * 300, "b" * 90], ["1.2.3", "c", "d"]]
    widths = columns_of(titles, rows, columns)
    assert sum(widths) + 4 == columns
    assert widths[0] == 5
    assert abs(widths[1] - widths[2]) <= 1


def test_columns_that_fit_are_as_wide_as_what_they_hold() -> None:
    assert columns_of(["Ref", "Action"], [["1.1", "Home first"]], 100) == [3, 10]


def test_a_cell_of_many_lines_is_cut_after_four() -> None:
    lines = list(row_lines(["1", "word " * 40], [2, 12]))
    assert len(lines) == 4
    assert lines[0] == "1   word word"
    assert lines[3].endswith("…")
    assert max(map(width, lines)) <= 16
