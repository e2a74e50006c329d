"""`sysgraph find`: full text over names and evidence, and who is responsible for what it finds."""

import click

from sysgraph.cli.options import How, answering, name_of, opened
from sysgraph.cli.output import emit, emit_lines


@click.command("find", epilog="Example: sysgraph find discharge to assess")
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many things to show.")
@answering("text", "json")
def command(text: tuple[str, ...], limit: int, how: How) -> None:
    """Find words, and who is responsible for what was found.

    TEXT is looked for in names, in the words of actions and in evidence; the best match comes first.
    """
    from sysgraph.questions.accountability import findings
    from sysgraph.views.terminal import show_findings

    with opened(how.address) as store:
        found = findings(store, name_of(text), limit=limit)
    if how.form == "json":
        from sysgraph.views.records import findings_json

        emit(findings_json(found), how.output)
        return
    emit_lines(lambda columns, dim: show_findings(found, columns=columns, dim=dim), how.output)
