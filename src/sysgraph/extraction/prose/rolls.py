"""Rolls of people that run on in a paragraph: "Present: Cllr A Green (Chair), C White (Director of Care)"."""

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs

from sysgraph.extraction.lexicon import GIVEN_NAMES, POST_HEADS, POST_WORDS, TITLES
from sysgraph.extraction.prose.lists import MEMBERS, THERE
from sysgraph.extraction.prose.words import ALL_HEADS, CALENDAR, NOT_NAMES

_TITLE = (
    r"(?:(?:Councillors?|Cllrs?|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Reverend|Alderman)"
    r"\.? )"
)
_NAME = re.compile(rf"{_TITLE}*(?:[A-Z](?:\.|\b) ?(?:[A-Z](?:\.|\b) ?)?|[A-Z][\w'-]+ )(?:[A-Z][\w'-]+ )?[A-Z][\w'-]+")
_TITLED = re.compile(rf"{_TITLE}+[A-Z][\w'-]+")
_ENDS = re.compile(r"\s*(?:[,;:().]|-|$)| (?:and|&) ")
_IN_THE_CHAIR = re.compile(
    rf"(?P<name>{_TITLE}*(?:[A-Z][\w'.-]* ){{0,2}}[A-Z][\w'-]+),? ?\(?(?:was )?in the [Cc]hair\b"
)
_INITIALLED = re.compile(rf"(?P<name>{_TITLE}*(?:[A-Z][\w'-]+ ){{1,2}}[A-Z][\w'-]+) \([A-Z][A-Za-z]{{1,3}}\)")
# What announces a roll, up to the colon or dash behind it.
_MARK = re.compile(
    r"\b(?:(?P<there>in attendance|also (?:present|attended|in attendance)|apologies(?: for absence)?(?: "
    r"(?:were )?received from)?|officers (?:present|in attendance)|observers)|"
    r"(?P<members>(?:members )?present|members in attendance|(?:core |voting |statutory |non-statutory "
    r")?members))$",
    re.IGNORECASE,
)
_LONGEST_MARK = 50
_NAMES_FOLLOW = re.compile(r"[:–-]\s*(?=[A-Z])")
_ITEM = re.compile(r"[^,;()]+(?:,?\s*\([^)]*\))*")
_FEWEST = 2
_OF_POSTS = POST_WORDS | POST_HEADS
_NO_PERSONS = (POST_HEADS | ALL_HEADS.keys() | CALENDAR) - {"councillor", "councillors"}
_ANNOUNCES = (
    "resent",
    "RESENT",
    "ttendance",
    "TTENDANCE",
    "pologies",
    "POLOGIES",
    "embers",
    "EMBERS",
    "fficers",
    "bservers",
    "in the chair",
    "in the Chair",
)


def announces(text: str) -> bool:
    """Whether a paragraph has words of which some stand in every mark of a roll, or beside who is in the chair."""
    return bool(_search().find_matches_as_indexes(text))


@cache
def _search() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(_ANNOUNCES, implementation=ahocorasick_rs.Implementation.DFA)


def marked(text: str) -> Iterator[tuple[str, int, int]]:
    """(mode, start, end) of the rolls that a paragraph announces with "Present:" and the like."""
    marks = []
    for follow in _NAMES_FOLLOW.finditer(text):
        stop = follow.start() - (text[follow.start() - 1 : follow.start()] == " ")
        if mark := _MARK.search(text, max(0, stop - _LONGEST_MARK), stop):
            marks.append((mark, follow.end()))
    for number, (mark, start) in enumerate(marks):
        end = marks[number + 1][0].start() if number + 1 < len(marks) else len(text)
        yield (THERE if mark["there"] else MEMBERS), start, end


def roll(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """(start, end of the name, end of the entry) of each person in a run of names; empty where it is none."""
    found = []
    at = start
    while at < end:
        item = _ITEM.match(text, at, end)
        if not item:
            at += 1
            continue
        entry = _entry(text, item.start(), item.end())
        if entry:
            found += entry
        elif len(found) < _FEWEST and item[0].strip():
            return []
        at = item.end() + 1
    return found if len(found) >= _FEWEST else []


def _entry(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The persons of one item between commas: mostly one, two where "and" or a bracket parts them."""
    found = []
    at = start
    while at < end:
        while at < end and (text[at] in " .\t" or text.startswith(("and ", "& "), at)):
            at += 4 if text.startswith("and ", at) else 1
        if at >= end:
            break
        name = person(text, at, end)
        if not name:
            break
        stop = name
        while bracket := re.compile(r",?\s*\([^)]*\)").match(text, stop, end):
            stop = bracket.end()
        found.append((at, name, stop))
        at = stop
    return found


def person(text: str, start: int, end: int) -> int:
    """Where a person's name ends that begins here, or 0: capitalised words that are none of posts or bodies."""
    match = _NAME.match(text, start, end) or _TITLED.match(text, start, end)
    if not match:
        return 0
    words = [word.strip(".").lower() for word in match[0].split()]
    bare = [word for word in words if len(word) > 1 and word not in GIVEN_NAMES and word not in TITLES]
    if any(word in _NO_PERSONS for word in bare):
        return 0
    if _TITLED.match(match[0]):
        return match.end()
    if any(word in POST_WORDS or word in NOT_NAMES for word in bare):
        return 0
    return (
        match.end()
        if _ENDS.match(text, match.end(), end) or (words[0] in GIVEN_NAMES and _post_follows(text, match.end()))
        else 0
    )


def _post_follows(text: str, at: int) -> bool:
    following = re.match(r" ([A-Za-z-]+)", text[at : at + 30])
    return following is not None and following[1].lower() in _OF_POSTS


_BEFORE_NAMES = _OF_POSTS | {"taker", "minutes", "note", "clerk"}


def _without_post(text: str, start: int, end: int) -> int:
    """Where the name begins in capitalised words of which the first may end the line before."""
    words = text[start:end].split(" ")
    while len(words) > 2 and words[0].lower() in _BEFORE_NAMES and words[0].lower().rstrip(".") not in TITLES:
        start += len(words.pop(0)) + 1
    return start


def _is_body(name: str) -> bool:
    """Whether a name before initials is a body's: "Local Medical Committee (LMC)", though not "Jane Ward (JW)"."""
    words = name.lower().split()
    return words[-1] in ALL_HEADS and words[0] not in GIVEN_NAMES and words[0].rstrip(".") not in TITLES


def in_the_chair(text: str) -> tuple[int, int] | None:
    """(start, end) of the name of whom a line says to be in the chair."""
    found = _IN_THE_CHAIR.search(text) if "in the chair" in text or "in the Chair" in text else None
    return found.span("name") if found else None


def with_initials(text: str, begin: int = 0, stop: int | None = None) -> list[tuple[int, int, int]]:
    """(start, end of the name, end of the entry) of the people whose initials stand behind their names in brackets."""
    starts = [
        (_without_post(text, match.start(), match.end("name")), match.end("name"))
        for match in _INITIALLED.finditer(text, begin, len(text) if stop is None else stop)
        if not _is_body(match["name"])
    ]
    ends = [*(start for start, _ in starts[1:]), len(text) if stop is None else stop] if starts else []
    return [(start, name, len(text[:end].rstrip())) for (start, name), end in zip(starts, ends, strict=True)]
