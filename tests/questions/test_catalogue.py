from pathlib import Path

import pytest

from sysgraph.errors import QuestionError
from sysgraph.questions.catalogue import gap_shelf, parse, question, question_shelf, questions
from sysgraph.resources import resource

PAGES = {page.name: page for page in resource("queries", "questions").iterdir() if page.name.endswith(".md")}
GOOD = """+++
code = "T001"
title = "Boards"
parameters = [
  { name = "actor", kind = "actor", help = "a name" },
]
columns = [
  { name = "board", title = "Board" },
]
+++

Which boards there are.

## Why it matters

It does.

## How to put it right

Do.

```sql
SELECT name AS board, json_array(id) AS facts, id AS id
FROM board WHERE id IN (SELECT value FROM json_each(:actor))
ORDER BY id
```

```cypher
MATCH (b:Board) WHERE b.id IN $actor
RETURN b.name AS board, [b.id] AS facts, b.id AS id
ORDER BY id
```
"""


def test_the_catalogue_holds_every_page_of_its_folder_in_the_order_of_its_codes() -> None:
    found = questions()
    assert sorted(f"{one.name}.md" for one in found) == sorted(PAGES)
    assert [one.code for one in found] == [f"Q{number:03}" for number in range(1, len(found) + 1)]


def test_the_twelve_questions_of_the_beginning_are_there() -> None:
    assert {one.name for one in questions()} >= {
        "unowned-actions", "actions-of", "actions-without-operational-lead", "overdue-actions", "slipped-actions",
        "actions-without-board", "owners-by-load", "reporting-line-of", "boards-of", "members-of", "responsible-for",
        "evidence-for",
    }  # fmt: skip


def test_the_questions_about_money_chairs_and_findings_are_there() -> None:
    assert {one.name for one in questions()} >= {
        "pooled-budgets", "commissioning-arrangements", "who-chairs", "findings-about", "stated-gaps",
        "proposed-changes", "review-coverage",
    }  # fmt: skip


def test_a_page_is_read_into_its_parts() -> None:
    found = parse(GOOD, "boards.md")
    assert (found.name, found.code, found.title, found.header.severity) == ("boards", "T001", "Boards", None)
    assert (found.asks, found.why, found.remedy) == ("Which boards there are.", "It does.", "Do.")
    assert [(one.name, one.kind, one.required) for one in found.parameters] == [("actor", "actor", True)]
    assert [(one.name, one.title) for one in found.columns] == [("board", "Board")]
    assert (found.statement.sql or "").startswith("SELECT name AS board")
    assert (found.statement.cypher or "").startswith("MATCH (b:Board)")


def test_a_question_is_found_by_its_name_or_its_code() -> None:
    assert question("owners-by-load") == question("q007") == question("Q007")


def test_an_unknown_question_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(QuestionError, match="no question 'unowned-action'; did you mean: unowned-actions"):
        question("unowned-action")


def test_a_question_like_none_is_refused_with_all_names() -> None:
    with pytest.raises(QuestionError, match=r"actions-of, .*unowned-actions"):
        question("zzz")


BROKEN = [
    ("+++\ncode", "code", "line 1: a page begins with TOML"),
    (
        'columns = [\n  { name = "board", title = "Board" },\n]\n+++\n',
        "columns = []\n+++\n",
        "line 7: .*at least one column",
    ),
    ('columns = [\n  { name = "board", title = "Board" },\n]\n', "", "line 1: the page has no `columns`"),
    ('title = "Boards"', "title = Boards", "line 3: not TOML"),
    ('title = "Boards"', 'titel = "Boards"', "line 3: there is no `titel`"),
    ('title = "Boards"', "title = 7", "line 3: `title` must be some words"),
    ('code = "T001"', 'code = "boards"', "line 2: `code` is capitals and two or three digits"),
    ('title = "Boards"', 'title = "Boards"\nseverity = "dire"', "line 4: `severity` is error, warning, note"),
    ('title = "Boards"', 'title = "Boards"\nseverity = "note"', "line 4: a gap rule has both"),
    ('title = "Boards"', 'title = "Boards"\nsays = "{board}"', "line 4: a gap rule has both"),
    (
        'title = "Boards"',
        'title = "Boards"\nseverity = "note"\nsays = "{bored}"',
        "line 5: `says` speaks of {bored}, which is no column",
    ),
    (
        'kind = "actor"',
        'kind = "person"',
        "line 5: the `kind` of actor is actor, subject, text, date, number, not 'person'",
    ),
    ('help = "a name"', 'help = "a name", default = 3', "line 5: of actor, `required` is true or false"),
    ('help = "a name"', 'hlep = "a name"', "line 5: there is no `hlep` in `parameters`"),
    (
        '[\n  { name = "actor", kind = "actor", help = "a name" },\n]',
        '["actor"]',
        "line 4: `parameters` must be a list",
    ),
    ('name = "board"', 'name = "Board!"', "line 8: a `name` is lower-case letters"),
    ('name = "board"', 'name = "facts"', "line 8: `facts` is kept for every question"),
    (
        '{ name = "board", title = "Board" },',
        '{ name = "board", title = "A" }, { name = "board", title = "B" },',
        "line 8: `columns` names 'board' twice",
    ),
    ("Which boards there are.\n", "", "line 31: the page does not say what the question asks"),
    ("## Why it matters", "## Why", 'nothing under the heading "## Why it matters"'),
    ("Do.\n", "", 'nothing under the heading "## How to put it right"'),
    ("```cypher", "```gremlin", "line 28: a block is sql or cypher, not 'gremlin'"),
    ("```cypher", "```sql", "line 28: a page has one sql block"),
    ("[b.id] AS facts, b.id AS id\nORDER BY id\n```\n", "", "line 28: this cypher block never ends"),
    (":actor", ":board", "line 22: the sql and `parameters` must name the same; only one of them names actor, board"),
    ("$actor", "'x'", "line 28: the cypher and `parameters` must name the same; only one of them names actor"),
    ("json_array(id) AS facts, ", "", "line 22: the sql must return a column `facts`"),
    ("[b.id] AS facts, b.id AS id", "[b.id] AS facts", "line 28: the cypher must return a column `id`"),
    ("ORDER BY id\n```\n\n```cypher", "ORDER BY name\n```\n\n```cypher", "line 22: the sql must end in an ORDER BY"),
]


@pytest.mark.parametrize(("part", "instead", "complaint"), BROKEN)
def test_a_broken_page_is_one_error_that_names_file_and_line(part: str, instead: str, complaint: str) -> None:
    assert part in GOOD
    with pytest.raises(QuestionError, match=complaint) as caught:
        parse(GOOD.replace(part, instead, 1), "boards.md")
    assert str(caught.value).startswith("boards.md, line ")
    assert "\n" not in str(caught.value)


def test_a_page_may_have_only_one_of_the_two_queries() -> None:
    found = parse(GOOD[: GOOD.index("\n```cypher")], "boards.md")
    assert found.statement.sql
    assert found.statement.cypher is None


def test_a_page_without_any_query_is_refused() -> None:
    with pytest.raises(QuestionError, match=r"boards\.md, line 20: the page has no sql block"):
        parse(GOOD[: GOOD.index("\n```sql")], "boards.md")


def test_two_pages_with_one_code_are_refused(tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(QuestionError, match=r"one\.md and two\.md both have the code T001"):
        questions(tmp_path)
    assert question("one", tmp_path).name == "one"


GAP = GOOD.replace('title = "Boards"', 'title = "Boards"\nseverity = "note"\nsays = "there is {board}"')


def test_in_a_folder_of_ones_own_what_has_a_severity_is_a_gap_rule_and_all_else_a_question(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "my-rule.md").write_text(GAP.replace("T001", "OWN01"), encoding="utf-8")
    (tmp_path / "README.txt").write_text("not a page", encoding="utf-8")
    assert question_shelf(tmp_path).one("mine").code == "T001"
    assert gap_shelf(tmp_path).one("own01").name == "my-rule"
    assert "my-rule" not in {one.name for one in question_shelf(tmp_path).all()}
    with pytest.raises(QuestionError, match="there is no question 'my-rule'"):
        question_shelf(tmp_path).one("my-rule")


def test_a_page_of_ones_own_may_not_take_the_name_of_a_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "boards-of.md").write_text(GOOD, encoding="utf-8")
    with pytest.raises(QuestionError, match=r"there are 2 pages boards-of\.md"):
        question_shelf(tmp_path).all()
