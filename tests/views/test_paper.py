"""A paper as it is handed in: in Word, as HTML, as Markdown, each with what it rests on."""

import io
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html

from sysgraph.model import Graph
from sysgraph.views.figure import Wish, figure
from sysgraph.views.paper import Paper
from sysgraph.views.paper.markdown import as_markdown
from sysgraph.views.paper.web import as_html
from sysgraph.views.paper.word import as_docx
from tests.builders import BOARD, FIRST, GROUP, SECOND, THEME, example, fact, graph, node
from tests.questions.invented import westmere
from tests.views.drawn import named
from tests.views.papers import paper_about, parts

HWB = "Westmere Health and Wellbeing Board"


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return paper_about(westmere().graph(), HWB, tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def word(paper: Paper) -> bytes:
    return as_docx(paper)


def document(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def test_headings_come_in_order_and_are_styles(word: bytes) -> None:
    found = [one.text for one in document(word).paragraphs if one.style and one.style.name == "Heading 1"]
    assert found == ["Who answers to whom", "Actions", "Gaps, and how to put them right", "Sources"]


def test_nothing_is_dressed_by_hand(word: bytes) -> None:
    body = document(word).element.body
    dressed = [run for run in body.iter(qn("w:rPr")) if any(one.tag != qn("w:rStyle") for one in run)]
    assert not [one for one in dressed if one.find(qn("w:noProof")) is None]
    paragraphs = [one.tag for properties in body.iter(qn("w:pPr")) for one in properties]
    assert set(paragraphs) == {qn("w:pStyle")}


def test_the_header_of_each_table_repeats_and_no_row_is_parted(word: bytes) -> None:
    tables = document(word).tables
    assert len(tables) > 3
    table: Any
    for table in tables:
        marks = [row._tr.trPr for row in table.rows]
        assert [mark.find(qn("w:tblHeader")) is not None for mark in marks] == [True] + [False] * (len(marks) - 1)
        assert all(mark.find(qn("w:cantSplit")) is not None for mark in marks)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table.autofit


def test_the_figure_has_alt_text_a_caption_that_word_numbers_and_its_own_size(word: bytes, paper: Paper) -> None:
    made = document(word)
    (shape,) = made.inline_shapes
    told = shape._inline.docPr
    assert f"{HWB} oversees Westmere Alliance Board." in told.get("descr")
    assert paper.figure is not None
    assert shape.width.pt == pytest.approx(paper.figure.width, abs=0.1)
    section = made.sections[0]
    room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    assert shape.width <= room + 12700
    caption: Any
    (caption,) = (one for one in made.paragraphs if one.style and one.style.name == "Caption")
    assert caption._p.find(qn("w:fldSimple")).get(qn("w:instr")).split()[0] == "SEQ"


def test_the_language_is_british_english_and_the_properties_are_set(word: bytes, paper: Paper) -> None:
    made = document(word)
    languages = {one.get(qn("w:val")) for one in made.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    told = made.core_properties
    assert (told.language, told.title, told.author) == ("en-GB", paper.title, "sysgraph")


def test_the_same_graph_gives_the_same_bytes(paper: Paper, word: bytes) -> None:
    assert as_docx(paper) == word


def test_a_line_is_told_with_the_page_that_it_rests_on(word: bytes) -> None:
    lines = [one.text for one in document(word).paragraphs]
    assert f"{HWB} oversees Westmere Alliance Board (p.2)" in lines


def test_actions_are_those_that_the_board_answers_for(tmp_path: Path) -> None:
    plan, theme = node("Plan", "Other plan"), node("Theme", "Other theme")
    stray = node("Action", "Stray", ref="9", text="Stray", owner_status="missing")
    mine = [fact(SECOND, "PART_OF", THEME), fact(BOARD, "OVERSEES", THEME)]
    others = [fact(stray, "PART_OF", theme), fact(theme, "PART_OF", plan)]
    found = paper_about(graph([BOARD, THEME, SECOND, plan, theme, stray], [*mine, *others]), BOARD.name, tmp_path)
    unowned = found.tables[0]
    assert [row[0] for row in unowned.rows] == ["6.2"]
    assert unowned.note == ""
    assert stray.name not in as_markdown(found)


def test_where_no_document_ties_actions_to_it_all_are_shown_and_it_says_so(tmp_path: Path) -> None:
    whole = graph([BOARD, GROUP, SECOND, THEME], [fact(GROUP, "REPORTS_TO", BOARD), fact(SECOND, "PART_OF", THEME)])
    found = paper_about(whole, BOARD.name, tmp_path)
    assert [row[0] for row in found.tables[0].rows] == ["6.2"]
    assert found.tables[0].note.startswith(f"No document ties actions to {BOARD.name}")


def test_gaps_come_gravest_first_each_rule_with_how_to_put_it_right(paper: Paper) -> None:
    order = ["error", "warning", "note"]
    ranks = [order.index(rule.severity) for rule in paper.rules]
    assert ranks == sorted(ranks)
    assert {"error", "warning"} <= {rule.severity for rule in paper.rules}
    assert all(rule.remedy and rule.found for rule in paper.rules)


def test_two_documents_are_told_apart_by_the_numbers_of_the_sources(tmp_path: Path) -> None:
    found = paper_about(example(), BOARD.name, tmp_path)
    assert [one.split()[0] for one in found.sources] == ["board-paper.docx", "improvement-plan.txt"]
    text = as_markdown(found)
    assert f"- {GROUP.name} reports to {BOARD.name} (\\[1\\] p.1)" in text
    assert "1. board-paper.docx p. 1" in text


def test_without_graphviz_there_is_a_paper_that_says_what_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    found = paper_about(example(), BOARD.name, tmp_path)
    made = document(as_docx(found))
    assert not made.inline_shapes
    assert any("The figure is left out" in one.text and "sysgraph[figures]" in one.text for one in made.paragraphs)


def test_a_figure_that_needs_it_has_a_turned_page_of_its_own(paper: Paper) -> None:
    whole = westmere().graph()
    wide = figure(whole, named(whole, HWB), Wish(orientation="landscape", titled=False))
    made = document(as_docx(paper._replace(figure=wide)))
    turned = [int(one.page_width or 0) > int(one.page_height or 0) for one in made.sections]
    assert turned == [False, True, False]
    section = made.sections[1]
    room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    assert made.inline_shapes[0].width <= room


def test_html_is_a_fragment_with_captions_scopes_and_styles_of_its_own(paper: Paper) -> None:
    text = as_html(paper)
    root = html.fragment_fromstring(text)
    assert (root.tag, root.get("lang")) == ("section", "en-GB")
    tables = root.findall(".//table")
    assert tables
    assert all(table.find("caption") is not None for table in tables)
    assert all(head.get("scope") == "col" for head in root.iter("th"))
    (style,) = root.iter("style")
    assert all(rule.strip().startswith(".sysgraph-paper") for rule in (style.text or "").strip().splitlines())
    assert not list(root.iter("script", "link", "img", "h1"))
    assert root.find(".//svg").get("role") == "img"
    levels = [int(one.tag[1]) for one in root.iter("h2", "h3", "h4", "h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_hostile_words_are_words_in_every_form(tmp_path: Path) -> None:
    evil = node("Board", "Board <b>&{{ 7*7 }}</b>|\x00\x0b<!-- \u202e")
    found = paper_about(graph([evil, BOARD], [fact(evil, "REPORTS_TO", BOARD)]), BOARD.name, tmp_path)
    made = as_docx(found)
    assert any("Board <b>&{{ 7*7 }}</b>|" in one.text for one in document(made).paragraphs)
    assert "<b>" not in as_html(found)
    assert "<b>" not in as_markdown(found)


@pytest.mark.parametrize("name", [BOARD.name, THEME.name])
def test_no_persons_name_stands_anywhere_where_posts_only_are_shown(tmp_path: Path, name: str) -> None:
    found = paper_about(example(), name, tmp_path, posts_only=True)
    assert found.tables
    assert FIRST.name in as_markdown(found)
    for text in (as_html(found), as_markdown(found), *parts(as_docx(found)).values()):
        assert not re.search("O’Dowd|O&#8217;Dowd", text)


def test_the_same_paper_with_people_does_name_them(tmp_path: Path) -> None:
    whole: Graph = example()
    assert "O’Dowd" in as_markdown(paper_about(whole, BOARD.name, tmp_path))
