"""The child process behind the guard: takes tasks from its standard input, answers on its standard output."""

import contextlib
import faulthandler
import os
import pickle
import shutil
import signal
import struct
import tempfile
import threading
import traceback
from queue import SimpleQueue
from typing import BinaryIO

from sysgraph.documents import budget
from sysgraph.documents.guard.confine import allow_processor, confine, end_with_group, memory_taken
from sysgraph.documents.guard.frames import Kind, receive, send
from sysgraph.documents.guard.limits import Limits
from sysgraph.errors import SysgraphError

PROGRESS = struct.Struct(">Qd")
_SHARE_TO_LEAVE_AT = 4  # a child that keeps a quarter of its memory makes room for a fresh one


def main() -> None:
    """Nothing; serves until the parent closes its end, or this process has grown."""
    inbox, outbox = _channels()
    faulthandler.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and stops its children itself
    _, body = receive(inbox)
    limits: Limits = pickle.loads(body)
    confine(limits.memory)
    folder = _own_folder()
    tasks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_take, args=(inbox, tasks, folder), name="inbox", daemon=True).start()
    longest = limits.seconds + limits.seconds_a_page * limits.pages
    kind = Kind.READY
    while kind is not Kind.NO_MEMORY and (kind is Kind.READY or memory_taken() < limits.memory // _SHARE_TO_LEAVE_AT):
        send(outbox, Kind.READY, folder.encode())
        task = tasks.get()
        allow_processor(longest)
        budget.listen(lambda pages, seconds: send(outbox, Kind.PROGRESS, PROGRESS.pack(pages, seconds)))
        kind, answer = _answer(task)
        send(outbox, kind, answer)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)  # without waiting for the thread that waits for tasks


def _channels() -> tuple[BinaryIO, BinaryIO]:
    """The two ends of the pipes, moved to where no library's printing nor a program that one starts gets at them."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return inbox, outbox


def _own_folder() -> str:
    """Where this process, and what it starts, put from now on what they need for a moment."""
    tempfile.tempdir = tempfile.mkdtemp(prefix="sysgraph-")
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), tempfile.tempdir))
    return tempfile.tempdir


def _take(inbox: BinaryIO, tasks: "SimpleQueue[bytes]", folder: str) -> None:
    """Nothing, ever; the end of the parent is the end of this process, and of what it has put down for a moment."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            tasks.put(receive(inbox)[1])
    shutil.rmtree(folder, ignore_errors=True)
    end_with_group()


def _answer(task: bytes) -> tuple[Kind, bytes]:
    try:
        function, args, kwargs = pickle.loads(task)
        return Kind.RESULT, pickle.dumps(function(*args, **kwargs), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return Kind.NO_MEMORY, b""
    except BaseException as error:  # whatever it is, the parent shall hear it
        return Kind.RAISED, _pickled(error)


def _pickled(error: BaseException) -> bytes:
    if not isinstance(error, SysgraphError):
        error.add_note("".join(["in the process that reads: ", *traceback.format_exception(error)]).rstrip())
    try:
        body = pickle.dumps(error)
        pickle.loads(body)
    except Exception:
        return pickle.dumps(RuntimeError("".join(traceback.format_exception(error)).rstrip()))
    return body
