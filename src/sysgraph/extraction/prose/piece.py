"""A name as a phrase holds it, and the words that phrases are made of."""

from dataclasses import dataclass

UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Piece:
    """One name in a phrase: offsets into the phrase, its words, and what its head says it is."""

    start: int
    end: int
    text: str
    kind: str
    category: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase; offsets into the phrase."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word in small letters."""
        return self.text.lower()
