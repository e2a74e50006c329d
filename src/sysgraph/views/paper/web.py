"""A paper as a fragment of HTML to stand in a page of one's own: static, its styles touch nothing outside it."""

from collections.abc import Iterable, Iterator
from html import escape

from sysgraph.views.console import plain
from sysgraph.views.figure.svg import as_svg
from sysgraph.views.paper import content
from sysgraph.views.paper.content import Paper, Rule, Table

_CLASS = "sysgraph-paper"
_STYLE = """
.X { font-family: Arial, Helvetica, sans-serif; line-height: 1.45; color: #1a1a1a; background: #fff; max-width: 60rem; }
.X figure { margin: 1rem 0; }
.X svg { display: block; height: auto; }
.X figcaption, .X caption { font-weight: bold; text-align: left; padding: .4rem 0; }
.X .scroll { overflow-x: auto; }
.X table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
.X th, .X td { border: 1px solid #6b7280; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.X th { background: #e6eaee; }
.X .source { color: #4a4a4a; }
.X tr { break-inside: avoid; }
.X thead { display: table-header-group; }
""".strip().replace(".X", f".{_CLASS}")


def as_html(paper: Paper) -> str:
    """The paper as one `section` in English, with headings from the second level on."""
    lines = [
        f'<section class="{_CLASS}" lang="en-GB">',
        f"<style>\n{_STYLE}\n</style>",
        f"<h2>{_text(paper.title)}</h2>",
    ]
    lines += [_paragraph(paper.basis), *_figure(paper), f"<h3>{content.HEADING_LINES}</h3>"]
    for section in paper.lines:
        lines += [f"<h4>{_text(section.heading)}</h4>", "<ul>"]
        lines += [f"<li>{_text(one.text)}{_cited(one.source)}</li>" for one in section.sentences]
        lines.append("</ul>")
    lines.append(f"<h3>{content.HEADING_ACTIONS}</h3>")
    lines += [] if paper.tables else [_paragraph(content.NO_ACTIONS)]
    for table in map(Table.slim, paper.tables):
        lines += _table(table)
    lines.append(f"<h3>{content.HEADING_GAPS}</h3>")
    lines += _rules(paper) if paper.rules else [_paragraph(content.NO_GAPS)]
    lines += [f"<h3>{content.HEADING_SOURCES}</h3>", "<ol>"]
    lines += [f"<li>{_text(one)}</li>" for one in paper.sources]
    return "\n".join([*lines, "</ol>", "</section>", ""])


def _figure(paper: Paper) -> Iterator[str]:
    yield from (_paragraph(note) for note in paper.notes)
    if paper.figure:
        caption = f"<figcaption>Figure 1: {_text(paper.caption)}</figcaption>"
        yield f"<figure>\n{as_svg(paper.figure, inline=True)}{caption}\n</figure>"


def _rules(paper: Paper) -> Iterator[str]:
    severity = ""
    for rule in paper.grave:
        if rule.severity != severity:
            severity = rule.severity
            yield f"<h4>{content.SEVERITIES[severity]}</h4>"
        yield from _rule(rule)
    if paper.minor:
        yield f"<h4>{paper.minor.caption}</h4>"
        yield from _table(paper.minor)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"<h5>{_text(rule.table().caption)}</h5>"
    yield f"<p><strong>{content.REMEDY.strip()}</strong> {_text(rule.remedy)}</p>"
    yield from _table(rule.table())


def _table(table: Table) -> Iterator[str]:
    if table.note:
        yield _paragraph(table.note)
    if not table.rows:
        yield _paragraph(table.nothing)
        return
    # What scrolls must be reached by keyboard, and then have a name.
    yield f'<div class="scroll" role="region" aria-label="{escape(plain(table.caption))}" tabindex="0">'
    yield f"<table>\n<caption>{_text(table.caption)}</caption>\n<thead>"
    yield _row("th", ' scope="col"', table.columns)
    yield "</thead>\n<tbody>"
    yield from (_row("td", "", row) for row in table.rows)
    yield "</tbody>\n</table>\n</div>"


def _row(tag: str, attributes: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}{attributes}>{_text(cell)}</{tag}>" for cell in cells) + "</tr>"


def _text(text: str) -> str:
    return escape(plain(text), quote=False)


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>"


def _cited(source: str) -> str:
    return f' <span class="source">({_text(source)})</span>' if source else ""
