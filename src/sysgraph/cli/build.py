"""`sysgraph build`: documents in, one graph file out."""

from pathlib import Path

import click

from sysgraph.cli.options import GRAPH, Wishes, reading
from sysgraph.cli.output import emit, say


@click.command("build", epilog="Example: sysgraph build plan.txt papers/ -o graph.sqlite")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATHS...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=GRAPH, show_default=True, metavar="FILE",
    help="The graph file to write.",
)  # fmt: skip
@reading
@click.option("--quiet", is_flag=True, help="Do not say what is being read.")
@click.option("--all-notices", is_flag=True, help="Show every notice at the end, not the first ones alone.")
def command(paths: tuple[Path, ...], output: Path, *, wishes: Wishes, quiet: bool, all_notices: bool) -> None:
    """Read documents and write them as one graph file.

    PATHS are documents or folders of them. The file appears when all is read, or not at all; what could not be read, or
    was read with a repair, is listed at the end.
    """
    from sysgraph.cli.summary import MOST_NOTICES, summarised
    from sysgraph.workspace import build

    summary = build(paths, output, means=wishes.means(), progress=None if quiet else say)
    emit("".join(f"{line}\n" for line in summarised(summary, None if all_notices else MOST_NOTICES)))
    emit(f"\nwritten to {output}; next: sysgraph ask{'' if str(output) == GRAPH else f' QUESTION --store {output}'}\n")
