"""Initials: whose they are by the document's own key, and which names they fit."""

import pytest

from sysgraph.extraction.initials import fits, is_person, key_of_initials, only_fit
from tests.extraction.marlbrook import read_text


@pytest.mark.parametrize(
    "line",
    [
        "Present: Jo Lee (JL), Sam Holt (SH)",
        "JL – Jo Lee; SH – Sam Holt",
        "JL = Jo Lee, SH: Sam Holt",
        "| JL | Jo Lee |\n| SH | Sam Holt |",
        "| Cllr Jo Lee | JL |\n| Dr Sam Holt | SH |",
        "Jo Lee [JL] and Sam Holt [SH]",
    ],
)
def test_a_document_may_give_the_key_to_its_initials_in_many_ways(line: str) -> None:
    key = key_of_initials(read_text(f"{line}\n"))
    assert {short: " ".join(name.split()[-2:]) for short, name in key.items()} == {"JL": "Jo Lee", "SH": "Sam Holt"}


def test_letters_that_are_not_the_initials_of_the_name_before_them_are_no_key() -> None:
    assert key_of_initials(read_text("Jo Lee (RN) and Sam Holt (OBE) met Ann Reed (Chair).\n")) == {}


def test_of_two_names_for_one_pair_of_letters_the_first_counts() -> None:
    assert key_of_initials(read_text("Jo Lee (JL) and Jim Long (JL)\n")) == {"JL": "Jo Lee"}


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("JL", "Jo Lee"),
        ("JL", "Dr Jo Lee"),
        ("JAL", "Jo Ann Lee"),
        ("JL", "Jo Ann Lee"),
        ("JLS", "Jo Lee-Smith"),
        ("RCp", "Ruth Cooper"),
        ("MWh", "Mary Whelan"),
    ],
)
def test_initials_fit_a_name(short: str, name: str) -> None:
    assert fits(short, name)


@pytest.mark.parametrize(
    ("short", "name"), [("JL", "Sam Lee"), ("JL", "Jo Holt"), ("RCx", "Ruth Cooper"), ("JXL", "Jo Ann Lee")]
)
def test_initials_do_not_fit_another_name(short: str, name: str) -> None:
    assert not fits(short, name)


def test_only_one_of_several_people_may_be_meant() -> None:
    assert only_fit("JL", ["Jo Lee", "Sam Holt"]) == "Jo Lee"
    assert only_fit("JL", ["Jo Lee", "Jim Long"]) is None
    assert only_fit("JL", ["Sam Holt"]) is None


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Jo Lee", True),
        ("Dr Kulvir Rai", True),
        ("Grace Young", True),
        ("Public Health", False),
        ("Home First", False),
        ("Marl Board", False),
    ],
)
def test_the_names_of_departments_and_boards_are_no_peoples(name: str, person: bool) -> None:
    assert is_person(name) is person
