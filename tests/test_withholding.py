"""What a graph shows where names may not be shown."""

import json

from sysgraph.graph import check
from sysgraph.interchange import write_jsonl
from sysgraph.model import Graph
from sysgraph.withholding import WITHHELD, without_people
from tests.builders import cite, example, fact, graph, node

COUNCIL = node("Organisation", "Marlbrook Council")
POST = node("Role", "Director of Care, Marlbrook Council")
OTHER_POST = node("Role", "Deputy Chair, Care Board")
BOARD = node("Board", "Care Board")
ANN = node("Person", "Ann O’Dowd", "A. O’Dowd", "AOD")


def written(whole: Graph) -> str:
    from io import StringIO

    stream = StringIO()
    write_jsonl(whole, stream)
    return stream.getvalue()


def lines(whole: Graph) -> set[tuple[str, str, str]]:
    names = {one.id: one.name for one in whole.nodes}
    return {(names[one.source], one.type, names[one.target]) for one in whole.relationships}


def test_what_a_person_does_the_post_does_and_what_both_do_is_one_fact_with_all_evidence() -> None:
    facts = [
        fact(ANN, "HOLDS", POST),
        fact(ANN, "CHAIRS", BOARD, cite("Ann O’Dowd chairs the Care Board")),
        fact(POST, "CHAIRS", BOARD, cite("the Director of Care chairs it")),
    ]
    found = without_people(graph([ANN, POST, BOARD], facts))
    check(found)
    assert lines(found) == {(POST.name, "CHAIRS", BOARD.name)}
    assert sorted(one.quote for one in found.relationships[0].evidence) == [
        f"{WITHHELD} chairs the Care Board",
        "the Director of Care chairs it",
    ]


def test_somebody_with_two_posts_is_named_by_both_and_somebody_with_none_by_the_body() -> None:
    bob = node("Person", "Bob Roe")
    facts = [
        fact(ANN, "HOLDS", POST),
        fact(ANN, "HOLDS", OTHER_POST),
        fact(ANN, "MEMBER_OF", BOARD),
        fact(bob, "POST_IN", COUNCIL),
        fact(bob, "MEMBER_OF", BOARD),
    ]
    found = without_people(graph([ANN, bob, POST, OTHER_POST, BOARD, COUNCIL], facts))
    members = {source for source, type_, _ in lines(found) if type_ == "MEMBER_OF"}
    assert f"{OTHER_POST.name} / {POST.name}" in members
    assert any(one.startswith("a person of Marlbrook Council") for one in members)


def test_names_are_gone_from_every_text_of_the_graph() -> None:
    action = node(
        "Action",
        "Meet Ann O’Dowd",
        text="Meet Ann  O’Dowd and Dr O’Dowd weekly; ask AOD",
        owner_text="Cllr Ann O’Dowd",
        evidence=[cite("A. O’Dowd leads; Mrs O’Dowd agrees")],
    )
    found = without_people(graph([ANN, action, POST], [fact(ANN, "OWNS", action)]))
    text = written(found)
    assert "O’Dowd" not in text
    assert "AOD" not in json.dumps(dict(found.nodes[0].attributes), ensure_ascii=False)


def test_words_that_only_look_like_a_surname_stay() -> None:
    lane = node("Person", "Pat Lane")
    service = node("Service", "Lane End Care Home")
    found = without_people(graph([lane, service]))
    assert "Lane End Care Home" in {one.name for one in found.nodes}


def test_a_graph_without_people_is_left_as_it_is() -> None:
    whole = graph([BOARD, COUNCIL])
    assert without_people(whole) is whole


def test_the_example_has_nobody_left() -> None:
    found = without_people(example())
    check(found)
    assert not [one for one in found.nodes if one.kind == "Person"]
    assert "Ann O’Dowd" not in written(found)
