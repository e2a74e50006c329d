"""Where documents are read: in this process, in guarded child processes, or on a cluster; one interface for all."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MOST_JOBS = 8
_UNGUARDED = frozenset({".md", ".text", ".txt"})  # endings whose readers call no parser that a file could bring down
_SMALL = 1 << 19  # bytes of such files, up to which starting a child process costs more than reading here


@dataclass(frozen=True, slots=True)
class Means:
    """How a build reads: with recognition of pictures or not, in how many processes or where, remembering or not."""

    ocr: bool = False
    jobs: int | None = None  # child processes; None: one for each processor, at most 8
    cluster: str | None = None  # the address of a dask scheduler
    cache: Path | None = None  # the folder of what was read before; None: nothing is remembered

    @property
    def processes(self) -> int:
        """How many child processes may read at once."""
        return self.jobs or min(_processors(), _MOST_JOBS)


@dataclass(frozen=True, slots=True)
class Pool:
    """An executor, and how many tasks to give it at a time: enough to keep it busy, not all at once in memory."""

    executor: Executor
    window: int


class WorkersLostError(Exception):
    """The processes that ran a task died, one after the other."""


class InThisProcess(Executor):
    """An executor that runs a task when it is given, here."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of what the function gave back or raised."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def opened(means: Means, files: Sequence[tuple[str, int]], called: Callable[..., str]) -> Iterator[Pool]:
    """The executor for files of these endings and sizes, closed afterwards; with an exception, what runs is stopped.

    `called` says what a task's document is called, for the messages of what could not be read.

    Raises:
        WorkspaceError: where the cluster does not answer, or cannot read.
    """
    if not files:
        yield Pool(InThisProcess(), 1)
    elif means.cluster is not None:
        from sysgraph.workspace.cluster import connected

        with connected(means.cluster, called) as pool:
            yield pool
    elif all(ending in _UNGUARDED for ending, _ in files) and sum(size for _, size in files) <= _SMALL:
        yield Pool(InThisProcess(), 1)
    else:
        from sysgraph.documents import GuardedExecutor

        workers = min(means.processes, len(files))
        with GuardedExecutor(workers, called=called) as executor:
            yield Pool(executor, 2 * workers)


def _processors() -> int:
    """How many processors this process may use, which in a container are fewer than the machine has."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
