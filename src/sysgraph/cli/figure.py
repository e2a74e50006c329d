"""`sysgraph figure`: the lines around an actor on one page."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, answering, name_of, opened, posts_only_option
from sysgraph.cli.output import emit, emit_bytes
from sysgraph.errors import QuestionError, WorkspaceError

if TYPE_CHECKING:
    from sysgraph.model import Graph, Node
    from sysgraph.store import Store
    from sysgraph.views.figure import Wish

_ENDINGS = (".svg", ".pdf", ".png")


@click.command("figure", epilog='Example: sysgraph figure --about "Health and Wellbeing Board" -o figure.svg')
@click.option("--about", required=True, metavar="NAME", help="The actor, plan, pool or agreement in the middle.")
@click.option("--depth", type=click.IntRange(1, 8), default=2, show_default=True, help="How many steps from it.")
@click.option(
    "--orientation", type=click.Choice(("auto", "portrait", "landscape")), default="auto", show_default=True,
    help="Which way round the page of A4 is.",
)  # fmt: skip
@click.option("--kinds", metavar="KINDS", help="Only these kinds: Board,Organisation; Action is left out unless named.")
@click.option("--describe", is_flag=True, help="Print the figure in words instead.")
@posts_only_option
@answering()
def command(how: How, about: str, *, describe: bool, posts_only: bool, **given: object) -> None:
    """Draw who answers to whom around an actor, on one page of A4.

    The ending of FILE says how: .svg, .pdf (both sharp at any size) or .png. A figure whose letters would be smaller
    than 8 points is refused, with smaller ones that fit. Drawing needs `pip install 'sysgraph[figures]'`.
    """
    from sysgraph.views.figure import Wish

    kinds = _kinds(given["kinds"])
    with opened(how.address) as store:
        graph, nodes = shown(store, about, posts_only=posts_only)
    wish = Wish(int(str(given["depth"])), kinds, str(given["orientation"]))
    if describe:
        from sysgraph.views.figure import part_about
        from sysgraph.views.figure.words import description, heading

        part = part_about(graph, nodes, wish.depth, kinds)
        emit(f"{heading(part)}\n\n{description(part)}\n", how.output)
        return
    _draw(graph, nodes, wish, how.output)


def shown(store: "Store", name: str, *, posts_only: bool) -> "tuple[Graph, tuple[Node, ...]]":
    """The graph as it may be shown, and the nodes of it that the name names.

    Raises:
        UnknownActorError: where there is none; offers the nearest names.
    """
    from sysgraph.questions.asking import find_actors
    from sysgraph.questions.chains import CHAINED

    graph = store.graph()
    found = [node.id for node in find_actors(store, name_of((name,)), CHAINED)]
    if posts_only:
        from sysgraph.withholding import withhold

        withheld = withhold(graph)
        graph, found = withheld.graph, [withheld.stands_for.get(id_, id_) for id_ in found]
    nodes = {node.id: node for node in graph.nodes}
    return graph, tuple(nodes[id_] for id_ in dict.fromkeys(found))


def _draw(graph: "Graph", nodes: "tuple[Node, ...]", wish: "Wish", output: Path | None) -> None:
    from sysgraph.views.figure import figure
    from sysgraph.views.figure.words import dated

    ending = output.suffix.lower() if output else ".svg"
    if ending not in _ENDINGS:
        raise WorkspaceError(f"{output}: a figure is written as {', '.join(_ENDINGS)}; let the name end in one of them")
    picture = figure(graph, nodes, wish._replace(subtitle=dated(graph.nodes)))
    if ending == ".svg":
        from sysgraph.views.figure.svg import as_svg

        emit(as_svg(picture), output)
        return
    from sysgraph.views.figure.pdf import as_pdf, as_png

    emit_bytes((as_pdf if ending == ".pdf" else as_png)(picture), output, ending)


def _kinds(given: object) -> frozenset[str]:
    """The kinds that were named, in whatever case; else those of every figure.

    Raises:
        QuestionError: where one is no kind.
    """
    from sysgraph.views.figure import KINDS as USUAL
    from sysgraph.vocabulary import KINDS

    if not given:
        return USUAL
    known = {name.casefold(): name for name in KINDS}
    named = [word.strip() for word in str(given).split(",") if word.strip()]
    if odd := [word for word in named if word.casefold() not in known]:
        raise QuestionError(f"--kinds {', '.join(odd)}: there is no such kind; the kinds are {', '.join(KINDS)}")
    return frozenset(known[word.casefold()] for word in named)
