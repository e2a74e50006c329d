"""The patterns of governance prose, as the files beside this module list them.

Every pattern has an id, the relationship that it reads, its forms, an example that it must read and a counterexample
that it must not; the examples are invented and are run as tests.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache

from sysgraph.resources import resource


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a document says one relationship."""

    id: str
    type: str
    trigger: str
    forms: tuple[str, ...]
    example: str
    counterexample: str
    attributes: dict[str, str | bool] = field(default_factory=dict)
    noun: bool = False  # a phrase, not a sentence: it is so whatever the sentence around it asks for

    @property
    def triggers(self) -> tuple[str, ...]:
        """The beginnings of words of which one must stand in the sentence."""
        return tuple(self.trigger.split("|"))


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of the file."""
    rows = tomllib.loads(resource("seed", "patterns", "relationships.toml").read_text(encoding="utf-8"))["pattern"]
    return tuple(
        Pattern(
            row["id"],
            row["type"],
            row["trigger"],
            tuple(row["forms"]),
            row["example"],
            row["counterexample"],
            row.get("attributes", {}),
            bool(row.get("noun")),
        )
        for row in rows
    )
