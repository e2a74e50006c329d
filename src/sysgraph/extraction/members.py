"""Tables of members: who sits on the board that the heading above names, with posts and bodies beside the names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sysgraph.extraction.lexicon import NOTHING, TO_BE_CONFIRMED
from sysgraph.extraction.mentions import Names, survey
from sysgraph.extraction.owners import Owner, read_owners
from sysgraph.extraction.people import named
from sysgraph.model import LONGEST_QUOTE, SHORTEST_QUOTE, Claim, Document, Evidence, Mention, Passage, Row, Table
from sysgraph.register import Register

# What the headers of such tables say; the first that fits a column is taken.
_COLUMNS = {
    "name": re.compile(r"^(?:name|member|members|representative|attendee)s?(?: name)?$"),
    "post": re.compile(r"^(?:role|title|position|post|job title|designation|job role|member role|role title)$"),
    "body": re.compile(
        r"^(?:organisation|representing|agency|body|partner|partner organisation|organisation represented|employer)$"
    ),
    "seat": re.compile(r"^(?:seat|role on (?:the )?\w+|capacity|voting status|status)$"),
}
_MEMBERS = re.compile(
    r"\b(?:member(?:s|ship)?|representation|constitution|composition|attendance|present)\b", re.IGNORECASE
)
_CHAIR = re.compile(r"\b(?P<vice>vice|deputy|co)?[\s-]*chair(?:man|woman|person)?\b", re.IGNORECASE)
_ABSENT = re.compile(r"\bapolog", re.IGNORECASE)
_OPENING = 8


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of a table holds what; -1 where there is none."""

    name: int
    post: int
    body: int
    seat: int


def read_members(document: Document, register: Register) -> list[Claim]:
    """The claims that the tables of members in a document make, each citing its row."""
    found = list(_tables(document))
    if not found:
        return []
    names = survey(document, register)
    return [claim for table, heading in found for claim in _members(table, _board(heading, document, names), names)]


def _tables(document: Document) -> Iterator[tuple[Table, Passage | None]]:
    """The tables of members, each with the heading that it stands under."""
    heading: Passage | None = None
    for block in document.blocks:
        if isinstance(block, Passage):
            heading = block if block.form == "heading" else heading
        elif len(block.rows) > 1 and _columns(block.rows[0]) and (heading is None or not _ABSENT.search(heading.text)):
            yield block, heading


def _columns(row: Row) -> _Columns | None:
    """What the columns under a header hold, where they are those of a table of members."""
    labels = [" ".join(re.findall(r"[a-z]+", cell.text.lower())) for cell in row.cells]
    at = {
        part: next((index for index, label in enumerate(labels) if pattern.fullmatch(label)), -1)
        for part, pattern in _COLUMNS.items()
    }
    told = [part for part in ("name", "post", "body") if at[part] >= 0]
    return _Columns(**at) if len(told) >= 2 and len(labels) <= 5 else None


def _board(heading: Passage | None, document: Document, names: Names) -> Mention | None:
    """The board of a table: what its heading names, else, under "Membership", the one that the document is of."""
    texts = [heading.text] if heading else []
    if heading is None or _MEMBERS.search(heading.text):
        texts += [block.text for block in document.blocks[:_OPENING] if isinstance(block, Passage)]
    boards = (found.mention for text in texts for found in names.find(text))
    return next((board for board in boards if board.kind in {"Board", "Partnership"}), None)


def _members(table: Table, board: Mention | None, names: Names) -> Iterator[Claim]:
    columns = _columns(table.rows[0])
    for row in table.rows[1:]:
        owner = _member(row, columns, names) if columns and board else None
        length = len(row.passage.text.strip())
        if owner is None or board is None or not SHORTEST_QUOTE <= length <= LONGEST_QUOTE:
            continue
        evidence = row.passage.cite(0, len(row.passage.text), "members.table")
        person = named(owner, row.passage.text, partial(_same, evidence))
        yield from person.claims
        yield _seat(person.actor, board, row, evidence)


def _same(evidence: Evidence, _words: str) -> Evidence:
    """The one evidence of a row, whichever of its words are asked for."""
    return evidence


def _member(row: Row, columns: _Columns | None, names: Names) -> Owner | None:
    """Who a row names: a person with post and body, else a post in a body, else a body."""
    if columns is None:
        return None
    name, post, body = (_cell(row, index) for index in (columns.name, columns.post, columns.body))
    read = read_owners(name, names)
    person = next((owner.person for owner in read.owners if owner.person), None)
    bodies = _bodies(body, names) or next((owner.bodies for owner in read.owners if owner.bodies), ())
    posts = (post,) if post and not _CHAIR.fullmatch(post.strip()) else ()
    owner = Owner(0, len(row.passage.text), person, posts, bodies)
    return owner if person or posts or bodies else None


def _bodies(text: str, names: Names) -> tuple[Mention, ...]:
    """The bodies that a cell names; a name that the document uses nowhere else is one all the same."""
    found = tuple(
        dict.fromkeys(f.mention for f in names.find(text) if f.mention.kind in {"Organisation", "Partnership"})
    )
    if found or not text or len(text.split()) > _OPENING:
        return found
    return (Mention("Organisation", " ".join(text.split()), written=text),)


def _cell(row: Row, index: int) -> str:
    text = row.cells[index].text.strip() if 0 <= index < len(row.cells) else ""
    return "" if NOTHING.match(text) or TO_BE_CONFIRMED.match(text) or text.lower() == "vacant" else text


def _seat(actor: Mention, board: Mention, row: Row, evidence: Evidence) -> Claim:
    """That somebody sits on a board, or chairs it where the row says so."""
    chair = next((match for cell in row.cells if (match := _CHAIR.search(cell.text)) and len(cell.text) < 40), None)
    if chair is None or board.kind != "Board" or actor.kind not in {"Person", "Role", "Organisation"}:
        return Claim(actor, "MEMBER_OF", board, evidence)
    return Claim(actor, "CHAIRS", board, evidence, {"as": f"{chair['vice'].lower()} chair"} if chair["vice"] else {})
