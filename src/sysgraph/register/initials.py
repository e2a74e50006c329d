"""Whether letters can be the initials of a name, and whether two abbreviations are one slip of the pen apart."""

import re
from functools import lru_cache
from itertools import product

from sysgraph.register.folding import SMALL_WORDS

_COMPOUNDS = {
    "wellbeing": "wb",
    "healthcare": "hc",
    "healthwatch": "hw",
    "homecare": "hc",
    "childcare": "cc",
    "multidisciplinary": "md",
    "multiagency": "ma",
    "subcommittee": "sc",
    "subgroup": "sg",
}
"""Words written as one that may give a letter for each part."""

_AS_FIGURES = {"to": "2", "for": "4"}
"""Small words that abbreviations write as figures: "D2A" for "Discharge to Assess"."""

_PREFIXES = frozenset({"anti", "co", "cross", "inter", "multi", "non", "post", "pre", "re", "sub"})
_TAIL = frozenset({"nhs", "foundation", "trust", "ft"})
_COMMISSIONERS = (" ccg", " icb", " clinical commissioning group", " integrated care board")
"""Endings of the bodies that write "NHS" before their name and leave it out of their initials."""

_ABBREVIATIONS = frozenset({"a&e", "ccg", "cqc", "gp", "icb", "ics", "nhs", "stp"})
"""Abbreviations that are known for what they are even in a name written all in capitals."""

_WORD = re.compile(r"&|[^\W_]+(?:[&'’.-][^\W_]+)*")
_FEWEST = 2
_FEWEST_FOR_A_SLIP = 4


def is_initialism(short: str, name: str) -> bool:
    """Whether `short`, spelt as the document spells it, gives the initial letters of `name`, in order and all of them.

    Small words may give their letter or not; "NHS", "Foundation" and "Trust" at the end may be left out; a word that is
    itself an abbreviation gives all its letters; the parts of "well-being" give one letter or two.
    """
    letters = _letters(short)
    givings = _givings(name)
    if letters is None or not givings:
        return False
    plural = letters.endswith("s") and short.rstrip().endswith("s") and name.rstrip().endswith("s")
    goals = {letters, letters[:-1]} if plural and len(letters) > _FEWEST else {letters}
    return any(_spells(goal, givings) for goal in goals)


def one_slip(a: str, b: str) -> bool:
    """Whether two abbreviations of four letters or more differ by one letter added, lost or changed, or two swapped."""
    left, right = (re.sub(r"[\W_]", "", one).casefold() for one in (a, b))
    if min(len(left), len(right)) < _FEWEST_FOR_A_SLIP or left == right:
        return False
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return max(len(left), len(right)) == 1 or (len(left) == len(right) == _FEWEST and left == right[::-1])


@lru_cache(maxsize=4096)
def _letters(short: str) -> str | None:
    """The letters of an abbreviation in lower case, "&" among them, or nothing where it does not look like one."""
    kept = re.sub(r"[\s./'’-]", "", short)
    capitals = sum(letter.isupper() for letter in kept)
    small = sum(letter.islower() for letter in kept)
    if capitals < _FEWEST or small > capitals or not re.fullmatch(r"[^\W_]+(?:&[^\W_]+)*", kept):
        return None
    return kept.casefold()


def _spells(letters: str, givings: tuple[frozenset[str], ...]) -> bool:
    """Whether words, each giving one of the strings that it can give, spell the letters.

    Walks the words once and keeps every place in the letters that some choice so far has reached.
    """
    reached = {0}
    for given in givings:
        reached = {at + len(part) for at in reached for part in given if letters.startswith(part, at)}
        if not reached:
            return False
    return len(letters) in reached


@lru_cache(maxsize=4096)
def _givings(name: str) -> tuple[frozenset[str], ...]:
    """The strings that each word of a name can give to an abbreviation; a name is mostly asked about many of these."""
    words = _WORD.findall(name)
    shouted = name.isupper()
    given = []
    plain = [word.casefold() for word in words]
    core = len(words)
    while core and plain[core - 1] in _TAIL:
        core -= 1
    for at, word in enumerate(words):
        gives = _given(word, shouted=shouted)
        in_tail = 0 < core <= at
        in_style = at == 0 and plain[0] == "nhs" and (core < len(words) or " ".join(plain).endswith(_COMMISSIONERS))
        given.append(gives | {""} if in_tail or in_style else gives)
    return tuple(given)


@lru_cache(maxsize=65536)
def _given(word: str, *, shouted: bool) -> frozenset[str]:
    """The strings that one word can give to an abbreviation."""
    plain = word.casefold()
    if plain in {"&", "and"}:
        return frozenset({"", "a", "&"})
    if plain in SMALL_WORDS:
        return frozenset({"", plain[0], _AS_FIGURES.get(plain, "")})
    if plain == "nhs":
        return frozenset({"nhs", "n"})
    if plain in {"ft", "st"}:
        return frozenset({plain, plain[0]})
    if "-" in word:
        return _given_by_parts(word.split("-"))
    bare = re.sub(r"['’.]", "", plain)
    known = bare in _ABBREVIATIONS
    if known or (not shouted and _is_abbreviation(word)):
        return frozenset({bare, bare.replace("&", "")})
    return frozenset({bare[0], _COMPOUNDS.get(bare, bare[0])})


def _is_abbreviation(word: str) -> bool:
    """Whether a word of an ordinarily written name is letters itself: "CCG", "A&E", "GPs", or a number."""
    return word.isdigit() or (len(word) > 1 and word.removesuffix("s").isupper())


def _given_by_parts(parts: list[str]) -> frozenset[str]:
    """What a hyphenated word can give: a letter for each part, or fewer where a part is small or a prefix leads."""
    bare = "".join(parts).casefold()
    loose = bare in _COMPOUNDS or parts[0].casefold() in _PREFIXES
    choices = []
    for at, part in enumerate(parts):
        letter = part[0].casefold()
        # "Southend-on-Sea" has two capitals and gives both; "Long-term" may give one letter.
        needed = at == 0 or not (loose or part[0].islower() or part.casefold() in SMALL_WORDS)
        choices.append({letter} if needed else {letter, ""})
    return frozenset("".join(chosen) for chosen in product(*choices))
