"""What parent and child say to one another: frames, each a kind, a length and that many bytes."""

import enum
import struct
from typing import BinaryIO

_HEAD = struct.Struct(">BQ")
_MOST_AT_ONCE = 1 << 20


class Kind(enum.IntEnum):
    """What a frame says. The first two go down to the child, the others come up from it."""

    LIMITS = 1
    TASK = 2
    READY = 3  # for the next task, with the folder of the child; one that closes its end instead wants to be replaced
    PROGRESS = 4
    RESULT = 5
    RAISED = 6
    NO_MEMORY = 7


def send(stream: BinaryIO, kind: Kind, body: bytes = b"") -> None:
    """Nothing; the frame has left.

    Raises:
        OSError: where nobody reads the other end.
    """
    stream.write(_HEAD.pack(kind, len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Kind, bytes]:
    """The next frame.

    Raises:
        EOFError: where the other end is closed.
    """
    kind, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    return Kind(kind), _exactly(stream, length)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    parts = []
    while count:
        part = stream.read(min(count, _MOST_AT_ONCE))
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
