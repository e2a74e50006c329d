"""An executor whose tasks run in guarded child processes."""

import contextlib
import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from sysgraph.documents.guard.frames import Kind
from sysgraph.documents.guard.limits import Limits
from sysgraph.documents.guard.process import BrokenDownError, Child, OverMemoryError, OverTimeError
from sysgraph.errors import DocumentError, InstallationError

P = ParamSpec("P")
T = TypeVar("T")

Called = Callable[..., str]


@dataclass(frozen=True, slots=True)
class _Task:
    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]

    def name(self, called: Called) -> str:
        _, args, kwargs = self.call
        return called(*args, **kwargs)


def _first(*args: Any, **kwargs: Any) -> str:
    return str(next(iter((*args, *kwargs.values())), "the document"))


class GuardedExecutor(Executor):
    """Runs functions in child processes that live on from task to task, and replaces those that die.

    `fn` and its arguments are pickled: a function of a module, not of `__main__`, not a lambda. Used as `with
    GuardedExecutor(2) as executor`; where the block ends in an exception (Ctrl-C), what runs is stopped at once.

    A task that takes too long or too much memory, or that brings its process down, ends with a `DocumentError`; its
    message begins with what `called`, given the task's arguments, says that the document is called (else the first
    argument). Whatever the task itself raises comes back as it was raised.
    """

    def __init__(self, workers: int = 1, limits: Limits | None = None, called: Called = _first) -> None:
        self._most = workers
        self._limits = limits or Limits()
        self._called = called
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._children: set[Child] = set()
        self._closed = self._stopped = False
        self._lock = threading.Lock()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of what the function gives back in a child process.

        Raises:
            RuntimeError: after shutdown.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._tasks.put(_Task(future, (fn, args, kwargs)))
            if len(self._threads) < self._most:
                thread = threading.Thread(target=self._work, name=f"reader {len(self._threads) + 1}", daemon=True)
                self._threads.append(thread)
                thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Nothing; no more tasks are taken; with `wait`, those that were taken are done first."""
        with self._lock:
            if cancel_futures:
                self._cancel()
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._tasks.put(None)
        if wait:
            try:
                self._join()
            except BaseException:
                self.stop()
                raise

    def stop(self) -> None:
        """Nothing; what waits is cancelled, what runs is stopped at once, and no child process is left."""
        with self._lock:
            self._stopped = True
            self._cancel()
            for child in self._children:
                child.kill()
        self.shutdown(wait=False)
        self._join()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.shutdown()
        else:
            self.stop()

    def _join(self) -> None:
        for thread in self._threads:
            thread.join()

    def _cancel(self) -> None:
        kept = 0
        with contextlib.suppress(Empty):
            while True:
                task = self._tasks.get_nowait()
                if task is None:
                    kept += 1
                else:
                    task.future.cancel()
                    task.future.set_running_or_notify_cancel()
        for _ in range(kept):
            self._tasks.put(None)

    def _work(self) -> None:
        child: Child | None = None
        while (task := self._tasks.get()) is not None:
            if task.future.set_running_or_notify_cancel():
                child = self._settle(task, child)
            del task  # or its result would be kept until there is another
        self._part_with(child)

    def _settle(self, task: _Task, child: Child | None) -> Child | None:
        """The child that did the task, if it lives: the one that was there, or another."""
        try:
            body = pickle.dumps(task.call, pickle.HIGHEST_PROTOCOL)
            child, used = self._ready(child)
            begun = time.monotonic()
            try:
                kind, answer = child.run(body)
            except (OverMemoryError, BrokenDownError):
                if not used:
                    raise
                # No document pays for what another has left behind.
                self._part_with(child)
                child, _ = self._ready(None)
                kind, answer = child.run(body, time.monotonic() - begun)
            value = pickle.loads(answer)
        except BaseException as error:
            task.future.set_exception(self._told(error, task))
            return child
        if kind is Kind.RESULT:
            task.future.set_result(value)
        else:
            task.future.set_exception(value)
        return child

    def _ready(self, child: Child | None) -> tuple[Child, bool]:
        """A child that takes a task, and whether it has done others."""
        if child and child.ready():
            return child, True
        self._part_with(child)
        fresh = Child(self._limits)
        with self._lock:
            self._children.add(fresh)
            if self._stopped:
                fresh.kill()
        if not fresh.ready() and not self._stopped:
            raise InstallationError("the process that reads documents does not start; install sysgraph anew")
        return fresh, False

    def _part_with(self, child: Child | None) -> None:
        if child:
            with self._lock:
                self._children.discard(child)
            child.close()

    def _told(self, error: BaseException, task: _Task) -> BaseException:
        """What the future says of an error that the child did not raise itself."""
        if self._stopped:
            return CancelledError()
        match error:
            case OverTimeError():
                what = f"reading took more than {error.seconds:.0f} seconds and was stopped"
            case OverMemoryError():
                what = f"reading takes more than {self._limits.memory / (1 << 30):.2g} GB of memory and was stopped"
            case BrokenDownError():
                what = "the reader broke down on it, so the file is damaged or made to do harm"
            case _:
                return error
        return DocumentError(f"{task.name(self._called)}: {what}; save the document anew, or split it, and build anew")


def guarded(fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What the function gives back in a child process that is started for it alone, with the usual limits.

    Raises:
        DocumentError: where it takes too long or too much memory, or brings its process down.
    """
    with GuardedExecutor() as executor:
        return executor.submit(fn, *args, **kwargs).result()
