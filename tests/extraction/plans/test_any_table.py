"""Whatever the tables of a document hold, they are read without a fault, and every fact quotes words of theirs."""

from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.written import Plan

HEADERS = st.sampled_from(
    "Ref|Action|Owner|Operational lead|Due|Revised date|RAG|Status|Issue|Outcome|Assurance|Progress|Who|Theme|Moon|"
    .split("|")
)  # fmt: skip
CELLS = st.sampled_from([
    "", "", "-", "?", "TBC", "1", "6.1.2", "R4", "A", "Red", "Complete", "May 2019", "Feb 18 - Feb 19", "Ongoing",
    "Jo Lee", "JL/SH", "Lead:", "SRO: Jo Lee", "Chief Executive, Marlbrook County Council", "AO, MCC / CEO, VTNT",
    "All partners", "the Council", "Open a ward", "agree it", "go", "Pay", "See 6.1.2", "Overseen by the Quality Board",
    "Beds are full.", "•", "(", "Dr", "…", "<p>Open it</p><p>Close it</p>", "<p>Lead: Jo Lee</p><p>Due: May 2019</p>",
    "Open a ward " * 80, "words" * 200, "Ask for dates (JL). Due May. Open", "Public Health (PH)", "PH",
    "Theme 1: Beds", "a\\|b",
])  # fmt: skip
LINES = st.sampled_from([
    "# Plan", "# Marlbrook Improvement Plan", "## Beds", "Theme 1: Beds", "SRO: JL", "Lead: Jo Lee", "- JL, CEO",
    "Page 3", "**", "The plan was approved by the Quality Board.", "ACTION: Jo Lee to open a ward by May 2019",
    "Action: Open a ward\n\nLead: Jo Lee, RM\n\nTimescale: May 2019", "Issue: Beds Lead: RM Date: May",
    "RM = Ward Manager",
    "Marlbrook County Council (MCC) and Vale NHS Trust (VTNT) own the plan.",
])  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table of up to nine columns, whose rows may have a cell too few or too many."""
    width = draw(st.integers(1, 9))
    rows = [draw(st.lists(HEADERS, min_size=width, max_size=width))] if draw(st.booleans()) else []
    rows += draw(st.lists(st.lists(CELLS, min_size=max(1, width - 1), max_size=width + 1), max_size=5))
    between = draw(st.sampled_from(["\t", " | "]))
    lines = [between.join(row) if between == "\t" else f"| {between.join(row)} |" for row in rows]
    return "\n".join(lines)


@settings(max_examples=150)
@given(st.lists(st.one_of(tables(), LINES), min_size=1, max_size=6), st.sampled_from(["plan.md", "plan.txt"]))
def test_any_tables_are_read_and_every_fact_quotes_words_of_the_document(blocks: list[str], name: str) -> None:
    with TemporaryDirectory() as folder:
        plan = Plan(Path(folder), "Marlbrook papers of the panel\n\n" + "\n\n".join(blocks), name)
    texts = [passage.text for passage in plan.document.passages()]
    cited = [*(one.evidence for one in plan.graph.nodes), *(one.evidence for one in plan.graph.relationships)]
    for evidence in chain.from_iterable(cited):
        if evidence.source == "passage":
            assert 8 <= len(evidence.quote) <= 800
            assert any(text[evidence.start : evidence.end] == evidence.quote for text in texts)
    assert all(node.name.strip() for node in plan.graph.nodes)
