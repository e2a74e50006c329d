"""The records of the register: one known actor, and one kind of board."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One known actor.

    `aliases` are the stored ones, former names among them; forms that follow by rule (`variants`) are not listed.
    `codes` are pairs of scheme ("ods", "ons") and value, `code` is unique in the register and is the first of them, or
    our own word for a national body that has none. Dates are ISO 8601, to the precision that is known. `successor` is
    the code of the body that took over, `succeeded_on` the day it did. `icb` is the code of the integrated care board
    that a trust is in the area of, and `source` the register's file.
    """

    code: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    category: str
    place: str | None
    codes: tuple[tuple[str, str], ...]
    opened: str | None
    closed: str | None
    successor: str | None
    succeeded_on: str | None
    icb: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class BoardKind:
    """One kind of board, partnership, pool or plan that most places have: its usual name and the other ways to say it.

    It is no actor: "Health and Wellbeing Board" becomes one only with the place that a document gives it.
    """

    name: str
    kind: str
    abbreviations: tuple[str, ...]
    also: tuple[str, ...]
