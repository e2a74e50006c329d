"""What the questions about money, chairs and findings answer about Westmere, worked out by hand."""

import pytest

from sysgraph.errors import UnknownActorError
from sysgraph.model import Value
from sysgraph.questions.asking import Answer, ask
from sysgraph.questions.catalogue import question
from sysgraph.store import Store
from tests.questions.invented_review import AGREEMENT, DISTRICT, GROUP, HOSPICE, PHONE, POOL

TWICE = "Each ward repeats the assessment"


def rows(answer: Answer, *columns: str) -> list[tuple[Value, ...]]:
    return [tuple(row.values[column] for column in columns or row.values) for row in answer.rows]


def quotes(answer: Answer, row: int) -> list[str]:
    return [one.quote for one in answer.rows[row].evidence]


def answered(store: Store, name: str, given: str = "") -> Answer:
    found = question(name)
    return ask(store, found, {found.parameters[0].name: given} if given else {})


def test_pooled_budgets_say_how_much_under_which_agreement_with_whom_and_who_oversees_pool_or_agreement(
    store: Store,
) -> None:
    answer = answered(store, "pooled-budgets")
    assert rows(answer) == [
        ("Equipment pool", None, None, None, None, None, None),
        (
            POOL, 12_500_000, "Better Care Fund", "60/40", AGREEMENT, f"{DISTRICT}; {HOSPICE}",
            f"{GROUP}; Joint Committee",
        ),
    ]  # fmt: skip


def test_a_pool_cites_itself_first_then_each_fact_of_its_row(store: Store) -> None:
    answer = answered(store, "pooled-budgets")
    assert quotes(answer, 1)[0] == f"here stands {POOL}"
    assert set(quotes(answer, 1)[1:]) == {
        f"{POOL} held under {AGREEMENT}",
        f"{HOSPICE} party to {AGREEMENT}",
        f"{DISTRICT} party to {AGREEMENT}",
        f"{GROUP} oversees {POOL}",
        f"Joint Committee oversees {AGREEMENT}",
    }


def test_a_pool_of_which_only_its_money_is_said_cites_that(store: Store) -> None:
    assert quotes(answered(store, "pooled-budgets"), 0) == [
        "here stands Equipment pool",
        f"{DISTRICT} funds Equipment pool",
    ]


def test_commissioning_arrangements_show_parties_pools_oversight_and_approval(store: Store) -> None:
    assert rows(answered(store, "commissioning-arrangements")) == [
        ("Block contract", None, None, None, None),
        (AGREEMENT, f"{DISTRICT}; {HOSPICE}", POOL, "Joint Committee", "Joint Committee"),
    ]


def test_chairs_of_every_board_come_with_their_capacity_and_the_holder_of_a_post(store: Store) -> None:
    assert rows(answered(store, "who-chairs")) == [
        ("Discharge Group", "Ada Finch", "vice chair", None),
        (GROUP, f"Chair, {GROUP}", "independent chair", "Dee Noon"),
        ("Westmere Alliance Board", "Ben Carr", "chair", None),
    ]


def test_the_chair_of_one_board_is_asked_for_by_its_name(store: Store) -> None:
    answer = answered(store, "who-chairs", GROUP.lower())
    assert rows(answer, "chair") == [(f"Chair, {GROUP}",)]
    assert f"Dee Noon holds Chair, {GROUP}" in quotes(answer, 0)


def test_findings_about_an_actor_are_those_that_speak_of_it_with_form_stance_and_heading(store: Store) -> None:
    assert rows(answered(store, "findings-about", GROUP)) == [
        (GROUP, "area for improvement", "The phone was not answered at night", None, "Areas for improvement"),
        (GROUP, "stated", "what was said of oversees", "limited", None),
    ]


def test_a_finding_may_be_asked_for_by_a_plan_or_pool_and_an_action_is_no_subject_of_one(store: Store) -> None:
    assert answered(store, "findings-about", "Westmere Improvement Plan").rows == ()
    assert answered(store, "findings-about", POOL).rows == ()
    with pytest.raises(UnknownActorError):
        answered(store, "findings-about", "Trusted assessor")


def test_stated_gaps_are_the_lines_that_a_document_denies_or_limits(store: Store) -> None:
    answer = answered(store, "stated-gaps")
    assert rows(answer) == [
        ("denied", GROUP, "reports to", "Joint Committee", "what was said of reports_to"),
        ("limited", "Joint Committee", "oversees", GROUP, "what was said of oversees"),
    ]
    assert quotes(answer, 0) == [f"here stands Denied: {GROUP} REPORTS_TO Joint Committee"]


def test_proposed_changes_are_the_lines_that_a_document_proposes(store: Store) -> None:
    assert rows(answered(store, "proposed-changes")) == [
        (GROUP, "accountable to", "Joint Committee", "what was said of accountable_to")
    ]


def test_review_coverage_begins_with_what_nobody_took_up_and_ends_with_what_a_plan_repeats(store: Store) -> None:
    answer = answered(store, "review-coverage")
    assert rows(answer, "taken_up", "finding", "issue", "actions", "because") == [
        ("not taken up", "Families should be heard", None, None, None),
        ("may be answered", "Rotas should cover nights", PHONE, "1.3", "both speak of nights"),
        ("may be answered", "Rotas should cover nights", TWICE, "1.1", "both speak of wards"),
        ("repeated", "The phone was not answered at night", PHONE, "1.3", "same"),
    ]


def test_a_repeated_finding_cites_the_review_then_the_plan(store: Store) -> None:
    assert quotes(answered(store, "review-coverage"), 3) == [
        "here stands The phone was not answered at night",
        f"One phone number addresses {PHONE}",
        f"here stands {PHONE}",
    ]
