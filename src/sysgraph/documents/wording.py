"""What the look of a line says of it: whether it reads as a heading, whether the next line goes on with it."""

import re

_LONGEST_HEADING = 100
_MOST_WORDS = 14
_LABELLED = re.compile(r"[A-Za-z ()/]+: ")
_ENDS = (".", ":", ";", "?", "!")
_TYPED_MARK = re.compile(r"[-*•·●▪◦‣–—]\s+(?=\S)")
_SPACES = re.compile(r"[ \t\r\f\v\xa0\u2000-\u200a\u202f\u3000]+")
# What nobody sees: control characters, soft hyphens, marks of width and direction.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


def is_labelled(words: str) -> bool:
    """Whether a line is a label and what it is of: "Lead: Jo Lee"."""
    return bool(_LABELLED.match(words))


def looks_like_heading(words: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, no full stop, a capital or number first."""
    bare = words.strip("*_ ")
    if not bare or len(words) > _LONGEST_HEADING or len(words.split()) > _MOST_WORDS or bare[-1] in ".,;:?!":
        return False
    if is_labelled(bare):
        return False
    return (bare[0].isupper() or bare[0].isdigit()) and any(character.isalpha() for character in bare)


def tidy(text: str) -> str:
    """The text as people see it: spaces folded, none at the ends of lines, no empty line, nothing invisible."""
    lines = (_SPACES.sub(" ", line).strip() for line in _UNSEEN.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def sentences(text: str) -> list[str]:
    """The lines of a tidy text, joined where a forced break parts a sentence: the next begins with a small letter."""
    found: list[list[str]] = []
    for line in text.split("\n"):
        if found and line[:1].islower() and not found[-1][-1].endswith(_ENDS):
            found[-1].append(line)
        elif line:
            found.append([line])
    return [" ".join(lines) for lines in found]


def without_mark(words: str) -> str | None:
    """The words of a line before which somebody typed a mark as of a list ("- one"); None where none stands there."""
    found = _TYPED_MARK.match(words)
    return words[found.end() :] if found else None
