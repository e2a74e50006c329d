"""Headings that open a part of a plan, and the lines under them that say who leads it."""

import pytest

from sysgraph.extraction.plans.front import walk
from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.sections import heading_section, lead_line, lead_lines, plain_section
from sysgraph.model import Passage, Position
from tests.extraction.marlbrook import names, read_text


def passage(text: str, form: str = "heading") -> Passage:
    return Passage("plan.md", form, text, Position(page=1))


@pytest.mark.parametrize(
    ("text", "ref", "name"),
    [
        ("Theme 2: Beds and wards", "2", "Beds and wards"),
        ("**Workstream 6.1 – Home first**", "6.1", "Home first"),
        ("Priority Area 3", "3", ""),
        ("Key Line of Enquiry 4. Flow", "4", "Flow"),
        ("Objective B: Staff", "B", "Staff"),
        ("1. Beds", "1", "Beds"),
        ("6.1.2 Beds", "6.1.2", "Beds"),
    ],
)
def test_a_numbered_heading_opens_a_part_with_its_number_and_name(text: str, ref: str, name: str) -> None:
    found = heading_section(passage(text))
    assert found is not None
    assert (found.ref, found.name) == (ref, name)


@pytest.mark.parametrize(
    "made",
    [
        passage("Beds and wards"),
        passage("2 wards", "paragraph"),
        passage("Theme 2: Beds", "bullet"),
        passage(f"Theme 2: {'Beds and wards ' * 12}"),
        passage("The themes of 2018"),
    ],
    ids=["no number", "a paragraph", "a list", "too long", "a sentence"],
)
def test_other_lines_open_no_numbered_part(made: Passage) -> None:
    assert heading_section(made) is None


def test_a_line_that_calls_itself_a_theme_opens_one_without_being_a_heading() -> None:
    found = heading_section(passage("Theme 2: Beds", "paragraph"))
    assert found is not None
    assert found.ref == "2"


@pytest.mark.parametrize(
    ("text", "ref", "name"),
    [("Beds and wards:", None, "Beds and wards"), ("2. Beds", "2", "Beds"), ("Area 2", "2", "Area 2")],
)
def test_any_other_heading_or_spanning_row_opens_a_part_by_its_words(text: str, ref: str | None, name: str) -> None:
    found = plain_section(text, None)
    assert (found.ref, found.name) == (ref, name)


@pytest.mark.parametrize(
    ("text", "capacity", "value"),
    [
        ("Lead organisation: Marlbrook Council", "lead organisation", "Marlbrook Council"),
        ("**Lead:** Jo Lee", "lead", "Jo Lee"),
        ("Lead Officer(s): Jo Lee", "lead", "Jo Lee"),
        ("SRO – Jo Lee", "senior responsible officer", "Jo Lee"),
        ("Reporting Officer: Jo Lee\nDirector of Care", "reporting officer", "Jo Lee\nDirector of Care"),
        ("Executive Sponsor : Jo Lee", "sponsor", "Jo Lee"),
    ],
)
def test_a_line_with_the_label_of_a_lead_says_who_leads_in_what_capacity(text: str, capacity: str, value: str) -> None:
    found = lead_line(passage(text, "paragraph"))
    assert found == (capacity, value, text.index(value))


@pytest.mark.parametrize(
    "text", ["Aim: open a ward", "Lead", "Lead:", "We lead: the rest follow", "Jo Lee leads on this"]
)
def test_a_line_with_another_label_or_none_says_nothing_of_leads(text: str) -> None:
    assert lead_line(passage(text, "paragraph")) is None


@pytest.mark.parametrize(
    ("text", "name", "leads"),
    [
        ("Theme 1: Beds – Lead: Jo Lee, Head of Beds", "Beds", [("lead", "Jo Lee, Head of Beds")]),
        ("Priority 2: Beds (SRO Jo Lee)", "Beds", [("senior responsible officer", "Jo Lee")]),
        ("Theme 1: Beds (Lead: Jo Lee; Reporting officer: Sam Holt)", "Beds",
         [("lead", "Jo Lee"), ("reporting officer", "Sam Holt")]),
        ("Theme 1: Lead employers", "Lead employers", []),
        ("Theme 1: Beds and sponsor homes", "Beds and sponsor homes", []),
    ],
)  # fmt: skip
def test_a_heading_may_say_who_leads_and_its_name_is_what_is_left(
    text: str, name: str, leads: list[tuple[str, str]]
) -> None:
    found = heading_section(passage(text))
    assert found
    assert found.name == name
    assert [(capacity, words) for capacity, words, _, _ in found.leads] == leads


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Executive lead: Jo Lee | Lead organisation: MCC",
         [("executive lead", "Jo Lee"), ("lead organisation", "MCC")]),
        ("SRO: Jo Lee, MCC. Programme lead: Sam Holt.",
         [("senior responsible officer", "Jo Lee, MCC"), ("programme lead", "Sam Holt")]),
        ("Lead organisation: Marlbrook County Council Reporting officer: Jo Lee",
         [("lead organisation", "Marlbrook County Council"), ("reporting officer", "Jo Lee")]),
        ("Lead: the clinical lead: Jo Lee", [("lead", "the clinical lead: Jo Lee")]),
        ("Beds: Lead: Jo Lee", []),
    ],
)  # fmt: skip
def test_a_line_may_have_several_labels_of_who_leads(text: str, leads: list[tuple[str, str]]) -> None:
    made = passage(text, "paragraph")
    found = lead_lines(made)
    assert [(capacity, words) for capacity, words, _ in found] == leads
    assert all(made.text[start:].startswith(words) for _, words, start in found)


ROWS = "1.1\tOpen a ward for the winter\tAnn Reed\tMay 2019\n1.2\tClose a ward\tSam Holt\tJune 2019\n"
HEAD = "Ref\tAction\tOwner\tDue\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Priority 1: Beds\n\nLead organisation\tVTNT\nTheme lead\tJo Lee\n\n{HEAD}{ROWS}",
        f"{HEAD}Priority 1: Beds\tTheme lead: Jo Lee\t\tLead organisation: VTNT\n{ROWS}",
    ],
)
def test_a_small_table_or_a_row_of_labels_says_who_leads_the_part_below(text: str) -> None:
    document = read_text(f"# Plan\n\n{text}")
    records = walk(document, names()).reader.records
    assert [record.text(Role.REFERENCE) for record in records] == ["1.1", "1.2"]
    (section,) = {id(record.section): record.section for record in records}.values()
    assert (section.ref, section.name) == ("1", "Beds")
    assert {(capacity, words) for capacity, words, _, _ in section.leads} == {
        ("lead", "Jo Lee"),
        ("lead organisation", "VTNT"),
    }
