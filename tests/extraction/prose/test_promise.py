"""Sentences that are passed over say nothing that a closer look would find, and what was said before is not lost."""

from pathlib import Path

import pytest

from sysgraph.documents import read
from sysgraph.extraction.prose import cues, lexis, read_prose
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.patterns import patterns
from sysgraph.extraction.prose.sight import look
from sysgraph.model import Claims, Document, Mention, Passage, Position
from sysgraph.register import Register

EXAMPLES = [words for pattern in patterns() for words in (pattern.example, pattern.counterexample)]


def said(*lines: str, form: str = "paragraph") -> Claims:
    passages = tuple(Passage("invented.txt", form, line, Position(page=1), level=1) for line in lines)
    return read_prose(Document("invented.txt", "txt", "0" * 64, passages), Register(()))


def looking_at_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("sysgraph.extraction.prose.reader.promises", lambda _sketch, _stage: True)


def test_a_sentence_that_is_passed_over_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = [" ".join(EXAMPLES[start : start + 4]) for start in range(0, len(EXAMPLES), 3)]
    found = said(*paragraphs, *EXAMPLES)
    looking_at_all(monkeypatch)
    assert said(*paragraphs, *EXAMPLES) == found


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("The Director of Care at Anyshire Council was away.", ("Director of Care", "POST_IN", "Anyshire Council")),
        ("Northmoor NHS Trust's Quality Group was new.", ("Quality Group", "PART_OF", "Northmoor NHS Trust")),
        (
            "The Anyshire Council reablement team was small.",
            ("Anyshire Council reablement team", "PART_OF", "Anyshire Council"),
        ),
        (
            "Northmoor NHS Trust Quality Group was cheerful.",
            ("Northmoor NHS Trust Quality Group", "PART_OF", "Northmoor NHS Trust"),
        ),
    ],
)
def test_a_sentence_is_not_passed_over_whose_very_phrases_say_something(words: str, fact: tuple[str, str, str]) -> None:
    assert fact in {(claim.source.name, claim.type, claim.target.name) for claim in said(words).claims}


@pytest.mark.parametrize("name", ["plymouth-scrutiny-pack-2018", "stoke-on-trent-review-2017"])
def test_a_sentence_of_a_real_document_that_is_passed_over_says_nothing(
    shared: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read(shared / "documents" / f"{name}.txt", f"{name}.txt")
    found = read_prose(document, Register.bundled())
    looking_at_all(monkeypatch)
    assert read_prose(document, Register.bundled()) == found


@pytest.mark.parametrize(
    ("kind", "noun", "words"),
    [
        (cues.POOL, lexis.POOL, "the Better Care Fund; pooled budgets; a joint commissioning fund; Joint Funding"),
        (cues.AGREEMENT, lexis.AGREEMENT, "a section 75 arrangement; Memorandum of Understanding; block contracts"),
        (cues.CLASS, lexis.CLASS, "the CCG; our local authority; The LA; the County Council; the acute trust"),
        (cues.BODY, lexis.BODY_WORD, "the Board; this sub-committee; our subgroup; its steering group; the network"),
        (cues.BODY, lexis.ALL_HEAD, "board of directors; council of governors; senior leadership team; trust board"),
        (cues.BODY, lexis.LOWER_BODY, "the audit committee; a quality and safety panel; the joint executive team"),
        (cues.SEAT, lexis.SEAT, "the third sector; unpaid carers; VCSE providers; lay members; GP practices"),
        (cues.SEAT_POST, lexis.SEAT_POST, "chairs of all partners; senior officers from the local councils"),
        (cues.DIRECTORS, lexis.DIRECTORS, "executive and non-executive directors; Clinical Directors"),
        (cues.THIS, lexis.THIS_THING, "this service; This jointly funded team; this agreement"),
        (cues.SYSTEM, lexis.SYSTEM, "the system; the local health and care system"),
        (cues.PLAN, lexis.PLAN_NOMINAL, "an action plan; the associated delivery plans"),
        (cues.SERVICE_PHRASE, lexis.SERVICE_PHRASE, "urgent care; commissioned services; out-of-hours care"),
        (cues.SERVICE, lexis.SERVICE_HEAD, "a rapid response team; community services; the stroke unit"),
    ],
)
def test_each_kind_of_noun_is_looked_for_where_it_stands(kind: int, noun: object, words: str) -> None:
    for phrase in words.split("; "):
        sentence = f"They met {phrase}."
        assert noun.search(sentence), phrase  # type: ignore[attr-defined]
        assert look(sentence).kinds & kind, phrase


def test_what_was_said_before_is_worked_out_in_order_when_somebody_asks() -> None:
    memory = Memory()
    first, second = Mention("Board", "Audit Committee"), Mention("Board", "Care Board")
    heard: list[str] = []

    def say(mention: Mention) -> None:
        heard.append(f"{mention.name} after {memory.subject.name if memory.subject else 'nobody'}")
        memory.subject = mention

    memory.wait(lambda: say(first))
    memory.wait(lambda: say(second))
    assert heard == []
    assert memory.subject == second
    assert heard == ["Audit Committee after nobody", "Care Board after Audit Committee"]


def test_what_another_passage_said_is_forgotten_unasked() -> None:
    memory = Memory()
    memory.wait(lambda: pytest.fail("nobody asked"))
    memory.passage()
    assert memory.subject is None


def test_it_means_whom_a_sentence_was_about_that_states_nothing() -> None:
    claims = said("The Northmoor Care Board was new. It reports to the Anyshire Partnership Board.")
    assert ("Northmoor Care Board", "REPORTS_TO", "Anyshire Partnership Board") in {
        (claim.source.name, claim.type, claim.target.name) for claim in claims.claims
    }


def test_a_post_is_in_a_body_and_not_in_another_post() -> None:
    claims = said("The Chair of Anyshire Council (Deputy Chair) met the Anyshire Health Board.")
    assert {(claim.source.name, claim.type, claim.target.name) for claim in claims.claims} == {
        ("Chair", "POST_IN", "Anyshire Council")
    }
