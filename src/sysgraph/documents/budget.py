"""Telling the guard how far reading has come: a long document may take longer.

A reader that runs in no guarded process says the same and nobody listens.
"""

from collections.abc import Callable

CHARACTERS_A_PAGE = 3_000
"""How many characters count as a page where a format has no pages."""

Listener = Callable[[int, float], None]
"""Is told the number of pages that have been reached, and how many seconds are asked for besides."""


class _Progress:
    """How far the reading of one document has come."""

    def __init__(self) -> None:
        self.listener: Listener | None = None
        self.pages = 0


_progress = _Progress()


def listen(listener: Listener | None) -> None:
    """Nothing; from here on this listener is told, of a document that is begun anew."""
    _progress.listener = listener
    _progress.pages = 0


def reached(page: int) -> None:
    """Nothing; work on this page, sheet or slide begins, numbered from 1."""
    if _progress.listener and page > _progress.pages:
        _progress.pages = page
        _progress.listener(page, 0.0)


def allow(seconds: float) -> None:
    """Nothing; another program is about to be run for the document, and is given this long."""
    if _progress.listener:
        _progress.listener(_progress.pages, seconds)
