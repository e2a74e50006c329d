"""A page of the invented graph, open in a real Chromium that is told to stay off the network."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from sysgraph.cli.view import Shown, shown_of
from sysgraph.model import Graph
from sysgraph.store import open_store
from sysgraph.views.explorer import write_page
from sysgraph.views.facts import Extras
from tests.builders import example
from tests.questions.invented import write_westmere

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
WIDE: ViewportSize = {"width": 1280, "height": 800}


@dataclass
class Opened:
    """A page, with all that it asked for, and all that went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def westmere(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The graph of Westmere, in which boards report in a circle and nowhere, and the gaps in it."""
    path = write_westmere(tmp_path_factory.mktemp("westmere") / "graph.sqlite")
    store = open_store(path)
    try:
        return shown_of(store, str(path), as_of="2018-04-01")
    finally:
        store.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Writes the page of a graph and opens it; the test fails if the page raised, was refused something or went out."""
    opened: list[Opened] = []
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")

    def open_(
        graph: Graph | None = None, fragment: str = "", viewport: ViewportSize = WIDE, extras: Extras | None = None
    ) -> Opened:
        path = tmp_path / "page.html"
        write_page(graph or example(), path, title="Marlbrook", extras=extras)
        one = Opened(context.new_page())
        opened.append(one)
        one.page.set_viewport_size(viewport)
        one.page.set_default_timeout(10_000)
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.on("pageerror", lambda error: one.troubles.append(str(error)))
        one.page.on("console", lambda message: one.troubles.append(message.text))
        one.page.on("dialog", lambda dialog: one.troubles.append(dialog.message))
        one.page.goto(path.as_uri() + fragment)
        one.page.wait_for_function("document.documentElement.dataset.ready")
        return one

    yield open_
    for one in opened:
        assert one.troubles == []
        assert [url for url in one.requests if not url.startswith("file:")] == []
        assert len({url.partition("#")[0] for url in one.requests}) == 1
    context.close()
