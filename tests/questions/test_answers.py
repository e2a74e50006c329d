"""What each question of the catalogue answers about Westmere (see `invented`), worked out by hand."""

import pytest

from sysgraph.model import Value
from sysgraph.questions.asking import Answer, ask
from sysgraph.questions.catalogue import question, questions
from sysgraph.store import Store

PARAMETERS = {"actor": "Ada Finch", "board": "Westmere Alliance Board", "text": "assess"}
OF_QUESTION = {"findings-about": {"actor": "Joint Commissioning Group"}}
CARE, NURSING = "Director of Care, Westmere City Council", "Director of Nursing, Westmere Care NHS Trust"
COUNCIL, TRUST = "Westmere City Council", "Westmere Care NHS Trust"
ALLIANCE, WELLBEING = "Westmere Alliance Board", "Westmere Health and Wellbeing Board"


def rows(answer: Answer, *columns: str) -> list[tuple[Value, ...]]:
    return [tuple(row.values[column] for column in columns) for row in answer.rows]


def answered(store: Store, name: str, given: str = "", as_of: str | None = None) -> Answer:
    found = question(name)
    return ask(store, found, {found.parameters[0].name: given} if given else {}, as_of)


@pytest.mark.parametrize("name", [one.name for one in questions()])
def test_every_row_of_every_question_shows_the_evidence_it_rests_on(store: Store, name: str) -> None:
    wanted = question(name).parameters
    given = {**PARAMETERS, **OF_QUESTION.get(name, {})}
    answer = ask(store, question(name), {one.name: given[one.name] for one in wanted if one.kind != "date"})
    assert answer.rows
    assert all(row.evidence for row in answer.rows)
    assert all(list(row.values) == [column.name for column in answer.question.columns] for row in answer.rows)


def test_actions_without_an_owner_say_which_gap_it_is_and_rows_that_point_elsewhere_are_none(store: Store) -> None:
    answer = answered(store, "unowned-actions")
    assert rows(answer, "ref", "gap", "owner", "theme") == [
        ("1.3", "missing", None, "Hospital discharge"),
        ("1.4", "tbc", "TBC", "Hospital discharge"),
        ("1.5", "collective", "All partners", "Hospital discharge"),
        (None, "only a body", "WCC", "Hospital discharge"),
    ]
    assert [one.quote for one in answer.rows[-1].evidence] == [
        "here stands Winter beds",
        f"{COUNCIL} owns Winter beds",
    ]


def test_actions_of_a_person_come_by_name_then_by_post_then_by_body(store: Store) -> None:
    assert rows(answered(store, "actions-of", "Ada Finch"), "ref", "how", "named", "way") == [
        ("1.2", "owns", "Ada Finch", "itself"),
        ("1.1", "owns", CARE, "its post"),
        ("2.1", "owns", CARE, "its post"),
        ("2.2", "owns", CARE, "its post"),
        (None, "owns", COUNCIL, "its body"),
        ("2.1", "owns", COUNCIL, "its body"),
    ]


def test_actions_of_a_post_are_also_its_holders(store: Store) -> None:
    found = rows(answered(store, "actions-of", "Director of Care"), "ref", "named", "way")
    assert ("1.2", "Ada Finch", "the holder of the post") in found


def test_actions_of_a_body_are_those_of_its_posts_and_people_and_of_the_themes_it_leads(store: Store) -> None:
    assert rows(answered(store, "actions-of", "WCT"), "ref", "how", "named", "way") == [
        ("2.1", "leads its theme", TRUST, "itself"),
        ("2.2", "leads its theme", TRUST, "itself"),
        ("2.3", "leads its theme", TRUST, "itself"),
        ("1.1", "operational lead", "Ben Carr", "a post or person in it"),
        ("1.2", "operational lead", "Ben Carr", "a post or person in it"),
        ("1.2", "owns", NURSING, "a post or person in it"),
    ]


def test_actions_of_a_body_cite_the_post_and_its_holder_too(store: Store) -> None:
    answer = answered(store, "actions-of", "WCC")
    of_holder = next(row for row in answer.rows if row.values["way"] == "the holder of a post in it")
    assert of_holder.evidence[0].quote == "Ada Finch owns Home first"
    assert {one.quote for one in of_holder.evidence} == {
        "Ada Finch owns Home first",
        f"Ada Finch holds {CARE}",
        f"{CARE} post in {COUNCIL}",
    }


def test_actions_without_an_operational_lead_say_how_many_of_the_plan_have_one(store: Store) -> None:
    assert rows(answered(store, "actions-without-operational-lead"), "ref", "led_in_plan") == [
        (None, 2),
        *((ref, 2) for ref in ("1.3", "1.4", "1.5", "2.1", "2.2", "2.3")),
    ]


def test_overdue_actions_are_judged_by_the_plans_own_date_and_complete_ones_are_not_overdue(store: Store) -> None:
    answer = answered(store, "overdue-actions")
    assert rows(answer, "ref", "last_day") == [("1.1", "2018-02-28")]
    assert answer.note == "as at 19 March 2018, the plan's date; --as-of today for now"


def test_an_action_is_not_overdue_on_its_last_day(store: Store) -> None:
    answer = answered(store, "overdue-actions", as_of="2018-03-20")
    assert rows(answer, "ref", "last_day") == [("1.1", "2018-02-28"), ("1.3", "2018-03-19")]
    assert answer.note == "as at 20 March 2018"


def test_a_revised_date_counts_instead_of_the_first_even_where_it_is_earlier(store: Store) -> None:
    answer = answered(store, "overdue-actions", as_of="2018-06-01")
    assert rows(answer, "ref", "last_day") == [
        ("1.1", "2018-02-28"),
        ("1.3", "2018-03-19"),
        ("1.2", "2018-04-30"),
        ("2.2", "2018-05-31"),
    ]


def test_slipped_actions_are_those_whose_date_moved_back_not_forward(store: Store) -> None:
    found = rows(answered(store, "slipped-actions"), "ref", "due", "revised", "status")
    assert found == [("1.2", "Jan 18", "Apr 18", "Amber")]


def test_actions_without_a_board_show_the_boards_over_their_theme_and_plan(store: Store) -> None:
    found = rows(answered(store, "actions-without-board"), "ref", "theme_board", "plan_board")
    assert found == [
        (None, "Discharge Group", WELLBEING),
        *((ref, "Discharge Group", WELLBEING) for ref in ("1.2", "1.3", "1.4", "1.5")),
        *((ref, None, WELLBEING) for ref in ("2.1", "2.2", "2.3")),
    ]


def test_owners_are_listed_by_how_many_actions_they_carry(store: Store) -> None:
    assert rows(answered(store, "owners-by-load"), "owner", "actions", "owned", "operated") == [
        (CARE, 3, 3, 0),
        ("Ben Carr", 2, 0, 2),
        (COUNCIL, 2, 2, 0),
        ("Ada Finch", 1, 1, 0),
        ("Cleo Dunn", 1, 1, 0),
        (NURSING, 1, 1, 0),
    ]


def test_a_reporting_line_goes_up_by_every_kind_of_line_and_gives_each_once(store: Store) -> None:
    assert rows(answered(store, "reporting-line-of", "Ada Finch"), "step", "who", "line", "answers_to") == [
        (1, "Ada Finch", "holds the post", CARE),
        (2, CARE, "reports to", ALLIANCE),
        (2, CARE, "belongs to", COUNCIL),
        (3, ALLIANCE, "is overseen by", WELLBEING),
        (4, WELLBEING, "is part of", COUNCIL),
    ]


def test_a_reporting_line_that_is_a_circle_ends(store: Store) -> None:
    assert rows(answered(store, "reporting-line-of", "Safety Circle"), "step", "who", "line", "answers_to") == [
        (1, "Safety Circle", "reports to", "Quality Circle"),
        (2, "Quality Circle", "is accountable to", "Safety Circle"),
    ]


def test_boards_of_a_person_are_those_of_its_post_too(store: Store) -> None:
    assert rows(answered(store, "boards-of", "Ada Finch"), "board", "seat", "way") == [
        ("Discharge Group", "vice chair", "itself"),
        (ALLIANCE, "member", "its post"),
    ]


def test_members_of_a_board_begin_with_its_chair_and_show_who_holds_a_post(store: Store) -> None:
    assert rows(answered(store, "members-of", ALLIANCE), "member", "kind", "seat", "held_by") == [
        ("Ben Carr", "Person", "chair", None),
        (CARE, "Role", "member", "Ada Finch"),
        (TRUST, "Organisation", "member", None),
    ]


def test_who_is_responsible_for_some_words_are_owners_leads_and_boards_of_what_holds_them(store: Store) -> None:
    found = rows(answered(store, "responsible-for", "assess"), "thing", "how", "responsible")
    assert found[:3] == [
        ("Trusted assessor", "owned by", CARE),
        ("Trusted assessor", "operational lead", "Ben Carr"),
        ("Trusted assessor", "overseen by", ALLIANCE),
    ]
    assert ("Assessments are done twice", "addressed by an action owned by", CARE) in found


def test_who_is_responsible_for_an_action_is_also_who_leads_its_theme(store: Store) -> None:
    found = rows(answered(store, "responsible-for", "Rota"), "thing", "how", "responsible")
    assert ("Rota", "its theme led by", TRUST) in found


def test_evidence_for_an_actor_begins_with_where_it_is_named(store: Store) -> None:
    answer = answered(store, "evidence-for", "Ada Finch")
    assert rows(answer, "source", "fact", "target", "capacity") == [
        ("Ada Finch", "is named", None, None),
        ("Ada Finch", "chairs", "Discharge Group", "vice chair"),
        ("Ada Finch", "holds", CARE, None),
        ("Ada Finch", "owns", "Home first", None),
    ]
    assert [row.evidence[0].position.page for row in answer.rows] == [1, 2, 1, 3]
