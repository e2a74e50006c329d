"""`sysgraph view`: the interactive page."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sysgraph.cli.options import How, all_gaps, answering, as_of_option, day, opened, posts_only_option
from sysgraph.cli.output import emit

if TYPE_CHECKING:
    from sysgraph.model import Graph
    from sysgraph.questions.gaps import Gap
    from sysgraph.store import Store


class Shown(NamedTuple):
    """What a page shows: a graph, and the gaps in it."""

    graph: "Graph"
    gaps: "tuple[Gap, ...]"


@click.command("view", epilog="Example: sysgraph view --sources papers -o page.html")
@click.option(
    "--sources", metavar="FOLDER|URL",
    help="Where the documents can be opened: the folder that was built, or its address on the web. "
    "The page then links every passage to its page there.",
)  # fmt: skip
@posts_only_option
@as_of_option
@answering()
def command(how: How, *, sources: str | None, posts_only: bool, as_of: str | None) -> None:
    """Write the interactive page of a graph.

    One HTML file that any browser opens and that asks nothing of the network: find, filter, see the evidence, follow a
    reporting line, see the gaps. Boards stand in layers where `pip install 'sysgraph[figures]'` has brought Graphviz.
    """
    with opened(how.address) as store:
        shown = shown_of(store, how.address, as_of=as_of, posts_only=posts_only)
    beside = how.output.parent if how.output else Path()
    emit(rendered(shown, _links(shown.graph, sources, beside)), how.output)


def shown_of(store: "Store", address: str, *, as_of: str | None = None, posts_only: bool = False) -> Shown:
    """The graph of a store and its gaps, both without people where only posts may be shown."""
    from sysgraph.questions.gaps import without_people

    gaps = all_gaps(store, address, day(as_of))
    graph = store.graph()
    if not posts_only:
        return Shown(graph, gaps)
    from sysgraph.withholding import withhold

    withheld = withhold(graph)
    return Shown(withheld.graph, without_people(gaps, withheld))


def rendered(shown: Shown, links: "dict[str, str] | None" = None) -> str:
    """The page of a graph, named after the plan that its actions are of, else after its documents."""
    from sysgraph.views.explorer import page
    from sysgraph.views.facts import Extras

    return page(shown.graph, title=_title(shown.graph), extras=Extras(shown.gaps, links or {}))


def _links(graph: "Graph", sources: str | None, beside: Path) -> dict[str, str]:
    if sources is None:
        return {}
    from sysgraph.views.sources import links

    return links(sources, (document.path for document in graph.documents), beside)


def _title(graph: "Graph") -> str:
    dated = [node.name for node in graph.nodes if node.kind == "Plan" and node.attributes.get("date")]
    others = len(graph.documents) - 1
    if len(dated) == 1:
        return dated[0] + (f" and {others} other document{'' if others == 1 else 's'}" if others > 0 else "")
    if others == 0:
        name = graph.documents[0].path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        return name.replace("-", " ").replace("_", " ").capitalize()
    return f"{len(graph.documents)} documents"
