import re

import pytest

from sysgraph import vocabulary
from sysgraph.errors import VocabularyError
from sysgraph.vocabulary import ACTORS, KINDS, RELATIONSHIPS

NAMESPACES = {"org", "prov", "foaf", "oa", "sg"}


def test_every_row_is_found_under_its_own_name() -> None:
    assert all(name == kind.name for name, kind in KINDS.items())
    assert all(name == type_.name for name, type_ in RELATIONSHIPS.items())
    assert (len(KINDS), len(RELATIONSHIPS)) == (15, 23)


def test_the_actors_are_those_who_can_answer_for_something() -> None:
    assert {"Organisation", "Partnership", "Board", "Role", "Person"} == ACTORS


@pytest.mark.parametrize("name", RELATIONSHIPS)
def test_every_type_reads_as_a_sentence_in_both_directions(name: str) -> None:
    row = RELATIONSHIPS[name]
    assert re.fullmatch(r"\{source\} .+ \{target\}", row.reading)
    assert re.fullmatch(r"\{target\} .+ \{source\}", row.inverse)
    assert "Ann" in row.reading.format(source="Ann", target="Board")
    assert row.meaning


@pytest.mark.parametrize("name", RELATIONSHIPS)
def test_every_type_joins_known_kinds_and_no_document_or_evidence(name: str) -> None:
    kinds = {kind for pair in RELATIONSHIPS[name].ends for kind in pair}
    assert kinds
    assert kinds <= KINDS.keys() - {"Document", "Evidence"}


def test_every_kind_of_node_has_a_part_in_some_relationship() -> None:
    joined = {kind for row in RELATIONSHIPS.values() for pair in row.ends for kind in pair}
    assert joined == KINDS.keys() - {"Document", "Evidence"}


def test_every_rdf_term_is_of_a_known_vocabulary_and_no_two_types_share_one() -> None:
    terms = [row.rdf for row in RELATIONSHIPS.values()]
    assert len(terms) == len(set(terms))
    for term in (*terms, *(kind.rdf for kind in KINDS.values())):
        prefix, _, local = term.partition(":")
        assert prefix in NAMESPACES
        assert local.isalpha()


@pytest.mark.parametrize(
    "ends", [("Person", "OWNS", "Action"), ("Board", "OVERSEES", "Meeting"), ("Action", "PART_OF", "Plan")]
)
def test_what_the_table_allows_passes(ends: tuple[str, str, str]) -> None:
    vocabulary.check(*ends)


@pytest.mark.parametrize(
    ("ends", "message"),
    [
        (("Action", "OWNS", "Person"), "OWNS does not lead from Action to Person: it is for “X is named as"),
        (("Document", "PART_OF", "Plan"), "PART_OF does not lead from Document to Plan"),
        (("Person", "LIKES", "Board"), "there is no relationship LIKES; the vocabulary has MEMBER_OF, CHAIRS"),
        (("Person", "owns", "Action"), "there is no relationship owns"),
    ],
)
def test_what_the_table_does_not_allow_is_refused_with_a_reason(ends: tuple[str, str, str], message: str) -> None:
    with pytest.raises(VocabularyError, match=re.escape(message)):
        vocabulary.check(*ends)


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        KINDS["Ghost"] = KINDS["Board"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        KINDS["Board"].name = "Ghost"  # type: ignore[misc]
