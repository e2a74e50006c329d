"""A paper as Markdown; what its figure shows is in it in words."""

from collections.abc import Iterator

from sysgraph.views.paper import content
from sysgraph.views.paper.content import Paper, Table
from sysgraph.views.tables import escaped, markdown_row


def as_markdown(paper: Paper) -> str:
    """The paper with headings, lists and tables."""
    lines = [f"# {escaped(paper.title)}", "", escaped(paper.basis), ""]
    lines += [f"## {content.HEADING_LINES}", ""]
    for section in paper.lines:
        lines += [f"### {escaped(section.heading)}", ""]
        lines += [f"- {escaped(one.text)}{_cited(one.source)}" for one in section.sentences]
        lines.append("")
    lines += [f"## {content.HEADING_ACTIONS}", "", *([] if paper.tables else [content.NO_ACTIONS, ""])]
    for table in map(Table.slim, paper.tables):
        lines += _table(table, f"### {escaped(table.caption)}")
    lines += [f"## {content.HEADING_GAPS}", "", *([] if paper.rules else [content.NO_GAPS, ""])]
    severity = ""
    for rule in paper.grave:
        if rule.severity != severity:
            severity = rule.severity
            lines += [f"### {content.SEVERITIES[severity]}", ""]
        lines += _table(rule.table(), f"#### {escaped(rule.table().caption)}")
        lines += [f"*{content.REMEDY.strip()}* {escaped(rule.remedy)}", ""]
    if paper.minor:
        lines += _table(paper.minor, f"### {paper.minor.caption}")
    lines += [
        f"## {content.HEADING_SOURCES}",
        "",
        *(f"{at}. {escaped(one)}" for at, one in enumerate(paper.sources, 1)),
        "",
    ]
    return "\n".join(lines)


def _table(table: Table, heading: str) -> Iterator[str]:
    yield from (heading, "")
    if table.note:
        yield from (escaped(table.note), "")
    if not table.rows:
        yield from (table.nothing, "")
        return
    yield markdown_row(table.columns)
    yield markdown_row(["---"] * len(table.columns))
    yield from (markdown_row([escaped(cell) for cell in row]) for row in table.rows)
    yield ""


def _cited(source: str) -> str:
    return f" ({escaped(source)})" if source else ""
