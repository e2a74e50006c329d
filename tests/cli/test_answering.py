"""What the answering commands print and write, and how they refuse."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NAMES_OF_EVIDENCE = {
    "document", "page", "printed_page", "sheet", "slide", "heading", "cell", "start", "end", "quote", "rule", "source",
}  # fmt: skip


def test_a_table_shows_title_columns_rows_and_evidence_beneath_each_in_a_hundred_columns(run: Run) -> None:
    result = run("ask", "unowned-actions")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "Actions that nobody in particular owns"
    assert lines[2].split() == ["Ref", "Action", "Gap", "Owner", "as", "written", "Due", "Theme"]
    assert lines[4].startswith("1.3  One phone number")
    assert "    westmere-improv….txt p.3 “here stands One phone number”" in lines
    assert lines[-1] == "4 rows"
    assert max(map(len, lines)) <= 100
    assert "\x1b" not in result.stdout


def test_json_is_a_list_of_rows_with_their_columns_and_evidence(run: Run) -> None:
    result = run("ask", "slipped-actions", "--format", "json")
    (row,) = json.loads(result.stdout)
    assert list(row) == ["ref", "action", "due", "revised", "status", "owner", "evidence"]
    assert row["ref"] == "1.2"
    assert set(row["evidence"][0]) == NAMES_OF_EVIDENCE
    assert row["evidence"][0]["quote"] == "here stands Home first"


def test_json_stays_json_where_the_answer_has_a_note(run: Run) -> None:
    result = run("ask", "overdue-actions", "--format", "json")
    assert [row["ref"] for row in json.loads(result.stdout)] == ["1.1"]
    assert result.stderr == "as at 19 March 2018, the plan's date; --as-of today for now\n"


def test_csv_has_a_line_a_row_and_the_first_evidence_in_columns(run: Run) -> None:
    result = run("ask", "unowned-actions", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["gap"] for row in rows] == ["missing", "tbc", "collective", "only a body"]
    assert (rows[0]["document"], rows[0]["page"]) == ("plans/westmere-improvement-plan.txt", "3")
    assert rows[0]["quote"] == "here stands One phone number"
    assert rows[3]["further_evidence"].endswith("p.4 “Westmere City Council owns Winter beds”")


def test_markdown_is_a_table_with_its_evidence_and_note(run: Run) -> None:
    lines = run("ask", "overdue-actions", "--format", "md").stdout.splitlines()
    assert lines[0] == "# Actions past their date"
    assert lines[2].startswith("as at 19 March 2018")
    assert lines[4].startswith("| Ref | Action |")
    assert lines[6].endswith("plans/westmere-improvement-plan.txt p.3 “here stands Trusted assessor” |")


def test_an_answer_without_rows_is_an_answer(run: Run) -> None:
    result = run("ask", "responsible-for", "zeppelin")
    assert result.exit_code == 0
    assert "nothing in the graph mentions “zeppelin”" in result.stdout
    assert "No rows" in result.stdout
    assert run("ask", "responsible-for", "zeppelin", "--format", "json").stdout == "[]\n"


def test_a_name_needs_no_quotation_marks(run: Run) -> None:
    assert run("ask", "boards-of", "Ada", "Finch").stdout == run("ask", "boards-of", "Ada Finch").stdout
    assert run("who", "Ada", "Finch").stdout == run("who", "Ada Finch").stdout


def test_questions_are_listed_one_a_line_with_what_they_want_to_be_told(run: Run) -> None:
    lines = run("ask", store=False).stdout.splitlines()
    assert len(lines) >= 12
    assert "actions-of ACTOR                  Actions of one actor" in lines


def test_today_is_a_day_to_judge_by(run: Run) -> None:
    result = run("ask", "overdue-actions", "--as-of", "today", "--format", "json")
    assert {"1.1", "1.2", "1.3", "2.2"} <= {row["ref"] for row in json.loads(result.stdout)}
    assert result.stderr.startswith("as at ")


def test_an_answer_goes_into_a_file_where_one_is_named(run: Run, tmp_path: Path) -> None:
    result = run("ask", "members-of", "Discharge Group", "-o", "members.txt")
    assert result.stdout == ""
    assert "Ada Finch" in (tmp_path / "members.txt").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["members.txt"]


def test_who_shows_posts_boards_actions_and_the_chain_upwards_with_evidence(run: Run) -> None:
    out = run("who", "Ada Finch").stdout
    for line in ("Posts", "Sits on and chairs", "Owns", "Chain upwards", "  - Ada Finch owns Home first"):
        assert line in out.splitlines()
    assert "p.3 “Ada Finch owns Home first”" in out
    (portrait,) = json.loads(run("who", "Ada Finch", "--format", "json").stdout)
    assert portrait["facts"]["Owns"][0]["evidence"][0]["quote"] == "Ada Finch owns Home first"
    assert portrait["up"][0]["name"] == "Director of Care, Westmere City Council"


def test_who_shows_everyone_whom_the_name_names(run: Run) -> None:
    portraits = json.loads(run("who", "Director", "--format", "json").stdout)
    assert [one["name"] for one in portraits] == [
        "Director of Care, Westmere City Council",
        "Director of Nursing, Westmere Care NHS Trust",
    ]
    out = run("who", "Director").stdout
    assert all(f"{one['name']} (a post, whoever holds it)" in out.splitlines() for one in portraits)


def test_chain_shows_both_directions_and_marks_a_circle(run: Run) -> None:
    out = run("chain", "Safety Circle").stdout
    assert out.count("[circle: back to where the chain came by]") == 2
    (tree,) = json.loads(run("chain", "Westmere Alliance Board", "--format", "json").stdout)
    assert tree["up"][0]["reading"].endswith("is overseen by Westmere Health and Wellbeing Board")
    assert len(tree["down"]) == 3
    assert "  Nobody, as far as the documents say." in run("chain", "Ward Huddle").stdout.splitlines()


def test_find_shows_what_was_found_and_who_answers_for_it(run: Run) -> None:
    out = run("find", "trusted", "assessor").stdout
    assert "  - Trusted assessor (Action)" in out.splitlines()
    assert "    - owned by Director of Care, Westmere City Council" in out.splitlines()
    found = json.loads(run("find", "trusted assessor", "--format", "json", "--limit", "1").stdout)
    assert [one["name"] for one in found["found"]] == ["Trusted assessor"]
    assert found["responsible"][0]["evidence"]
    assert run("find", "zeppelin").stdout == "nothing in the graph mentions “zeppelin”\n"


def test_explain_shows_the_whole_page(run: Run) -> None:
    out = run("explain", "overdue-actions", store=False).stdout
    for part in (
        "Q004 overdue-actions",
        "Why it matters",
        "How to put it right",
        "as_of: the day",
        "FROM action",
        "MATCH",
    ):
        assert part in out


def test_export_writes_both_forms_of_the_interchange(run: Run, tmp_path: Path) -> None:
    whole = json.loads(run("export").stdout)
    assert run("export", "--format", "jsonl", "-o", "graph.jsonl").exit_code == 0
    lines = (tmp_path / "graph.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + sum(len(whole[part]) for part in ("documents", "nodes", "relationships", "notices"))
    assert all(one["evidence"] for one in whole["relationships"])


def test_view_writes_one_page_named_after_the_plan(run: Run, tmp_path: Path) -> None:
    assert run("view", "-o", "page.html").exit_code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<title>Westmere Improvement Plan" in page
    assert run("view").stdout == page


def test_view_shows_the_gaps_that_gaps_finds(run: Run) -> None:
    found = json.loads(run("gaps", "--as-of", "2018-04-01", "--format", "json").stdout)
    block = re.search(r'id="facts-data">(.*?)</script>', run("view", "--as-of", "2018-04-01").stdout, re.DOTALL)
    assert block is not None
    shown = json.loads(block[1])["gaps"]
    assert [(one["code"], one["node"]) for one in shown] == [(one["code"], one["node"]["id"]) for one in found]


def test_view_of_posts_alone_names_nobody(run: Run) -> None:
    whole, public = run("view").stdout, run("view", "--posts-only").stdout
    for name in ("Ada Finch", "Ben Carr", "Cleo Dunn"):
        assert name in whole
        assert name not in public
    assert "Director of Care" in public


def test_view_links_the_documents_that_it_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "papers" / "plans").mkdir(parents=True)
    (tmp_path / "papers" / "plans" / "westmere-improvement-plan.txt").write_text("plan", encoding="utf-8")
    assert "#page=" not in run("view").stdout.rpartition('id="facts-data"')[2].partition("</script>")[0]
    page = run("view", "--sources", "papers").stdout
    assert "./papers/plans/westmere-improvement-plan.txt#page=3" in page


REFUSALS = [
    (("ask", "unowned-action"), "no question 'unowned-action'; did you mean: unowned-actions"),
    (("ask", "actions-of", "Ada Fnch"), "the nearest names are: Ada Finch"),
    (("ask", "actions-of"), "actions-of asks for ACTOR"),
    (("ask", "unowned-actions", "please"), "unowned-actions wants to be told no 'please'"),
    (("ask", "overdue-actions", "--as-of", "soon"), "'soon' is not a date"),
    (("who", "Ada Fnch"), "the nearest names are: Ada Finch"),
    (("who", ""), "nobody called ''"),
    (("chain", "Alliance Bord"), "Westmere Alliance Board"),
    (("ask", "owners-by-load", "-o", "no/such/folder/x.txt"), "cannot be written"),
    (("view", "-o", "."), "it is a folder"),
    (("view", "--sources", "no/such/folder"), "there is no such folder"),
    (("view", "--sources", "ftp://example.org"), "an address that begins with https://"),
    (("explain", "nothing"), "no question 'nothing'"),
]


@pytest.mark.parametrize(("arguments", "complaint"), REFUSALS)
def test_what_cannot_be_done_is_one_line_status_two_and_nothing_written(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    result = run(*arguments, store=arguments[0] != "explain")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert complaint in result.stderr
    assert result.stderr.startswith("sysgraph: ")
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("ask", "unowned-actions"), ("who", "x"), ("view",), ("export",), ("find", "x")])
def test_without_a_graph_the_way_to_make_one_is_told(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, store=False)
    assert result.exit_code == 2
    assert (
        "there is no graph file graph.sqlite: make one with `sysgraph build DOCUMENTS` or `sysgraph demo`"
        in result.stderr
    )


def test_a_file_that_is_no_graph_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "graph.sqlite").write_text("not a graph", encoding="utf-8")
    result = run("ask", "unowned-actions", store=False)
    assert result.exit_code == 2
    assert result.stderr.startswith("sysgraph: graph.sqlite")


def test_the_graph_itself_is_never_written_over(run: Run, graph_file: Path) -> None:
    before = graph_file.read_bytes()
    result = run("export", "-o", str(graph_file))
    assert result.exit_code == 2
    assert "is the graph itself" in result.stderr
    assert graph_file.read_bytes() == before


def test_a_file_that_was_there_is_kept_where_writing_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old", encoding="utf-8")
    assert run("ask", "actions-of", "Nobody At All", "--format", "csv", "-o", "old.csv").exit_code == 2
    assert (tmp_path / "old.csv").read_text(encoding="utf-8") == "old"
