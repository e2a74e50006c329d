"""The posts that a document calls by capitals, and owner cells read by them."""

from pathlib import Path

import pytest

from sysgraph.extraction.plans.keys import key_of_posts, read_in_full
from tests.extraction.marlbrook import read_text
from tests.written import Plan


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("RM = Registered Manager", {"RM": "Registered Manager"}),
        ("HSO= Health and Safety Officer", {"HSO": "Health and Safety Officer"}),
        ("NI – Nominated Individual", {"NI": "Nominated Individual"}),
        ("Jo Lee, Director of Public Health (DPH)", {"DPH": "Director of Public Health"}),
        ("Ward Manager (MW) and Head of Commissioning (HC)", {"HC": "Head of Commissioning"}),
        ("PH = Public Health", {}),
        ("HR = Human Resources Department", {}),
        ("JL – Jo Lee", {}),
        ("RM = Registered Manager\n\nRM = Risk Manager", {}),
    ],
)
def test_capitals_are_a_post_where_they_begin_the_words_of_one_and_of_no_other(text: str, key: dict[str, str]) -> None:
    assert key_of_posts(read_text(text)) == key


def test_a_text_in_full_knows_where_each_of_its_letters_stood() -> None:
    full, places = read_in_full("RM / Jo Lee", {"RM": "Registered Manager"})
    assert full == "Registered Manager / Jo Lee"
    assert [places[0], places[17], places[18], places[-1]] == [0, 1, 2, 10]


def test_an_owner_cell_of_a_posts_capitals_names_the_post(tmp_path: Path) -> None:
    plan = Plan(
        tmp_path,
        "Larch House Improvement Plan\n\nRM = Registered Manager\n\nNI = Nominated Individual\n\n"
        "Action\tBy whom\tBy when\nMend the sluice room\tRM / NI\tMay 2019\nBuy new bins\tNI\tJune 2019\n",
        "plan.txt",
    )
    owners = sorted((one.target, one.source) for one in plan.graph.relationships if one.type == "OWNS")
    named = {node.id: (node.kind, node.name) for node in plan.graph.nodes}
    assert [named[source] for _, source in owners].count(("Role", "Nominated Individual")) == 2
    assert ("Role", "Registered Manager") in [named[source] for _, source in owners]
    assert not any(kind == "Person" for kind, _ in named.values())
