"""An answer of which only the first rows are read, and rules with other limits than their pages give."""

from pathlib import Path

import pytest

from sysgraph.errors import QuestionError
from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import gap_shelf, question, questions
from sysgraph.questions.gaps import Choice, find_gaps, new_since, with_settings
from sysgraph.store import Store, open_store
from sysgraph.store.sqlite_write import write
from tests.builders import fact, graph, node

NAMES = [one.name for one in questions() if not any(parameter.required for parameter in one.parameters)]


@pytest.mark.parametrize("name", NAMES)
def test_the_first_rows_are_those_that_come_first_and_all_are_counted(store: Store, name: str) -> None:
    whole, first = ask(store, question(name)), ask(store, question(name), most=2)
    assert first.rows == whole.rows[:2]
    assert first.total == whole.total == len(whole.rows)


def test_gaps_show_the_first_of_each_rule_and_count_all(store: Store) -> None:
    rules = Choice().of(gap_shelf())
    whole, first = find_gaps(store, rules, today="2018-01-01"), find_gaps(store, rules, today="2018-01-01", most=1)
    assert first.counts == whole.counts
    assert {gap.rule.code for gap in first.gaps} == {gap.rule.code for gap in whole.gaps}
    assert max(sum(gap.rule == rule for gap in first.gaps) for rule in rules) == 1


def test_a_setting_changes_what_a_rule_finds_and_one_that_no_rule_has_is_refused(tmp_path: Path) -> None:
    boards = [node("Board", name) for name in ("One", "Other")]
    people = [node("Person", name) for name in ("Ann", "Bob", "Cat", "Dan")]
    facts = [fact(one, "MEMBER_OF", boards[0]) for one in people]
    facts += [fact(one, "MEMBER_OF", boards[1]) for one in (*people[:2], node("Person", "Eve"), node("Person", "Fay"))]
    whole = graph([*boards, *people, node("Person", "Eve"), node("Person", "Fay")], facts)
    write(whole, tmp_path / "graph.sqlite", {"version": "0"})
    store = open_store(tmp_path / "graph.sqlite")
    rules = Choice(("GOV10",)).of(gap_shelf())
    for share, expected in (("0.5", 1), ("0.6", 0)):
        found = find_gaps(store, with_settings(rules, {"share": share}), today="2018-01-01")
        assert len(found.gaps) == expected
    with pytest.raises(QuestionError, match="none of these rules has a setting sahre"):
        with_settings(rules, {"sahre": "0.6"})
    with pytest.raises(QuestionError, match="'much' is no number"):
        find_gaps(store, with_settings(rules, {"share": "much"}), today="2018-01-01")
    store.close()


def test_what_an_older_graph_has_too_is_not_new_but_one_more_of_it_is(tmp_path: Path) -> None:
    reports = []
    for count in (1, 2):
        actions = [node("Action", f"1.{n} Do it", ref=f"1.{n}", owner_status="missing") for n in range(1, count + 1)]
        write(graph(actions), tmp_path / f"{count}.sqlite", {"version": "0"})
        store = open_store(tmp_path / f"{count}.sqlite")
        reports.append(find_gaps(store, Choice(("ACT01",)).of(gap_shelf()), today="2018-01-01"))
        store.close()
    assert [gap.values["ref"] for gap in new_since(reports[1], reports[0]).gaps] == ["1.2"]
    assert new_since(reports[0], reports[1]).gaps == ()
