"""Actions that stand in labelled paragraphs."""

from sysgraph.extraction.plans import read_plans
from sysgraph.extraction.plans.front import may_hold_plan, walk
from sysgraph.extraction.plans.headers import Role
from tests.extraction.marlbrook import names, read_text

PLAN = """# Larch House: response to the visit

Recommendation 1: People should be offered more to do at weekends.

Action: Appoint a second activities coordinator.

Person responsible: Home Manager

Timescale: 31 July 2022

Recommendation 2: The garden should be made safe.

Action: Mend the paving.

Person responsible:

Timescale: TBC
"""


def test_paragraphs_under_labels_make_an_action_each() -> None:
    records = walk(read_text(PLAN), names()).reader.records
    assert [record.text(Role.ACTION) for record in records] == [
        "Appoint a second activities coordinator.",
        "Mend the paving.",
    ]
    assert [record.text(Role.OWNER) for record in records] == ["Home Manager", ""]
    assert [record.text(Role.DUE) for record in records] == ["31 July 2022", "TBC"]
    assert [record.issue.text if record.issue else "" for record in records] == [
        "People should be offered more to do at weekends.",
        "The garden should be made safe.",
    ]


def test_every_quote_of_a_labelled_paragraph_stands_in_it() -> None:
    document = read_text(PLAN)
    found = read_plans(document, names())
    assert found
    texts = [passage.text for passage in document.passages()]
    for claim in found.claims:
        evidence = claim.evidence
        assert any(text[evidence.start : evidence.end] == evidence.quote for text in texts)


def test_labels_that_share_a_paragraph_are_told_apart() -> None:
    document = read_text("Action: Mend the paving. Lead: Jo Lee Timescale: May 2019 Progress: Quotes are in.")
    (record,) = walk(document, names()).reader.records
    said = [record.text(role) for role in (Role.ACTION, Role.OWNER, Role.DUE, Role.PROGRESS)]
    assert said == ["Mend the paving.", "Jo Lee", "May 2019", "Quotes are in."]


def test_a_second_action_under_a_recommendation_addresses_it_too() -> None:
    document = read_text(
        "Recommendation: Make the garden safe.\n\nAction: Mend the paving.\n\nLead: Jo Lee\n\nDue date: May 2019\n\n"
        "Action: Fit a rail.\n\nLead: Sam Holt\n\nDue date: June 2019\n"
    )
    records = walk(document, names()).reader.records
    assert [record.issue.text for record in records if record.issue] == ["Make the garden safe."] * 2


def test_a_recommendation_that_is_followed_up_is_the_action_where_no_line_says_more() -> None:
    document = read_text("Recommendation 4: Mend the paving.\n\nLead: Jo Lee\n\nTimescale: May 2019")
    (record,) = walk(document, names()).reader.records
    assert record.text(Role.ACTION) == "Mend the paving."


def test_a_document_may_hold_a_plan_in_its_paragraphs() -> None:
    assert may_hold_plan(read_text(PLAN))
    assert not may_hold_plan(read_text("Action: note the report.\n\nThe lead: Jo Lee spoke. Date: May 2019"))
    assert not may_hold_plan(read_text("Lead: Jo Lee\n\nTimescale: May 2019\n\nStatus: open"))
