"""Tables of Word documents: merged and spanning cells, dragged borders, tables in cells, colours."""

from pathlib import Path

import pytest

from sysgraph.model import Cell, Document, Table
from tests.documents.wordfiles import cell, paragraph, passages, rows, run, table, word

THEME = (
    "<a:theme><a:themeElements><a:clrScheme><a:accent6><a:srgbClr val='70AD47'/></a:accent6>"
    "<a:lt1><a:sysClr val='window' lastClr='FFFFFF'/></a:lt1></a:clrScheme></a:themeElements></a:theme>"
)


def cells(document: Document, row: int) -> tuple[Cell, ...]:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found.rows[row].cells


def test_a_cell_that_reaches_down_is_carried_with_its_words_and_colour(tmp_path: Path) -> None:
    body = table(
        ["Ref", "Owner"],
        ["1", cell("Jo Lee", merge="restart", fill="FFC000")],
        ["2", cell(merge="continue")],
        ["3", "Sam Hill"],
    )
    document = word(tmp_path, body)
    assert rows(document) == [[["Ref", "Owner"], ["1", "Jo Lee"], ["2", "Jo Lee"], ["3", "Sam Hill"]]]
    assert [cells(document, at)[1].carried for at in range(4)] == [False, False, True, False]
    assert cells(document, 2)[1].fill == "FFC000"


def test_a_blank_cell_that_is_not_merged_stays_blank(tmp_path: Path) -> None:
    document = word(tmp_path, table(["Ref", "Owner"], ["1", "Jo Lee"], ["2", ""]))
    assert (cells(document, 2)[1].text, cells(document, 2)[1].carried) == ("", False)


def test_beside_a_spanning_cell_stand_blanks_so_that_columns_stay_in_line(tmp_path: Path) -> None:
    document = word(tmp_path, table([cell("Action", across=2), "Owner"], ["1.1", "Open a ward", "Jo Lee"]))
    assert rows(document) == [[["Action", "", "Owner"], ["1.1", "Open a ward", "Jo Lee"]]]
    assert cells(document, 0)[0].across == 2
    assert [one.name for one in cells(document, 1)] == [f"table 1, row 2, column {at}" for at in (1, 2, 3)]


def test_a_row_that_begins_further_right_begins_with_blanks(tmp_path: Path) -> None:
    late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("Open a ward") + cell("Jo Lee") + "</w:tr>"
    body = table(["Ref", "Action", "Owner"]).replace("</w:tbl>", late + "</w:tbl>")
    assert rows(word(tmp_path, body)) == [[["Ref", "Action", "Owner"], ["", "Open a ward", "Jo Lee"]]]


def test_a_border_dragged_by_a_hair_makes_no_column(tmp_path: Path) -> None:
    body = table(
        [cell("Ref"), cell("Action", across=2), cell("Owner")],
        [cell("1", across=2), cell("Open a ward"), cell("Jo Lee")],
        widths=(1000, 60, 3000, 2000),
    )
    assert rows(word(tmp_path, body)) == [[["Ref", "Action", "Owner"], ["1", "Open a ward", "Jo Lee"]]]


def test_narrow_columns_that_one_row_tells_apart_stay_apart(tmp_path: Path) -> None:
    body = table(["R", "A", "G"], [cell("x", across=3)], widths=(100, 100, 100))
    assert rows(word(tmp_path, body)) == [[["R", "A", "G"], ["x", "", ""]]]


def test_a_row_keeps_the_cells_that_it_has(tmp_path: Path) -> None:
    body = table(["Ref", "Action", "Owner"], ["1", "Open a ward"], widths=(500, 3000, 2000))
    assert rows(word(tmp_path, body)) == [[["Ref", "Action", "Owner"], ["1", "Open a ward"]]]


def test_the_paragraphs_of_a_cell_are_its_lines(tmp_path: Path) -> None:
    broken = cell("<w:p><w:r><w:t>May</w:t><w:br/><w:t>June</w:t></w:r></w:p>" + paragraph())
    assert rows(word(tmp_path, table(["Due", "Lead"], [broken, "Jo Lee\nSam Hill"]))) == [
        [["Due", "Lead"], ["May\nJune", "Jo Lee\nSam Hill"]]
    ]


def test_a_tracked_deletion_of_a_row_is_accepted(tmp_path: Path) -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("2") + cell("Shut a ward") + "</w:tr>"
    body = table(["Ref", "Action"], ["1", "Open a ward"]).replace("</w:tbl>", gone + "</w:tbl>")
    assert rows(word(tmp_path, body)) == [[["Ref", "Action"], ["1", "Open a ward"]]]


def test_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    inner = f"<w:sdt><w:sdtContent>{cell('Open')}</w:sdtContent></w:sdt>"
    wrapped = f"<w:sdt><w:sdtContent><w:tr>{cell('1')}{inner}</w:tr></w:sdtContent></w:sdt>"
    body = table(["Ref", "Action"]).replace("</w:tbl>", wrapped + "</w:tbl>")
    assert rows(word(tmp_path, body)) == [[["Ref", "Action"], ["1", "Open"]]]


def test_a_table_of_one_column_is_a_frame_around_text(tmp_path: Path) -> None:
    body = table([cell(paragraph("Aims", style="berschrift1") + paragraph("We will open beds."))])
    assert passages(word(tmp_path, body)) == [("heading", "Aims"), ("paragraph", "We will open beds.")]


def test_a_small_table_in_a_cell_is_told_row_by_row_as_its_words(tmp_path: Path) -> None:
    inner = table(["May", "Begun"], ["June", "Done"]) + paragraph()
    document = word(tmp_path, table(["Ref", "Progress"], ["1", cell(inner)], ["2", "None"]))
    assert rows(document) == [[["Ref", "Progress"], ["1", "May, Begun\nJune, Done"], ["2", "None"]]]


def test_a_large_table_in_one_cell_of_many_follows_as_a_table_of_its_own(tmp_path: Path) -> None:
    inner = table(["Step", "Who", "When"], ["Plan", "Jo Lee", "May"]) + paragraph()
    outer = table(["Ref", "Progress"], ["1", cell(paragraph("See:") + inner)], ["2", "None"], ["3", "None"])
    first, second = rows(word(tmp_path, outer))
    assert first == [["Ref", "Progress"], ["1", "See:"], ["2", "None"], ["3", "None"]]
    assert second == [["Step", "Who", "When"], ["Plan", "Jo Lee", "May"]]


def test_a_table_that_holds_tables_in_most_of_its_rows_is_a_frame(tmp_path: Path) -> None:
    inner = table(["Step", "Who", "When"], ["Plan", "Jo Lee", "May"]) + paragraph()
    document = word(tmp_path, table(["Priority 1: Flow", cell(inner)], ["Priority 2: Staff", cell(inner)]))
    forms = ["table" if isinstance(block, Table) else block.text for block in document.blocks]
    assert forms == ["Priority 1: Flow", "table", "Priority 2: Staff", "table"]


@pytest.mark.parametrize(
    ("shade", "fill"),
    [
        ('w:val="clear" w:color="auto" w:fill="00b050"', "00B050"),
        ('w:val="clear" w:color="auto" w:fill="auto"', None),
        ('w:val="clear" w:color="auto" w:fill="FFFFFF"', None),
        ('w:val="solid" w:color="FF0000" w:fill="auto"', "FF0000"),
        ('w:val="pct50" w:color="FF0000" w:fill="FFFFFF"', "FF8080"),
        ('w:val="clear" w:color="auto" w:fill="auto" w:themeFill="accent6"', "70AD47"),
        ('w:val="clear" w:fill="auto" w:themeFill="accent6" w:themeFillTint="99"', "A9CE91"),
        ('w:val="clear" w:fill="auto" w:themeFill="background1"', None),
    ],
    ids=["plain", "auto", "white", "solid", "pattern", "theme", "tint", "white of the theme"],
)
def test_the_colour_of_a_cell_is_read_however_it_is_written(tmp_path: Path, shade: str, fill: str | None) -> None:
    coloured = f"<w:tc><w:tcPr><w:shd {shade}/></w:tcPr>{paragraph()}</w:tc>"
    document = word(tmp_path, table(["Ref", "RAG"], ["1", coloured]), theme=THEME)
    assert cells(document, 1)[1].fill == fill


@pytest.mark.parametrize(
    ("inside", "fill"),
    [
        (paragraph(run("G", '<w:highlight w:val="green"/>')), "00FF00"),
        (paragraph(run("G", '<w:shd w:val="clear" w:fill="FFC000"/>')), "FFC000"),
        (paragraph(run("G", '<w:highlight w:val="green"/>') + run(" for now")), None),
        (paragraph("G", more='<w:shd w:val="clear" w:fill="FF0000"/>'), "FF0000"),
    ],
    ids=["marker", "shaded letters", "a part alone", "shaded paragraph"],
)
def test_words_that_stand_on_one_colour_colour_their_cell(tmp_path: Path, inside: str, fill: str | None) -> None:
    assert cells(word(tmp_path, table(["Ref", "RAG"], ["1", cell(inside)])), 1)[1].fill == fill


def test_what_merged_cells_repeat_is_bounded(tmp_path: Path) -> None:
    long = cell("word " * 20_000, merge="restart")
    more = [[str(at), cell(merge="continue")] for at in range(400)]
    document = word(tmp_path, table(["0", long], *more))
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert len(found.rows) < 300
    assert "too large to be read whole" in document.notices[0].what


def test_a_span_beyond_any_page_takes_no_room(tmp_path: Path) -> None:
    document = word(
        tmp_path,
        table(["Ref", "Action"], ["1", "Open a ward"], widths=(1, 1)).replace(
            "<w:tcPr></w:tcPr>", '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>', 1
        ),
    )
    assert sum(len(row) for row in rows(document)[0]) < 10
    assert "200th column" in document.notices[0].what
