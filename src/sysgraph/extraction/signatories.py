"""The organisations that bind themselves to a plan, as its introduction lists them."""

import re
from collections.abc import Iterable, Iterator

from sysgraph.extraction.mentions import Names
from sysgraph.extraction.quoting import bounded, whole
from sysgraph.model import Evidence, Mention, Passage

_BINDING = re.compile(
    r"\b(?:committed|commits?|signed up|signatories|signed|pledged|agreed to|undertook|undertake|"
    r"partners to (?:this|the) plan|are party to|jointly own\w*|"
    r"have developed|developed (?:jointly )?by)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\bplan\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.]+(?:\.(?=\S)[^.]*)*\.?")
_FEWEST = 2


def signatories(passages: Iterable[Passage], names: Names) -> Iterator[tuple[Mention, Evidence]]:
    """The organisations that commit themselves to the plan, each once, with the sentence or line that names it.

    They stand in one sentence, two or more, or as the lines of a list that such a sentence opens.
    """
    seen: set[Mention] = set()
    opened = False
    for passage in passages:
        listed = opened and passage.form == "bullet"
        opened = listed or (passage.text.rstrip().endswith(":") and _binds(passage.text))
        for body, evidence in _of_line(passage, names) if listed else _of_sentences(passage, names):
            if body not in seen:
                seen.add(body)
                yield body, evidence


def _of_sentences(passage: Passage, names: Names) -> Iterator[tuple[Mention, Evidence]]:
    for sentence in _SENTENCE.finditer(passage.text):
        first = _organisations(sentence[0], names) if _binds(sentence[0]) else {}
        if len(first) >= _FEWEST:
            for body, at in first.items():
                start, end = bounded(sentence.start(), sentence.end(), sentence.start() + at)
                yield body, passage.cite(start, end, "plan.signatories")


def _of_line(passage: Passage, names: Names) -> Iterator[tuple[Mention, Evidence]]:
    """The organisation that a line of the list begins with."""
    evidence = whole([passage], "plan.signatories")
    for body, at in _organisations(passage.text, names).items():
        if evidence and at == 0:
            yield body, evidence


def _binds(words: str) -> bool:
    return bool(_BINDING.search(words) and _PLAN.search(words))


def _organisations(words: str, names: Names) -> dict[Mention, int]:
    """The organisations of some words, each with where it is first named."""
    first: dict[Mention, int] = {}
    for found in names.find(words):
        if found.mention.kind == "Organisation":
            first.setdefault(found.mention, found.start)
    return first
