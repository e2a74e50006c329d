"""What stands in a sentence that patterns and nouns turn on, all of it found in one search."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from sysgraph.extraction.prose.cues import CLASS, CUES, LOCAL_AUTHORITY, WHOLE_CUES
from sysgraph.extraction.prose.needs import Needs, needs
from sysgraph.extraction.prose.patterns import patterns


class Sight(NamedTuple):
    """What stands in a sentence that patterns and nouns turn on."""

    wanted: set[int]  # numbers of the patterns whose triggers stand in it
    words: int  # bits of the words that forms of patterns need
    cues: list[tuple[int, int]]  # (offset, kinds of nouns) of each cue
    kinds: int  # of nouns, of all cues

    def readable(self, codes: int) -> Iterator[tuple[int, Needs]]:
        """(number of a pattern, form) of all that may read the sentence, if its actors are of these kinds at most."""
        every = _every()
        words = self.words
        for number in sorted(self.wanted):
            for needed, form in every[number]:
                if form.sources & codes and form.targets & codes:
                    for choice in needed:
                        if not words & choice:
                            break
                    else:
                        yield number, form


def look(text: str) -> Sight:
    """What stands in a sentence that patterns and nouns turn on."""
    automaton, meanings = _search()
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    wanted: set[int] = set()
    cues: list[tuple[int, int]] = []
    words = nouns = 0
    for which, start, end in automaton.find_matches_as_indexes(lower, overlapping=True):
        word, begins, kinds, whole = meanings[which]
        words |= word
        if kinds:
            cues.append((start, kinds))
            nouns |= kinds
        if begins and (start == 0 or not lower[start - 1].isalpha()):
            wanted.update(begins)
        if whole and not (lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum()):
            cues.append((start, whole))
            nouns |= whole
    if LOCAL_AUTHORITY in text:
        cues.append((text.index(LOCAL_AUTHORITY), CLASS))
        nouns |= CLASS
    return Sight(wanted, words, cues, nouns)


@cache
def _every() -> tuple[tuple[tuple[tuple[int, ...], Needs], ...], ...]:
    """(bits of the words of each choice, the form) for the forms of each pattern."""
    bit = _bits()
    return tuple(
        tuple((tuple(sum(bit[word] for word in choice) for choice in form.words), form) for form in forms)
        for forms in needs()
    )


@cache
def _bits() -> dict[str, int]:
    """A bit for each word that some form needs."""
    words = {word for forms in needs() for form in forms for choice in form.words for word in choice}
    return {word: 1 << number for number, word in enumerate(sorted(words))}


# Of a word: its bit, the patterns that it triggers, the kinds of nouns that it tells of, and those if it stands whole.
_Meaning = tuple[int, tuple[int, ...], int, int]


@cache
def _search() -> tuple[ahocorasick_rs.AhoCorasick, list[_Meaning]]:
    """(the search, what each of the words means that it looks for)."""
    bit = _bits()
    begins: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns()):
        for trigger in pattern.triggers:
            begins.setdefault(trigger, []).append(number)
    kinds, whole = _kinds(CUES), _kinds(WHOLE_CUES)
    words = sorted({*bit, *begins, *kinds, *whole})
    meanings = [
        (bit.get(word, 0), tuple(begins.get(word, ())), kinds.get(word, 0), whole.get(word, 0)) for word in words
    ]
    return ahocorasick_rs.AhoCorasick(words, implementation=ahocorasick_rs.Implementation.DFA), meanings


def _kinds(cues: Mapping[int, Iterable[str]]) -> dict[str, int]:
    """The kinds of nouns that each cue tells of."""
    found: dict[str, int] = {}
    for kind, words in cues.items():
        for word in words:
            found[word] = found.get(word, 0) | kind
    return found
