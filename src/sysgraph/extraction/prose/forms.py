"""Patterns as people write them, made into regular expressions over a masked sentence.

In a masked sentence each name is one letter of a private alphabet, which says its kind, and fillers up to its length.
A form is words with a few marks:

    {A} and {B}          the source and the target: one actor, or a list of them; {A:Board Role} narrows the kinds
    (a|b)  [x]           one of; may be left out
    *                    up to seven words that are no names
    **                   anything up to the end of the clause, names too
    <aux>                forms of be, have and will, with adverbs; "not" and "should" too, which decide the stance
    <app>                something put in between commas
    <in>                 a comma, a dash or a bracket that opens
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sysgraph.vocabulary import RELATIONSHIPS

FILL = "\x01"
_BASE = 0xE000
_ROOM = 0x100
CODES = "OUNBRPCMSLG"
_BITS = {code: 1 << number for number, code in enumerate(CODES)}
CODE_OF = {
    "Organisation": "O",
    "Partnership": "N",
    "Board": "B",
    "Role": "R",
    "Person": "P",
    "CommissioningArrangement": "C",
    "PooledBudget": "M",
    "Service": "S",
    "Plan": "L",
}
# O is an organisation that the document or register knows as one, U a name that nobody knows, G a seat.
_KIND_CODES = {**CODE_OF, "Organisation": "OU", "Seat": "G", "Known": "O", "Stranger": "U"}

_ADVERB = (
    r"(?:[a-z]+ly|also|now|then|still|already|both|not|never|no longer|well|together|in turn|itself|themselves|back|"
    r"recently|in addition|in addition,)"
)
_AUX = (
    r"(?:is|are|was|were|be|been|being|has|have|had|having|will|shall|should|would|could|may|might|must|can|"
    r"cannot|did|does|do|to|"
    rf"isn't|wasn't|weren't|doesn't|didn't|being|due|planned|expected|intended|needs|needed|need|who|which|"
    rf"that|{_ADVERB})"
)
_AUXES = rf"(?:{_AUX} ){{0,6}}"
_NO_ACTORS = "SLMGC"  # kinds that may stand among the words between two actors
_SEPARATOR = (
    r"(?:, and |, as well as |, with |, | and | or | & |/|; | as well as |;? in addition to | together with | "
    r"along with |"
    r" and, in particular,? |, and in particular | alongside | in conjunction with | and with |"
    r" and (?:one|two|three|four|five|six|\d+) (?:from|of) |"
    r",? including (?:the (?:delivery|implementation|development) of )?)"
)
# What may stand before an actor. No list begins with "by", or "X was set up by Y" would be read as "X set up Y".
_FIRST = r"(?:both |from |representatives (?:of|from) |members of |with |in |at |to |of |the |also )?"
_LEAD = rf"(?:by |{_FIRST[3:-2]})?"


def letter(code: str, number: int) -> str:
    """The private letter of the actor with this number among those of its kind."""
    return chr(_BASE + CODES.index(code) * _ROOM + number % _ROOM)


def bits(codes: str) -> int:
    """A bit for each of these kinds."""
    found = 0
    for code in codes:
        found |= _BITS[code]
    return found


@lru_cache(maxsize=512)
def letters(codes: str) -> str:
    """A character class's inside: the private letters of these kinds."""
    return "".join(
        f"{chr(_BASE + CODES.index(c) * _ROOM)}-{chr(_BASE + CODES.index(c) * _ROOM + _ROOM - 1)}" for c in codes
    )


ANY = letters(CODES)
_SIGN = re.compile(f"[{ANY}]")
_BRACKETED = re.compile(r"\([^()]*\)")
_WORDS = (
    r"(?:(?!(?:by|its|their|which|who|that|but|while|whilst|where|because|although|so|when|if)\b)"
    rf"[\w'\"%£&/.{letters(_NO_ACTORS)}{FILL}-]+,? ){{0,9}}?"
)


def one(codes: str) -> str:
    """The regular expression of one actor of these kinds."""
    return f"[{letters(codes)}]{FILL}*(?: for 20\\d\\d[-/ to\\d]*)?(?: \\([^()]{{0,60}}\\))?(?:'s?(?![a-z]))?"


def several(codes: str) -> str:
    """The regular expression of a list of actors of these kinds."""
    item = one(codes)
    return f"{_FIRST}{item}(?:{_SEPARATOR}{_LEAD}{item})*"


def signs(words: str) -> list[str]:
    """The letters of the actors of a list; who stands in brackets behind another is none of them."""
    return _SIGN.findall(_BRACKETED.sub("", words) if "(" in words else words)


def codes_of(type_: str, end: int, narrowed: str = "") -> str:
    """The letters' kinds that a relationship may have at an end (0 source, 1 target), narrowed to the kinds named."""
    kinds = {ends[end] for ends in RELATIONSHIPS[type_].ends}
    if narrowed:
        kinds = set(narrowed.split())
    codes = "".join(dict.fromkeys("".join(_KIND_CODES.get(kind, "") for kind in sorted(kinds))))
    return codes + ("G" if type_ == "MEMBER_OF" and end == 0 and not narrowed else "")


@lru_cache(maxsize=1024)
def expression(type_: str, form: str) -> re.Pattern[str]:
    """The regular expression of a form; groups A and B are the source and the target."""
    parts = list(tokens(form))
    opening = next((number for number, part in enumerate(parts) if part[0] in "{<*"), len(parts))
    # A sentence may begin with the words before the first actor.
    return re.compile(f"(?i:{_sequence(parts[:opening], type_, more=True)}){_sequence(parts[opening:], type_)}")


def tokens(form: str) -> Iterator[str]:
    """The words and marks of a form: bracketed parts whole."""
    depth = 0
    token = ""
    for character in form:
        if character == "<" and depth == 0 and token:
            yield token
            token = ""
        depth += (character in "[({<") - (character in "])}>")
        if character == ">" and depth == 0:
            yield token + character
            token = ""
        elif character == " " and depth == 0:
            if token:
                yield token
            token = ""
        else:
            token += character
    if token:
        yield token


_GLUED = {"[,]": ",? ", "<app>": "(?:,[ \x02][^;]{3,140}?,)?,? ", "<in>": r"(?:, | \(| - | )"}


def _sequence(tokens: list[str], type_: str, *, more: bool = False) -> str:
    built = ""
    for index, token in enumerate(tokens):
        piece, spaced = _token(token, type_)
        if token in {",", ":"}:
            built = built.removesuffix(" ") + piece
        elif token in _GLUED:
            built = built.removesuffix(" ") + _GLUED[token]
        else:
            built += piece
        if spaced and (more or index + 1 < len(tokens)):
            built += " "
    return built


def _token(token: str, type_: str) -> tuple[str, bool]:
    """(regular expression, whether a space follows) of one token."""
    if token.startswith("{"):
        name, _, kinds = token[1:-1].partition(":")
        end = 1 if name.startswith("B") else 0
        return f"(?P<{name}>{several(codes_of(type_, end, kinds))})", True
    if token.startswith("[") and token not in _GLUED:
        inner = token[1:-1]
        return (_WORDS if inner == "*" else f"(?:(?:{_sequence(list(tokens(inner)), type_)}) )?"), False
    if token == "*":
        return _WORDS, False
    if token == "**":
        return "[^;:]{0,160}?", False
    if token == "<aux>":
        return _AUXES, False
    if token in {",", ":"}:
        return re.escape(token), True
    if token in _GLUED:
        return "", False
    return token.replace("(", "(?:"), True
