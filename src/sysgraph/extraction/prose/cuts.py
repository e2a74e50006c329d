"""Where one capitalised phrase holds the names of two: after a possessive, at "and the", after an abbreviation."""

from collections.abc import Iterator

from sysgraph.extraction.prose.piece import Word
from sysgraph.extraction.prose.words import CLASS_POSSESSIVES

_LONGEST_SHORT = 5
_FEW = 4


def parted(words: list[Word]) -> Iterator[list[Word]]:
    """The words cut where "and the" begins another name."""
    start = 0
    for index in range(len(words) - 1):
        short = (
            index == 1
            and words[0].text.isupper()
            and 2 < len(words[0].text) <= _LONGEST_SHORT
            and words[0].text != "NHS"
        )
        if short and words[1].key in {"and", "&"} and len(words) > _FEW:
            yield words[:1]
            start = 2
        elif words[index].key in {"and", "&"} and words[index + 1].key == "the":
            yield words[start:index]
            start = index + 2
    yield words[start:]


def possessed(words: list[Word]) -> Iterator[list[Word]]:
    """The words cut after each possessive: "the CCG's Quality Group" are two names; department names keep theirs."""
    part: list[Word] = []
    for index, word in enumerate(words):
        if word.text.endswith(("'s", "s'")) and index + 1 < len(words) and _owner(word.text, words[index + 1]):
            cut = word.text.removesuffix("'s") if word.text.endswith("'s") else word.text[:-1]
            yield [*part, Word(cut, word.start, word.start + len(cut))]
            part = []
        else:
            part.append(word)
    if part:
        last = part[-1]
        bare = last.text.removesuffix("'s").rstrip("'.,/&") or last.text
        yield [*part[:-1], Word(bare, last.start, last.start + len(bare))]


def _owner(text: str, following: Word) -> bool:
    return (
        text.lower() not in CLASS_POSSESSIVES
        and following.key not in {"hospital", "hospitals"}
        and not text.startswith("St")
    )
