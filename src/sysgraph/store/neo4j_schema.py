"""What a server is told before the first graph comes: what is unique and what is looked up, from the vocabulary.

On a server stand:

- `(:Node:KIND)`, one for each actor or thing, with its attributes, and relationships between them, each with its `id`.
  Both carry `graphs`, the names of the graphs that hold them, and side by side with these `builds` and `records`: which
  push put it there, and what that graph says of it (JSON). The attributes are those of the last of `graphs`.
- `(:Evidence)`, one passage that one graph cites. A node leads to its own by CITES; a relationship names its own by id
  in `evidence`.
- `(:Document)` and `(:Notice)` of one graph each, and one `(:Graph)` for each: its build, and whether it is whole.
- `(:Sysgraph)`, by which a database is known to be ours; who writes holds it.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sysgraph.store.sqlite_schema import NODE_KINDS, SEARCHED
from sysgraph.vocabulary import RELATIONSHIPS

NAMES, WORDS, QUOTES = "sysgraph_names", "sysgraph_words", "sysgraph_quotes"
"""The full-text indexes: of folded names as wholes, of the words of nodes, of the words of evidence."""

OWN = ("Evidence", "Document", "Notice")
"""The labels of what belongs to one graph alone."""

_LOOKED_UP = ("plan", "theme", "owner_status", "due_by", "revised_by", "month_rag", "on_target_rag")
_FOLDING = "{indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"
_AS_WHOLES = "{indexConfig: {`fulltext.analyzer`: 'keyword'}}"


def statements() -> Mapping[str, str]:
    """The statements that make the constraints and indexes, by the name of each, in the order in which to run them."""
    return MappingProxyType(dict(_statements()))


def _statements() -> Iterator[tuple[str, str]]:
    for label in ("Sysgraph", "Graph"):
        yield _unique(f"(n:{label})", "n.name", f"sysgraph_{label.lower()}_name")
    for label in ("Node", *OWN, *NODE_KINDS):
        yield _unique(f"(n:{label})", "n.id", f"sysgraph_{label.lower()}_id")
    for type_ in RELATIONSHIPS:
        yield _unique(f"()-[r:{type_}]-()", "r.id", f"sysgraph_{type_.lower()}_id")
    for label in OWN:
        yield _index(label, "graph")
    for attribute in _LOOKED_UP:
        yield _index("Action", attribute)
    words = ", ".join(f"n.{one}" for one in ("name", "aliases", *SEARCHED))
    for name, label, over, options in (
        (NAMES, "Node", "n.folded", _AS_WHOLES),
        (WORDS, "Node", words, _FOLDING),
        (QUOTES, "Evidence", "n.quote", _FOLDING),
    ):
        yield name, f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [{over}] OPTIONS {options}"


def _unique(pattern: str, what: str, name: str) -> tuple[str, str]:
    return name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR {pattern} REQUIRE {what} IS UNIQUE"


def _index(label: str, attribute: str) -> tuple[str, str]:
    name = f"sysgraph_{label.lower()}_{attribute}"
    return name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{attribute})"
