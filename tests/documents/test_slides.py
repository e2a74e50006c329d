"""Slides: titles, lists, tables and notes, what is not read of them, and files that are broken."""

from pathlib import Path
from typing import Any

import pytest
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from sysgraph.documents import read
from sysgraph.documents.slides.deck import in_words
from sysgraph.errors import DocumentError
from tests.documents.decks import BULLETS, SECTION, TITLE_ONLY, TITLE_SLIDE, Made, box, changed, told
from tests.written import cells, passages


def test_a_title_is_a_heading_and_a_list_keeps_its_depth(tmp_path: Path) -> None:
    made = Made()
    made.slide(TITLE_SLIDE, "Winter plan", "Marlbrook Council, 2019")
    body = made.slide(BULLETS, "What we found", "Beds").placeholders[1].text_frame
    line = body.add_paragraph()
    line.text, line.level = "Wards at night", 1
    found = made.read(tmp_path)
    assert [(one.form, one.level, one.text) for one in found.passages()] == [
        ("heading", 1, "Winter plan"),
        ("paragraph", 0, "Marlbrook Council, 2019"),
        ("heading", 2, "What we found"),
        ("bullet", 1, "Beds"),
        ("bullet", 2, "Wards at night"),
    ]
    assert [(one.position.slide, one.position.heading) for one in found.passages()][-1] == (2, "What we found")
    assert {one.position.page for one in found.passages()} == {None}
    assert found.pages == 2


def test_a_section_s_title_stands_above_those_of_slides(tmp_path: Path) -> None:
    made = Made()
    made.slide(SECTION, "Part two")
    assert [one.level for one in made.read(tmp_path).passages()] == [1]


def test_speaker_s_notes_are_read_as_notes(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide(TITLE_ONLY, "Who leads")
    slide.notes_slide.notes_text_frame.text = "Jo Lee chairs the Beds Board."
    last = list(made.read(tmp_path).passages())[-1]
    assert (last.text, last.position.slide, last.position.cell) == ("Jo Lee chairs the Beds Board.", 1, "notes")


def test_the_slide_s_own_footer_date_and_number_are_not_read(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide(TITLE_ONLY, "Who leads")
    for place in slide.slide_layout.placeholders:
        if place.placeholder_format.type in (13, 15, 16):
            slide.shapes._spTree.append(place._element.__copy__())
    for shape in slide.placeholders:
        if shape.placeholder_format.idx > 9:
            shape.text_frame.text = "Footer words"
    assert passages(made.read(tmp_path)) == [("heading", "Who leads")]


def test_a_line_with_a_mark_typed_before_it_is_a_list_s(tmp_path: Path) -> None:
    made = Made()
    box(made.slide(TITLE_ONLY, "Boards"), "- Beds Board", 1, 2)
    assert passages(made.read(tmp_path))[1:] == [("bullet", "Beds Board")]


def test_merged_cells_are_carried_down_and_blank_beside(tmp_path: Path) -> None:
    made = Made()
    table = made.slide(TITLE_ONLY, "Plan").shapes.add_table(3, 3, 0, 0, 900, 900).table
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 1).fill.solid()
    green: Any = RGBColor
    table.cell(1, 1).fill.fore_color.rgb = green.from_string("00B050")
    found = made.read(tmp_path)
    assert cells(found) == [[["00", "01\n02", ""], ["10\n20", "11", "12"], ["10\n20", "21", "22"]]]
    (rows,) = (block.rows for block in found.blocks if not hasattr(block, "form"))
    assert [[cell.carried for cell in row.cells] for row in rows][2] == [True, False, False]
    assert rows[0].cells[1].across == 2
    assert (rows[1].cells[1].fill, rows[1].cells[2].fill) == ("00B050", None)
    assert rows[1].cells[1].name == "table 1, row 2, column 2"


def test_a_cell_in_a_colour_of_the_theme_has_that_colour(tmp_path: Path) -> None:
    made = Made()
    table = made.slide(TITLE_ONLY, "Plan").shapes.add_table(1, 2, 0, 0, 900, 900).table
    table.cell(0, 0).text = "x"
    table.cell(0, 1)._tc.get_or_add_tcPr().append(
        parse_xml(f'<a:solidFill {nsdecls("a")}><a:schemeClr val="accent1"/></a:solidFill>')
    )
    (table_block,) = (block for block in made.read(tmp_path).blocks if not hasattr(block, "form"))
    assert table_block.rows[0].cells[1].fill == "4F81BD"


def test_words_that_are_struck_out_are_not_read_and_told(tmp_path: Path) -> None:
    made = Made()
    frame = box(made.slide(TITLE_ONLY, "Plan"), "Led by ", 1, 2).text_frame
    for name, struck in (("Al Roe", True), ("Jo Lee", False)):
        run = frame.paragraphs[0].add_run()
        run.text = name
        if struck:
            run._r.get_or_add_rPr().set("strike", "sngStrike")
    found = made.read(tmp_path)
    assert passages(found)[1] == ("paragraph", "Led by Jo Lee")
    assert told(found) == [("slide 1", "words that are struck out were not read")]


def test_a_hidden_slide_is_read_and_told(tmp_path: Path) -> None:
    made = Made()
    made.slide(TITLE_ONLY, "Shown")
    made.slide(TITLE_ONLY, "Kept back")._element.set("show", "0")
    found = made.read(tmp_path)
    assert passages(found)[1] == ("heading", "Kept back")
    assert told(found) == [("slide 2", "the slide is hidden when the slides are shown, and was read all the same")]


def test_a_slide_show_and_a_template_are_read_as_presentations_are(tmp_path: Path) -> None:
    made = Made()
    made.slide(TITLE_ONLY, "Structure")
    made.opened.save(str(tmp_path / "show.ppsx"))
    changed(tmp_path / "show.ppsx", "[Content_Types].xml", ".presentation.main+xml", ".slideshow.main+xml")
    assert passages(read(tmp_path / "show.ppsx", "show.ppsx")) == [("heading", "Structure")]


@pytest.mark.parametrize(
    ("old", "new"), [("</p:sld>", ""), ("<p:cSld>", "<p:cSld>" + 300 * "<a:b>"), ("<a:t>", "<a:t>&bomb;")]
)
def test_a_broken_slide_is_an_error_that_says_what_to_do(tmp_path: Path, old: str, new: str) -> None:
    made = Made()
    made.slide(TITLE_ONLY, "Structure")
    made.opened.save(str(tmp_path / "deck.pptx"))
    changed(tmp_path / "deck.pptx", "ppt/slides/slide1.xml", old, new)
    with pytest.raises(DocumentError, match=r"deck\.pptx: the file is damaged or cut short; open it"):
        read(tmp_path / "deck.pptx", "deck.pptx")


def test_a_presentation_without_words_says_so(tmp_path: Path) -> None:
    made = Made()
    made.slide()
    with pytest.raises(DocumentError, match=r"there are no words on the slides .+; save them as \.pdf"):
        made.read(tmp_path)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([3], "slide 3"),
        ([1, 2], "slides 1 and 2"),
        ([2, 4, 5, 6, 9], "slides 2, 4 to 6 and 9"),
        ([1, 3], "slides 1 and 3"),
    ],
)
def test_slides_are_named_as_people_say_them(numbers: list[int], said: str) -> None:
    assert in_words(numbers) == said


def test_the_real_pack_is_read_with_its_groups_notes_and_merged_cells(shared: Path) -> None:
    path = shared / "documents/formats/plymouth-scrutiny-pack-2018.pptx"
    found = read(path, path.name)
    words = [one.text for one in found.passages()]
    assert found.pages == 15
    assert "GROUPEDTEXT Alliance Board" in words
    assert sum(one.position.cell == "notes" for one in found.passages()) == 14
    assert cells(found)[0][2] == ["r1c0\nr2c0\nr3c0", "r2c1", "r2c2"]
    assert found.notices == ()
