"""An answer as a table for other programs: JSON, CSV, Markdown. Every row carries its evidence."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sysgraph.model import Evidence, Value
from sysgraph.questions.asking import Answer
from sysgraph.views.console import named, recognised_in_words, where

EVIDENCE = ("document", "page", "quote", "further_evidence")
"""The columns of a CSV that hold the evidence of its rows."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def as_json(answer: Answer) -> str:
    """A list of rows, each an object of its columns and `evidence`, a list of what `Evidence.as_json` gives."""
    rows: list[dict[str, Any]] = [
        {**row.values, "evidence": [one.as_json() for one in row.evidence]} for row in answer.rows
    ]
    return json_text(rows)


def json_text(value: object) -> str:
    """A value as the JSON that every command prints: indented, in UTF-8, with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_csv(answer: Answer) -> str:
    """One line for each row: its columns, document, page and quote of its first evidence, then the others in words.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    header = [*(column.name for column in answer.question.columns), *EVIDENCE]
    return csv_text(header, ([*row.values.values(), *evidence_cells(row.evidence)] for row in answer.rows))


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """A header and rows as CSV; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    import csv
    from io import StringIO

    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue()


def as_markdown(answer: Answer) -> str:
    """A heading, the note, and a table whose last column is the evidence."""
    titles = [*(column.title for column in answer.question.columns), "Evidence"]
    lines = [f"# {escaped(answer.question.title)}", ""]
    if answer.note:
        lines += [escaped(answer.note), ""]
    lines += [markdown_row(titles), markdown_row(["---"] * len(titles))]
    for row in answer.rows:
        evidence = "<br>".join(escaped(cited(one)) for one in row.evidence)
        lines.append(markdown_row([*(escaped(_text(value)) for value in row.values.values()), evidence]))
    return "\n".join(lines) + "\n"


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def cited(evidence: Evidence) -> str:
    """One evidence in one line: document, page, words."""
    recognised = recognised_in_words(evidence)
    place = f"{where(evidence.position)}{f' ({recognised})' if recognised else ''}"
    return f"{named(evidence)}{place} “{evidence.quote}”"


def evidence_cells(evidence: tuple[Evidence, ...]) -> list[Value]:
    """The cells under `EVIDENCE`: of the first evidence, then the others in words."""
    if not evidence:
        return [None] * len(EVIDENCE)
    first, *others = evidence
    further = [*filter(None, [recognised_in_words(first)]), *map(cited, others)]
    return [first.document, first.position.page, first.quote, " | ".join(further)]


def _harmless(value: Value) -> str | int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = _text(value).replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    line = " ".join(text.split())
    for mark in ("\\", "|", "`", "*", "_", "[", "]"):
        line = line.replace(mark, f"\\{mark}")
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def markdown_row(cells: Sequence[str]) -> str:
    """One row of a Markdown table, of cells that are escaped already."""
    return f"| {' | '.join(cells)} |"
