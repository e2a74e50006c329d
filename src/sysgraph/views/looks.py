"""How each kind and each type of relationship looks: never told apart by colour alone.

A kind has a colour and a glyph; a type has a colour, a dash pattern and an arrow head, of which pattern and head
are its own together. What the kinds and types are is said in `vocabulary`; a test holds the two tables to it.
"""

from dataclasses import dataclass
from types import MappingProxyType

BANDS = (
    "Meetings",
    "Boards",
    "Plans and agreements",
    "Themes",
    "Findings",
    "Actions",
    "People",
    "Posts",
    "Organisations and partnerships",
    "Services",
    "Sources",
)
"""The layers of the picture from top to bottom: what oversees stands above what is overseen."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of node looks and where it stands.

    `glyph` is an SVG path in a box of 16 by 16. `first` kinds are on the first screen. `sequence` kinds keep the
    order in which the documents give them; others may move within their row.
    """

    band: str
    colour: str
    glyph: str
    first: bool = False
    sequence: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """How one type of relationship is drawn: colour, dash pattern in pixels (none: solid), arrow head."""

    colour: str
    dashes: tuple[int, ...]
    head: str


_SQUARE = "M2 2h12v12H2z"
_CIRCLE = "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z"
_HEXAGON = "M4 1.5h8L15.5 8 12 14.5H4L.5 8z"
_PERSON = "M8 1a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7zM1.5 15c0-4 2.5-6 6.5-6s6.5 2 6.5 6z"
_CHAIR = "M3 1h2.5v7H13v7h-2.5v-3h-5v3H3z"
_BARS = "M2 2h4.5v12H2zM9.5 2H14v12H9.5z"
_FUNNEL = "M1 2h14l-5 6.5V15l-4-2.5v-4z"
_CROSS = "M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z"
_PAGE = "M3 1h6.5v4.5H14V15H3zM11 1l3 3h-3z"
_DIAMOND = "M8 .5 15.5 8 8 15.5.5 8z"
_TRIANGLE = "M3 1.5 15 8 3 14.5z"
_STAR = "M8 .5l2.2 5 5.3.5-4 3.6 1.2 5.4L8 12.2 3.3 15l1.2-5.4-4-3.6 5.3-.5z"
_CALENDAR = "M2 2h12v3H2zM2 6.5h12V14H2z"
_SHEETS = "M2 4h9v11H2zM5 1h9v11h-2V3H5z"
_QUOTES = "M1 3h6v5c0 3-2 5-5 5v-2c1.5 0 2.5-1 2.5-3H1zM9 3h6v5c0 3-2 5-5 5v-2c1.5 0 2.5-1 2.5-3H9z"

KINDS: MappingProxyType[str, Look] = MappingProxyType(
    {
        "Organisation": Look("Organisations and partnerships", "#1d4f8b", _SQUARE, first=True),
        "Partnership": Look("Organisations and partnerships", "#0b6e69", _HEXAGON, first=True),
        "Board": Look("Boards", "#6b2c91", _CIRCLE, first=True),
        "Role": Look("Posts", "#7a4b00", _CHAIR),
        "Person": Look("People", "#a3262a", _PERSON),
        "CommissioningArrangement": Look("Plans and agreements", "#4d5b00", _BARS, first=True),
        "PooledBudget": Look("Plans and agreements", "#8a3b12", _FUNNEL, first=True),
        "Service": Look("Services", "#0c6b3c", _CROSS),
        "Plan": Look("Plans and agreements", "#23395d", _PAGE, first=True),
        "Theme": Look("Themes", "#9c1f6b", _DIAMOND, first=True, sequence=True),
        "Action": Look("Actions", "#005f73", _TRIANGLE, sequence=True),
        "Finding": Look("Findings", "#8a5a00", _STAR, sequence=True),
        "Meeting": Look("Meetings", "#4a4e57", _CALENDAR, sequence=True),
        "Document": Look("Sources", "#3f4a5a", _SHEETS, sequence=True),
        "Evidence": Look("Sources", "#5b5b5b", _QUOTES, sequence=True),
    }
)

_SOLID: tuple[int, ...] = ()
_LONG, _DASH, _DOT, _DASH_DOT, _LONG_DOT_DOT = (14, 5), (7, 5), (2, 4), (9, 4, 2, 4), (14, 4, 2, 4, 2, 4)
_OVERSIGHT, _LEADERSHIP, _BELONGING, _MEANS, _HISTORY = "#6b2c91", "#a3262a", "#4d5866", "#0c6b3c", "#7a4b00"

LINES: MappingProxyType[str, Line] = MappingProxyType(
    {
        "OVERSEES": Line(_OVERSIGHT, _SOLID, "arrow"),
        "REPORTS_TO": Line(_OVERSIGHT, _LONG, "arrow"),
        "ACCOUNTABLE_TO": Line(_OVERSIGHT, _DASH, "arrow"),
        "APPROVES": Line(_OVERSIGHT, _DASH_DOT, "arrow"),
        "DELEGATES_TO": Line(_OVERSIGHT, _DOT, "arrow"),
        "LEADS": Line(_LEADERSHIP, _SOLID, "diamond"),
        "CHAIRS": Line(_LEADERSHIP, _LONG, "diamond"),
        "OWNS": Line(_LEADERSHIP, _DASH, "diamond"),
        "OPERATES": Line(_LEADERSHIP, _DOT, "diamond"),
        "PART_OF": Line(_BELONGING, _DOT, "circle"),
        "MEMBER_OF": Line(_BELONGING, _SOLID, "circle"),
        "POST_IN": Line(_BELONGING, _LONG, "circle"),
        "HOLDS": Line(_BELONGING, _DASH, "circle"),
        "MEETING_OF": Line(_BELONGING, _DASH_DOT, "circle"),
        "COMMISSIONS": Line(_MEANS, _SOLID, "vee"),
        "PROVIDES": Line(_MEANS, _LONG, "vee"),
        "FUNDS": Line(_MEANS, _DASH, "vee"),
        "PARTY_TO": Line(_MEANS, _DASH_DOT, "vee"),
        "HELD_UNDER": Line(_MEANS, _DOT, "vee"),
        "ABOUT": Line(_HISTORY, _DOT, "box"),
        "ADDRESSES": Line(_HISTORY, _SOLID, "box"),
        "ESTABLISHED": Line(_HISTORY, _LONG, "box"),
        "SUCCEEDS": Line(_HISTORY, _LONG_DOT_DOT, "box"),
    }
)
