"""What the columns of an action plan mean: by what the header says and by what the cells hold, together.

A header is a promise that the cells may break: under "Status" stand sentences, under "Comments" a letter. Where the two
disagree about the sort of thing, the cells decide; where the cells are of a sort that several columns have, the header.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from pathlib import Path

from sysgraph.extraction.plans.kinds import Kind, begins_undertaking


class Role(Enum):
    """What a column of a plan is for."""

    ISSUE = "issue"
    OUTCOME = "outcome"
    REFERENCE = "reference"
    ACTION = "action"
    OWNER = "owner"
    LEAD = "operational lead"
    START = "start"
    DUE = "due"
    REVISED = "revised"
    ASSURANCE = "assurance"
    OVERSIGHT = "oversight"
    PROGRESS = "progress"
    RAG = "rag"
    SECOND_RAG = "second rag"
    SECTION = "section"
    OTHER = "other"


# The words of headers are data that anyone can read and add to.
_HEADERS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("headers.toml").read_text(encoding="utf-8"))
_EXACT: dict[str, Role] = {}
_WILD: list[tuple[re.Pattern[str], Role]] = []
for _role, _phrases in _HEADERS.items():
    for _phrase in _phrases:
        if "*" in _phrase:
            _WILD.append((re.compile(re.escape(_phrase).replace(r"\*", ".*")), Role(_role)))
        else:
            _EXACT.setdefault(_phrase, Role(_role))

# Which sorts of cell each role can hold; what is not listed contradicts the header.
_HOLDS: dict[Role, frozenset[Kind]] = {
    Role.REFERENCE: frozenset({Kind.REFERENCE, Kind.SHORT, Kind.DATE}),
    Role.ISSUE: frozenset({Kind.LONG, Kind.SHORT, Kind.OWNERS}),
    Role.OUTCOME: frozenset({Kind.LONG, Kind.SHORT}),
    Role.ACTION: frozenset({Kind.LONG, Kind.SHORT}),
    Role.OWNER: frozenset({Kind.OWNERS, Kind.SHORT, Kind.OPEN, Kind.LONG}),
    Role.LEAD: frozenset({Kind.OWNERS, Kind.SHORT, Kind.OPEN, Kind.LONG}),
    Role.START: frozenset({Kind.DATE, Kind.OPEN}),
    Role.DUE: frozenset({Kind.DATE, Kind.OPEN, Kind.STATUS, Kind.SHORT}),
    Role.REVISED: frozenset({Kind.DATE, Kind.OPEN, Kind.STATUS, Kind.SHORT}),
    Role.ASSURANCE: frozenset({Kind.LONG, Kind.SHORT, Kind.OPEN, Kind.OWNERS}),
    Role.OVERSIGHT: frozenset({Kind.OWNERS, Kind.SHORT, Kind.LONG, Kind.OPEN}),
    Role.PROGRESS: frozenset({Kind.LONG, Kind.SHORT, Kind.OPEN}),
    Role.RAG: frozenset({Kind.STATUS, Kind.OPEN, Kind.SHORT, Kind.DATE}),
    Role.SECOND_RAG: frozenset({Kind.STATUS, Kind.OPEN, Kind.SHORT}),
    Role.SECTION: frozenset(Kind),
    Role.OTHER: frozenset(Kind),
}
# Headers of columns that may say under which part of the plan a row stands, and of columns that hold the actions where
# no column says so outright.
_PARTS = frozenset(
    "scheme theme workstream area topic domain audit programme category subject strand priority".split()
) | {"priority area", "service area", "work stream"}
_LATENT = frozenset(
    (
        "measure measures scheme schemes initiative initiatives intervention proposal suggestion recommendation "
        "recommendations commitment priority objective project work item"
    ).split()
)
# A header is not given the lie by one or two cells: they may stand a column off.
_FEWEST_TO_CONTRADICT = 3
_LONGEST_HEADER = 120  # characters
_MOST_WORDS = 7  # of a header that is known by its first or last words
_SHORTEST_PART = 4  # "how" and "who" say nothing at the edge of other words
_ONCE = frozenset(Role) - {
    Role.OTHER,
    Role.SECTION,
    Role.PROGRESS,
    Role.ASSURANCE,
    Role.OVERSIGHT,
    Role.OUTCOME,
    Role.ISSUE,
}


@lru_cache(maxsize=4096)
def meaning(header: str) -> Role | None:
    """The role that the words of a header cell say, or nothing: all of them, else the longest that begin or end it."""
    if len(header) > _LONGEST_HEADER:
        return None
    text = _reduced(header)
    if text in _EXACT:
        return _EXACT[text]
    for pattern, role in _WILD:
        if pattern.fullmatch(text):
            return role
    words = text.split()
    if len(words) > _MOST_WORDS:
        return None
    for length in range(len(words) - 1, 0, -1):
        for phrase in (" ".join(words[:length]), " ".join(words[-length:])):
            if len(phrase) > _SHORTEST_PART and phrase in _EXACT:
                return _EXACT[phrase]
    return None


def _reduced(header: str) -> str:
    """A header's words alone: no clutter, no month or year of the edition."""
    text = header.lower().replace("&", " and ").replace("%", " percent ")
    text = re.sub(r"\(s\)|\((?:[^)]*)\)|['’]s\b", " ", text)
    text = re.sub(r"[^a-z ]+", " ", text)
    return " ".join(text.split())


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells of a row read as the header of a table."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell.split()) > 12 for cell in filled):
        return False
    meant = [role for cell in filled if (role := meaning(cell)) is not None]
    return len(meant) >= max(2, (len(filled) + 1) // 2) and len(set(meant)) >= 2


def roles(headers: Sequence[str], columns: Sequence[Sequence[tuple[str, Kind]]]) -> list[Role]:
    """The role of each column, from its header ("" where there is none) and the cells under it."""
    found = [_role_of(header, cells) for header, cells in zip(headers, columns, strict=True)]
    _settle_labels(found, headers, columns)
    _settle_parts(found, headers, columns)
    _settle_dates(found, headers)
    _settle_latent(found, headers, columns)
    _settle_twins(found, headers, columns)
    _settle_action(found, columns)
    _settle_issues(found, columns)
    return [role or Role.OTHER for role in found]


def _role_of(header: str, cells: Sequence[tuple[str, Kind]]) -> Role | None:
    said = meaning(header)
    sort = main_kind(cells)
    filled = sum(kind is not Kind.BLANK for _, kind in cells)
    if said and (sort is None or sort in _HOLDS[said] or filled < _FEWEST_TO_CONTRADICT):
        return said
    if _reduced(header) == "date" and sort in (Kind.DATE, None):
        return None
    by_cells = {
        Kind.REFERENCE: Role.REFERENCE,
        Kind.DATE: Role.DUE,
        Kind.STATUS: Role.RAG,
        Kind.OWNERS: Role.OWNER,
        Kind.LONG: Role.PROGRESS if said else None,
    }
    return by_cells.get(sort) if sort else said


def main_kind(cells: Sequence[tuple[str, Kind]]) -> Kind | None:
    """The sort of thing that most filled cells of a column hold, or nothing for an empty column."""
    counts = Counter(kind for _, kind in cells if kind not in (Kind.BLANK, Kind.OPEN))
    if not counts:
        return Kind.OPEN if any(kind is Kind.OPEN for _, kind in cells) else None
    words = counts[Kind.LONG] + counts[Kind.SHORT]
    best, count = max(counts.items(), key=lambda item: (item[1], item[0].value))
    if count * 2 >= sum(counts.values()):
        return best
    return Kind.LONG if words * 2 >= sum(counts.values()) and counts[Kind.LONG] else best


def _settle_labels(
    found: list[Role | None], headers: Sequence[str], columns: Sequence[Sequence[tuple[str, Kind]]]
) -> None:
    """A column of a few short values that come again and again classes the rows; it finds nothing and owns nothing."""
    said = {Role.OWNER, Role.LEAD, Role.RAG, Role.SECOND_RAG, Role.REFERENCE, Role.DUE, Role.REVISED, Role.OVERSIGHT}
    for index, header in enumerate(headers):
        texts = [text for text, kind in columns[index] if kind is not Kind.BLANK]
        if meaning(header) not in said and found[index] is not Role.RAG and is_label(texts):
            found[index] = Role.OTHER


def is_label(texts: Sequence[str]) -> bool:
    """Whether cells are a few short words that come again: "Safe", "Local", "Must do"."""
    few = 2 * len(set(texts)) <= len(texts) and len(texts) >= _FEWEST_TO_CONTRADICT
    return few and all(len(text.split()) <= 4 for text in texts)


def _settle_parts(
    found: list[Role | None], headers: Sequence[str], columns: Sequence[Sequence[tuple[str, Kind]]]
) -> None:
    """A column of short values, left of all else, says which part of the plan each row belongs to.

    They come again, or stand once for the blank cells below them.
    """
    for index, header in enumerate(headers[:2]):
        texts = [text for text, kind in columns[index] if kind is not Kind.BLANK]
        repeats = len(set(texts)) < len(columns[index])
        if _reduced(header) in _PARTS and texts and repeats and all(len(text.split()) <= 6 for text in texts):
            found[index] = Role.SECTION


def _settle_latent(
    found: list[Role | None], headers: Sequence[str], columns: Sequence[Sequence[tuple[str, Kind]]]
) -> None:
    """Where no header says "action": the column whose header may mean it and whose cells are undertakings."""
    if Role.ACTION in found:
        return
    latent = [
        index
        for index, header in enumerate(headers)
        if _reduced(header) in _LATENT and _undertakings(columns[index]) >= 0.4
    ]
    if latent:
        found[max(latent, key=lambda index: (_undertakings(columns[index]), -index))] = Role.ACTION


def _settle_dates(found: list[Role | None], headers: Sequence[str]) -> None:
    """A bare "Date" is the deadline where no other column is, and it does not stand before the action."""
    for index, header in enumerate(headers):
        if _reduced(header) == "date" and found[index] is None:
            action = found.index(Role.ACTION) if Role.ACTION in found else -1
            found[index] = Role.OTHER if Role.DUE in found or index < action else Role.DUE
    dues = [index for index, role in enumerate(found) if role is Role.DUE]
    for index in dues[1:]:
        found[index] = Role.REVISED if Role.REVISED not in found else Role.OTHER


def _settle_twins(
    found: list[Role | None], headers: Sequence[str], columns: Sequence[Sequence[tuple[str, Kind]]]
) -> None:
    """Of two columns of one role the one that a header names keeps it; a second owner or status has its own role."""
    second = {Role.OWNER: Role.LEAD, Role.RAG: Role.SECOND_RAG}
    for role in _ONCE:
        twins = [index for index, got in enumerate(found) if got is role]
        if len(twins) < 2:
            continue
        if role is Role.ACTION:
            keeper = max(twins, key=lambda index: (_undertakings(columns[index]), -index))
        else:
            keeper = min(twins, key=lambda index: (meaning(headers[index]) is not role, index))
        for index in twins:
            if index != keeper:
                other = second.get(role, Role.OTHER)
                found[index] = other if other not in found else Role.OTHER
                if role is Role.ACTION:
                    found[index] = _other_words(found, index, keeper)


def _other_words(found: list[Role | None], index: int, action: int) -> Role:
    """What a second column of actions is: what was found, before the action; how far it has come, after it."""
    if index < action:
        return Role.ISSUE if Role.ISSUE not in found else Role.OTHER
    return Role.ASSURANCE if Role.ASSURANCE not in found else Role.PROGRESS


def _settle_action(found: list[Role | None], columns: Sequence[Sequence[tuple[str, Kind]]]) -> None:
    """Columns of words without a role: undertakings are the action; before it stands the issue, after it progress."""
    wordy = [i for i, role in enumerate(found) if role is None and main_kind(columns[i]) in (Kind.LONG, Kind.SHORT)]
    if Role.ACTION not in found and wordy:
        best = max(wordy, key=lambda index: (_undertakings(columns[index]), -index))
        if _undertakings(columns[best]) >= 0.4:
            found[best] = Role.ACTION
            wordy.remove(best)
    if Role.ACTION not in found and Role.ISSUE in found:
        found[found.index(Role.ISSUE)] = Role.ACTION  # recommendations that are followed up are themselves the actions
    if Role.ACTION in found:
        for index in wordy:
            texts = [text for text, kind in columns[index] if kind is not Kind.BLANK]
            before = index < found.index(Role.ACTION)
            found[index] = Role.OTHER if is_label(texts) else Role.ISSUE if before else Role.PROGRESS


def _settle_issues(found: list[Role | None], columns: Sequence[Sequence[tuple[str, Kind]]]) -> None:
    """Of several columns that may say what was found, the one with most words does; the others class it."""
    issues = [index for index, role in enumerate(found) if role is Role.ISSUE]
    words = {index: sum(len(text.split()) for text, _ in columns[index]) for index in issues}
    for index in issues:
        if index != max(issues, key=lambda one: (words[one], -one)):
            found[index] = Role.OTHER


def _undertakings(cells: Sequence[tuple[str, Kind]]) -> float:
    """The share of a column's filled cells that begin as undertakings do."""
    filled = [text for text, kind in cells if kind is not Kind.BLANK]
    return sum(begins_undertaking(text) for text in filled) / len(filled) if filled else 0.0
