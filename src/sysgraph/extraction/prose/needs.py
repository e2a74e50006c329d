"""What a form of a pattern cannot do without: words, kinds of actors, and how these follow one another.

To look for a word is far cheaper than to try a regular expression at every place of a sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sysgraph.extraction.prose.forms import bits, codes_of, tokens
from sysgraph.extraction.prose.patterns import patterns

_PLAIN = re.compile(r"[a-zA-Z-]+|\([a-zA-Z -]+(?:\|[a-zA-Z -]+)*\)")  # a word, or one of several
_STEM = re.compile(r"([a-zA-Z-]+)\(")  # "member" of "member(s|)"
_END = re.compile(r"\{([AB])(?::([^}]*))?\}")
_SHORT = 2
# Words that most sentences have, so that to look for them tells nothing.
_COMMON = frozenset("the and for are were that with from had has have also work form part".split())
Place = tuple[int, int, int]  # where an actor begins, at the latest ends, and bits of the kinds that it can be of


@dataclass(frozen=True, slots=True)
class Needs:
    """Of each choice of words one, and actors of these kinds (bits), some of the words between the two."""

    form: str
    words: tuple[frozenset[str], ...]  # in small letters
    between: tuple[tuple[str, ...], ...]
    sources: int
    targets: int
    source_first: bool

    def met_by(self, text: str, places: Iterable[Place]) -> bool:
        """Whether a text has what the form needs in the order of the form, where its actors stand at these places."""
        ends = (self.sources, self.targets) if self.source_first else (self.targets, self.sources)
        begin, stop = len(text), 0
        for start, end, codes in places:
            if codes & ends[0] and start < begin:
                begin = start
            if codes & ends[1] and end > stop:
                stop = end
        if stop <= begin:
            return False
        for choice in self.between:
            for word in choice:
                if text.find(word, begin, stop) >= 0:
                    break
            else:
                return False
        return True


@cache
def needs() -> tuple[tuple[Needs, ...], ...]:
    """What the forms of each pattern need, in the order of patterns and forms."""
    return tuple(tuple(_needs(pattern.type, form) for form in pattern.forms) for pattern in patterns())


def _needs(type_: str, form: str) -> Needs:
    parts = list(tokens(form))
    ends = {found[1]: (number, found[2] or "") for number, part in enumerate(parts) if (found := _END.match(part))}
    (source, sources), (target, targets) = ends["A"], ends["B"]
    first, last = sorted((source, target))
    words = (frozenset(word.lower() for word in choice) for choice in _choices(parts))
    return Needs(
        form,
        tuple(choice for choice in words if choice.isdisjoint(_COMMON) and all(len(word) > _SHORT for word in choice)),
        tuple(_choices(parts[first + 1 : last])),
        bits(codes_of(type_, 0, sources)),
        bits(codes_of(type_, 1, targets)),
        source < target,
    )


def _choices(parts: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of which one must stand there, for each part of a form that is words alone."""
    for part in parts:
        if _PLAIN.fullmatch(part):
            yield tuple(part.strip("()").split("|"))
        elif stem := _STEM.match(part):
            yield (stem[1],)
