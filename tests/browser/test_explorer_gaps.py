"""Gaps, filters, sources, and what may not be shown, on the page as a person uses it."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from sysgraph.cli.view import Shown, rendered
from sysgraph.model import Graph
from sysgraph.questions.gaps import without_people
from sysgraph.views.facts import Extras
from sysgraph.withholding import withhold
from tests.browser.conftest import Open
from tests.browser.steps import PLACE, ROWS, click, find, shown
from tests.builders import BOARD, COUNCIL, FIRST, GROUP, PAPER, PLAN, SECOND, TRUST, cite, fact, graph, node

pytestmark = pytest.mark.browser

BADGE = "(id) => { const found = gaps.badge(id, state.now.marks); return found && [found.name, found.text]; }"


def test_a_card_carries_its_gravest_gap_and_how_many_more(open_page: Open, westmere: Shown) -> None:
    page = open_page(westmere.graph, extras=Extras(westmere.gaps)).page
    for one in westmere.graph.nodes:
        found = [gap.rule for gap in westmere.gaps if gap.node.id == one.id and gap.rule.header.severity != "note"]
        more = f" +{len(found) - 1}" if len(found) > 1 else ""
        wanted = [found[0].header.severity, found[0].code + more] if found else None
        assert page.evaluate(BADGE, one.id) == wanted


def test_the_panel_lists_gaps_with_how_to_put_them_right(open_page: Open, westmere: Shown) -> None:
    gap = westmere.gaps[0]
    page = open_page(westmere.graph, extras=Extras(westmere.gaps)).page
    find(page, gap.node.name)
    page.keyboard.press("Enter")
    details = page.get_by_role("complementary", name="Details")
    expect(details).to_contain_text(f"{gap.rule.code} {gap.rule.title} ({gap.rule.header.severity})")
    details.get_by_text("How to put it right").first.click()
    expect(details.locator("details[open]").first).to_contain_text(" ".join(gap.rule.remedy.split()))


def test_hovering_tells_the_gaps_of_a_card_and_its_whole_name(open_page: Open) -> None:
    board = node("Board", "The Board for " + "very " * 40 + "long names")
    page = open_page(graph([board, GROUP], [fact(GROUP, "REPORTS_TO", board)]), fragment="#view=map").page
    place = page.evaluate(PLACE, board.id)
    page.mouse.move(place["x"], place["y"])
    expect(page.locator("#hover")).to_have_text(board.name)
    page.locator("#canvas .vis-network").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#hover")).to_be_hidden()


def test_notes_are_marked_when_asked_for(open_page: Open, westmere: Shown) -> None:
    page = open_page(westmere.graph, extras=Extras(westmere.gaps)).page
    grave = {gap.node.id for gap in westmere.gaps if gap.rule.header.severity != "note"}
    noted = next(gap.node for gap in westmere.gaps if gap.node.id not in grave)
    assert page.evaluate(BADGE, noted.id) is None
    page.get_by_role("checkbox", name="Notes").check()
    assert page.evaluate(BADGE, noted.id)[0] == "note"
    assert "marks=" in page.url


def test_the_table_lists_every_gap_gravest_first(open_page: Open, westmere: Shown) -> None:
    page = open_page(westmere.graph, extras=Extras(westmere.gaps), fragment="#view=table&rows=gaps").page
    listed = page.evaluate(ROWS)
    assert len(listed) == min(len(westmere.gaps), 100)
    order = ["error", "warning", "note"]
    ranks = [order.index(row[0]) for row in listed]
    assert ranks == sorted(ranks)
    expect(page.locator("#row-count")).to_contain_text(f"{len(westmere.gaps)} rows")


def test_a_place_can_be_filtered_out_and_the_address_keeps_it(open_page: Open) -> None:
    here, there = (node("Organisation", name, place=name.split()[0]) for name in ("Marlbrook Council", "Vale Council"))
    told = graph([BOARD, here, there], [fact(here, "MEMBER_OF", BOARD), fact(there, "MEMBER_OF", BOARD)])
    page = open_page(told, fragment="#view=map").page
    page.get_by_role("checkbox", name="Vale").uncheck()
    assert shown(page, here)
    assert not shown(page, there)
    again = open_page(told, fragment=f"#{page.url.partition('#')[2]}").page
    expect(again.get_by_role("checkbox", name="Vale")).not_to_be_checked()
    assert not shown(again, there)


def test_a_document_can_be_filtered_out_with_all_that_rests_on_it_alone(open_page: Open) -> None:
    told = [
        fact(GROUP, "REPORTS_TO", BOARD, cite("The group reports to the board", 1, PAPER)),
        fact(COUNCIL, "MEMBER_OF", BOARD, cite("The council is a member of the board", 1, PLAN)),
    ]
    page = open_page(graph([BOARD, GROUP, COUNCIL, TRUST], told), fragment="#view=map").page
    page.get_by_role("checkbox", name="board-paper.docx").uncheck()
    assert not shown(page, GROUP)
    assert shown(page, BOARD)
    page.locator("#view-table").click()
    expect(page.locator("tbody tr")).to_have_count(1)


def test_actions_are_filtered_by_their_status(open_page: Open) -> None:
    page = open_page(fragment="#view=map&all=1&hide=").page
    assert shown(page, FIRST)
    page.get_by_role("checkbox", name="Amber").uncheck()
    assert not shown(page, FIRST)
    assert shown(page, SECOND)
    page.get_by_role("button", name="Status of actions (RAG): all").click()
    assert shown(page, FIRST)


def test_evidence_leads_to_its_page_in_the_document(open_page: Open) -> None:
    links = {PAPER: "./papers/board-paper.docx"}
    page = open_page(extras=Extras(links=links), fragment="#view=map").page
    click(page, GROUP)
    link = page.get_by_role("link", name="Open the document").first
    expect(link).to_have_attribute("href", "./papers/board-paper.docx#page=1")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_without_sources_there_is_no_link_that_could_be_dead(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    click(page, GROUP)
    expect(page.locator(".evidence").first).to_be_visible()
    expect(page.locator(".evidence a")).to_have_count(0)


def test_a_page_of_posts_alone_names_nobody_anywhere(open_page: Open, westmere: Shown) -> None:
    withheld = withhold(westmere.graph)
    public = Shown(withheld.graph, without_people(westmere.gaps, withheld))
    html = rendered(public)
    people = [one for one in westmere.graph.nodes if one.kind == "Person"]
    assert people
    for name in (form for one in people for form in (one.name, *one.aliases)):
        assert name in rendered(westmere)
        assert name not in html
    page = open_page(public.graph, extras=Extras(public.gaps)).page
    find(page, people[0].name)
    expect(page.get_by_role("option")).to_have_count(0)


NAMES = (
    '</script><script>document.title = "taken"</script>',
    'O\'Dowd "the" & `Board` ${1}',
    "\u202eBoard of the reversed\u202c name",
    "Board " + "long" * 125,
    "Zero\u200bwidth and \u0000nothing and \ud7ff \uffff \u2028 lines",
)


@pytest.mark.parametrize("view", ["lines", "map", "around", "table"])
def test_hostile_names_are_names_in_every_view(open_page: Open, view: str) -> None:
    told = _hostile()
    one = next(board for board in told.nodes if board.name.startswith("</script>"))
    page = open_page(told, fragment=f"#view={view}&id={one.id}&line={one.id}").page
    expect(page.get_by_role("heading", level=2)).to_have_text(one.name)
    assert page.title() == "Marlbrook"
    assert page.locator("script").count() == 4
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280
    page.locator("#view-table").click()
    expect(page.locator("tbody tr")).to_have_count(len(told.relationships))
    _every_name_can_be_found(page, told)


def _every_name_can_be_found(page: Page, told: Graph) -> None:
    for one in told.nodes:
        find(page, one.name[:60].replace("\u202e", "").replace("\u202c", "").split("\u0000")[0])
        assert page.get_by_role("option").count() >= 1


def _hostile() -> Graph:
    boards = [node("Board", name) for name in NAMES]
    return graph(boards, [fact(low, "REPORTS_TO", high) for low, high in pairwise(boards)])
