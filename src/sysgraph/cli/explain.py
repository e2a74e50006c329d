"""`sysgraph explain`: the page of one question or gap rule."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import GRAPH, own_pages, queries_option
from sysgraph.cli.output import emit

if TYPE_CHECKING:
    from sysgraph.questions.catalogue import Question


@click.command("explain", epilog="Example: sysgraph explain unowned-actions")
@click.argument("question")
@queries_option
def command(question: str, queries: Path | None) -> None:
    """Show what a question or gap rule asks, why, and how to put it right.

    After that its parameters, its columns, and the query in SQL and Cypher.
    """
    emit("".join(f"{line}\n" for line in _page(_found(question, own_pages(queries, GRAPH)))))


def _found(name: str, own: Path | None) -> "Question":
    """The question of that name or code, else the gap rule."""
    from sysgraph.errors import QuestionError
    from sysgraph.questions.catalogue import gap_shelf, question_shelf

    try:
        return question_shelf(own).one(name)
    except QuestionError as unknown:
        try:
            return gap_shelf(own).one(name)
        except QuestionError as no_rule:
            code = name[-2:].isdigit() and name[:1].upper() != "Q"
            raise no_rule if code else unknown from None


def _page(question: "Question") -> Iterator[str]:
    severity = f" ({question.header.severity})" if question.header.severity else ""
    yield from (f"{question.code} {question.name}: {question.title}{severity}", "", question.asks)
    yield from ("", "Why it matters", "", question.why, "", "How to put it right", "", question.remedy)
    if question.parameters:
        yield from ("", "It wants to be told", "")
        yield from (f"  {one.name}: {one.help}" for one in question.parameters)
    yield from ("", "It answers with", "")
    yield from (f"  {column.name}: {column.title}" for column in question.columns)
    for title, query in (("SQL (a graph file)", question.statement.sql), ("Cypher (Neo4j)", question.statement.cypher)):
        if query:
            yield from ("", title, "", query)
