"""What one document may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: time in seconds, memory in bytes."""

    seconds: float = 20.0
    seconds_a_page: float = 0.2  # on top of that, for each page that has been read
    pages: int = 2_000  # pages beyond this number earn no more time
    memory: int = 1 << 30
