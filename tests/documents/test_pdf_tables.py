"""Tables in PDFs: what lines, bands and words enclose, merged cells, colours, and tables that run over pages."""

import itertools
from collections.abc import Sequence

import pytest
from reportlab.lib.colors import red, white

from sysgraph.model import Document, Table
from tests.documents.papers import HEIGHT, LEFT, WIDTH, Paper, filler, noticed, told
from tests.written import cells, passages

XS = [72, 112, 300, 400, 440]
HEAD = ["Ref", "Action", "Owner", "RAG"]


def tables(found: Document) -> list[Table]:
    return [block for block in found.blocks if isinstance(block, Table)]


def drawn(
    paper: Paper, rows: Sequence[Sequence[str]], top: float = 100, xs: Sequence[float] = tuple(XS), height: float = 40
) -> list[float]:
    ys = [top + height * number for number in range(len(rows) + 1)]
    paper.rules(xs, ys)
    paper.cells(xs, ys, rows)
    return ys


def test_the_words_of_a_ruled_table_are_its_rows_and_no_paragraphs() -> None:
    paper = Paper()
    paper.words(LEFT, 80, "The plan stands below.")
    drawn(paper, [HEAD, ["1.1", "Open a ward for\nolder people", "Jo Lee", "G"], ["1.2", "Close a ward", "", ""]])
    paper.words(LEFT, 260, "The plan stands above.")
    found = paper.read()
    assert cells(found) == [
        [HEAD, ["1.1", "Open a ward for older people", "Jo Lee", "G"], ["1.2", "Close a ward", "", ""]]
    ]
    assert passages(found) == [("paragraph", "The plan stands below."), ("paragraph", "The plan stands above.")]
    assert [row.cells[0].name for row in tables(found)[0].rows] == [
        f"table 1, row {number}, column 1" for number in (1, 2, 3)
    ]


def test_a_cell_that_reaches_down_is_carried_and_one_that_reaches_across_stands_in_its_first_column() -> None:
    paper = Paper()
    ys = [100, 130, 160, 190]
    for y in (100, 130, 190):
        paper.canvas.line(72, HEIGHT - y, 440, HEIGHT - y)
    paper.canvas.line(300, HEIGHT - 160, 440, HEIGHT - 160)
    for x, top in ((72, 100), (300, 130), (400, 100), (440, 100)):
        paper.canvas.line(x, HEIGHT - top, x, HEIGHT - 190)
    paper.cells(
        [72, 300, 400],
        ys,
        [["Finding and action", "", "RAG"], ["Waits are long", "Open a ward", "G"], ["", "Close a ward", "R"]],
    )
    rows = tables(paper.read())[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Finding and action", "", "RAG"],
        ["Waits are long", "Open a ward", "G"],
        ["Waits are long", "Close a ward", "R"],
    ]
    assert [row.cells[0].carried for row in rows] == [False, False, True]
    assert rows[0].cells[0].across == 2


def test_the_colour_of_a_cell_is_told_with_and_without_words_and_white_is_none() -> None:
    paper = Paper()
    for number, colour in enumerate((red, white, red)):
        paper.canvas.setFillColor(colour)
        paper.canvas.rect(400, HEIGHT - 180 - 40 * number, 40, 40, stroke=0, fill=1)
    paper.canvas.setFillColor(red)
    paper.canvas.circle(420, HEIGHT - 280, 8, stroke=0, fill=1)
    paper.canvas.setFillColorRGB(0, 0, 0)
    rows = [HEAD, *([f"1.{number}", "Open a ward", "Jo Lee", "R" if number == 1 else ""] for number in range(1, 5))]
    drawn(paper, rows)
    found = tables(paper.read())[0]
    assert [row.cells[3].fill for row in found.rows] == [None, "FF0000", None, "FF0000", "FF0000"]
    assert found.rows[4].cells[3].text == ""


def test_a_header_that_is_turned_is_read() -> None:
    paper = Paper()
    ys = drawn(paper, [["Ref", "Action", "Owner", ""], ["1.1", "Open a ward", "Jo Lee", "G"]], height=70)
    paper.canvas.saveState()
    paper.canvas.translate(425, HEIGHT - ys[1] + 5)
    paper.canvas.rotate(90)
    paper.canvas.drawString(0, 0, "RAG status")
    paper.canvas.restoreState()
    assert cells(paper.read())[0][0] == ["Ref", "Action", "Owner", "RAG status"]


def test_a_word_that_a_narrow_cell_cuts_is_one_word() -> None:
    paper = Paper()
    paper.words(LEFT, 60, "What engagement there was has been told.")
    rows = [["Ref", "Action"], ["1", "engage\nment of\npeople"]]
    drawn(paper, rows, xs=(72, 100, 139), height=45)
    assert cells(paper.read())[0][1] == ["1", "engagement of people"]


def test_paragraphs_and_bullets_of_a_cell_are_lines() -> None:
    paper = Paper()
    rows = [["Ref", "Action"], ["1", "Key features will\nbe these and others\n• open\n• close a ward this\nyear"]]
    drawn(paper, rows, xs=(72, 100, 190), height=80)
    assert cells(paper.read())[0][1][1] == "Key features will be these and others\nopen\nclose a ward this year"


@pytest.mark.parametrize("head", [True, False], ids=["header repeated", "header once"])
def test_a_table_that_runs_over_pages_is_one_and_its_rows_know_their_pages(head: bool) -> None:
    paper = Paper()
    drawn(paper, [HEAD, ["1.1", "Open a ward.", "Jo Lee", "G"]], top=HEIGHT - 200)
    paper.page()
    drawn(paper, [*([HEAD] if head else []), ["1.2", "Close a ward.", "Sam Patel", "R"]], top=60)
    (table,) = tables(paper.read())
    assert [(row.passage.position.page, row.cells[1].text) for row in table.rows] == [
        (1, "Action"),
        (1, "Open a ward."),
        (2, "Close a ward."),
    ]


def test_a_row_that_a_page_parts_is_one_row_where_it_begins() -> None:
    paper = Paper()
    drawn(paper, [HEAD, ["1.1", "Open a ward for", "Jo Lee,", "G"]], top=HEIGHT - 200)
    paper.page()
    drawn(paper, [HEAD, ["", "older people", "Director of Care", ""], ["1.2", "Close a ward.", "", ""]], top=60)
    (table,) = tables(paper.read())
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == [
        ["1.1", "Open a ward for older people", "Jo Lee, Director of Care", "G"],
        ["1.2", "Close a ward.", "", ""],
    ]
    assert [row.passage.position.page for row in table.rows] == [1, 1, 2]


def test_a_row_without_a_reference_at_the_head_of_a_page_stays_a_row_where_nothing_goes_on() -> None:
    paper = Paper()
    drawn(paper, [HEAD, ["1.1", "Open a ward.", "Jo Lee", "G"]], top=HEIGHT - 200)
    paper.page()
    drawn(paper, [HEAD, ["", "Close a ward.", "Sam Patel", "R"]], top=60)
    assert [row[1] for row in cells(paper.read())[0]] == ["Action", "Open a ward.", "Close a ward."]


def test_a_table_with_a_header_of_its_own_is_another() -> None:
    paper = Paper()
    for top, rows in (
        (HEIGHT - 200, [HEAD, ["1.1", "Open a ward.", "Jo Lee", "G"]]),
        (60, [["Risk", "Cause", "Held by", "Score"], ["R1", "Snow.", "Jo Lee", "9"]]),
    ):
        paper.canvas.setFillColorRGB(0.8, 0.8, 0.8)
        paper.canvas.rect(72, HEIGHT - top - 40, 368, 40, stroke=0, fill=1)
        paper.canvas.setFillColorRGB(0, 0, 0)
        drawn(paper, rows, top=top)
        paper.page()
    assert [table[0][0] for table in cells(paper.read())] == ["Ref", "Risk"]


def test_words_between_two_tables_keep_them_apart() -> None:
    paper = Paper()
    drawn(paper, [HEAD, ["1.1", "Open a ward.", "Jo Lee", "G"]], top=HEIGHT - 200)
    paper.page()
    paper.words(LEFT, 50, "Theme 2: Beds")
    drawn(paper, [HEAD, ["2.1", "Close a ward.", "Sam Patel", "R"]], top=80)
    assert len(cells(paper.read())) == 2


ROWS = [
    HEAD,
    ["1.1", "Open a ward on the third\nfloor for older people", "Jo Lee", "G"],
    ["1.2", "Close the ward on the\nground floor", "Sam Patel", "R"],
    ["1.3", "Say so in all the papers", "", "A"],
]
READ = [[cell.replace("\n", " ") for cell in row] for row in ROWS]


def test_lines_between_rows_alone_make_a_table() -> None:
    paper = Paper()
    ys = [100, 120, 150, 180, 200]
    for y in ys:
        paper.canvas.line(72, HEIGHT - y, 440, HEIGHT - y)
    paper.cells(XS, ys, ROWS)
    paper.paragraph(230, f"{filler(60)}.")
    found = paper.read()
    assert cells(found) == [READ]
    assert passages(found) == [("paragraph", f"{filler(60)}.")]


def test_coloured_bands_make_a_table() -> None:
    paper = Paper()
    ys = [100, 120, 150, 180, 200]
    for number, (top, bottom) in enumerate(itertools.pairwise(ys)):
        paper.canvas.setFillGray(0.85 if number % 2 else 0.95)
        paper.canvas.rect(72, HEIGHT - bottom, 368, bottom - top, stroke=0, fill=1)
    paper.canvas.setFillGray(0)
    paper.cells(XS, ys, ROWS)
    assert cells(paper.read()) == [READ]


def test_words_in_columns_make_a_table_where_gaps_tell_its_rows() -> None:
    paper = Paper()
    paper.cells(XS, [100, 125, 160, 195], ROWS)
    assert cells(paper.read()) == [READ]


def test_words_in_columns_whose_rows_nothing_tells_are_read_by_line_and_that_is_told() -> None:
    paper = Paper()
    paper.cells(XS, [100, 111, 132.6, 154.2], ROWS)
    found = paper.read()
    assert cells(found) == []
    assert noticed(found) == [
        ("page 1", "what looks like a table has no lines that tell its rows; it was read line by line")
    ]


def test_a_box_around_words_and_columns_of_text_between_lines_are_no_tables() -> None:
    paper = Paper()
    paper.canvas.rect(60, HEIGHT - 150, 400, 70)
    paper.words(LEFT, 110, "A message in a box.")
    middle = WIDTH / 2
    for y in (160, 470, 480):
        paper.canvas.line(60, HEIGHT - y, WIDTH - 60, HEIGHT - y)
    paper.paragraph(180, f"{filler(80)}.", right=middle - 12)
    paper.paragraph(180, f"{filler(80)}.", x=middle + 12)
    found = paper.read()
    assert cells(found) == []
    assert [words for _, _, words in told(found)] == ["A message in a box.", f"{filler(80)}.", f"{filler(80)}."]


def test_a_table_whose_cells_do_not_close_is_told() -> None:
    paper = Paper()
    drawn(paper, [HEAD, ["1.1", "Open a ward", "Jo Lee", "G"]], xs=(72, 112, 300, 400, 440))
    ys = [220, 250, 280, 310]
    for y in (220, 310):
        paper.canvas.line(72, HEIGHT - y, 300, HEIGHT - y)
    paper.canvas.line(150, HEIGHT - 250, 300, HEIGHT - 250)
    paper.canvas.line(72, HEIGHT - 280, 220, HEIGHT - 280)
    for x, top, bottom in ((72, 220, 310), (300, 220, 310), (150, 220, 250), (220, 280, 310)):
        paper.canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)
    paper.cells([72, 150, 220], ys, [["one", "two"], ["three", "", "four"], ["five", "", "six"]])
    found = paper.read()
    assert (
        "page 1, table 2",
        "the lines of some cells do not close; the words in them were taken row by row",
    ) in noticed(found)
    assert {word for row in cells(found)[1] for cell in row for word in cell.split()} == {
        "one", "two", "three", "four", "five", "six",
    }  # fmt: skip
