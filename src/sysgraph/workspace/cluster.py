"""Reading on a dask cluster, through the interface of every other executor.

Files travel as bytes, claims come back. A worker hands each task to guarded child processes of its own, so that a
document costs neither it nor the documents beside it; a worker that is lost all the same has its tasks done by others.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from sysgraph.errors import InstallationError, WorkspaceError
from sysgraph.workspace.executors import Pool, WorkersLostError
from sysgraph.workspace.fingerprint import fingerprint

if TYPE_CHECKING:
    from distributed import Client

    from sysgraph.documents import GuardedExecutor

P = ParamSpec("P")
T = TypeVar("T")
Called = Callable[..., str]

_SECONDS = 10  # for the scheduler to answer, and for the first worker to be there
_AHEAD = 4  # tasks for each thread of the cluster, so that none waits for the way of the next
_FEWEST = 8


class OtherRulesError(Exception):
    """A worker whose sysgraph, or a library of it, is not the one that builds."""


class ClusterExecutor(Executor):
    """Runs functions on the workers of a dask cluster, each in a guarded child process of the worker.

    A task whose workers died one after the other ends with a `WorkersLostError`; the cluster itself gone, with a
    `WorkspaceError`. Whatever the task itself raises comes back as it was raised.
    """

    def __init__(self, client: "Client", address: str, called: Called) -> None:
        self._inner = client.get_executor(pure=False)
        self._address = address
        self._called = called
        self._rules = fingerprint()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of what the function gives back on a worker."""
        outer: Future[T] = Future()
        inner = self._inner.submit(run_there, partial(fn, *args, **kwargs), self._rules, self._called)
        inner.add_done_callback(partial(self._settle, outer))
        return outer

    def _settle(self, outer: "Future[T]", inner: "Future[T]") -> None:
        try:
            error = inner.exception()
        except CancelledError as cancelled:
            error = cancelled
        if error is None:
            outer.set_result(inner.result())
        else:
            outer.set_exception(self._told(error))

    def _told(self, error: BaseException) -> BaseException:
        from distributed import KilledWorker

        match error:
            case KilledWorker():
                times = error.allowed_failures + 1
                return WorkersLostError(
                    f"{times} workers of the cluster died while they read it; look at their memory, or split the file"
                )
            case CancelledError():
                return WorkspaceError(
                    f"{self._address}: the cluster went away while it read; start it again and build anew "
                    "(what was read is not read again, unless you said --no-cache)"
                )
            case OtherRulesError() | ImportError():
                return self._differs(str(error))
            case RuntimeError() if "deserialization" in str(error):  # so the scheduler says that it has no sysgraph
                return self._differs("its scheduler has no sysgraph")
            case _:
                return error

    def _differs(self, how: str) -> WorkspaceError:
        return WorkspaceError(
            f"{self._address}: the cluster cannot read as we do ({how}); install the same version of sysgraph, with "
            "the same versions of its libraries, on every machine of it"
        )


@contextmanager
def connected(address: str, called: Called) -> Iterator[Pool]:
    """The executor of the cluster at an address (tcp://host:8786); what still runs there at the end is cancelled.

    Raises:
        InstallationError: where dask is not installed.
        WorkspaceError: where the address does not answer, or has no workers.
    """
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise InstallationError(
            "reading on a cluster needs dask: install it with pip install 'sysgraph[cluster]', or leave --cluster out"
        ) from None
    # Files travel inside their tasks: a copy that lies on one worker would be lost with it.
    inside = dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"})
    with _hushed(), inside:
        _knock(address)
        with Client(address, timeout=_SECONDS, set_as_default=False) as client:
            threads = _threads(client, address)
            yield Pool(ClusterExecutor(client, address, called), max(_FEWEST, _AHEAD * threads))


@contextmanager
def _hushed() -> Iterator[None]:
    """Nothing; what dask logs of lost workers and closed connections is told by us, where it matters."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _knock(address: str) -> None:
    """Nothing, where somebody answers; a client that gets no answer leaves threads and a traceback behind."""
    from distributed.comm.core import connect
    from distributed.security import Security

    async def knock() -> None:
        comm = await connect(address, timeout=_SECONDS, **Security().get_connection_args("client"))
        await comm.close()

    try:
        # In a thread of its own: whoever calls may have a loop that runs.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(lambda: asyncio.run(knock())).result()
    except (OSError, ValueError, ImportError) as error:
        raise WorkspaceError(
            f"{address}: no dask scheduler answers there ({_first_line(error)}); "
            "start one (dask scheduler), or correct the address"
        ) from None


def _threads(client: "Client", address: str) -> int:
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError:
        raise WorkspaceError(
            f"{address}: the cluster has no workers; start some (dask worker {address}) and build anew"
        ) from None
    return sum(client.nthreads().values())


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


_lock = threading.Lock()
_guards: "dict[Called, GuardedExecutor]" = {}


def run_there(call: Callable[[], T], rules: str, called: Called) -> T:
    """What the call gives back in a guarded child process of the worker that this runs on.

    Raises:
        OtherRulesError: where this machine reads by other rules or with other libraries than the one that builds.
    """
    if fingerprint() != rules:
        raise OtherRulesError("a worker's sysgraph, or a library of it, has another version")
    return _guard(called).submit(_call, call, called).result()


def _call(call: Callable[[], T], called: Called) -> T:
    return call()


def _name(call: Any, called: Called) -> str:
    return called(*call.args, **call.keywords)


def _guard(called: Called) -> "GuardedExecutor":
    """The child processes of this worker, one for each of its threads, which live on from task to task."""
    with _lock:
        if called not in _guards:
            from distributed import get_worker

            from sysgraph.documents import GuardedExecutor

            _guards[called] = GuardedExecutor(get_worker().state.nthreads, called=_name)
        return _guards[called]
