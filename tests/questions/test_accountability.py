from sysgraph.questions.accountability import Portrait, findings, portrait
from sysgraph.questions.asking import find_actors
from sysgraph.questions.chains import CHAINED, Branch, Chain, chain
from sysgraph.store import Store

CARE = "Director of Care, Westmere City Council"
ALLIANCE, WELLBEING = "Westmere Alliance Board", "Westmere Health and Wellbeing Board"


def chained(store: Store, name: str, **limits: int) -> Chain:
    (node,) = find_actors(store, name, CHAINED)
    return chain(store, node, **limits)


def drawn(branches: tuple[Branch, ...], depth: int = 0) -> list[str]:
    lines = []
    for branch in branches:
        lines.append("  " * depth + branch.reading + (f" [{branch.ending}]" if branch.ending else ""))
        lines += drawn(branch.branches, depth + 1)
    return lines


def pictured(store: Store, name: str) -> Portrait:
    (node,) = find_actors(store, name)
    return portrait(store, node)


def told(found: Portrait) -> dict[str, list[tuple[str, str | None]]]:
    return {
        section.title: [(fact.reading, fact.through.name if fact.through else None) for fact in section.facts]
        for section in found.sections
    }


def test_a_chain_upwards_goes_by_post_reporting_oversight_and_body(store: Store) -> None:
    assert drawn(chained(store, "Ada Finch").up) == [
        f"Ada Finch holds the post {CARE}",
        f"  {CARE} reports to {ALLIANCE}",
        f"    {ALLIANCE} is overseen by {WELLBEING}",
        f"      {WELLBEING} is part of Westmere City Council",
        f"  {CARE} is a post in Westmere City Council",
    ]


def test_a_chain_downwards_lists_what_is_overseen_to_the_last_action_and_no_posts(store: Store) -> None:
    assert drawn(chained(store, ALLIANCE).down) == [
        f"{ALLIANCE} receives reports from {CARE}",
        f"{ALLIANCE} receives reports from Discharge Group",
        "  Discharge Group oversees Hospital discharge",
        "  Discharge Group oversees Ward Huddle",
        f"{ALLIANCE} oversees Trusted assessor",
    ]


def test_what_two_lines_lead_to_is_drawn_once_and_then_referred_to(store: Store) -> None:
    assert drawn(chained(store, "Westmere City Council").down) == [
        "Westmere City Council delegates to Discharge Group",
        "  Discharge Group oversees Hospital discharge",
        "  Discharge Group oversees Ward Huddle",
        f"Westmere City Council has as a part {WELLBEING}",
        f"  {WELLBEING} oversees {ALLIANCE}",
        f"    {ALLIANCE} receives reports from {CARE}",
        f"    {ALLIANCE} receives reports from Discharge Group [above]",
        f"    {ALLIANCE} oversees Trusted assessor",
        f"  {WELLBEING} oversees Westmere Improvement Plan",
    ]


def test_a_circle_is_cut_where_it_closes_and_marked(store: Store) -> None:
    found = chained(store, "Safety Circle")
    assert drawn(found.up) == [
        "Safety Circle reports to Quality Circle",
        "  Quality Circle is accountable to Safety Circle [circle]",
    ]
    assert drawn(found.down) == [
        "Safety Circle holds to account Quality Circle",
        "  Quality Circle receives reports from Safety Circle [circle]",
    ]


def test_a_chain_is_followed_as_deep_as_asked_and_says_where_it_stopped(store: Store) -> None:
    assert drawn(chained(store, "Ada Finch", depth=1).up) == [f"Ada Finch holds the post {CARE} [deeper]"]


def test_a_chain_of_a_plan_is_who_oversees_it(store: Store) -> None:
    assert drawn(chained(store, "Westmere Improvement Plan").up) == [
        f"Westmere Improvement Plan is overseen by {WELLBEING}",
        f"  {WELLBEING} is part of Westmere City Council",
    ]


def test_every_step_of_a_chain_has_evidence(store: Store) -> None:
    found = chained(store, "Discharge Group")
    assert found.up
    assert all(branch.relationship.evidence for branch in (*found.up, *found.down))


def test_a_portrait_of_a_person_has_its_own_facts_and_those_of_its_post(store: Store) -> None:
    found = pictured(store, "Ada Finch")
    assert told(found) == {
        "Posts": [(f"Ada Finch holds the post {CARE}", None)],
        "Sits on and chairs": [
            ("Ada Finch chairs Discharge Group (vice chair)", None),
            (f"{CARE} is a member of {ALLIANCE}", CARE),
        ],
        "Owns": [
            ("Ada Finch owns Home first", None),
            (f"{CARE} owns Pay", CARE),
            (f"{CARE} owns Rota", CARE),
            (f"{CARE} owns Trusted assessor", CARE),
        ],
    }
    assert drawn(found.up)[0] == f"Ada Finch holds the post {CARE}"
    assert all(fact.evidence for section in found.sections for fact in section.facts)


def test_a_portrait_of_a_post_has_the_facts_of_its_holder(store: Store) -> None:
    assert ("Ada Finch owns Home first", "Ada Finch") in told(pictured(store, CARE))["Owns"]


def test_a_portrait_of_a_body_has_what_its_posts_and_people_own_but_not_where_they_sit(store: Store) -> None:
    found = told(pictured(store, "Westmere City Council"))
    assert ("Ada Finch owns Home first", "Ada Finch") in found["Owns"]
    assert (f"{CARE} owns Pay", CARE) in found["Owns"]
    assert "Sits on and chairs" not in found
    assert found["Holds to account"] == [("Westmere City Council delegates to Discharge Group", None)]
    assert found["More"] == [(f"Westmere City Council has as a part {WELLBEING}", None)]


def test_a_portrait_of_a_board_has_members_and_both_directions_of_its_lines(store: Store) -> None:
    found = told(pictured(store, ALLIANCE))
    assert found["Members"] == [
        (f"{ALLIANCE} has as a member {CARE}", None),
        (f"{ALLIANCE} has as a member Westmere Care NHS Trust", None),
        (f"{ALLIANCE} is chaired by Ben Carr", None),
    ]
    assert found["Answers to"] == [(f"{ALLIANCE} is overseen by {WELLBEING}", None)]
    assert (f"{ALLIANCE} oversees Trusted assessor", None) in found["Holds to account"]


def test_findings_are_what_holds_the_words_and_who_answers_for_it(store: Store) -> None:
    found = findings(store, "trusted assessor", limit=3)
    assert found.hits[0].node.name == "Trusted assessor"
    assert len(found.hits) <= 3
    assert found.responsible.rows[0].values["responsible"] == CARE


def test_nothing_is_found_for_words_that_stand_nowhere(store: Store) -> None:
    found = findings(store, "zeppelin")
    assert found.hits == ()
    assert found.responsible.rows == ()
