"""Options that commands share, each written once."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sysgraph.errors import QuestionError, StoreError

if TYPE_CHECKING:
    from sysgraph.questions.gaps import Gap
    from sysgraph.store import Store
    from sysgraph.workspace import Means

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

        command = _output(store_option(command))
        return _format(forms)(command) if forms else command

    return decorate


def showing(*forms: str) -> Callable[[_Command], _Command]:
    """Gives a command that asks no graph --format and --output; it gets them as `form` and `output`."""

    def decorate(function: _Command) -> _Command:
        return _format(forms)(_output(function))

    return decorate


as_of_option = click.option(
    "--as-of", metavar="DATE", help="Judge dates as at this day: 2018-03-19, or today.  [default: the plan's]"
)
posts_only_option = click.option(
    "--posts-only", is_flag=True, help="Show posts and bodies, never people: for papers that are public."
)
queries_option = click.option(
    "--queries", type=click.Path(path_type=Path), metavar="FOLDER",
    help="A folder of your own questions and rules.  [default: queries beside the graph, or here]",
)  # fmt: skip
ocr_option = click.option(
    "--ocr", is_flag=True, help="Recognise the words on pages that are pictures; needs Tesseract, takes long."
)
first_option = click.option(
    "--first", "most", type=click.IntRange(min=1), metavar="N", help="Only so many rows, and how many there are."
)


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


class Wishes(NamedTuple):
    """How somebody wants documents to be read, as they said it."""

    ocr: bool
    jobs: int | None
    cluster: str | None
    no_cache: bool

    def means(self) -> "Means":
        """The same as a build is told it."""
        from sysgraph.workspace import Means, cache_folder

        return Means(self.ocr, self.jobs, self.cluster, None if self.no_cache else cache_folder())


def reading(function: _Command) -> _Command:
    """Gives a command --ocr, --jobs, --cluster and --no-cache; it gets them as one `wishes`."""

    @wraps(function)
    def command(*, ocr: bool, jobs: int | None, cluster: str | None, no_cache: bool, **others: object) -> None:
        function(wishes=Wishes(ocr, jobs, cluster, no_cache), **others)

    for option in (_no_cache, _cluster, _jobs, ocr_option):
        command = option(command)
    return command


def all_gaps(store: "Store", address: str, as_of: str | None = None, named: object = None) -> "tuple[Gap, ...]":
    """What every rule finds, the user's own among them; waivers hold or have lapsed as at that day, else today."""
    from datetime import date

    from sysgraph.questions.catalogue import gap_shelf
    from sysgraph.questions.gaps import Choice, find_gaps

    rules = Choice().of(gap_shelf(own_pages(named, address)))
    return find_gaps(store, rules, as_of=as_of, today=as_of or date.today().isoformat()).gaps


def name_of(words: tuple[str, ...]) -> str:
    """A name given in one or several arguments, with or without quotation marks."""
    return " ".join(words).strip()


def password_of(user: str) -> str | None:
    """The password of a server's user, asked for where somebody sits at a terminal."""
    if not sys.stdin.isatty():
        return None
    asked: str = click.prompt(f"Password of {user}", hide_input=True, default="", show_default=False, err=True)
    return asked


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

    store = open_store(address, password_of)
    try:
        yield store
    finally:
        store.close()


store_option = click.option(
    "--store", "address", default=GRAPH, show_default=True, metavar="PATH",
    help="The graph: a file, or a Neo4j server (bolt://host:7687, and #NAME for one of its graphs).",
)  # fmt: skip
_output = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of printing."
)

_jobs = click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Read with so many processes; else one for each processor, at most 8.",
)  # fmt: skip
_cluster = click.option(
    "--cluster", metavar="ADDRESS",
    help="Read on the dask cluster whose scheduler is at this address, such as tcp://host:8786.",
)  # fmt: skip
_no_cache = click.option(
    "--no-cache", is_flag=True,
    help="Read everything anew and remember nothing; else what is unchanged since an earlier build is not read again.",
)  # fmt: skip


def _format(forms: tuple[str, ...]) -> Callable[[_Command], _Command]:
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help="How to write it."
    )
