"""`sysgraph explain`: the page of one question."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sysgraph.cli.output import emit

if TYPE_CHECKING:
    from sysgraph.questions.catalogue import Question


@click.command("explain", epilog="Example: sysgraph explain unowned-actions")
@click.argument("question")
def command(question: str) -> None:
    """Show what a question asks, why, and how to put it right.

    After that its parameters, its columns, and the query in SQL and Cypher.
    """
    from sysgraph.questions.catalogue import question as find_question

    emit("".join(f"{line}\n" for line in _page(find_question(question))))


def _page(question: "Question") -> Iterator[str]:
    severity = f" ({question.header.severity})" if question.header.severity else ""
    yield from (f"{question.code} {question.name}: {question.title}{severity}", "", question.asks)
    yield from ("", "Why it matters", "", question.why, "", "How to put it right", "", question.remedy)
    if question.parameters:
        yield from ("", "It wants to be told", "")
        yield from (f"  {one.name}: {one.help}" for one in question.parameters)
    yield from ("", "It answers with", "")
    yield from (f"  {column.name}: {column.title}" for column in question.columns)
    yield from ("", "SQL (a graph file)", "", question.statement.sql or "")
    yield from ("", "Cypher (Neo4j)", "", question.statement.cypher or "")
