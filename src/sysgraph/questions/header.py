"""The head of a page of the catalogue: its code and title, what it wants to be told, the columns of its answers.

What is loaded to answer a question is made of named tuples: a frozen dataclass takes ten times as long to define.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Never

from sysgraph.errors import QuestionError

PARAMETER_KINDS = ("actor", "subject", "text", "date", "number")
SEVERITIES = ("error", "warning", "note")
"""How grave a gap is, gravest first: the words of those who check code, since scripts act on them."""

_KEYS = {"code", "title", "severity", "says", "parameters", "columns"}
_NEEDED = ("code", "title", "columns")


class Parameter(NamedTuple):
    """What a question wants to be told: a name (of an actor, of what findings speak of), words, a date, a number."""

    name: str
    kind: str
    help: str
    required: bool = True
    default: str | None = None


class Column(NamedTuple):
    """One column of an answer: its name in the query and in JSON, its title in a table."""

    name: str
    title: str


class Header(NamedTuple):
    """What stands between the two lines of `+++`."""

    code: str
    title: str
    severity: str | None  # of a gap rule; a question has none
    says: str | None  # what a row of a gap rule says, its columns in braces
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]


class _Lines(NamedTuple):
    """The lines of the head, to say where in the file something stands; the first of them is line 2."""

    lines: Sequence[str]
    file: str

    def refuse(self, what: str, word: str = "") -> Never:
        alone = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        found = (at for at, line in enumerate(self.lines, 2) if word and alone.search(line))
        raise QuestionError(f"{self.file}, line {next(found, 1)}: {what}")


def read_header(lines: Sequence[str], file: str) -> Header:
    """The head of a page, from its lines without those of `+++`.

    Raises:
        QuestionError: where it is not TOML, or lacks a part or has one that cannot be; names file and line.
    """
    where = _Lines(lines, file)
    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        line = "".join(filter(str.isdigit, place.partition(",")[0]))
        raise QuestionError(f"{file}, line {int(line or len(lines)) + 1}: not TOML: {what}") from None
    for key in sorted(table.keys() - _KEYS):
        where.refuse(f"there is no `{key}` in a page; it has {', '.join(sorted(_KEYS))}", key)
    for key in _NEEDED:
        if key not in table:
            where.refuse(f"the page has no `{key}`")
    code = _text(table, "code", where)
    letters = code.rstrip("0123456789")
    if not (letters.isalpha() and letters.isupper() and code.isascii() and len(code) - len(letters) in (2, 3)):
        where.refuse("`code` is capitals and two or three digits, like Q001", "code")
    columns = _columns(table, where)
    severity, says = _gap(table, columns, where)
    return Header(code, _text(table, "title", where), severity, says, _parameters(table, where), columns)


def _gap(table: Mapping[str, Any], columns: Sequence[Column], where: _Lines) -> tuple[str | None, str | None]:
    """The severity of a gap rule and what its rows say; nothing of either on the page of a question."""
    severity = table.get("severity")
    if severity is not None and severity not in SEVERITIES:
        where.refuse(f"`severity` is {', '.join(SEVERITIES)} or absent, not {severity!r}", "severity")
    if (severity is None) != ("says" not in table):
        word = "severity" if severity else "says"
        where.refuse("a gap rule has both `severity` and `says`, a question neither", word)
    if severity is None:
        return None, None
    says = _text(table, "says", where)
    for name in re.findall(r"{([^{}]*)}", says):
        if name not in {column.name for column in columns}:
            where.refuse(f"`says` speaks of {{{name}}}, which is no column", "says")
    return severity, says


def _text(table: Mapping[str, Any], key: str, where: _Lines) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        where.refuse(f"`{key}` must be some words", key)
    return value


def _is_name(text: str) -> bool:
    return text.isascii() and text[0] != "_" and text.replace("_", "a").isalpha() and text.islower()


def _rows(table: Mapping[str, Any], key: str, keys: set[str], where: _Lines) -> list[dict[str, Any]]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        where.refuse(f"`{key}` must be a list of tables", key)
    for row in rows:
        for odd in sorted(row.keys() - keys):
            where.refuse(f"there is no `{odd}` in `{key}`; it has {', '.join(sorted(keys))}", odd)
        if not _is_name(_text(row, "name", where)):
            where.refuse(f"a `name` is lower-case letters and _, not {row['name']!r}", row["name"])
    names = [row["name"] for row in rows]
    for name in names:
        if names.count(name) > 1:
            where.refuse(f"`{key}` names {name!r} twice", name)
    return rows


def _parameters(table: Mapping[str, Any], where: _Lines) -> tuple[Parameter, ...]:
    found = []
    for row in _rows(table, "parameters", {"name", "kind", "help", "required", "default"}, where):
        kind, default, required = row.get("kind"), row.get("default"), row.get("required", True)
        if kind not in PARAMETER_KINDS:
            where.refuse(f"the `kind` of {row['name']} is {', '.join(PARAMETER_KINDS)}, not {kind!r}", row["name"])
        if not isinstance(required, bool) or not isinstance(default, str | None):
            where.refuse(f"of {row['name']}, `required` is true or false and `default` some words", row["name"])
        found.append(Parameter(row["name"], kind, _text(row, "help", where), required, default))
    return tuple(found)


def _columns(table: Mapping[str, Any], where: _Lines) -> tuple[Column, ...]:
    rows = _rows(table, "columns", {"name", "title"}, where)
    if not rows:
        where.refuse("a page has at least one column", "columns")
    for row in rows:
        if row["name"] in {"facts", "id", "evidence"}:
            where.refuse(f"`{row['name']}` is kept for every question and cannot be a column of one", row["name"])
    return tuple(Column(row["name"], _text(row, "title", where)) for row in rows)
