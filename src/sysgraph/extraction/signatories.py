"""The organisations that bind themselves to a plan, as its introduction lists them."""

import re
from collections.abc import Iterable, Iterator

from sysgraph.extraction.mentions import Names
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
    """The organisations of each sentence in which two or more commit themselves to the plan, with the sentence."""
    seen: set[Mention] = set()
    for passage in passages:
        for sentence in _SENTENCE.finditer(passage.text):
            words = sentence[0]
            if not (_BINDING.search(words) and _PLAN.search(words)) or len(words) > 790:
                continue
            bodies = dict.fromkeys(f.mention for f in names.find(words) if f.mention.kind == "Organisation")
            if len(bodies) >= _FEWEST:
                evidence = passage.cite(sentence.start(), sentence.end(), "plan.signatories")
                yield from ((body, evidence) for body in bodies if body not in seen)
                seen |= bodies.keys()
