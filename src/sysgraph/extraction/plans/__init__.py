"""Action plans of any layout as claims: `read_plans(document, names)`."""

from collections.abc import Iterator, Mapping
from datetime import date

from sysgraph.extraction.dates import last_day
from sysgraph.extraction.initials import key_of_initials
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.oversight import boards_of_plan
from sysgraph.extraction.people import always, named
from sysgraph.extraction.plans.actions import Frame, read_action
from sysgraph.extraction.plans.calendar import Calendar, key_of_ratings
from sysgraph.extraction.plans.front import PlanTitle, Walk, walk
from sysgraph.extraction.plans.keys import key_of_posts
from sysgraph.extraction.plans.records import Piece, Record
from sysgraph.extraction.plans.sections import Section
from sysgraph.extraction.plans.themes import read_theme, themes_by_list
from sysgraph.extraction.quoting import whole
from sysgraph.extraction.signatories import signatories
from sysgraph.model import SHORTEST_QUOTE, Claim, Claims, Description, Document, Mention, Passage, Value


def read_plans(document: Document, names: Names) -> Claims | None:
    """The claims of the action plans in a document, or nothing where it holds none."""
    found = walk(document, names)
    if not found.reader.records:
        return None
    initials, posts = key_of_initials(document), key_of_posts(document)
    frames = [_frame(number, found, names, initials, posts) for number in range(len(found.plans))]
    used = {record.section.plan for record in found.reader.records}
    for number, frame in enumerate(frames):
        if number in used:
            _read_plan(number, found, frame)
    main = frames[min(used)]
    _beside(found, main)
    for one in found.reader.unread:
        main.note(Piece(one.row.passage, one.cell), one.what, "unread")
    return _together(document, [frame for number, frame in enumerate(frames) if number in used])


def _frame(number: int, found: Walk, names: Names, initials: dict[str, str], posts: dict[str, str]) -> Frame:
    heading = found.plans[number]
    plan = Mention("Plan", heading.name, written=heading.aliases[0] if heading.aliases else heading.name)
    anchor = _day(heading)
    return Frame(plan, names, anchor, initials, [], names.all("Organisation"), posts)


def _day(heading: PlanTitle) -> date | None:
    day = last_day(heading.date) if heading.date else None
    return date.fromisoformat(day) if day else None


def _read_plan(number: int, found: Walk, frame: Frame) -> None:
    records = [record for record in found.reader.records if record.section.plan == number]
    rows: dict[Section, list[Passage]] = {}
    for record in records:
        rows.setdefault(record.section, []).append(record.row.passage)
    sections = [section for section in found.sections if section.plan == number]
    written = [*(record.reference for record in records), *(section.ref for section in [*sections, *rows])]
    frame.references = frozenset(filter(None, written))
    prose = [passage for section in sections for passage in section.prose]
    for actor, evidence in signatories([p for s in sections if not s.ref for p in s.prose], frame.names):
        frame.signatories.append(actor)
        frame.claims.append(Claim(actor, "PARTY_TO", frame.plan, evidence))
    for section in dict.fromkeys([*sections, *rows]):
        if section.named and ((section.ref and section.leads) or section in rows or _is_theme(section)):
            read_theme(section, rows.get(section, []), frame)
    themes_by_list(prose, frame)
    _governance(sections, frame)
    key: dict[str, str] = {}
    for table in found.others:
        for rating, meant in (key_of_ratings(table) or {}).items():
            key.setdefault(rating, meant)
    frame.key = {rating.lower(): meaning for rating, meaning in key.items()}
    frame.descriptions += _described(found.plans[number], key, records, frame)
    for record in records:
        read_action(record, frame)


def _is_theme(section: Section) -> bool:
    """Whether a section without actions or leads is a part of the plan all the same: it calls itself a numbered one."""
    words = section.passage.text.lower() if section.passage else ""
    return bool(
        section.ref and any(word in words for word in ("theme", "workstream", "work stream", "priority", "strand"))
    )


def _governance(sections: list[Section], frame: Frame) -> None:
    """The boards that the paragraphs say approved the plan, or oversee it or one of its parts."""
    for section in sections:
        target = frame.themes.get(id(section), frame.plan)
        for passage in section.prose:
            if passage.form != "paragraph":
                continue
            for type_, seen in boards_of_plan(passage.text, frame.names):
                what = frame.plan if type_ == "APPROVES" else target
                evidence = passage.cite(seen.start, seen.end, "plan.governance")
                frame.claims.append(Claim(seen.board, type_, what, evidence))


def _described(
    heading: PlanTitle, key: Mapping[str, str], records: list[Record], frame: Frame
) -> Iterator[Description]:
    attributes: dict[str, Value] = {
        "date": heading.date,
        "version": heading.version,
        "rag_key": tuple(f"{rating}: {meaning}" for rating, meaning in key.items()) or None,
        "document": heading.passage.document,
    }
    evidence = whole([heading.passage, *(record.row.passage for record in records)], "plan.title")
    if evidence:
        yield Description(frame.plan, evidence, attributes)


def _beside(found: Walk, frame: Frame) -> None:
    """The calendar, and the lists of people and their posts, that stand beside the plans."""
    calendar = Calendar(frame.names, frame.plan, frame.anchor)
    for table in found.others:
        calendar.read(table)
    for made in calendar.claims():
        if isinstance(made, Claim):
            frame.claims.append(made)
        else:
            frame.descriptions.append(made)
    for row in calendar.unread:
        words = " ".join(row.passage.text.split())
        frame.note(Piece(row.passage, row.cells[0]), f"the line “{words}” is too short to be quoted, and was not read")
    for section in found.sections:
        for passage in section.prose:
            if passage.form == "bullet":
                _posts_of_line(passage, frame)


def _posts_of_line(passage: Passage, frame: Frame) -> None:
    """Claims of a line that names a person with a post: "Jo Lee – Director of Care, Anyshire Council"."""
    reading = frame.read(passage.text, 0)
    evidence = whole([passage], "plan.person-and-post")
    for owner in reading.owners:
        if evidence and owner.person and owner.posts and owner.start == 0 and not reading.unread:
            cited = passage.cite(0, owner.end, evidence.rule) if owner.end >= SHORTEST_QUOTE else evidence
            frame.claims += named(owner, passage.text[: owner.end], always(cited)).claims


def _together(document: Document, frames: list[Frame]) -> Claims:
    return Claims(
        document.path,
        tuple(claim for frame in frames for claim in frame.claims),
        tuple(description for frame in frames for description in frame.descriptions),
        (),
        tuple(notice for frame in frames for notice in frame.notices),
    )


__all__ = ["read_plans"]
