"""The catalogue: each question is one Markdown page, named as the question is.

A page holds TOML between two lines of `+++`, what the question asks, the headings "Why it matters" and "How to put it
right", and one fenced block of SQL and one of Cypher. Pages are read with what Python itself brings, and singly: a
question is answered before a library for checking it would be loaded.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sysgraph.errors import QuestionError
from sysgraph.questions.header import Column, Header, Parameter, read_header
from sysgraph.resources import resource
from sysgraph.store.protocol import Statement

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

WHY = "Why it matters"
REMEDY = "How to put it right"
HIDDEN = ("facts", "id")
"""Columns that every query returns and no answer shows: what the row rests on, and what keeps the order."""

_FENCE = "+++"
_LANGUAGES = ("sql", "cypher")
_PLACEHOLDER = {"sql": re.compile(r"(?<![:\w]):([a-z_]+)"), "cypher": re.compile(r"\$([a-z_]+)")}


class Question(NamedTuple):
    """One question that any graph can be asked."""

    name: str
    header: Header
    asks: str
    why: str
    remedy: str
    statement: Statement

    @property
    def code(self) -> str:
        """What names the question for good, whatever its title becomes."""
        return self.header.code

    @property
    def title(self) -> str:
        """What stands above its answers."""
        return self.header.title

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What it wants to be told, in the order in which it is given."""
        return self.header.parameters

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its answers."""
        return self.header.columns


class _Body(NamedTuple):
    """A page after its header: its prose by heading, its queries by language, and the line that each begins at."""

    prose: dict[str, list[str]]
    queries: dict[str, list[str]]
    lines: dict[str, int]


def questions(folder: "Traversable | None" = None) -> tuple[Question, ...]:
    """Every question of the catalogue, by code.

    Raises:
        QuestionError: where a page is not what a page is, or two share a code; names file and line.
    """
    folder = folder or _bundled()
    found = sorted((_read(folder / f"{name}.md") for name in _names(folder)), key=lambda one: one.code)
    for one, other in pairwise(found):
        if one.code == other.code:
            raise QuestionError(f"{one.name}.md and {other.name}.md both have the code {one.code}; give one another")
    return tuple(found)


def question(name: str, folder: "Traversable | None" = None) -> Question:
    """The question of that name or code; only its own page is read where the name is right.

    Raises:
        QuestionError: where there is none (the nearest names are offered), or its page is not what a page is.
    """
    folder = folder or _bundled()
    names = _names(folder)
    if name in names:
        return _read(folder / f"{name}.md")
    for one in questions(folder) if name[:1].upper() == "Q" else ():
        if one.code == name.upper():
            return one
    from difflib import get_close_matches

    near = ", ".join(get_close_matches(name, names, cutoff=0.5)) or ", ".join(names)
    raise QuestionError(f"there is no question {name!r}; did you mean: {near}? `sysgraph ask` lists them all")


@lru_cache(maxsize=1)
def _bundled() -> "Traversable":
    return resource("queries", "questions")


def _names(folder: "Traversable") -> tuple[str, ...]:
    return tuple(sorted(page.name.removesuffix(".md") for page in folder.iterdir() if page.name.endswith(".md")))


def _read(page: "Traversable") -> Question:
    return parse(page.read_text(encoding="utf-8"), page.name)


def parse(text: str, file: str) -> Question:
    """The question that a page holds; its name is the file's.

    Raises:
        QuestionError: where the page lacks a part or has one that cannot be; names file and line.
    """
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() == _FENCE), 0)
    if not lines or lines[0].rstrip("\ufeff ") != _FENCE or not end:
        raise QuestionError(f"{file}, line 1: a page begins with TOML between two lines of {_FENCE}")
    header = read_header(lines[1:end], file)
    body = _read_body(lines, end + 1, file)
    queries = {language: "\n".join(body.queries[language]) for language in _LANGUAGES}
    for language in _LANGUAGES:
        _check_query(queries[language], language, header, _At(file, body.lines[language]))
    asks, why, remedy = ("\n".join(body.prose[heading]).strip() for heading in ("", WHY, REMEDY))
    return Question(Path(file).stem, header, asks, why, remedy, Statement(queries["sql"], queries["cypher"]))


class _At(NamedTuple):
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


def _read_body(lines: list[str], first: int, file: str) -> _Body:
    body = _Body({"": []}, {}, {"": first + 1})
    heading, language = "", ""
    for number, line in enumerate(lines[first:], first + 1):
        if language:
            if line.rstrip() == "```":
                language = ""
            else:
                body.queries[language].append(line)
        elif line.startswith("```"):
            language = _opened(line, body, _At(file, number))
        elif line.startswith("#"):
            heading = line.lstrip("#").strip()
            body.prose[heading] = []
            body.lines[heading] = number
        else:
            body.prose[heading].append(line)
    if language:
        raise QuestionError(f"{_At(file, body.lines[language])}: this {language} block never ends; close it with ```")
    for fault in _missing(body):
        raise QuestionError(f"{_At(file, len(lines))}: {fault}")
    return body


def _opened(line: str, body: _Body, at: _At) -> str:
    language = line.strip("` ")
    if language not in _LANGUAGES:
        raise QuestionError(f"{at}: a block is sql or cypher, not {language!r}")
    if language in body.queries:
        raise QuestionError(f"{at}: a page has one {language} block, and this is the second")
    body.queries[language] = []
    body.lines[language] = at.line
    return language


def _missing(body: _Body) -> Iterator[str]:
    for heading, what in (("", "the page does not say what the question asks"), (WHY, ""), (REMEDY, "")):
        if not "".join(body.prose.get(heading, ())).strip():
            yield what or f'the page has nothing under the heading "## {heading}"'
    for language in _LANGUAGES:
        if not "".join(body.queries.get(language, ())).strip():
            yield f"the page has no {language} block"


def _check_query(query: str, language: str, header: Header, at: _At) -> None:
    declared = {one.name for one in header.parameters}
    used = set(_PLACEHOLDER[language].findall(query))
    if used != declared:
        odd = ", ".join(sorted(used ^ declared))
        raise QuestionError(f"{at}: the {language} and `parameters` must name the same; only one of them names {odd}")
    for column in HIDDEN:
        if f"AS {column}" not in query:
            raise QuestionError(f"{at}: the {language} must return a column `{column}` (… AS {column})")
    if "ORDER BY" not in query or query.rpartition("ORDER BY")[2].replace(",", " ").split()[-1:] != ["id"]:
        raise QuestionError(f"{at}: the {language} must end in an ORDER BY whose last term is id")
