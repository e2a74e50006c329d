"""What a question in Cypher may not do. The server refuses to write where it is told to read; the rest is refused here.

`LOAD CSV` fetches files and addresses, a procedure may do anything, and commands look at users, settings and other
people's queries, all of it in a transaction that only reads.
"""

import re

from sysgraph.errors import QuestionError

_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_ASIDE = re.compile(
    r"""//[^\n]*|/\*.*?(?:\*/|\Z)|'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z)|`(?:``|[^`])*(?:`|\Z)""", re.DOTALL
)
_FIRST = re.compile(r"\s*([A-Za-z]+)")
_BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"})
_WORD = r"(?<![\w.$:])"  # where a word is no name of an attribute, a parameter or a label
_FETCH = re.compile(rf"{_WORD}LOAD\s+CSV\b", re.IGNORECASE)
_PROCEDURE = re.compile(rf"{_WORD}CALL\s+([\w.\s]*\w)", re.IGNORECASE)
_HARMLESS = frozenset({
    "db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships",
    "db.labels", "db.relationshipTypes", "db.propertyKeys",
})  # fmt: skip


def check(cypher: str) -> None:
    """Nothing, where a query does no more than read the graph, as far as its words tell.

    Raises:
        QuestionError: it is a command, fetches something, or calls a procedure that is not known to be harmless.
    """
    # A server undoes such escapes before it looks for words and strings.
    plain = _ASIDE.sub(_blank, _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher))
    first = _FIRST.match(plain)
    if first is None or first[1].upper() not in _BEGINNINGS:
        word = first[1] if first else " ".join(cypher.split())[:20]
        raise QuestionError(f"a question only reads: Cypher for it begins with MATCH, UNWIND or WITH, not {word!r}")
    if _FETCH.search(plain):
        raise QuestionError("a question only reads the graph: it may not fetch a file or address (LOAD CSV)")
    for called in _PROCEDURE.findall(plain):
        name = "".join(called.split())
        if name not in _HARMLESS:
            raise QuestionError(f"a question only reads the graph: it may not call the procedure {name}")


def _blank(found: re.Match[str]) -> str:
    """What stands for a name in backticks is a name; a comment or string is nothing."""
    return "_" if found[0].startswith("`") else " "
