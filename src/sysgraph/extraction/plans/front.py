"""What stands around the tables of a plan: its title, date and version, and which heading each table stands under."""

import re
from dataclasses import dataclass, field

from sysgraph.extraction.dates import find_dates, read_date
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.plans.layout import Columns
from sysgraph.extraction.plans.paragraphs import with_cards
from sysgraph.extraction.plans.sections import Section, heading_section, lead_line, lead_lines, lead_rows, plain_section
from sysgraph.extraction.plans.tables import Reader, may_be_plan
from sysgraph.model import Document, Passage, Table

_PLAN_WORD = re.compile(
    r"\b(?:action|improvement|delivery|recovery|implementation|development|response|winter|strategic|annual|audit|quality|"
    r"transformation|\w+)?[\s-]*"
    r"(?:plans?|log|tracker|assurance framework|action list|actions?|recommendations?|programme|strategy|"
    r"follow[- ]up|statement of action)\b",
    re.IGNORECASE,
)
_A_PLAN = re.compile(
    r"\b(?:action|improvement|delivery|recovery|implementation|mitigation|response)\s+(?:plan|log|tracker)\b|^\W*plan\b",
    re.IGNORECASE,
)
_NUMBERED_PLAN = re.compile(r"^\W*plan\s+(?:\d+|[A-Z])\b\s*[:.–—-]*\s*(?P<name>.*)$", re.IGNORECASE)
_VERSION = re.compile(
    r"\b(?:v(?:ersion)?\.?\s?(?P<v>\d+(?:\.\d+)*)|(?P<draft>(?:final )?draft(?:\s+\d+(?:\.\d+)*)?))\b", re.IGNORECASE
)
_NUMBERED_ACTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?\.?$")
_TITLE_PASSAGES = 12
_LONGEST_TITLE = 120
_SMALL_WORDS = frozenset({"of", "and", "for", "the", "in", "on", "to", "with", "upon"})


@dataclass(slots=True)
class PlanTitle:
    """A plan of the document: its name and other forms of it, its date and version, with the passage that says so."""

    name: str
    aliases: tuple[str, ...]
    passage: Passage
    date: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A table that was read as (part of) a plan: under which section, by which columns, with how many new actions."""

    table: Table
    section: Section
    columns: Columns | None
    actions: int


@dataclass(slots=True)
class Walk:
    """A document's plans: the records of its tables, each under its section and plan."""

    reader: Reader
    plans: list[PlanTitle]
    sections: list[Section] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    others: list[Table] = field(default_factory=list)


def walk(document: Document, names: Names) -> Walk:
    """The plan tables of a document with their sections; `others` are the tables that are no plan's."""
    found = Walk(Reader(names), [title(document)])
    section = Section("", named=False)
    found.sections.append(section)
    for block in with_cards(document.blocks):
        if isinstance(block, Table) and (led := lead_rows(block)):
            section.leads += led
            continue
        if isinstance(block, Table):
            part, before = _by_number(block, section, found.sections), len(found.reader.records)
            if found.reader.read(block, part):
                found.taken.append(Taken(block, part, found.reader.columns, len(found.reader.records) - before))
            else:
                found.others.append(block)
            continue
        if block.form == "heading" and section is found.sections[0] and _before_title(block, found.plans[0], document):
            section.passage = block  # the title and what stands above it open no part of the plan
        elif opened := _opens_plan(block, found):
            found.plans.append(opened)
            section = Section("", passage=block, plan=len(found.plans) - 1, named=False)
            found.sections.append(section)
        elif (
            not section.name
            and section.ref
            and section.passage
            and len(block.text) < _LONGEST_TITLE
            and not heading_section(block)
        ):
            section.name = block.text.strip(" *_:")
        elif opened_section := _opens_section(block, section):
            opened_section.plan = section.plan
            section = opened_section
            found.sections.append(section)
        elif leads := lead_lines(block):
            section.leads += [(capacity, words, block, start) for capacity, words, start in leads]
        else:
            section.prose.append(block)
    return found


def may_hold_plan(document: Document) -> bool:
    """Whether a document may hold an action plan, in a table or in labelled paragraphs; only its names tell."""
    return any(isinstance(block, Table) and may_be_plan(block) for block in with_cards(document.blocks))


def _by_number(table: Table, section: Section, sections: list[Section]) -> Section:
    """The part that a table belongs to: the one it stands in, or an earlier one of which its actions bear the number.

    The heading of the next part may stand above the table of the one before it, where a page has been laid out anew.
    """
    said = [
        cell.text.strip() for row in table.rows for cell in row.cells[:4] if _NUMBERED_ACTION.match(cell.text.strip())
    ]
    if not section.ref or len(said) < 2 or any(_is_under(one, section) for one in said):
        return section
    others = [one for one in sections if one.plan == section.plan and one.ref and all(_is_under(n, one) for n in said)]
    return others[-1] if others else section


def _is_under(number: str, section: Section) -> bool:
    return number.startswith(f"{section.ref}.")


def _before_title(block: Passage, first: PlanTitle, document: Document) -> bool:
    """Whether a heading is the plan's title or stands before it."""
    blocks = document.blocks
    return bool(first.aliases) and first.passage in blocks and blocks.index(block) <= blocks.index(first.passage)


def _opens_plan(block: Passage, found: Walk) -> PlanTitle | None:
    """The plan that a heading opens, where a plan of the document has its actions above already, or it is numbered."""
    if block.form != "heading" or len(block.text) > _LONGEST_TITLE:
        return None
    numbered = _NUMBERED_PLAN.match(block.text)
    current = len(found.plans) - 1
    has_records = any(record.section.plan == current for record in found.reader.records)
    if numbered or (has_records and _A_PLAN.search(block.text) and block.level <= 2 and not heading_section(block)):
        first = found.plans[0]
        name = numbered["name"].strip(" *_") if numbered and numbered["name"] else block.text.strip(" *_")
        return PlanTitle(name, (block.text.strip(" *_"),), block, read_date(block.text) or first.date, first.version)
    return None


def _opens_section(block: Passage, current: Section) -> Section | None:
    if found := heading_section(block):
        return found
    if block.form == "heading" and not lead_line(block):
        return plain_section(block.text, block)
    return None


def title(document: Document) -> PlanTitle:
    """The document's own title, with the most precise date and the version that stand near it."""
    top = [block for block in _top(document) if not _names_part(block, document)]
    lines = [block for block in top if len(block.text) <= _LONGEST_TITLE] or top
    best = max(lines, key=lambda block: (_standing(block), -lines.index(block)), default=None)
    if best is None:
        first = next(document.passages())
        return PlanTitle(document.path, (), first)
    form = _form(document)
    words = [_bare(best.text)]
    at = lines.index(best)
    while best.form == "paragraph" and best.text.isupper() and at > 0 and lines[at - 1].text.isupper():
        at -= 1
        words.insert(0, _bare(lines[at].text))
    when = [found for block in [*lines, *top] if len(block.text) < 300 and (found := _day_of(block.text))]
    versions = (match for block in lines if (match := _VERSION.search(block.text)))
    numbered = _NUMBERED_PLAN.match(best.text)
    said = numbered["name"].strip(" *_") if numbered else ""
    name = form.get("title") or said or _cased(" ".join(words))
    dated = max([found for found in [_day_of(form.get("date", "")), *when] if found], key=len, default=None)
    return PlanTitle(name, (words[-1],), best, dated, next((match[0] for match in versions), None))


def _names_part(block: Passage, document: Document) -> bool:
    """Whether a line names a part of the plan and not the plan: "Theme 1: …", or the tab of one sheet of several."""
    part = heading_section(block)
    if part and part.ref and not _PLAN_WORD.search(block.text):
        return True
    tab = block.position.sheet
    return block.text == (tab or "").strip() and any(one.position.sheet != tab for one in document.blocks)


def _top(document: Document) -> list[Passage]:
    """The passages before the first table, as far as a title page reaches and not into the first long paragraph."""
    top: list[Passage] = []
    for block in document.blocks[:_TITLE_PASSAGES]:
        if isinstance(block, Table) or (top and len(block.text) > 250):
            break
        top.append(block)
    top = top or [block for block in document.blocks if isinstance(block, Passage)][:1]
    return [block for block in top if re.search(r"\w", block.text)]


def _standing(block: Passage) -> int:
    """How well a line stands as the name of a plan."""
    plan = 4 if _A_PLAN.search(block.text) else 2 if _PLAN_WORD.search(block.text) else 0
    heading = 1 if block.form == "heading" else 0
    sentence = -6 if block.text.rstrip().endswith(".") or len(block.text.split()) > 16 else 0
    bare = -3 if not re.search(r"[A-Za-z]{3}", _without_dates(block.text)) else 0
    return plan + heading + sentence + bare


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    return _VERSION.sub("", text)


def _day_of(text: str) -> str | None:
    """The day or month that a title gives as its own: no year alone, no span of years."""
    found = read_date(_VERSION.sub(" ", text))
    return found if found and re.fullmatch(r"\d{4}-\d{2}(?:-\d{2})?", found) else None


def _form(document: Document) -> dict[str, str]:
    """The title and date of a paper whose front page is a form: "Title of paper | …", "Date | …"."""
    found: dict[str, str] = {}
    for block in document.blocks[:_TITLE_PASSAGES]:
        rows = block.rows if isinstance(block, Table) else ()
        for label, value in (
            (row.cells[0].text.strip().lower(), row.cells[1].text.strip()) for row in rows if len(row.cells) == 2
        ):
            if re.fullmatch(
                r"(?:report |paper )?title(?: of (?:the )?(?:paper|report))?:?|report title|subject:?", label
            ):
                found.setdefault("title", value)
            elif re.fullmatch(r"(?:meeting )?date(?: of (?:the )?meeting)?:?", label):
                found.setdefault("date", value)
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" *_:–—-")


def _cased(text: str) -> str:
    """A title in capitals as a title is usually written; any other as it is."""
    if text.upper() != text:
        return text
    words = [word.lower() if word.lower() in _SMALL_WORDS else _capitalised(word) for word in text.split()]
    return " ".join(words)


def _capitalised(word: str) -> str:
    parts = word.split("-")
    return "-".join(part.lower() if part.lower() in _SMALL_WORDS else part[:1] + part[1:].lower() for part in parts)
