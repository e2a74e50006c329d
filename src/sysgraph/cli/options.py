"""Options that commands share, each written once."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sysgraph.errors import QuestionError, StoreError

if TYPE_CHECKING:
    from sysgraph.store import Store

GRAPH = "graph.sqlite"

_Command = Callable[..., None]


class How(NamedTuple):
    """Where an answer comes from, how it is written, and where it goes (None: it is printed)."""

    address: str
    form: str
    output: Path | None


def answering(*forms: str) -> Callable[[_Command], _Command]:
    """Gives a command --store, --output, and, where it has a choice, --format; it gets them as one `how`."""

    def decorate(function: _Command) -> _Command:
        @wraps(function)
        def command(*, address: str, output: Path | None, form: str = "", **others: object) -> None:
            if output is not None and os.path.realpath(output) == os.path.realpath(address):
                raise click.UsageError(f"{output} is the graph itself; name another file with -o")
            function(how=How(address, form, output), **others)

        command = _output(_store(command))
        return _format(forms)(command) if forms else command

    return decorate


as_of_option = click.option(
    "--as-of", metavar="DATE", help="Judge dates as at this day: 2018-03-19, or today.  [default: the plan's]"
)
queries_option = click.option(
    "--queries", type=click.Path(path_type=Path), metavar="FOLDER",
    help="A folder of your own questions and rules.  [default: queries beside the graph, or here]",
)  # fmt: skip


def day(as_of: str | None) -> str | None:
    """The day that --as-of means, in ISO 8601."""
    if as_of != "today":
        return as_of
    from datetime import date

    return date.today().isoformat()


def own_pages(named: object, address: str) -> Path | None:
    """The folder of the user's own questions and rules: the one named, or `queries` beside the graph file, or here.

    Raises:
        QuestionError: where the one that is named is no folder.
    """
    if named is not None:
        folder = Path(str(named))
        if not folder.is_dir():
            raise QuestionError(f"--queries {folder}: there is no such folder")
        return folder
    beside = [] if "://" in address else [Path(address).parent / "queries"]
    return next((folder for folder in (*beside, Path("queries")) if folder.is_dir()), None)


def name_of(words: tuple[str, ...]) -> str:
    """A name given in one or several arguments, with or without quotation marks."""
    return " ".join(words).strip()


@contextmanager
def opened(address: str) -> "Iterator[Store]":
    """The store at an address, closed afterwards.

    Raises:
        StoreError: there is none, or it is not what a store is.
    """
    if "://" not in address and not Path(address).exists():
        raise StoreError(
            f"there is no graph file {address}: make one with `sysgraph build DOCUMENTS` or `sysgraph demo`, "
            "or name one with --store PATH"
        )
    from sysgraph.store import open_store

    store = open_store(address)
    try:
        yield store
    finally:
        store.close()


_store = click.option(
    "--store", "address", default=GRAPH, show_default=True, metavar="PATH", help="The graph to answer from."
)
_output = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of printing."
)


def _format(forms: tuple[str, ...]) -> Callable[[_Command], _Command]:
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help="How to write it."
    )
