import pytest
from playwright.sync_api import expect

from sysgraph.views.facts import verb as verb_of
from sysgraph.views.network import label_of
from sysgraph.vocabulary import RELATIONSHIPS
from tests.browser.conftest import Open
from tests.browser.steps import ROWS, click, shown
from tests.builders import BOARD, GROUP, THEME, example

pytestmark = pytest.mark.browser


def test_the_table_lists_every_relationship_with_its_words(open_page: Open) -> None:
    page = open_page().page
    page.locator("#view-table").click()
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(len(example().relationships))
    listed = {tuple(row) for row in page.evaluate(ROWS)}
    names = {one.id: label_of(one) for one in example().nodes}
    for one in example().relationships:
        words = " ".join(f"“{evidence.quote}”" for evidence in one.evidence)
        verb = verb_of(RELATIONSHIPS[one.type].reading)
        ends = (names[one.source], names[one.target], words)
        assert [row for row in listed if (row[0], row[2], row[3]) == ends and row[1].startswith(verb)]


def test_the_table_lists_every_actor_and_thing(open_page: Open) -> None:
    page = open_page().page
    page.locator("#view-table").click()
    page.get_by_role("button", name="Actors and things").click()
    expect(page.locator("tbody tr")).to_have_count(len(example().nodes))
    page.get_by_label("Only rows that hold").fill("left blank")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("#row-count")).to_have_text("1 row")


def test_the_table_sorts_by_any_column_and_says_so(open_page: Open) -> None:
    page = open_page().page
    page.locator("#view-table").click()
    head = page.get_by_role("columnheader", name="To")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    first = page.evaluate(ROWS)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert page.evaluate(ROWS)[0][2] == first[-1][2]


def test_a_row_of_the_table_selects(open_page: Open) -> None:
    page = open_page().page
    page.locator("#view-table").click()
    page.locator("tbody").get_by_role("link", name="Discharge Working Group").first.click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Discharge Working Group")
    expect(page.locator("#table")).to_be_visible()


def test_everything_can_be_reached_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page().page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the find box")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("discharge")
    expect(page.get_by_role("option", selected=True)).to_have_text("Discharge Working Groupboard")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("6 Dischargetheme")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show only this and its neighbours")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#view-around")).to_have_attribute("aria-pressed", "true")
    assert not shown(page, THEME)


def test_the_focus_can_be_seen(open_page: Open) -> None:
    page = open_page().page
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_the_address_holds_the_view_and_brings_it_back(open_page: Open) -> None:
    page = open_page().page
    page.get_by_role("checkbox", name="Themes").uncheck()
    click(page, GROUP)
    fragment = page.url.partition("#")[2]
    again = open_page(fragment=f"#{fragment}").page
    expect(again.get_by_role("heading", level=2)).to_have_text("Discharge Working Group")
    expect(again.get_by_role("checkbox", name="Themes")).not_to_be_checked()
    assert not shown(again, THEME)


def test_the_back_button_undoes_a_selection(open_page: Open) -> None:
    page = open_page().page
    click(page, GROUP)
    click(page, BOARD)
    page.go_back()
    expect(page.get_by_role("heading", level=2)).to_have_text("Discharge Working Group")


def test_an_address_that_makes_no_sense_opens_the_first_screen(open_page: Open) -> None:
    page = open_page(fragment="#view=nowhere&id=nobody&hide=Nothing&centre=%3Cimg%3E").page
    expect(page.get_by_role("heading", level=2)).to_have_text("At a glance")
    expect(page.locator("#view-lines")).to_have_attribute("aria-pressed", "true")


def test_on_a_narrow_window_all_is_there_one_below_the_other(open_page: Open) -> None:
    page = open_page(viewport={"width": 400, "height": 800}).page
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 400
    boxes = [page.locator(one).bounding_box() for one in ("#find", "#filters", "#picture", "#details")]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 4
    assert tops == sorted(tops)
    assert shown(page, BOARD)
