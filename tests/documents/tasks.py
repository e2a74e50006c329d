"""What tests give a guarded child process to do: functions of a module, which it can find by name.

They load little: some are given little time.
"""

import os
import socket
import tempfile
import time
from pathlib import Path

from sysgraph.documents import budget
from sysgraph.errors import DocumentError

_KEPT: list[bytearray] = []


def process() -> int:
    return os.getpid()


def keep(count: int) -> int:
    """The process, which holds on to so many bytes from now on."""
    _KEPT.append(bytearray(b"x") * count)
    return os.getpid()


def only_in_a_fresh_process() -> int:
    if _KEPT:
        os.abort()
    return keep(1)


def slow_pages(pages: int, seconds: float, *, saying: bool) -> int:
    """The number of pages, each of which took so long; with `saying`, the guard is told."""
    for number in range(1, pages + 1):
        if saying:
            budget.reached(number)
        time.sleep(seconds)
    return pages


def other_program(seconds: float) -> str:
    budget.allow(seconds + 60)
    time.sleep(seconds)
    return "done"


def refuse(name: str) -> None:
    raise DocumentError(f"{name}: no")


def break_down_on(path: Path, name: str) -> None:
    os.abort()


def chat() -> str:
    """A word, from a process whose libraries print whatever they like."""
    os.write(1, b"a library's chatter\n")
    os.write(2, b"a library's complaint\n")
    print("more of it")
    return "heard"


def litter() -> str:
    """The place of a file that is left lying about."""
    folder = tempfile.mkdtemp()
    (Path(folder) / "note.txt").write_text("x", encoding="utf-8")
    return folder


def hold_on(port: int) -> None:
    """Nothing, ever: a connection that lasts as long as the process, which never pauses."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(b"here")
        while True:
            pass
