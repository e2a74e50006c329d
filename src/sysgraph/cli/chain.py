"""`sysgraph chain`: lines of accountability, as a tree."""

import click

from sysgraph.cli.options import How, answering, name_of, opened
from sysgraph.cli.output import emit, emit_each


@click.command("chain", epilog='Example: sysgraph chain "Health and Wellbeing Board"')
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@answering("text", "json")
def command(name: tuple[str, ...], how: How) -> None:
    """Show who an actor answers to, and who answers to it.

    NAME is an actor, or a plan, arrangement, pooled budget, service or theme. Lines are reporting, accountability,
    oversight, delegation, and being a board of a body; a chain that comes back to where it was is cut there.
    """
    from sysgraph.questions.asking import find_actors
    from sysgraph.questions.chains import CHAINED, chain
    from sysgraph.views.terminal import show_chain

    with opened(how.address) as store:
        chains = [chain(store, node) for node in find_actors(store, name_of(name), CHAINED)]
    if how.form == "json":
        from sysgraph.views.records import chains_json

        emit(chains_json(chains), how.output)
        return

    emit_each(chains, show_chain, how.output)
