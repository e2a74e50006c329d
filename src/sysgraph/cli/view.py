"""`sysgraph view`: the interactive page."""

from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, answering, opened
from sysgraph.cli.output import emit

if TYPE_CHECKING:
    from sysgraph.model import Graph


@click.command("view", epilog="Example: sysgraph view -o page.html")
@answering()
def command(how: How) -> None:
    """Write the interactive page of a graph.

    One HTML file that any browser opens and that asks nothing of the network: find, filter, see the evidence.
    """
    with opened(how.address) as store:
        graph = store.graph()
    emit(rendered(graph), how.output)


def rendered(graph: "Graph") -> str:
    """The page of a graph, named after its plan where there is one."""
    from sysgraph.views.explorer import page

    plans = [node.name for node in graph.nodes if node.kind == "Plan"]
    count = len(graph.documents)
    return page(graph, title=plans[0] if len(plans) == 1 else f"{count} document{'' if count == 1 else 's'}")
