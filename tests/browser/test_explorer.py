import json
from typing import Any

import pytest
from playwright.sync_api import expect

from sysgraph.model import Graph
from tests.browser.conftest import Open
from tests.browser.steps import DRAWN, PLACE, click, find, rgb, shown
from tests.builders import (
    ANN,
    BOARD,
    COUNCIL,
    FIRST,
    GROUP,
    IMPROVEMENT,
    MEETING,
    THEME,
    cite,
    example,
    fact,
    graph,
    node,
)

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=\"document.title='taken'\"></script><script>document.title='taken'</script>"


def test_the_picture_is_drawn_in_the_colours_of_the_legend(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    colours = page.evaluate(DRAWN)
    assert len(colours) > 20
    for kind in ("Board", "Plan", "Theme", "Organisation"):
        assert rgb(page.evaluate("(kind) => facts.kinds.get(kind).colour", kind)) in colours


def test_all_by_kind_begins_with_boards_plans_themes_and_bodies(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    assert all(shown(page, one) for one in (BOARD, IMPROVEMENT, THEME, COUNCIL))
    assert not any(shown(page, one) for one in (FIRST, ANN, MEETING))
    expect(page.get_by_role("heading", level=1)).to_have_text("Marlbrook")
    expect(page.get_by_role("heading", level=2)).to_have_text("At a glance")


@pytest.mark.parametrize("layout", ["layers", "free"])
def test_no_two_cards_overlap(open_page: Open, layout: str) -> None:
    page = open_page(fragment=f"#view=map&all=1&hide=&layout={layout}").page
    places: list[dict[str, Any]] = page.evaluate("() => [...facts.nodes.keys()].filter(picture.has).map(picture.place)")
    card = page.evaluate("() => ({ ...seats.CARD, zoom: picture.scale() })")
    assert len(places) == len(example().nodes)
    for at, one in enumerate(places):
        for other in places[:at]:
            apart = abs(one["x"] - other["x"]) >= card["width"] * card["zoom"]
            assert apart or abs(one["y"] - other["y"]) >= card["height"] * card["zoom"]


def test_finding_lists_matches_as_one_types_and_enter_goes_there(open_page: Open) -> None:
    page = open_page().page
    find(page, "wellb")
    expect(page.get_by_role("option")).to_have_text(
        [
            "Health and Wellbeing Boardboard",
            "Health and Wellbeing Board, 24 January 2018meeting",
        ]
    )
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("Health and Wellbeing Board")
    expect(page.get_by_role("heading", level=2)).to_be_focused()


def test_finding_goes_by_other_names_and_says_when_there_is_nothing(open_page: Open) -> None:
    page = open_page().page
    find(page, "vtt")
    expect(page.get_by_role("option")).to_have_text(["Vale of Tarrow NHS Trustorganisation"])
    find(page, "zzz")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.locator("#found")).to_have_text("Nothing of that name.")


def test_what_is_found_but_not_in_the_picture_is_shown_among_its_neighbours(open_page: Open) -> None:
    page = open_page().page
    find(page, "trusted assessor")
    page.keyboard.press("Enter")
    assert all(shown(page, one) for one in (FIRST, ANN, THEME))
    assert not shown(page, GROUP)
    expect(page.locator("#status")).to_contain_text("around 6.1 Appoint a trusted assessor")


def test_a_filter_brings_a_kind_in_and_takes_it_out(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    actions = page.get_by_role("checkbox", name="Actions")
    assert not actions.is_checked()
    actions.check()
    assert shown(page, FIRST)
    page.get_by_role("checkbox", name="Boards").uncheck()
    assert not shown(page, BOARD)


def test_a_filter_takes_a_type_of_relationship_out(open_page: Open) -> None:
    page = open_page().page
    page.locator("#view-table").click()
    before = page.locator("tbody tr").count()
    page.get_by_role("checkbox", name="chairs").uncheck()
    expect(page.locator("tbody tr")).to_have_count(before - 1)
    expect(page.get_by_role("cell", name="chairs")).to_have_count(0)


def test_selecting_a_card_shows_sentences_with_words_page_and_rule(open_page: Open) -> None:
    page = open_page().page
    click(page, GROUP)
    details = page.get_by_role("complementary", name="Details")
    expect(details.get_by_role("heading", level=2)).to_have_text("Discharge Working Group")
    expect(details).to_contain_text("Discharge Working Group reports to Health and Wellbeing Board, frequency: monthly")
    expect(details).to_contain_text("“The group reports monthly to the board”")
    expect(details).to_contain_text("marlbrook/board-paper.docx, page 1, under “Actions”")
    expect(details).to_contain_text("read by the rule plan.row")


def test_selecting_an_action_shows_what_is_known_in_plain_words(open_page: Open) -> None:
    page = open_page(fragment=f"#view=around&id={FIRST.id}").page
    known = page.locator("#details dl")
    expect(known).to_contain_text("DueApril 2018")
    expect(known).to_contain_text("Owner cellnames an owner")
    expect(page.locator("#details")).to_contain_text("is owned by Ann O’Dowd")
    expect(page.locator("#details")).not_to_contain_text(FIRST.id)


def test_selecting_a_relationship_shows_every_passage_it_rests_on(open_page: Open) -> None:
    owns = next(one for one in example().relationships if one.type == "OWNS")
    page = open_page(fragment=f"#view=table&id={owns.id}").page
    details = page.locator("#details")
    expect(details.get_by_role("heading", level=2)).to_have_text("Ann O’Dowd owns 6.1 Appoint a trusted assessor")
    expect(details.locator("blockquote")).to_have_text(
        [f"“{one.quote}”" for one in owns.evidence], use_inner_text=False
    )


def test_the_neighbourhood_grows_by_a_step(open_page: Open) -> None:
    page = open_page().page
    click(page, THEME)
    page.get_by_role("button", name="Show only this and its neighbours").click()
    assert shown(page, FIRST)
    assert not shown(page, BOARD)
    page.get_by_role("button", name="2 steps").click()
    assert shown(page, BOARD)
    page.get_by_role("button", name="Start again").click()
    assert not shown(page, FIRST)
    expect(page.get_by_role("heading", level=2)).to_have_text("At a glance")


def test_a_hostile_name_is_only_ever_shown(open_page: Open) -> None:
    action = node("Action", HOSTILE, HOSTILE + "!", text=HOSTILE, evidence=[cite(f"See {HOSTILE}")])
    board = node("Board", HOSTILE)
    told = graph([action, board], [fact(board, "OVERSEES", action, cite(f"It oversees {HOSTILE}"), as_=HOSTILE)])
    page = open_page(told).page
    find(page, "onerror")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_contain_text("<img src=x onerror=")
    place = page.evaluate(PLACE, action.id)
    page.mouse.move(place["x"], place["y"])
    expect(page.locator("#hover")).to_contain_text("<img src=x")
    page.locator("#view-table").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    assert page.title() == "Marlbrook"
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 4


def test_an_empty_graph_has_an_empty_picture(open_page: Open) -> None:
    page = open_page(Graph((), (), ())).page
    expect(page.locator("#status")).to_have_text("0 shown")
    page.locator("#view-table").click()
    expect(page.locator("#row-count")).to_have_text("0 rows")


def test_the_picture_is_the_same_each_time(open_page: Open) -> None:
    places = "() => [...facts.nodes.keys()].filter(picture.has).map(picture.place)"
    one, other = open_page().page, open_page().page
    assert json.dumps(one.evaluate(places)) == json.dumps(other.evaluate(places))
