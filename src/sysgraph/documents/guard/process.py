"""The parent's side of one child process, and the watch over its time."""

import contextlib
import os
import pickle
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import BinaryIO, Self, cast

from sysgraph.documents.guard.child import PROGRESS
from sysgraph.documents.guard.confine import OUT_OF_MEMORY
from sysgraph.documents.guard.frames import Kind, receive, send
from sysgraph.documents.guard.limits import Limits

# The child looks for modules where its parent does, and nowhere before that.
_START = "import sys; sys.path[:] = sys.argv[1:]; from sysgraph.documents.guard.child import main; main()"
_SECONDS_TO_START = 120.0


class OverTimeError(Exception):
    """The child was stopped because its task took longer than this many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class OverMemoryError(Exception):
    """The child ended because its task wanted more memory than it may have."""


class BrokenDownError(Exception):
    """The child ended in the midst of its task."""


class _Watch:
    """Stops what takes too long; `more` moves the deadline."""

    def __init__(self, seconds: float, stop: Callable[[], None], spent: float = 0.0) -> None:
        self.seconds = seconds
        self.struck = False
        self._stop = stop
        self._over = False
        self._begun = time.monotonic() - spent
        self._change = threading.Condition()

    def __enter__(self) -> Self:
        threading.Thread(target=self._look, name="watch", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._change:
            self._over = True
            self._change.notify()

    def _look(self) -> None:
        with self._change:
            while not self._over:
                left = self._begun + self.seconds - time.monotonic()
                if left <= 0:
                    self.struck = True
                    self._stop()
                    return
                self._change.wait(min(left, threading.TIMEOUT_MAX))


class Child:
    """A guarded child process: runs one task after the other until it dies or wants to be replaced."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._folder = ""  # of the child, which clears it away unless it is killed
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-W", "ignore", "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._inbox, self._outbox = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        with contextlib.suppress(OSError):
            send(self._inbox, Kind.LIMITS, pickle.dumps(limits))

    def ready(self) -> bool:
        """Whether the child takes another task; waits until it has started, or put the last one away."""
        with _Watch(_SECONDS_TO_START, self.kill):
            try:
                kind, folder = receive(self._outbox)
            except EOFError:
                return False
            self._folder = folder.decode()
            return kind is Kind.READY

    def run(self, task: bytes, spent: float = 0.0) -> tuple[Kind, bytes]:
        """What came of a task: a pickled result, or the pickled exception that it raised.

        Of its time, `spent` seconds are gone already.

        Raises:
            OverTimeError: where it took too long.
            OverMemoryError: where it wanted too much.
            BrokenDownError: where the process died of it.
        """
        watch = _Watch(self._limits.seconds, self.kill, spent)
        try:
            with watch:
                send(self._inbox, Kind.TASK, task)
                kind, body = self._answer(watch)
        except (EOFError, OSError):
            status = self._process.wait()
            if watch.struck:
                raise OverTimeError(watch.seconds) from None
            # A process that the system itself kills is one that has taken the last of the memory.
            if status in (OUT_OF_MEMORY, -getattr(signal, "SIGKILL", 0)):
                raise OverMemoryError from None
            raise BrokenDownError from None
        if kind is Kind.NO_MEMORY:
            raise OverMemoryError
        return kind, body

    def _answer(self, watch: _Watch) -> tuple[Kind, bytes]:
        limits = self._limits
        allowed = 0.0
        while True:
            kind, body = receive(self._outbox)
            if kind is not Kind.PROGRESS:
                return kind, body
            pages, seconds = PROGRESS.unpack(body)
            allowed += seconds
            watch.seconds = limits.seconds + limits.seconds_a_page * min(pages, limits.pages) + allowed

    def kill(self) -> None:
        """Nothing; the child, and what it has started, is no more."""
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._process.kill()
            elif self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Nothing; the child is no more, and nothing of it is left open."""
        self.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._inbox.close()
        self._outbox.close()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
