"""The catalogue: each question and each gap rule is one Markdown page, named as it is.

A page holds TOML between two lines of `+++`, what the question asks, the headings "Why it matters" and "How to put it
right", and one fenced block of SQL and one of Cypher. Pages are read with what Python itself brings, and singly: a
question is answered before a library for checking it would be loaded.
"""

import re
from collections import Counter
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


class Shelf(NamedTuple):
    """Folders of pages, the bundled one first: all that are about one sort of thing, gap rules or questions."""

    sort: str  # "question" or "gap rule", for messages
    folders: "tuple[Traversable, ...]"
    listing: str  # the command that lists them

    def all(self) -> tuple[Question, ...]:
        """Every page of the shelf, by code.

        Raises:
            QuestionError: where a page is not what a page is, or two share a code or name; names file and line.
        """
        found = sorted((one for at in self._places() if (one := self._kept(_read(at)))), key=lambda one: one.code)
        for one, other in pairwise(found):
            if one.code == other.code:
                both = f"{one.name}.md and {other.name}.md"
                raise QuestionError(f"{both} both have the code {one.code}; give one another")
        for name, count in Counter(one.name for one in found).items():
            if count > 1:
                raise QuestionError(f"there are {count} pages {name}.md; give one of them another name")
        return tuple(found)

    def one(self, name: str) -> Question:
        """The page of that name or code; only it is read where the name is right.

        Raises:
            QuestionError: where there is none (the nearest names are offered), or it is not what a page is.
        """
        places = {place.name.removesuffix(".md"): place for place in reversed(self._places())}
        if name in places and (found := self._kept(_read(places[name]))):
            return found
        if name[-2:].isdigit():
            for one in self.all():
                if one.code == name.upper():
                    return one
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(name, places, cutoff=0.5)) or ", ".join(sorted(places))
        raise QuestionError(f"there is no {self.sort} {name!r}; did you mean: {near}? `{self.listing}` lists them all")

    def _kept(self, page: Question) -> Question | None:
        """The page, where it is of this shelf: in a user's own folder both sorts lie side by side."""
        return page if (page.header.severity is None) == (self.sort == "question") else None

    def _places(self) -> "list[Traversable]":
        return [
            page
            for folder in self.folders
            for page in sorted(folder.iterdir(), key=lambda page: page.name)
            if page.name.endswith(".md")
        ]


def question_shelf(own: "Traversable | None" = None) -> Shelf:
    """The bundled questions, and those in a folder of the user's own."""
    return Shelf("question", (_bundled("questions"), *([own] if own else [])), "sysgraph ask")


def gap_shelf(own: "Traversable | None" = None) -> Shelf:
    """The bundled gap rules, and those in a folder of the user's own."""
    return Shelf("gap rule", (_bundled("gaps"), *([own] if own else [])), "sysgraph gaps --list")


def questions(folder: "Traversable | None" = None) -> tuple[Question, ...]:
    """Every question of the catalogue, by code.

    Raises:
        QuestionError: where a page is not what a page is, or two share a code; names file and line.
    """
    return (Shelf("question", (folder,), "sysgraph ask") if folder else question_shelf()).all()


def question(name: str, folder: "Traversable | None" = None) -> Question:
    """The question of that name or code; only its own page is read where the name is right.

    Raises:
        QuestionError: where there is none (the nearest names are offered), or its page is not what a page is.
    """
    return (Shelf("question", (folder,), "sysgraph ask") if folder else question_shelf()).one(name)


@lru_cache(maxsize=2)
def _bundled(sort: str) -> "Traversable":
    return resource("queries", sort)


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
    queries = {language: "\n".join(lines) for language, lines in body.queries.items()}
    for language, query in queries.items():
        _check_query(query, language, header, _At(file, body.lines[language]))
    asks, why, remedy = ("\n".join(body.prose[heading]).strip() for heading in ("", WHY, REMEDY))
    return Question(Path(file).stem, header, asks, why, remedy, Statement(queries.get("sql"), queries.get("cypher")))


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
    for language in _LANGUAGES if not body.queries else body.queries:
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
