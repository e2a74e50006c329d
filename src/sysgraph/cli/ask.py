"""`sysgraph ask`: a question of the catalogue, answered."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, answering, as_of_option, day, first_option, opened, own_pages, queries_option
from sysgraph.cli.output import emit, emit_lines, say
from sysgraph.errors import QuestionError

if TYPE_CHECKING:
    from sysgraph.questions.asking import Answer
    from sysgraph.questions.catalogue import Question


@click.command(
    "ask", epilog='Example: sysgraph ask actions-of "Director of Adult Services" --format csv -o actions.csv'
)
@click.argument("question", required=False)
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@as_of_option
@first_option
@queries_option
@answering("table", "json", "csv", "md")
def command(
    how: How, *, question: str | None, words: tuple[str, ...], queries: Path | None, **judged: str | int | None
) -> None:
    """Answer a question of the catalogue, or list the questions.

    Without QUESTION the questions are listed. WORDS are what the question wants to be told: a name, or text to find.
    """
    if question is None:
        emit("".join(f"{line}\n" for line in _listed(own_pages(queries, how.address))), how.output)
        return
    from sysgraph.questions.asking import ask
    from sysgraph.questions.catalogue import question_shelf

    found = question_shelf(own_pages(queries, how.address)).one(question)
    given = _given(found, words)
    with opened(how.address) as store:
        as_of, most = judged["as_of"], judged["most"]
        answer = ask(store, found, given, day(str(as_of) if as_of else None), most=int(most) if most else None)
    show(answer, how)


def show(answer: "Answer", how: How) -> None:
    """Nothing; the answer is written as asked. What is for people only (the note) stays out of what programs read."""
    if how.form == "table":
        from sysgraph.views.terminal import show_answer

        emit_lines(lambda columns, dim: show_answer(answer, columns=columns, dim=dim), how.output)
        return
    from sysgraph.views import tables

    if answer.note and how.form != "md":
        say(answer.note)
    render = {"json": tables.as_json, "csv": tables.as_csv, "md": tables.as_markdown}[how.form]
    emit(render(answer), how.output)


def _listed(own: Path | None) -> Iterator[str]:
    from sysgraph.questions.catalogue import question_shelf

    known = question_shelf(own).all()
    usages = [" ".join((one.name, *_wanted(one))) for one in known]
    for usage, one in zip(usages, known, strict=True):
        yield f"{usage:{max(map(len, usages))}}  {one.title}"


def _wanted(question: "Question") -> Sequence[str]:
    names = {one.name.upper(): one.required for one in question.parameters if one.kind != "date"}
    return [name if required else f"[{name}]" for name, required in names.items()]


def _given(question: "Question", words: tuple[str, ...]) -> Mapping[str, str]:
    """What each parameter is given; a single one takes all the words, so that a name needs no quotation marks."""
    names = [one.name for one in question.parameters if one.kind != "date"]
    if len(names) == 1 and words:
        return {names[0]: " ".join(words)}
    if len(words) > len(names):
        extra = " ".join(words[len(names) :])
        raise QuestionError(f"{question.name} wants to be told no {extra!r}; see `sysgraph explain {question.name}`")
    return dict(zip(names, words, strict=False))
