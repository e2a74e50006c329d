"""The names that a document uses: what has the shape of one, what it defines, and which forms mean one actor."""

import pytest

from tests.extraction.marlbrook import names, names_of


def meanings(text: str) -> dict[str, tuple[str, str]]:
    """What each form in a text means: its kind and full name."""
    return {form: (mention.kind, mention.name) for form, mention in names_of(text).forms.items()}


@pytest.mark.parametrize(
    ("text", "kind", "name", "category"),
    [
        ("Marlbrook County Council met.", "Organisation", "Marlbrook County Council", "council"),
        ("Vale of Tarrow NHS Trust met.", "Organisation", "Vale of Tarrow NHS Trust", "nhs_trust"),
        ("Healthwatch Marlbrook was there.", "Organisation", "Healthwatch Marlbrook", "healthwatch"),
        ("The University of Marlbrook helped.", "Organisation", "University of Marlbrook", "education"),
        ("Marlbrook Housing Association Ltd. pays.", "Organisation", "Marlbrook Housing Association Ltd", ""),
        ("The Marlbrook Together Partnership met.", "Partnership", "Marlbrook Together Partnership", ""),
        ("The A&E Delivery Board met.", "Board", "A&E Delivery Board", ""),
        ("The Quality and Safety Committee met.", "Board", "Quality and Safety Committee", ""),
        ("St. Anne’s Hospital is full.", "Service", "St. Anne’s Hospital", ""),
        ("The Marlbrook Winter Plan is out.", "Plan", "Marlbrook Winter Plan", ""),
        ("A Section 75 Agreement exists.", "CommissioningArrangement", "Section 75 Agreement", ""),
    ],
)
def test_a_run_of_capitals_with_a_telling_word_is_the_name_of_what_that_word_says(
    text: str, kind: str, name: str, category: str
) -> None:
    (mention,) = names_of(text).all()
    assert (mention.kind, mention.name, mention.category) == (kind, name, category)


@pytest.mark.parametrize(
    "text",
    [
        "The Council and the Trust met.",
        "The Board met on Monday in the Town Hall.",
        "Jo Lee and Sam Holt spoke.",
        "Open a ward. Review the plan. Establish a group.",
        "The Director of Care spoke.",
    ],
)
def test_class_words_people_posts_and_sentences_are_no_names(text: str) -> None:
    assert names_of(text).forms == {}


def test_a_verb_that_begins_an_undertaking_is_no_part_of_a_name() -> None:
    assert set(meanings("Review the Marlbrook Digital Strategy. Establish Urgent Care Network.")) == {
        "Marlbrook Digital Strategy",
        "Urgent Care Network",
    }


def test_the_body_of_a_post_is_named_without_the_post() -> None:
    assert set(meanings("The Chair of the Quality Board spoke.")) == {"Quality Board"}


def test_an_abbreviation_that_the_document_defines_means_what_it_says() -> None:
    found = meanings("Vale of Tarrow NHS Trust (the Vale) and Quality Assurance Group (QAG). QAG met.")
    assert found["QAG"] == ("Board", "Quality Assurance Group")


def test_an_abbreviation_that_gives_the_initials_of_one_name_means_it_and_says_why() -> None:
    found = names_of("The Tarrow Workforce Group met. TWG reports.")
    assert found.forms["TWG"].name == "Tarrow Workforce Group"
    (joined,) = found.joined
    assert joined.form == "TWG"
    assert "initial letters of “Tarrow Workforce Group” and of no other name" in joined.reason


def test_an_abbreviation_that_fits_two_names_means_neither() -> None:
    assert "TWG" not in meanings("The Tarrow Workforce Group and the Tarrow Winter Group met. TWG reports.")


def test_a_national_body_is_known_by_its_initials() -> None:
    found = names_of("CQC wrote.")
    assert found.forms["CQC"].name == "Care Quality Commission"
    assert "register" in found.joined[0].reason


def test_a_usual_abbreviation_means_the_one_board_of_that_sort_in_the_document() -> None:
    found = meanings("The Marlbrook Health and Wellbeing Board met. HWB agreed.")
    assert found["HWB"] == ("Board", "Marlbrook Health and Wellbeing Board")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Marlbrook Quality Board met. The Quality Board met again.", "Marlbrook Quality Board"),
        ("Marlbrook CCG met. Marlbrook Clinical Commissioning Group agreed.", "Marlbrook CCG"),
        ("MARLBROOK COUNCIL. Marlbrook Council met.", "Marlbrook Council"),
        ("North and South Marl CCGs met. North and South Marl CCG agreed.", "North and South Marl CCGs"),
    ],
)
def test_a_short_form_and_another_spelling_are_the_one_longer_name(text: str, name: str) -> None:
    assert {mention.name for mention in names_of(text).all()} == {name}


def test_a_short_form_of_two_longer_names_stays_apart() -> None:
    found = meanings("The Marlbrook Quality Board and the Tarrow Quality Board met. The Quality Board met.")
    assert {name for _, name in found.values()} == {"Marlbrook Quality Board", "Tarrow Quality Board", "Quality Board"}


def test_names_that_are_only_alike_stay_two() -> None:
    found = meanings("The Tarrow Workforce Group and the Tarrow Workplace Group met.")
    assert len({name for _, name in found.values()}) == 2


def test_a_name_is_found_in_any_case_an_abbreviation_only_as_it_is_written() -> None:
    found = names().find("VALE OF TARROW NHS TRUST; quality  board; MCC; mcc; MCCX")
    assert [one.mention.name for one in found] == [
        "Vale of Tarrow NHS Trust",
        "Quality Board",
        "Marlbrook County Council",
    ]
    assert [one.mention.written for one in found] == ["VALE OF TARROW NHS TRUST", "quality  board", "MCC"]
    assert (found[2].start, found[2].end) == (42, 45)


def test_the_longest_of_two_names_at_one_place_is_found() -> None:
    found = names_of("The Marl Board met. The Marl Board Group met.").find("Ask the Marl Board Group.")
    assert [one.mention.name for one in found] == ["Marl Board Group"]


def test_what_a_form_means_does_not_hang_on_its_spelling() -> None:
    meant = names().named("vale of tarrow n.h.s. trust")
    assert meant is not None
    assert meant.name == "Vale of Tarrow NHS Trust"
    assert names().named("Nobody’s Council") is None


def test_actors_are_listed_by_kind_and_name() -> None:
    assert [mention.name for mention in names().all("Board")] == ["Quality Board", "Tarrow Workforce Group"]
