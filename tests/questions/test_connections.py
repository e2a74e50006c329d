"""How the actors of Westmere hang together: ways and ladders."""

import pytest

from sysgraph.errors import UnknownActorError
from sysgraph.questions.asking import find_actors
from sysgraph.questions.chains import CHAINED
from sysgraph.questions.connections import WAYS, Way, ways
from sysgraph.questions.ladders import find_actions, ladder
from sysgraph.store import Store

CARE, COUNCIL = "Director of Care, Westmere City Council", "Westmere City Council"


def found(store: Store, one: str, other: str, *types: str) -> list[list[str]]:
    start, end = (find_actors(store, name, CHAINED)[0] for name in (one, other))
    return [told(way) for way in ways(store, start, end, types or WAYS)]


def told(way: Way) -> list[str]:
    return [step.reading for step in way.steps]


def test_a_way_leads_from_the_one_to_the_other_whichever_way_its_facts_point(store: Store) -> None:
    assert [
        f"Ada Finch holds the post {CARE}",
        f"{CARE} reports to Westmere Alliance Board",
    ] in found(store, "Ada Finch", "Westmere Alliance Board")
    assert [
        f"Westmere Alliance Board receives reports from {CARE}",
        f"{CARE} is held by Ada Finch",
    ] in found(store, "Westmere Alliance Board", "Ada Finch")


def test_every_step_of_a_way_has_its_evidence(store: Store) -> None:
    start, end = (find_actors(store, name, CHAINED)[0] for name in ("Ada Finch", "Discharge Group"))
    assert all(step.evidence for way in ways(store, start, end) for step in way.steps)


def test_a_way_goes_only_by_the_relationships_that_are_asked_for(store: Store) -> None:
    assert found(store, "Ada Finch", "Westmere Alliance Board", "MEMBER_OF") == []


def test_a_ladder_climbs_from_an_action_by_owner_post_and_body_and_says_where_it_stops(store: Store) -> None:
    (action,) = find_actions(store, "1.2")
    climbed = ladder(store, action)
    assert climbed.up[0].reading.endswith("is owned by Ada Finch")
    assert COUNCIL in {stop.node.name for stop in climbed.stops if stop.why == "top"}


def test_an_action_is_found_by_its_words_where_no_reference_fits(store: Store) -> None:
    assert "Winter beds" in {one.name for one in find_actions(store, "winter beds")}
    with pytest.raises(UnknownActorError, match="no action 'zeppelin'"):
        find_actions(store, "zeppelin")
