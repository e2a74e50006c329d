"""What an owner says of people, posts and bodies."""

from sysgraph.extraction.owners import Owner
from sysgraph.extraction.people import always, named
from sysgraph.model import Evidence, Mention, Position

CITED = Evidence("plan.md", Position(page=1), 0, 20, "Jo Lee, Head of Beds", "plan.owner")
COUNCIL = Mention("Organisation", "Marlbrook County Council", written="MCC")
TRUST = Mention("Organisation", "Vale of Tarrow NHS Trust", written="VTNT")


def claims(owner: Owner) -> set[tuple[str, str, str]]:
    return {(one.source.name, one.type, one.target.name) for one in named(owner, "the words", always(CITED)).claims}


def test_a_person_holds_the_post_and_the_post_is_in_the_body() -> None:
    owner = Owner(0, 9, "Jo Lee", ("Head of Beds",), (COUNCIL,))
    assert named(owner, "the words", always(CITED)).actor == Mention("Person", "Jo Lee")
    assert claims(owner) == {
        ("Jo Lee", "HOLDS", "Head of Beds"),
        ("Head of Beds", "POST_IN", "Marlbrook County Council"),
    }


def test_a_person_with_a_body_and_no_post_is_in_the_body() -> None:
    assert claims(Owner(0, 9, "Jo Lee", (), (COUNCIL,))) == {("Jo Lee", "POST_IN", "Marlbrook County Council")}


def test_a_post_is_told_apart_by_its_body() -> None:
    owner = Owner(0, 9, None, ("Head of Beds",), (COUNCIL,))
    assert named(owner, "Head of Beds,\nMCC", always(CITED)).actor == Mention("Role", "Head of Beds", COUNCIL)
    assert named(owner, "Head of Beds,\nMCC", always(CITED)).actor.written == "Head of Beds, MCC"


def test_a_post_that_two_bodies_share_is_one_post_jointly_in_both() -> None:
    found = named(Owner(0, 9, None, ("Head of Beds",), (COUNCIL, TRUST)), "the words", always(CITED)).claims
    assert [(one.target.name, dict(one.attributes)) for one in found] == [
        ("Marlbrook County Council", {"joint": True}),
        ("Vale of Tarrow NHS Trust", {"joint": True}),
    ]


def test_a_body_alone_says_no_more_than_its_name() -> None:
    owner = Owner(0, 9, bodies=(COUNCIL,))
    assert named(owner, "MCC", always(CITED)).actor == COUNCIL
    assert claims(owner) == set()


def test_evidence_is_asked_for_the_words_of_the_owner() -> None:
    asked: list[str] = []

    def cite(words: str) -> Evidence:
        asked.append(words)
        return CITED

    named(Owner(0, 9, "Jo Lee", ("Head of Beds",), (COUNCIL,)), "Jo Lee, Head of Beds, MCC", cite)
    assert set(asked) == {"Jo Lee, Head of Beds, MCC"}
