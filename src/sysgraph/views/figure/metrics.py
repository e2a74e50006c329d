"""How wide words are, and how they are wrapped: by the widths of Arial, whatever fonts this computer has.

Liberation Sans, Arimo and Helvetica have the same widths as Arial. The same graph gives the same picture everywhere
because nothing is measured on the machine.
"""

from collections.abc import Sequence
from unicodedata import combining, normalize

_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
_OTHERS = {"–": 556, "—": 1000, "‘": 278, "’": 278, "“": 500, "”": 500, "…": 1000, "•": 350, "£": 556}
_UNKNOWN = 1000
_MOST_WIDENED = 2.0
_FIRST = 32
_WIDTHS = {bold: tuple(map(int, table.split())) for bold, table in ((False, _REGULAR), (True, _BOLD))}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text is, in points, at a size in points."""
    return sum(_width(one, bold) for one in text) * size / 1000


def _width(one: str, bold: bool) -> int:
    widths = _WIDTHS[bold]
    if 0 <= ord(one) - _FIRST < len(widths):
        return widths[ord(one) - _FIRST]
    if one in _OTHERS:
        return _OTHERS[one]
    parts = normalize("NFD", one)
    if parts[0].isascii() and len(parts) > 1 and all(map(combining, parts[1:])):
        return _width(parts[0], bold)
    return 0 if combining(one) else _UNKNOWN


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `room` points, as few and as even as can be.

    A word that is wider makes the room wider, up to twice as wide; beyond that it is parted.
    """
    widest = max((width(word, size, bold=bold) for word in text.split()), default=0.0)
    room = max(room, min(widest, _MOST_WIDENED * room))
    words = [piece for word in text.split() for piece in _pieces(word, room, size, bold)]
    widths = [width(word, size, bold=bold) for word in words]
    space = width(" ", size, bold=bold)
    fewest = _lines(words, widths, space, room)
    # The narrowest measure that needs no more lines: lines of one box are then about as long as one another.
    low, high = max(widths, default=0.0), room
    while high - low > 0.5:
        middle = (low + high) / 2
        if len(_lines(words, widths, space, middle)) > len(fewest):
            low = middle
        else:
            high = middle
    return tuple(_lines(words, widths, space, high)) or ("",)


def _lines(words: Sequence[str], widths: Sequence[float], space: float, room: float) -> list[str]:
    lines: list[list[str]] = []
    used = 0.0
    for word, wide in zip(words, widths, strict=True):
        if lines and used + space + wide <= room + 0.01:
            lines[-1].append(word)
            used += space + wide
        else:
            lines.append([word])
            used = wide
    return [" ".join(line) for line in lines]


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """The word, parted where it is wider than there is room."""
    pieces = [""]
    used = 0.0
    for one in word:
        wide = width(one, size, bold=bold)
        if pieces[-1] and used + wide > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += one
        used += wide
    return pieces
