"""A stretch of a document's text with the capitalised phrases in it, which are found once for all who ask."""

from typing import NamedTuple

from sysgraph.extraction.prose.naming import runs
from sysgraph.extraction.prose.normal import sentences


class Line(NamedTuple):
    """Normalised text, and (offset, phrase) of its capitalised phrases that hold a name, in order."""

    text: str
    runs: list[tuple[int, str]]

    @classmethod
    def of(cls, text: str) -> "Line":
        """The line of a normalised text."""
        return cls(text, runs(text))

    def sentences(self) -> list[tuple[int, "Line"]]:
        """(offset, line) of each sentence; no phrase goes on over the end of one."""
        text, phrases = self
        parts = sentences(text)
        if len(parts) == 1 and parts[0] == (0, len(text)):
            return [(0, self)]
        found = []
        first, number = 0, len(phrases)
        for start, end in parts:
            while first < number and phrases[first][0] < start:
                first += 1
            last = first
            while last < number and phrases[last][0] < end:
                last += 1
            found.append((start, Line(text[start:end], [(at - start, words) for at, words in phrases[first:last]])))
            first = last
        return found
