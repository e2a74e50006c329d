from sysgraph.model import Graph
from sysgraph.views.glance import glance, summary
from tests.builders import ANN, BOARD, GROUP, IMPROVEMENT, SECOND, STRAY, example, fact, graph, node

BODY = node("Action", "6.3 Publish the pathway", owner_status="named", owner_kind="body")
POINTER = node("Action", "6.4 See 6.1", owner_status="missing", see="6.1")
OWNED = node("Action", "6.5 Train staff", owner_status="named", owner_kind="post")
UNREAD = node("Action", "6.6 Recruit")


def _gaps(told: Graph) -> list[tuple[int, str, list[str]]]:
    return [(gap["count"], gap["says"], gap["ids"]) for gap in glance(told)["gaps"]]


def test_the_summary_counts_in_words() -> None:
    assert summary(example()).startswith("3 actions, 1 theme, 2 boards, 3 organisations, 1 post, 1 person: ")
    assert summary(example()).endswith(" read from 2 documents")


def test_actions_that_nobody_in_particular_owns_are_listed_by_how_they_fail_to_name_one() -> None:
    assert _gaps(graph([SECOND, STRAY, BODY, OWNED])) == [
        (1, "leaves the owner blank", [SECOND.id]),
        (1, "names everybody as owner, so nobody in particular", [STRAY.id]),
        (1, "names a body as owner and no post or person", [BODY.id]),
    ]


def test_a_row_that_only_points_elsewhere_is_no_gap() -> None:
    assert _gaps(graph([POINTER])) == []


def test_all_is_owned_only_where_every_owner_cell_was_read() -> None:
    assert glance(graph([OWNED]))["owned"]
    assert not glance(graph([OWNED, UNREAD]))["owned"]


def test_the_plan_is_told_with_its_date_and_version() -> None:
    assert glance(example())["plans"] == [{"id": IMPROVEMENT.id, "says": "dated 19 March 2018, version V3"}]


def test_boards_are_told_by_what_they_oversee_and_who_answers_to_them() -> None:
    assert glance(example())["boards"] == [{"id": BOARD.id, "says": "oversees 1, 1 answer to it"}]


def test_who_owns_most_comes_first() -> None:
    told = graph(
        [ANN, GROUP, OWNED, BODY], [fact(ANN, "OWNS", OWNED), fact(GROUP, "OWNS", BODY), fact(ANN, "OWNS", BODY)]
    )
    assert glance(told)["owners"] == [
        {"id": ANN.id, "says": "owns 2 actions"},
        {"id": GROUP.id, "says": "owns 1 action"},
    ]


def test_notes_from_reading_are_told_with_their_place() -> None:
    assert glance(example())["notices"] == [
        "marlbrook/improvement-plan.txt: page 4, table 1, row 7: no reference",
    ]
