"""`sysgraph path`: how two actors are connected."""

import click

from sysgraph.cli.options import How, answering, opened
from sysgraph.cli.output import emit, emit_lines
from sysgraph.errors import QuestionError


@click.command("path", epilog='Example: sysgraph path "Alliance Board" "Director of Adult Services"')
@click.argument("one")
@click.argument("other")
@click.option("--by", metavar="TYPES", help="Only by these relationships (REPORTS_TO,OVERSEES).")
@answering("text", "json")
def command(one: str, other: str, by: str | None, how: How) -> None:
    """Show how two actors are connected, and by what.

    ONE and OTHER are names. The shortest ways are shown, whichever way each fact points.
    """
    from sysgraph.questions.asking import find_actors
    from sysgraph.questions.chains import CHAINED
    from sysgraph.questions.connections import WAYS, ways
    from sysgraph.views import connections as views

    types = tuple(word.strip().upper() for word in by.split(",")) if by else WAYS
    if odd := sorted(set(types) - set(WAYS)):
        raise QuestionError(f"--by {', '.join(odd)}: no such relationship; they are {', '.join(WAYS)}")
    with opened(how.address) as store:
        ends = [find_actors(store, name, CHAINED) for name in (one, other)]
        found = [way for start in ends[0] for end in ends[1] for way in ways(store, start, end, types)]
    found = [way for way in found if len(way.steps) == min(len(shortest.steps) for shortest in found)]
    if how.form == "json":
        emit(views.ways_json(found), how.output)
    else:
        emit_lines(lambda columns, dim: views.show_ways(found, columns=columns, dim=dim), how.output)
