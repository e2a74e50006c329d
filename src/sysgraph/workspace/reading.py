"""Reading many files, some at a time: what was read before from the cache, the others wherever reading is done."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import nullcontext
from dataclasses import dataclass

from sysgraph.documents import contents, readable
from sysgraph.errors import DocumentError
from sysgraph.model import Notice
from sysgraph.workspace.cache import Cache
from sysgraph.workspace.executors import Means, Pool, WorkersLostError, opened
from sysgraph.workspace.inputs import Input
from sysgraph.workspace.task import Read, Task, called, read_one

Progress = Callable[[str], None]

_PATIENCE = 10  # seconds without a result after which the build says what it waits for
_FEW = 3


@dataclass(frozen=True, slots=True)
class Order:
    """One file to be read: which, the place that it is about, and whether its passages are wanted with its claims."""

    file: Input
    place: str | None = None
    whole: bool = False

    @property
    def ending(self) -> str:
        """The ending of the file, in small letters."""
        return self.file.path.suffix.lower()


def read_all(orders: Sequence[Order], means: Means, progress: Progress | None = None) -> list[Read | Notice]:
    """What each file says, in the order of the files; of one in a folder that cannot be read, the notice of it.

    What was read before, byte for byte and by the same rules, comes from the cache.

    Raises:
        DocumentError: where a file that was named cannot be read.
        WorkspaceError: where the cluster does not answer, or goes away.
    """
    say = progress or (lambda _: None)
    with Cache(means.cache, means.ocr, say) if means.cache else nullcontext() as remembered:
        done: dict[int, Read | Notice] = {}
        if remembered:
            done = {at: known for at, order in enumerate(orders) if (known := _recalled(order, remembered))}
        if before := sum(isinstance(one, Read) for one in done.values()):
            say(f"{len(orders)} document{'' if len(orders) == 1 else 's'}, {before} as before")
        todo = [at for at in range(len(orders)) if at not in done]
        sizes = [size for at in todo if (size := _size(orders[at]))]
        with opened(means, sizes, called) as pool:
            for at, outcome in _Round(orders, means.ocr, pool, say).run(todo):
                if isinstance(outcome, DocumentError):
                    done[at] = _passed_over(orders[at].file, outcome)
                else:
                    done[at] = outcome
                    if remembered:
                        remembered.put(orders[at].ending, orders[at].place, outcome.reading)
    return [done[at] for at in range(len(orders))]


def _recalled(order: Order, remembered: Cache) -> Read | Notice | None:
    """What is remembered of a file; where it cannot even be opened, the notice of it."""
    try:
        data = contents(order.file.path)
    except DocumentError as error:
        return _passed_over(order.file, error)
    reading = None if order.whole else remembered.get(data, order.file.name, order.ending, order.place)
    return Read(reading) if reading else None


def _passed_over(file: Input, error: DocumentError) -> Notice:
    """The notice of a file that cannot be read; of one that was named, its error, which says the path as it was named.

    Where a folder lies is no part of the graph: the same documents elsewhere are the same graph.
    """
    said = str(error)
    what = said.removeprefix(f"{file.path}: ").removeprefix(f"{file.name}: ")
    if file.asked:
        raise DocumentError(f"{file.path}: {what}" if what != said else said) from None
    return Notice(file.name, "", what, "skipped")


def _size(order: Order) -> tuple[str, int] | None:
    """The ending and size of a file; nothing where it cannot be opened, which is told when its turn comes."""
    try:
        return (order.ending, order.file.path.stat().st_size) if readable(order.file.path) else None
    except OSError:
        return None


class _Round:
    """The files that are read in one go, a few at a time."""

    def __init__(self, orders: Sequence[Order], ocr: bool, pool: Pool, say: Progress) -> None:
        self._orders = orders
        self._ocr = ocr
        self._pool = pool
        self._say = say
        self._waiting: dict[Future[Read], int] = {}
        self._lost: list[int] = []

    def run(self, todo: Sequence[int]) -> Iterator[tuple[int, Read | DocumentError]]:
        """Each file by its number and what came of it, as they are done."""
        for number, at in enumerate(todo, start=1):
            self._say(f"reading {number} of {len(todo)}: {self._orders[at].file.name}")
            yield from self._begin(at)
            while len(self._waiting) >= self._pool.window:
                yield from self._finish()
        while self._waiting:
            yield from self._finish()
        # Whose processes died may only have been in bad company, so it is read once more, alone.
        for at in tuple(self._lost):
            yield from self._begin(at)
            while self._waiting:
                yield from self._finish(again=False)

    def _begin(self, at: int) -> Iterator[tuple[int, DocumentError]]:
        order = self._orders[at]
        try:
            data = contents(order.file.path)
        except DocumentError as error:
            yield at, error
            return
        task = Task(data, order.file.name, order.ending, order.place, self._ocr, order.whole)
        self._waiting[self._pool.executor.submit(read_one, task)] = at

    def _finish(self, *, again: bool = True) -> Iterator[tuple[int, Read | DocumentError]]:
        done = wait(self._waiting, _PATIENCE, FIRST_COMPLETED).done
        if not done:
            names = [self._orders[at].file.name for at in self._waiting.values()]
            more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
            self._say(f"still reading: {', '.join(names[:_FEW])}{more}")
        for future in sorted(done, key=self._waiting.__getitem__):
            at = self._waiting.pop(future)
            try:
                yield at, future.result()
            except DocumentError as error:
                yield at, error
            except WorkersLostError as error:
                if again:
                    self._lost.append(at)
                else:
                    yield at, DocumentError(f"{self._orders[at].file.name}: {error}")
