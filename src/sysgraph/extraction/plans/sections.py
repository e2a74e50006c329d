"""The parts of a plan (themes, workstreams, priorities), with the lines under their headings that name who leads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sysgraph.extraction.plans.kinds import begins_undertaking
from sysgraph.model import Passage, Row, Table

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
    "programme lead": "programme lead",
    "delivery lead": "delivery lead",
    "operational lead": "operational lead",
    "managerial lead": "managerial lead",
    "project lead": "lead",
    "accountable executive": "executive lead",
    "accountable officer": "executive lead",
}
# A label of a lead within a line: "…; Reporting officer: Jo Lee", "Beds (SRO Jo Lee)".
_WITHIN = re.compile(
    rf"(?P<mark>^|[(–—|;,.\n\t-]|\s)\s*(?P<label>{'|'.join(sorted(LEAD_LABELS, key=len, reverse=True))})(?:\(s\))?"
    r"\**(?P<colon>\s*:\**|(?=\s))\s*",
    re.IGNORECASE,
)
_NEED_NO_COLON = frozenset({"sro", "senior responsible officer", "senior responsible owner"})
_EDGES = " \t\n|;,.(–—-"


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
    text, leads = _without_leads(text, passage)
    match = _NUMBERED.match(text) or (_PLAIN_NUMBER.match(text) if passage.form == "heading" else None)
    return Section(_bare(match["name"]), match["ref"], passage, leads) if match else None


def plain_section(words: str, passage: Passage | None) -> Section:
    """The section that any other heading, or a spanning row of a table, opens."""
    text, leads = _without_leads(" ".join(words.split()), passage)
    for pattern in (_NUMBERED, _PLAIN_NUMBER):
        if match := pattern.match(text):
            return Section(_bare(match["name"]) or _bare(text), match["ref"], passage, leads)
    return Section(_bare(text), None, passage, leads)


def _without_leads(text: str, passage: Passage | None) -> tuple[str, list[tuple[str, str, Passage, int]]]:
    """The words of a title without those that say who leads, and these: "Beds – Lead: Jo Lee", "Beds (SRO Jo Lee)"."""
    found = [one for one in _labels(text) if one[0] > 0]
    if passage is None or not found or not _bare(text[: found[0][0]]):
        return text, []
    leads = [
        (capacity, words.removesuffix(")") if "(" not in words else words, passage, max(0, passage.text.find(words)))
        for capacity, words, _ in _values(text, found)
    ]
    return text[: found[0][0]].rstrip(_EDGES), leads


def _labels(text: str) -> list[tuple[int, str, int]]:
    """(start, capacity, where what it is of begins) of each label of a lead in a text, as labels are written."""
    found = []
    for match in _WITHIN.finditer(text):
        label, first = match["label"].lower(), match.start("label")
        parted = bool(match["mark"].strip()) or first == 0
        if (match["colon"].strip() and (parted or text[first].isupper())) or (
            parted and first and label in _NEED_NO_COLON
        ):
            found.append((first, LEAD_LABELS[label], match.end()))
    return found


def _values(text: str, labels: list[tuple[int, str, int]]) -> Iterator[tuple[str, str, int]]:
    """(capacity, who, offset of who) for each label, as far as the next."""
    ends = [start for start, _, _ in labels[1:]] + [len(text)]
    for (_, capacity, start), end in zip(labels, ends, strict=True):
        if words := text[start:end].rstrip(_EDGES):
            yield capacity, words, start


def lead_line(passage: Passage) -> tuple[str, str, int] | None:
    """(capacity, who, offset of who) where a line under a heading says who leads, else nothing."""
    match = _LABEL.match(passage.text)
    if not match:
        return None
    label = re.sub(r"\s+", " ", re.sub(r"\(s\)|[^A-Za-z ]", " ", match["label"])).strip().lower()
    capacity = LEAD_LABELS.get(label)
    return (capacity, match["value"], match.start("value")) if capacity else None


def lead_lines(passage: Passage) -> list[tuple[str, str, int]]:
    """(capacity, who, offset of who) for each label of a line that begins by saying who leads."""
    first = lead_line(passage)
    if first is None:
        return []
    capacity, _, start = first
    after = [one for one in _labels(passage.text) if one[0] > start]
    return list(_values(passage.text, [(0, capacity, start), *after]))


def lead_rows(table: Table) -> list[tuple[str, str, Passage, int]]:
    """(capacity, who, passage, offset of who) of a table of nothing but labels and who leads, else nothing."""
    found: list[tuple[str, str, Passage, int]] = []
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.text.strip()]
        label = re.sub(r"\(s\)|[^A-Za-z ]", "", filled[0].text).strip().lower() if filled else ""
        if len(filled) > 2 or (filled and label not in LEAD_LABELS):
            return []
        found += [(LEAD_LABELS[label], cell.text, row.passage, cell.start) for cell in filled[1:]]
    return found


def titled(row: Row) -> Section | None:
    """The section that a row of a table opens whose other cells all say who leads: "Beds", "Lead: Jo Lee"."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    said = [(cell, _labels(cell.text)) for cell in filled[1:]]
    if not said or any(not labels or labels[0][0] > 0 for _, labels in said):
        return None
    opened = plain_section(filled[0].text, row.passage)
    if begins_undertaking(filled[0].text) or not (opened.ref or len(filled) < len(row.cells)):
        return None
    for cell, labels in said:
        opened.leads += [(who, words, row.passage, cell.start + at) for who, words, at in _values(cell.text, labels)]
    return opened


def _bare(name: str) -> str:
    return name.strip(" *_:–—-.")
