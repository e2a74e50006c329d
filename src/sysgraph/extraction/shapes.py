"""Names by their shape: a run of capitalised words that ends, or begins, with a word for a body, plan or service."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sysgraph.extraction.lexicon import (
    FRONTS,
    HEADS,
    JOINERS,
    LONGEST_HEAD,
    OPENERS,
    POST_HEADS,
    POST_WORDS,
    UNDERTAKINGS,
)

_TOKEN = re.compile(r"[\w£][\w&’'./-]*|[&–-]|[^\w\s]")
_PROPER_HEADS = frozenset({"council", "ccg", "icb", "nhs_trust", "gp_federation", "education"})
_FRONT_PAIRS = frozenset((words[0], words[1]) for front in FRONTS if len(words := front.split()) == 2)
_SPLITTERS = frozenset({"and", "&"})
_CLASS_WORDS = frozenset({"nhs", "la", "gp", "local", "authority", "acute", "foundation", "trust", "council", "ccg"})
_ABBREVIATED = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|St|Rev|[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a text."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it may be a word of a name."""
        return self.text[0].isupper() or (self.text[0].isdigit() and len(self.text) < 4)


@dataclass(frozen=True, slots=True)
class Shape:
    """A phrase that has the shape of a name, and what such a name is the name of."""

    start: int
    end: int
    text: str
    kind: str
    category: str


def tokens(text: str) -> list[Token]:
    """The words and marks of a text; a full stop at a word's end is left out."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        short = word.rstrip(".'’/-") if len(word) > 1 else word
        found.append(Token(short, match.start(), match.start() + len(short)))
    return found


def shapes(text: str) -> Iterator[Shape]:
    """The phrases of a text that have the shape of a name, in order and not overlapping."""
    for run in _runs(text):
        yield from _names(run, text)


def _runs(text: str) -> Iterator[list[Token]]:
    """Runs of capitalised words with small joining words between them."""
    run: list[Token] = []
    pending: list[Token] = []
    for token in tokens(text):
        if run and _parted(text, (pending or run)[-1], token):
            yield run
            run, pending = [], []
        if token.capital and token.key not in JOINERS:
            run = [*run, *pending, token]
            pending = []
        elif run and (run[-1].key, token.key) in _FRONT_PAIRS:
            run = [*run, token]
        elif run and token.key in JOINERS and len(pending) < 2:
            pending.append(token)
        else:
            if run:
                yield run
            run, pending = [], []
    if run:
        yield run


def _parted(text: str, before: Token, after: Token) -> bool:
    """Whether a line, cell or sentence ends, or a dash stands, between two words."""
    between = text[before.end : after.start]
    if _ABBREVIATED.match(text[before.start : before.end + 1]):
        between = between[1:]
    return bool(between.strip(" '’")) or "\n" in between or "\t" in between


def _names(run: list[Token], text: str) -> Iterator[Shape]:
    start = 0
    index = 0
    while index < len(run):
        if index == start and index + 1 < len(run) and _only_opens(run[start]):
            start += 1
        elif _opens_a_post(run, index):
            start = index + 1
        elif front := _front(run, index):
            end = _front_end(run, index + front[0])
            yield from _shape(run, index, end, front[1], text)
            start = end
            index = end - 1
        elif (head := _head(run, start, index)) and not _goes_on(run, start, index, head[0]):
            yield from _shape(run, start, index + 1, head[1], text)
            start = index + 1
        index += 1


def _only_opens(token: Token) -> bool:
    """Whether a word can begin a sentence or an undertaking, but not a name."""
    return token.key in OPENERS or token.key in JOINERS or (token.key in UNDERTAKINGS and token.key not in POST_WORDS)


def _opens_a_post(run: list[Token], index: int) -> bool:
    """Whether the words up to here are a post whose body follows: "Chair of the …"."""
    return run[index].key in POST_HEADS and index + 1 < len(run) and run[index + 1].key == "of"


def _front(run: list[Token], index: int) -> tuple[int, tuple[str, str]] | None:
    for length in (2, 1):
        words = " ".join(token.key for token in run[index : index + length])
        if words in FRONTS and index + length < len(run):
            return length, FRONTS[words]
    return None


def _front_end(run: list[Token], index: int) -> int:
    """Where a name ends that began with its head: before the next joining word, except inside a department's."""
    department = run[index - 1].key in {"of", "for"}
    while index < len(run) and (department or run[index].key not in JOINERS):
        index += 1
    return index


def _head(run: list[Token], start: int, index: int) -> tuple[int, tuple[str, str]] | None:
    """The longest head that ends at this word: (its length in words, what it is the head of)."""
    for length in range(min(LONGEST_HEAD, index - start + 1), 0, -1):
        words = " ".join(token.key for token in run[index - length + 1 : index + 1])
        if words in HEADS:
            return length, HEADS[words]
    return None


def _goes_on(run: list[Token], start: int, index: int, length: int) -> bool:
    """Whether the name goes on after a head: another head follows, and no "and" parts two names."""
    rest = run[index + 1 :]
    bare = index - start + 1 == length
    for offset, token in enumerate(rest):
        if token.key in _SPLITTERS and not bare:
            return False
        if token.key in JOINERS and token.key not in _SPLITTERS and not bare:
            return False
        if _head(run, index + 1, index + 1 + offset):
            return True
    return False


def _shape(run: list[Token], start: int, end: int, meaning: tuple[str, str], text: str) -> Iterator[Shape]:
    words = run[start:end]
    kind, category = meaning
    if kind == "Plan" or category in _PROPER_HEADS or words[-1].key == "ccgs":
        words = _without_post(words)
    if kind == "Organisation":
        words = _without_department(words)
    head = _head(words, 0, len(words) - 1)
    telling = [token for token in words[: len(words) - head[0] if head else None] if token.key not in JOINERS]
    if category in _PROPER_HEADS or words[-1].key == "ccgs":
        telling = [token for token in telling if token.key not in POST_WORDS and token.key not in _CLASS_WORDS]
    if not telling:
        return
    if category == "nhs_trust" and not any(token.key == "nhs" or token.key in HEADS for token in words):
        category = ""
    yield Shape(words[0].start, words[-1].end, text[words[0].start : words[-1].end], kind, category)


def _without_department(words: list[Token]) -> list[Token]:
    """The words of a body's name without a department and "and" before it: "Public Health and Anyshire Police"."""
    for index, token in enumerate(words[:-2]):
        if token.key in _SPLITTERS and index > 0:
            proper = words[index + 1].key not in POST_WORDS | POST_HEADS
            return words[index + 1 :] if proper else words
        if token.key not in POST_WORDS:
            return words
    return words


def _without_post(words: list[Token]) -> list[Token]:
    """The words of a body's name without a post that stands before it: "Accountable Officer North and South CCGs"."""
    for index, token in enumerate(words[:-1]):
        if token.key not in POST_WORDS and token.key not in POST_HEADS:
            return words
        if token.key in POST_HEADS and words[index + 1].key not in POST_WORDS | POST_HEADS:
            return words[index + 1 :]
    return words
