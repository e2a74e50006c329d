"""How one name is spelt: the key that all spellings of it share."""

import re
import unicodedata
from functools import lru_cache

SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "upon", "with"})
"""Words that a name may lose in its initials and that carry no difference between two names."""

_QUOTES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "`": "'", "\u00ad": None, "\u200b": None}
)
_INITIALS_WITH_STOPS = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_NOT_A_WORD = re.compile(r"[\W_]+")
_EQUIVALENT = (
    (re.compile(r"\bwell being\b"), "wellbeing"),
    (re.compile(r"\bhealth care\b"), "healthcare"),
    (re.compile(r"\bco (?=ordinat|operat|production|opted)"), "co"),
    (re.compile(r"\bsub (?=committee|group)"), "sub"),
    (re.compile(r"\bclinical commissioning group(?=s?\b)"), "ccg"),
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key that two spellings of one name share: lower case, single spaces, no punctuation.

    Curly quotes, "&", possessives, hyphens, a leading article and "well-being" make no difference; a plural does, and
    so does "NHS" (see `variants`).
    """
    text = unicodedata.normalize("NFKC", name).translate(_QUOTES).casefold().replace("&", " and ")
    text = _INITIALS_WITH_STOPS.sub(lambda found: found[0].replace(".", ""), text)
    text = _NOT_A_WORD.sub(" ", _POSSESSIVE.sub("", text)).strip()
    for pattern, word in _EQUIVALENT:
        text = pattern.sub(word, text)
    return _without_article(text)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    # "A&E" has become "a and e", which begins with no article.
    if first in {"the", "a", "an"} and rest and not rest.startswith("and "):
        return rest
    return text
