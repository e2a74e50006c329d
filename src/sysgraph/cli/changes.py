"""`sysgraph changes`: what is different between two graphs, or two versions of a plan."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.output import emit, emit_lines

if TYPE_CHECKING:
    from sysgraph.model import Graph


@click.command("changes", epilog="Example: sysgraph changes plan-march.docx plan-april.docx --format md -o changes.md")
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(("table", "json", "csv", "md")), default="table", show_default=True,
              help="How to write it.")  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of printing."
)
def command(old: str, new: str, form: str, output: Path | None) -> None:
    """Show what changed from OLD to NEW.

    Each is a graph file, a document, or a folder of documents: last month's plan and this month's. Actions are known
    again by plan and reference, else by their words; boards, posts and bodies by any of their names.
    """
    from sysgraph.changes import changes
    from sysgraph.views import changes as views

    found = changes(_graph(old), _graph(new))
    if form == "table":
        emit_lines(lambda columns, dim: views.show_changes(found, columns=columns, dim=dim), output)
        return
    render = {"json": views.as_json, "csv": views.as_csv, "md": views.as_markdown}[form]
    emit(render(found), output)


def _graph(address: str) -> "Graph":
    """The graph at an address, or that the documents there make."""
    from sysgraph.documents import readable

    path = Path(address)
    if "://" not in address and (path.is_dir() or readable(path)):
        from sysgraph.workspace import assemble

        return assemble([path])
    from sysgraph.cli.options import opened

    with opened(address) as store:
        return store.graph()
