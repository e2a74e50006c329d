"""Who answers to whom: the layers that Graphviz lays out, reporting lines, the free layout."""

import itertools
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sysgraph.cli.view import Shown
from sysgraph.model import Graph, Node
from tests.browser.conftest import Open
from tests.browser.steps import PLACE, find, shown
from tests.builders import BOARD, COUNCIL, FIRST, FUND, GROUP, IMPROVEMENT, fact, graph, node

pytestmark = pytest.mark.browser

CROSSED = """() => {
  const { width, height } = seats.CARD;
  const boxes = [...facts.nodes.keys()].filter(picture.has).map((id) => [id, picture.spot(id)]);
  const within = ({ x, y }, at) => Math.abs(x - at.x) < width / 2 - 1 && Math.abs(y - at.y) < height / 2 - 1;
  return lines.ways().flatMap(({ one, samples }) => boxes
    .filter(([id, at]) => id !== one.source && id !== one.target && samples.some((point) => within(point, at)))
    .map(([id]) => `${one.id} behind ${id}`));
}"""


def test_the_page_opens_on_who_answers_to_whom(open_page: Open) -> None:
    page = open_page().page
    expect(page.get_by_role("button", name="Who answers to whom")).to_have_attribute("aria-pressed", "true")
    assert all(shown(page, one) for one in (BOARD, GROUP, COUNCIL, IMPROVEMENT, FUND))
    assert not shown(page, FIRST)


def test_what_answers_stands_below_what_it_answers_to(open_page: Open) -> None:
    page = open_page().page
    heights = [page.evaluate(PLACE, one.id)["y"] for one in (BOARD, GROUP)]
    assert heights == sorted(heights)
    assert page.evaluate(PLACE, BOARD.id)["y"] < page.evaluate(PLACE, IMPROVEMENT.id)["y"]


@pytest.mark.parametrize("view", ["lines", "map"])
def test_no_line_passes_behind_a_card(open_page: Open, westmere: Shown, view: str) -> None:
    page = open_page(westmere.graph, fragment=f"#view={view}").page
    assert page.evaluate("() => lines.ways().length") > 5
    assert page.evaluate(CROSSED) == []


def test_without_graphviz_the_page_opens_on_all_by_kind(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pygraphviz", None)
    page = open_page().page
    expect(page.get_by_role("button", name="All, by kind")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Who answers to whom")).to_be_hidden()
    assert shown(page, BOARD)


def test_the_free_layout_shows_the_same_cards_elsewhere_and_the_same_each_time(open_page: Open) -> None:
    places = "() => [...facts.nodes.keys()].filter(picture.has).map((id) => [id, picture.place(id)])"
    page = open_page(fragment="#view=map").page
    layered = page.evaluate(places)
    page.get_by_role("button", name="Free").click()
    once: list[Any] = page.evaluate(places)
    assert [one[0] for one in once] == [one[0] for one in layered]
    assert once != layered
    assert once == open_page(fragment="#view=map&layout=free").page.evaluate(places)


def test_a_reporting_line_is_told_from_the_bottom_up_and_where_it_stops(open_page: Open) -> None:
    low, middle, top = (node("Board", f"{name} Board") for name in ("Low", "Middle", "Top"))
    page = open_page(graph([low, middle, top], [fact(low, "REPORTS_TO", middle), fact(middle, "REPORTS_TO", top)])).page
    _show_line(page, low)
    told = page.locator(".chain > li")
    expect(told).to_contain_text("Low Board reports to Middle Board")
    expect(told).to_contain_text("Middle Board reports to Top Board – the line stops here")
    expect(page.locator("#status")).to_have_text("Reporting line of Low Board: 2 steps up; it stops at Top Board.")
    heights = [page.evaluate(PLACE, one.id)["y"] for one in (top, middle, low)]
    assert heights == sorted(heights)


def test_a_line_that_goes_round_in_a_circle_is_marked(open_page: Open) -> None:
    one, other = node("Board", "One Board"), node("Board", "Other Board")
    page = open_page(graph([one, other], [fact(one, "REPORTS_TO", other), fact(other, "REPORTS_TO", one)])).page
    _show_line(page, one)
    expect(page.locator(".chain")).to_contain_text("Other Board reports to One Board – a circle")
    expect(page.locator("#status")).to_contain_text("it goes round in a circle")


def test_the_reporting_line_of_a_person_leads_by_post_and_body(open_page: Open, westmere: Shown) -> None:
    page = open_page(westmere.graph).page
    _show_line(page, _named(westmere.graph, "Ada Finch"))
    expect(page.locator(".chain")).to_contain_text("Ada Finch holds the post Director of Care")
    assert shown(page, _named(westmere.graph, "Westmere City Council"))
    assert not shown(page, _named(westmere.graph, "Ben Carr"))


def test_a_reporting_line_can_be_sent(open_page: Open) -> None:
    page = open_page().page
    _show_line(page, GROUP)
    told = page.locator("#status").inner_text()
    again = open_page(fragment=f"#{page.url.partition('#')[2]}").page
    expect(again.get_by_role("button", name="Show the reporting line")).to_have_attribute("aria-pressed", "true")
    expect(again.locator("#status")).to_have_text(told)
    again.get_by_role("button", name="Show the reporting line").click()
    expect(again.locator(".chain")).to_have_count(0)


def test_as_many_groups_are_shown_as_can_be_read_and_the_rest_on_demand(open_page: Open) -> None:
    page = open_page(_many_groups(30)).page
    expect(page.locator("#status")).to_contain_text("of 120 shown: as many groups as can be read at once")
    assert page.evaluate("() => picture.scale()") >= 0.6
    page.get_by_role("button", name="Show all 120").click()
    expect(page.locator("#status")).to_have_text("120 shown")


def test_two_thousand_nodes_open_on_what_can_be_read(open_page: Open) -> None:
    boards = [node("Board", f"Board {number}") for number in range(700)]
    actions = [node("Action", f"Action {number}") for number in range(1300)]
    told = [fact(low, "REPORTS_TO", boards[at // 3]) for at, low in enumerate(boards) if at]
    told += [fact(boards[at % 700], "OVERSEES", one) for at, one in enumerate(actions)]
    page = open_page(graph([*boards, *actions], told)).page
    expect(page.locator("#status")).to_contain_text("the best connected, as many as can be read at once")
    find(page, "action 1234")
    page.keyboard.press("Enter")
    assert shown(page, actions[1234])
    assert shown(page, boards[1234 % 700])
    assert page.evaluate("() => picture.scale()") > 0.7


def test_a_line_says_what_it_is_when_one_points_at_it_and_is_chosen_with_a_click(open_page: Open) -> None:
    page = open_page(graph([BOARD, GROUP], [fact(GROUP, "REPORTS_TO", BOARD)]), fragment="#view=lines").page
    ends = [page.evaluate(PLACE, one.id) for one in (BOARD, GROUP)]
    x, y = ((ends[0][axis] + ends[1][axis]) / 2 for axis in ("x", "y"))
    page.mouse.move(x, y)
    expect(page.locator("#hover")).to_have_text("Discharge Working Group reports to Health and Wellbeing Board")
    page.mouse.click(x, y)
    expect(page.get_by_role("heading", level=2)).to_have_text(
        "Discharge Working Group reports to Health and Wellbeing Board"
    )


def _show_line(page: Page, one: Node) -> None:
    find(page, one.name)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show the reporting line").click()


def _named(told: Graph, name: str) -> Node:
    return next(one for one in told.nodes if one.name == name)


def _many_groups(count: int) -> Graph:
    groups = [[node("Board", f"Board {group}.{number}") for number in range(4)] for group in range(count)]
    told = [fact(low, "REPORTS_TO", boards[0]) for boards in groups for low in boards[1:]]
    return graph(itertools.chain.from_iterable(groups), told)
