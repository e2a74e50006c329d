"""Which findings of a review a plan repeats, may answer, or leaves alone."""

from itertools import permutations
from pathlib import Path

import pytest

from sysgraph.model import Evidence, Node, Position, Relationship, Value, identity, relate
from sysgraph.resolution.coverage import with_coverage
from sysgraph.workspace import assemble, build

ASKS = "area for improvement"


def finding(text: str, form: str = ASKS, document: str = "review.txt") -> Node:
    cited = Evidence(document, Position(page=1), 0, len(text), text, "test")
    return Node(identity("Finding", document, text), "Finding", text, (), {"text": text, "form": form}, (cited,))


def issue(text: str) -> Node:
    return finding(text, "issue", "plan.txt")


def addressed(*issues: Node) -> list[Relationship]:
    action = Node(identity("Action", "act"), "Action", "Act")
    return [relate(action, "ADDRESSES", one, one.evidence, {}) for one in issues]


def covered(area: Node, *issues: Node) -> dict[str, Value]:
    """What a finding has beside its text and form, among these issues of a plan."""
    nodes = with_coverage([area, *issues, *BACKGROUND], addressed(*issues))
    return {name: value for name, value in nodes[0].attributes.items() if name not in {"text", "form"}}


BACKGROUND = tuple(
    finding(text)
    for text in (
        "Care homes should have a named nurse for each resident",
        "Carers told us that they were tired of telling one story to six teams",
        "Ambulances queue on Mondays because beds are free on Tuesdays",
    )
)


@pytest.mark.parametrize(
    ("area", "repeated"),
    [
        ("There was no map of who visits which ward at night.", "There is no map of who visits which wards at night"),
        ("Porters had been asked to carry medicines by bus.", "Porters are asked to carry medicines by bus"),
        ("We found that porters were carrying medicines by bus, all day.", "Porters carry medicines by bus."),
        ("Ferry cross-\nings close early on Sundays", "Ferry cross-ings closed early on Sundays"),
    ],
)
def test_a_finding_is_repeated_whatever_the_tense_and_the_words_around_it(area: str, repeated: str) -> None:
    found = covered(finding(area), issue("Meals arrive cold in winter"), issue(repeated))
    assert found["taken_up"] == "repeated"
    assert found["repeated_by"] == (issue(repeated).id,)
    (because,) = found["taken_up_because"] if isinstance(found["taken_up_because"], tuple) else ()
    assert "words are the same, in one order" in because


def test_the_reason_says_how_many_words_stand_in_both_and_the_share() -> None:
    found = covered(
        finding("Porters carry medicines by bus twice daily"), issue("Porters carry medicines by tram twice daily")
    )
    assert found["taken_up_because"] == ("5 of 6 words are the same, in one order (0.83)",)


def test_one_sentence_of_a_long_issue_is_enough() -> None:
    long = issue(
        "Rotas are late. Porters carry medicines by bus. Nobody is told when a ward has moved to another floor."
    )
    assert covered(finding("Porters carry medicines by bus."), long)["taken_up"] == "repeated"


@pytest.mark.parametrize(
    "other",
    [
        "By bus medicines carry porters",  # not in order
        "Porters rest between six and eight, carry on with laundry, and medicines are sent to the island by bus",
        "Porters carry medicines",  # too few words to repeat anything
        "Kitchens bake bread on Sundays",
    ],
)
def test_words_out_of_order_far_apart_or_few_repeat_nothing(other: str) -> None:
    assert covered(finding("Porters carry medicines by bus"), issue(other))["taken_up"] != "repeated"


def test_rare_words_that_both_speak_of_make_a_suggestion_with_its_score_for_a_person_to_decide() -> None:
    found = covered(
        finding("Medicines reached the island ferry late"),
        issue("A courier takes medicines to the island ferry at noon"),
        issue("Meals arrive cold in winter"),
    )
    assert found["taken_up"] == "may be answered"
    assert found["may_be_answered_by"] == (issue("A courier takes medicines to the island ferry at noon").id,)
    (because,) = found["taken_up_because"] if isinstance(found["taken_up_because"], tuple) else ()
    assert because.startswith("both speak of “ferry”, “island”, “medicines” (0.")
    assert because.endswith("): for a person to decide")


def test_words_that_all_reviews_use_suggest_nothing() -> None:
    area = finding("People need better support from local health and care services")
    assert covered(area, issue("Local people should have a good service near their place of work")) == {
        "taken_up": "not taken up"
    }


def test_suggestions_come_best_first_and_no_more_than_three() -> None:
    area = finding("Ferry medicines couriers harbour")
    texts = ("Ferry couriers harbour", "Ferry couriers snow", "Medicines couriers fog", "Ferry harbour ice")
    found = covered(area, *map(issue, texts))["may_be_answered_by"]
    assert isinstance(found, tuple)
    assert len(found) == 3
    assert found[0] == issue(texts[0]).id


def test_nothing_is_said_of_a_review_where_no_plan_has_issues() -> None:
    assert with_coverage([finding("Porters carry medicines by bus")], [])[0].attributes.keys() == {"text", "form"}


def test_lines_between_actors_and_issues_themselves_are_no_findings_of_a_review() -> None:
    said = finding("Denied: the board reports to the cabinet", "stated")
    nodes = with_coverage([said, issue("Meals arrive cold")], addressed(issue("Meals arrive cold")))
    assert all("taken_up" not in node.attributes for node in nodes)


def test_where_a_review_asks_for_something_its_other_findings_count_only_where_a_plan_repeats_them() -> None:
    plan = issue("Porters carry medicines by bus")
    asked, repeated, other = (
        finding("Buy a van for the pharmacy"),
        finding("Porters were carrying medicines by bus", "finding"),
        finding("Staff were proud of their garden and its pond", "finding"),
    )
    nodes = with_coverage([asked, repeated, other, plan], addressed(plan))
    assert [node.attributes.get("taken_up") for node in nodes] == ["not taken up", "repeated", None, None]


def test_where_a_review_asks_for_nothing_its_findings_stand_for_that() -> None:
    plan = issue("Porters carry medicines by bus")
    nodes = with_coverage([finding("Staff were proud of their garden", "finding"), plan], addressed(plan))
    assert nodes[0].attributes["taken_up"] == "not taken up"


def test_the_order_of_findings_makes_no_difference() -> None:
    areas = [finding("Porters carry medicines by bus"), finding("Ferry medicines were late"), finding("Nobody waves")]
    issues = [issue("Porters carry medicines by bus"), issue("Late ferry"), issue("A ferry for medicines")]
    made = [
        {node.id: node for node in with_coverage(order, addressed(*issues))}
        for order in permutations([*areas, *issues[:2]])
    ]
    assert all(one == made[0] for one in made)


REVIEW, PLAN = "stoke-on-trent-review-2017.txt", "stoke-on-trent-improvement-plan-2018.txt"


def taken_up(shared: Path) -> dict[str, set[str]]:
    graph = assemble([shared / "documents" / REVIEW, shared / "documents" / PLAN])
    found: dict[str, set[str]] = {}
    for node in graph.nodes:
        if "taken_up" in node.attributes:
            found.setdefault(str(node.attributes["taken_up"]), set()).add(node.name)
    return found


def has(texts: set[str], *words: str) -> bool:
    return any(all(word in text for word in words) for text in texts)


def test_of_a_real_review_the_real_plan_repeats_some_findings_and_leaves_others_alone(shared: Path) -> None:
    found = taken_up(shared)
    # Read side by side: each of these stands in an "identified issue" of the plan, but for its tense.
    for words in (
        ("shortage of GPs", "caseloads"), ("siloed working", "tensions"), ("gaining a GP appointment",),
        ("inconsistent access",), ("clinical engagement", "(PMS)"), ("primary care delivery model",),
        ("robust mitigation",), ("joint approach", "service design"), ("pathways across primary",),
        ("single strategic workforce plan",),
    ):  # fmt: skip
        assert has(found["repeated"], *words), words
    # And of these no issue of the plan speaks.
    for words in (("avoidable harm",), ("not done in a timely way",), ("changes were badly implemented",)):
        assert has(found["not taken up"], *words), words
    assert not has(found["repeated"], "avoidable harm")
    assert len(found["repeated"]) >= 10
    assert len(found["not taken up"]) >= 10


def test_a_real_review_and_plan_give_the_same_bytes_in_any_order(shared: Path, tmp_path: Path) -> None:
    documents = [shared / "documents" / REVIEW, shared / "documents" / PLAN]
    build(documents, tmp_path / "one.sqlite")
    build(documents[::-1], tmp_path / "other.sqlite")
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "other.sqlite").read_bytes()
