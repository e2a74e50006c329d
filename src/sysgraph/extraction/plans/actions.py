"""The records of a plan as claims: its actions with their attributes, owners, leads, findings and boards."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from datetime import date

from sysgraph.extraction import dates
from sysgraph.extraction.initials import only_fit
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.oversight import overseers_of_action
from sysgraph.extraction.owners import Owner, Reading, read_owners
from sysgraph.extraction.people import named
from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.keys import put_back, read_in_full
from sysgraph.extraction.plans.records import Field, Piece, Record
from sysgraph.extraction.plans.states import states, told_dates
from sysgraph.extraction.references import Circles
from sysgraph.model import Attributes, Claim, Description, Evidence, Mention, Notice, Passage, Value

_POINTER = re.compile(
    r"\b(?:see|refer to|covered (?:in|by|under)|addressed (?:in|by|under)|included (?:in|under)|picked up (?:in|under)|"
    r"as per|linked to|merged with|duplicate of)\b"
    r"[^.\d]{0,60}?(?P<ref>[A-Z]{0,3}\d+(?:\.\d+)*)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^\W*$")
_DONE = re.compile(
    r"\b(?<!not )(?<!part )(?<!partly )(?:action )?"
    r"(?:complete[d]?|closed|done|delivered|achieved|implemented|finished|embedded)\b",
    re.IGNORECASE,
)
_NAME_LENGTH = 120


@dataclass(slots=True)
class Frame:
    """What holds for all actions of a plan: who it is about, and how its document names people."""

    plan: Mention
    names: Names
    anchor: date | None
    initials: dict[str, str]
    signatories: list[Mention]
    known: list[Mention]
    posts: Mapping[str, str] = field(default_factory=dict)  # by the capitals that the document calls them
    key: Mapping[str, str] = field(default_factory=dict)  # what each rating means, in small letters
    references: frozenset[str] = frozenset()  # of its actions and parts, as written
    themes: dict[int, Mention] = field(default_factory=dict)
    leads: dict[int, list[Mention]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def circles(self, section: int) -> Circles:
        """The bodies that a class word may mean in a section, nearest first."""
        return (self.leads.get(section, []), self.signatories, self.known)

    def read(self, text: str, section: int) -> Reading:
        """Who a cell names; initials that only one of the document's people has are read as that person's."""
        full, places = read_in_full(text, self.posts)
        return put_back(read_owners(full, self.names, self.circles(section), self.initials), places, self.posts)

    def note(self, place: Piece | Passage, what: str, kind: str = "unread") -> None:
        """Nothing; keeps what was met in a cell or passage for the build's summary."""
        passage, cell = (place.passage, place.cell.name) if isinstance(place, Piece) else (place, "")
        where = ", ".join(filter(None, (passage.position.place, cell)))
        self.notices.append(Notice(passage.document, where, what, kind))

    def note_reading(self, place: Piece | Passage, reading: Reading, text: str) -> None:
        """Nothing; keeps what was repaired in the names of a text, and what was not understood of them."""
        for repair in reading.repairs:
            self.note(place, repair, "repaired")
        if reading.unread:
            self.note(place, f"not understood in “{text}”: {', '.join(reading.unread)}")


def read_action(record: Record, frame: Frame) -> None:
    """Nothing; the frame gains the claims that one record makes."""
    text, first = _words(record)
    evidence = first.cite("plan.action", text.split("\n")[0])
    theme = frame.themes.get(id(record.section))
    action = _mention(record, text, theme or frame.plan, frame)
    owners = _people(record, Role.OWNER, "OWNS", action, frame)
    leads = _people(record, Role.LEAD, "OPERATES", action, frame)
    attributes = _attributes(record, text, owners, frame)
    attributes["lead_status"] = leads.status
    frame.descriptions.append(Description(action, evidence, attributes))
    frame.claims.append(Claim(action, "PART_OF", theme or frame.plan, evidence))
    _findings(record, action, theme or frame.plan, frame)
    _boards(record, action, frame)


def _words(record: Record) -> tuple[str, Piece]:
    """The words of the action without a reference in the same cell, and the cell they begin in."""
    pieces = record.fields[Role.ACTION].pieces
    text = record.text(Role.ACTION)
    if record.reference and Role.REFERENCE not in record.fields:
        text = re.sub(rf"^\(?{re.escape(record.reference)}[.):]?\s+", "", text)
    return text.strip(), pieces[0]


def _mention(record: Record, text: str, within: Mention, frame: Frame) -> Mention:
    words = " ".join(text.split())
    short = words if len(words) <= _NAME_LENGTH else words[:_NAME_LENGTH].rsplit(" ", 1)[0] + "…"
    name = f"{record.reference} {short}" if record.reference else short
    key = f"{within.kind}|{within.name}|{name}"
    frame.seen[key] = frame.seen.get(key, 0) + 1
    if frame.seen[key] > 1:
        name = f"{name} ({frame.seen[key]})"
    return Mention("Action", name, within)


def _attributes(record: Record, text: str, owners: Reading, frame: Frame) -> dict[str, Value]:
    due = dates.read_span(record.text(Role.DUE), frame.anchor)
    revised = dates.read_span(record.text(Role.REVISED), frame.anchor)
    start = dates.read_span(record.text(Role.START), frame.anchor)
    found: dict[str, Value] = {
        "ref": record.reference or None,
        "text": text,
        "see": _pointer(record, text, frame.references),
        "due": due.end,
        "due_start": due.start or start.start or start.end,
        "due_by": dates.last_day(due.end) if due.end else None,
        "due_text": record.text(Role.DUE) or None,
        "revised": revised.end,
        "revised_by": dates.last_day(revised.end) if revised.end else None,
        "revised_text": record.text(Role.REVISED) or None,
        "owner_text": record.text(Role.OWNER) or None,
        "lead_text": record.text(Role.LEAD) or None,
        "owner_status": owners.status,
        "owner_kind": min((owner.kind for owner in owners.owners), key=("person", "post", "body").index, default=None),
        "may_be_merged_with": record.owner_above or None,
        "month_rag": record.rating(Role.RAG) or None,
        "on_target_rag": record.rating(Role.SECOND_RAG) or None,
        "assurance": record.text(Role.ASSURANCE) or None,
        "progress": record.text(Role.PROGRESS) or None,
        "outcome": record.outcome.text if record.outcome else None,
        "complete": is_complete(record, frame.key),
        "shifted": record.shifted,
        "broken": record.broken,
        **states(record, due, revised, frame.key),
        **told_dates(record.text(Role.PROGRESS), frame.anchor),
    }
    return found


def is_complete(record: Record, key: Mapping[str, str]) -> bool:
    """Whether the status of an action, or its due cell, says that it is done; a colour by the plan's own key.

    Without a key blue is done, as it is wherever red, amber and green are not.
    """
    for status in (record.rating(Role.RAG), record.rating(Role.SECOND_RAG)):
        meant = key.get(status.strip().lower())
        done = _DONE.search(meant) if meant else status.strip().lower() in {"blue", "b"}
        if done or _DONE.match(status.strip()):
            return True
    return bool(_DONE.match(record.text(Role.DUE).strip()))


def _pointer(record: Record, text: str, references: Container[str]) -> str | None:
    """The reference that a row points to where that is all it does: one of the plan's, or what the row begins with."""
    match = _POINTER.search(text)
    if match is None or any(record.text(role).strip() for role in (Role.OWNER, Role.LEAD, Role.DUE, Role.REVISED)):
        return None
    return match["ref"] if match["ref"] in references or _LEADING.match(text[: match.start()]) else None


def _people(record: Record, role: Role, type_: str, action: Mention, frame: Frame) -> Reading:
    """The reading of an owner or lead cell; the frame gains a claim for each who is named."""
    found = record.fields.get(role)
    reading = frame.read(found.text if found else "", id(record.section))
    if found is None:
        return reading
    for owner in reading.owners:
        words = found.text[owner.start : owner.end]
        cite = _citing(found, f"plan.{'owner' if type_ == 'OWNS' else 'operational-lead'}")
        person = named(_in_full(owner, frame), words, cite)
        frame.claims += person.claims
        frame.claims.append(Claim(person.actor, type_, action, cite(words)))
    frame.note_reading(found.pieces[0], reading, found.text)
    return reading


def _in_full(owner: Owner, frame: Frame) -> Owner:
    """An owner named by initials, as the one person of the document whose they are."""
    if owner.person and len(owner.person) <= 4 and owner.person.isupper() and owner.person not in frame.initials:
        known = {claim.source.name for claim in frame.claims if claim.source.kind == "Person"}
        if full := only_fit(owner.person, known):
            return Owner(owner.start, owner.end, full, owner.posts, owner.bodies)
    return owner


def _citing(found: Field, rule: str) -> Callable[[str], Evidence]:
    """What cites words of a field by the cell that holds them."""

    def cite(words: str) -> Evidence:
        line = words.split("\n")[0]
        piece = next((piece for piece in found.pieces if line in piece.cell.text), found.pieces[0])
        return piece.cite(rule, line)

    return cite


def _findings(record: Record, action: Mention, within: Mention, frame: Frame) -> None:
    for line, piece in record.issue.lines() if record.issue else []:
        if _LEADING.match(line):
            continue
        finding = Mention("Finding", " ".join(line.split()), within)
        evidence = piece.cite(
            "plan.finding", line.split("\n")[0] if line in piece.cell.text else piece.cell.text.split("\n")[-1]
        )
        attributes: Attributes = {"text": line, "form": "issue"}
        frame.descriptions.append(Description(finding, evidence, attributes))
        frame.claims.append(Claim(action, "ADDRESSES", finding, evidence))


def _boards(record: Record, action: Mention, frame: Frame) -> None:
    for piece in record.pieces(Role.OVERSIGHT):
        for found in frame.names.find(piece.cell.text):
            if found.mention.kind == "Board":
                frame.claims.append(
                    Claim(found.mention, "OVERSEES", action, piece.cite("plan.oversight-column", found.mention.written))
                )
    for role in (Role.ACTION, Role.ASSURANCE, Role.PROGRESS):
        for piece in record.pieces(role):
            for seen in overseers_of_action(piece.cell.text, frame.names):
                words = piece.cell.text[seen.start : seen.end].strip()
                frame.claims.append(Claim(seen.board, "OVERSEES", action, piece.cite("plan.overseen", words)))
