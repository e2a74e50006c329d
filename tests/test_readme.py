"""The README keeps its promises: every command and question stands in it, the first command and answer early."""

import re
from pathlib import Path

import click
import pytest

from sysgraph.cli.app import cli
from sysgraph.questions.catalogue import questions

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
LINES = README.splitlines()


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(LINES, start=1) if words in line)


def test_the_first_command_stands_by_line_15() -> None:
    assert line_of("make demo") <= 15


def test_the_first_cited_answer_stands_by_line_30() -> None:
    assert line_of("p.1 “") <= 30


@pytest.mark.parametrize("name", cli.list_commands(click.Context(cli)))
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert re.search(rf"sysgraph {name}\b", README)


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_stands_in_the_readme(name: str) -> None:
    assert f"`{name}" in README
