"""The capitalised phrases of a text, cut into names: bodies, plans, services, persons, and names of nobody known yet.

A phrase is found by one regular expression; what it holds is worked out once for each different phrase.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sysgraph.extraction.lexicon import POST_HEADS, POST_WORDS, UNDERTAKINGS
from sysgraph.extraction.prose.cuts import parted, possessed
from sysgraph.extraction.prose.leftovers import leftovers
from sysgraph.extraction.prose.piece import Piece, Word
from sysgraph.extraction.prose.words import (
    ALL_HEADS,
    CALENDAR,
    CUT_POSTS,
    FRONTS_OF_NAMES,
    GOES_ON_AS_POST,
    GOES_ON_WITH_OF,
    JOINERS,
    LONGEST_HEAD,
    LOWER_HEADS,
    LOWER_WORDS,
    MEMBERSHIP_GOES_ON,
    NAME_TELLERS,
    NAMES_ALONE,
    NOT_NAMES,
    OPENERS_OF_SENTENCES,
    PAIRED_PLACES,
    PARTIES,
    PLENARY,
)

_BETWEEN = JOINERS | {"the"}
_OF_TITLES = JOINERS | POST_WORDS
_WORD = r"[A-Z][\w'&]*(?:-[\w']+)*\.?(?<!\.)|[A-Z]&E"
_REST = r"[\w'&]*(?:-[\w']+)*\.?(?<!\.)"  # of a word after its capital
_JOINER = r"(?:(?:of|and|for|&|on|upon|the|OF|AND|FOR|THE) )"
_TAIL = (
    rf"(?: (?:{'|'.join(sorted(LOWER_WORDS))})){{0,5}} (?:{'|'.join(LOWER_HEADS)})\b(?! "
    rf"(?:{'|'.join(LOWER_HEADS)})\b)"
)
# "Governance, Performance and Risk Committee", "Northshire, Midshire and Southshire Integrated Care Board": what
# follows their first capital.
_LISTED = (
    r"[a-z]+(?:, [A-Z][a-z]+){1,3},? (?:and|&) (?:[A-Z][a-z]+ ){1,3}(?:\(\"?[A-Z]+\"?\) )?(?:[A-Z][a-z]+ )?"
    r"(?:Committee|Board|Panel|Partnership|Care Board|Group|Directorate|CCG|ICB|Trust)\b"
)
# The capital stands first and what must not stand before it second: the search then leaps from capital to capital.
RUN = re.compile(
    rf"[A-Z](?<![\w&].)(?<!\w'.)(?:(?:he [A-Z])?{_LISTED}|{_REST})"
    rf"(?: {_JOINER}{{0,2}}(?:{_WORD})| \(\"?[A-Z][\w&]{{1,8}}\"?\)(?= [A-Z]| (?:{'|'.join(LOWER_HEADS)})\b))*"
    rf"(?:{_TAIL}| programme (?:plan|board)\b)?"
)


def runs(text: str) -> list[tuple[int, str]]:
    """(offset, phrase) of the capitalised phrases in a normalised text that hold a name."""
    return [(match.start(), phrase) for match in RUN.finditer(text) if pieces(phrase := match[0])]


def is_name(text: str) -> bool:
    """Whether a text is one capitalised phrase and hardly more."""
    match = RUN.match(text)
    return match is not None and match.end() > len(text) - 6


@lru_cache(maxsize=65536)
def pieces(phrase: str) -> tuple[Piece, ...]:
    """The names in a capitalised phrase, in order."""
    words = [Word(m[0].rstrip(","), m.start(), m.end() - m[0].count(",")) for m in re.finditer(r"\S+", phrase)]
    found: list[Piece] = []
    for part in possessed(words):
        for each in parted(part):
            found += _names(each, phrase)
    return tuple(found)


def _names(words: list[Word], phrase: str) -> Iterator[Piece]:
    start = index = 0
    while index < len(words):
        if (start == index and words[index].key in _BETWEEN) or (start == index and _opens(words, index)):
            start = index + 1
        elif _of_another(words, index) or (start == index and _committee_of(words, index)):
            start = index + 1  # "Chair of the …": a post, read elsewhere; "a Committee of the …"
        elif index > start and words[index].text == "The":
            yield from leftovers(words[start:index], phrase)
            start = index + 1  # a sentence begins without the stop before it
        elif index > start and words[index].key == "the" and words[index - 1].key in JOINERS:
            start = index + 1  # "Membership of the …": no name goes on over "of the"
        elif index > start and words[index].text == "the":
            yield from leftovers(words[start:index], phrase)
            start = index + 1  # "a form of Committee the Board is …": nor over "the" alone
        elif length := _alone(words, index):
            yield _piece(
                words[index if words[index + 1].key == "and" else start : index + length], phrase, ("Board", "")
            )
            start, index = index + length, index + length - 1
        elif (front := _front(words, index)) and index + front[0] < len(words):
            yield from leftovers(words[start:index], phrase)
            end = _front_end(
                words, index + front[0], department="department" in words[index].key or "ministry" in words[index].key
            )
            yield _piece(words[index:end], phrase, front[1])
            start, index = end, end - 1
        elif (
            (head := _head(words, start, index))
            and not _as_post(words, index)
            and not _goes_on(words, start, index, head[0])
        ):
            named = _trimmed(words[start : index + 1])
            if _names_one(named, head[0]):
                yield _piece(named, phrase, head[1])
            start = index + 1
        index += 1
    yield from leftovers(words[start:], phrase)


def _names_one(named: list[Word], length: int) -> bool:
    """Whether words that end with a head of this length are a name: "The public board" is none without its opener."""
    if not any(word.text[0].isupper() for word in named) or _of_a_council(named):
        return False
    telling = [word for word in named[: len(named) - length] if word.key not in NOT_NAMES or word.key in NAME_TELLERS]
    return bool(telling) or _tells(named)


def _of_a_council(named: list[Word]) -> bool:
    """Whether words name a meeting or a side of a council and no body: "Full Council", "Labour Group"."""
    keys = [word.key for word in named]
    return (keys[-1] == "council" and PLENARY.issuperset(keys[:-1])) or (
        keys[-1] == "group" and len(keys) > 1 and keys[-2] in PARTIES
    )


def _of_another(words: list[Word], index: int) -> bool:
    """Whether a word is the head of a post whose body follows: "Chair of the …", "Terms of Reference of the …"."""
    if index + 1 >= len(words) or words[index + 1].key not in {"of", "for"} or _board_of(words, index):
        return False
    return words[index].key in POST_HEADS | {"reference", "designate", "elect"} or _chief(words, index)


def _committee_of(words: list[Word], index: int) -> bool:
    return words[index].key.endswith("committee") and index + 1 < len(words) and words[index + 1].key == "of"


def _chief(words: list[Word], index: int) -> bool:
    return words[index].key == "executive" and index > 0 and words[index - 1].key == "chief"


def _board_of(words: list[Word], index: int) -> bool:
    return index > 0 and words[index - 1].key in {"board", "council"}


def _tells(named: list[Word]) -> bool:
    """Whether a head alone is a name: "Governing Body", "Cabinet" are said of one body as if they were."""
    return " ".join(word.key for word in named) in NAMES_ALONE


def _alone(words: list[Word], index: int) -> int:
    """How many words from here are a name that is all head: "Board of Directors", "Overview and Scrutiny"."""
    keys = [word.key for word in words[index : index + 3]]
    if len(keys) < 3 or " ".join(keys) not in NAMES_ALONE:
        return 0
    return 3 if keys[1] == "of" or (keys[1] == "and" and index + 3 == len(words)) else 0


def _opens(words: list[Word], index: int) -> bool:
    """Whether a word can begin a sentence but not a name."""
    key = words[index].key
    if key in UNDERTAKINGS:
        return index + 1 < len(words) and words[index + 1].key in {"the", "a", "an"}
    return (
        (key in OPENERS_OF_SENTENCES and not _of_members(words, index))
        or key in CALENDAR
        or words[index].text.startswith("(")
    )


def _of_members(words: list[Word], index: int) -> bool:
    """Whether "Membership" tells what a body is for: "Membership Engagement Committee"."""
    after = [word.key for word in words[index + 1 : index + 3]]
    follows = after[1:] if after[:1] in (["and"], ["&"]) else after[:1]
    return words[index].key == "membership" and not MEMBERSHIP_GOES_ON.isdisjoint(follows)


def _front(words: list[Word], index: int) -> tuple[int, tuple[str, str]] | None:
    for length in (3, 2, 1):
        key = " ".join(word.key for word in words[index : index + length])
        if key in FRONTS_OF_NAMES and index + length < len(words):
            return length, FRONTS_OF_NAMES[key]
    return None


def _paired(words: list[Word], index: int) -> bool:
    """Whether an "and" belongs to the name of a place: "Healthwatch Barking and Dagenham"."""
    return index + 1 < len(words) and words[index].key in {"and", "&"} and words[index + 1].key in PAIRED_PLACES


def _front_end(words: list[Word], index: int, *, department: bool) -> int:
    while (
        index < len(words)
        and (department or words[index].key not in JOINERS or _paired(words, index))
        and words[index].key not in {"commissioning", "board"}
    ):
        index += 1
    return max(index, 1)


def _head(words: list[Word], start: int, index: int) -> tuple[int, tuple[str, str]] | None:
    for length in range(min(LONGEST_HEAD, index - start + 1), 0, -1):
        key = " ".join(word.key for word in words[index - length + 1 : index + 1])
        if key in ALL_HEADS:
            return length, ALL_HEADS[key]
    return None


def _as_post(words: list[Word], index: int) -> bool:
    """Whether a head only tells what a post is of: "Cabinet Member"."""
    return (
        words[index].key in {"cabinet", "council", "executive"}
        and index + 1 < len(words)
        and words[index + 1].key in {"member", "members", "lead", "portfolio", "office"}
    )


def _goes_on(words: list[Word], start: int, index: int, length: int) -> bool:
    """Whether the name goes on after a head: another head follows before an "and" parts the two."""
    bare = index - start + 1 == length
    head_is_board = words[index].key in {"board", "committee", "cabinet", "body", "group", "panel"}
    if words[index].key in {"department", "directorate"} and not bare:
        return False
    for offset, word in enumerate(words[index + 1 :], start=index + 1):
        if word.key in {"and", "&"} and bare and (length > 1 or words[index].key in {"council", "trust", "ccg", "icb"}):
            return False
        if (
            word.key in {"and", "&"}
            and (not bare or (offset + 1 < len(words) and words[offset + 1].key == "the"))
            and not _serves(words, index)
        ):
            return False
        if (
            word.key in JOINERS - {"and", "&"}
            and not bare
            and not (offset == index + 1 and words[index].key in GOES_ON_WITH_OF)
        ):
            return False
        if word.key in GOES_ON_AS_POST and head_is_board:
            return False
        if word.key in CUT_POSTS or _front(words, offset):
            return False
        if _head(words, index + 1, offset):
            return True
    return False


def _serves(words: list[Word], index: int) -> bool:
    """Whether "services and" goes on to the board that they are services of: "Care Services and Housing Committee"."""
    rest = [word.key for word in words[index + 2 :]]
    return (
        words[index].key == "services"
        and bool(rest)
        and rest[-1] in {"committee", "board", "panel"}
        and "the" not in rest
    )


def _trimmed(words: list[Word]) -> list[Word]:
    """The words of a name without a post or a person in front of it."""
    for index in range(len(words) - 3, -1, -1):
        if words[index].key in CUT_POSTS and words[index + 1].key not in _OF_TITLES:
            words = words[index + 1 :]
            break
    while len(words) > 1 and (
        words[0].key in JOINERS
        or (words[0].key in OPENERS_OF_SENTENCES and not _of_members(words, 0))
        or words[0].text.startswith("(")
    ):
        words = words[1:]
    return words


def _piece(words: list[Word], phrase: str, meaning: tuple[str, str]) -> Piece:
    kind, category = meaning
    text = phrase[words[0].start : words[-1].end]
    if (
        category == "nhs_trust"
        and "NHS" not in text.upper()
        and not any(w.key in {"hospital", "hospitals", "foundation", "healthcare"} for w in words)
    ):
        category = ""
    return Piece(words[0].start, words[-1].end, text, kind, category)
