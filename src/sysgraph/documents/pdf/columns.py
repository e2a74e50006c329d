"""The order in which the parts of a page are read: columns, and what runs across them.

A column is told by a strip without words that has running text on both sides. Where such a strip parts only some of a
page, what runs across it parts the page into bands, which are read one after another. Short pieces side by side are
no columns: they are rows of a form or of a table without lines, and are read line by line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sysgraph.documents.pdf.records import Grid, Line

_GUTTER = 0.85  # sizes: the narrowest strip between two columns
_FEWEST_LINES = 3  # of a column
_FEWEST_WORDS = 3.0  # that the lines of a column have, on average
_FILLED = 0.5  # how much of its column a usual line takes
_DEEPEST = 6
_OVERLAP = 1.0

Piece = Line | Grid


@dataclass(frozen=True, slots=True)
class Flow:
    """A column, or a band across the page: what stands in it from top to bottom, and where its words end."""

    pieces: list[Piece]
    left: float
    right: float


def flows(pieces: Sequence[Piece]) -> list[Flow]:
    """The columns and bands of a page in reading order."""
    return [_flow(part) for part in _ordered(list(pieces), 0) if part]


def extent(piece: Piece) -> tuple[float, float, float, float]:
    """The left, upper, right and lower end of a piece."""
    if isinstance(piece, Grid):
        return piece.columns[0], piece.top, piece.columns[-1], piece.bottom
    return piece.x0, piece.top, piece.x1, piece.bottom


def _flow(pieces: list[Piece]) -> Flow:
    lines = [piece for piece in pieces if isinstance(piece, Line)] or pieces
    ends = [extent(piece) for piece in lines]
    ordered = sorted(pieces, key=lambda piece: (extent(piece)[3], extent(piece)[0]))
    return Flow(ordered, min(end[0] for end in ends), max(end[2] for end in ends))


def _ordered(pieces: list[Piece], depth: int) -> list[list[Piece]]:
    if depth > _DEEPEST or len(pieces) < 2 * _FEWEST_LINES:
        return [pieces]
    best = _best_strip(pieces)
    if best is None:
        return [pieces]
    found: list[list[Piece]] = []
    for band, parted in _bands(pieces, best):
        if not parted:
            found += [band]
            continue
        left = [piece for piece in band if extent(piece)[2] <= best + _OVERLAP]
        right = [piece for piece in band if extent(piece)[2] > best + _OVERLAP]
        found += [*_ordered(left, depth + 1), *_ordered(right, depth + 1)]
    return _rejoined(found)


def _rejoined(parts: list[list[Piece]]) -> list[list[Piece]]:
    return [part for part in parts if part]


def _best_strip(pieces: list[Piece]) -> float | None:
    """The place of the strip that parts most pieces into columns."""
    best, most = None, 0
    for place in _candidates(pieces):
        parted = sum(len(band) for band, is_parted in _bands(pieces, place) if is_parted)
        if parted > most:
            best, most = place, parted
    return best


def _candidates(pieces: list[Piece]) -> list[float]:
    """Where a strip may be: just left of where several pieces begin."""
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    starts = sorted(line.x0 for line in lines)
    found: list[float] = []
    for index, start in enumerate(starts):
        if found and start - found[-1] < 6:
            continue
        if index + _FEWEST_LINES - 1 < len(starts) and starts[index + _FEWEST_LINES - 1] - start < 24:
            found.append(start)
    return [start - 0.5 for start in found if start > starts[0] + 40]


def _bands(pieces: list[Piece], place: float) -> list[tuple[list[Piece], bool]]:
    """The page from top to bottom: pieces that run across the strip, and those beside it; whether it parts them."""
    bands: list[tuple[list[Piece], bool]] = []
    beside: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (extent(piece)[1], extent(piece)[0])):
        left, _, right, _ = extent(piece)
        if left < place - _OVERLAP and right > place + _OVERLAP:
            bands += _band(beside, place)
            beside = []
            if bands and not bands[-1][1]:
                bands[-1][0].append(piece)
            else:
                bands.append(([piece], False))
        else:
            beside.append(piece)
    bands += _band(beside, place)
    merged: list[tuple[list[Piece], bool]] = []
    for band, parted in bands:
        if merged and not parted and not merged[-1][1]:
            merged[-1][0].extend(band)
        else:
            merged.append((band, parted))
    return merged


def _band(pieces: list[Piece], place: float) -> list[tuple[list[Piece], bool]]:
    if not pieces:
        return []
    left = [piece for piece in pieces if extent(piece)[0] < place - _OVERLAP]
    right = [piece for piece in pieces if extent(piece)[0] >= place - _OVERLAP]
    return [(pieces, _are_columns(left, right))]


def _are_columns(left: list[Piece], right: list[Piece]) -> bool:
    lines = [piece for piece in (*left, *right) if isinstance(piece, Line)]
    if not left or not right or not lines:
        return False
    size = median(line.size for line in lines)
    gap = min(extent(piece)[0] for piece in right) - max(extent(piece)[2] for piece in left)
    return gap >= _GUTTER * size and _runs(left) and _runs(right)


def _runs(pieces: list[Piece]) -> bool:
    """Whether pieces are running text, or a table with what stands around it."""
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    if any(isinstance(piece, Grid) for piece in pieces):
        return True
    rows: dict[int, list[Line]] = {}
    for line in lines:
        rows.setdefault(round(line.base / 2), []).append(line)
    if len(rows) < _FEWEST_LINES:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    words = sum(len(line.text.split()) for line in lines) / len(rows)
    filled = median(max(one.x1 for one in row) - min(one.x0 for one in row) for row in rows.values()) / max(width, 1.0)
    return words >= _FEWEST_WORDS and filled >= _FILLED
