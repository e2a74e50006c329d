"""`sysgraph overlap`: boards by the members that they share."""

import click

from sysgraph.cli.ask import show
from sysgraph.cli.options import How, answering, name_of, opened


@click.command("overlap", epilog='Example: sysgraph overlap "Health and Wellbeing Board"')
@click.argument("board", nargs=-1, metavar="[BOARD]")
@answering("table", "json", "csv", "md")
def command(board: tuple[str, ...], how: How) -> None:
    """Show which boards share members, and whom.

    BOARD is the name of one of them; without it all pairs of boards are shown. The same as the question shared-members.
    """
    from sysgraph.questions.asking import ask
    from sysgraph.questions.catalogue import question

    named = name_of(board)
    with opened(how.address) as store:
        answer = ask(store, question("shared-members"), {"board": named} if named else {})
    show(answer, how)
