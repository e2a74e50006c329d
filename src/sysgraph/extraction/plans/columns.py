"""What the columns of an action plan mean: by what the header says and by what the cells hold, together.

A header is a promise that the cells may break: under "Status" stand sentences, under "Comments" a letter. Where the two
disagree about the sort of thing, the cells decide; where the cells are of a sort that several columns have, the header.
"""

import re
from collections import Counter
from collections.abc import Sequence

from sysgraph.extraction.plans.headers import Role, in_full, meaning, reduced
from sysgraph.extraction.plans.kinds import Kind, undertakes

_HELPS = re.compile(r"support|partner|operational|deput|day to day", re.IGNORECASE)
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
_WORDS_OF_STATE = 6
_ACCOUNTABLE = frozenset({Role.OWNER, Role.LEAD, Role.START, Role.DUE, Role.REVISED, Role.RAG, Role.SECOND_RAG})
_ONCE = frozenset(Role) - {
    Role.OTHER,
    Role.SECTION,
    Role.PROGRESS,
    Role.ASSURANCE,
    Role.OVERSIGHT,
    Role.OUTCOME,
    Role.ISSUE,
}


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
    _settle_leads(found, headers)
    return [role or Role.OTHER for role in found]


def _role_of(header: str, cells: Sequence[tuple[str, Kind]]) -> Role | None:
    said = meaning(header)
    if said is Role.OTHER and not in_full(header):
        said = None  # that some of its words are of no use to us says little: "resource names" may be who does it
    sort = main_kind(cells)
    filled = sum(kind is not Kind.BLANK for _, kind in cells)
    if said and (sort is None or sort in _HOLDS[said] or filled < _FEWEST_TO_CONTRADICT):
        return said
    if reduced(header) == "date" and sort in (Kind.DATE, None):
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
    said = _ACCOUNTABLE | {Role.REFERENCE, Role.OVERSIGHT}
    for index, header in enumerate(headers):
        texts = [text for text, kind in columns[index] if kind is not Kind.BLANK]
        if found[index] is Role.PROGRESS and Role.RAG not in found and is_label(texts, _WORDS_OF_STATE):
            found[index] = Role.RAG  # a plan's own few words for how far its actions have come
        elif meaning(header) not in said and found[index] is not Role.RAG and is_label(texts):
            found[index] = Role.OTHER


def is_label(texts: Sequence[str], words: int = 4) -> bool:
    """Whether cells are a few short words that come again: "Safe", "Local", "Must do"."""
    few = 2 * len(set(texts)) <= len(texts) and len(texts) >= _FEWEST_TO_CONTRADICT
    return few and all(len(text.split()) <= words for text in texts)


def _settle_parts(
    found: list[Role | None], headers: Sequence[str], columns: Sequence[Sequence[tuple[str, Kind]]]
) -> None:
    """A column of short values, left of all else, says which part of the plan each row belongs to.

    They come again, or stand once for the blank cells below them.
    """
    for index, header in enumerate(headers[:2]):
        texts = [text for text, kind in columns[index] if kind is not Kind.BLANK]
        repeats = len(set(texts)) < len(columns[index])
        if reduced(header) in _PARTS and texts and repeats and all(len(text.split()) <= 6 for text in texts):
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
        if reduced(header) in _LATENT and _undertakings(columns[index]) >= 0.4
    ]
    if latent:
        found[max(latent, key=lambda index: (_undertakings(columns[index]), -index))] = Role.ACTION


def _settle_dates(found: list[Role | None], headers: Sequence[str]) -> None:
    """A bare "Date" is the deadline where no other column is, and it does not stand before the action."""
    for index, header in enumerate(headers):
        if reduced(header) == "date" and found[index] is None:
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
            keeper = max(twins, key=lambda index: (_is_outright(headers[index]), _undertakings(columns[index]), -index))
        else:
            keeper = min(twins, key=lambda index: (meaning(headers[index]) is not role, index))
        for index in twins:
            if index != keeper:
                other = second.get(role, Role.OTHER)
                found[index] = other if other not in found else Role.OTHER
                if role is Role.ACTION:
                    found[index] = _other_words(found, index, keeper)


def _is_outright(header: str) -> bool:
    """Whether a header says outright that what is under it is to be done; under "Commitment" may stand what for."""
    return meaning(header) is Role.ACTION and reduced(header) not in _LATENT


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


def _settle_leads(found: list[Role | None], headers: Sequence[str]) -> None:
    """A plan's only column of people says who owns its actions, unless it is of those who help: "Delivery lead"."""
    leads = [index for index, role in enumerate(found) if role is Role.LEAD]
    if leads and Role.OWNER not in found and not _HELPS.search(headers[leads[0]]):
        found[leads[0]] = Role.OWNER


def _undertakings(cells: Sequence[tuple[str, Kind]]) -> float:
    """The share of a column's filled cells that read as undertakings."""
    filled = [text for text, kind in cells if kind is not Kind.BLANK]
    return sum(undertakes(text) for text in filled) / len(filled) if filled else 0.0
