"""The written forms of English dates, and the finding of them in a text.

Each form is one line of `FORMS`: an example, a pattern, the function that reads it, and whether it may be trusted in
running prose, where "16/17 data" is no year and "2018" no deadline.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sysgraph.extraction.dates import readers as read
from sysgraph.extraction.dates.readers import Mention, Reading
from sysgraph.extraction.dates.words import COUNTED, FLAGS, MONTHS, NOT_DATES, PREFIXES, WEEKDAYS, any_of

Reader = Callable[[re.Match[str], Reading], Mention | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date."""

    example: str
    pattern: re.Pattern[str]
    read: Reader
    prose: bool


# ---- What the patterns are made of ----

_MODAL = any_of("be not need have change slip also require take continue")
_MONTH_WORD = any_of(" ".join(MONTHS).replace(" may ", rf" may(?!\s+{_MODAL}\b) ")) + "(?![a-z])"
_MONTH = rf"(?<![a-z])(?P<month>{_MONTH_WORD})"

_NTH = r"\s*(?:st|nd|rd|th)(?![a-z])"
_DAY = rf"(?<!\d)(?<!\d[.:])(?P<day>\d{{1,2}})(?P<nth>{_NTH})?"
_DAY_TO_MONTH = r"[\s./-]{0,2}(?:of\s+)?"

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
# Two digits are no year where they are part of a figure, a time of day, a day, or count something.
_SHORT_YEAR = rf"(?P<yy>\d\d)(?![\d%]|[.:,/-]\d|\s*[ap]\.?m\b|{_NTH}|\s+{COUNTED}(?![a-z]))"
# A full stop before a short year ends an abbreviation ("Sept. 18"), not a sentence ("in August. 18 staff").
_THEN_SHORT_YEAR = rf"(?:(?:(?<![a-z]{{5}})(?<!may)\.)?\s*'?|[-/.]){_SHORT_YEAR}"
_THEN_YEAR = rf"(?:[\s,.'/-]{{0,3}}{_YEAR}|{_THEN_SHORT_YEAR})"
_DOUBLE_YEAR = r"(?P<first>(?:20)?\d\d)(?P<sep>\s?[/-]\s?)(?P<second>(?:20)?\d\d)(?![\d/]|[.:]\d|-(?!20)\d)"
_SOME_YEAR = rf"(?:{_DOUBLE_YEAR}|{_YEAR})"
_OF = r"[\s,:(/-]*(?:of\s+)?(?:the\s+)?(?:(?:financial|fiscal)\s+year\s+|fy\s?)?"
_NO_YEAR = r"(?!\W{0,2}\d)"

_TIME_OF_DAY = r"(?:[T ]\d\d:\d\d(?::\d\d)?)?"

# Only one way to match each blank, and no endless lists, or a hostile text could keep the patterns busy for ever.
_JOIN = r"\s*(?:-|/|&|to|or|and|,(?:\s*and)?)\s*"
_QUARTER = r"(?:quarter|qtr\.?|q)\s?(?P<count>[1-4]|one|two|three|four)(?![a-z\d])"
_SEASON = r"(?<![a-z])(?P<season>spring|summer|autumn|winter)(?P<term>\s+term)?"
# Not "June Smith", but "June Onwards" and "June Cabinet".
_NO_NAME = any_of(
    "On And To Or Then Until Start End Review Complete Board Meeting Cabinet Council Committee Executive Forum Full "
    "Governing Group Panel"
)
_NO_SURNAME = rf"(?!\s+(?-i:(?!{_NO_NAME})[A-Z][a-z]))"
_STANDS_ALONE = r"(?<![\w£#/.])(?<!\d[,:-])"
_AFTER_A_DOUBLE_YEAR = r"(?<=/\d\d-)"


def _form(example: str, pattern: str, reader: Reader, *, prose: bool = True) -> Form:
    return Form(example, re.compile(pattern, FLAGS), reader, prose)


# Of two forms that begin at one character the upper one is tried first.
FORMS = (
    _form(
        "2018-03-31",
        rf"{_STANDS_ALONE}{_YEAR}(?P<sep>[/.-])(?P<mon>\d\d)(?P=sep)(?P<day>\d\d)(?!\d){_TIME_OF_DAY}",
        read.calendar,
    ),
    _form(
        "31/03/18",
        r"(?:(?<![\d/.-])|(?<=[/.]\d\d-)|(?<=[/.]\d{4}-))(?P<day>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<mon>\d{1,2})"
        r"\s?(?P=sep)\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[/.]\d|-\d(?!\d?[/.]))",
        read.numeric,
    ),
    _form("4th and", rf"{_DAY}(?=(?:{_JOIN}\d{{1,2}}(?:{_NTH})?){{1,12}}{_DAY_TO_MONTH}{_MONTH_WORD})", read.calendar),
    # "28 March 18 April" is two days.
    _form("31st March 2018", rf"{_DAY}{_DAY_TO_MONTH}{_MONTH}{_THEN_YEAR}(?!\s+{_MONTH_WORD})", read.calendar),
    _form("31 March", rf"{_DAY}{_DAY_TO_MONTH}{_MONTH}(?!\W{{0,2}}\d{{3}})", read.calendar),
    _form("March 31st 2018", rf"{_MONTH}[\s.-]*(?P<day>\d{{1,2}}){_NTH}(?:,?\s*{_THEN_YEAR})?", read.calendar),
    _form("March 31, 2018", rf"{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:,\s*|\s+){_YEAR}", read.calendar),
    _form(
        "March 5", rf"{_MONTH}\.?\s+(?P<day>\d)(?![\d%/]|[.:,-]\d|\s+{COUNTED}(?![a-z]))", read.calendar, prose=False
    ),
    _form("March 2018/19", rf"{_MONTH}\s+(?P<first>20\d\d)/(?P<second>(?:20)?\d\d)(?!\d)", read.month_of_financial),
    _form("March 2018", rf"{_MONTH}{_THEN_YEAR}", read.month_and_digits),
    _form("Jan -", rf"{_MONTH}\.?(?=(?:{_JOIN}{_MONTH_WORD}\.?){{1,12}}[\s,'/-]*\d)", read.calendar),
    _form("March", rf"{_MONTH}{_NO_YEAR}{_NO_SURNAME}", read.month_alone),
    _form("Q3 2018/19", rf"(?<![a-z\d]){_QUARTER}{_OF}{_DOUBLE_YEAR}", read.quarter),
    # Statistics count the quarters of 2018 from January; plans, from April.
    _form("Q3 2018", rf"(?<![a-z\d]){_QUARTER}{_OF}{_YEAR}", read.quarter, prose=False),
    _form(
        "third quarter of 2018/19",
        r"(?<![a-z\d])(?P<count>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s+(?:quarter|qtr)"
        rf"{_OF}{_DOUBLE_YEAR}",
        read.quarter,
    ),
    _form("2018/19 Q3", rf"{_STANDS_ALONE}{_DOUBLE_YEAR}[\s,:-]*{_QUARTER}", read.quarter),
    _form("Q3", rf"(?<![a-z\d]){_QUARTER}(?!\s?[/-]\s?\d)", read.quarter_alone, prose=False),
    _form("H1 2018/19", rf"(?<![a-z\d])h\s?(?P<half>[12]){_OF}{_DOUBLE_YEAR}", read.half),
    _form("Autumn 2018", rf"{_SEASON}(?:\s+of)?(?:[\s,(-]*{_SOME_YEAR}|\s*'?{_SHORT_YEAR})", read.season),
    _form("Autumn", rf"{_SEASON}{_NO_YEAR}(?!\s+(?!and|to|or|onwards)[a-z])", read.season_alone, prose=False),
    _form("Christmas 2018", rf"(?<![a-z])(?:christmas|xmas)(?:{_THEN_YEAR}|{_NO_YEAR})", read.christmas),
    _form("academic year 2018/19", rf"(?<![a-z])(?:academic|school)\s+year[\s:(]*{_DOUBLE_YEAR}", read.academic),
    _form("2018/19 academic year", rf"{_STANDS_ALONE}{_DOUBLE_YEAR}\s+(?:academic|school)\s+year", read.academic),
    _form(
        "2018/19",
        rf"(?:{_STANDS_ALONE}|{_AFTER_A_DOUBLE_YEAR})(?P<said>(?:fy|financial\s+year|fiscal\s+year)[\s:(]*)?"
        rf"{_DOUBLE_YEAR}(?:\s+financial\s+year)?",
        read.financial,
    ),
    _form(
        "end of financial year",
        r"(?<!next )(?<!following )(?<!each )(?<!every )(?<!per )(?<![a-z])(?:financial\s+year|fy)"
        rf"(?P<closing>[\s-]+end)?(?![a-z]){_NO_YEAR}",
        read.this_financial,
        prose=False,
    ),
    _form("2018-03", rf"{_STANDS_ALONE}{_YEAR}[/-](?P<mon>0[1-9]|1[0-2])(?![\d/-])", read.calendar, prose=False),
    _form("03/2018", rf"{_STANDS_ALONE}(?P<mon>0?[1-9]|1[0-2])/{_YEAR}(?!/)", read.calendar, prose=False),
    _form(
        "31/03",
        rf"{_STANDS_ALONE}(?P<day>\d{{1,2}})/(?P<mon>\d{{1,2}})(?![\w%/]|[.-]\d)",
        read.day_and_month,
        prose=False,
    ),
    _form("2018-", rf"{_STANDS_ALONE}{_YEAR}(?=[/-](?:20)?\d\d(?![\d/-]))", read.calendar, prose=False),
    _form("-20", r"(?<=20\d\d[/-])(?P<year>20\d\d|\d\d)(?![\d/%-])", read.calendar, prose=False),
    _form("2018", rf"{_STANDS_ALONE}{_YEAR}(?![a-z%]|[./,:-]\d|\s+{COUNTED}(?![a-z]))", read.year_alone),
)


def scan(text: str, reading: Reading) -> list[Mention]:
    """The dates of a plain text in its order, none overlapping: of two readings the earlier, then the fuller."""
    hits: list[tuple[int, int, re.Match[str], Form | None]] = []
    for pattern in NOT_DATES:
        hits += [(match.start(), -1, match, None) for match in pattern.finditer(text)]
    for rank, each in enumerate(FORMS):
        if each.prose or not reading.prose:
            hits += [(match.start(), rank, match, each) for match in each.pattern.finditer(text)]
    mentions: list[Mention] = []
    taken = 0
    for start, _, match, form in sorted(hits, key=lambda hit: hit[:2]):
        if start < taken:
            continue
        if form is None:
            taken = match.end()
        elif mention := form.read(match, reading):
            mentions.append(_with_prefixes(text, taken, mention))
            taken = mention.end
    return mentions


def _with_prefixes(text: str, floor: int, mention: Mention) -> Mention:
    """The mention with the words before it that belong to it: "end of", "approx.", "w/c", "Thursday"."""
    while longer := _with_a_prefix(text[max(floor, mention.start - 40) : mention.start], mention):
        mention = longer
    return mention


def _with_a_prefix(lead: str, mention: Mention) -> Mention | None:
    for name, pattern in PREFIXES.items():
        found = pattern.search(lead)
        if found is None or (name == "weekday" and mention.day is None):
            continue
        longer = replace(mention, start=mention.start - len(lead) + found.start())
        if name == "weekday":
            return replace(longer, weekday=WEEKDAYS[found[1][:2].lower()])
        if name == "about":
            return replace(longer, about=True)
        return longer if name == "week" else replace(longer, edge=name)
    return None
