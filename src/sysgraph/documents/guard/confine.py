"""Limits that a process sets to itself, in each system's own way."""

import os
import sys
import threading
import time

OUT_OF_MEMORY = 77
"""The exit status of a process that ended itself because it had grown too big."""

_EVERY = 0.05  # seconds between two looks at the memory, where nothing else limits it


if sys.platform == "win32":
    from sysgraph.documents.guard.windows import confine as confine
    from sysgraph.documents.guard.windows import memory_taken as memory_taken

    def end_with_group() -> None:
        """Nothing; this process ends at once; what it has started ends with its job."""
        os._exit(1)

    def allow_processor(seconds: float) -> None:
        """Nothing; a job has no limit here that can be moved."""

else:
    import resource
    import signal

    def confine(memory: int) -> None:
        """Nothing; this process gets no more memory than that, and leaves no core file when it breaks down."""
        _lower(resource.RLIMIT_CORE, 0)
        # Of all that is mapped this counts what the process has for itself: no libraries, no mapped files.
        _lower(resource.RLIMIT_DATA, memory)
        if sys.platform == "darwin":  # it takes note of the limit and lets the process grow
            watch(memory)

    def memory_taken() -> int:
        """How many bytes of memory this process has."""
        if sys.platform == "linux":
            with open("/proc/self/statm", encoding="ascii") as file:
                return int(file.read().split()[1]) * resource.getpagesize()
        import psutil

        return int(psutil.Process().memory_info().rss)

    def end_with_group() -> None:
        """Nothing; this process ends at once, and all that it has started."""
        if os.getpgrp() == os.getpid():
            os.killpg(os.getpid(), signal.SIGKILL)
        os._exit(1)

    def allow_processor(seconds: float) -> None:
        """Nothing; this process is ended when it has computed for so much longer.

        That is for a process whose parent was killed while a library keeps every other thread of it from running.
        """
        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1)

    def _lower(which: int, value: int) -> None:
        hard = resource.getrlimit(which)[1]
        resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def watch(memory: int) -> None:
    """Nothing; from here on a thread ends this process when it has grown beyond that many bytes."""

    def look() -> None:
        while memory_taken() <= memory:
            time.sleep(_EVERY)
        os._exit(OUT_OF_MEMORY)

    threading.Thread(target=look, name="memory", daemon=True).start()
