"""Full-text search on a server: text as people type it in, ids of nodes with what they were found by out.

What is typed reaches Lucene quoted, or as the beginning of a word, never as a query of its own.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sysgraph.store.neo4j_schema import QUOTES, WORDS
from sysgraph.store.sqlite_schema import SEARCHED
from sysgraph.store.sqlite_search import SMALL_WORDS, words_of

Read = Callable[..., list[list[Any]]]

_MOST_CITATIONS = 3
_SHORTEST_BEGINNING = 3
_LONGEST_BEGINNING = 100
_EXCERPT = 40  # words
_PIECE = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_AROUND = 5  # words before the one that was found

_FOUND = (
    "CALL db.index.fulltext.queryNodes($index, $query, {limit: $most}) YIELD node AS n, score "
    f"RETURN n.id, n.name, n.aliases, [{', '.join(f'n.{one}' for one in SEARCHED)}] "
    "ORDER BY score DESC, n.id LIMIT $limit"
)
_QUOTED = (
    "CALL db.index.fulltext.queryNodes($index, $query, {limit: $most}) YIELD node AS e, score "
    "RETURN e.id, e.speaks_of ORDER BY score DESC, e.id LIMIT $limit"
)


@dataclass(slots=True)
class Found:
    """A node that was found, the words it was found by where they are its own, and the passages that hold them."""

    node: str
    excerpt: str = ""
    passages: list[str] = field(default_factory=list)


def search(read: Read, text: str, limit: int) -> list[Found]:
    """What some words find, best first, each node once; `read` runs a query on the server."""
    words = words_of(text)
    found: dict[str, Found] = {}
    if words and limit > 0:
        whole, begun = list(map(_quoted, words)), list(map(_begun, words))
        look = _Look(read, found, limit, frozenset(map(_fold, _pieces(words))))
        look.collect(whole, " AND ")
        if len(found) < limit and begun != whole:
            look.collect(begun, " AND ")
        if not found:
            telling = [one for one, word in zip(begun, words, strict=True) if word.casefold() not in SMALL_WORDS]
            look.collect(telling or begun, " OR ")
    return list(found.values())[:limit]


@dataclass(frozen=True, slots=True)
class _Look:
    read: Read
    found: dict[str, Found]
    limit: int
    pieces: frozenset[str]

    def collect(self, words: Sequence[str], between: str) -> None:
        named = between.join(f"(name:({word})^2 OR aliases:({word}))" for word in words)
        anywhere = between.join(f"({word})" for word in words)
        for query in (named, anywhere):
            for id_, *held in self._ask(_FOUND, WORDS, query, self.limit):
                self.found.setdefault(id_, Found(id_, self._excerpt(*held)))
        for passage, ids in self._ask(_QUOTED, QUOTES, anywhere, 2 * self.limit):
            for id_ in ids:
                self._cite(passage, id_)

    def _ask(self, cypher: str, index: str, query: str, limit: int) -> list[list[Any]]:
        return self.read(cypher, index=index, query=query, limit=limit, most=4 * limit)

    def _cite(self, passage: str, id_: str) -> None:
        one = self.found.get(id_)
        if one is None:
            if len(self.found) >= 2 * self.limit:
                return
            one = self.found[id_] = Found(id_)
        if passage not in one.passages and len(one.passages) < _MOST_CITATIONS:
            one.passages.append(passage)

    def _excerpt(self, name: str, aliases: Sequence[str], told: Sequence[object]) -> str:
        """The name in which a word stands, else the words around it."""
        for one in (name, *aliases):
            if any(self._stands(word) for word in one.split()):
                return one
        words = " ".join(str(one) for one in told if one is not None).split()
        at = next((at for at, word in enumerate(words) if self._stands(word)), 0)
        start = 0 if at + _AROUND < _EXCERPT else at - _AROUND
        shown = " ".join(words[start : start + _EXCERPT])
        return f"{'…' if start else ''}{shown}{'…' if start + _EXCERPT < len(words) else ''}" or name

    def _stands(self, word: str) -> bool:
        folded = _fold(word)
        return any(piece in folded for piece in self.pieces)


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _begun(word: str) -> str:
    """The word, its last piece as the beginning of one."""
    pieces = _PIECE.findall(word)
    if not pieces or len(word) < _SHORTEST_BEGINNING or len(pieces[-1]) > _LONGEST_BEGINNING:
        return _quoted(word)
    last = re.sub(r"([^\w])", r"\\\1", pieces[-1].casefold())
    return " AND ".join([*map(_quoted, pieces[:-1]), f"{last}*"])


def _pieces(words: Sequence[str]) -> list[str]:
    return [piece for word in words for piece in _PIECE.findall(word)]


def _fold(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(one for one in parted if not unicodedata.combining(one)).casefold()
