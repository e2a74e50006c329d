"""What a terminal shows: an answer as a table, portraits, chains and findings as lines, evidence beneath each fact."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sysgraph.views.console import WIDTH, cite, columns_of, cut, plain, row_lines, wrap
from sysgraph.vocabulary import KINDS

if TYPE_CHECKING:
    from sysgraph.model import Evidence, Value
    from sysgraph.questions.accountability import Findings, Portrait
    from sysgraph.questions.asking import Answer
    from sysgraph.questions.chains import Branch, Chain

Style = Callable[[str], str]

MOST_CITED = 3
"""How many evidences stand beneath one row; every one of them is in the JSON."""

_INDENT = "    "
_ENDINGS = {"circle": " [circle: back to where the chain came by]", "above": " [shown above]", "deeper": " […]"}


def show_answer(answer: "Answer", *, columns: int = WIDTH, dim: Style = str, most: int | None = None) -> Iterator[str]:
    """The lines of an answer: title, note, the table with evidence beneath each row, how many rows.

    `most` is how many rows are shown, all of them where it is None.
    """
    yield answer.question.title
    yield from _wrapped(answer.note, columns, dim)
    yield ""
    if not answer.rows:
        yield "No rows: the graph holds nothing of the kind."
        return
    shown = answer.rows[:most]
    titles = [column.title for column in answer.question.columns]
    rows = [[plain(value) for value in row.values.values()] for row in shown]
    widths = columns_of(titles, rows, columns)
    yield from row_lines(titles, widths)
    yield "  ".join("-" * one for one in widths)
    for row, cells in zip(shown, rows, strict=True):
        yield from row_lines(cells, widths)
        yield from _cited(row.evidence, columns, dim)
    yield ""
    count = max(answer.total, len(answer.rows))
    first = f"the first {len(shown)} of " if len(shown) < count else ""
    yield f"{first}{count} row{'' if count == 1 else 's'}"


def show_portrait(portrait: "Portrait", *, columns: int = WIDTH, dim: Style = str) -> Iterator[str]:
    """The lines of a portrait: names, attributes, each group of facts, the chain upwards."""
    node = portrait.node
    yield f"{plain(node.name)} ({KINDS[node.kind].meaning})"
    others = [plain(alias) for alias in node.aliases if alias != node.name]
    yield from _wrapped(f"also written: {'; '.join(others)}" if others else "", columns, str)
    yield from _wrapped(_attributes(node.attributes.items()), columns, str)
    if not portrait.sections:
        yield from _cited(portrait.evidence, columns, dim)
    for section in portrait.sections:
        yield from ("", section.title)
        for fact in section.facts:
            through = f" (by way of {plain(fact.through.name)})" if fact.through else ""
            yield from _bullet(plain(fact.reading) + through, columns)
            yield from _cited(fact.evidence, columns, dim)
    if portrait.up:
        yield from ("", "Chain upwards")
        yield from tree(portrait.up, columns, dim, "  ")


def show_chain(chain: "Chain", *, columns: int = WIDTH, dim: Style = str) -> Iterator[str]:
    """The lines of a chain: who the actor answers to, then who answers to it, each as a tree."""
    yield plain(chain.node.name)
    for title, branches in (("Upwards: who it answers to", chain.up), ("Downwards: who answers to it", chain.down)):
        yield from ("", title)
        if branches:
            yield from tree(branches, columns, dim, "  ")
        else:
            yield "  Nobody, as far as the documents say."


def show_findings(findings: "Findings", *, columns: int = WIDTH, dim: Style = str) -> Iterator[str]:
    """The lines of what was found, each with the words it was found by, and the table of who is responsible."""
    if not findings.hits:
        yield findings.responsible.note or "Nothing in the graph mentions it."
        return
    yield "What the graph holds"
    for hit in findings.hits:
        yield from _bullet(f"{cut(plain(hit.node.name), 2 * columns)} ({hit.node.kind})", columns)
        if hit.evidence:
            yield from _cited(hit.evidence, columns, dim)
        else:
            yield dim(_INDENT + cut(plain(hit.excerpt), columns - len(_INDENT)))
    yield from ("", "Who is responsible")
    if not findings.responsible.rows:
        yield "  Nobody, as far as the documents say."
    for (thing, kind), rows in groupby(
        findings.responsible.rows, lambda row: (row.values["thing"], row.values["kind"])
    ):
        yield from _bullet(f"{cut(plain(thing), 2 * columns)} ({plain(kind)})", columns)
        for row in rows:
            yield from _bullet(f"{plain(row.values['how'])} {plain(row.values['responsible'])}", columns, "    ")
            yield from _cited(row.evidence, columns, dim, "      ")


def _wrapped(text: str, columns: int, style: Style) -> Iterator[str]:
    yield from (style(line) for line in wrap(plain(text), columns) if line)


def _attributes(attributes: "Iterable[tuple[str, Value]]") -> str:
    return "; ".join(f"{name.replace('_', ' ')}: {plain(value)}" for name, value in attributes if value is not None)


def _bullet(text: str, columns: int, indent: str = "  ") -> Iterator[str]:
    first, *others = wrap(text, columns - len(indent) - 2)
    yield f"{indent}- {first}"
    yield from (f"{indent}  {line}" for line in others)


def _cited(evidence: "Sequence[Evidence]", columns: int, dim: Style, indent: str = _INDENT) -> Iterator[str]:
    """The evidence, a line each; what reads the same in one line stands there once."""
    lines = list(dict.fromkeys(cite(one, columns - len(indent)) for one in evidence))
    yield from (dim(indent + line) for line in lines[:MOST_CITED])
    if len(lines) > MOST_CITED:
        yield dim(f"{indent}and {len(lines) - MOST_CITED} more; --format json shows them")


def tree(branches: "Sequence[Branch]", columns: int, dim: Style, indent: str = "  ") -> Iterator[str]:
    """The lines of a tree of branches, with what each rests on; circles and two masters are marked."""
    for branch in branches:
        masters = f" [answers to {branch.masters} at once]" if branch.masters > 1 else ""
        text = plain(branch.reading) + _ENDINGS.get(branch.ending, "") + masters
        yield from _bullet(text, max(columns, len(indent) + 32), indent)
        yield from (
            dim(f"{indent}  {cite(one, columns - len(indent) - 2)}") for one in branch.relationship.evidence[:1]
        )
        yield from tree(branch.branches, columns, dim, f"{indent}  ")
