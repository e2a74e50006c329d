"""`sysgraph build` and `sysgraph demo`: documents in, a graph and answers out."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAN = """# Westmere Improvement Plan

19 March 2018

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| 1 | Open a single phone number for discharge | Director of Care, Westmere City Council | Feb 18 |
| 2 | Share one record between the wards | TBC | Apr 18 |
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.usefixtures("plan")
def test_a_plan_becomes_a_graph_that_answers(run: Run, tmp_path: Path) -> None:
    result = run("build", "plan.md", store=False)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("1 document read\n")
    assert "2 actions" in result.stdout
    assert "reading 1 of 1: plan.md" in result.stderr
    assert (tmp_path / "graph.sqlite").is_file()
    rows = json.loads(run("ask", "unowned-actions", "--format", "json", store=False).stdout)
    assert [(row["ref"], row["gap"]) for row in rows] == [("2", "tbc")]


@pytest.mark.usefixtures("plan")
def test_a_quiet_build_does_not_say_what_it_reads(run: Run) -> None:
    assert run("build", "plan.md", "--quiet", store=False).stderr == ""


@pytest.mark.usefixtures("plan")
def test_a_second_build_reads_nothing_anew_unless_it_is_told_to(run: Run, tmp_path: Path) -> None:
    first = run("build", "plan.md", store=False)
    graph = (tmp_path / "graph.sqlite").read_bytes()
    second = run("build", "plan.md", store=False)
    assert second.stderr == "1 document, 1 as before\n"
    assert second.stdout == first.stdout
    assert run("build", "plan.md", "--no-cache", store=False).stderr == first.stderr == "reading 1 of 1: plan.md\n"
    assert (tmp_path / "graph.sqlite").read_bytes() == graph


@pytest.mark.usefixtures("plan")
def test_with_no_cache_nothing_is_remembered(run: Run, caches: Path) -> None:
    before = sorted(caches.rglob("*"))
    run("build", "plan.md", "--no-cache", store=False)
    assert sorted(caches.rglob("*")) == before


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_jobs_that_is_none_is_a_usage_error(run: Run, tmp_path: Path, jobs: str) -> None:
    result = run("build", "plan.md", "--jobs", jobs, store=False)
    assert result.exit_code == 2
    assert "--jobs" in result.stderr
    assert not (tmp_path / "graph.sqlite").exists()


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 8,
    "folder": None,
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line_and_leaves_nothing(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    content = BAD[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = run("build", name, store=False)
    assert result.exit_code == 2
    said = [line for line in result.stderr.splitlines() if not line.startswith("reading ")]
    assert len(said) == 1
    assert said[0].startswith("sysgraph: ")
    assert name in said[0]
    assert not (tmp_path / "graph.sqlite").exists()


@pytest.mark.usefixtures("plan")
def test_a_file_that_is_no_graph_is_not_built_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("build", "plan.md", "-o", "notes.txt", store=False).exit_code == 2
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_the_demo_answers_as_at_its_plans_date_and_leaves_graph_page_and_next_steps(run: Run, tmp_path: Path) -> None:
    result = run("demo", "-o", "shown", store=False)
    assert result.exit_code == 0, result.stderr
    assert "55 actions" in result.stdout
    assert "as at 19 March 2018, the plan's date; --as-of today for now" in result.stdout
    assert "$ sysgraph ask unowned-actions" in result.stdout
    assert "$ sysgraph chain" in result.stdout
    assert "  cd shown" in result.stdout.splitlines()
    assert sorted(path.name for path in (tmp_path / "shown").iterdir()) == ["graph.sqlite", "page.html"]
    assert run("ask", "owners-by-load", "--store", "shown/graph.sqlite", store=False).exit_code == 0


def test_the_demo_does_not_write_where_a_file_is_in_the_way(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shown").write_text("mine", encoding="utf-8")
    result = run("demo", "-o", "shown", store=False)
    assert result.exit_code == 2
    assert "the folder shown cannot be made" in result.stderr
