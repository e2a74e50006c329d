"""What the summary of a review says is lacking becomes findings, where the review lists none itself."""

from pathlib import Path

from sysgraph.model import Claims
from tests.written import claims

SUMMARY = """# Review of Harrowdale

## Summary of findings

Staff were proud of their wards. There was no shared plan for winter, although Harrowdale Council had asked for one.
The Harrowdale Flow Board reports to Harrowdale Council. It was not clear who decided on beds at the weekend.

## How we did it

There was no time to visit the northern wards during the week of our review of the area.
"""


def findings(found: Claims) -> dict[str, dict[str, object]]:
    return {
        one.subject.name: dict(one.attributes)
        for one in found.descriptions
        if one.subject.kind == "Finding" and one.attributes.get("form") == "finding"
    }


def test_sentences_of_a_summary_that_say_what_is_lacking_are_findings_under_its_heading(tmp_path: Path) -> None:
    found = findings(claims(tmp_path, SUMMARY, "review.md"))
    assert list(found) == [
        "There was no shared plan for winter, although Harrowdale Council had asked for one.",
        "It was not clear who decided on beds at the weekend.",
    ]
    assert {one["heading"] for one in found.values()} == {"Summary of findings"}


def test_a_finding_is_about_the_actors_of_the_document_that_its_sentence_names(tmp_path: Path) -> None:
    made = claims(tmp_path, SUMMARY, "review.md")
    about = [(one.source.name[:20], one.target.name) for one in made.claims if one.evidence.rule == "shortcoming"]
    assert about == [("There was no shared ", "Harrowdale Council")]


def test_a_review_that_lists_its_findings_is_left_as_it_is(tmp_path: Path) -> None:
    listed = f"{SUMMARY}\n## Areas for improvement\n\n- The council should write down who decides on beds at weekends\n"
    assert findings(claims(tmp_path, listed, "review.md")) == {}


def test_a_document_without_a_summary_of_findings_gives_none(tmp_path: Path) -> None:
    assert findings(claims(tmp_path, SUMMARY.replace("Summary of findings", "Background"), "review.md")) == {}


TRANSCRIBED = (
    "Harrowdale review Background and scope There was no review of this kind before this one was begun here.\n\n"
    "Summary of findings Is there a shared plan? There was little evidence of a shared plan for the winter. Page 5\n\n"
    "and this led to a lack of beds. Culture and trust There was a lack of trust between ward and town hall staff.\n\n"
    "Are services in Harrowdale well led? There was no single board that saw all of the money that was spent.\n"
)


def test_a_transcription_without_headings_is_read_from_its_summary_to_the_next_part(tmp_path: Path) -> None:
    assert list(findings(claims(tmp_path, TRANSCRIBED, "review.txt"))) == [
        "There was little evidence of a shared plan for the winter.",
        "There was a lack of trust between ward and town hall staff.",
    ]


def test_each_finding_quotes_its_sentence_as_it_stands(tmp_path: Path) -> None:
    made = claims(tmp_path, TRANSCRIBED, "review.txt")
    quotes = [one.evidence.quote for one in made.descriptions if one.evidence.rule == "shortcoming"]
    assert quotes
    assert all(quote in TRANSCRIBED for quote in quotes)


def test_a_real_review_without_a_list_gives_some_dozens_of_findings(shared: Path, tmp_path: Path) -> None:
    text = (shared / "documents" / "stoke-on-trent-review-2017.txt").read_text(encoding="utf-8")
    made = claims(tmp_path, text, "review.txt")
    found = findings(made)
    assert 30 <= len(found) <= 60
    assert all(one.evidence.quote in text for one in made.descriptions if one.evidence.rule == "shortcoming")
    assert "There was a shortage of GPs with GPs managing large caseloads." in found
    assert not any("Council leaders were actively engaged" in name for name in found)
