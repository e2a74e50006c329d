"""`sysgraph demo`: the bundled plan, built, asked some questions and drawn."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import GRAPH, opened
from sysgraph.cli.output import emit, emit_lines, say
from sysgraph.errors import WorkspaceError

if TYPE_CHECKING:
    from sysgraph.model import Graph, Node
    from sysgraph.store import Store

PAGE = "page.html"
QUESTIONS = ("unowned-actions", "overdue-actions", "owners-by-load")
_MOST_ROWS = 5


@click.command("demo", epilog="Example: sysgraph demo -o my-first-graph")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default="sysgraph-demo", show_default=True, metavar="FOLDER",
    help="The folder for the graph and its page.",
)  # fmt: skip
def command(output: Path) -> None:
    """Build a real plan's graph, ask it some questions, and write its page.

    The plan ships with sysgraph: the facts of one that was published in 2018, its gaps and slips included, in words of
    our own.
    """
    from sysgraph.cli.view import rendered, shown_of
    from sysgraph.workspace import build

    _make_folder(output)
    counts = build(list(_documents()), output / GRAPH, progress=say).counts
    emit(f"{counts.get('Action', 0)} actions in {counts.get('Theme', 0)} themes read.\n")
    with opened(str(output / GRAPH)) as store:
        for name in QUESTIONS:
            _show_answer(store, name)
        shown = shown_of(store, str(output / GRAPH))
        _show_chain(store, _board(shown.graph))
    emit(rendered(shown), output / PAGE)
    emit("".join(f"{line}\n" for line in _next_steps(output, shown.graph)))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"the folder {folder} cannot be made: {error.strerror}; name another with -o") from error


def _documents() -> Iterator[Path]:
    from sysgraph.resources import resource

    for file in sorted(resource("seed", "demo").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".md") and file.name != "README.md":
            yield Path(str(file))


def _show_answer(store: "Store", name: str) -> None:
    from sysgraph.questions.asking import ask
    from sysgraph.questions.catalogue import question
    from sysgraph.views.terminal import show_answer

    answer = ask(store, question(name))
    emit(f"\n$ sysgraph ask {name}\n\n")
    emit_lines(lambda columns, dim: show_answer(answer, columns=columns, dim=dim, most=_MOST_ROWS))


def _show_chain(store: "Store", board: "Node | None") -> None:
    if board is None:
        return
    from sysgraph.questions.chains import chain
    from sysgraph.views.terminal import show_chain

    emit(f'\n$ sysgraph chain "{board.name}"\n\n')
    emit_lines(lambda columns, dim: show_chain(chain(store, board), columns=columns, dim=dim))


def _board(graph: "Graph") -> "Node | None":
    """The board on which most lines of accountability meet."""
    from sysgraph.questions.chains import CHAINED, LINES

    types = {line.type for line in LINES if not line.only_upwards}
    chained = {node.id for node in graph.nodes if node.kind in CHAINED}
    lines = [{one.source, one.target} for one in graph.relationships if one.type in types]
    ends = Counter(end for line in lines if line <= chained for end in line)
    boards = [node for node in graph.nodes if node.kind == "Board" and ends[node.id]]
    return min(boards, key=lambda node: (-ends[node.id], node.name), default=None)


def _owner(graph: "Graph") -> "Node | None":
    """The person who owns or leads most."""
    starts = Counter(one.source for one in graph.relationships if one.type in {"OWNS", "OPERATES", "LEADS"})
    people = [node for node in graph.nodes if node.kind == "Person" and starts[node.id]]
    return min(people, key=lambda node: (-starts[node.id], node.name), default=None)


def _next_steps(folder: Path, graph: "Graph") -> Iterator[str]:
    owner = _owner(graph)
    yield from ("", f"The page is {folder / PAGE}: open it in a browser. The graph is {folder / GRAPH}. Try next:", "")
    yield f"  cd {folder}"
    yield "  sysgraph ask"
    yield "  sysgraph ask unowned-actions --format csv -o unowned.csv"
    if owner is not None:
        yield f'  sysgraph who "{owner.name}"'
    if (board := _board(graph)) is not None:
        yield f'  sysgraph paper --about "{board.name}" --posts-only -o annex.docx'
        yield f'  sysgraph figure --about "{board.name}" -o figure.svg'
    yield "  sysgraph find discharge to assess"
    yield "  sysgraph explain overdue-actions"
    yield "  sysgraph build YOUR-DOCUMENTS -o graph.sqlite"
