import csv
import io
import json

from sysgraph.model import Evidence, Position, Value
from sysgraph.questions.asking import Answer, Row
from sysgraph.questions.catalogue import question
from sysgraph.views.tables import as_csv, as_json, as_markdown
from sysgraph.views.terminal import show_answer


def cite(quote: str, page: int | None = 2) -> Evidence:
    return Evidence("plan.txt", Position(page=page), 0, len(quote), quote, "test")


def answer(*evidence: Evidence, note: str = "", **values: Value) -> Answer:
    asked = question("owners-by-load")
    row: dict[str, Value] = {column.name: values.get(column.name) for column in asked.columns}
    return Answer(asked, (Row(row, evidence),), note)


def only_row(made: Answer) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(as_csv(made)))
    return row


def test_cells_that_a_spreadsheet_would_run_are_made_harmless() -> None:
    for begun in ("=1+1", "+44 20", "-SUM(A1)", "@me", "\tx", " =x", "＝x"):
        row = only_row(answer(cite(f"{begun} and more"), owner=begun))
        assert row["owner"] == f"'{begun}"
        assert row["quote"].startswith("'")


def test_numbers_and_harmless_cells_stay_as_they_are() -> None:
    row = only_row(answer(cite("words of the plan"), owner="Ada, “Finch”\nCare", actions=-3))
    assert (row["owner"], row["actions"], row["quote"]) == ("Ada, “Finch”\nCare", "-3", "words of the plan")


def test_a_row_of_csv_without_evidence_has_empty_cells_for_it() -> None:
    row = only_row(answer(owner="Ada"))
    assert [row[name] for name in ("document", "page", "quote", "further_evidence")] == ["", "", "", ""]


def test_lists_and_truths_are_words_in_csv_and_themselves_in_json() -> None:
    made = answer(owner=("a", "b"), kind=True)
    assert (only_row(made)["owner"], only_row(made)["kind"]) == ("a; b", "yes")
    (row,) = json.loads(as_json(made))
    assert (row["owner"], row["kind"], row["evidence"]) == (["a", "b"], True, [])


def test_json_keeps_letters_as_they_are() -> None:
    assert "“Café”" in as_json(answer(owner="“Café”"))


def test_markdown_shows_marks_and_tags_as_text_in_one_line() -> None:
    made = answer(cite("a | b\n<img onerror=x>"), owner="*Ada* [x](y)\n`z`", note="read_this & that")
    last = as_markdown(made).splitlines()[-1]
    assert r"\*Ada\* \[x\](y) \`z\`" in last
    assert r"plan.txt p.2 “a \| b &lt;img onerror=x&gt;”" in last
    assert r"read\_this &amp; that" in as_markdown(made)


def test_a_table_cites_each_reading_once_and_counts_what_it_leaves_out() -> None:
    many = [cite(f"words number {number}") for number in (1, 1, 2, 3, 4, 5)]
    lines = list(show_answer(answer(*many, owner="Ada"), dim=lambda text: f"<{text}>"))
    cited = [line for line in lines if line.startswith("<")]
    assert cited == [
        "<    plan.txt p.2 “words number 1”>",
        "<    plan.txt p.2 “words number 2”>",
        "<    plan.txt p.2 “words number 3”>",
        "<    and 2 more; --format json shows them>",
    ]


def test_a_table_can_show_its_first_rows_alone_and_says_so() -> None:
    made = answer(cite("words of the plan"), owner="Ada")
    several = Answer(made.question, made.rows * 3)
    assert list(show_answer(several, most=2))[-1] == "the first 2 of 3 rows"
    assert list(show_answer(made))[-1] == "1 row"
