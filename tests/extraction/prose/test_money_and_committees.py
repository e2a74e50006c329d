"""Pools with their sums and places, committees by their bare names, and openings that decide nothing."""

import pytest

from tests.extraction.prose.invented import facts, read


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("Anyshire Council and Anyshire CCG have a pooled budget of around £40 million.", 40_000_000),
        ("The section 75 agreement showed intent, with over £12.5m in the pooled budget.", 12_500_000),
        ("The Northmoor Partnership Board, underpinned by the joint funding of £3 million, met monthly.", 3_000_000),
        ("Anyshire Council held a £750k pooled budget.", 750_000),
    ],
)
def test_the_sum_of_a_pool_is_told_in_pounds_with_its_sentence(words: str, amount: int) -> None:
    (description,) = read(words).descriptions
    assert description.attributes["amount"] == amount
    assert description.evidence.quote == words


def test_an_overspend_or_a_hope_is_not_the_sum_of_a_pool() -> None:
    claims = read(
        "Anyshire Council reported a £2 million overspend in the pooled budget.",
        "Anyshire Council should set up a pooled budget of £9 million.",
    )
    assert [one for one in claims.descriptions if "amount" in one.attributes] == []


def test_a_pool_whose_sums_differ_has_no_one_amount() -> None:
    claims = read(
        "Anyshire Council holds a pooled budget of £2 million.", "Anyshire CCG holds a pooled budget of £5 million."
    )
    assert {one.attributes.get("amount_text") for one in claims.descriptions} == {"£2 million; £5 million"}
    assert all("amount" not in one.attributes for one in claims.descriptions)


def test_pools_and_agreements_of_two_places_have_two_names() -> None:
    words = "Anyshire Council and Anyshire CCG have a section 75 agreement with a pooled budget of £40 million."
    assert ("pooled budget, Anyshire", "HELD_UNDER", "Section 75 agreement, Anyshire") in facts(
        read(words, place="Anyshire")
    )
    assert ("pooled budget, Northmoor", "HELD_UNDER", "Section 75 agreement, Northmoor") in facts(
        read(words, place="Northmoor")
    )


def test_the_reason_that_a_sentence_opens_with_does_not_limit_what_it_says() -> None:
    claims = read("To tackle the limited number of poor homes, Anyshire Council established the Northmoor Care Board.")
    assert facts(claims) == {("Anyshire Council", "ESTABLISHED", "Northmoor Care Board")}


def test_committees_by_bare_names_are_the_boards_and_report_to_it() -> None:
    claims = read(
        "The Northmoor Trust Board has established several committees, which report to it:",
        "- Audit",
        "- Finance and Estates.",
    )
    assert ("Audit Committee", "REPORTS_TO", "Northmoor Trust Board") in facts(claims)
    assert ("Northmoor Trust Board", "ESTABLISHED", "Finance and Estates Committee") in facts(claims)


def test_sub_groups_in_a_row_keep_the_commas_of_the_last_where_their_number_is_said() -> None:
    claims = read(
        "The Northmoor Safeguarding Board met. "
        "Its three sub-groups comprised Housing Needs, Young Voices, and Governance, Money and Risk."
    )
    assert ("Governance, Money and Risk sub-group", "PART_OF", "Northmoor Safeguarding Board") in facts(claims)
    assert len(facts(claims)) == 3


def test_what_a_body_will_do_is_no_list_of_its_members() -> None:
    claims = read(
        "The Northmoor Delivery Group comprises:",
        "- Anyshire Council",
        "The Northmoor Delivery Group will:",
        "- Formally report into the Anyshire Partnership Board",
    )
    assert facts(claims) == {
        ("Anyshire Council", "MEMBER_OF", "Northmoor Delivery Group"),
        ("Northmoor Delivery Group", "REPORTS_TO", "Anyshire Partnership Board"),
    }
