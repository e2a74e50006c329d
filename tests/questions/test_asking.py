from pathlib import Path

import pytest

from sysgraph.errors import QuestionError, UnknownActorError
from sysgraph.questions.asking import ask, long_date
from sysgraph.questions.catalogue import Question, parse, question
from sysgraph.store import Store, open_store
from sysgraph.store.sqlite_write import write
from tests.questions.invented import Place, westmere


def test_an_unknown_actor_is_refused_with_the_nearest_names(store: Store) -> None:
    with pytest.raises(UnknownActorError, match=r"'Ada Fnch'.*nearest names are: Ada Finch"):
        ask(store, question("actions-of"), {"actor": "Ada Fnch"})


def test_a_name_like_none_is_refused_without_offering_any(store: Store) -> None:
    with pytest.raises(UnknownActorError, match="'Zyx'; `sysgraph find` looks for words"):
        ask(store, question("actions-of"), {"actor": "Zyx"})


def test_the_name_of_an_action_is_no_actor(store: Store) -> None:
    with pytest.raises(UnknownActorError):
        ask(store, question("actions-of"), {"actor": "Trusted assessor"})


def test_several_actors_of_one_name_are_all_answered_for_and_the_note_says_so(store: Store) -> None:
    answer = ask(store, question("reporting-line-of"), {"actor": "director"})
    assert answer.note == (
        "“director” names 2 actors, all of them answered for: Director of Care, Westmere City Council (Role); "
        "Director of Nursing, Westmere Care NHS Trust (Role)"
    )
    assert {row.values["who"] for row in answer.rows if row.values["step"] == 1} == {
        "Director of Care, Westmere City Council",
        "Director of Nursing, Westmere Care NHS Trust",
    }


def test_the_note_says_who_an_abbreviation_is(store: Store) -> None:
    assert ask(store, question("boards-of"), {"actor": "WCT"}).note == "“WCT” is Westmere Care NHS Trust"


def test_words_that_nothing_holds_give_no_rows_and_a_note(store: Store) -> None:
    answer = ask(store, question("responsible-for"), {"text": "zeppelin"})
    assert answer.rows == ()
    assert answer.note == "nothing in the graph mentions “zeppelin”"


@pytest.mark.parametrize("given", [{}, {"actor": "  "}])
def test_a_question_that_lacks_what_it_must_be_told_says_so(store: Store, given: dict[str, str]) -> None:
    with pytest.raises(QuestionError, match="actions-of asks for ACTOR, the name of"):
        ask(store, question("actions-of"), given)


def test_a_parameter_that_the_question_does_not_have_is_refused(store: Store) -> None:
    with pytest.raises(QuestionError, match="unowned-actions takes no actor"):
        ask(store, question("unowned-actions"), {"actor": "Ada Finch"})


@pytest.mark.parametrize("day", ["yesterday", "2018", "2018-02-30", "19/03/2018"])
def test_a_day_that_is_none_is_refused(store: Store, day: str) -> None:
    with pytest.raises(QuestionError, match="is not a date; write it as 2018-03-19"):
        ask(store, question("overdue-actions"), as_of=day)


def test_a_day_makes_no_difference_to_a_question_that_looks_at_none(store: Store) -> None:
    answer = ask(store, question("slipped-actions"), as_of="2030-01-01")
    assert answer.note == "this question looks at no dates: --as-of makes no difference"


def two_plans(*dates: str | None) -> Place:
    place = Place()
    for number, date in enumerate(dates, 1):
        told: dict[str, str] = {"date": date} if date else {}
        place.node("Plan", f"Plan {number}", page=1, **told)
        place.node("Action", f"Task {number}", ref=str(number), due_by="2018-05-31", owner_status="missing")
        place.fact(f"Task {number}", "PART_OF", f"Plan {number}")
    return place


def overdue(place: Place, folder: Path) -> tuple[list[object], str]:
    write(place.graph(), folder / "graph.sqlite", {"version": "test"})
    store = open_store(folder / "graph.sqlite")
    try:
        answer = ask(store, question("overdue-actions"))
    finally:
        store.close()
    return [row.values["ref"] for row in answer.rows], answer.note


def test_each_of_several_plans_is_judged_by_its_own_date(tmp_path: Path) -> None:
    assert overdue(two_plans("2018-03-19", "2019-01"), tmp_path) == (
        ["2"],
        "each as at its own plan's date (19 March 2018, January 2019); --as-of today for now",
    )


def test_of_many_dates_the_note_tells_the_first_and_the_last(tmp_path: Path) -> None:
    several = two_plans(*(f"{year}-03-19" for year in range(2010, 2020)))
    assert overdue(several, tmp_path)[1] == (
        "each as at its own plan's date (10 dates from 19 March 2010 to 19 March 2019); --as-of today for now"
    )


def test_actions_of_a_plan_without_a_date_are_left_out_and_the_note_says_so(tmp_path: Path) -> None:
    refs, note = overdue(two_plans("2019-01-01", None), tmp_path)
    assert refs == ["1"]
    assert note.endswith("; actions of plans that give no date of their own are left out")


def test_where_no_plan_has_a_date_nothing_is_overdue_and_the_note_says_so(tmp_path: Path) -> None:
    refs, note = overdue(two_plans(None), tmp_path)
    assert refs == []
    assert note == "no plan gives a date of its own, so no action counts; --as-of today for now"


def page(sql: str, columns: str = '[{ name = "name", title = "Name" }]') -> Question:
    text = f"""+++
code = "T001"
title = "A test"
columns = {columns}
+++
Asks.
## Why it matters
Because.
## How to put it right
Thus.
```sql
{sql}
```
```cypher
MATCH (n) RETURN n.name AS name, [n.id] AS facts, n.id AS id ORDER BY id
```
"""
    return parse(text, "test.md")


def test_a_query_that_returns_other_columns_than_its_page_names_is_refused(store: Store) -> None:
    odd = page("SELECT name AS title, json_array(id) AS facts, id AS id FROM plan ORDER BY id")
    with pytest.raises(QuestionError, match=r"test\.md: `columns` and the query differ in name, title"):
        ask(store, odd)


def test_a_row_cites_first_what_it_is_about_and_leaves_out_facts_that_are_not_there(store: Store) -> None:
    place = westmere()
    plan = place.nodes["Westmere Improvement Plan"].id
    others = sorted(place.nodes[name].id for name in ("Rota", "Pay", "Training"))
    nested = f"json_array('{plan}', NULL, json_array('{others[2]}', NULL, '{others[0]}'), '{others[1]}', '{others[1]}')"
    answer = ask(store, page(f"SELECT 'x' AS name, {nested} AS facts, 'x' AS id ORDER BY id"))
    names = {node.id: f"here stands {node.name}" for node in place.nodes.values()}
    assert [one.quote for one in answer.rows[0].evidence] == [names[plan], *(names[other] for other in others)]


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2018-03-19", "19 March 2018"), ("2018-03", "March 2018"), ("2018", "2018"), ("2018-22", "2018-22")],
)
def test_a_date_is_written_as_precisely_as_it_is_known(iso: str, written: str) -> None:
    assert long_date(iso) == written
