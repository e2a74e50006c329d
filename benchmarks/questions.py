"""What questions and gap rules cost on graphs of 10,000 to a million actions, as whole processes and in process.

    python benchmarks/questions.py [LARGEST] [--keep FOLDER]

Each size is generated and written once; each question is then asked for its count and first fifty rows. Figures are
milliseconds, and beside them how many times as long as `python -c pass` they took in the same run.
"""

import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.places import place, sizes
from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import Question, gap_shelf, questions
from sysgraph.questions.gaps import Choice, find_gaps
from sysgraph.store import Store, open_store
from sysgraph.store.sqlite_write import write

FIRST = 50


def main() -> None:
    """Prints a table for each size."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("largest", nargs="?", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for size in sizes(options.largest):
            _measure(size, Path(options.keep or folder) / f"{size}.sqlite")


def _measure(size: int, path: Path) -> None:
    if not path.exists():
        start = time.perf_counter()
        graph = place(size)
        made = time.perf_counter()
        write(graph, path, {"version": "benchmark"})
        print(f"{size:,} actions: made in {made - start:.1f} s, written in {time.perf_counter() - made:.1f} s")
        del graph
    base = _process("-c", "pass")
    print(f"{size:,} actions, {path.stat().st_size / 1e6:,.0f} MB; python -c pass takes {base * 1000:.0f} ms")
    start = time.perf_counter()
    store = open_store(path)
    print(f"  opening {_told(time.perf_counter() - start, base)}")
    for question in questions():
        _one(store, question, path, base)
    start = time.perf_counter()
    report = find_gaps(store, Choice().of(gap_shelf()), today="2018-03-19", most=FIRST)
    count = sum(report.counts.values())
    print(f"  all gap rules, in process {_told(time.perf_counter() - start, base)}: {count:,} gaps")
    slowest = sorted(((_gaps(store, rule), rule.code) for rule in gap_shelf().all()), reverse=True)[:8]
    print("  the slowest rules: " + ", ".join(f"{code} {seconds * 1000:.0f} ms" for seconds, code in slowest))
    store.close()


def _gaps(store: Store, rule: Question) -> float:
    start = time.perf_counter()
    find_gaps(store, (rule,), today="2018-03-19", most=FIRST)
    return time.perf_counter() - start


def _one(store: Store, question: Question, path: Path, base: float) -> None:
    given = {one.name: _given(store, one.kind) for one in question.parameters if one.kind != "date" and one.required}
    start = time.perf_counter()
    answer = ask(store, question, given, most=FIRST)
    inside = time.perf_counter() - start
    asked = ("ask", question.name, *given.values(), "--store", str(path), "--first", str(FIRST))
    whole = _process("-m", "sysgraph", *asked)
    print(f"  {question.name:34} {_told(inside, base)}; as a process {_told(whole, base)}; {answer.total:,} rows")


def _given(store: Store, kind: str) -> str:
    if kind == "text":
        return "discharge pathway"
    found = store.nodes({"role-0000000000000000", "board-0000000000000000"})
    return next(iter(found.values())).name


def _process(*arguments: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - start)
    return best


def _told(seconds: float, base: float) -> str:
    return f"{seconds * 1000:,.0f} ms ({seconds / base:.1f} x)"


if __name__ == "__main__":
    main()
