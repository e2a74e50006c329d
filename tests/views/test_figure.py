"""What a figure shows, measured on its SVG: nothing overlaps, everything can be read on A4, everybody stands once."""

import re
import sys
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysgraph.errors import InstallationError, QuestionError
from sysgraph.model import Graph, Node, Relationship
from sysgraph.views.figure import Wish, figure, part_about
from sysgraph.views.figure.boxes import written
from sysgraph.views.figure.compose import LETTERS, Around, Sheet, body
from sysgraph.views.figure.fitting import PAGES
from sysgraph.views.figure.layout import Way
from sysgraph.views.figure.svg import as_svg
from sysgraph.withholding import without_people
from tests.builders import ANN, BOARD, COUNCIL, DIRECTOR, GROUP, example, fact, graph, node
from tests.questions.invented import westmere
from tests.views.drawn import SVG, boxes, courses, drawn, groups, named, parsed, text_of, words

WESTMERE = westmere().graph()
HUB = "Westmere Alliance Board"


def crowd(members: int, *facts: Relationship) -> Graph:
    seats = [node("Organisation", f"Partner {number:02} of Marlbrook") for number in range(members)]
    ends = {one.id: one for one in (BOARD, COUNCIL, GROUP, ANN, DIRECTOR)}
    return graph([*ends.values(), *seats], [*(fact(one, "MEMBER_OF", BOARD) for one in seats), *facts])


def tangle(count: int) -> Graph:
    """Boards that each report to two others, so that no two stand alike."""
    made = [node("Board", f"Integrated Commissioning Committee number {number}") for number in range(count)]
    lines = [fact(made[at], "REPORTS_TO", made[(at - 1) // 3]) for at in range(1, count)]
    lines += [fact(made[at], "OVERSEES", made[(at * 7 + 1) % count]) for at in range(2, count, 2)]
    return graph(made, lines)


CASES = {
    "example": (example(), BOARD.name),
    "westmere": (WESTMERE, HUB),
    "crowd": (crowd(14, fact(ANN, "CHAIRS", BOARD, as_="vice chair"), fact(GROUP, "REPORTS_TO", BOARD)), BOARD.name),
    "tangle": (tangle(11), "Integrated Commissioning Committee number 0"),
}


@pytest.fixture(params=CASES)
def svg(request: pytest.FixtureRequest) -> str:
    return drawn(*CASES[request.param])


def test_no_two_boxes_overlap(svg: str) -> None:
    found = boxes(svg)
    assert len(found) > 1
    assert not [(one.says, other.says) for one, other in combinations(found, 2) if one.meets(other)]


def test_no_line_runs_through_a_box_that_it_does_not_join(svg: str) -> None:
    found = courses(svg)
    assert found
    for says, along in found:
        crossed = [box.says for box in boxes(svg) if box.says.partition(";")[0] not in says]
        hit = [box for box in boxes(svg) if box.says in crossed and any(box.holds(point, 1.0) for point in along)]
        assert not hit, (says, hit)


def test_no_words_overlap_one_another_and_those_of_a_box_stay_in_it(svg: str) -> None:
    everything = words(parsed(svg))
    assert not [(a.says, b.says) for a, b in combinations(everything, 2) if a.meets(b, spare=0.5)]
    for group, box in zip(groups(svg, "box"), boxes(svg), strict=True):
        for line in words(group):
            assert box.left <= line.left
            assert line.right <= box.right
            assert box.top <= line.top
            assert line.bottom <= box.bottom


def test_words_beside_a_line_stand_in_no_box(svg: str) -> None:
    for label in groups(svg, "label"):
        assert not [box for box in boxes(svg) for line in words(label) if line.meets(box)]


def test_letters_are_8_points_or_more_on_a4_at_full_width_and_all_is_on_the_page(svg: str) -> None:
    root = parsed(svg)
    wide, high = (float(str(root.get(name)).removesuffix("pt")) for name in ("width", "height"))
    room = next(room for room in PAGES.values() if round(room[0], 2) == wide)
    assert high <= room[1] + 0.01
    assert min(float(str(one.get("font-size"))) for one in root.iter(f"{SVG}text")) >= 8.0
    for one in (*boxes(svg), *words(root)):
        assert one.left >= 0
        assert one.right <= wide
        assert one.bottom <= high


@pytest.mark.parametrize("case", CASES)
def test_everybody_in_the_part_stands_in_the_figure_once(case: str) -> None:
    whole, name = CASES[case]
    shown = [told for box in boxes(drawn(whole, name)) for told in box.says.split("; ")]
    for one in part_about(whole, named(whole, name), 2).nodes.values():
        assert shown.count(written(one)) == 1, one.name


def test_those_who_sit_alike_stand_in_one_list_that_says_how_many() -> None:
    found = groups(drawn(crowd(14), BOARD.name), "box")
    lists = [one for one in found if "14 organisations" in text_of(one)]
    assert len(lists) == 1
    assert len(found) == 2
    assert "Partner 03 of Marlbrook" in text_of(lists[0])


def test_in_a_list_everybody_keeps_the_capacity_that_is_not_that_of_all() -> None:
    people = [node("Person", name) for name in ("Ada Fell", "Bo Gray", "Cy Hill")]
    seats = [fact(one, "CHAIRS", BOARD, as_=said) for one, said in zip(people, ("", "vice chair", ""), strict=True)]
    assert "Bo Gray (vice chair)" in drawn(graph([BOARD, *people], seats), BOARD.name)


def test_a_post_and_who_holds_it_are_one_box() -> None:
    svg = drawn(
        graph([ANN, BOARD, DIRECTOR], [fact(ANN, "HOLDS", DIRECTOR), fact(DIRECTOR, "REPORTS_TO", BOARD)]), BOARD.name
    )
    assert len(boxes(svg)) == 2
    assert f"{DIRECTOR.name}; {ANN.name}" in {box.says for box in boxes(svg)}


def test_a_vice_chair_is_not_shown_as_the_chair() -> None:
    svg = drawn(graph([ANN, BOARD], [fact(ANN, "CHAIRS", BOARD, as_="vice chair")]), BOARD.name)
    assert [text_of(one).strip() for one in groups(svg, "label")] == ["vice chair"]


def test_the_line_is_dotted_where_it_stops_and_nowhere_else() -> None:
    above, below = BOARD, GROUP
    svg = drawn(graph([above, below], [fact(below, "REPORTS_TO", above)]), above.name)
    assert [one.get("data-says") for one in groups(svg, "stop")] == [f"No line further up from {above.name}"]
    dotted = [one for one in parsed(svg).iter(f"{SVG}path") if str(one.get("stroke-dasharray")).startswith("0 ")]
    assert len(dotted) == 2  # at the board, and in the legend
    assert "no line further up in the documents read" in svg


def test_a_line_that_goes_on_beyond_the_figure_is_counted_and_not_called_stopped() -> None:
    top = node("Board", "Assurance Board")
    whole = graph([top, BOARD, GROUP], [fact(GROUP, "REPORTS_TO", BOARD), fact(BOARD, "REPORTS_TO", top)])
    svg = drawn(whole, GROUP.name, depth=1)
    assert not groups(svg, "stop")
    assert any("+ 1 line not shown" in box.says for box in boxes(svg))


def test_lines_of_different_types_differ_without_colour() -> None:
    svg = drawn(*CASES["westmere"])
    seen = {}
    for line, head in zip(groups(svg, "line"), groups(svg, "head"), strict=True):
        dashes = next(line.iter(f"{SVG}path")).get("stroke-dasharray")
        shape = "".join(re.findall("[A-Z]", str(next(head.iter(f"{SVG}path")).get("d"))))
        seen[line.get("data-type")] = (dashes, shape, next(head.iter(f"{SVG}path")).get("fill"))
    assert len(seen) >= 5
    assert len(set(seen.values())) == len(seen)


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    svg = drawn(graph([GROUP, BOARD], [fact(GROUP, "REPORTS_TO", BOARD)]), BOARD.name)
    told = [line.says for line in words(groups(svg, "legend")[0])]
    assert told == ["board", "reports to", "no line further up in the documents read"]


def test_the_figure_has_a_title_a_description_in_words_and_its_sources() -> None:
    root = parsed(drawn(*CASES["example"]))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == (
        "img",
        title.get("id"),
        desc.get("id"),
    )
    assert title.text == f"Lines of accountability: {BOARD.name}"
    assert f"{GROUP.name} reports to {BOARD.name}." in str(desc.text)
    assert "From: board-paper.docx p. 1; improvement-plan.txt" in str(desc.text)


def test_what_does_not_fit_is_refused_with_figures_that_do() -> None:
    whole = tangle(60)
    with pytest.raises(
        QuestionError, match=r"do not fit on A4 with letters of 8 points; these fit: --about"
    ) as refused:
        drawn(whole, "Integrated Commissioning Committee number 0", depth=5)
    offers = re.findall(r'--about "([^"]+)" --depth (\d)', str(refused.value))
    assert offers
    for name, depth in offers:
        assert boxes(drawn(whole, name, int(depth)))


def test_somebody_in_no_line_is_no_figure() -> None:
    with pytest.raises(QuestionError, match="there is nothing to draw; `sysgraph who`"):
        drawn(graph([BOARD, GROUP]), BOARD.name)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("close", [False, True])
def test_boxes_and_lines_stay_apart_where_lines_run_sideways_too(case: str, close: bool) -> None:
    whole, name = CASES[case]
    part = part_about(whole, named(whole, name), 2)
    wide = Sheet((2000.0, 2000.0), True, Around())
    svg = as_svg(wide.put(body(part, Way(LETTERS, True, close), 100.0), 1.0))
    found = boxes(svg)
    assert not [pair for pair in combinations(found, 2) if pair[0].meets(pair[1])]
    for says, along in courses(svg):
        others = [box for box in found if box.says.partition(";")[0] not in says]
        assert not [box.says for box in others if any(box.holds(point, 1.0) for point in along)], says
    for stop in groups(svg, "stop"):
        assert str(stop.get("data-says")).partition("from ")[2] in {box.says.partition(";")[0] for box in found}


def test_a_page_is_turned_only_where_that_is_asked_for_or_needed() -> None:
    assert 'width="453.54pt"' in drawn(*CASES["example"])
    assert 'width="697.32pt"' in drawn(*CASES["example"], orientation="landscape")


def test_the_same_graph_in_any_order_gives_the_same_bytes() -> None:
    whole, name = CASES["westmere"]
    turned = replace(whole, nodes=whole.nodes[::-1], relationships=whole.relationships[::-1])
    assert drawn(whole, name) == drawn(turned, name)


def test_a_hostile_name_is_only_words() -> None:
    evil = node("Board", 'Board "<script>alert(1)</script>" \\N </svg>&amp; \x1b[31m\u202e')
    svg = drawn(graph([evil, BOARD], [fact(evil, "REPORTS_TO", BOARD)]), BOARD.name)
    assert len(boxes(svg)) == 2
    assert not list(parsed(svg).iter(f"{SVG}script"))
    assert "\x1b" not in svg
    assert "\u202e" not in svg


def test_no_person_is_named_where_posts_only_are_shown() -> None:
    whole = without_people(example())
    picture = figure(whole, named(whole, BOARD.name), Wish())
    assert "O’Dowd" not in as_svg(picture)
    assert "O’Dowd" not in picture.description


def test_those_without_name_or_post_are_counted_and_not_numbered() -> None:
    people = [node("Person", f"{first} Nobody") for first in ("Ada", "Bo", "Cy", "Di")]
    seats = [fact(one, "MEMBER_OF", BOARD) for one in people[:3]]
    whole = without_people(graph([BOARD, *people], [*seats, fact(people[3], "CHAIRS", BOARD)]))
    svg = drawn(whole, BOARD.name)
    assert {box.says for box in boxes(svg)} == {
        BOARD.name,
        "3 posts; 3 people whose posts are not shown",
        "a person whose post is not shown",
    }
    assert "A person whose post is not shown chairs" in svg
    assert "has as members 3 people whose posts are not shown" in svg


def test_without_graphviz_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(InstallationError, match=r"pip install 'sysgraph\[figures\]'"):
        drawn(*CASES["example"])


_BOARDS = [node("Board", f"Committee {'of care ' * (number % 4)}{number}") for number in range(9)]
_PAIRS = st.tuples(st.sampled_from(_BOARDS), st.sampled_from(_BOARDS), st.sampled_from(["REPORTS_TO", "OVERSEES"]))


@settings(max_examples=20)
@given(st.lists(_PAIRS, min_size=1, max_size=14, unique_by=lambda pair: (pair[0].id, pair[2], pair[1].id)))
def test_whatever_the_lines_are_boxes_stay_apart(pairs: list[tuple[Node, Node, str]]) -> None:
    lines = [fact(one, type_, other) for one, other, type_ in pairs if one != other]
    whole = graph(_BOARDS, lines)
    about = pairs[0][0]
    if not part_about(whole, (about,), 3).facts:
        return
    found = boxes(as_svg(figure(whole, (about,), Wish(3))))
    assert not [pair for pair in combinations(found, 2) if pair[0].meets(pair[1])]
