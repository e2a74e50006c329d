"""`sysgraph who`: all about one actor."""

import click

from sysgraph.cli.options import How, answering, name_of, opened
from sysgraph.cli.output import emit, emit_each


@click.command("who", epilog='Example: sysgraph who "Director of Adult Services"')
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@answering("text", "json")
def command(name: tuple[str, ...], how: How) -> None:
    """Show all that the graph holds about one actor.

    NAME is a person, post, board, organisation or partnership, as any of the documents writes it: posts, boards,
    what it owns and leads, whom it answers to, each with the words that say so.
    """
    from sysgraph.questions.accountability import portrait
    from sysgraph.questions.asking import find_actors
    from sysgraph.views.terminal import show_portrait

    with opened(how.address) as store:
        portraits = [portrait(store, node) for node in find_actors(store, name_of(name))]
    if how.form == "json":
        from sysgraph.views.records import portraits_json

        emit(portraits_json(portraits), how.output)
        return

    emit_each(portraits, show_portrait, how.output)
