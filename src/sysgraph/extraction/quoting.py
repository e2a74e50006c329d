"""How much of a passage a claim quotes: enough to be looked up, and no more than may be quoted."""

from collections.abc import Iterable

from sysgraph.model import LONGEST_QUOTE, SHORTEST_QUOTE, Evidence, Passage

_MOST = LONGEST_QUOTE - 10
_BETWEEN = ("\n", "\t", " | ")  # what stands between two lines of a cell, and between two cells
_MOST_OF_NEIGHBOUR = 200


def bounded(start: int, end: int, at: int, most: int = _MOST) -> tuple[int, int]:
    """The bounds of a line or sentence, cut to so many characters around the place that matters."""
    if end - start <= most:
        return start, end
    start = max(start, at - most // 4)
    return start, min(end, start + most)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds that hold enough to be quoted: neighbouring cells are taken in, those on the left first, long ones cut."""
    while len(text[start:end].strip()) < SHORTEST_QUOTE and (start > 0 or end < len(text)):
        if start > 0:
            line = max((at + len(mark) for mark in _BETWEEN if (at := text.rfind(mark, 0, start - 1)) >= 0), default=0)
            least = start - _MOST_OF_NEIGHBOUR
            start = line if line >= least else max(least, text.find(" ", least, start - SHORTEST_QUOTE) + 1)
        else:
            line = min((at for mark in _BETWEEN if (at := text.find(mark, end + 1)) >= 0), default=len(text))
            most = end + _MOST_OF_NEIGHBOUR
            cut = text.rfind(" ", end + SHORTEST_QUOTE, most)
            end = line if line <= most else cut if cut >= 0 else most
    return start, end


def whole(passages: Iterable[Passage], rule: str) -> Evidence | None:
    """The evidence for all of the first of these passages that is long enough to be quoted, or nothing.

    A heading of one short word is spoken for by what stands under it, whose position bears the heading.
    """
    found = next((passage for passage in passages if len(passage.text.strip()) >= SHORTEST_QUOTE), None)
    return found.cite(0, min(len(found.text), _MOST), rule) if found else None
