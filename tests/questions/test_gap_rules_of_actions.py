"""Each rule about actions, on a plan where it finds something and on one where it finds nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sysgraph.questions.catalogue import gap_shelf
from sysgraph.questions.gaps import Choice, Report, find_gaps
from sysgraph.store import open_store
from sysgraph.workspace import build

HEAD = """# Harrowdale improvement plan

19 March 2024, version 3

Harrowdale Council and Vale of Tarrow NHS Trust have committed to this plan.

| Rating | What it means |
|---|---|
| Blue | Complete with assurance |
| Green | On track |
| Amber | At risk |
| Red | Off track |

## 1 Discharge

Reporting officer: Kim Ray, Head of Flow, Harrowdale Council

| Ref | Issue | Action | Owner | Operational lead | Due | Revised date | Assurance | Progress | RAG |
|---|---|---|---|---|---|---|---|---|---|
"""
GOOD = {
    "Ref": "1.1",
    "Issue": "People wait too long to go home",
    "Action": "Open a discharge lounge at the hospital",
    "Owner": "Jo Lee, Director of Care, Harrowdale Council",
    "Lead": "Sam Poe",
    "Due": "May 2024",
    "Revised": "",
    "Assurance": "Weekly count of people; overseen by the Flow Board",
    "Progress": "12 March 2024: builders appointed",
    "RAG": "Green",
}
OTHER = {
    **GOOD,
    "Ref": "1.2",
    "Issue": "Families do not know whom to ask",
    "Action": "Write a guide to leaving hospital for families",
    "Owner": "Pat Roe, Director of Nursing, Vale of Tarrow NHS Trust",
    "Assurance": "Number of guides handed out; overseen by the Flow Board",
}
TWO = "Jo Lee, Director of Care, Harrowdale Council and Pat Roe, Director of Nursing, Vale of Tarrow NHS Trust"
BARE = {"Owner": "", "Lead": "", "Due": "", "Assurance": "", "Progress": "", "RAG": ""}


def plan(*rows: dict[str, str]) -> str:
    return HEAD + "".join(f"| {' | '.join(row.values())} |\n" for row in rows)


def found(folder: Path, text: str, code: str, as_of: str | None = None) -> Report:
    (folder / "plan.md").write_text(text, encoding="utf-8")
    build([folder / "plan.md"], folder / "graph.sqlite")
    store = open_store(folder / "graph.sqlite")
    try:
        return find_gaps(store, Choice((code,)).of(gap_shelf()), as_of=as_of, today="2024-03-19")
    finally:
        store.close()


def refs(report: Report) -> list[str]:
    return [str(gap.values["ref"] or gap.values["action"]) for gap in report.gaps]


CASES: dict[str, dict[str, str]] = {
    "ACT01": {"Owner": ""},
    "ACT02": {"Owner": "TBC"},
    "ACT03": {"Owner": "All partners"},
    "ACT04": {"Owner": "Harrowdale Council"},
    "ACT05": {"Owner": "Chair of the Flow Board"},
    "ACT06": {"Owner": "Ann Day, Manager, Tarrow Homes Ltd"},
    "ACT07": {"Owner": TWO},
    "ACT08": {"Lead": ""},
    "ACT09": {"Owner": "Kim Ray, Head of Flow, Harrowdale Council"},
    "ACT10": {"Lead": "Jo Lee"},
    "ACT11": {"Due": ""},
    "ACT12": {"Due": "TBC"},
    "ACT13": {"Due": "Ongoing"},
    "ACT14": {"Due": "January 2024", "Revised": "February 2024"},
    "ACT15": {"Due": "January 2024"},
    "ACT16": {"Revised": "August 2024"},
    "ACT17": {"Revised": "To be agreed"},
    "ACT18": {"Assurance": ""},
    "ACT19": {"Assurance": "KPIs TBC; overseen by the Flow Board"},
    "ACT20": {"RAG": ""},
    "ACT21": {"RAG": "Yellow"},
    "ACT22": {"Progress": "The lounge is fully implemented and in use."},
    "ACT23": {"RAG": "Blue", "Assurance": ""},
    "ACT24": {"Assurance": "Weekly count of people"},
    "ACT25": {"Progress": ""},
    "ACT26": {"Progress": "Meeting to be held on 8 January 2024"},
    "ACT27": {"Progress": "Opening event held 19 December 2024"},
    "ACT28": {"Action": "Write a guide to leaving hospital for all families"},
    "ACT29": {"Issue": ""},
    "ACT32": {"Ref": ""},
    "ACT33": {"Action": "Lounge: see 1.2", **BARE},
    "ACT34": {"Due": "May 2024; August 2024"},
    "ACT35": {"Revised": "April 2024"},
    "ACT36": {"Owner": "whoever is on duty at the time"},
}


@pytest.mark.parametrize("code", CASES)
def test_a_rule_finds_the_action_that_it_is_about_and_shows_its_words(tmp_path: Path, code: str) -> None:
    report = found(tmp_path, plan({**GOOD, **CASES[code]}, OTHER), code)
    assert (CASES[code].get("Ref", "1.1") or GOOD["Action"]) in refs(report)
    assert all(gap.evidence and gap.says and "{" not in gap.says for gap in report.gaps)


@pytest.mark.parametrize("code", CASES)
def test_a_rule_finds_nothing_in_a_plan_that_lacks_nothing(tmp_path: Path, code: str) -> None:
    assert refs(found(tmp_path, plan(GOOD, OTHER), code)) == []


def test_rules_that_compare_with_the_rest_of_the_plan_find_nothing_where_no_action_has_it(tmp_path: Path) -> None:
    bare = {"Lead": "", "Assurance": "", "Progress": "", "Issue": "", "Ref": ""}
    text = plan({**GOOD, **bare}, {**OTHER, **bare})
    for code in ("ACT08", "ACT18", "ACT25", "ACT29", "ACT32"):
        assert refs(found(tmp_path, text, code)) == [], code


def test_what_is_complete_is_neither_overdue_nor_without_a_date(tmp_path: Path) -> None:
    text = plan({**GOOD, "RAG": "Blue", "Due": "January 2024"}, {**OTHER, "RAG": "Blue", "Due": ""})
    for code in ("ACT11", "ACT14", "ACT15"):
        assert refs(found(tmp_path, text, code)) == [], code


def test_overdue_is_judged_as_at_the_plans_date_unless_a_day_is_given(tmp_path: Path) -> None:
    assert refs(found(tmp_path, plan(GOOD, OTHER), "ACT14")) == []
    assert refs(found(tmp_path, plan(GOOD, OTHER), "ACT14", as_of="2024-06-01")) == ["1.1", "1.2"]


def test_a_row_that_only_points_elsewhere_is_a_gap_of_no_other_rule(tmp_path: Path) -> None:
    text = plan({**GOOD, **CASES["ACT33"]}, OTHER)
    for code in CASES.keys() - {"ACT33"}:
        assert "1.1" not in refs(found(tmp_path, text, code)), code


def _all_codes() -> Iterator[str]:
    yield from (rule.code for rule in gap_shelf().all() if rule.code.startswith("ACT"))


def test_every_rule_about_actions_is_tried_here() -> None:
    of_broken_tables = {"ACT30", "ACT31"}  # tried on a graph, in test_gap_rules_of_governance
    assert set(_all_codes()) == CASES.keys() | of_broken_tables
