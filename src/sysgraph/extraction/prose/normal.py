"""A passage's text as patterns see it: the same length, so that an offset into the one is an offset into the other."""

import re
from collections.abc import Iterator

_MARKS = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
        "*": " ", "_": " ", "\t": " ", "\n": " ", "\r": " ", "\u00a0": " ", "\u200b": " ", "\u00ad": " ",
    }
)  # fmt: skip
# A transcription that lost its apostrophes: "the trust s admissions".
_LOST_APOSTROPHE = re.compile(r"(?<=[a-zA-Z]) s(?= [a-zA-Z])")
_STOP = r"[.;!?](?:(?=[\"')\]]*\s+[\"'(\[]*(?:[A-Z0-9]|$))|(?<=\.)(?=$))"
_END = re.compile(_STOP)
_END_OR_DASH = re.compile(rf"{_STOP}| {{2,}}- ")  # far slower, since every space may begin it
_NO_END = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|Rev|Cllr|Cllrs|No|Nos|e\.g|i\.e|etc|approx|vs|Hon|Gen|Sir|p|pp|[A-Z])$"
)
_FURNITURE = re.compile(r"\bPage \d{1,3}(?: of \d{1,3})?\b|\(Pages? [\d| -]+\)")


def normal(text: str) -> str:
    """The text with one kind of quotes, dashes and spaces, and without asterisks; as long as it was."""
    clean = text.translate(_MARKS)
    if "Page" in clean:
        clean = _FURNITURE.sub(lambda found: " " * len(found[0]), clean)
    if " s " in clean:
        clean = _LOST_APOSTROPHE.sub("'s", clean)
    return clean


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the sentences of a normalised text, its white space aside."""
    start = 0
    for match in (_END_OR_DASH if "  - " in text else _END).finditer(text):
        if match[0] == "." and _NO_END.search(text, max(start, match.start() - 8), match.start()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    if end - start > 3:
        yield start, end
