"""The guide to one's own pages tells the truth: its page is one, and what it says can be asked."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import gap_shelf, parse, question_shelf
from sysgraph.questions.header import PARAMETER_KINDS
from sysgraph.store import open_store
from sysgraph.store.sqlite_write import write
from tests.questions.invented import Place

GUIDE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
PAGE = GUIDE.partition("````\n")[2].partition("````")[0]


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    place = Place()
    place.node("Plan", "Plan", date="2018-03-19")
    place.node("Role", "Director")
    for number, day in enumerate(("2018-05-31", "2018-12-31"), 1):
        place.node("Action", f"Act {number}", ref=str(number), due_by=day)
        place.fact(f"Act {number}", "PART_OF", "Plan")
        place.fact("Director", "OWNS", f"Act {number}")
    write(place.graph(), tmp_path / "graph.sqlite", {})
    return tmp_path / "graph.sqlite"


def test_the_page_of_the_guide_finds_what_it_says(graph_file: Path) -> None:
    with closing(open_store(graph_file)) as store:
        rows = ask(store, parse(PAGE, "due-and-vacant.md")).rows
    assert [(row.values["ref"], row.values["due"]) for row in rows] == [("1", "2018-05-31")]
    assert rows[0].evidence


def test_the_columns_and_tables_of_the_guide_are_there(graph_file: Path) -> None:
    told = re.findall(r"^\| (`.*?) \| ", GUIDE, re.MULTILINE)
    assert len(told) > 10
    with closing(sqlite3.connect(graph_file)) as file:
        for names in told:
            view, *columns = re.findall(r"\w+", names)
            file.execute(f"SELECT {', '.join(columns) or '*'} FROM {view}")


def test_the_guide_names_every_kind_of_parameter_and_every_family_of_codes() -> None:
    assert not [kind for kind in PARAMETER_KINDS if f"`{kind}`" not in GUIDE]
    ours = {page.code.rstrip("0123456789") for shelf in (question_shelf(), gap_shelf()) for page in shelf.all()}
    assert ours == set(re.findall("[A-Z]+", GUIDE.partition("these are ours: ")[2].partition(")")[0]))
