"""What the summary of a review says is lacking, where the review lists no findings of its own.

Most reviews end in a list: areas for improvement, recommendations. Some say what they found in sentences alone, and
plans that answer them quote those sentences.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import ahocorasick_rs

from sysgraph.extraction.prose.normal import normal, sentences
from sysgraph.model import LONGEST_QUOTE, Attributes, Claim, Claims, Description, Document, Evidence, Mention, Passage
from sysgraph.vocabulary import RELATIONSHIPS

_RULE = "shortcoming"
_STATED = "stated"  # a line between two actors that a sentence denies, limits or proposes: no list of findings
_SUMMARY = re.compile(
    r"(?:\W|\d)*((?:summary of|key|main|our|overall) (?:key |main )?findings|what we found)\b", re.IGNORECASE
)
# Where a transcription has lost its headings: how the next part of a review begins, the regulator's questions first.
_NEXT_PART = re.compile(
    r"(?:\W|\d)*(?:are (?:services|they)\b[^?.]{0,60}\b(?:safe|effective|caring|responsive|well[- ]led)\b|background\b|"
    r"conclusions?\b|recommendations?\b|appendix\b|introduction\b|methodology\b|next steps\b)",
    re.IGNORECASE,
)
# Words that begin a sentence and never a name: before them stood a heading, or a full stop that was lost.
_RESTART = re.compile(r" (?<=[a-z?] )(?=(?:There|We|It|This|These|However|Although) [a-z])")
# Words that say that something is lacking, with their endings. They are looked for together, since to try an expression
# of them all at every letter takes several times as long.
_LACKING = {
    **dict.fromkeys((
        "no", "not", "never", "nor", "neither", "absence", "unable", "nobody", "none", "unclear", "limited", "little",
        "insufficient", "inadequate", "poor", "minimal", "scant", "fragile", "siloed", "fragmented", "disjointed",
        "reactive", "delays", "underdeveloped", "under-developed",
    ), ""),
    "lack": "(?:s|ed|ing)?", "fail": "(?:s|ed|ing)?", "weak": "(?:ness(?:es)?)?", "inconsisten": "(?:t|cy|cies)",
    "duplicat": "(?:ed|ion)", "shortage": "s?", "barrier": "s?", "difficult": "(?:y|ies)", "variance": "s?",
}  # fmt: skip
_LACKS = re.compile(
    rf"\b(?:{'|'.join(word + ending for word, ending in _LACKING.items())})\b(?! only\b)", re.IGNORECASE
)
_SHORTEST = 40
_LONGEST = LONGEST_QUOTE // 2
_SUBJECTS = frozenset(target for _, target in RELATIONSHIPS["ABOUT"].ends) - {"Role"}  # whose names need their body


def with_shortcomings(document: Document, found: Claims) -> Claims:
    """The claims of a document, with a finding for each sentence of its summary that says what is lacking.

    They are as they were where the document lists findings, or has no summary of them. A finding is about those
    actors of the other claims that its sentence names.
    """
    if any(one.subject.kind == "Finding" and one.attributes.get("form") != _STATED for one in found.descriptions):
        return found
    named = _named(found)
    descriptions, about = [], []
    for heading, evidence in _lacking(block for block in document.blocks if isinstance(block, Passage)):
        text = " ".join(evidence.quote.split())
        finding = Mention("Finding", text)
        attributes: Attributes = {"text": text, "form": "finding", "heading": heading}
        descriptions.append(Description(finding, evidence, attributes))
        about += [Claim(finding, "ABOUT", mention, evidence) for mention in _met(text, named)]
    return replace(found, claims=(*found.claims, *about), descriptions=(*found.descriptions, *descriptions))


def _lacking(passages: Iterable[Passage]) -> Iterator[tuple[str, Evidence]]:
    """Heading and words of each sentence of a summary that says what is lacking."""
    heading, level = "", 0
    for passage in passages:
        begun = _SUMMARY.match(passage.text)
        if begun:
            heading, level = begun[1], passage.level if passage.form == "heading" else 0
        elif _NEXT_PART.match(passage.text) or (passage.form == "heading" and passage.level <= level):
            heading = ""
        if heading and passage.form != "heading":
            yield from ((heading, passage.cite(start, end, _RULE)) for start, end in _sentences(passage))


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    text = normal(passage.text)
    for start, end in sentences(text):
        for again in _RESTART.finditer(text, start, end):
            start = again.end()
        words = text[start:end]
        if words[0].isupper() and words[-1] == "." and _SHORTEST <= len(words) <= _LONGEST and _lacks(words):
            yield start, end


def _lacks(words: str) -> bool:
    places = _search().find_matches_as_indexes(words.lower(), overlapping=True)
    return any(_LACKS.match(words, start) for _, start, _ in places)


@cache
def _search() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(list(_LACKING))


def _named(found: Claims) -> dict[str, Mention]:
    """The actors of the claims by the forms of their names, longest first; a form that two have names neither."""
    forms: dict[str, dict[Mention, None]] = defaultdict(dict)
    known: dict[tuple[str, str], Mention] = {}
    for mention in (mention for claim in found.claims for mention in (claim.source, claim.target)):
        if mention.kind in _SUBJECTS:
            forms[mention.name][mention] = None
            known[mention.kind, mention.name] = mention
    for same in found.samenesses:
        if (meant := known.get((same.one.kind, same.one.name))) is not None:
            forms[same.other.name][meant] = None
    proper = (form for form, mentions in forms.items() if form[:1].isupper() and len(mentions) == 1)
    return {form: next(iter(forms[form])) for form in sorted(proper, key=lambda form: (-len(form), form))}


def _met(text: str, named: dict[str, Mention]) -> Iterator[Mention]:
    """Those whom a sentence names, longer names first, each once."""
    met = set()
    for form, mention in named.items():
        if form in text and (there := re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")).search(text):
            text = there.sub(" ", text)
            if mention not in met:
                met.add(mention)
                yield mention
