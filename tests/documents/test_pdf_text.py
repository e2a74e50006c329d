"""The words of PDFs: lines, paragraphs, columns, headings, lists, page furniture."""

import io

import pypdf
import pytest
from pypdf.constants import PageLabelStyle

from sysgraph.documents import read_bytes
from tests.documents.papers import HEIGHT, LEFT, RIGHT, WIDTH, Paper, filler, noticed, told, wrapped
from tests.written import passages


def test_lines_that_are_filled_are_one_paragraph_and_a_line_with_room_left_ends_it() -> None:
    paper = Paper()
    paper.words(LEFT, 100, "Present:")
    paper.words(LEFT, 114, "Jo Lee, Director of Care")
    below = paper.paragraph(128, f"{filler(40)}.")
    paper.paragraph(below, "The next item was closed.")
    assert passages(paper.read()) == [
        ("paragraph", "Present:"),
        ("paragraph", "Jo Lee, Director of Care"),
        ("paragraph", f"{filler(40)}."),
        ("paragraph", "The next item was closed."),
    ]


def test_a_wider_gap_parts_paragraphs_whose_lines_are_full() -> None:
    paper = Paper()
    for number, line in enumerate((filler(13), filler(13), filler(13), filler(13))):
        paper.words(LEFT, 100 + 14 * number + (4 if number > 1 else 0), line)
    whole = f"{filler(13)} {filler(13)}"
    assert [text for _, text in passages(paper.read())] == [whole, whole]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("a plan for inter-", "organisational work"), "a plan for inter-organisational work"),
        (("good govern-", "ance of the board; its governance is known"), "good governance of the board"),
        (("the Chief Oper-", "ating Officer; an operating plan is there"), "the Chief Operating Officer"),
        (("a long-", "term plan; the term long-term is theirs"), "a long-term plan"),
        (("met in Stoke-on-", "Trent in May"), "met in Stoke-on-Trent in May"),
        (("the council/", "trust board"), "the council/trust board"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_where_the_document_writes_the_word_with_it(
    lines: tuple[str, str], words: str
) -> None:
    paper = Paper()
    for number, line in enumerate(lines):
        paper.words(LEFT, 100 + 14 * number, line)
    paper.words(LEFT + 60, 60, f"Unlike this line, which is a wide one, {filler(9)} …")
    assert any(text.startswith(words) for _, text in passages(paper.read()))


def test_columns_are_read_one_after_another_and_what_runs_across_them_where_it_stands() -> None:
    paper = Paper()
    paper.words(LEFT, 80, "Marlbrook review", 22, "Helvetica-Bold")
    paper.paragraph(110, f"Across: {filler(30)}.")
    middle = WIDTH / 2
    paper.paragraph(170, f"Left one: {filler(40)}.", right=middle - 12)
    paper.paragraph(173, f"Right one: {filler(50)}.", x=middle + 12)
    paper.paragraph(420, f"Across again: {filler(30)}.")
    paper.paragraph(480, f"Left two: {filler(40)}.", right=middle - 12)
    paper.paragraph(480, f"Right two: {filler(40)}.", x=middle + 12)
    found = [text.split(":")[0] for _, text in passages(paper.read())]
    assert found == ["Marlbrook review", "Across", "Left one", "Right one", "Across again", "Left two", "Right two"]


def test_a_paragraph_goes_on_at_the_head_of_the_next_column() -> None:
    paper = Paper()
    text = filler(120) + "."
    lines = text.split()
    middle = WIDTH / 2
    paper.paragraph(100, " ".join(lines[:62]), right=middle - 12)
    paper.paragraph(100, " ".join(lines[62:]), x=middle + 12)
    assert [words for _, words in passages(paper.read())] == [text]


def test_headings_are_told_by_size_and_weight_and_keep_their_numbers() -> None:
    paper = Paper()
    paper.words(LEFT, 80, "Marlbrook plan", 20)
    paper.words(LEFT, 120, "1. Leadership", 14)
    y = paper.paragraph(150, f"{filler(60)}.")
    paper.words(LEFT, y + 10, "Who leads", 11, "Helvetica-Bold")
    paper.words(LEFT, y + 30, "Who leads, and who is led, is said below.", 11, "Helvetica-Bold")
    paper.words(LEFT, y + 50, "Note:", 11, "Helvetica-Bold")
    assert [one for one in told(paper.read()) if one[2] != f"{filler(60)}."] == [
        ("heading", 1, "Marlbrook plan"),
        ("heading", 2, "1. Leadership"),
        ("heading", 3, "Who leads"),
        ("paragraph", 0, "Who leads, and who is led, is said below."),
        ("paragraph", 0, "Note:"),
    ]


def test_bullets_lose_their_marks_and_keep_their_depth() -> None:
    paper = Paper()
    paper.words(LEFT, 100, "•")
    paper.paragraph(100, f"one {filler(18)}.", x=LEFT + 18)
    for y, x, mark, words in (
        (135, 18, "–", "two"),
        (150, 18, "•", "three"),
        (165, 0, "•", "four"),
        (180, 0, "1.", "five"),
    ):
        paper.words(LEFT + x, y, mark)
        paper.words(LEFT + x + 18, y, words)
    paper.canvas.circle(LEFT + 3, HEIGHT - 191, 2, stroke=0, fill=1)
    paper.words(LEFT + 18, 195, "six, whose mark is drawn")
    assert told(paper.read()) == [
        ("bullet", 1, f"one {filler(18)}."),
        ("bullet", 2, "two"),
        ("bullet", 2, "three"),
        ("bullet", 1, "four"),
        ("bullet", 1, "five"),
        ("bullet", 1, "six, whose mark is drawn"),
    ]


def furnished(pages: int, footer: str = "Marlbrook Board papers – Page {} of 40", first: int = 7) -> Paper:
    paper = Paper()
    for number in range(pages):
        paper.words(LEFT, 40, "OFFICIAL")
        paper.words(LEFT, 100, f"Item {'one two three four five six'.split()[number]} was closed.")
        paper.words(LEFT, HEIGHT - 40, footer.format(first + number))
        paper.page()
    return paper


def test_running_headers_and_footers_are_no_passages_and_tell_the_printed_page() -> None:
    found = furnished(4).read()
    assert [(one.text, one.position.page, one.position.printed_page) for one in found.passages()] == [
        ("Item one was closed.", 1, "7"),
        ("Item two was closed.", 2, "8"),
        ("Item three was closed.", 3, "9"),
        ("Item four was closed.", 4, "10"),
    ]
    assert found.pages == 4


def test_of_two_page_numbers_the_one_that_goes_through_the_file_is_the_page() -> None:
    paper = Paper()
    for number in range(6):
        paper.words(LEFT, 100, f"Item {'one two three four five six'.split()[number]} was closed.")
        paper.words(LEFT, HEIGHT - 60, f"{1 + number % 2}")
        paper.words(LEFT, HEIGHT - 40, f"Board pack page {number + 21}")
        paper.page()
    assert [one.position.printed_page for one in paper.read().passages()] == ["21", "22", "23", "24", "25", "26"]


def test_a_file_that_names_its_pages_tells_the_printed_page_where_none_is_printed() -> None:
    paper = Paper()
    for number in range(4):
        paper.words(LEFT, 100, f"Item {'one two three four'.split()[number]} was closed.")
        paper.page()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper.data()))
    writer.set_page_label(0, 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.set_page_label(2, 3, style=PageLabelStyle.DECIMAL, start=1)
    file = io.BytesIO()
    writer.write(file)
    found = read_bytes(file.getvalue(), "paper.pdf", ".pdf")
    assert [one.position.printed_page for one in found.passages()] == ["i", "ii", "1", "2"]


def test_what_stands_once_at_the_edge_of_a_page_is_read() -> None:
    paper = furnished(3)
    paper.words(LEFT, 60, "Minutes of the meeting")
    paper.page()
    assert ("paragraph", "Minutes of the meeting") in passages(paper.read())


def test_a_paragraph_that_a_page_parts_stands_whole_where_it_begins_and_a_footnote_after_it() -> None:
    paper = Paper()
    paper.paragraph(80, f"{filler(300)}.")
    lines = list(wrapped(f"{filler(80)} and so on.", RIGHT - LEFT))
    for number, line in enumerate(lines[:3]):
        paper.words(LEFT, HEIGHT - 170 + 14 * number, line)
    paper.words(LEFT, HEIGHT - 60, "2 Minutes of May.", 8)
    paper.page()
    for number, line in enumerate(lines[3:]):
        paper.words(LEFT, 80 + 14 * number, line)
    parted = paper.read()
    assert [text for _, text in passages(parted)][1:] == [f"{filler(80)} and so on.", "2 Minutes of May."]
    assert [one.position.page for one in parted.passages()] == [1, 1, 1]


def test_a_paragraph_that_ends_with_its_page_is_not_joined_with_the_next_page() -> None:
    paper = Paper()
    paper.paragraph(80, f"{filler(300)}.")
    paper.words(LEFT, HEIGHT - 150, "Those present:")
    paper.words(LEFT, HEIGHT - 130, "Jo Lee, Director of Care")
    paper.page()
    paper.words(LEFT, 80, "Sam Patel, Chief Nurse")
    assert [text for _, text in passages(paper.read())][2:] == ["Jo Lee, Director of Care", "Sam Patel, Chief Nurse"]


def test_letters_that_are_set_apart_and_words_without_spaces_between_them_are_words() -> None:
    paper = Paper()
    text = paper.canvas.beginText(LEFT, HEIGHT - 100)
    text.setFont("Helvetica-Bold", 18)
    text.setCharSpace(4)
    text.textOut("GOVERNANCE REVIEW")
    text.setCharSpace(0)
    paper.canvas.drawText(text)
    x = LEFT
    for word in "Words are placed one by one here".split():
        x = paper.words(x, 140, word) + 3
    assert passages(paper.read()) == [
        ("heading", "GOVERNANCE REVIEW"),
        ("paragraph", "Words are placed one by one here"),
    ]


def test_raised_figures_that_point_to_footnotes_are_left_out_and_other_raised_letters_stay() -> None:
    paper = Paper()
    x = LEFT
    for words, raised in (
        ("The CCG", False),
        ("3", True),
        (" met on the 1", False),
        ("st", True),
        (" of May on 30 m", False),
        ("2", True),
    ):
        x = paper.words(x, 96 if raised else 100, words, 7 if raised else 11)
    paper.words(x, 100, " of floor.")
    assert passages(paper.read()) == [("paragraph", "The CCG met on the 1st of May on 30 m2 of floor.")]


def test_words_that_are_struck_out_are_left_out_and_told() -> None:
    paper = Paper()
    x = paper.words(LEFT, 100, "The plan is reviewed ")
    end = paper.words(x, 100, "every year ")
    paper.words(end, 100, "every month.")
    paper.canvas.line(x, HEIGHT - 97, end - 3, HEIGHT - 97)
    found = paper.read()
    assert passages(found) == [("paragraph", "The plan is reviewed every month.")]
    assert noticed(found) == [("page 1", "the words “every year” are struck out, and were left out")]
