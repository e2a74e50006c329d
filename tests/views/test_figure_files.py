"""Figures as files that people paste: PDF and PNG, and the picture of the README."""

import io
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from sysgraph.resources import resource
from sysgraph.store import open_store
from sysgraph.views.figure import Wish, figure, part_about
from sysgraph.views.figure.canvas import Picture
from sysgraph.views.figure.metrics import width, wrap
from sysgraph.views.figure.pdf import DPI, as_pdf, as_png, winansi
from sysgraph.views.figure.words import description
from sysgraph.withholding import without_people
from sysgraph.workspace import build
from tests.builders import BOARD, GROUP, example
from tests.views.drawn import named

README_FIGURE = Path(__file__).parents[2] / "docs" / "figure.png"


@pytest.fixture(scope="module")
def picture() -> Picture:
    return figure(example(), named(example(), BOARD.name), Wish())


def test_a_pdf_is_one_page_with_words_that_can_be_found_and_nothing_as_pixels(picture: Picture) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(as_pdf(picture))).pages
    assert GROUP.name in " ".join(page.extract_text().split())
    assert not page.images
    assert float(page.mediabox.width) == pytest.approx(picture.width, abs=0.01)


def test_a_pdf_says_what_it_shows_in_which_language_and_under_which_title(picture: Picture) -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(picture)))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert f"{GROUP.name} reports to {BOARD.name}." in root["/StructTreeRoot"]["/K"]["/Alt"]
    assert root["/StructTreeRoot"]["/K"]["/S"] == "/Figure"
    assert reader.metadata is not None
    assert reader.metadata.title == picture.title


def test_a_png_has_220_dots_to_the_inch_of_a4_and_its_description(picture: Picture) -> None:
    image = Image.open(io.BytesIO(as_png(picture)))
    assert image.width == pytest.approx(picture.width * DPI / 72, abs=1.5)
    assert image.info["dpi"][0] == pytest.approx(DPI, abs=0.1)
    assert image.info["Description"] == picture.description


def test_the_same_picture_gives_the_same_bytes(picture: Picture) -> None:
    assert as_pdf(picture) == as_pdf(picture)
    assert as_png(picture) == as_png(picture)


def test_letters_that_helvetica_lacks_lose_their_accent_or_become_a_question_mark() -> None:
    assert winansi("Tŷ Gŵyl – £5 “naïve” 健") == "Ty Gwyl – £5 “naïve” ?"


def test_words_are_wrapped_evenly_and_a_long_one_is_parted_only_where_it_must_be() -> None:
    assert wrap("one two three four", width("one two three", 10), 10) == ("one two", "three four")
    assert wrap("Commissioning", width("Commission", 10), 10) == ("Commissioning",)
    assert all(width(line, 10) <= 80 for line in wrap("x" * 60, 40, 10))


def test_the_picture_of_the_readme_is_that_of_the_demo_as_it_is_now(tmp_path: Path) -> None:
    plan = next(file for file in resource("seed", "demo").iterdir() if "improvement-plan" in file.name)
    build([Path(str(plan))], tmp_path / "graph.sqlite")
    store = open_store(str(tmp_path / "graph.sqlite"))
    try:
        graph = without_people(store.graph())
    finally:
        store.close()
    about = named(graph, "Stoke-on-Trent Health and Wellbeing Board")
    with Image.open(README_FIGURE) as image:
        told = image.info["Description"]
    assert told == description(part_about(graph, about, 2)), "make picture draws it anew"
    assert README_FIGURE.stat().st_size < 200_000


def test_the_readme_shows_the_picture_with_words_for_those_who_do_not_see_it() -> None:
    readme = (README_FIGURE.parents[1] / "README.md").read_text(encoding="utf-8")
    (alt,) = re.findall(r"!\[([^\]]{80,})\]\(docs/figure\.png\)", readme)
    assert "no document read says whom the board answers to" in alt
