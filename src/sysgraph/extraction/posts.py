"""People, posts and departments by the words they are made of, read from a word onwards.

A post runs from its first word ("Assistant") over its head ("Director") to the end of what it is for ("of Commissioning
and Partnerships"), and stops where a body, a person or another post begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sysgraph.extraction.lexicon import COMBINED, GIVEN_NAMES, POST_HEADS, POST_SHORT, POST_WORDS, TITLES

_HEADS = "|".join(sorted(POST_HEADS, key=len, reverse=True))
_WORD = re.compile(rf"(?i:{_HEADS})(?=-\w)|(?:£|[^\W_])[\w&'’]*(?:\.(?=\s|$))?(?:-\w+)*|\n|[^\w\s]")
_LONGEST_FRONT = 5
_ALSO_FRONTS = frozenset(
    {"principal", "lead", "nurse", "specialist", "partner", "member", "elected", "designated"}
)  # "Principal Social Worker"
_MARKS = {"–": "-", "—": "-", "•": ";", "&": "&", "and": "&", "|": ";", "+": "&"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a cell."""

    text: str
    start: int
    end: int
    of_body: bool = False  # whether it is a word of the name of a body that the document knows, a place's most of all

    @property
    def key(self) -> str:
        """The word in small letters."""
        return self.text.lower().replace("’", "'").rstrip(".")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def mark(self) -> str | None:
        """The mark that this word is, or stands for, else None."""
        return _MARKS.get(self.text, None if self.text[0].isalnum() or self.text[0] == "£" else self.text)

    @property
    def postlike(self) -> bool:
        """Whether it is a word of the titles of posts."""
        return self.key in POST_WORDS or self.head

    @property
    def head(self) -> bool:
        """Whether a post may end with it, or be it: "Director", "AO"."""
        return self.key in POST_HEADS or (self.text.isupper() and self.key in POST_SHORT)

    @property
    def namelike(self) -> bool:
        """Whether it may be a word of a person's name."""
        return (
            self.capital
            and self.text.replace("-", "").replace("'", "").replace("’", "").isalpha()
            and not self.text.isupper()
        )


def read_words(text: str, start: int, end: int, proper: frozenset[str] = frozenset()) -> list[Word]:
    """The words and marks of a stretch of a text; `proper` are the words of names of bodies, in small letters."""
    matches = _WORD.finditer(text, start, end)
    return [Word(match[0], match.start(), match.end(), match[0].lower() in proper) for match in matches]


def person_at(words: Sequence[Word], index: int) -> int:
    """How many words from here are a person's name, or 0."""
    length = 0
    titled = words[index].key in TITLES
    while index + length < len(words) and words[index + length].key in TITLES:
        length += 1
    rest = words[index + length : index + length + 3]
    if not rest or not rest[0].capital or rest[0].mark:
        return 0
    if not titled and rest[0].key not in GIVEN_NAMES and _unknown_before_head(words, index):
        return 0
    if len(rest) > 1 and len(rest[0].text.rstrip(".")) == 1 and rest[0].text != "A" and rest[1].namelike:
        return length + 2
    given = rest[0].key in GIVEN_NAMES
    if rest[0].of_body and not given and not titled:
        return 0
    count = 0
    for place, word in enumerate(rest):
        unknown = word.namelike and not word.postlike
        if not (unknown or (given and place == 1 and word.namelike and not word.head)):
            break
        if place == 2 and word.key in GIVEN_NAMES:
            break
        count += 1
    return length + count if count >= 2 or (titled and count == 1) else 0


def _unknown_before_head(words: Sequence[Word], index: int) -> int:
    """How many words stand here before the head of a post that they belong to ("Repairs Team Leader"), or 0."""
    at = index
    while at < len(words) and at - index < _LONGEST_FRONT:
        if at > index and words[at].head:
            return at - index
        joins = at > index and (words[at].key in {"for", "of", "and"} or words[at].mark == "&")
        if not joins and (words[at].mark or not words[at].capital or words[at].key in TITLES):
            return 0
        at += 1
    return 0


def post_at(words: Sequence[Word], index: int) -> int:
    """How many words from here are the title of a post, or 0."""
    if not words[index].capital:
        return 0
    front = 0 if words[index].postlike else _unknown_before_head(words, index)
    if not words[index].postlike and not front:
        return 0
    at = index + front
    end = index
    headed = False
    while at < len(words):
        step = _post_step(words, index, at, headed=headed)
        if step == 0:
            break
        headed = headed or _is_head(words, at)
        at += step
        if not words[at - 1].mark:
            end = at
    if not headed and (front := _unknown_before_head(words, index)):
        return front + 1
    return end - index if headed else 0


def _is_head(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the head of a post: "Executive" is where "Chief" stands before it."""
    if words[at].key in _ALSO_FRONTS and at + 1 < len(words):
        following = words[at + 1]
        if (following.postlike and _begins_post(words, at + 1)) or (
            following.namelike and _unknown_before_head(words, at + 1)
        ):
            return False
    chief = words[at].key in {"executive", "executives"} and at > 0 and words[at - 1].key == "chief"
    return words[at].head or chief


def _post_step(words: Sequence[Word], first: int, at: int, *, headed: bool) -> int:
    """How many words from here go on with a post that began at `first`; 0 where it has ended."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.mark in {"&", ",", "-"} or word.key in {"of", "for", "to", "in", "the", "on"}:
        joins = (
            following is not None
            and not following.mark
            and (following.capital or following.key in POST_WORDS | {"the"})
        )
        if not headed and word.mark in {",", "-"}:
            joins = False
        if headed and word.mark == "&" and (held := _held_along(words, at + 1)):
            return 1 + held
        return int(joins and following is not None and _function_goes_on(words, at))
    if word.mark:
        return 0
    if word.postlike:
        adjacent = headed and not words[at - 1].mark and words[at - 1].key not in {"of", "for", "the", "to", "in"}
        return 0 if adjacent and at > first and _begins_post(words, at) and not _is_head(words, at) else 1
    before = words[at - 1]
    after_joint = before.mark in {"&", ",", "-"} or before.key in {"of", "for", "the", "to", "in"}
    if not word.capital or not headed:
        return 0
    last = following is None or bool(following.mark)
    if last and before.key in POST_WORDS and any(one.key in {"of", "for"} for one in words[first:at]) and word.namelike:
        return 1  # "Head of Housing Options"
    if word.text.isupper() and before.text.isupper() and before.head:
        return 1  # "HOD NOAP": the initials of what an abbreviated post is for
    return int(after_joint or (following is not None and following.key in POST_WORDS and word.namelike))


def _function_goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether what a post is for goes on after "of", "and", a comma or a dash."""
    mark, after = words[at].mark, at + 1
    if words[after].key == "the":
        return False
    if mark is None:
        return True
    if _begins_post(words, after):
        return False
    if mark in {",", "-"}:
        known = words[after].key in POST_WORDS
        place = after + 1 < len(words) and words[after].namelike and words[after + 1].key in POST_WORDS
        return (known or (mark == "-" and place)) and not person_at(words, after)
    return not (words[after].key in GIVEN_NAMES and person_at(words, after))


def _held_along(words: Sequence[Word], at: int) -> int:
    """How many words from here are a designation that goes along with a post ("… and Monitoring Officer"), or 0."""
    phrase = " ".join(word.key for word in words[at : at + _LONGEST_FRONT])
    return next((len(one.split()) for one in COMBINED if f"{phrase} ".startswith(f"{one} ")), 0)


def _begins_post(words: Sequence[Word], at: int) -> bool:
    """Whether the words from here reach the head of a post before anything parts them."""
    while at < len(words) and words[at].postlike:
        if _is_head(words, at):
            return True
        at += 1
    return False


def department_at(words: Sequence[Word], index: int) -> int:
    """How many words from here name a department by what it is for ("Adult Social Care"), or 0."""
    at = index
    local = words[index].of_body
    while at < len(words) and (
        words[at].postlike
        or words[at].of_body
        or (at > index and (words[at].mark == "&" or (local and words[at].namelike)))
    ):
        at += 1
    while at > index and words[at - 1].mark:
        at -= 1
    return at - index if at > index and words[index].capital else 0
