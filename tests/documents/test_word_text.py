"""Word documents: which words are read, once each, and what they are: headings, paragraphs, lines of lists."""

from pathlib import Path

import pytest

from sysgraph.documents import read
from sysgraph.errors import DocumentError
from tests.documents.wordfiles import cell, packed, paragraph, passages, rows, run, table, word, word_file

TEXT_BOX = "<w:txbxContent>" + paragraph("Agreed by the Board") + "</w:txbxContent>"
SHAPE = f"<wps:wsp><wps:txbx>{TEXT_BOX}</wps:txbx></wps:wsp>"
DELETED = '<w:del><w:r><w:delText xml:space="preserve">every year </w:delText></w:r></w:del>'


def texts(folder: Path, body: str, **parts: str) -> list[str]:
    return [text for _, text in passages(word(folder, body, **parts))]


@pytest.mark.parametrize(
    ("style", "level"),
    [("berschrift1", 1), ("Part", 1), ("Area", 3), ("Titel", 1), ("Plain", 0), ("a", 0), ("Nowhere", 0)],
    ids=["a localised id", "built on a heading", "an outline level", "title", "body text", "normal", "unknown"],
)
def test_a_style_says_whether_a_line_is_a_heading(tmp_path: Path, style: str, level: int) -> None:
    (block,) = word(tmp_path, paragraph("Beds and wards", style=style)).passages()
    assert (block.form, block.level) == (("heading", level) if level else ("paragraph", 0))


def test_a_paragraphs_own_outline_level_comes_before_its_styles(tmp_path: Path) -> None:
    document = word(tmp_path, paragraph("Beds", style="berschrift1", more='<w:outlineLvl w:val="9"/>'))
    assert passages(document) == [("paragraph", "Beds")]


def test_what_follows_stands_under_the_nearest_heading_and_on_no_page(tmp_path: Path) -> None:
    document = word(tmp_path, paragraph("Beds", style="berschrift1") + paragraph("There are twelve."))
    position = list(document.passages())[1].position
    assert (position.heading, position.page) == ("Beds", None)


def test_a_whole_sentence_in_a_headings_style_is_a_paragraph(tmp_path: Path) -> None:
    words = "The committee is asked to note the report and to agree that the plan goes to the board in May."
    assert passages(word(tmp_path, paragraph(words, style="berschrift1"))) == [("paragraph", words)]


def test_a_short_line_that_is_bold_throughout_is_a_heading(tmp_path: Path) -> None:
    bold = paragraph(run("Urgent care", "<w:b/>"))
    half = paragraph(run("Lead", "<w:b/>") + run(" Jo Lee"))
    not_bold = paragraph(run("Home care", '<w:b w:val="0"/>'), style="Loud")
    document = word(tmp_path, bold + half + paragraph("Ward care", style="Loud") + not_bold)
    assert passages(document) == [
        ("heading", "Urgent care"),
        ("paragraph", "Lead Jo Lee"),
        ("heading", "Ward care"),
        ("paragraph", "Home care"),
    ]


def test_tracked_insertions_are_read_and_deletions_do_not_come_back(tmp_path: Path) -> None:
    body = paragraph(run("Reviewed ") + DELETED + f"<w:ins>{run('every month ')}</w:ins>" + run("by the Board"))
    moved = paragraph(f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('come')}</w:moveTo>")
    document = word(tmp_path, body + moved)
    assert [text for _, text in passages(document)] == ["Reviewed every month by the Board", "come"]
    assert [notice.what.split(" as if")[0] for notice in document.notices] == [
        "1 tracked deletion is left out",
        "1 tracked insertion is read",
    ]


def test_where_the_end_of_a_paragraph_is_deleted_the_next_goes_on(tmp_path: Path) -> None:
    body = paragraph(run("Open the "), more="<w:rPr><w:del/></w:rPr>") + paragraph("ward")
    assert texts(tmp_path, body) == ["Open the ward"]


def test_of_a_field_the_result_is_read_and_not_the_code(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>IF </w:instrText></w:r>" + mark("begin") + run("inner") + mark("end")
    body = paragraph(run("on ") + mark("begin") + code + mark("separate") + run("3 May") + mark("end") + run(" 2019"))
    simple = paragraph('<w:fldSimple w:instr="REF a">' + run("table 2") + "</w:fldSimple>")
    assert texts(tmp_path, body + simple) == ["on 3 May 2019", "table 2"]


def test_a_field_that_is_never_closed_takes_no_words_of_the_next_paragraph(tmp_path: Path) -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("code")) + paragraph("Open a ward")
    assert texts(tmp_path, body) == ["Open a ward"]


def test_boxes_to_tick_and_lists_to_choose_from_show_what_was_chosen(tmp_path: Path) -> None:
    def form(inside: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>'
        return begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    ticked = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + run(" agreed ")
    empty = form('<w:checkBox><w:default w:val="0"/></w:checkBox>') + run(" refused")
    chosen = form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/></w:ddList>')
    assert texts(tmp_path, paragraph(ticked + empty) + paragraph(chosen)) == ["☒ agreed ☐ refused", "Amber"]


def test_words_in_controls_links_and_tags_are_read(tmp_path: Path) -> None:
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Jo ')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="x">{run("Lee")}</w:hyperlink><w:smartTag>{run(", Leeds")}</w:smartTag>'
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Sam Hill')}</w:sdtContent></w:sdt>"
    assert texts(tmp_path, paragraph(inline + link) + block) == ["Jo Lee, Leeds", "Sam Hill"]


def test_a_control_that_waits_to_be_filled_in_is_blank(tmp_path: Path) -> None:
    waiting = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Name here')}</w:sdtContent></w:sdt>"
    body = table(["Owner", "Due"], [cell(f"<w:p>{waiting}</w:p>"), "Click or tap to enter a date."])
    assert rows(word(tmp_path, body)) == [[["Owner", "Due"], ["", ""]]]


def test_a_text_box_that_is_written_twice_is_read_once(tmp_path: Path) -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{SHAPE}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    old = f"<w:pict><v:shape><v:textbox>{TEXT_BOX}</v:textbox></v:shape></w:pict>"
    assert texts(tmp_path, paragraph(f"<w:r>{both}</w:r>" + run("The plan"))) == ["The plan", "Agreed by the Board"]
    assert texts(tmp_path, paragraph(f"<w:r>{old}</w:r>")) == ["Agreed by the Board"]


def test_a_note_stands_at_the_end_of_the_part_that_its_mark_is_in(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("See the review of 2017.")}</w:footnote>'
    unused = f'<w:footnote w:id="3">{paragraph("Of no mark.")}</w:footnote>'
    body = paragraph("People", style="berschrift1") + paragraph(run("Jo Lee") + mark) + paragraph("Sam Hill")
    document = word(tmp_path, body + paragraph("Beds", style="berschrift1"), footnotes=notes + unused)
    assert [text for _, text in passages(document)] == [
        "People",
        "Jo Lee",
        "Sam Hill",
        "See the review of 2017.",
        "Beds",
    ]
    assert list(document.passages())[3].position.heading == "People"


def test_a_comment_is_told_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    comments = f'<w:comment w:id="0">{paragraph("Is she still there?")}</w:comment>'
    document = word(tmp_path, paragraph(run("Jo Lee") + '<w:r><w:commentReference w:id="0"/></w:r>'), comments=comments)
    assert passages(document) == [("paragraph", "Jo Lee")]
    assert "“Is she still there?”" in document.notices[0].what


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>step</w:t><w:noBreakHyphen/><w:t>down</w:t></w:r>", "step-down"),
        ("<w:r><w:t>dis</w:t><w:softHyphen/><w:t>charge</w:t></w:r>", "discharge"),
        ("<w:r><w:t>Lead:</w:t><w:tab/><w:t>Jo</w:t></w:r>", "Lead: Jo"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" done"), "✓ done"),
        (run("\u00fc", '<w:rFonts w:ascii="Wingdings"/>') + run(" done"), "✓ done"),
        (run("seen ") + run("hidden", "<w:vanish/>"), "seen"),
        (run("May ", "<w:strike/>") + run("June"), "June"),
    ],
    ids=["hyphen", "soft hyphen", "tab", "sign", "letter of a symbol font", "hidden", "struck out"],
)
def test_words_are_read_as_they_are_seen(tmp_path: Path, inside: str, text: str) -> None:
    assert texts(tmp_path, paragraph(inside)) == [text]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (run("a") + '<w:r><w:sym w:font="Wingdings" w:char="F023"/></w:r>', "1 sign of a symbol font"),
        (run("a") + run("two words", "<w:vanish/>"), "2 hidden words"),
        (run("a") + run("gone", "<w:dstrike/>"), "1 word that is struck out"),
        (run("a") + '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>', "1 picture was not read"),
    ],
    ids=["sign", "hidden", "struck", "picture"],
)
def test_what_is_not_read_is_told(tmp_path: Path, inside: str, told: str) -> None:
    (notice,) = word(tmp_path, paragraph(inside)).notices
    assert notice.what.startswith(told)


def test_a_forced_line_break_parts_lines_but_no_sentence(tmp_path: Path) -> None:
    lines = "<w:r><w:t>Lead: Jo Lee</w:t><w:br/><w:t>Sponsor: Sam Hill</w:t></w:r>"
    sentence = "<w:r><w:t>The plan is owned by</w:t><w:br/><w:t>the board.</w:t></w:r>"
    assert texts(tmp_path, paragraph(lines) + paragraph(sentence)) == [
        "Lead: Jo Lee",
        "Sponsor: Sam Hill",
        "The plan is owned by the board.",
    ]


def test_a_table_of_contents_is_left_out_for_its_words_stand_in_the_headings(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Contents')}</w:sdtContent></w:sdt>"
    )
    body = control + paragraph("Beds 3", style="Verzeichnis1") + paragraph("Beds", style="berschrift1")
    assert texts(tmp_path, body) == ["Beds"]


HEADER = '<w:sectPr><w:headerReference w:type="{}" r:id="header"/>{}</w:sectPr>'
PLAN = table(["Ref", "Action"], ["1", "Open a ward"])


def test_a_header_is_furniture(tmp_path: Path) -> None:
    body = paragraph("Beds") + HEADER.format("default", "")
    assert texts(tmp_path, body, header=paragraph("Confidential")) == ["Beds"]


def test_the_first_pages_own_header_may_hold_the_title(tmp_path: Path) -> None:
    body = paragraph("Beds") + HEADER.format("first", "<w:titlePg/>")
    header = paragraph("Northwick Plan") + paragraph("Page 1 of 9")
    assert texts(tmp_path, body, header=header) == ["Northwick Plan", "Beds"]


def test_where_a_table_opens_the_document_its_header_is_the_title(tmp_path: Path) -> None:
    document = word(tmp_path, PLAN + HEADER.format("default", ""), header=paragraph("Northwick Plan"))
    assert passages(document) == [("heading", "Northwick Plan")]


def test_files_with_macros_and_strict_ones_are_read_alike(tmp_path: Path) -> None:
    path = word_file(tmp_path, paragraph("Beds", style="berschrift1") + PLAN)
    data = path.read_bytes()
    macros = tmp_path / "plan.docm"
    macros.write_bytes(data)
    assert passages(read(macros, "plan.docm")) == [("heading", "Beds")]
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    link = f'<Relationship Id="a" Type="{kind}" Target="/word/main.xml"/>'
    links = f'<Relationships xmlns="{names}">{link}</Relationships>'
    body = f"<w:body>{paragraph('Beds')}</w:body>"
    main = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">{body}</w:document>'
    strict = packed(tmp_path / "strict.docx", {"_rels/.rels": links, "word/main.xml": main})
    assert passages(read(strict, "strict.docx")) == [("paragraph", "Beds")]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"word/other.xml": "<a/>"}, "not a Word document"),
        ({"word/document.xml": "<a><b></a>"}, "damaged or cut short"),
        ({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "its own XML entities"),
        ({"word/document.xml": "<b>" * 400 + "</b>" * 400}, "damaged or cut short"),
    ],
    ids=["no document", "broken", "entities", "deep"],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, files: dict[str, str], said: str) -> None:
    path = packed(tmp_path / "plan.docx", files)
    with pytest.raises(DocumentError, match=said):
        read(path, "plan.docx")


def test_a_document_without_words_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no words in the document"):
        word(tmp_path, paragraph())
