"""Builds that end without a word at the n-th thing that they ask of the system.

    python dying.py one N PAPERS OUTPUT CACHE      # one build; with N = 0 it completes, and the number is printed
    python dying.py all PAPERS FORMER OUTPUT CACHE # at every n, each in a fork, and a whole build after each

What is asked is counted by the audit events of files, folders, databases and processes, and, inside of a database, by
every 150 steps of its engine.
"""

import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

COUNTED = ("open", "os.", "shutil.", "sqlite3.", "subprocess.", "tempfile.")
STEPS = 150

_connect = sqlite3.connect


class Count:
    """Counts, and ends this process when the number is reached."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.now = 0
        self.on = True

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Nothing, or the end."""
        if self.on and event.startswith(COUNTED):
            self.step()

    def connect(self, *arguments: Any, **others: Any) -> sqlite3.Connection:
        """A connection whose steps are counted."""
        connection: sqlite3.Connection = _connect(*arguments, **others)
        connection.set_progress_handler(self.step, STEPS)
        return connection

    def step(self) -> int:
        """0, which tells SQLite to go on."""
        self.now += 1
        if self.now == self.last:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # on Windows any signal is the end
        return 0


def build(last: int, papers: Path, output: Path, cache: Path) -> int:
    """How many things a build asked, where it lived."""
    from sysgraph import workspace

    count = Count(last)
    sys.addaudithook(count.hook)
    sqlite3.connect = count.connect  # type: ignore[assignment]
    workspace.build([papers], output, means=workspace.Means(cache=cache, jobs=1))
    count.on = False  # a hook cannot be taken back
    return count.now


def forked(last: int, papers: Path, output: Path, cache: Path) -> int:
    """The status of a build in a process that has loaded everything before."""
    child = os.fork()
    if not child:
        status = 1
        try:
            build(last, papers, output, cache)
            status = 0
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def sweep(papers: Path, former: Path, output: Path, cache: Path) -> tuple[int, int]:
    """How many builds were ended, and how many of them had put the new graph into place before.

    Raises:
        AssertionError: where the graph is neither the former nor the new one, or the next build leaves litter.
    """
    # Whole, once: so that each fork finds everything loaded and does the same.
    assert forked(0, papers, output, cache) == 0
    build(0, papers, output, cache)
    before, after = former.read_bytes(), output.read_bytes()
    assert before != after
    last = new = 0
    while True:
        shutil.rmtree(cache)
        shutil.copy(former, output)
        status = forked(last + 1, papers, output, cache)
        if status == 0:
            return last, new
        assert os.WTERMSIG(status) == signal.SIGKILL, status
        last += 1
        left = output.read_bytes()
        assert left in (before, after), last
        new += left == after
        assert forked(0, papers, output, cache) == 0, last
        assert output.read_bytes() == after, last
        litter = [path.name for path in (*output.parent.iterdir(), *cache.iterdir()) if path.suffix != ".reading"]
        assert litter == [output.name], (last, litter)


def main() -> None:
    """Prints what came of it."""
    how, *told = sys.argv[1:]
    if how == "all":
        papers, former, output, cache = map(Path, told)
        print(*sweep(papers, former, output, cache))
    else:
        last, *paths = told
        print(build(int(last), *map(Path, paths)))


if __name__ == "__main__":
    main()
