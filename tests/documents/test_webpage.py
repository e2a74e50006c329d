"""Web pages: what is read of them, what is not and is told, and pages that were made to break a reader."""

from pathlib import Path

import pytest

from sysgraph.documents import read
from sysgraph.model import Document
from tests.documents.pages import page, tables, told
from tests.written import cells, passages

HEADER = "<tr><th>Ref</th><th>Action</th><th>RAG</th></tr>"


def lists(found: Document) -> list[tuple[str, int, str]]:
    return [(one.form, one.level, one.text) for one in found.passages()]


def test_headings_paragraphs_and_lists_are_read_in_their_order(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "<h1>Plan</h1><p>First <em>words</em>,<a href='/x'>a link</a>.<h2>Beds<br>and wards</h2>"
        "<ul><li>one<ol start=4><li>two</ol><li>three</ul><blockquote>said</blockquote>loose",
    )
    assert lists(found) == [
        ("heading", 1, "Plan"),
        ("paragraph", 0, "First words,a link."),
        ("heading", 2, "Beds and wards"),
        ("bullet", 1, "one"),
        ("bullet", 2, "two"),
        ("bullet", 1, "three"),
        ("paragraph", 0, "said"),
        ("paragraph", 0, "loose"),
    ]
    assert [one.position.heading for one in found.passages()][-1] == "Beds and wards"
    assert {one.position.page for one in found.passages()} == {None}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Lead: Jo Lee<br>Board: Beds Board", [("paragraph", "Lead: Jo Lee"), ("paragraph", "Board: Beds Board")]),
        ("<p>The board met<br>in the town hall", [("paragraph", "The board met in the town hall")]),
        ("<pre>First line\nSecond line</pre>", [("paragraph", "First line"), ("paragraph", "Second line")]),
        ("<p>one\ntwo\n\nthree", [("paragraph", "one two three")]),
        ("<p>22<sup>nd</sup> January", [("paragraph", "22nd January")]),
        ("<p>the policy<sup>3</sup> says", [("paragraph", "the policy says")]),
        ("<p>the policy<sup><a href='#n3'>[3]</a></sup> says", [("paragraph", "the policy says")]),
        ("<p>40 m<sup>2</sup>", [("paragraph", "40 m2")]),
        ("<p>dis&shy;charge&nbsp;&amp; care", [("paragraph", "discharge & care")]),
        ("<li><p>one</p><p>more of it</p></li>", [("bullet", "one"), ("paragraph", "more of it")]),
        ("<p>- typed mark", [("bullet", "typed mark")]),
        ("<p>a</p><!-- secret --><p>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("<div role=heading aria-level=3>Beds</div>", [("heading", "Beds")]),
    ],
)
def test_words_are_read_as_they_are_shown(tmp_path: Path, html: str, expected: list[tuple[str, str]]) -> None:
    assert passages(page(tmp_path, html)) == expected


def test_a_list_of_terms_says_each_with_what_it_is_of(tmp_path: Path) -> None:
    html = "<dl><dt>Lead<dd>Jo Lee<dt>Empty<dt>Board:<dd>Beds Board<dd>Care Board<dt>Last</dl>"
    assert [words for _, words in passages(page(tmp_path, html))] == [
        "Lead: Jo Lee", "Empty", "Board: Beds Board", "Care Board", "Last"
    ]  # fmt: skip


def test_a_bold_line_that_stands_alone_is_a_heading_under_the_last(tmp_path: Path) -> None:
    html = "<h2>Plan</h2><p><strong>Theme 1: Beds</strong></p><p><b>Lead: Jo Lee</b></p><p><b>Some</b> words</p>"
    assert lists(page(tmp_path, html)) == [
        ("heading", 2, "Plan"),
        ("heading", 3, "Theme 1: Beds"),
        ("paragraph", 0, "Lead: Jo Lee"),
        ("paragraph", 0, "Some words"),
    ]


def test_the_page_s_title_stands_first_where_no_first_heading_does(tmp_path: Path) -> None:
    assert passages(page(tmp_path, "<title>Winter plan</title><p>a"))[0] == ("heading", "Winter plan")
    assert passages(page(tmp_path, "<title>Site</title><h1>Winter plan</h1>"))[0] == ("heading", "Winter plan")
    assert passages(page(tmp_path, "<title>Untitled</title><p>a"))[0] == ("paragraph", "a")


def test_what_a_word_processor_writes_for_lists_and_titles_is_understood(tmp_path: Path) -> None:
    html = (
        "<p class=MsoTitle>Plan</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Beds</p><o:p></o:p>"
    )
    assert lists(page(tmp_path, html)) == [("heading", 1, "Plan"), ("bullet", 2, "Beds")]


def test_what_is_hidden_or_struck_out_is_not_read_and_told(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "<p>Led by <del>Al Roe</del> <ins>Jo Lee</ins> <span style='TEXT-DECORATION: line-through'>now</span></p>"
        "<p hidden>secret</p><div style='display : none'>two words</div><script>x()</script><template>t</template>",
    )
    assert passages(found) == [("paragraph", "Led by Jo Lee")]
    assert told(found) == [
        "3 words that are hidden on the page were not read; show them and save the page again if they belong to it",
        "3 words that are struck out were not read",
    ]


def test_the_page_s_own_menu_and_footer_are_not_read_and_told(tmp_path: Path) -> None:
    body = "<header>Site name</header><nav>Home</nav><main><header><h1>Plan</h1></header><article>a<footer>by us"
    found = page(tmp_path, f"{body}</footer></article></main><footer>Cookies</footer>")
    assert [words for _, words in passages(found)] == ["Plan", "a", "by us"]
    assert told(found) == ["4 words that are of the page's own menu, header or footer were not read"]


def test_a_header_is_read_where_the_page_marks_no_main_part(tmp_path: Path) -> None:
    assert passages(page(tmp_path, "<header><h1>Plan</h1></header><p>a")) == [("heading", "Plan"), ("paragraph", "a")]


def test_a_cell_that_reaches_down_or_across_is_carried_and_blank_beside(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "<table><caption>Beds</caption><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d"
        "<tr><td>1<td rowspan=0>2<td>3<tr><td>4<td>5</table>",
    )
    assert passages(found) == [("paragraph", "Beds")]
    assert cells(found) == [[["a", "b", ""], ["a", "c", "d"], ["1", "2", "3"], ["4", "2", "5"]]]
    (table,) = tables(found)
    assert [[cell.carried for cell in row.cells] for row in table.rows[1::2]] == [
        [True, False, False], [False, True, False]
    ]  # fmt: skip
    assert table.rows[0].cells[1].across == 2
    assert table.rows[3].cells[1].name == "table 1, row 4, column 2"


def test_a_cell_reaches_no_further_than_its_group_of_rows_and_the_foot_stands_last(tmp_path: Path) -> None:
    html = (
        "<table><tfoot><tr><td>f<td>g<tbody><tr><td rowspan=9>1<td>2<tbody><tr><td>3<td>4<thead><tr><th>h<th>i</table>"
    )
    assert cells(page(tmp_path, html)) == [[["h", "i"], ["1", "2"], ["3", "4"], ["f", "g"]]]


def test_a_cell_below_the_end_of_a_short_row_stays_in_its_column(tmp_path: Path) -> None:
    html = "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d</table>"
    assert cells(page(tmp_path, html)) == [[["a", "b", "c"], ["d", "", "c"]]]


def test_the_lines_of_a_cell_stay_lines_and_its_numbers_numbers(tmp_path: Path) -> None:
    html = (
        f"<table>{HEADER}<tr><td>1<td><p>Open</p><ol start=2><li>beds<li value=7>wards</ol><ul><li>dot</ul><td>x<br>y"
    )
    assert cells(page(tmp_path, html))[0][1] == ["1", "Open\n2. beds\n7. wards\ndot", "x\ny"]


@pytest.mark.parametrize(
    ("cell", "row", "fill"),
    [
        ("bgcolor=red", "", "FF0000"),
        ("bgcolor='#00b050'", "", "00B050"),
        ("style='background: #FC0 url(x.png)'", "", "FFCC00"),
        ("style='background-color:rgb(255, 192, 0)'", "", "FFC000"),
        ("style='background:rgba(9,9,9,0)'", "", None),
        ("class='wide amber'", "", "FFBF00"),
        ("class=deep", "", "112233"),
        ("", "bgcolor=lime", "00FF00"),
        ("bgcolor=white", "bgcolor=lime", None),
        ("style='background:transparent'", "", None),
        ("", "", None),
    ],
)
def test_the_colour_behind_a_cell_is_kept(tmp_path: Path, cell: str, row: str, fill: str | None) -> None:
    css = ".amber, td.none{color:red;background:#ffbf00} td.deep{background-color:#112233} .a .wide{background:red}"
    found = page(tmp_path, f"<style>{css}</style><table>{HEADER}<tr {row}><td>1<td>Open<td {cell}></table>")
    assert tables(found)[0].rows[1].cells[2].fill == fill


def test_a_picture_in_an_empty_cell_says_what_it_shows_and_others_are_told(tmp_path: Path) -> None:
    found = page(tmp_path, f"<img alt='The boards'><img><table>{HEADER}<tr><td>1<td>Open<td><img alt=Amber></table>")
    assert cells(found)[0][1] == ["1", "Open", "Amber"]
    assert told(found) == ["1 picture is not read; what they show in words is not known"]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><h1>Plan</h1><p>a<p>b<td><table>{}<tr><td>1<td>Open<td></table></table>",
        "<table role=presentation><tr><td><h1>Plan</h1>a<td>b<table>{}<tr><td>1<td>Open<td></table></table>",
        "<table><tr><td><h1>Plan</h1><tr><td>a<p>b<table><tr><td><table>{}<tr><td>1<td>Open<td></table></table></table>",
    ],
)
def test_a_table_that_only_arranges_the_page_is_read_as_its_content(tmp_path: Path, html: str) -> None:
    found = page(tmp_path, html.format(HEADER))
    assert passages(found) == [("heading", "Plan"), ("paragraph", "a"), ("paragraph", "b")]
    assert cells(found) == [[["Ref", "Action", "RAG"], ["1", "Open", ""]]]
    assert tables(found)[0].position.heading == "Plan"


def test_a_small_table_in_a_cell_is_lines_of_the_cell(tmp_path: Path) -> None:
    html = f"<table>{HEADER}<tr><td>1<td>Open<table><tr><td>Jo Lee<td>Director<tr><td>Al Roe</table><td></table>"
    assert cells(page(tmp_path, html))[0][1][1] == "Open\nJo Lee, Director\nAl Roe"


@pytest.mark.parametrize(
    "data",
    [
        "<p>Café – “review”".encode(),
        b"\xef\xbb\xbf" + "<p>Café – “review”".encode(),
        "<p>Café – “review”".encode("utf-16"),
        "<meta charset=iso-8859-1><p>Café – “review”".encode("cp1252"),
        "<meta http-equiv=content-type content='text/html; charset=macintosh'><p>Café – “review”".encode("mac-roman"),
        "<meta charset=utf-7><p>Café – “review”".encode(),
        "<meta charset=utf-16><p>Café – “review”".encode(),
        b"<p>Caf&eacute; &#8211; &ldquo;review&#x201D;",
    ],
    ids=["utf-8", "with a mark", "utf-16", "latin", "macintosh", "unknown", "wrong", "entities"],
)
def test_a_page_is_read_in_the_encoding_that_it_is_in(tmp_path: Path, data: bytes) -> None:
    assert passages(page(tmp_path, data)) == [("paragraph", "Café – “review”")]


def test_an_xhtml_page_is_read_and_its_own_entities_are_not(tmp_path: Path) -> None:
    entities = "<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>"
    found = page(
        tmp_path,
        f"<?xml version='1.0'?><!DOCTYPE html [{entities}]><html xmlns='http://www.w3.org/1999/xhtml'><head><title/>"
        "<script src='x'/></head><body><p>one &b; &c;</p><table><tr><td/><td>x</td></tr></table></body></html>",
        "page.xhtml",
    )
    assert passages(found) == [("paragraph", "one &b; &c;")]
    assert cells(found) == [[["", "x"]]]


def test_the_real_plan_is_read_with_its_tables_under_their_headings(shared: Path) -> None:
    path = shared / "documents/formats/stoke-on-trent-improvement-plan-2018.html"
    found = read(path, path.name)
    assert len(tables(found)) == 12
    assert {len(row.cells) for table in tables(found) for row in table.rows} == {12}
    assert len({table.position.heading for table in tables(found)}) == 12
    assert sum(cell.carried for table in tables(found) for row in table.rows for cell in row.cells) > 50
