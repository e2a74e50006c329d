"""The organisations that a plan's introduction says are bound by it."""

import pytest

from sysgraph.extraction.signatories import signatories
from tests.extraction.marlbrook import names, read_text

COUNCIL, TRUST, WATCH = "Marlbrook County Council", "Vale of Tarrow NHS Trust", "Healthwatch Marlbrook"


def signed(text: str) -> dict[str, str]:
    """Who signed, each with the words that say so."""
    return {body.name: evidence.quote for body, evidence in signatories(read_text(text).passages(), names())}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{COUNCIL} (MCC), {TRUST} (VTNT) and {WATCH} are committed to delivering this plan.",
        f"The plan is jointly owned by {COUNCIL}, VTNT and {WATCH}.",
        f"{COUNCIL}, {TRUST} and {WATCH} have signed up to the plan",
    ],
)
def test_the_organisations_of_a_sentence_that_binds_them_to_the_plan_signed_it(sentence: str) -> None:
    assert signed(f"Words before.\n\nIt is May. {sentence}\n") == dict.fromkeys((COUNCIL, TRUST, WATCH), sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{COUNCIL} and {TRUST} are committed to their patients.",
        f"{COUNCIL} and {TRUST} welcome the plan.",
        f"{COUNCIL} is committed to the plan.",
        "The Quality Board and the Tarrow Workforce Group are committed to the plan.",
    ],
)
def test_a_sentence_that_does_not_bind_two_organisations_to_the_plan_makes_no_signatory(sentence: str) -> None:
    assert signed(f"{sentence}\n") == {}


def test_a_list_that_such_a_sentence_opens_gives_a_signatory_a_line() -> None:
    lines = f"- {COUNCIL} (MCC)\n- {TRUST}\n- friends of {WATCH}\n\n{WATCH} met.\n"
    found = signed(f"The following have signed up to this plan:\n\n{lines}")
    assert found == {COUNCIL: f"{COUNCIL} (MCC)", TRUST: TRUST}


def test_another_list_gives_none() -> None:
    assert signed(f"The following were asked about this plan:\n\n- {COUNCIL}\n- {TRUST}\n") == {}


def test_each_signs_once() -> None:
    sentence = f"{COUNCIL} and {TRUST} are committed to the plan."
    found = list(signatories(read_text(f"{sentence}\n\n{sentence}\n").passages(), names()))
    assert [body.name for body, _ in found] == [COUNCIL, TRUST]


def test_a_very_long_sentence_is_cited_around_each_name() -> None:
    text = f"{COUNCIL} is committed to this plan, as are {'many others, ' * 90}and {TRUST}.\n"
    found = signed(text)
    assert set(found) == {COUNCIL, TRUST}
    assert all(name in quote for name, quote in found.items())
    assert all(len(quote) <= 800 for quote in found.values())
