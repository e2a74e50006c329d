"""What a cell holds, whatever its column is called: nothing, a reference, a date, a status, owners, or words."""

import re
from enum import Enum
from functools import lru_cache

from sysgraph.extraction import dates
from sysgraph.extraction.lexicon import COLLECTIVE, NOTHING, POST_HEADS, POST_WORDS, TO_BE_CONFIRMED, UNDERTAKINGS
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.units import units


class Kind(Enum):
    """What a cell holds."""

    BLANK = "blank"
    REFERENCE = "reference"
    DATE = "date"
    STATUS = "status"
    OPEN = "open"  # to be confirmed, not applicable, ongoing: fits many columns
    OWNERS = "owners"
    SHORT = "short"
    LONG = "long"


_REFERENCE = re.compile(
    r"^\(?(?:[A-Z]{1,6}[ .:/-]{0,2})?(?:(?i:rec|action|item|no|ref|recommendation)\.?\s*)?"
    r"(?:\d{1,4}(?:[./-]\d{1,4}){0,4}|\d{0,3})[a-z]?(?:\([a-z0-9]{1,4}\))?[.)]?$"
)
_PLAIN_REFERENCE = re.compile(r"^\d{1,3}(?:\.\d{1,2})?[a-z]?[.)]?$|^\d{1,2}(?:\.\d){2,4}$")
_REFERENCE_FORM = re.compile(r"\d|^[A-Z]\.?$|^\(?[ivx]{1,4}\)?\.?$|^[A-Za-z]\)$")
COLOURS = frozenset(
    (
        "red amber green blue yellow orange grey gray white black purple r a g b y ag ar ra ga r/a a/g a/r g/a brag "
        "rag amber/green amber/red red/amber green/amber amber-green amber-red"
    ).split()
)
_STATES = re.compile(
    r"^(?:(?:action\s+|task\s+)?(?:complete[d]?|closed?|delivered|achieved|done|implemented|finished|met)(?:\s+with\s+assurance)?|"
    r"on[\s-]?(?:track|target|schedule|going|plan|hold)(?:\s+(?:to\s+deliver|for\s+delivery))?|off[\s-]?(?:track|target)|"
    r"(?:some|minor|major|significant)\s+(?:delay|issues|risks?|concerns?)\w*|delayed|behind(?:\s+schedule)?|at\s+risk|overdue|late|slipped|missed|"
    r"not\s+(?:yet\s+)?(?:started|due|complete[d]?|achieved|on\s+track|met|implemented|begun|commenced|on\s+track\s+to\s+deliver)|"
    r"in\s+(?:progress|hand)|under\s*way|under\s+control|started|commenced|open|active|pending|paused|superseded|"
    r"part(?:ly|ially)\s+(?:complete[d]?|implemented|met|achieved|delivered)|no\s+longer\s+(?:applicable|required)|"
    r"embedded|ahead(?:\s+of\s+schedule)?|stalled|cancelled|withdrawn|removed)\W*$",
    re.IGNORECASE,
)
# "Files to be checked", "Ward managers to review …": words before "to" that make it anything else are left out.
_PARTY = r"(?: (?!(?:how|able|needs?|failed|ability|due|long|where|what|when|order)\b)[\w&'’/(),-]+)"
_IS_TO = re.compile(rf"[A-Z][\w&'’/()-]*(?:{_PARTY}{{0,9}}? to (?:now |also )?be \w+|{_PARTY}{{0,4}}? to ([a-z-]+)\b)")
_PERCENT = re.compile(r"^\d{1,3}\s?%(?:\s+complete)?$")
_LONG = 7


@lru_cache(maxsize=8192)
def is_status(text: str) -> bool:
    """Whether a cell holds a colour, a letter of one, a percentage or a state in so many words."""
    bare = re.sub(r"\s+", " ", text.strip().strip(".*"))
    return bool(bare.lower() in COLOURS or _STATES.match(bare) or _PERCENT.match(bare))


def is_colour(text: str) -> bool:
    """Whether a status is a colour, or a letter for one."""
    return text.strip().strip(".*").lower() in COLOURS


def is_reference(text: str) -> bool:
    """Whether a cell holds a plan's own number: "6.1.2", "R4", "MD1", "269/19(b)", "1a", "iv)"."""
    bare = text.strip().strip("*").strip()
    if not bare or len(bare) > 18 or not _REFERENCE_FORM.search(bare):
        return False
    return bool(_REFERENCE.match(bare)) or bool(re.match(r"^\(?[ivx]{1,4}[).]?$", bare))


def begins_undertaking(text: str) -> bool:
    """Whether words begin as an undertaking does: "Develop …", "To review …", "1.2 Agree …"."""
    bare = re.sub(r"^[\W\d]*(?:\d+(?:\.\d+)*[a-z]?[.)]?\s+)?(?:to\s+)?", "", text.strip(), flags=re.IGNORECASE)
    first = re.match(r"[A-Za-z-]+", bare)
    return bool(first and first[0].lower() in UNDERTAKINGS)


def undertakes(text: str) -> bool:
    """Whether words are an undertaking: they begin as one, or say who or what is to be or do: "Files to be checked"."""
    found = _IS_TO.match(text.strip())
    return begins_undertaking(text) or bool(found and (found[1] is None or found[1] in UNDERTAKINGS))


def kind_of(text: str, names: Names) -> Kind:
    """What a cell's text is."""
    if not text.strip():
        return Kind.BLANK
    if is_status(text):
        return Kind.STATUS
    if TO_BE_CONFIRMED.match(text) or NOTHING.match(text):
        return Kind.OPEN
    if _PLAIN_REFERENCE.match(text.strip()):
        return Kind.REFERENCE
    if dates.share_of_dates(text) >= 0.6 or (len(text.split()) <= _LONG and dates.is_date_like(text)):
        return Kind.DATE
    if is_reference(text):
        return Kind.REFERENCE
    if COLLECTIVE.match(text.strip()) or names_people(text, names):
        return Kind.OWNERS
    return Kind.LONG if len(text.split()) > _LONG else Kind.SHORT


def names_people(text: str, names: Names) -> bool:
    """Whether a cell's words are all people, posts and bodies."""
    if len(text) > 400 or (begins_undertaking(text) and text.split()[0].lower() not in POST_WORDS | POST_HEADS):
        return False
    return _all_owners(text, names)


def _all_owners(text: str, names: Names) -> bool:
    read = [unit for unit in units(text, names, ()) if unit.text.strip()]
    named = sum(unit.end - unit.start for unit in read if unit.symbol in "PTBCI")
    sure = any(unit.symbol in "PTB" or (unit.symbol == "I" and len(read) <= 7) for unit in read)
    total = sum(unit.end - unit.start for unit in read if unit.text[0].isalnum())
    return sure and total > 0 and named / total >= 0.7
