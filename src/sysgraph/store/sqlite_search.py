"""Full-text search of a graph file: text as people type it in, ids of nodes with what they were found by out.

What is typed never reaches FTS5 as a query of its own: each word goes in quoted.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sysgraph.store.sqlite_rows import Row

Rows = Callable[..., list[Row]]

_MOST_WORDS = 32
_MOST_CITATIONS = 3
_SHORTEST_BEGINNING = 3
_MARK = "\x01"
SMALL_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "do", "does", "for", "from", "has", "have", "how", "in", "is",
    "it", "of", "on", "or", "that", "the", "to", "was", "what", "when", "where", "which", "who", "with",
})  # fmt: skip

# Of more finds than these no ranking says much. The ids of actions, which most finds are, stand before those of actors.
_MOST_RANKED = 10_000
_RANKED = (
    "SELECT rowid FROM (SELECT rowid, bm25(node_words, 10.0, 5.0, 1.0) AS score FROM node_words "
    f"WHERE node_words MATCH ? ORDER BY rowid DESC LIMIT {_MOST_RANKED}) ORDER BY score, rowid LIMIT ?"
)
_SHOWN = (
    "SELECT node.id, highlight(node_words, 0, char(1), ''), highlight(node_words, 1, char(1), ''), "
    "snippet(node_words, 2, '', '', '…', 40) FROM node_words JOIN node ON node.number = node_words.rowid "
    "WHERE node_words MATCH ? AND node_words.rowid = ?"
)
_QUOTED = (
    "SELECT rowid FROM (SELECT rowid, bm25(citation_words) AS score FROM citation_words "
    f"WHERE citation_words MATCH ? LIMIT {_MOST_RANKED}) ORDER BY score, rowid LIMIT ?"
)
_CARRIED = (
    "WITH hit AS (SELECT value AS number, key AS place FROM json_each(?)), "
    "subjects AS (SELECT hit.number, hit.place, cited.subject FROM hit JOIN cited ON cited.citation = hit.number) "
    "SELECT number, id FROM ("
    "SELECT subjects.number, place, 0 AS step, node.id FROM subjects JOIN node ON node.id = subject "
    "UNION ALL SELECT subjects.number, place, 1, source FROM subjects JOIN relationship ON relationship.id = subject "
    "UNION ALL SELECT subjects.number, place, 2, target FROM subjects JOIN relationship ON relationship.id = subject"
    ") ORDER BY place, step, id"
)


@dataclass(slots=True)
class Found:
    """A node that was found, the words it was found by where they are its own, and the citations that hold them."""

    node: str
    excerpt: str = ""
    citations: list[int] = field(default_factory=list)


def search(rows: Rows, text: str, limit: int) -> list[Found]:
    """What some words find, best first, each node once; `rows` runs a query over the graph file."""
    words = words_of(text)
    found: dict[str, Found] = {}
    if words and limit > 0:
        whole = [_quoted(word) for word in words]
        begun = [_begun(word) for word in words]
        _collect(rows, found, " AND ".join(whole), limit)
        if len(found) < limit and begun != whole:
            _collect(rows, found, " AND ".join(begun), limit)
        if not found:
            telling = [one for one, word in zip(begun, words, strict=True) if word.casefold() not in SMALL_WORDS]
            _collect(rows, found, " OR ".join(telling or begun), limit)
    return list(found.values())[:limit]


def words_of(text: str) -> list[str]:
    """The words between white space that have a letter or digit; FTS5 parts them further as it does the texts."""
    chunks = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").split()
    return [one for one in chunks if any(map(str.isalnum, one))][:_MOST_WORDS]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _begun(word: str) -> str:
    return _quoted(word) + ("*" if len(word) >= _SHORTEST_BEGINNING else "")


def _collect(rows: Rows, found: dict[str, Found], query: str, limit: int) -> None:
    for scope in (f"{{name aliases}} : ({query})", query):
        if len(found) >= limit:  # what comes after the first comes after them
            return
        for (number,) in rows(_RANKED, scope, limit):
            for one in _shown(rows, scope, number):
                found.setdefault(one.node, one)
    _collect_quotes(rows, found, query, limit)


def _shown(rows: Rows, query: str, number: int) -> Iterator[Found]:
    for id_, name, aliases, words in rows(_SHOWN, query, number):
        names = [name, *(aliases or "").split("\n")]
        marked = next((one for one in names if _MARK in one), " ".join(words.split()))
        yield Found(id_, marked.replace(_MARK, ""))


def _collect_quotes(rows: Rows, found: dict[str, Found], query: str, limit: int) -> None:
    numbers = [number for (number,) in rows(_QUOTED, query, 2 * limit)]
    for number, id_ in rows(_CARRIED, json.dumps(numbers)):
        one = found.get(id_)
        if one is None:
            if len(found) >= 2 * limit:
                continue
            one = found[id_] = Found(id_)
        if number not in one.citations and len(one.citations) < _MOST_CITATIONS:
            one.citations.append(number)
