"""What axe-core finds in each view, as docs/accessibility.md says it was checked."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from sysgraph.cli.view import Shown
from sysgraph.views.facts import Extras
from tests.browser.conftest import WIDE, Open
from tests.browser.steps import find, shown
from tests.builders import BOARD, GROUP

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW: ViewportSize = {"width": 320, "height": 700}
CONTRAST = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const poor = [];
  while (walker.nextNode()) {
    const { parentElement: element, textContent } = walker.currentNode;
    if (!textContent.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5 && !element.closest(":disabled")) poor.push([textContent.trim(), ratio]);
  }
  return poor;
}"""


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("view", ["lines", "map", "map&layout=free", "around", "table", "table&rows=gaps"])
def test_axe_finds_nothing(open_page: Open, westmere: Shown, view: str, viewport: ViewportSize) -> None:
    chosen = next(one for one in westmere.graph.nodes if one.name == "Discharge Group")
    fragment = f"#view={view}&id={chosen.id}"
    page = open_page(westmere.graph, fragment, viewport, Extras(westmere.gaps, {"x": "./x"})).page
    assert _violations(page) == []
    assert page.evaluate(CONTRAST) == []


def test_axe_finds_nothing_while_one_searches_and_follows_a_line(open_page: Open) -> None:
    page = open_page().page
    find(page, "board")
    expect(page.get_by_role("option").first).to_be_visible()
    assert _violations(page) == []
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show the reporting line").click()
    assert _violations(page) == []


def test_on_a_very_narrow_window_nothing_has_to_be_scrolled_sideways(open_page: Open) -> None:
    for view in ("lines", "around", "table"):
        page = open_page(fragment=f"#view={view}&id={GROUP.id}", viewport=NARROW).page
        assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]


def test_cards_are_reached_one_by_one_with_the_keyboard(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    page.get_by_role("group", name="Picture: arrow keys move it").focus()
    met = []
    for _ in range(page.evaluate("() => [...facts.nodes.keys()].filter(picture.has).length")):
        page.keyboard.press("n")
        met.append(page.evaluate("() => state.now.selected"))
    assert len(set(met)) == len(met)
    assert {BOARD.id, GROUP.id} <= set(met)
    page.keyboard.press("p")
    assert page.evaluate("() => state.now.selected") == met[-2]
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=2)).to_have_text("At a glance")


def test_what_is_moved_by_dragging_is_moved_by_buttons_too(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    expect(page.get_by_role("group", name="Move the picture")).to_be_hidden()
    for _ in range(3):
        page.get_by_role("button", name="Larger").click()
    before = page.evaluate("(id) => picture.place(id)", BOARD.id)
    page.get_by_role("button", name="Right", exact=True).click()
    page.get_by_role("button", name="Down", exact=True).click()
    after = page.evaluate("(id) => picture.place(id)", BOARD.id)
    assert after["x"] < before["x"]
    assert after["y"] < before["y"]
    page.get_by_role("button", name="Fit").click()
    expect(page.get_by_role("group", name="Move the picture")).to_be_hidden()


def test_whole_width_gives_the_picture_the_whole_window(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    page.get_by_role("button", name="Whole width").click()
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    assert box["width"] == WIDE["width"]
    expect(page.locator("#details")).to_be_hidden()
    assert shown(page, BOARD)


def _violations(page: Page) -> list[Any]:
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]]
