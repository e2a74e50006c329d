"""Figures of real papers: a review, a plan, a scrutiny pack."""

from itertools import combinations
from pathlib import Path

import pytest

from sysgraph.errors import QuestionError
from sysgraph.model import Graph
from sysgraph.store import open_store
from sysgraph.views.figure import Wish, figure
from sysgraph.views.figure.svg import as_svg
from sysgraph.workspace import build
from tests.views.drawn import SVG, boxes, courses, parsed, words

PAPERS = ("stockport-review-2018.txt", "stoke-on-trent-improvement-plan-2018.txt", "plymouth-scrutiny-pack-2018.txt")


@pytest.fixture(scope="module", params=PAPERS)
def whole(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    file = tmp_path_factory.mktemp("real") / "graph.sqlite"
    build([shared / "documents" / request.param], file)
    store = open_store(str(file))
    try:
        return store.graph()
    finally:
        store.close()


def test_every_board_that_can_be_drawn_is_drawn_without_overlap_in_letters_of_8_points(whole: Graph) -> None:
    count = 0
    for board in (node for node in whole.nodes if node.kind == "Board"):
        try:
            svg = as_svg(figure(whole, (board,), Wish()))
        except QuestionError:
            continue
        count += 1
        root = parsed(svg)
        assert not [pair for pair in combinations(boxes(svg), 2) if pair[0].meets(pair[1])], board.name
        assert not [pair for pair in combinations(words(root), 2) if pair[0].meets(pair[1], spare=0.5)], board.name
        assert min(float(str(one.get("font-size"))) for one in root.iter(f"{SVG}text")) >= 8.0
        for says, along in courses(svg):
            others = [box for box in boxes(svg) if box.says.partition(";")[0] not in says]
            assert not [box.says for box in others if any(box.holds(point, 1.5) for point in along)], says
    assert count >= 2
