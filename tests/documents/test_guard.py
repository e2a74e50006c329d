"""Reading behind a guard: time, memory, crashes, and that nothing is left running."""

import operator
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, wait
from contextlib import contextmanager
from pathlib import Path

import pytest

from sysgraph.documents.guard import GuardedExecutor, Limits, guarded
from sysgraph.documents.guard.confine import OUT_OF_MEMORY
from sysgraph.errors import DocumentError
from tests.documents import tasks

ROOT = Path(__file__).parents[2]
IMPATIENT = Limits(seconds=2.0, seconds_a_page=2.0, pages=10)


@pytest.fixture(scope="module")
def executor() -> Iterator[GuardedExecutor]:
    with GuardedExecutor() as one:
        yield one


@pytest.fixture(scope="module")
def impatient() -> Iterator[GuardedExecutor]:
    with GuardedExecutor(limits=IMPATIENT) as one:
        yield one


def test_a_task_runs_in_another_process_and_the_next_one_in_the_same(executor: GuardedExecutor) -> None:
    first, second = (executor.submit(tasks.process).result() for _ in range(2))
    assert first == second != os.getpid()


def test_one_task_alone_can_be_guarded() -> None:
    assert guarded(tasks.process) != os.getpid()


def test_tasks_are_done_by_as_many_processes_as_were_asked_for() -> None:
    with GuardedExecutor(2) as two:
        assert len(set(two.map(tasks.keep, [1] * 20))) == 2


def test_long_results_and_long_arguments_pass(executor: GuardedExecutor) -> None:
    text = "word " * 4_000_000
    assert executor.submit(operator.add, text, text).result() == text * 2


def test_an_error_comes_back_as_it_was_raised(executor: GuardedExecutor) -> None:
    with pytest.raises(DocumentError, match=r"^review\.pdf: no$"):
        executor.submit(tasks.refuse, "review.pdf").result()
    with pytest.raises(ZeroDivisionError) as raised:
        executor.submit(operator.truediv, 1, 0).result()
    assert "process that reads" in raised.value.__notes__[0]


def test_what_cannot_travel_to_a_process_is_an_error_of_its_task_alone(executor: GuardedExecutor) -> None:
    unsendable = executor.submit(lambda: 1)
    unreturnable = executor.submit(operator.methodcaller("items"), {1: 2})
    assert unsendable.exception() is not None
    assert "pickle" in str(unreturnable.exception())
    assert executor.submit(operator.add, 1, 2).result() == 3


def test_what_a_library_prints_is_not_taken_for_an_answer(executor: GuardedExecutor) -> None:
    assert executor.submit(tasks.chat).result() == "heard"
    assert executor.submit(tasks.chat).result() == "heard"


def test_a_task_that_takes_too_long_is_stopped_and_the_next_is_done(impatient: GuardedExecutor) -> None:
    with pytest.raises(DocumentError, match=r"^60: reading took more than 2 seconds .* split it"):
        impatient.submit(time.sleep, 60).result()
    assert impatient.submit(operator.add, 1, 2).result() == 3


def test_pages_that_are_reached_earn_time(impatient: GuardedExecutor) -> None:
    assert impatient.submit(tasks.slow_pages, 10, 0.3, saying=True).result() == 10
    with pytest.raises(DocumentError, match="took more than 2 seconds"):
        impatient.submit(tasks.slow_pages, 10, 0.3, saying=False).result()


def test_no_more_pages_earn_time_than_a_document_may_have() -> None:
    with (
        GuardedExecutor(limits=Limits(seconds=2.0, seconds_a_page=0.2, pages=5)) as strict,
        pytest.raises(DocumentError, match="took more than 3 seconds"),
    ):
        strict.submit(tasks.slow_pages, 10_000, 0.01, saying=True).result()


def test_another_program_is_given_the_time_that_is_asked_for_it(impatient: GuardedExecutor) -> None:
    assert impatient.submit(tasks.other_program, 2.5).result() == "done"


def test_a_task_that_wants_too_much_memory_is_stopped_and_the_next_is_done(executor: GuardedExecutor) -> None:
    with pytest.raises(DocumentError, match=r"takes more than 1 GB of memory .* split it"):
        executor.submit(operator.mul, b"x", 2 << 30).result()
    assert executor.submit(operator.add, 1, 2).result() == 3


def test_where_nothing_else_limits_memory_a_watch_ends_the_process() -> None:
    script = (
        "import time; from sysgraph.documents.guard.confine import memory_taken, watch\n"
        "watch(memory_taken() + (50 << 20)); kept = bytearray(b'x') * (200 << 20); time.sleep(60)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == OUT_OF_MEMORY


def test_a_task_that_brings_its_process_down_is_told_by_its_name() -> None:
    with GuardedExecutor(called=lambda path, name: name) as named:
        future = named.submit(tasks.break_down_on, Path("somewhere.pdf"), "packs/may.pdf")
        with pytest.raises(DocumentError, match=r"^packs/may\.pdf: the reader broke down on it"):
            future.result()
        assert named.submit(operator.add, 1, 2).result() == 3


def test_no_task_pays_for_what_another_has_left_behind(executor: GuardedExecutor) -> None:
    first, second = (executor.submit(tasks.only_in_a_fresh_process).result() for _ in range(2))
    assert first != second


def test_a_process_that_has_grown_is_replaced(executor: GuardedExecutor) -> None:
    small, grown = executor.submit(tasks.process).result(), executor.submit(tasks.keep, 400 << 20).result()
    assert small == grown != executor.submit(tasks.process).result()


def test_what_was_taken_is_done_before_the_end_unless_it_is_cancelled() -> None:
    with GuardedExecutor() as one:
        futures = [one.submit(operator.add, number, 1) for number in range(20)]
    assert [future.result() for future in futures] == list(range(1, 21))
    with pytest.raises(RuntimeError, match="after shutdown"):
        one.submit(operator.add, 1, 2)
    one = GuardedExecutor()
    futures = [one.submit(time.sleep, 0.2) for _ in range(20)]
    one.shutdown(cancel_futures=True)
    assert wait(futures).not_done == set()
    assert futures[-1].cancelled()


def test_an_exception_stops_what_runs_and_cancels_what_waits() -> None:
    with listening() as (port, line):
        one = GuardedExecutor()
        running, waiting = one.submit(tasks.hold_on, port), one.submit(operator.add, 1, 2)
        peer = line()
        with pytest.raises(KeyboardInterrupt), one:
            raise KeyboardInterrupt
        assert ended(peer)
    assert waiting.cancelled()
    with pytest.raises(CancelledError):
        running.result()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as POSIX has them")
@pytest.mark.parametrize("number", [signal.SIGINT, getattr(signal, "SIGKILL", 9)], ids=["Ctrl-C", "kill -9"])
def test_neither_a_child_nor_a_file_outlives_the_parent(tmp_path: Path, number: int) -> None:
    script = (
        "import sys; from sysgraph.documents.guard import GuardedExecutor; from tests.documents import tasks\n"
        "with GuardedExecutor() as one: one.submit(tasks.hold_on, int(sys.argv[1])).result()"
    )
    with listening() as (port, line):
        environment = {**os.environ, "TMPDIR": str(tmp_path)}
        parent = subprocess.Popen(
            [sys.executable, "-c", script, str(port)], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
        )
        peer = line()
        parent.send_signal(number)
        assert ended(peer)
        assert parent.wait() != 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_process_leaves_lying_about_is_cleared_away_after_it() -> None:
    with GuardedExecutor() as one:
        folder = Path(one.submit(tasks.litter).result())
        assert folder.is_dir()
    assert not folder.exists()


def test_a_process_that_breaks_down_leaves_no_core_file(executor: GuardedExecutor) -> None:
    resource = pytest.importorskip("resource", reason="Windows writes none")
    assert executor.submit(resource.getrlimit, resource.RLIMIT_CORE).result()[0] == 0


@contextmanager
def listening() -> Iterator[tuple[int, "Line"]]:
    """A port, and the connection of the process that calls it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        line = Line(server)
        yield server.getsockname()[1], line
        line.close()


class Line:
    """A connection to a child process, which tells when that ends."""

    def __init__(self, server: socket.socket) -> None:
        self._server = server
        self._peers: list[socket.socket] = []

    def __call__(self) -> socket.socket:
        peer, _ = self._server.accept()
        self._peers.append(peer)
        peer.settimeout(60)
        assert peer.recv(4) == b"here"
        return peer

    def close(self) -> None:
        for peer in self._peers:
            peer.close()


def ended(peer: socket.socket) -> bool:
    """Whether the process at the other end ends; waits for it."""
    try:
        return peer.recv(4) == b""
    except ConnectionResetError:
        return True
