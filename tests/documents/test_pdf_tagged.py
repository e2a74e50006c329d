"""Tagged PDFs, printed by a browser: what the tag tree tells, and what it leaves out."""

from pathlib import Path

import pytest

from sysgraph.model import Document, Table
from tests.documents.papers import filler, noticed, printed, told
from tests.written import cells

STYLE = """<style>@page { size: A4 landscape; margin: 15mm } body { font: 10pt sans-serif }
table { border-collapse: collapse } td, th { border: 1px solid #000; padding: 4px; vertical-align: top; width: 16% }
.r { background: #f00 }</style>"""
HEAD = "<thead><tr><th>Issue</th><th>Ref</th><th>Action</th><th>Owner</th><th>RAG</th></tr></thead>"


def rows(count: int) -> str:
    made = ""
    for number in range(count):
        issue = f'<td rowspan="2">Issue {number + 1}: {filler(20)}.</td>'
        made += (
            f"<tr>{issue}<td>{number + 1}.1</td><td>Open ward {number}. {filler(40)}.</td><td>Jo Lee</td><td></td></tr>"
        )
        made += f'<tr><td>{number + 1}.2</td><td>Close ward {number}.</td><td></td><td class="r"></td></tr>'
    return made


PLAN = f"""<html><head>{STYLE}</head><body><h1>Marlbrook plan</h1><p>Agreed in May.</p>
<ul><li>Jo Lee<ul><li>for whom Sam Patel stands in</li></ul></li><li>Kim Oduya</li></ul><h2>Theme 1: Beds</h2>
<table>{HEAD}<tbody>{rows(9)}</tbody></table><h2>Next</h2><p>The plan ends here.</p></body></html>"""


@pytest.fixture(scope="module", params=[True, False], ids=["tagged", "untagged"])
def plan(request: pytest.FixtureRequest, chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Document:
    return printed(chromium, tmp_path_factory.mktemp("plan"), PLAN, tagged=request.param)


def test_headings_paragraphs_and_lists_are_the_same_with_tags_and_without(plan: Document) -> None:
    assert told(plan) == [
        ("heading", 1, "Marlbrook plan"),
        ("paragraph", 0, "Agreed in May."),
        ("bullet", 1, "Jo Lee"),
        ("bullet", 2, "for whom Sam Patel stands in"),
        ("bullet", 1, "Kim Oduya"),
        ("heading", 2, "Theme 1: Beds"),
        ("heading", 2, "Next"),
        ("paragraph", 0, "The plan ends here."),
    ]
    assert noticed(plan) == []


def test_a_table_over_pages_is_one_with_its_header_once_its_cells_carried_and_its_colours(plan: Document) -> None:
    (table,) = (block for block in plan.blocks if isinstance(block, Table))
    assert plan.pages > 1
    assert [cell.text for cell in table.rows[0].cells] == ["Issue", "Ref", "Action", "Owner", "RAG"]
    refs = [row.cells[1].text for row in table.rows[1:]]
    assert refs == [f"{number}.{part}" for number in range(1, 10) for part in (1, 2)]
    for first, second in zip(table.rows[1::2], table.rows[2::2], strict=True):
        assert first.cells[0].text == second.cells[0].text
        assert first.cells[0].text.endswith(f"{filler(20)}.")
        assert [first.cells[0].carried, second.cells[0].carried] == [False, True]
        assert [first.cells[3].text, second.cells[3].text] == ["Jo Lee", ""]
        assert [first.cells[4].fill, second.cells[4].fill] == [None, "FF0000"]
    assert table.rows[1].passage.position.page == 1
    assert table.rows[-1].passage.position.page == plan.pages


def test_cells_that_a_tree_leaves_out_do_not_move_those_after_them(chromium: Path, tmp_path: Path) -> None:
    lines = [
        ["Issue", "", "Action", "Owner", "Due"],
        ["Waits are long", "1.1", "Open a ward", "", "May 2024"],
        ["", "1.2", "Close a ward", "Sam Patel", ""],
        ["", "", "See 1.1", "", ""],
    ]
    body = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in line)}</tr>" for line in lines)
    html = f"<html><head>{STYLE}</head><body><h1>Plan</h1><table>{body}</table></body></html>"
    assert cells(printed(chromium, tmp_path, html, tagged=True)) == [lines]


def test_columns_of_a_tagged_page_are_read_in_the_order_of_its_tree(chromium: Path, tmp_path: Path) -> None:
    text = [f"Paragraph {number} {filler(70)}." for number in range(8)]
    body = "".join(f"<p>{one}</p>" for one in text)
    columns = f'<div style="column-count: 2">{body}</div>'
    html = f'<html><body style="font: 11pt sans-serif"><h1>Review</h1>{columns}</body></html>'
    assert [words for _, _, words in told(printed(chromium, tmp_path, html, tagged=True))] == ["Review", *text]
    assert [words for _, _, words in told(printed(chromium, tmp_path, html, tagged=False))] == ["Review", *text]


def test_the_real_plan_is_the_same_table_by_table_with_tags_and_without(shared: Path) -> None:
    from sysgraph.documents import read

    folder = shared / "documents" / "formats"
    plain, tagged = (
        cells(read(folder / name, name))
        for name in ("stoke-on-trent-improvement-plan-2018.pdf", "stoke-on-trent-improvement-plan-2018-tagged.pdf")
    )
    references = [[row[2] for table in found for row in table if len(row) > 2 and row[2]] for found in (plain, tagged)]
    assert references[0] == references[1]
    assert len(references[0]) > 50
