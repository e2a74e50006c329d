"""What the headers of the columns of an action plan say: `meaning(header)`, by the words of headers.toml."""

import re
import tomllib
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from pathlib import Path


class Role(Enum):
    """What a column of a plan is for."""

    ISSUE = "issue"
    OUTCOME = "outcome"
    REFERENCE = "reference"
    ACTION = "action"
    OWNER = "owner"
    LEAD = "operational lead"
    START = "start"
    DUE = "due"
    REVISED = "revised"
    ASSURANCE = "assurance"
    OVERSIGHT = "oversight"
    PROGRESS = "progress"
    RAG = "rag"
    SECOND_RAG = "second rag"
    SECTION = "section"
    OTHER = "other"


# The words of headers are data that anyone can read and add to.
_HEADERS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("headers.toml").read_text(encoding="utf-8"))
_EXACT: dict[str, Role] = {}
_WILD: list[tuple[re.Pattern[str], Role]] = []
for _role, _phrases in _HEADERS.items():
    for _phrase in _phrases:
        if "*" in _phrase:
            _WILD.append((re.compile(re.escape(_phrase).replace(r"\*", ".*")), Role(_role)))
        else:
            _EXACT.setdefault(_phrase, Role(_role))
_LONGEST_HEADER = 120  # characters
_MOST_WORDS = 7  # of a header that is known by its first or last words
_SHORTEST_PART = 4  # "how" and "who" say nothing at the edge of other words
_SHORT_PARTS = frozenset({"rag", "brag", "lead"})  # but these do: "RAG Jan 19", "Clinical lead"
_SAYS = re.compile(r"\w:\s+\w")  # "Lead: Jo Lee" is a label with what it is of
_JOINS = re.compile(r"[/&]|\b(?:and|or|of|for|to|from|by|against|with|on|in|at)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def meaning(header: str) -> Role | None:
    """The role that the words of a header cell say, or nothing: all of them, else the longest that begin or end it.

    Of two as long it is the last, as in "recommendation status", but the first where a small word joins them.
    """
    if len(header) > _LONGEST_HEADER:
        return None
    text = reduced(header)
    if text in _EXACT:
        return _EXACT[text]
    for pattern, role in _WILD:
        if pattern.fullmatch(text):
            return role
    words = text.split()
    if len(words) > _MOST_WORDS:
        return None
    for length in range(len(words) - 1, 0, -1):
        edges = [" ".join(words[:length]), " ".join(words[-length:])]
        for phrase in edges if _JOINS.search(header) else reversed(edges):
            if (len(phrase) > _SHORTEST_PART or phrase in _SHORT_PARTS) and phrase in _EXACT:
                return _EXACT[phrase]
    return None


def in_full(header: str) -> bool:
    """Whether all the words of a header are known together."""
    return reduced(header) in _EXACT


def reduced(header: str) -> str:
    """A header's words alone: no clutter, no month or year of the edition."""
    text = header.lower().replace("&", " and ").replace("%", " percent ")
    text = re.sub(r"\(s\)|\((?:[^)]*)\)|['’]s\b", " ", text)
    text = re.sub(r"[^a-z ]+", " ", text)
    return " ".join(text.split())


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells of a row read as the header of a table."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell.split()) > 12 for cell in filled):
        return False
    meant = [role for cell in filled if not _SAYS.search(cell) and (role := meaning(cell)) is not None]
    return len(meant) >= max(2, (len(filled) + 1) // 2) and len(set(meant)) >= 2
