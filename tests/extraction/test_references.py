"""Class words ("the CCG", "the council"): the one body of the nearest circle that has any of the class."""

import pytest

from sysgraph.extraction.references import meant, references
from sysgraph.model import Mention

COUNTY = Mention("Organisation", "Marlbrook County Council", category="council")
CITY = Mention("Organisation", "Tarrow City Council", category="council")
CCG = Mention("Organisation", "Tarrow and Marl CCG", category="ccg")
TRUST = Mention("Organisation", "Vale of Tarrow NHS Trust", category="nhs_trust")
ALL = (COUNTY, CITY, CCG, TRUST)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ask the CCG.", "the CCG", CCG.name),
        ("Ask our local CCG.", "our local CCG", CCG.name),
        ("The clinical commissioning group pays.", "The clinical commissioning group", CCG.name),
        ("the Trust and others", "the Trust", TRUST.name),
        ("the acute trust", "the acute trust", TRUST.name),
        ("the City Council", "the City Council", CITY.name),
        ("the county council", "the county council", COUNTY.name),
    ],
)
def test_a_class_word_means_the_one_body_of_its_class(text: str, words: str, name: str) -> None:
    (found,) = references(text, (ALL,))
    assert text[found.start : found.end] == words
    assert found.mention.name == name


@pytest.mark.parametrize(
    "text", ["the council", "the local authority", "the ICB", "the LA", "Trusted", "pre-CCG", "the ccg"]
)
def test_a_class_word_means_nobody_where_several_or_none_fit_or_it_is_another_word(text: str) -> None:
    assert references(text, (ALL,)) == []


def test_the_nearest_circle_that_has_any_of_the_class_decides() -> None:
    found = meant("council", ([TRUST], [CITY], [COUNTY, CITY]))
    assert found is not None
    assert (found.name, found.written) == (CITY.name, "council")


def test_a_nearer_circle_with_two_of_the_class_leaves_it_open() -> None:
    assert meant("council", ([COUNTY, CITY], [CITY])) is None
