"""The page on paper: A4 landscape, the picture and its legend on the first sheet, no controls."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from sysgraph.cli.view import Shown
from sysgraph.views.facts import Extras
from tests.browser.conftest import Open
from tests.browser.steps import DRAWN, click
from tests.builders import GROUP

pytestmark = pytest.mark.browser


def test_on_paper_there_are_no_controls(open_page: Open) -> None:
    page = open_page().page
    page.emulate_media(media="print")
    for control in (".toolbar", "#find", "#zooms", "#filters input"):
        assert not [one for one in page.locator(control).all() if one.is_visible()]
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#canvas canvas")).to_be_visible()


def test_the_legend_on_paper_is_of_what_the_picture_holds(open_page: Open) -> None:
    page = open_page(fragment="#view=map").page
    page.emulate_media(media="print")
    legend = page.locator("#filters label:visible .what")
    expect(legend.filter(has_text="Boards")).to_have_count(1)
    expect(legend.filter(has_text="Actions")).to_have_count(0)
    expect(legend.filter(has_text="commissions")).to_have_count(0)


def test_the_picture_is_drawn_anew_for_paper_and_back_for_the_screen(open_page: Open) -> None:
    page = open_page().page
    canvas = page.locator("#canvas canvas")
    before = canvas.get_attribute("width")
    page.emulate_media(media="print")
    expect(canvas).to_have_attribute("width", "3138")
    assert len(page.evaluate(DRAWN)) > 20
    page.emulate_media(media="screen")
    expect(canvas).to_have_attribute("width", str(before))


def test_the_first_sheet_is_a4_landscape_with_picture_and_legend(
    open_page: Open, westmere: Shown, tmp_path: Path
) -> None:
    page = open_page(westmere.graph, extras=Extras(westmere.gaps), fragment="#view=map").page
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    first, second = (document[at].get_textpage().get_text_range() for at in (0, 1))
    assert [round(side) for side in document[0].get_size()] == [842, 595]
    assert "Relationships" in first
    assert "reports to" in first
    assert "At a glance" not in first
    assert second.startswith("At a glance")
    image = document[0].render(scale=1).to_pil().convert("L").crop((40, 100, 800, 400))
    assert len(image.getcolors() or []) > 20
    document.close()


def test_a_selected_node_is_printed_with_all_that_is_folded_on_the_screen(open_page: Open, tmp_path: Path) -> None:
    page = open_page(fragment="#view=map").page
    click(page, GROUP)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    text = "".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    assert "The group reports monthly to the board" in " ".join(text.split())
    document.close()
