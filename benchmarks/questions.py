"""What questions and gap rules cost on graphs of 10,000 to a million actions, as whole processes and in process.

    python -m benchmarks.questions [LARGEST] [--keep FOLDER] [--beside URI] [--beside-largest ACTIONS]

Each size is generated and written once; each question is then asked for its count and first fifty rows. Figures are
milliseconds, and beside them how many times as long as `python -c pass` they took in the same run. With `--beside` the
same graph is pushed to an empty Neo4j server and asked there too; its credentials come from the environment.
"""

import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

from benchmarks.places import place, sizes
from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import Question, gap_shelf, questions
from sysgraph.questions.gaps import Choice, find_gaps
from sysgraph.store import Statement, Store, open_store
from sysgraph.store.neo4j_open import connect
from sysgraph.store.neo4j_push import push, remove
from sysgraph.store.neo4j_server import held_graphs
from sysgraph.store.sqlite_write import write

FIRST = 50
NAME = "benchmark"
TODAY = "2018-03-19"
_SOUGHT = "discharge pathway"

_Made = TypeVar("_Made")


class Beside(NamedTuple):
    """A Neo4j server to measure beside the file, and the largest graph that it is asked to hold."""

    address: str
    largest: int


def main() -> None:
    """Prints a table for each size."""
    options = _options()
    with TemporaryDirectory() as folder:
        for size in sizes(options.largest):
            beside = Beside(options.beside, options.beside_largest) if options.beside else None
            _measure(size, Path(options.keep or folder) / f"{size}.sqlite", beside)


def _options() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("largest", nargs="?", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--beside")
    parser.add_argument("--beside-largest", type=int, default=100_000)
    return parser.parse_args()


def _measure(size: int, path: Path, beside: Beside | None) -> None:
    _made(size, path)
    base = _process("-c", "pass")
    print(f"{size:,} actions, {path.stat().st_size / 1e6:,.0f} MB; python -c pass takes {base * 1000:.0f} ms")
    with ExitStack() as stack:
        opening, store = _timed(lambda: open_store(path))
        stack.enter_context(closing(store))
        print(f"  opening {_told(opening, base)}")
        server = stack.enter_context(_Pushed(store, beside)) if beside and size <= beside.largest else None
        for question in questions():
            _question(question, path, base, [store, *([server.store] if server else [])])
        _rules(store, "the file", base)
        if server:
            _rules(server.store, "Neo4j", base)


def _made(size: int, path: Path) -> None:
    if not path.exists():
        making, graph = _timed(lambda: place(size))
        writing, _ = _timed(lambda: write(graph, path, {"version": "benchmark"}))
        print(f"{size:,} actions: made in {making:.1f} s, written in {writing:.1f} s")


class _Pushed:
    """The same graph on a server that holds no other, as long as it is measured."""

    def __init__(self, filled: Store, beside: Beside) -> None:
        self._server = connect(beside.address)
        if held := held_graphs(self._server):
            sys.exit(f"{beside.address} holds {', '.join(one.name for one in held)}: name an empty server")
        graph = filled.graph()
        seconds, pushed = _timed(lambda: push(graph, self._server, NAME, {"version": "benchmark"}))
        facts = pushed.nodes + pushed.relationships
        print(f"  pushed to Neo4j in {seconds:.1f} s: {facts / seconds:,.0f} nodes and relationships a second")
        self.store = open_store(beside.address)

    def __enter__(self) -> "_Pushed":
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()
        remove(self._server, NAME)
        self._server.close()


def _question(question: Question, path: Path, base: float, stores: Iterable[Store]) -> None:
    told, given = [], _given(next(iter(stores)), question)
    for store in stores:
        ask(store, question, given, most=FIRST)  # a server plans a query the first time that it is asked
        seconds, answer = _timed(partial(ask, store, question, given, most=FIRST))
        told.append(_told(seconds, base))
    arguments = ("ask", question.name, *given.values(), "--store", str(path), "--first", str(FIRST))
    whole = _process("-m", "sysgraph", *arguments)
    rows = f"{answer.total:,} rows"
    print(f"  {question.name:34} {' in the file, on Neo4j '.join(told)}; as a process {_told(whole, base)}; {rows}")


def _rules(store: Store, where: str, base: float) -> None:
    rules = Choice().of(gap_shelf())
    seconds, report = _timed(lambda: find_gaps(store, rules, today=TODAY, most=FIRST))
    count = sum(report.counts.values())
    print(f"  all gap rules, {where}: {_told(seconds, base)}: {count:,} gaps")
    slowest = sorted(_each(store, rules), reverse=True)[:8]
    print("  the slowest rules: " + ", ".join(f"{code} {seconds * 1000:.0f} ms" for seconds, code in slowest))


def _each(store: Store, rules: Iterable[Question]) -> Iterator[tuple[float, str]]:
    for rule in rules:
        seconds, _ = _timed(partial(find_gaps, store, (rule,), today=TODAY, most=FIRST))
        yield seconds, rule.code


def _given(store: Store, question: Question) -> dict[str, str]:
    """What a question that has to be told something is told: some words, or the name of a board or a post."""
    asked = [one for one in question.parameters if one.required and one.kind not in {"date", "number"}]
    return {one.name: _SOUGHT if one.kind == "text" else _first(store, one.name) for one in asked}


def _first(store: Store, wanted: str) -> str:
    kind = "board" if wanted == "board" else "role"
    found = store.run(Statement(f"SELECT name FROM {kind} ORDER BY name LIMIT 1", None), {})
    return str(found[0]["name"])


def _process(*arguments: str) -> float:
    """The shortest of three runs, which nothing else has slowed."""
    run = partial(subprocess.run, [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return min(_timed(run)[0] for _ in range(3))


def _timed(work: Callable[[], _Made]) -> tuple[float, _Made]:
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made


def _told(seconds: float, base: float) -> str:
    return f"{seconds * 1000:,.0f} ms ({seconds / base:.1f} x)"


if __name__ == "__main__":
    main()
