"""Words that were recognised in a picture say so wherever they are shown."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sysgraph.interchange import from_json, to_json
from sysgraph.model import Evidence, Graph, Passage, Position
from sysgraph.rdf.texts import read_text, write_text
from sysgraph.store import open_store
from sysgraph.store.sqlite_write import write
from sysgraph.views.console import cite, recognised_in_words
from sysgraph.views.plainly import position_in_words
from sysgraph.views.tables import cited, evidence_cells
from tests import builders

WORDS = "The Board reports to the Council."
SEEN = Passage("scan.pdf", "paragraph", WORDS, Position(page=3), recognised=0.934).cite(0, len(WORDS), "prose.reports")
WRITTEN = replace(SEEN, recognised=None)


def test_every_view_says_that_words_were_recognised_and_how_surely() -> None:
    assert recognised_in_words(SEEN) == "recognised, 93%"
    assert cite(SEEN) == f"scan.pdf p.3 (recognised, 93%) “{WORDS}”"
    assert cited(SEEN) == f"scan.pdf p.3 (recognised, 93%) “{WORDS}”"
    assert evidence_cells((SEEN, WRITTEN)) == ["scan.pdf", 3, WORDS, f"recognised, 93% | scan.pdf p.3 “{WORDS}”"]
    assert position_in_words(SEEN) == "scan.pdf, page 3, recognised, 93%"


def test_written_words_say_nothing_of_it() -> None:
    assert "recognised" not in f"{cite(WRITTEN)}{cited(WRITTEN)}{position_in_words(WRITTEN)}{WRITTEN.as_json()}"


def graph() -> Graph:
    found = builders.example()
    first, *others = found.relationships
    return replace(found, relationships=(replace(first, evidence=(SEEN, *first.evidence)), *others))


def cited_in(found: Graph) -> set[Evidence]:
    return {evidence for one in found.relationships for evidence in one.evidence}


def test_a_graph_file_an_export_and_rdf_keep_it(tmp_path: Path) -> None:
    made = graph()
    path = tmp_path / "graph.sqlite"
    write(made, path, {})
    with closing(open_store(path)) as opened:
        assert opened.graph() == made
    assert SEEN in cited_in(from_json(to_json(made)))
    assert SEEN in cited_in(read_text(write_text(made, "turtle"), "turtle"))
