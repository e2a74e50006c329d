"""`sysgraph view`: the interactive page."""

from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, answering, opened, posts_only_option
from sysgraph.cli.output import emit

if TYPE_CHECKING:
    from sysgraph.model import Graph


@click.command("view", epilog="Example: sysgraph view -o page.html")
@posts_only_option
@answering()
def command(how: How, *, posts_only: bool) -> None:
    """Write the interactive page of a graph.

    One HTML file that any browser opens and that asks nothing of the network: find, filter, see the evidence.
    """
    with opened(how.address) as store:
        graph = store.graph()
    if posts_only:
        from sysgraph.withholding import without_people

        graph = without_people(graph)
    emit(rendered(graph), how.output)


def rendered(graph: "Graph") -> str:
    """The page of a graph, named after the plan that its actions are of, else after its document."""
    from sysgraph.views.explorer import page

    return page(graph, title=_title(graph))


def _title(graph: "Graph") -> str:
    dated = [node.name for node in graph.nodes if node.kind == "Plan" and node.attributes.get("date")]
    if len(dated) == 1:
        return dated[0]
    if len(graph.documents) == 1:
        name = graph.documents[0].path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        return name.replace("-", " ").replace("_", " ").capitalize()
    return f"{len(graph.documents)} documents"
