"""The tables, views and indexes of a graph file, the views derived from the vocabulary.

A file is told from others by its application id, one layout of tables from another by the schema version.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from sysgraph.store.placing import PLACED
from sysgraph.store.tallying import OF_ACTIONS, TALLIED, Burden, Overlap
from sysgraph.vocabulary import KINDS, RELATIONSHIPS

APPLICATION_ID = 0x53797347  # "SysG" in ASCII, as `PRAGMA application_id` gives it
SCHEMA_VERSION = 4  # `PRAGMA user_version`
PAGE_SIZE = 4096

NODE_KINDS = tuple(kind for kind in KINDS if kind not in {"Document", "Evidence"})

ATTRIBUTES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "Action": (
        "ref", "text", "see", "due", "revised", "due_by", "revised_by", "due_start", "due_text", "revised_text",
        "owner_text", "lead_text", "owner_status", "owner_kind", "month_rag", "on_target_rag", "assurance",
        "progress", "outcome", "complete", "shifted", "broken", "lead_status", "due_status", "due_dates",
        "revised_status", "assurance_status", "progress_status", "progress_by", "stale_from", "said_complete",
        "ahead_of_plan", "rag_status", "duplicate_of",
    ),
    "Finding": (
        "ref", "text", "form", "heading", "stance", "says", "taken_up", "repeated_by", "may_be_answered_by",
        "taken_up_because",
    ),
    "Meeting": ("date", "text"),
    "Plan": ("category", "date", "version"),
    "PooledBudget": ("category", "amount", "amount_text", "share", "scheme"),
    "Theme": ("ref", "category"),
})  # fmt: skip
"""The columns that a kind's view has whatever the graph holds; attributes that only this graph has come after them."""

MATERIALISED = (
    "ref", "see", "owner_status", "owner_kind", "due_by", "revised_by", "month_rag", "on_target_rag", "complete",
    "lead_status", "due_status", "due_dates", "revised_text", "revised_status", "assurance_status", "progress_status",
    "stale_from", "said_complete", "ahead_of_plan", "rag_status", "shifted", "broken", "duplicate_of",
)  # fmt: skip
"""Attributes of actions that questions look at in every row: columns of `node`, so that no JSON is read for them."""

STATED = ("stance", "taken_up", "named_ways", "disagreements")
"""Attributes of any node that questions look for in every one: columns of `node` too."""

SEARCHED = ("ref", "text", "assurance", "progress", "outcome")
"""Attributes whose words are found by a search."""

POSITION = ("page", "printed_page", "sheet", "slide", "heading", "cell")
WORDS = ("start", "end", "quote", "rule", "source", "recognised")
CITATION = ("document", *POSITION, *WORDS)
_CAPACITIES = {"capacity": "as", "joint": "joint", "scope": "scope", "frequency": "frequency", "extent": "extent"}
_TYPES = {
    **dict.fromkeys(("page", "slide", "start", "end", "complete", "shifted", "broken", "due_dates"), "INTEGER"),
    **dict.fromkeys((*TALLIED[1:], "members", "others", "shared", "actions", "total"), "INTEGER"),
    "recognised": "REAL",
}
_COLUMN = re.compile(r"[a-z][a-z0-9_]{0,62}")
_TAKEN = frozenset({"id", "name", "attributes", *PLACED, *OF_ACTIONS})


def tables() -> Iterator[str]:
    """The statements that make the tables, without their indexes."""
    citation = ", ".join(f'"{one}" {_TYPES.get(one, "TEXT")}' for one in CITATION)
    quick = ", ".join(f"{one} {_TYPES.get(one, 'TEXT')}" for one in (*PLACED, *TALLIED, *STATED, *MATERIALISED))
    yield "CREATE TABLE provenance (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
    yield "CREATE TABLE document (number INTEGER PRIMARY KEY, path TEXT, format TEXT, sha256 TEXT, pages INTEGER)"
    yield "CREATE TABLE notice (number INTEGER PRIMARY KEY, document TEXT, position TEXT, what TEXT, kind TEXT)"
    # The long attributes stand last, so that a scan for the short columns leaves them alone.
    yield (
        "CREATE TABLE node (number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, "
        f"folded TEXT NOT NULL, {quick}, "
        "attributes TEXT NOT NULL)"
    )
    yield "CREATE TABLE alias (number INTEGER PRIMARY KEY, node TEXT, ordinal INTEGER, name TEXT, folded TEXT)"
    yield (
        "CREATE TABLE relationship (number INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, "
        "source TEXT NOT NULL, target TEXT NOT NULL, attributes TEXT NOT NULL)"
    )
    for name, fields in (("overlap", Overlap._fields), ("burden", Burden._fields)):
        columns = ", ".join(f"{one} {_TYPES.get(one, 'TEXT')}" for one in fields)
        yield f"CREATE TABLE {name} (number INTEGER PRIMARY KEY, {columns})"
    # One passage often carries several facts: its words are stored once and the facts point to them.
    yield f"CREATE TABLE citation (number INTEGER PRIMARY KEY, {citation})"
    yield (
        "CREATE TABLE cited (subject TEXT NOT NULL, ordinal INTEGER NOT NULL, citation INTEGER NOT NULL, "
        "PRIMARY KEY (subject, ordinal)) WITHOUT ROWID"
    )


def full_text() -> Iterator[str]:
    """The statements that make the full-text indexes over full tables: of nodes, and of the words of evidence."""
    words = " || ".join(f"ifnull(char(10) || json_extract(attributes, '$.{one}'), '')" for one in SEARCHED)
    yield (
        "CREATE VIEW node_text AS SELECT number, name, (SELECT group_concat(alias.name, char(10)) FROM alias "
        f"WHERE alias.node = node.id) AS aliases, {words} AS words FROM node"
    )
    options = "content_rowid = 'number', tokenize = \"unicode61 remove_diacritics 2\""
    for table, content, columns in (
        ("node_words", "node_text", "name, aliases, words"),
        ("citation_words", "citation", "quote"),
    ):
        yield f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, content = '{content}', {options})"
        yield f"INSERT INTO {table} ({table}) VALUES ('rebuild')"
        yield f"INSERT INTO {table} ({table}) VALUES ('optimize')"


def views(attributes: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The statements that make the views: one for each kind and each type, and `evidence`.

    `attributes` names those that the nodes of each kind have; they become columns beside the standing ones.

    The names of a relationship's ends and the words of an evidence are looked up one by one, not joined: a view over
    a single table can take part in any join, an outer one too, without being computed whole first.
    """
    for kind in NODE_KINDS:
        columns = _columns(kind, attributes.get(kind, ()))
        yield f"CREATE VIEW {snake(kind)} AS SELECT {columns} FROM node WHERE kind = '{kind}'"
    ends = ", ".join(
        f"(SELECT {what} FROM node WHERE node.id = relationship.{end}) AS {end}_{what}"
        for what in ("name", "kind")
        for end in ("source", "target")
    )
    told = ", ".join(f"json_extract(attributes, '$.{one}') AS {column}" for column, one in _CAPACITIES.items())
    for type_ in RELATIONSHIPS:
        yield (
            f"CREATE VIEW {snake(type_)} AS SELECT id, source, target, {ends}, {told}, attributes "
            f"FROM relationship WHERE type = '{type_}'"
        )
    cited = ", ".join(f'(SELECT "{one}" FROM citation WHERE number = cited.citation) AS "{one}"' for one in CITATION)
    yield f"CREATE VIEW evidence AS SELECT subject, ordinal, {cited} FROM cited"


def snake(name: str) -> str:
    """The name of a kind or type as a view is called: CommissioningArrangement is commissioning_arrangement."""
    return name.lower() if name.isupper() else re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _columns(kind: str, found: Collection[str]) -> str:
    standing = ATTRIBUTES.get(kind, ("category",))
    ours = sorted(one for one in {*found} - {*standing} - _TAKEN if _COLUMN.fullmatch(one))
    action = kind == "Action"
    columns = ["id", "name"]
    for one in (*standing, *ours):
        columns.append(
            f'"{one}"'
            if one in STATED or (action and one in MATERIALISED)
            else f"json_extract(attributes, '$.{one}') AS \"{one}\""
        )
    return ", ".join([*columns, *((*PLACED, *OF_ACTIONS) if action else ()), "attributes"])
