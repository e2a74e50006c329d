"""Claims become a graph: one node for each actor, one relationship for each fact, all evidence kept."""

from collections.abc import Sequence

from sysgraph.model import (
    Claim,
    Claims,
    Description,
    Evidence,
    Graph,
    Mention,
    Node,
    Notice,
    Position,
    Relationship,
    Sameness,
    Source,
)
from sysgraph.resolution import resolve
from tests.written import register

PLAN = Mention("Plan", "Winter Plan")
COUNCIL = Mention("Organisation", "Marlbrook County Council", written="MCC", category="council")
JO = Mention("Person", "Jo Lee", written="Jo Lee")
OPEN = Mention("Action", "1 Open a ward", PLAN)


def cited(document: str, page: int = 1, words: str = "words of a row") -> Evidence:
    return Evidence(document, Position(page=page), 0, len(words), words, "plan.row")


def claim(source: Mention, type_: str, target: Mention, where: str = "a.md", as_: str = "") -> Claim:
    """A claim of a document ("a.md"), or of a page of it ("a.md 10")."""
    document, _, page = where.partition(" ")
    return Claim(source, type_, target, cited(document, int(page or 1)), {"as": as_} if as_ else {})


def graph(*read: Claims, notices: Sequence[Notice] = ()) -> Graph:
    sources = [Source(claims.document, "md", "0" * 64, 1) for claims in read]
    return resolve(read, sources, register(), notices)


def node(found: Graph, name: str) -> Node:
    (one,) = (node for node in found.nodes if node.name == name)
    return one


def only(found: Graph) -> Relationship:
    (one,) = found.relationships
    return one


def test_a_fact_that_two_documents_state_is_one_with_the_evidence_of_both() -> None:
    found = graph(
        Claims("b.md", (claim(JO, "OWNS", OPEN, "b.md"),)),
        Claims("a.md", (claim(JO, "OWNS", OPEN), claim(JO, "OWNS", OPEN))),
    )
    assert [evidence.document for evidence in only(found).evidence] == ["a.md", "b.md"]
    assert [one.kind for one in found.nodes] == ["Action", "Person", "Plan"]


def test_evidence_stands_in_the_order_of_the_documents_and_their_pages() -> None:
    found = graph(Claims("a.md", tuple(claim(JO, "OWNS", OPEN, f"a.md {page}") for page in (10, 2, 2))))
    assert [evidence.position.page for evidence in only(found).evidence] == [2, 10]


def test_the_order_of_the_documents_makes_no_difference() -> None:
    read = [
        Claims("a.md", (claim(Mention("Organisation", "NHS Marl CCG"), "OWNS", OPEN),)),
        Claims("b.md", (claim(Mention("Organisation", "Marl Clinical Commissioning Group"), "OWNS", OPEN, "b.md"),)),
        Claims("c.md", (claim(Mention("Organisation", "Marl CCG"), "OWNS", OPEN, "c.md"),)),
    ]
    assert graph(*read) == graph(*reversed(read))


def test_nodes_relationships_and_documents_are_sorted() -> None:
    found = graph(
        *(Claims(f"{name}.md", (claim(JO, "OWNS", Mention("Action", name, PLAN), f"{name}.md"),)) for name in "cab")
    )
    assert [one.id for one in found.nodes] == sorted(one.id for one in found.nodes)
    assert [one.id for one in found.relationships] == sorted(one.id for one in found.relationships)
    assert [one.path for one in found.documents] == ["a.md", "b.md", "c.md"]


def test_one_capacity_is_one_relationship() -> None:
    theme = Mention("Theme", "1 Beds", PLAN)
    lead, officer = claim(JO, "LEADS", theme, as_="lead"), claim(JO, "LEADS", theme, as_="reporting officer")
    found = graph(Claims("a.md", (lead, officer, lead)))
    assert sorted(str(one.attributes["as"]) for one in found.relationships) == ["lead", "reporting officer"]


def test_a_node_is_called_by_its_fullest_name_and_keeps_the_others() -> None:
    group, shouted = Mention("Board", "Flow Group", written="FG"), Mention("Board", "FLOW GROUP")
    same = (
        Sameness(group, Mention("Board", "FlG"), "“FlG” gives the initials."),
        Sameness(group, Mention("Board", "Group"), ""),
    )
    said = (claim(group, "OVERSEES", PLAN), claim(shouted, "OVERSEES", PLAN))
    found = graph(Claims("a.md", said, samenesses=same))
    board = node(found, "Flow Group")
    assert board.aliases == ("FG", "FLOW GROUP", "FlG")
    assert board.attributes["joined_because"] == ("“FlG” gives the initials.",)


def test_a_class_word_becomes_no_other_name_of_the_body_that_it_meant() -> None:
    meant = Mention("Organisation", COUNCIL.name, written="the Council")
    assert node(graph(Claims("a.md", (claim(meant, "OWNS", OPEN),))), COUNCIL.name).aliases == ()


def test_a_post_is_named_with_its_body_and_known_by_its_title_alone() -> None:
    director = Mention("Role", "Director of Care", COUNCIL)
    found = graph(Claims("a.md", (claim(director, "OWNS", OPEN),)))
    assert node(found, "Director of Care, Marlbrook County Council").aliases == (
        "Director of Care",
        "Director of Care, MCC",
    )


def test_a_body_of_the_register_has_its_codes_and_official_name() -> None:
    found = graph(Claims("a.md", (claim(Mention("Organisation", "CQC"), "OWNS", OPEN),)))
    body = next(one for one in found.nodes if one.kind == "Organisation")
    assert "Care Quality Commission" in (body.name, *body.aliases)
    assert body.attributes["category"] == "regulator"


def test_the_first_value_of_an_attribute_counts_and_a_blank_one_is_none() -> None:
    evidence = cited("a.md")
    found = graph(
        Claims(
            "a.md",
            descriptions=(
                Description(OPEN, evidence, {"due": None, "ref": "1", "text": "Open a ward"}),
                Description(OPEN, evidence, {"due": "2019-05", "ref": "2"}),
            ),
        )
    )
    action = node(found, OPEN.name)
    assert dict(action.attributes) == {"due": "2019-05", "ref": "1", "text": "Open a ward"}
    assert action.evidence == (evidence,)


def test_nobody_is_related_to_itself() -> None:
    board, same = Mention("Board", "Flow Group"), Mention("Board", "the Flow Group")
    assert graph(Claims("a.md", (claim(board, "REPORTS_TO", same),))).relationships == ()


def test_a_post_of_one_title_without_a_body_is_the_one_that_its_holder_has() -> None:
    placed, bare = Mention("Role", "Director of Care", COUNCIL), Mention("Role", "Director of Care")
    read = (claim(JO, "HOLDS", placed), claim(JO, "HOLDS", bare), claim(bare, "OWNS", OPEN))
    found = graph(Claims("a.md", read))
    assert {one.name for one in found.nodes if one.kind == "Role"} == {"Director of Care, Marlbrook County Council"}
    role = node(found, "Director of Care, Marlbrook County Council")
    assert "one title and one holder" in str(role.attributes["joined_because"])


def test_posts_are_joined_once_more_when_their_holders_are() -> None:
    manager, head = Mention("Role", "Ward Manager", COUNCIL), Mention("Role", "Head of Beds", COUNCIL)
    bare = Mention("Role", "Head of Beds")
    becky, rebecca = Mention("Person", "Becky Vale"), Mention("Person", "Rebecca Vale")
    read = [
        Claims("a.md", (claim(becky, "HOLDS", manager), claim(becky, "HOLDS", head))),
        Claims("b.md", (claim(rebecca, "HOLDS", manager, "b.md"), claim(rebecca, "HOLDS", bare, "b.md"))),
    ]
    found = graph(*read)
    assert {one.name for one in found.nodes if one.kind == "Person"} == {"Rebecca Vale"}
    assert {one.name for one in found.nodes if one.kind == "Role"} == {
        "Ward Manager, Marlbrook County Council",
        "Head of Beds, Marlbrook County Council",
    }


def test_each_notice_is_told_once() -> None:
    one, other = Notice("a.md", "page 1", "first"), Notice("a.md", "page 2", "second")
    assert graph(Claims("a.md", notices=(other, one)), notices=[one, one]).notices == (one, other)
