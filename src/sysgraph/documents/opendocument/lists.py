"""The numbers that stand before the lines of lists and before headings, which are written nowhere in the text."""

from dataclasses import dataclass, field

from lxml import etree

from sysgraph.documents.opendocument import name
from sysgraph.documents.opendocument.text_styles import Styles
from sysgraph.documents.texts import Counts, numeral
from sysgraph.documents.wording import tidy

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_LEVELS = 10
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; a form of "bullet" is a dot."""

    form: str = "none"
    before: str = ""
    after: str = ""
    shown: int = 1  # how many levels the number shows
    start: int = 1


@dataclass(slots=True)
class Run:
    """A list that is being read: its style, and how far it has counted."""

    style: str
    counts: Counts = field(default_factory=Counts)


class Lists:
    """Counts the lists of a document, and its headings."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._called: dict[str, Run] = {}
        self._last: dict[str, Run] = {}
        self._outline = _levels(styles.outline)
        self._headings = Counts()

    def open(self, element: etree._Element, style: str) -> Run:
        """The run that a list begins, or goes on with."""
        goes_on = self._called.get(element.get(name("text:continue-list"), ""))
        if goes_on is None and element.get(name("text:continue-numbering")) == "true":
            goes_on = self._last.get(style)
        found = goes_on or Run(style)
        self._last[style] = found
        if called := element.get("{http://www.w3.org/XML/1998/namespace}id") or element.get(name("text:id")):
            self._called[called] = found
        return found

    def label(self, run: Run, level: int, start: str | None) -> tuple[str, bool]:
        """The number before the next line of a level, from 0, and whether the line has any mark at all."""
        levels = self._of(run.style)
        if start and start.isascii() and start.isdigit() and len(start) < 7:
            run.counts.begin(level, int(start))
        run.counts.next(level, lambda at: levels.get(at, Level()).start)
        label = _written(levels, level, run.counts)
        return label, bool(label) or not levels or levels.get(level, Level()).form == "bullet"

    def heading(self, level: int) -> str:
        """The number before the next heading of a level, from 0; "" where headings have none."""
        self._headings.next(level, lambda at: self._outline.get(at, Level()).start)
        return _written(self._outline, level, self._headings)

    def _of(self, style: str) -> dict[int, Level]:
        if style not in self._levels:
            self._levels[style] = _levels(self._styles.lists.get(style))
        return self._levels[style]


def _written(levels: dict[int, Level], level: int, counts: Counts) -> str:
    own = levels.get(level, Level())
    if own.form in ("bullet", "none"):
        return ""
    first = max(level + 1 - own.shown, 0)
    above = range(first, level)
    numbers = [numeral(counts.at(at), levels.get(at, Level()).form) for at in above]
    numbers = [*filter(None, numbers), numeral(counts.at(level), own.form)]
    return tidy(f"{own.before}{'.'.join(numbers)}{own.after}"[:_LONGEST_LABEL])


def _levels(style: etree._Element | None) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in [] if style is None else style:
        at = _number(one.get(name("text:level")), 0) - 1
        if not 0 <= at < _LEVELS:
            continue
        if one.tag in (name("text:list-level-style-bullet"), name("text:list-level-style-image")):
            found[at] = Level("bullet")
        elif one.tag in (name("text:list-level-style-number"), name("text:outline-level-style")):
            found[at] = Level(
                _FORMS.get(one.get(name("style:num-format"), ""), "decimal"),
                one.get(name("style:num-prefix"), ""),
                one.get(name("style:num-suffix"), ""),
                _number(one.get(name("text:display-levels")), 1),
                _number(one.get(name("text:start-value")), 1),
            )
    return found


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 7 else otherwise
