"""How a store looks names up, whatever engine holds them: one key for two spellings, and the likest of many."""

import heapq
from collections.abc import Iterable
from itertools import pairwise

UNNAMED = frozenset({"Action", "Finding", "Meeting"})
"""Kinds whose names are sentences or dates: nobody misspells them."""

_SHORTLIST = 50
_ALIKE = 0.5
_WORDS_WEIGH = 0.9  # a name that holds all the words asked for is a little less like them than the same words alone


def key(name: str) -> str:
    """The form under which a name is looked up: folded, and where folding leaves nothing ("???"), as it stands."""
    from sysgraph.register import fold

    # A name typed into a terminal may hold bytes that are no text; no store has them.
    name = name.encode("utf-8", "replace").decode("utf-8")
    return fold(name) or name.casefold().strip()


def likest(name: str, candidates: Iterable[tuple[str, str]], limit: int) -> tuple[str, ...]:
    """The names that are most like this one, best first, each once.

    `candidates` are names to offer, each with the key of one of its spellings.

    A cheap comparison of pairs of letters makes a shortlist of a long list; only that is compared in full.
    """
    from difflib import SequenceMatcher

    wanted = key(name)
    pairs, words = {one + other for one, other in pairwise(wanted)}, wanted.split()
    keys: dict[str, str] = {}
    for offered, candidate in candidates:
        keys.setdefault(candidate, offered)
    rough = ((_rough(pairs, words, one), one) for one in keys)
    shortlist = heapq.nlargest(_SHORTLIST, (pair for pair in rough if pair[0] > _ALIKE / 2))
    scored = [(max(SequenceMatcher(None, wanted, one).ratio(), _shared(words, one)), one) for _, one in shortlist]
    best = sorted((pair for pair in scored if pair[0] >= _ALIKE), key=lambda pair: (-pair[0], pair[1]))
    return tuple(dict.fromkeys(keys[one] for _, one in best))[:limit]


def _rough(pairs: set[str], words: list[str], candidate: str) -> float:
    """About how alike they are, from the pairs of letters and the words that a candidate holds anywhere."""
    held = sum([one in candidate for one in pairs])
    whole = sum([one in candidate for one in words])
    return max(2 * held / (len(pairs) + len(candidate)), _WORDS_WEIGH * whole / len(words)) if pairs else 0.0


def _shared(words: list[str], candidate: str) -> float:
    return _WORDS_WEIGH * len({*words}.intersection(candidate.split())) / len({*words}) if words else 0.0
