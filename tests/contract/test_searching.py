"""What a search of any store finds, and that nothing that people type breaks it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sysgraph.model import Graph
from sysgraph.store import Store
from tests import builders
from tests.builders import cite, fact, graph, node

Filled = Callable[[Graph], Store]


def names(store: Store, text: str, limit: int = 20) -> list[str]:
    return [hit.node.name for hit in store.search(text, limit)]


def test_names_come_before_attributes_and_attributes_before_evidence(filled: Filled) -> None:
    evidence = cite("The group looks after trusted assessors")
    quoted = node("Board", "Care Group", evidence=[evidence])
    told = node("Action", "6.1 Recruit", text="Recruit a group of assessors")
    named = node("Board", "Assessors’ Group")
    store = filled(graph([quoted, told, named]))
    assert names(store, "assessors group") == ["Assessors’ Group", "6.1 Recruit", "Care Group"]
    excerpts = [hit.excerpt for hit in store.search("assessors group")]
    assert excerpts == ["Assessors’ Group", "Recruit a group of assessors", evidence.quote]


def test_evidence_of_a_relationship_speaks_for_both_ends(filled: Filled) -> None:
    evidence = cite("Ann answers to the chair for winter pressures")
    ann, board, other = node("Person", "Ann"), node("Board", "Winter Board"), node("Board", "Other")
    store = filled(graph([ann, board, other], [fact(ann, "CHAIRS", board, evidence)]))
    hits = store.search("winter pressures")
    assert [(hit.node.name, hit.excerpt, hit.evidence) for hit in hits] == [
        ("Ann", evidence.quote, (evidence,)),
        ("Winter Board", evidence.quote, (evidence,)),
    ]


def test_a_hit_by_name_brings_the_evidence_of_the_node(store: Store) -> None:
    (hit,) = [one for one in store.search("wellbeing") if one.node.name == "Health and Wellbeing Board"]
    assert hit.evidence[0].quote == "Health and Wellbeing Board"


def test_an_alias_is_shown_where_the_alias_was_found(store: Store) -> None:
    first = store.search("BCF")[0]
    assert (first.node, first.excerpt) == (builders.FUND, "BCF")


def test_all_words_are_required_where_something_has_them_all(filled: Filled) -> None:
    store = filled(graph([node("Board", "Winter Board"), node("Board", "Winter Group"), node("Board", "Summer Board")]))
    assert names(store, "winter board") == ["Winter Board"]


def test_any_word_will_do_where_nothing_has_them_all_but_small_words_do_not_count(filled: Filled) -> None:
    store = filled(graph([node("Board", "Board for the Winter"), node("Board", "The Summer Group")]))
    assert names(store, "who is the winter lead") == ["Board for the Winter"]


def test_a_word_is_found_by_its_beginning_after_what_has_it_whole(filled: Filled) -> None:
    store = filled(graph([node("Board", "Assessors"), node("Board", "A long name about one trusted assessor here")]))
    assert names(store, "assessor") == ["A long name about one trusted assessor here", "Assessors"]


def test_an_action_is_found_by_its_reference(store: Store) -> None:
    assert names(store, "6.2")[0] == builders.SECOND.name


def test_accents_and_case_make_no_difference(store: Store) -> None:
    assert names(store, "NAIVE") == [builders.FIRST.name]


def test_no_more_hits_come_than_asked_for(store: Store) -> None:
    assert len(store.search("Marlbrook", 2)) == 2
    assert list(store.search("Marlbrook", 0)) == []


def test_a_word_that_many_quotes_hold_gives_each_node_once(filled: Filled) -> None:
    evidence = [cite(f"Quote number {number} about winter") for number in range(30)]
    store = filled(graph([node("Board", "Busy Board", evidence=evidence)]))
    (hit,) = store.search("winter")
    assert 1 <= len(hit.evidence) <= 5
    assert hit.excerpt == hit.evidence[0].quote


@pytest.mark.parametrize("text", ["", "   ", "???", '"', "\x00", "&", "*", "😀"])
def test_a_search_without_words_finds_nothing(store: Store, text: str) -> None:
    assert list(store.search(text)) == []


@given(text=st.text(max_size=80))
@example(text='board" OR name:*')
@example(text="NEAR(board council, 2) NOT {name} : ^board + -council")
@example(text="board AND")
@example(text="a&e o'dowd \U0001e900")
@example(text="\x00board\x00")
@example(text="board \udcff")
@example(text="board " * 4_000)
@example(text="x" * 20_000)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_is_an_error(store: Store, text: str) -> None:
    for hit in store.search(text):
        assert hit.excerpt
