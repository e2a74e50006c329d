"""What makes two mentions one: the key of each, and the groups that rules join."""

import pytest

from sysgraph.model import Mention
from sysgraph.resolution.keys import Groups, Keys
from tests.written import register

COUNCIL = Mention("Organisation", "Marlbrook County Council")
TRUST = Mention("Organisation", "Vale of Tarrow NHS Trust")


def keys() -> Keys:
    return Keys(register())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Mention("Organisation", "Marlbrook County Council"), Mention("Organisation", "the MARLBROOK County Council")),
        (Mention("Organisation", "Vale of Tarrow NHS Trust"), Mention("Organisation", "Vale of Tarrow NHS trust")),
        (Mention("Organisation", "Marl Clinical Commissioning Group"), Mention("Organisation", "NHS Marl CCG")),
        (Mention("Organisation", "CQC"), Mention("Organisation", "Care Quality Commission")),
        (Mention("Board", "Health & Well-being Board"), Mention("Board", "Health and Wellbeing Board")),
        (Mention("Person", "Dr Jo Lee"), Mention("Person", "Jo Lee")),
        (Mention("Role", "CEO", COUNCIL), Mention("Role", "Chief Executive", COUNCIL)),
        (Mention("Role", "Director of Care", COUNCIL), Mention("Role", "Director Care", COUNCIL)),
    ],
)
def test_two_ways_to_write_one_name_have_one_key_in_any_document(one: Mention, other: Mention) -> None:
    known = keys()
    assert known.of(one, "a.md") == known.of(other, "b.md")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COUNCIL, TRUST),
        (Mention("Organisation", "Marlbrook Partnership"), Mention("Partnership", "Marlbrook Partnership")),
        (Mention("Board", "Quality Board"), Mention("Board", "Quality Boards")),
        (Mention("Role", "Chief Executive", COUNCIL), Mention("Role", "Chief Executive", TRUST)),
        (Mention("Role", "Deputy Director of Care", COUNCIL), Mention("Role", "Director of Care", COUNCIL)),
        (Mention("Person", "Jo Lee"), Mention("Person", "J Lee")),
        (Mention("Theme", "1 Beds", Mention("Plan", "A plan")), Mention("Theme", "1 Beds", Mention("Plan", "B plan"))),
    ],
)
def test_two_that_only_look_alike_have_two_keys(one: Mention, other: Mention) -> None:
    known = keys()
    assert known.of(one, "a.md") != known.of(other, "a.md")


@pytest.mark.parametrize("mention", [Mention("Role", "Chief Executive"), Mention("Finding", "Beds are full")])
def test_what_lies_in_nothing_is_told_apart_by_its_document(mention: Mention) -> None:
    known = keys()
    assert known.of(mention, "a.md") != known.of(mention, "b.md")
    assert known.of(mention, "a.md") == known.of(mention, "a.md")


def test_the_register_knows_a_name_only_of_the_kind_that_it_is() -> None:
    known = keys()
    entry = known.entry(Mention("Organisation", "CQC"))
    assert entry is not None
    assert entry.name == "Care Quality Commission"
    assert known.entry(Mention("Board", "CQC")) is None
    assert known.entry(COUNCIL) is None


def test_groups_grow_and_keep_the_reasons() -> None:
    groups = Groups()
    groups.join(("b",), ("c",), "first")
    groups.join(("a",), ("c",), "second")
    groups.join(("a",), ("b",), "never said: they are one already")
    assert {groups.find((key,)) for key in "abc"} == {("a",)}
    assert groups.reasons == {("a",): ["first", "second"]}
    assert groups.find(("d",)) == ("d",)


def test_what_people_keep_apart_no_rule_joins_and_only_a_decision_tears() -> None:
    groups = Groups()
    groups.keep_apart(("a",), ("b",), "decision 1")
    groups.join(("a",), ("b",), "a rule")
    groups.join(("b",), ("c",), "a rule")
    groups.join(("a",), ("c",), "a rule")
    assert groups.find(("a",)) != groups.find(("b",))
    assert groups.torn() == []
    groups.join(("a",), ("b",), "decision 2", decided=True)
    assert groups.torn() == ["decision 1"]
