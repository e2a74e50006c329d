"""The patterns of governance prose, as the files beside this module list them.

Every pattern has an id, the relationship that it reads, its forms, an example that it must read and a counterexample
that it must not; the examples are invented and are run as tests.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import ahocorasick_rs

from sysgraph.extraction.prose.forms import codes_of, expression, needed
from sysgraph.resources import resource


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a document says one relationship."""

    id: str
    type: str
    trigger: str
    forms: tuple[str, ...]
    example: str
    counterexample: str
    attributes: dict[str, str | bool] = field(default_factory=dict)
    noun: bool = False  # a phrase, not a sentence: it is so whatever the sentence around it asks for

    @property
    def triggers(self) -> tuple[str, ...]:
        """The beginnings of words of which one must stand in the sentence."""
        return tuple(self.trigger.split("|"))

    @property
    def sources(self) -> frozenset[str]:
        """The letter codes of the kinds that its source may be of."""
        return _codes(self.type, 0)

    @property
    def targets(self) -> frozenset[str]:
        """The letter codes of the kinds that its target may be of."""
        return _codes(self.type, 1)

    def fitting(self, words: str) -> Iterator[re.Pattern[str]]:
        """The regular expressions of its forms whose own words all stand among the words of a sentence."""
        for form in self.forms:
            for choice in needed(form):
                for word in choice:
                    if word in words:
                        break
                else:
                    break
            else:
                yield expression(self.type, form)


@cache
def _codes(type_: str, end: int) -> frozenset[str]:
    return frozenset(codes_of(type_, end))


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of the file."""
    rows = tomllib.loads(resource("seed", "patterns", "relationships.toml").read_text(encoding="utf-8"))["pattern"]
    return tuple(
        Pattern(
            row["id"],
            row["type"],
            row["trigger"],
            tuple(row["forms"]),
            row["example"],
            row["counterexample"],
            row.get("attributes", {}),
            bool(row.get("noun")),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Triggers:
    """The beginnings of words that patterns turn on, searched for all at once."""

    automaton: ahocorasick_rs.AhoCorasick
    meaning: tuple[tuple[int, ...], ...]  # the numbers of the patterns that each trigger belongs to

    def spot(self, text: str) -> list[tuple[int, tuple[int, ...]]]:
        """(offset, numbers of patterns) of every trigger at the beginning of a word, in order."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
        hits = self.automaton.find_matches_as_indexes(lower, overlapping=True)
        found = [
            (start, self.meaning[which]) for which, start, _ in hits if start == 0 or not lower[start - 1].isalpha()
        ]
        found.sort()
        return found


@cache
def triggers() -> Triggers:
    """The triggers of all patterns."""
    meaning: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns()):
        for trigger in pattern.triggers:
            meaning.setdefault(trigger, []).append(number)
    words = sorted(meaning)
    return Triggers(ahocorasick_rs.AhoCorasick(words), tuple(tuple(meaning[word]) for word in words))
