"""`sysgraph check`: whether a graph keeps the rules, ours and one's own, as SHACL shapes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, answering, opened
from sysgraph.cli.output import emit

if TYPE_CHECKING:
    from sysgraph.schema.checking import Breach

_SOME_FOUND = 1


@click.command("check", epilog="Example: sysgraph check --shapes own.ttl")
@click.option(
    "--shapes", "own", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="SHACL shapes of your own."
)
@answering("table", "json", "csv")
@click.pass_context
def command(context: click.Context, /, how: How, *, own: tuple[Path, ...]) -> None:
    """Check a graph against SHACL shapes, ours and your own.

    Each breach has the code of its shape (`sg:code`, else its label or name). Ends with status 1 where there are any.
    """
    from sysgraph.schema.checking import breaches

    with opened(how.address) as store:
        graph = store.graph()
    found = breaches(graph, own)
    emit(_written(found, how.form), how.output)
    if found:
        context.exit(_SOME_FOUND)


def _written(found: "tuple[Breach, ...]", form: str) -> str:
    from sysgraph.views.console import plain
    from sysgraph.views.tables import csv_text, json_text

    if form == "json":
        return json_text([one._asdict() for one in found])
    if form == "csv":
        return csv_text(["code", "severity", "id", "name", "says"], found)
    lines = [f"{one.code}  {one.severity}  {plain(one.name)}: {plain(one.says)}\n" for one in found]
    return "".join(lines) + f"{len(found)} breach{'' if len(found) == 1 else 'es'}\n"
