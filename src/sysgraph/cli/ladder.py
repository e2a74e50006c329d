"""`sysgraph ladder`: from an action up to where its line of accountability stops."""

import click

from sysgraph.cli.options import How, answering, name_of, opened
from sysgraph.cli.output import emit, emit_each


@click.command("ladder", epilog="Example: sysgraph ladder 6.1.2")
@click.argument("action", nargs=-1, required=True, metavar="ACTION")
@answering("text", "json")
def command(action: tuple[str, ...], how: How) -> None:
    """Show the line above an action: owner, post, organisation, board, and where it stops.

    ACTION is its reference in the plan, or words of it.
    """
    from sysgraph.questions.ladders import find_actions, ladder
    from sysgraph.views.ladders import ladders_json, show_ladder

    with opened(how.address) as store:
        found = [ladder(store, node) for node in find_actions(store, name_of(action))]
    if how.form == "json":
        emit(ladders_json(found), how.output)
        return

    emit_each(found, show_ladder, how.output)
