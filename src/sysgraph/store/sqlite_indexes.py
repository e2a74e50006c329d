"""The indexes of a graph file.

A file is written once and asked often. So what questions and rules look for among the actions has an index each, of
just the rows that are found and in the order in which they are told: to count them and to show the first costs what is
found, not what the graph holds.
"""

import re
from collections.abc import Iterator

from sysgraph.store.names import UNNAMED
from sysgraph.store.placing import PLACED
from sysgraph.store.sqlite_schema import MATERIALISED, NODE_KINDS, snake
from sysgraph.store.tallying import TALLIED

_BY_NUMBER = "ref_order, id"
_OPEN = "NOT coalesce(complete, 0)"
_UNOWNED_FIRST = "CASE owner_status WHEN 'missing' THEN 1 WHEN 'tbc' THEN 2 WHEN 'collective' THEN 3 ELSE 4 END"

FOUND = {
    "unowned_actions": (
        f"{_UNOWNED_FIRST}, {_BY_NUMBER}",
        "(owner_status IN ('missing', 'tbc', 'collective') OR coalesce(owner_kind, 'body') = 'body')",
    ),
    "overdue": (f"last_day, {_BY_NUMBER}, plan_date", _OPEN),
    "overdue_without_revised_date": (f"due_by, {_BY_NUMBER}, plan_date", f"{_OPEN} AND revised_text IS NULL"),
    "slipped": (f"revised_by, {_BY_NUMBER}", "revised_by > due_by"),
    "actions_without_board": (_BY_NUMBER, "coalesce(overseen, '') <> 'board'"),
    "no_board_over_it": (_BY_NUMBER, "overseen IS NULL"),
    "actions_without_operational_lead": (_BY_NUMBER, "operated = 0"),
    "no_owner": (_BY_NUMBER, "owner_status = 'missing'"),
    "owner_to_be_confirmed": (_BY_NUMBER, "owner_status = 'tbc'"),
    "collective_owner": (_BY_NUMBER, "owner_status = 'collective'"),
    "organisation_but_no_post": (_BY_NUMBER, "owner_status = 'named' AND owner_kind = 'body'"),
    "owner_not_understood": (_BY_NUMBER, "owner_status = 'named' AND owner_kind IS NULL"),
    "no_operational_lead": (f"{_BY_NUMBER}, plan", f"lead_status IN ('missing', 'tbc') AND {_OPEN}"),
    "no_due_date": (_BY_NUMBER, f"due_status = 'missing' AND {_OPEN}"),
    "due_date_to_be_confirmed": (_BY_NUMBER, f"due_status = 'tbc' AND {_OPEN}"),
    "no_end_date": (_BY_NUMBER, f"due_status IN ('start', 'open') AND {_OPEN}"),
    "several_due_dates": (_BY_NUMBER, "due_dates > 1"),
    "revised_date_to_be_agreed": (_BY_NUMBER, f"revised_status = 'tbc' AND {_OPEN}"),
    "revised_before_due": (_BY_NUMBER, "revised_by < due_by"),
    "no_assurance_measure": (f"{_BY_NUMBER}, plan", "assurance_status = 'missing'"),
    "measure_to_be_confirmed": (_BY_NUMBER, "assurance_status = 'tbc'"),
    "complete_without_assurance": (f"{_BY_NUMBER}, plan", "complete AND assurance_status IN ('missing', 'tbc')"),
    "no_rating": (f"{_BY_NUMBER}, plan", "rag_status = 'missing'"),
    "rating_outside_the_key": (_BY_NUMBER, "rag_status = 'odd'"),
    "complete_in_words": (_BY_NUMBER, f"said_complete IS NOT NULL AND {_OPEN}"),
    "no_progress": (f"{_BY_NUMBER}, plan", f"progress_status = 'missing' AND {_OPEN}"),
    "stale_progress": (f"{_BY_NUMBER}, stale_from, plan_date", f"stale_from IS NOT NULL AND {_OPEN}"),
    "date_after_the_plan": (_BY_NUMBER, "ahead_of_plan IS NOT NULL"),
    "duplicate": (_BY_NUMBER, "duplicate_of IS NOT NULL"),
    "cells_shifted": (_BY_NUMBER, "shifted"),
    "broken_by_a_page": (_BY_NUMBER, "broken"),
    "unnumbered": (f"{_BY_NUMBER}, plan", "ref IS NULL"),
    "post_nobody_holds": (_BY_NUMBER, "vacant > 0"),
    "owner_outside_the_signatories": (f"{_BY_NUMBER}, plan", "outside > 0"),
    "several_owners_no_lead": (_BY_NUMBER, "rivals > 1"),
    "addresses_no_finding": (f"{_BY_NUMBER}, plan", "answers = 0"),
}
"""What is looked for among the actions that are no mere cross-reference, by the page that does: its order, then what
else it looks at, and which it finds, in the words of the page, by which SQLite knows the index for the page's."""

_QUICK = re.compile(rf"\b(?:{'|'.join((*PLACED, *TALLIED, *MATERIALISED))})\b")
_OTHERS = (
    "CREATE UNIQUE INDEX node_id ON node (id)",
    "CREATE INDEX node_folded ON node (folded)",
    "CREATE INDEX node_carries ON node (carries DESC, name, id) WHERE carries > 0",
    "CREATE INDEX alias_node ON alias (node, ordinal)",
    "CREATE INDEX alias_folded ON alias (folded)",
    "CREATE UNIQUE INDEX relationship_id ON relationship (id)",
    "CREATE INDEX relationship_source ON relationship (source, type, target, id)",
    "CREATE INDEX relationship_target ON relationship (type, target, source, id)",
    "CREATE INDEX overlap_shared ON overlap (shared DESC, board, other_board, one)",
    "CREATE INDEX cited_citation ON cited (citation)",
    "CREATE INDEX action_plan ON node (plan, see, operated, answers, lead_status, assurance_status, progress_status, "
    "rag_status, ref) WHERE kind = 'Action'",
    "CREATE INDEX action_plan_date ON node (plan_date) WHERE kind = 'Action'",
    "CREATE INDEX action_theme ON node (theme, see, id) WHERE kind = 'Action'",
    "CREATE INDEX action_brief ON node (id, see, plan, theme, ref_order) WHERE kind = 'Action'",
    "CREATE INDEX finding_stance ON node (stance) WHERE kind = 'Finding' AND stance IS NOT NULL",
    "CREATE INDEX finding_taken_up ON node (taken_up) WHERE kind = 'Finding' AND taken_up IS NOT NULL",
    "CREATE INDEX node_named_ways ON node (name, id) WHERE named_ways IS NOT NULL",
    "CREATE INDEX node_disagreements ON node (name, id) WHERE disagreements IS NOT NULL",
    "CREATE INDEX action_reference ON node (ref_order, id) WHERE kind = 'Action' AND see IS NOT NULL",
)


def indexes() -> Iterator[str]:
    """The statements that make the indexes, to be run once the tables are full."""
    yield from _OTHERS
    for column in ("owner_status", "due_by", "revised_by", "month_rag", "on_target_rag"):
        yield f"CREATE INDEX action_{column} ON node ({column}) WHERE kind = 'Action'"
    for kind in NODE_KINDS:
        if kind != "Action":
            columns = "id" if kind in UNNAMED else "name, id"
            yield f"CREATE INDEX kind_{snake(kind)} ON node ({columns}) WHERE kind = '{kind}'"
    for name, (keys, found) in FOUND.items():
        known = {one.strip() for one in keys.split(",")}
        # With the columns of its condition in it, the index alone answers: SQLite need not look at the rows.
        rest = [one for one in dict.fromkeys(_QUICK.findall(f"see {keys} {found}")) if one not in known]
        columns = ", ".join((keys, *rest, "kind"))
        yield f"CREATE INDEX found_{name} ON node ({columns}) WHERE kind = 'Action' AND see IS NULL AND {found}"
