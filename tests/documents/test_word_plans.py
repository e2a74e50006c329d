"""Plans as councils write them in Word, from the file to the graph; and the real ones, as good as from their text."""

import json
from html import escape
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.shared import RGBColor

from sysgraph.documents import read
from sysgraph.interchange import to_json
from sysgraph.model import Document, Table
from sysgraph.workspace import assemble
from tests.documents.wordfiles import STYLES, W, cell, numbering, paragraph, run, table, word_file
from tests.written import Plan

LAYOUTS = Path(__file__).parents[1] / "extraction" / "layouts"
HEADER = ["Ref", "Action", "Owner", "Due"]
TITLE = paragraph("Northwick Improvement Plan", style="Titel")
LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
OUTLINE = numbering(("decimal", "%1."), ("decimal", "%1.%2"))


def plan(folder: Path, body: str, **parts: str) -> Plan:
    return Plan.at(word_file(folder, TITLE + body, **parts))


def references(found: Plan) -> dict[str, str]:
    return {str(node.attributes["ref"]): str(node.attributes["text"]) for node in found.nodes("Action").values()}


def test_references_that_word_counts_are_the_actions_references(tmp_path: Path) -> None:
    def part(name: str, *actions: tuple[str, str, str]) -> str:
        lines = [[cell("", number=(1, 1)), *action] for action in actions]
        return paragraph(name, style="berschrift1", number=(1, 0)) + table(HEADER, *lines, repeated=True)

    body = part("Flow", ("Open a ward", "Jo Lee", "May 2019"), ("Extend pharmacy hours", "Sam Hill", "June 2019"))
    found = plan(tmp_path, body + part("Staff", ("Recruit twelve nurses", "Jo Lee", "July 2019")), numbering=OUTLINE)
    assert references(found) == {"1.1": "Open a ward", "1.2": "Extend pharmacy hours", "2.1": "Recruit twelve nurses"}
    assert {node.attributes["ref"]: node.attributes["title"] for node in found.nodes("Theme").values()} == {
        "1": "Flow",
        "2": "Staff",
    }


def test_a_status_may_be_a_colour_and_nothing_else(tmp_path: Path) -> None:
    colours = {"Open a ward": "00B050", "Recruit twelve nurses": "FFC000", "Close the old wing": "FF0000"}
    lines = [
        [str(at), words, "Jo Lee", "May 2019", cell("", fill=fill)]
        for at, (words, fill) in enumerate(colours.items(), 1)
    ]
    found = plan(tmp_path, table([*HEADER, "RAG"], *lines))
    ratings = [found.action(words).attributes["month_rag"] for words in colours]
    assert ratings == ["Green", "Amber", "Red"]


def test_plans_that_lie_in_the_cells_of_a_table_are_plans_of_its_rows(tmp_path: Path) -> None:
    def inner(*words: str) -> str:
        return cell(table(["Action", "Owner", "Due"], *[[one, "Jo Lee", "May 2019"] for one in words]) + paragraph())

    rows = [
        ["Priority", "What we will do"],
        ["Priority 1: Flow", inner("Open a ward", "Extend pharmacy hours")],
        ["Priority 2: Staff", inner("Recruit twelve nurses", "Agree a rate")],
    ]
    found = plan(tmp_path, table(*rows))
    assert found.texts() == {"Open a ward", "Extend pharmacy hours", "Recruit twelve nurses", "Agree a rate"}
    assert {node.attributes["title"] for node in found.nodes("Theme").values()} == {"Flow", "Staff"}


def test_a_plan_may_have_one_table_for_each_action(tmp_path: Path) -> None:
    def card(number: int, action: str, owner: str) -> str:
        rows = [[f"Action {number}", action], ["Lead officer", owner], ["Target date", "May 2019"], ["RAG", "Green"]]
        return table(*rows) + paragraph()

    found = plan(tmp_path, paragraph() + card(1, "Open a ward", "Jo Lee") + card(2, "Recruit nurses", "Sam Hill"))
    assert references(found) == {"1": "Open a ward", "2": "Recruit nurses"}
    owners = {target.split(" ", 1)[1]: source for source, target in found.facts("OWNS")}
    assert owners == {"Open a ward": "Jo Lee", "Recruit nurses": "Sam Hill"}


def test_a_plan_goes_on_over_sections_of_turned_pages(tmp_path: Path) -> None:
    turn = paragraph(more=LANDSCAPE)
    first = table(HEADER, ["1.1", "Open a ward", "Jo Lee", "May 2019"], ["1.2", "Recruit nurses", "Jo Lee", "May 2019"])
    second = table(
        ["1.3", "Extend pharmacy hours", "Sam Hill", "June 2019"], ["1.4", "Agree a rate", "Sam Hill", "July 2019"]
    )
    third = table(HEADER, ["1.5", "Close the old wing", "Jo Lee", "May 2020"])
    found = plan(tmp_path, first + turn + second + turn + third)
    assert sorted(references(found)) == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert ("Sam Hill", "1.4 Agree a rate") in found.facts("OWNS")


def test_a_header_that_spans_references_and_their_actions_is_the_actions(tmp_path: Path) -> None:
    header = [cell("Action", across=2), "Owner", "Due"]
    found = plan(
        tmp_path, table(header, ["1.1", "Home visits", "Jo Lee", "May 2019"], ["1.2", "Beds", "Jo Lee", "June 2019"])
    )
    assert references(found) == {"1.1": "Home visits", "1.2": "Beds"}


def test_merged_header_cells_stand_over_both_rows_of_a_header(tmp_path: Path) -> None:
    def tall(words: str) -> str:
        return cell(words, merge="restart")

    below = cell("", merge="continue")
    rows = [
        [tall("Finding"), tall("Action"), cell("Responsibility", across=2), tall("Target date")],
        [below, below, "Lead officer", "Action officer", below],
        [tall("Medicines were not stored safely."), "Audit the stores", "Director of Nursing", "Jo Lee", "May 2019"],
        [below, "Replace old fridges", "Director of Estates", "Sam Hill", "June 2019"],
    ]
    found = plan(tmp_path, table(*rows))
    assert ("Director of Estates", "Replace old fridges") in found.facts("OWNS")
    assert ("Sam Hill", "Replace old fridges") in found.facts("OPERATES")
    assert {target for _, target in found.facts("ADDRESSES")} == {"Medicines were not stored safely."}


def test_a_plan_whose_borders_were_dragged_and_whose_headings_are_only_bold(tmp_path: Path) -> None:
    def part(name: str, ref: str, action: str) -> str:
        header = [cell("Ref"), cell("Action", across=2), cell("Owner"), cell("Due", across=2)]
        row = [cell(ref, across=2), cell(action), cell("Jo Lee", across=2), cell("May 2020")]
        heading = paragraph(run(name, "<w:b/>"))
        return heading + table(header, row, widths=(1000, 60, 3000, 2000, 80, 1500)) + paragraph()

    found = plan(tmp_path, part("Theme 1: Flow", "F1", "Open a ward") + part("Theme 2: Staff", "S1", "Recruit nurses"))
    assert references(found) == {"F1": "Open a ward", "S1": "Recruit nurses"}
    assert {node.attributes["title"] for node in found.nodes("Theme").values()} == {"Flow", "Staff"}


def test_the_evidence_names_the_cell_and_the_nearest_heading(tmp_path: Path) -> None:
    body = paragraph("Theme 1: Flow", style="berschrift1") + table(HEADER, ["1", "Open a ward", "Jo Lee", "May 2019"])
    found = plan(tmp_path, body)
    (fact,) = (one for one in found.graph.relationships if one.type == "OWNS")
    position = fact.evidence[0].position
    assert (position.page, position.heading, position.cell) == (None, "Theme 1: Flow", "table 1, row 2, column 3")


def test_a_plan_written_by_another_program_is_read(tmp_path: Path) -> None:
    made: Word = docx.Document()
    made.add_heading("Northwick Improvement Plan", level=0)
    made.add_heading("Theme 1: Flow", level=1)
    made.add_paragraph("Jo Lee – Director of Care, Northwick Council", style="List Bullet")
    grid = made.add_table(rows=2, cols=5, style="Light Grid Accent 1")
    for at, words in enumerate([*HEADER, "RAG"]):
        grid.rows[0].cells[at].text = words
    for at, words in enumerate(["1.1", "Open a ward", "Jo Lee", "May 2019"]):
        grid.rows[1].cells[at].text = words
    amber = RGBColor(0xFF, 0xC0, 0x00)
    grid.rows[1].cells[4]._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd xmlns:w="{W}" w:val="clear" w:fill="{amber}"/>')
    )
    made.save(str(tmp_path / "plan.docx"))
    found = Plan.at(tmp_path / "plan.docx")
    assert references(found) == {"1.1": "Open a ward"}
    assert found.action("Open").attributes["month_rag"] == "Amber"
    assert [(one.form, one.level) for one in found.document.passages()][:3] == [
        ("heading", 1),
        ("heading", 1),
        ("bullet", 1),
    ]


def content(document: Document) -> list[Any]:
    return [
        [[one.text for one in row.cells] for row in block.rows]
        if isinstance(block, Table)
        else (block.form, block.text)
        for block in document.blocks
    ]


def as_word(document: Document, folder: Path) -> Path:
    """The path of a Word file that says what a document says."""

    def lines(text: str) -> str:
        return "".join(paragraph(run(escape(line))) for line in text.split("\n"))

    body = ""
    for block in document.blocks:
        if isinstance(block, Table):
            body += table(*[[cell(lines(one.text)) for one in row.cells] for row in block.rows]) + paragraph()
        elif block.form == "heading":
            body += paragraph(run(escape(block.text)), style="berschrift1")
        else:
            body += paragraph(run(escape(block.text)), number=(1, block.level - 1) if block.form == "bullet" else None)
    return word_file(folder, body, styles=STYLES, numbering=numbering(*[("bullet", "o")] * 9))


@pytest.mark.parametrize(
    "path", sorted(one for one in LAYOUTS.iterdir() if one.suffix in (".md", ".txt")), ids=lambda path: path.stem
)
def test_every_layout_is_read_from_word_as_it_is_from_text(tmp_path: Path, path: Path) -> None:
    document = read(path, path.name)
    made = as_word(document, tmp_path)
    assert content(read(made, made.name)) == content(document)


def scorer(shared: Path) -> ModuleType:
    spec = spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(shared: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_the_real_plan_is_read_from_word_without_a_fault(shared: Path) -> None:
    name = "stoke-on-trent-improvement-plan-2018"
    path = shared / "documents" / "formats" / f"{name}.docx"
    found = scorer(shared).score_plan(gold(shared, name), to_json(assemble([path])))
    assert (found["actions"], found["extra_actions"], found["failures"]) == ("55 of 55", 0, [])


def test_of_the_real_plan_what_was_deleted_is_gone_and_all_else_stands_once(shared: Path) -> None:
    path = shared / "documents" / "formats" / "stoke-on-trent-improvement-plan-2018.docx"
    document = read(path, path.name)
    words = "\n".join(one.text for one in document.passages())
    assert [
        words.count(one) for one in ("DELETEDTEXT", "COMMENTTEXT", "INSERTEDTEXT", "FOOTNOTETEXT", "TEXTBOXTEXT")
    ] == [
        0,
        0,
        1,
        1,
        1,
    ]
    assert (
        sum(
            cell.carried
            for block in document.blocks
            if isinstance(block, Table)
            for row in block.rows
            for cell in row.cells
        )
        > 50
    )


def test_the_real_review_is_read_from_word_as_well_as_from_text(shared: Path) -> None:
    name = "stockport-review-2018"
    text = (shared / "documents" / f"{name}.txt").read_text(encoding="utf-8")
    graphs = [to_json(assemble([shared / "documents" / one])) for one in (f"{name}.txt", f"formats/{name}.docx")]
    of_text, of_word = (scorer(shared).score_prose(gold(shared, name), graph, text) for graph in graphs)
    assert abs(of_text["f1"] - of_word["f1"]) <= 0.02
    assert of_word["grounded"] == 1.0
