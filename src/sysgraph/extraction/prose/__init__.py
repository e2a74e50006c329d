"""Prose as claims: `read_prose(document, register)`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.findings import Findings
from sysgraph.extraction.prose.lines import Line
from sysgraph.extraction.prose.money import Owned, of_one_sum
from sysgraph.extraction.prose.naming import pieces
from sysgraph.extraction.prose.normal import normal
from sysgraph.extraction.prose.notes import Notes
from sysgraph.extraction.prose.reader import Reader
from sysgraph.extraction.prose.settling import cast
from sysgraph.model import Claim, Claims, Document, Mention, Passage, Sameness
from sysgraph.register import Register

__all__ = ["read_prose"]

_OPENING = 8
_CALLED = re.compile(r"\b[Tt]he (Board|Committee|Panel|Group|Forum|Partnership)\b(?! of\b)")


def read_prose(document: Document, register: Register, place: str | None = None) -> Claims:
    """The claims that the sentences of a document make; its tables are read elsewhere.

    `place` is what the document is about, where somebody has said so.
    """
    passages = _own([block for block in document.blocks if isinstance(block, Passage)])
    lines = [Line.of(normal(passage.text)) for passage in passages]
    known = cast(lines, register, place)
    notes = Notes(Findings(passages))
    reader = Reader(known, _main(lines[:_OPENING], known), notes)
    for passage, line in zip(passages, lines, strict=True):
        reader.read(passage, line)
    claims = (*notes.claims, *notes.findings.claims)
    descriptions = notes.findings.descriptions
    owned = Owned(known.place, of_one_sum(descriptions))
    spellings = [replace(same, one=owned.named(same.one)) for same in _spellings(known, claims)]
    return Claims(
        document.path,
        owned.claims(claims),
        owned.descriptions(descriptions),
        (*spellings, *owned.spellings()),
    )


def _own(passages: list[Passage]) -> list[Passage]:
    """The passages of the document itself: what stands before the mark of a transcription is of other documents."""
    for number, passage in enumerate(passages):
        if passage.text.strip().rstrip(":").lower() == "transcription" and number + 1 < len(passages):
            return passages[number + 1 :]
    return passages


def _main(lines: list[Line], known: Cast) -> Mention | None:
    """The body that the whole document is of: the first that its opening names, or calls "the Board" and no more."""
    for line in lines:
        called = _CALLED.search(line.text)
        for offset, phrase in line.runs:
            for piece in pieces(phrase):
                if piece.kind == "Board" and (mention := known.of(piece)) is not None:
                    if called and called.end() < offset and not mention.name.endswith(called[1]):
                        return Mention("Board", called[1])
                    return mention
    return None


def _spellings(known: Cast, claims: Iterable[Claim]) -> list[Sameness]:
    """The forms of the names that claims use."""
    named = {(mention.kind, mention.name) for claim in claims for mention in (claim.source, claim.target)}
    found = []
    for form, mention in sorted(known.short.items()):
        if (mention.kind, mention.name) in named:
            found.append(
                Sameness(
                    Mention(mention.kind, mention.name),
                    Mention(mention.kind, form),
                    f"The document writes “{mention.name}” as “{form}”.",
                )
            )
    return found
