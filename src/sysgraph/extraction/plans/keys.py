"""The posts that a document calls by capitals: "RM = Registered Manager", "Director of Public Health (DPH)"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sysgraph.extraction.lexicon import POST_HEADS
from sysgraph.extraction.owners import Owner, Reading
from sysgraph.model import Document

_SHORT = r"[A-Z][A-Za-z&]{0,4}[A-Z]"
_BEFORE = re.compile(rf"(?<![\w&])(?P<short>{_SHORT})\s*(?:[=:–—|\t]|\s-)\s*(?P<words>[A-Z][\w&'’ -]{{5,80}})")
_AFTER = re.compile(rf"(?P<words>[A-Z][\w&'’ -]{{5,80}}?)\s*\((?P<short>{_SHORT})\)")
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to", "with"})
# "Nominated individual" and "responsible individual" are posts by law.
_HEADS = POST_HEADS | {"individual"}


def key_of_posts(document: Document) -> dict[str, str]:
    """The posts that a document gives for capitals, by those capitals; what it also gives for another is left out."""
    key: dict[str, str] = {}
    several: set[str] = set()
    for passage in document.passages():
        for short, post in _pairs(passage.text):
            if key.setdefault(short, post).lower() != post.lower():
                several.add(short)
    return {short: post for short, post in key.items() if short not in several}


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in _BEFORE.finditer(text):
        words = match["words"].split()
        yield from _fitting(match["short"], [words[:length] for length in range(2, len(words) + 1)])
    for match in _AFTER.finditer(text):
        words = match["words"].split()
        yield from _fitting(match["short"], [words[start:] for start in range(len(words) - 2, -1, -1)])


def _fitting(short: str, candidates: list[list[str]]) -> Iterator[tuple[str, str]]:
    """The first of some words of which the capitals are the first letters, where they are a post's."""
    letters = short.replace("&", "").upper()
    for words in candidates:
        told = [word for word in words if word.lower() not in _SMALL and word[0].isalnum()]
        if "".join(word[0] for word in told).upper() == letters and words[0] not in _SMALL and _is_post(words):
            yield short, " ".join(words)
            return


def _is_post(words: list[str]) -> bool:
    lower = [word.lower() for word in words]
    until = next((index for index, word in enumerate(lower) if word in {"of", "for"}), len(lower))
    return lower[until - 1] in _HEADS and lower[-1] not in _SMALL


def read_in_full(text: str, key: Mapping[str, str]) -> tuple[str, list[int]]:
    """A text with the capitals of the key spelt out, and for each of its characters where it stands in the first."""
    full, places, at = "", list[int](), 0
    for match in re.finditer(rf"(?<![\w&]){_SHORT}(?![\w&])", text):
        if match[0] in key:
            kept = range(at, match.start())
            full += text[at : match.start()] + key[match[0]]
            places += [*kept, *[match.start()] * (len(key[match[0]]) - 1), match.end() - 1]
            at = match.end()
    return full + text[at:], [*places, *range(at, len(text))]


def put_back(reading: Reading, places: list[int], key: Mapping[str, str]) -> Reading:
    """A reading of the text in full, its owners where the text as written has them; a post of the key is no person."""

    def moved(owner: Owner) -> Owner:
        owner = replace(owner, start=places[owner.start], end=places[owner.end - 1] + 1)
        post = owner.person if owner.person in key.values() else None
        return replace(owner, person=None, posts=(post, *owner.posts)) if post else owner

    return replace(reading, owners=tuple(map(moved, reading.owners)))
