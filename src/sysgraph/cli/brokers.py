"""`sysgraph brokers`: those without whom others are no longer connected."""

import click

from sysgraph.cli.options import How, answering, opened
from sysgraph.cli.output import emit, emit_lines


@click.command("brokers", epilog="Example: sysgraph brokers --format json")
@answering("text", "json")
def command(how: How) -> None:
    """Show whose removal would part the graph of governance.

    A person, post or board that alone connects others to the rest: what is lost when they leave or stop meeting.
    """
    from sysgraph.questions.connections import brokers
    from sysgraph.views import connections as views

    with opened(how.address) as store:
        found = brokers(store)
    if how.form == "json":
        emit(views.brokers_json(found), how.output)
    else:
        emit_lines(lambda columns, dim: views.show_brokers(found, columns=columns, dim=dim), how.output)
