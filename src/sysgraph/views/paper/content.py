"""What a paper holds, before it is written in any form."""

from typing import NamedTuple

from sysgraph.views.figure.canvas import Picture

_MINOR = "note"
SEVERITIES = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


class Table(NamedTuple):
    """A table with a caption; without rows, `nothing` stands in its place. `widths` are shares of the line."""

    name: str
    caption: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str = ""
    note: str = ""

    def slim(self) -> "Table":
        """The table without the columns in which nothing stands, their room given to the others."""
        kept = [at for at in range(len(self.columns)) if any(row[at] for row in self.rows)]
        room = sum(self.widths[at] for at in kept) or 1.0
        return self._replace(
            columns=tuple(self.columns[at] for at in kept),
            widths=tuple(self.widths[at] / room for at in kept),
            rows=tuple(tuple(row[at] for at in kept) for row in self.rows),
        )


class Said(NamedTuple):
    """A sentence, and where it stands."""

    text: str
    source: str


class Lines(NamedTuple):
    """Some sentences under a heading."""

    heading: str
    sentences: tuple[Said, ...]


class Found(NamedTuple):
    """One thing that a rule found."""

    about: str
    says: str
    source: str


class Rule(NamedTuple):
    """What a rule found in all, `more` of which are not listed, and how to put it right."""

    severity: str
    code: str
    title: str
    remedy: str
    found: tuple[Found, ...]
    more: int

    @property
    def all(self) -> int:
        """How many there are in all."""
        return len(self.found) + self.more

    @property
    def shared(self) -> str:
        """What is said of each, where the same is said of all of several; else nothing."""
        return self.found[0].says if self.all > 1 == len({one.says for one in self.found}) else ""

    def table(self) -> Table:
        """What was found, as a table."""
        caption = f"{self.code} {self.title} ({self.all})"
        note = f"Each: {self.shared}." if self.shared else ""
        if self.more:
            note = f"{note} The first {len(self.found)} of {self.all}.".strip()
        if self.shared:
            rows = tuple((one.about, one.source) for one in self.found)
            return Table(self.code, caption, ("About", "Source"), (0.82, 0.18), rows, note=note)
        rows3 = tuple(tuple(one) for one in self.found)
        return Table(self.code, caption, ("About", "What", "Source"), (0.4, 0.44, 0.16), rows3, note=note)


class Paper(NamedTuple):
    """A paper about an actor; `figure` is None where it could not be drawn, and `notes` then say why."""

    title: str
    about: str
    basis: str
    figure: Picture | None
    caption: str
    notes: tuple[str, ...]
    lines: tuple[Lines, ...]
    tables: tuple[Table, ...]
    rules: tuple[Rule, ...]
    sources: tuple[str, ...]

    @property
    def grave(self) -> tuple[Rule, ...]:
        """The rules whose findings are told one by one: all but notes."""
        return tuple(rule for rule in self.rules if rule.severity != _MINOR)

    @property
    def minor(self) -> Table | None:
        """The notes, one row a rule; None where there are none."""
        rows = tuple(
            (f"{rule.code} {rule.title}", str(rule.all), rule.remedy) for rule in self.rules if rule.severity == _MINOR
        )
        columns = ("Note", "How many", "How to put it right")
        return Table("notes", SEVERITIES[_MINOR], columns, (0.3, 0.1, 0.6), rows) if rows else None


HEADING_LINES = "Who answers to whom"
HEADING_ACTIONS = "Actions"
HEADING_GAPS = "Gaps, and how to put them right"
HEADING_SOURCES = "Sources"
NO_ACTIONS = "The documents read hold no actions."
NO_GAPS = "The rules found no gaps here, in the documents read."
REMEDY = "How to put it right: "
HONEST = "What is absent here is absent from the documents read: there may be others."
ONE_SOURCE = "Pages are those of {name}."
MANY_SOURCES = "Numbers in square brackets are those of the sources at the end."
