"""The numbers that Word counts: they stand nowhere in the text, and plans have their references so."""

from pathlib import Path

import pytest

from sysgraph.documents.texts import numeral
from tests.documents.wordfiles import STYLES, cell, numbering, paragraph, passages, rows, run, table, word

OUTLINE = numbering(("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))


def numbered(folder: Path, levels: list[int], part: str = OUTLINE, **parts: str) -> list[str]:
    body = "".join(paragraph("Open", number=(1, level), style="berschrift1") for level in levels)
    return [text.removesuffix(" Open") for _, text in passages(word(folder, body, numbering=part, **parts))]


def test_levels_count_on_and_begin_anew_below_the_next_one_up(tmp_path: Path) -> None:
    found = numbered(tmp_path, [0, 1, 1, 2, 2, 1, 0, 1, 2])
    assert found == ["1.", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2.", "2.1", "2.1.1"]


def test_a_level_above_that_was_never_reached_counts_as_begun(tmp_path: Path) -> None:
    assert numbered(tmp_path, [1, 1, 2]) == ["1.1", "1.2", "1.2.1"]


def test_a_level_may_go_on_whatever_stands_above_it(tmp_path: Path) -> None:
    part = OUTLINE.replace('<w:lvlText w:val="%1.%2"/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="R%2"/>')
    assert numbered(tmp_path, [0, 1, 1, 0, 1], part) == ["1.", "R1", "R2", "2.", "R3"]


def test_letters_romans_and_words_are_shown_as_the_list_says(tmp_path: Path) -> None:
    part = numbering(("upperLetter", "Part %1:"), ("lowerRoman", "(%2)"), ("decimalZero", "%1-%3"))
    assert numbered(tmp_path, [0, 1, 1, 2], part) == ["Part A:", "(i)", "(ii)", "A-01"]


def test_the_numbers_above_may_be_shown_in_figures(tmp_path: Path) -> None:
    part = numbering(("upperRoman", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    )
    assert numbered(tmp_path, [0, 1], part) == ["I", "1.1"]


def test_a_second_numbering_of_a_list_goes_on_unless_it_says_where_to_begin(tmp_path: Path) -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    begun = f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{override}</w:num>'
    body = table(*[[cell("", number=(list_, 0)), "Open"] for list_ in (1, 1, 2, 3, 3)])
    found = rows(word(tmp_path, body, numbering=OUTLINE + more + begun))
    assert [row[0] for row in found[0]] == ["1.", "2.", "3.", "7.", "8."]


def test_a_cell_may_hold_nothing_but_its_number(tmp_path: Path) -> None:
    body = paragraph("Flow", number=(1, 0), style="berschrift1")
    body += table(*[[cell("", number=(1, 1)), "Open a ward"] for _ in range(2)])
    body += paragraph("Staff", number=(1, 0), style="berschrift1")
    body += table([cell("", number=(1, 1)), "Recruit twelve nurses"])
    document = word(tmp_path, body, numbering=OUTLINE)
    assert passages(document) == [("heading", "1. Flow"), ("heading", "2. Staff")]
    assert [[row[0] for row in found] for found in rows(document)] == [["1.1", "1.2"], ["2.1"]]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it(tmp_path: Path) -> None:
    part = OUTLINE.replace('<w:lvlText w:val="%1.%2"/>', '<w:pStyle w:val="Measure"/><w:lvlText w:val="%1.%2"/>')
    style = (
        '<w:style w:type="paragraph" w:styleId="Measure"><w:name w:val="Measure"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("Flow", number=(1, 0), style="berschrift1") + paragraph("Open a ward.", style="Measure")
    document = word(tmp_path, body, numbering=part, styles=STYLES + style)
    assert passages(document) == [("heading", "1. Flow"), ("paragraph", "1.1 Open a ward.")]


def test_a_paragraph_may_be_taken_out_of_its_styles_list(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Measure"><w:name w:val="Measure"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("Open a ward.", style="Measure", number=(0, 0)) + paragraph("Close it.", style="Measure")
    document = word(tmp_path, body, numbering=OUTLINE, styles=STYLES + style)
    assert passages(document) == [("paragraph", "Open a ward."), ("bullet", "Close it.")]


def test_lines_of_plain_lists_are_bullets_with_their_depth(tmp_path: Path) -> None:
    part = numbering(("bullet", "\uf0b7"), ("lowerLetter", "%2)"), ("bullet", "o"))
    body = "".join(paragraph("beds", number=(1, level)) for level in (0, 1, 2))
    document = word(tmp_path, body, numbering=part)
    assert [(block.form, block.level, block.text) for block in document.passages()] == [
        ("bullet", 1, "beds"),
        ("bullet", 2, "beds"),
        ("bullet", 3, "beds"),
    ]


def test_in_a_cell_a_dot_is_left_out_and_a_number_is_not(tmp_path: Path) -> None:
    part = numbering(("bullet", "o"), ("decimal", "%2."))
    body = table(["Action", "Steps"], [cell("Open\nStaff", number=(1, 0)), cell("Plan\nBuild", number=(1, 1))])
    assert rows(word(tmp_path, body, numbering=part))[0][1] == ["Open\nStaff", "1. Plan\n2. Build"]


def test_a_deleted_paragraph_does_not_count(tmp_path: Path) -> None:
    gone = "<w:del><w:r><w:delText>Shut</w:delText></w:r></w:del>"
    body = paragraph("Open", number=(1, 0), style="berschrift1")
    body += paragraph(gone, number=(1, 0), style="berschrift1", more="<w:rPr><w:del/></w:rPr>")
    body += paragraph("Staff", number=(1, 0), style="berschrift1")
    assert passages(word(tmp_path, body, numbering=OUTLINE)) == [("heading", "1. Open"), ("heading", "2. Staff")]


def test_a_numbered_line_above_a_table_is_its_heading_and_elsewhere_one_of_a_list(tmp_path: Path) -> None:
    line = paragraph("Home care", number=(1, 0))
    body = line + paragraph("Lead: Jo Lee") + table(["Ref", "Action"], ["1", "Open"]) + line + paragraph("Beds.")
    forms = [block.form for block in word(tmp_path, body, numbering=OUTLINE).passages()]
    assert forms == ["heading", "paragraph", "row", "row", "bullet", "paragraph"]


def test_a_list_that_only_names_a_style_counts_as_the_list_that_has_it(tmp_path: Path) -> None:
    part = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Plan"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="Plan"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="A%1"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="6"/></w:num>'
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Plan"><w:name w:val="Plan"/>'
        '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    )
    assert numbered(tmp_path, [0, 0], part, styles=STYLES + style) == ["A4", "A5"]


def test_a_paragraph_of_a_list_that_the_file_does_not_define_is_a_paragraph(tmp_path: Path) -> None:
    body = paragraph(run("Open a ward."), number=(8, 0))
    assert passages(word(tmp_path, body, numbering=OUTLINE)) == [("paragraph", "Open a ward.")]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (28, "lowerLetter", "bb"),
        (26, "upperLetter", "Z"),
        (0, "lowerLetter", "0"),
        (9, "decimalZero", "09"),
        (22, "ordinal", "22nd"),
        (113, "ordinal", "113th"),
        (10**6, "upperRoman", "1000000"),
        (5, "none", ""),
    ],
)
def test_a_number_is_written_in_the_form_of_its_list(value: int, form: str, shown: str) -> None:
    assert numeral(value, form) == shown
