import re

import pytest

from sysgraph.errors import EvidenceError, VocabularyError
from sysgraph.model import (
    Cell,
    Claim,
    Document,
    Mention,
    Passage,
    Position,
    Relationship,
    Row,
    Table,
    identity,
    relate,
)
from tests import builders
from tests.builders import cite, example, fact

TEXT = "  The Board meets monthly and reports to the Council.  "
PASSAGE = Passage("paper.txt", "paragraph", TEXT, Position(page=7, printed_page="5", heading="Governance"))


def test_a_quote_is_exactly_the_words_of_the_passage_without_white_space_around_them() -> None:
    found = PASSAGE.cite(0, len(TEXT), "prose.reports")
    assert found.quote == "The Board meets monthly and reports to the Council."
    assert TEXT[found.start : found.end] == found.quote
    assert (found.document, found.position, found.rule, found.source) == (
        "paper.txt", PASSAGE.position, "prose.reports", "passage",
    )  # fmt: skip


def test_a_quote_from_a_cell_has_the_name_of_the_cell_beside_the_passages_position() -> None:
    found = PASSAGE.cite(2, 25, "plan.owner", cell="table 2, row 5, column 3")
    assert found.position == Position(page=7, printed_page="5", heading="Governance", cell="table 2, row 5, column 3")


@pytest.mark.parametrize(("start", "end"), [(2, 9), (2, 2), (9, 2), (500, 600), (-20, -5), (0, 3)])
def test_too_few_words_or_none_of_the_passages_are_no_evidence(start: int, end: int) -> None:
    with pytest.raises(EvidenceError, match=r"paper\.txt, page 7: .*prose\.x"):
        PASSAGE.cite(start, end, "prose.x")


def test_eight_to_eight_hundred_characters_are_evidence() -> None:
    long = Passage("paper.txt", "paragraph", "x" * 900, Position(page=1))
    assert len(long.cite(0, 8, "r").quote) == 8
    assert len(long.cite(0, 800, "r").quote) == 800
    for wrong in (7, 801):
        with pytest.raises(EvidenceError, match=f"this one has {wrong}"):
            long.cite(0, wrong, "r")


def test_evidence_as_json_is_flat_and_complete() -> None:
    assert PASSAGE.cite(2, 25, "prose.x").as_json() == {
        "document": "paper.txt", "page": 7, "printed_page": "5", "sheet": None, "slide": None, "heading": "Governance",
        "cell": None, "start": 2, "end": 25, "quote": TEXT[2:25], "rule": "prose.x", "source": "passage",
    }  # fmt: skip


def test_a_relationship_without_evidence_cannot_be_made() -> None:
    with pytest.raises(EvidenceError, match="has no evidence"):
        Relationship("owns-1", builders.ANN.id, "OWNS", builders.FIRST.id, ())
    with pytest.raises(EvidenceError, match="has no evidence"):
        relate(builders.ANN, "OWNS", builders.FIRST, (), {})


def test_a_relationship_that_the_vocabulary_does_not_allow_cannot_be_made() -> None:
    with pytest.raises(VocabularyError, match="OWNS does not lead from Action to Person"):
        fact(builders.FIRST, "OWNS", builders.ANN)


def test_a_claim_that_the_vocabulary_does_not_allow_cannot_be_made() -> None:
    with pytest.raises(VocabularyError, match="CHAIRS does not lead from Board to Person"):
        Claim(Mention("Board", "Panel"), "CHAIRS", Mention("Person", "Ann"), cite("Ann chairs the panel"))


def test_the_same_content_has_the_same_id_and_the_parts_do_not_run_together() -> None:
    assert identity("Board", "HWB") == identity("Board", "HWB")
    assert re.fullmatch(r"reports-to-[0-9a-f]{16}", identity("REPORTS_TO", "a", "b"))
    assert identity("Board", "ab", "c") != identity("Board", "a", "bc")
    assert identity("Board", "HWB") == "board-1a626745d5a6bc68"


def test_one_capacity_is_one_relationship_and_its_evidence_does_not_change_its_id() -> None:
    lead = fact(builders.ANN, "LEADS", builders.THEME, as_="lead")
    officer = fact(builders.ANN, "LEADS", builders.THEME, as_="reporting officer")
    assert lead.id != officer.id
    again = fact(builders.ANN, "LEADS", builders.THEME, cite("Lead: Ann O’Dowd"), as_="lead", scope="all of it")
    assert again.id == lead.id


def test_two_mentions_are_one_whatever_the_words_they_were_written_in() -> None:
    board = Mention("Board", "Health and Wellbeing Board")
    assert Mention("Board", "Health and Wellbeing Board", written="the Board", category="hwb") == board
    assert Mention("Board", "Health and Wellbeing Board", within=Mention("Organisation", "Council")) != board


def test_a_document_gives_its_passages_in_reading_order_rows_among_them() -> None:
    row = Passage("a.txt", "row", "6.1\tAnn", Position(page=2))
    table = Table((Row(row, (Cell("6.1", 0, "table 1, row 1, column 1"), Cell("Ann", 4, "column 2"))),), row.position)
    document = Document("a.txt", "text", "0" * 64, (PASSAGE, table, PASSAGE))
    assert list(document.passages()) == [PASSAGE, row, PASSAGE]
    for cell in table.rows[0].cells:
        assert row.text[cell.start : cell.end] == cell.text


def test_records_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        example().nodes[0].name = "other"  # type: ignore[misc]
