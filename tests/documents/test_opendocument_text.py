"""OpenDocument texts: headings, lists with their numbers, tables, notes, and what was deleted."""

from pathlib import Path

import pytest

from sysgraph.documents import read
from sysgraph.errors import DocumentError
from sysgraph.model import Document, Table
from tests.documents.wordfiles import packed, passages, rows
from tests.written import Plan

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = (
    " ".join(
        f'xmlns:{prefix}="{BASE}{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
NUMBERED = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
)
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Part " style:num-suffix=":"/>'
    '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
)
KIND = "application/vnd.oasis.opendocument.text"


def text_file(folder: Path, body: str, automatic: str = "", styles: str = "") -> Path:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    whole = f"<office:document-styles {NAMES}>{styles}</office:document-styles>"
    return packed(folder / "plan.odt", {"mimetype": KIND, "content.xml": content, "styles.xml": whole})


def text(folder: Path, body: str, automatic: str = "", styles: str = "") -> Document:
    path = text_file(folder, body, automatic, styles)
    return read(path, path.name)


def p(words: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def h(words: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def table(*lines: str) -> str:
    return f'<table:table><table:table-column table:number-columns-repeated="3"/>{"".join(lines)}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    inside = "".join(one if one.startswith("<table:") else cell(one) for one in cells)
    return f'<table:table-row table:number-rows-repeated="{times}">{inside}</table:table-row>'


def cell(words: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{p(words)}</table:table-cell>"


def items(*lines: str, style: str = "L1", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{line}</text:list-item>" for line in lines)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


COVERED = "<table:covered-table-cell/>"


def test_headings_have_their_level_and_what_follows_stands_under_them(tmp_path: Path) -> None:
    document = text(tmp_path, h("Beds", 2) + p("There are twelve."))
    assert [(one.form, one.level) for one in document.passages()] == [("heading", 2), ("paragraph", 0)]
    assert list(document.passages())[1].position.heading == "Beds"
    assert document.format == "odt"


def test_a_paragraph_in_a_headings_style_is_a_heading(tmp_path: Path) -> None:
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>'
    document = text(tmp_path, p("Northwick Plan", "Title") + p("Beds", "P1") + p("Twelve."), own)
    assert [(one.form, one.level) for one in document.passages()] == [("heading", 1), ("heading", 2), ("paragraph", 0)]


def test_headings_are_numbered_as_the_outline_says(tmp_path: Path) -> None:
    document = text(tmp_path, h("Flow") + h("Beds", 2) + h("Staff"), styles=f"<office:styles>{OUTLINE}</office:styles>")
    assert [words for _, words in passages(document)] == ["Part I: Flow", "Beds", "Part II: Staff"]


def test_words_are_read_as_they_are_seen(tmp_path: Path) -> None:
    automatic = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    words = 'Lead:<text:tab/>Jo<text:s text:c="3"/>Lee<text:line-break/>Sam <text:span>Hill</text:span>'
    words += '<text:span text:style-name="T1">x</text:span>'
    assert [one for _, one in passages(text(tmp_path, p(words), automatic))] == ["Lead: Jo Lee", "Sam Hill"]


def test_what_was_deleted_under_tracking_does_not_come_back(tmp_path: Path) -> None:
    deletion = f"<text:deletion>{p('Shut a ward')}</text:deletion>"
    changes = f"<text:tracked-changes><text:changed-region>{deletion}</text:changed-region></text:tracked-changes>"
    document = text(tmp_path, changes + p('Open a ward<text:change text:change-id="a"/>'))
    assert passages(document) == [("paragraph", "Open a ward")]
    assert "1 tracked deletion is left out" in document.notices[0].what


def test_a_note_and_a_box_are_read_and_a_comment_is_told(tmp_path: Path) -> None:
    words = f"<text:note-body>{p('See the review.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{words}</text:note>"
    comment = f"<office:annotation>{p('Still true?')}</office:annotation>"
    box = f"<draw:frame><draw:text-box>{p('Agreed by the Board')}</draw:text-box></draw:frame>"
    document = text(tmp_path, p(f"Jo Lee{note}{comment}{box}") + p("Sam Hill"))
    assert [one for _, one in passages(document)] == ["Jo Lee", "Agreed by the Board", "Sam Hill", "See the review."]
    assert "“Still true?”" in document.notices[0].what


def test_a_picture_is_told(tmp_path: Path) -> None:
    document = text(tmp_path, p('Beds<draw:frame><draw:image xlink:href="a.png"/></draw:frame>'))
    assert document.notices[0].what.startswith("1 picture was not read")


def test_a_table_of_contents_a_hidden_section_and_a_waiting_field_are_left_out(tmp_path: Path) -> None:
    contents = f"<text:table-of-content><text:index-body>{p('Beds 3')}</text:index-body></text:table-of-content>"
    hidden = (
        f'<text:section text:display="none">{p("old words")}</text:section><text:section>{p("Beds")}</text:section>'
    )
    field = '<loext:content-control loext:showing-place-holder="true">Name here</loext:content-control>'
    document = text(tmp_path, contents + hidden + p(field))
    assert passages(document) == [("paragraph", "Beds")]
    assert document.notices[0].what.startswith("2 hidden words")


def test_lines_of_plain_lists_are_bullets_with_their_depth(tmp_path: Path) -> None:
    body = items(p("beds") + items(p("wards"), style="L2"), p("staff"), style="L2")
    found = [(one.form, one.level, one.text) for one in text(tmp_path, body, NUMBERED).passages()]
    assert found == [("bullet", 1, "beds"), ("bullet", 2, "wards"), ("bullet", 1, "staff")]


def test_a_list_goes_on_through_the_cells_of_a_table(tmp_path: Path) -> None:
    def reference(more: str) -> str:
        inner = f"<text:list><text:list-item>{p('')}</text:list-item></text:list>"
        return f"<table:table-cell>{items(inner, more=more)}</table:table-cell>"

    heading = items(h("Flow"), more='xml:id="one"')
    body = heading + table(
        row(reference('text:continue-list="one" xml:id="two"'), "Open a ward"),
        row(reference('text:continue-list="two"'), "Recruit nurses"),
    )
    document = text(tmp_path, body, NUMBERED)
    assert passages(document) == [("heading", "1. Flow")]
    assert rows(document) == [[["1.1", "Open a ward"], ["1.2", "Recruit nurses"]]]


def test_a_list_may_begin_elsewhere_and_another_begins_anew(tmp_path: Path) -> None:
    def cells(*lists: str) -> str:
        return row(*[f"<table:table-cell>{one}</table:table-cell>" for one in lists])

    later = items(p("a")).replace("<text:list-item>", '<text:list-item text:start-value="7">')
    on = items(p("b"), more='text:continue-numbering="true"')
    assert rows(text(tmp_path, table(cells(later, on, items(p("c")))), NUMBERED)) == [[["7. a", "8. b", "1. c"]]]


def test_cells_that_reach_down_are_carried_and_spans_leave_blanks(tmp_path: Path) -> None:
    tall = cell("Jo Lee", 'table:number-rows-spanned="2"')
    wide = cell("Theme 1", 'table:number-columns-spanned="3"')
    body = table(
        row("Ref", "Action", "Owner"), row(wide, COVERED, COVERED), row("1", "Open", tall), row("2", "Shut", COVERED)
    )
    document = text(tmp_path, body)
    assert rows(document) == [
        [["Ref", "Action", "Owner"], ["Theme 1", "", ""], ["1", "Open", "Jo Lee"], ["2", "Shut", "Jo Lee"]]
    ]
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert [line.cells[-1].carried for line in found.rows] == [False, False, False, True]
    assert found.rows[1].cells[0].across == 3


def test_header_rows_and_groups_of_rows_are_rows(tmp_path: Path) -> None:
    body = table(f"<table:table-header-rows>{row('Ref', 'Action')}</table:table-header-rows>", row("1", "Open"))
    assert rows(text(tmp_path, body)) == [[["Ref", "Action"], ["1", "Open"]]]


@pytest.mark.parametrize(("written", "fill"), [("#00b050", "00B050"), ("#ffffff", None), ("transparent", None)])
def test_the_colour_of_a_cell_is_that_of_its_style(tmp_path: Path, written: str, fill: str | None) -> None:
    style = (
        '<style:style style:name="C1" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="{written}"/></style:style>'
    )
    document = text(tmp_path, table(row("1", cell("", 'table:style-name="C1"'))), style)
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert found.rows[0].cells[1].fill == fill


def test_rows_and_cells_without_end_are_bounded(tmp_path: Path) -> None:
    many = cell("x", 'table:number-columns-repeated="999999"')
    document = text(tmp_path, table(row("1", many), row("1", "Open", times=900_000), row("", "", times=1_000_000)))
    (found,) = rows(document)
    assert (len(found[0]), len(found)) == (200, 1002)
    assert "200th column" in document.notices[0].what


def test_where_a_table_opens_the_document_its_header_is_the_title(tmp_path: Path) -> None:
    styles = (
        '<office:master-styles><style:master-page style:name="Standard">'
        f"<style:header>{p('Northwick Plan')}</style:header></style:master-page></office:master-styles>"
    )
    assert passages(text(tmp_path, table(row("Ref", "Action"), row("1", "Open")), styles=styles)) == [
        ("heading", "Northwick Plan")
    ]


def test_a_plan_comes_out_right(tmp_path: Path) -> None:
    body = p("Northwick Improvement Plan", "Title") + h("Theme 1: Flow")
    body += table(row("Ref", "Action", "Owner", "Due"), row("1.1", "Open a ward", "Jo Lee", "May 2019"))
    plan = Plan.at(text_file(tmp_path, body))
    (action,) = plan.nodes("Action").values()
    assert (action.attributes["ref"], action.attributes["due"]) == ("1.1", "2019-05")
    assert plan.facts("OWNS") == {("Jo Lee", action.name)}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"mimetype": KIND, "content.xml": "<a><b></a>"}, "damaged or cut short"),
        ({"mimetype": KIND}, "no content.xml"),
        ({"mimetype": KIND, "content.xml": "<a/>"}, "not an OpenDocument text"),
        (
            {"mimetype": KIND.replace("text", "spreadsheet"), "content.xml": "<a/>"},
            "spreadsheet; give it the ending .ods",
        ),
        (
            {
                "mimetype": KIND,
                "META-INF/manifest.xml": f'<m:a xmlns:m="{BASE}manifest:1.0"><m:encryption-data/></m:a>',
            },
            "protected with a password",
        ),
        ({"mimetype": KIND, "content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "its own XML entities"),
    ],
    ids=["broken", "no content", "no text", "sheet", "encrypted", "entities"],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, files: dict[str, str], said: str) -> None:
    path = packed(tmp_path / "plan.odt", files)
    with pytest.raises(DocumentError, match=said):
        read(path, "plan.odt")
