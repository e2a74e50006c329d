"""The command `gaps`, as a governance lead runs it and as a script does."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sysgraph.cli.app import cli
from sysgraph.workspace import build

PLAN = """# Harrowdale improvement plan

19 March 2024

| Ref | Action | Owner | Due |
|---|---|---|---|
| 1.1 | Open a discharge lounge | | May 2024 |
| 1.2 | Write a guide for families | TBC | January 2024 |
| 1.3 | Hire two nurses | Jo Lee, Director of Care, Harrowdale Council | June 2024 |
"""
WAIVER = """decisions:
- waive: {{code: {code}, node: {{kind: Action, name: "1.1"}}}}
  until: {until}
  who: Pat Roe
  when: 2024-03-01
  why: the board agreed
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "plan.md").write_text(PLAN, encoding="utf-8")
    return tmp_path


def gaps(folder: Path, *arguments: str, waiver: str = "") -> Result:
    if waiver:
        (folder / "papers" / "decisions.yaml").write_text(waiver, encoding="utf-8")
    build([folder / "papers"], folder / "graph.sqlite")
    return CliRunner().invoke(cli, ["gaps", "--store", str(folder / "graph.sqlite"), *arguments])


def test_gaps_stand_by_severity_and_rule_with_the_words_they_rest_on(folder: Path) -> None:
    found = gaps(folder, "--select", "ACT01,ACT02,ACT14")
    assert found.exit_code == 0
    lines = found.output.splitlines()
    assert lines.index("Errors") < lines.index("ACT01  No owner (1)") < lines.index("ACT14  Overdue (1)")
    assert "      plan.md p.1 “Open a discharge lounge”" in lines
    assert lines[-1] == "3 errors (3 rules asked)"


def test_a_family_is_selected_by_its_letters_and_single_rules_are_left_out(folder: Path) -> None:
    found = gaps(folder, "--select", "act", "--ignore", "ACT02", "--format", "json")
    codes = {one["code"] for one in json.loads(found.output)}
    assert "ACT01" in codes
    assert "ACT02" not in codes
    assert all(code.startswith("ACT") for code in codes)


def test_severity_is_the_least_that_is_shown(folder: Path) -> None:
    found = json.loads(gaps(folder, "--severity", "error", "--format", "json").output)
    assert {one["severity"] for one in found} == {"error"}


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("note", 1)])
def test_fail_on_ends_with_status_one_where_a_gap_is_as_grave(folder: Path, level: str, status: int) -> None:
    assert gaps(folder, "--fail-on", level).exit_code == status
    assert gaps(folder, "--select", "GOV02", "--fail-on", level).exit_code == 0


def test_a_waiver_hides_a_gap_until_it_lapses(folder: Path) -> None:
    waiver = WAIVER.format(code="act01", until="2024-06-30")
    before = gaps(folder, "--select", "ACT01", "--as-of", "2024-06-30", waiver=waiver)
    assert "no gaps (1 rule asked; 1 waived)" in before.output
    after = gaps(folder, "--select", "ACT01", "--as-of", "2024-07-01")
    assert "ACT01  No owner (1)" in after.output


def test_a_waived_gap_is_shown_when_asked_for_with_who_and_why(folder: Path) -> None:
    waiver = WAIVER.format(code="ACT", until="2024-06-30")
    shown = gaps(folder, "--select", "ACT01", "--as-of", "2024-06-30", "--waived", waiver=waiver)
    assert "ACT01 waived until 2024-06-30 by Pat Roe on 2024-03-01: the board agreed" in shown.output


def test_a_waiver_of_an_action_that_is_there_no_more_is_told_at_the_build(folder: Path) -> None:
    waiver = WAIVER.format(code="ACT01", until="2024-06-30").replace('"1.1"', '"9.9"')
    (folder / "papers" / "decisions.yaml").write_text(waiver, encoding="utf-8")
    summary = build([folder / "papers"], folder / "graph.sqlite")
    assert any("no document names Action “9.9”" in notice.what for notice in summary.notices)


def test_only_what_is_new_since_an_older_graph_is_shown(folder: Path) -> None:
    build([folder / "papers"], folder / "old.sqlite")
    more = PLAN + "| 1.4 | Close a ward | | May 2024 |\n"
    (folder / "papers" / "plan.md").write_text(more, encoding="utf-8")
    found = gaps(folder, "--select", "ACT01", "--new-since", str(folder / "old.sqlite"), "--format", "json")
    assert [one["values"]["ref"] for one in json.loads(found.output)] == ["1.4"]


def test_sarif_names_rules_results_documents_and_suppressions(folder: Path) -> None:
    waiver = WAIVER.format(code="ACT01", until="2024-06-30")
    asked = ("--select", "ACT01,ACT02", "--as-of", "2024-05-01", "--format", "sarif")
    log = json.loads(gaps(folder, *asked, waiver=waiver).output)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["ACT01", "ACT02"]
    by_rule = {one["ruleId"]: one for one in run["results"]}
    assert by_rule["ACT01"]["suppressions"][0]["justification"] == "Pat Roe, 2024-03-01: the board agreed"
    place = by_rule["ACT02"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (by_rule["ACT02"]["level"], place) == ("error", "plan.md")


def test_csv_and_markdown_carry_code_words_and_evidence(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(gaps(folder, "--select", "ACT01", "--format", "csv").output)))
    assert [(row["code"], row["says"], row["quote"]) for row in rows] == [
        ("ACT01", "nobody is named as owner", "Open a discharge lounge")
    ]
    text = gaps(folder, "--select", "ACT01", "--format", "md").output
    assert "## ACT01 No owner (error)" in text
    assert "*How to put it right:*" in text


def test_the_rules_are_listed_and_an_unknown_one_is_refused_with_the_way_to_them(folder: Path) -> None:
    assert "ACT01  error    No owner" in gaps(folder, "--list").output
    refused = gaps(folder, "--select", "ACT99")
    assert refused.exit_code == 2
    assert "no gap rule 'ACT99'" in refused.output


def test_rules_of_ones_own_beside_the_graph_are_asked_too(folder: Path) -> None:
    (folder / "queries").mkdir()
    page = (
        '+++\ncode = "OWN01"\ntitle = "Nurses"\nseverity = "note"\nsays = "is about nurses: {action}"\n'
        'columns = [\n  { name = "action", title = "Action" },\n]\n+++\n\nWhich.\n\n## Why it matters\n\nIt does.\n\n'
        "## How to put it right\n\nDo.\n\n```sql\nSELECT text AS action, json_array(id) AS facts, id AS id FROM action "
        "WHERE text LIKE '%nurses%'\nORDER BY id\n```\n"
    )
    (folder / "queries" / "nurses.md").write_text(page, encoding="utf-8")
    assert "is about nurses: Hire two nurses" in gaps(folder, "--select", "OWN").output
    (folder / "queries" / "nurses.md").write_text(page.replace("SELECT text", "DELETE text"), encoding="utf-8")
    broken = gaps(folder, "--select", "OWN")
    assert broken.exit_code == 2
    assert "cannot be answered" in broken.output
