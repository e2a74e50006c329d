"""What is known of a PDF page before it is a document: glyphs, lines, rules, fills and tables.

All places are in points from the top left corner of the page as a person holds it, so that y grows downwards.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

_MANY_SHAPES = 200  # on a page without words: they are words drawn letter by letter


@dataclass(frozen=True, slots=True)
class Style:
    """What the glyphs of one text object share."""

    size: float
    bold: bool = False
    symbol: bool = False  # a font of pictures: Symbol, Wingdings
    colour: int = 0
    turn: int = 0  # quarter turns anticlockwise against the page's own words; -1 for any other slope
    tag: int = -1  # the number of its marked content, for the tag tree
    artifact: bool = False  # the file itself says that it is page furniture
    hidden: bool = False  # not drawn: the words that a scanner laid under its picture
    sure: float | None = None  # of a word recognised in a picture: how surely, from 0 to 1


class Glyph(NamedTuple):
    """One letter where it stands; `base` is its baseline."""

    char: str
    x0: float
    x1: float
    base: float
    style: Style


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies inside."""
        return self.x0 - slack <= x <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack

    @property
    def area(self) -> float:
        """Its size in square points."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along an axis, at one place of the other."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A coloured area, its colour as RRGGBB; later ones lie over earlier ones."""

    box: Box
    colour: str
    straight: bool = True  # a rectangle; else some other shape, of which this is the box around it


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page besides words."""

    across: list[Rule] = field(default_factory=list)  # lines from left to right
    down: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    whole: bool = True  # whether all of it was looked at


@dataclass(slots=True)
class Line:
    """Some words on one baseline."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    page: int
    mark: str = ""  # the bullet or number before the words, which are not to have it
    body: float = 0.0  # where the words begin, after the mark
    first: float = 0.0  # the width of the first word
    bold_start: bool = False
    bold_end: bool = False
    colour: int = 0
    artifact: bool = False
    room: float | None = None  # in a cell: how much was left in the line
    sure: float | None = None  # of words recognised in a picture: how surely, from 0 to 1
    holes: tuple[tuple[float, float], ...] = ()  # gaps within it that are wider than a usual space

    @property
    def top(self) -> float:
        """Where its tallest letters end."""
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """Where its letters reach down to."""
        return self.base + 0.22 * self.size

    @property
    def bold(self) -> bool:
        """Whether it is bold from end to end."""
        return self.bold_start and self.bold_end

    @property
    def whole(self) -> str:
        """Its words with the mark before them."""
        return f"{self.mark} {self.text}" if self.mark else self.text


@dataclass(slots=True)
class Text:
    """Lines that are read as a whole: a heading, paragraph or bullet."""

    form: str
    lines: list[Line]
    level: int = 0
    margin: float = 0.0  # how far to the right its lines may reach
    note: bool = False  # a footnote: what stands before it goes on after it
    told: bool = False  # whether the file itself says where it begins and ends


@dataclass(slots=True)
class Area:
    """A cell of a table: where it begins, how far it reaches, and its paragraphs."""

    row: int
    column: int
    down: int = 1
    across: int = 1
    parts: list[list[Line]] = field(default_factory=list)
    fill: str | None = None
    open_above: bool = False  # no line is drawn there
    open_below: bool = False

    def lines(self) -> list[Line]:
        """All its lines."""
        return [line for part in self.parts for line in part]


@dataclass(slots=True)
class Grid:
    """A table on one page, or on several once it is stitched: `pages` has the page of each row."""

    columns: list[float]  # the places of its upright lines
    pages: list[int]
    areas: list[Area]
    top: float
    bottom: float
    sound: bool = True

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.pages)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.columns) - 1

    def box(self) -> Box:
        """The place it takes on its (first) page."""
        return Box(self.columns[0], self.top, self.columns[-1], self.bottom)

    def at(self) -> dict[tuple[int, int], Area]:
        """The cell that covers each place of the table."""
        return {
            (area.row + r, area.column + c): area
            for area in self.areas
            for r in range(area.down)
            for c in range(area.across)
        }


Item = Text | Grid


@dataclass(slots=True)
class Sheet:
    """One page as it was read."""

    number: int
    width: float
    height: float
    label: str | None = None  # what the file calls the page
    lines: list[Line] = field(default_factory=list)  # outside of tables, in no order
    tables: list[Grid] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    walls: list[Rule] = field(default_factory=list)  # upright lines, where the tag tree is used
    struck: list[str] = field(default_factory=list)
    tagged: dict[int, list[Line]] | None = None  # the words of each piece of marked content, where the tag tree is used
    printed: str | None = None
    unreadable: bool = False
    hidden: bool = False  # its words are those that a scanner laid under a picture
    dense: bool = False  # too much is drawn for tables to be looked for
    shapes: int = 0  # how many shapes are drawn that are no lines and boxes
    letters: int = 0
    unclear: int = 0  # how many tables could not be told
    damaged: bool = False
    recognised: bool = False
    gave_up: str = ""  # why its words were not recognised though that was asked for

    def is_picture(self) -> bool:
        """Whether a picture takes most of the page."""
        whole = max((box.area for box in self.pictures), default=0.0) > 0.4 * self.width * self.height
        return whole or self.shapes > _MANY_SHAPES
