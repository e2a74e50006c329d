"""Web pages that were made to break a reader, and files that are no pages."""

from pathlib import Path

import pytest

from sysgraph.errors import DocumentError
from tests.documents.pages import page, tables, told
from tests.written import passages


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<div>" * 200_000 + "word" + "</div>" * 200_000, "word"),
        ("<b>" * 200_000 + "word", "word"),
        ("<ul><li>" * 50_000 + "word", "word"),
        ("<table><tr><td>" * 50_000 + "word", "word"),
        ("<p>" + "a<br>" * 100_000, "a " * 99_999 + "a"),
        ("<p a='" + "x" * 5_000_000 + "'>word", "word"),
        ("<p>word" + "<" * 200_000, "word"),
        ("<p>word<!--" + "-" * 500_000, "word"),
    ],
    ids=["divs", "bold", "lists", "tables", "breaks", "attribute", "open brackets", "comment"],
)
def test_a_page_that_was_made_to_break_a_reader_is_read(tmp_path: Path, html: str, words: str) -> None:
    read_words = [text for _, text in passages(page(tmp_path, html))]
    assert read_words[0][: len(words)] == words


def test_tables_in_one_another_without_end_are_told(tmp_path: Path) -> None:
    (what,) = told(page(tmp_path, "<table><tr><td>" * 40 + "word"))
    assert what.startswith("tables lie in one another more than 30 deep")


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td colspan=1000 rowspan=65534>x<td>y" + "<tr><td>z<td>z" * 3000,
        "<tr><td rowspan=60000>" + "x" * 1_000_000 + "<td>y" + "<tr><td>z" * 3000,
        "<tr>" + "<td rowspan=60000>x<td>y" + "<tr><td colspan=999 rowspan=9>z" * 3000,
    ],
    ids=["wide", "long", "stairs"],
)
def test_a_table_that_unrolls_without_end_is_cut_and_told(tmp_path: Path, table: str) -> None:
    found = page(tmp_path, f"<table>{table}</table><p>after")
    assert passages(found)[-1] == ("paragraph", "after")
    assert sum(len(row.passage.text) for row in tables(found)[0].rows) < 30_000_000
    assert told(found)[0].startswith("table 1: it is too large to be read whole: of its 3001 rows ")


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<html><body><script>draw()</script></body></html>", "there are no words in the page"),
        ("<html><frameset><frame src=a></frameset></html>", "there are no words in the page"),
        (b"<p>zero\0bytes", "the file is not text"),
        (
            "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<p>a",
            "a web page packed for mail",
        ),
        (b"%PDF-1.7 and so on", "PDF"),
    ],
)
def test_a_page_that_cannot_be_read_says_what_it_is(tmp_path: Path, html: str | bytes, what: str) -> None:
    with pytest.raises(DocumentError) as error:
        page(tmp_path, html)
    said = str(error.value)
    assert said.startswith("page.html: ")
    assert what in said
    assert "\n" not in said
