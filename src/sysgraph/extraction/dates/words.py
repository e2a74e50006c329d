"""The words of English dates: months, seasons, what stands before and after a date, and what only looks like one."""

import re

# ASCII, so that no exotic digit or letter (a Kelvin sign, a long s) matches a word that the tables do not hold.
FLAGS = re.IGNORECASE | re.ASCII

# One character for one: offsets into the plain text are offsets into the text as written.
_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000\ufeff", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u201b\u2032\u00b4`", "'")
    | {"\u2192": ">", "\u2044": "/"}
)

# The last spellings of a line are slips that English plans make often.
_SPELLINGS = {
    1: "january jan janurary januray",
    2: "february feb febuary feburary",
    3: "march mar",
    4: "april apr",
    5: "may",
    6: "june jun",
    7: "july jul",
    8: "august aug",
    9: "september sept sep septmber setember septemeber",
    10: "october oct ocotber",
    11: "november nov novemeber",
    12: "december dec decemeber",
}
MONTHS = {word: number for number, words in _SPELLINGS.items() for word in words.split()}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # by the month in which each begins
WEEKDAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
QUARTERS = {  # by the month in which each begins, the year beginning in April
    **dict.fromkeys(("1", "1st", "one", "first"), 4),
    **dict.fromkeys(("2", "2nd", "two", "second"), 7),
    **dict.fromkeys(("3", "3rd", "three", "third"), 10),
    **dict.fromkeys(("4", "4th", "four", "fourth", "last", "final"), 1),
}


def plain(text: str) -> str:
    """The text with every kind of space, dash and apostrophe made plain, at the same length."""
    return text.translate(_PLAIN)


def any_of(words: str) -> str:
    """A pattern for one of the words, which a blank parts; an underscore in a word stands for blank space."""
    longest_first = sorted(words.split(), key=len, reverse=True)
    return "(?:" + "|".join(longest_first).replace("_", r"\s+") + ")"


# ---- Not dates, though they look like it: what these match is passed over whole. ----

_LABELS = (
    "phases? stages? steps? cohorts? waves? tranches? parts? versions? actions? milestones? objectives? priority "
    "priorities sections? appendix annex pages? items? options? gateways? levels? tiers? workstreams? themes? "
    "outcomes? kpis? recommendations? paper year month week day band room"
)
NOT_DATES = tuple(
    re.compile(pattern, FLAGS)
    for pattern in (
        # "Phase 1 Sep 18" is September 2018, not the first of it.
        rf"(?<![a-z]){any_of(_LABELS)}\s?(?:no\.?\s?)?\d{{1,2}}[a-z]?(?![\w/])(?!\s?(?:st|nd|rd|th)\b)",
        r"(?<![\d/])24/7(?![\d/])",
        r"\b(?:act|regulations?|bill)\s+(?:of\s+)?(?:19|20)\d\d(?![\d/-])",
        # Easter and half terms move; a year named by one number may end or begin in it.
        r"\b(?:easter|whitsun|half[\s-]term|new\s+year)(?:[\s,]*(?:19|20)\d\d(?:/\d\d)?|\s*'\d\d)?(?!\d)",
        r"(?<![a-z])fy\s?'?(?:20)?\d\d(?!\s?[\d/-])",
        r"\bmunicipal\s+year\s+(?:20)?\d\d\s?[/-]\s?(?:20)?\d\d",
        # A season of a double year other than winter and autumn is one thing to schools and another to finance.
        r"\b(?:spring|summer)(?:\s+term)?[\s,]*(?:20)?\d\d\s?[/-]\s?(?:20)?\d\d(?!\d)",
    )
)

# A number before one of these counts something and is no year: "in March 18 patients were seen".
COUNTED = any_of(
    "people patients residents staff clients carers children adults members cases calls referrals visits sessions "
    "places beds homes practices schools fast wte fte days weeks months years hours hrs hr noon midday o'clock of per "
    "percent year-olds"
)

# ---- Words that belong to the date they stand before, and change how it is read. ----

_ABOUT = any_of(r"c\.? ca\.? circa approx\.? approximately about around roughly")
_VAGUE = any_of("early mid middle late")
PREFIXES = {
    "last": re.compile(r"(?<![a-z])(?:the\s+)?(?:very\s+)?end(?:\s+of)?(?:\s+(?:the|this|current))*[\s-]*$", FLAGS),
    "first": re.compile(r"(?<![a-z])(?:the\s+)?(?:start|beginning)\s+of(?:\s+(?:the|this))?\s*$", FLAGS),
    "about": re.compile(
        rf"(?:~|(?<![a-z/]){_ABOUT}|(?<![a-z]){_VAGUE}(?:[\s/-]+(?:(?:to|or)[\s-]+)?{_VAGUE})*(?:\s+(?:in|of))?)[\s-]*$",
        FLAGS,
    ),
    "week": re.compile(
        r"(?<![a-z])(?:w\s?/\s?[ceb]|wc|(?:week|wk)\s*(?:commencing|ending|beginning|of|/[ceb]))[\s.:]*$", FLAGS
    ),
    "weekday": re.compile(
        r"(?<![a-z])(mon|tues?|weds?|wednes|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[\s,.]+(?:the\s+)?$", FLAGS
    ),
}

# ---- Words before a date (up to the end of what leads to it) that say what the date is. ----

_FILLER = any_of(
    "by in on at for of the a to be is due date dates deadline target targets timescale completion planned set "
    "expected provisional was first"
)
_START = any_of(
    r"from since starts? started starting commences? commenced commencing commencement begins? began begun beginning "
    r"kick[\s-]?off effective w\.?e\.?f\.? with_effect_from as_of after post not_before no_earlier_than onwards_from"
)
_FORMER = any_of(
    r"was were previously previous formerly old superseded instead_of (?:slipped|moved|changed|deferred|delayed|"
    r"extended|revised|rescheduled|postponed|forward|back)_from"
)
_ORIGINAL = any_of("original originally initial initially baseline")


def _lead(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z-])(?<!not )(?<!yet ){words}\b\W*(?:{_FILLER}\b\W*){{0,4}}$", FLAGS)


LEADS = {
    "former": _lead(_FORMER),
    "original": _lead(_ORIGINAL),
    "start": _lead(_START),
    "end": _lead(any_of("by until till no_later_than ends? ending finish(?:es|ed)? completed?")),
}
BETWEEN = re.compile(r"\bbetween\W*$", FLAGS)
SMALL_LEAD = re.compile(
    r"(?<![a-z])(?:"
    + any_of("by until till up before no_later_than and then revised during throughout within in on at to of")
    + r"\b\W*)+$",
    FLAGS,
)

# ---- Words after a date that say what it is. ----

_LASTING = r"(?:on-?\s?going|present|date|current|now|continu\w+)"
TRAILS = {
    "original": re.compile(r"\s*\(?(?:original|previous|old|superseded)\b", FLAGS),
    "start": re.compile(
        rf"\s*(?:-|>|to|until|till)\s*{_LASTING}\b|\s*>\s*[.,;]|\s*on-?going\b|[\s(-]*on-?wards?\b"
        r"|[\s(-]*(?:starts?|commencement|commence)\b(?![\s:(-]*$|\s+(?:of|by|in|to)\b)",
        FLAGS,
    ),
}

# ---- What may stand between two dates that belong together. ----

RANGE = re.compile(r"[\s)]*(?:-|>|to|until|till|through|thru|up\s+to)[\s(]*(?:the\s+)?", FLAGS)
LIST = re.compile(r"[\s)]*(?:/|&|\+|,?\s*(?:and|or)\b)[\s(]*(?:the\s+|by\s+)?", FLAGS)
SERIES = re.compile(r"[\s);,]*", FLAGS)

# ---- In prose a month or a year alone is a date only after one of these. ----

PREPOSITION = re.compile(
    r"\b(?:in|by|from|since|during|until|till|through|throughout|before|after|for|to|of|between|post|end|early|mid|late)"
    r"[\s-]+$",
    FLAGS,
)

TITLE = re.compile(r"\b(?:dr|mr|mrs|ms|miss|cllr|councillor|prof|professor|sir|dame|lord|lady)\.?\s+$", FLAGS)

# ---- A timescale, or the state of one, that names no date. ----

_STATES = (
    r"on-?\s?going continuous continuing continually rolling thereafter tbc tba tbd "
    r"to_be_(?:agreed|confirmed|determined|decided|advised|arranged|set|scheduled) not_yet_(?:agreed|set|known) "
    r"completed? immediate immediately (?:with_)?immediate_effect asap as_soon_as_possible urgent "
    r"as_(?:and_when(?:_required)?|required|needed) when_required business_as_usual bau no_date "
    r"next_(?:meeting|review) (?:bi-?|half[\s-]|six-?)?(?:annually|annual|yearly|monthly|weekly|quarterly|termly) "
    r"daily fortnightly per_annum "
    r"(?:short|medium|long)(?:[\s/-]*to)?[\s-]*(?:medium|long)?[\s-]*term easter(?:_(?:19|20)\d\d)? "
    r"(?:end_of_)?(?:the_)?(?:financial_|calendar_)?year(?:[\s-]end)? (?:year|month|week|day)s?\s?\d{1,2}"
)
_DURATION = (
    r"(?:within|in|over|after|next|every|by)?\s*(?:the\s+)?(?:next\s+)?\d+(?:\s*(?:-|to)\s*\d+)?[\s-]*"
    r"(?:days?|weeks?|months?|monthly|years?|yearly|wks?|mths?|yrs?)"
)
STATE = re.compile(rf"(?<![a-z]){any_of(_STATES)}(?![a-z])|(?<!\w){_DURATION}(?![a-z])", FLAGS)

# What may stand beside a date or a state in a cell that is otherwise no more than that.
COMPANION = re.compile(
    r"(?<!\w)(?:(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\b|(?:phase|stage|cohort|wave)s?\s?\d{1,2}|"
    + any_of(
        "onwards? provisional start starts started not_started commenced end finish done closed implemented achieved "
        "in_progress in_place overdue deferred revised review reviewed each every final draft first due now and then "
        "at_the_latest"
    )
    + r"(?![a-z]))",
    FLAGS,
)
