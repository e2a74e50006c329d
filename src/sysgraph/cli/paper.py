"""`sysgraph paper`: what is to be handed in about an actor."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, all_gaps, answering, as_of_option, day, opened, posts_only_option, queries_option
from sysgraph.cli.output import emit, emit_bytes
from sysgraph.errors import WorkspaceError

if TYPE_CHECKING:
    from sysgraph.model import Graph, Node
    from sysgraph.store import Store
    from sysgraph.views.paper import Asked, Paper


@click.command(
    "paper", epilog='Example: sysgraph paper --about "Health and Wellbeing Board" --posts-only -o annex.docx'
)
@click.option("--about", required=True, metavar="NAME", help="The actor, plan, pool or agreement that it is about.")
@click.option(
    "--template", type=click.Path(path_type=Path), metavar="DOCX",
    help="A Word template of your own; needs `pip install 'sysgraph[templates]'`.",
)  # fmt: skip
@as_of_option
@queries_option
@posts_only_option
@answering("docx", "html", "md")
def command(how: How, about: str, *, template: Path | None, posts_only: bool, **given: object) -> None:
    """Write a paper about an actor: figure, lines, actions, gaps, sources.

    docx is a Word document; html is a fragment to put into a page of your own; md is text. The figure needs
    `pip install 'sysgraph[figures]'`; without it the paper says so. A template names what it wants as {{ title }},
    {{ about }}, {{ basis }}, {{ figure }}, {{ caption }}, {{ description }}, and repeats over notes, lines, unowned,
    overdue, gaps and sources; the README says what each of them has.
    """
    if template and how.form != "docx":
        raise click.UsageError("--template is for --format docx")
    if how.form == "docx" and how.output is None:
        raise WorkspaceError("a Word document is no text to print: name a file for it, like -o annex.docx")
    as_of = day(None if given["as_of"] is None else str(given["as_of"]))
    with opened(how.address) as store:
        asked, nodes = _asked(store, how, (about, as_of, given["queries"]), posts_only=posts_only)
    from sysgraph.views.paper import gather

    _write(gather(asked, nodes), how, template)


def _write(paper: "Paper", how: How, template: Path | None) -> None:
    if how.form == "html":
        from sysgraph.views.paper.web import as_html

        emit(as_html(paper), how.output)
    elif how.form == "md":
        from sysgraph.views.paper.markdown import as_markdown

        emit(as_markdown(paper), how.output)
    elif template:
        from sysgraph.views.paper import template as own

        emit_bytes(own.as_docx(paper, template), how.output, ".docx")
    else:
        from sysgraph.views.paper.word import as_docx

        emit_bytes(as_docx(paper), how.output, ".docx")


def _asked(
    store: "Store", how: How, wanted: tuple[str, str | None, object], *, posts_only: bool
) -> "tuple[Asked, tuple[Node, ...]]":
    """What the paper is gathered from, and the nodes that it is about, both as they may be shown."""
    from sysgraph.questions.asking import ask, find_actors
    from sysgraph.questions.catalogue import question
    from sysgraph.questions.chains import CHAINED
    from sysgraph.views.paper import Asked

    about, as_of, folder = wanted
    found = [node.id for node in find_actors(store, about, CHAINED)]
    graph, gaps = store.graph(), all_gaps(store, how.address, as_of, folder)
    unowned, overdue = (ask(store, question("unowned-actions")), ask(store, question("overdue-actions"), None, as_of))
    asked = Asked(graph, unowned, overdue, gaps)
    if posts_only:
        asked, found = _without_people(asked, found)
    nodes = {node.id: node for node in asked.graph.nodes}
    return asked, tuple(nodes[id_] for id_ in dict.fromkeys(found))


def _without_people(asked: "Asked", found: list[str]) -> "tuple[Asked, list[str]]":
    from sysgraph.questions.gaps import without_people
    from sysgraph.withholding import withhold

    withheld = withhold(asked.graph)
    graph: Graph = withheld.graph
    gaps = without_people(asked.gaps, withheld)
    shown = asked._replace(graph=graph, gaps=gaps, hide=withheld.hide)
    return shown, [withheld.stands_for.get(id_, id_) for id_ in found]
