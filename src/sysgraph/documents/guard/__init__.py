"""Reading behind a guard: in child processes, each with a time and a memory limit.

A broken or hostile file can send a parser round in circles, eat the memory, or bring a C library down. Here that
costs the one document and not the build.
"""

from sysgraph.documents.guard.executor import GuardedExecutor, guarded
from sysgraph.documents.guard.limits import Limits

__all__ = ["GuardedExecutor", "Limits", "guarded"]
