"""The parts of a plan (themes, workstreams, priorities), with the lines under their headings that name who leads."""

import re
from dataclasses import dataclass, field

from sysgraph.model import Passage

_NUMBERED = re.compile(
    r"^\W*(?:(?P<sort>[A-Z][\w ]{0,40}?)?\b(?:theme|work[\s-]?stream|priority(?: area)?|objective|domain|pillar|"
    r"goal|key line of enquiry|kloe|"
    r"section|part|strand|project|chapter|recommendation area|aim|ambition|outcome|area|standard)\s+)"
    r"(?P<ref>\d{1,2}(?:\.\d{1,2})*|[A-Z])\b\s*[:.–—-]*\s*(?P<name>.*)$",
    re.IGNORECASE,
)
_PLAIN_NUMBER = re.compile(r"^\W*(?P<ref>\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?P<name>[A-Z].*)$")
_LABEL = re.compile(
    r"^\W*(?P<label>[A-Z][A-Za-z /&()-]{1,48}?)\**\s*[:–]\**\s*(?P<value>\S.*)$",
    re.DOTALL,
)
# What the label of a line under a heading says of whom the line names.
LEAD_LABELS: dict[str, str] = {
    "lead organisation": "lead organisation",
    "lead organisations": "lead organisation",
    "lead agency": "lead organisation",
    "lead body": "lead organisation",
    "lead partner": "lead organisation",
    "lead": "lead",
    "leads": "lead",
    "lead officer": "lead",
    "theme lead": "lead",
    "workstream lead": "lead",
    "priority lead": "lead",
    "senior lead": "lead",
    "strategic lead": "lead",
    "executive lead": "executive lead",
    "exec lead": "executive lead",
    "lead director": "lead",
    "responsible officer": "lead",
    "owner": "lead",
    "theme owner": "lead",
    "sponsor": "sponsor",
    "executive sponsor": "sponsor",
    "sro": "senior responsible officer",
    "senior responsible officer": "senior responsible officer",
    "senior responsible owner": "senior responsible officer",
    "reporting officer": "reporting officer",
    "reporting officer lead": "reporting officer",
    "reporting lead": "reporting officer",
    "programme manager": "programme manager",
    "clinical lead": "clinical lead",
    "project lead": "lead",
    "accountable executive": "executive lead",
    "accountable officer": "executive lead",
}


@dataclass(slots=True, eq=False)
class Section:
    """A part of a plan. `ref` is its number as written; `passage` the heading, None for the plan's body without one."""

    name: str
    ref: str | None = None
    passage: Passage | None = None
    leads: list[tuple[str, str, Passage, int]] = field(default_factory=list)  # capacity, words, passage, their offset
    prose: list[Passage] = field(default_factory=list)
    plan: int = 0  # which plan of the document it belongs to
    named: bool = True


def heading_section(passage: Passage) -> Section | None:
    """The section that a heading or line opens where it calls itself one: "Theme 2: …", "Workstream 6.1: …"."""
    text = " ".join(passage.text.split())
    if len(text) > 140 or passage.form == "bullet":
        return None
    if match := _NUMBERED.match(text):
        return Section(_bare(match["name"]), match["ref"], passage)
    if passage.form == "heading" and (match := _PLAIN_NUMBER.match(text)):
        return Section(_bare(match["name"]), match["ref"], passage)
    return None


def plain_section(words: str, passage: Passage | None) -> Section:
    """The section that any other heading, or a spanning row of a table, opens."""
    text = " ".join(words.split())
    for pattern in (_NUMBERED, _PLAIN_NUMBER):
        if match := pattern.match(text):
            return Section(_bare(match["name"]) or _bare(text), match["ref"], passage)
    return Section(_bare(text), None, passage)


def lead_line(passage: Passage) -> tuple[str, str, int] | None:
    """(capacity, who, offset of who) where a line under a heading says who leads, else nothing."""
    match = _LABEL.match(passage.text)
    if not match:
        return None
    label = re.sub(r"\s+", " ", re.sub(r"\(s\)|[^A-Za-z ]", " ", match["label"])).strip().lower()
    capacity = LEAD_LABELS.get(label)
    return (capacity, match["value"], match.start("value")) if capacity else None


def _bare(name: str) -> str:
    return name.strip(" *_:–—-.")
