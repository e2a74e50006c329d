"""Which kinds of nouns a sentence may name: each is looked for only where a part of a word stands that it turns on.

One search tells it for all kinds at once, where each kind's own regular expression would try every place.
"""

from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from sysgraph.extraction.prose.posts import POSTS_TURN_ON

PRONOUNS = ("It", "They", "it", "they")
# Parts of words of which one stands in every noun of a kind; a pattern that learns a new word needs its part here.
CUES: dict[str, tuple[str, ...]] = {
    "pool": ("Better Care", "ooled", "oint "),
    "agreement": ("greement", "rrangement", "ontract", "emorandum", " share", "Share"),
    "post": POSTS_TURN_ON,
    "class": ("CCG", "ICB", "linical ", "ntegrated ", "LA", "uthority", "ouncil", "rust", "Healthwatch"),
    "body": (
        "oard",
        "ommittee",
        "anel",
        "roup",
        "orum",
        "abinet",
        "etwork",
        "artnership",
        "lliance",
        "ody",
        "ollaborative",
        "ssembly",
        "askforce",
        "team",
    ),
    "seat": (
        "ector",
        "arers",
        "VCS",
        "sers",
        "epresentative",
        "ay ",
        "roviders",
        "takeholders",
        "esidents",
        "practices",
        "embers",
        "ommissioners",
        "ederations",
    ),
    "seat post": ("hief executive", "chairs", "directors of", "leaders", "accountable officers", "senior "),
    "directors": ("irectors", "executive members"),
    "this": ("his ",),
    "system": ("ystem",),
    "plan": (" plan",),
    "phrase of service": ("network of", "and adult", "out-of-", "ommissioned", "rimary ", "rgent "),
    "service": (" service", " team", " scheme", " ward", " unit", " clinic", " hub", " line"),
    "pronoun": tuple(f"{before} {word} " for before in (",", "and", "but") for word in PRONOUNS),
}


@dataclass(frozen=True, slots=True)
class Scan:
    """A sentence, and the kinds of nouns that it may name."""

    text: str
    kinds: frozenset[str]


def scan(text: str) -> Scan:
    """The sentence with the kinds of nouns that it may name."""
    automaton, kinds = _search()
    found: set[str] = set()
    for which in {which for which, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)}:
        found.update(kinds[which])
    return Scan(text, frozenset(found))


@cache
def _search() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, ...], ...]]:
    """(the search for all cues, the kinds that each cue tells of)."""
    meaning: dict[str, list[str]] = {}
    for kind, words in CUES.items():
        for word in words:
            meaning.setdefault(word, []).append(kind)
    return ahocorasick_rs.AhoCorasick(list(meaning)), tuple(tuple(kinds) for kinds in meaning.values())
