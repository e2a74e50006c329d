"""Papers for tests: gathered from a graph in a file, as the command does it."""

import io
from pathlib import Path
from zipfile import ZipFile

from sysgraph.model import Graph
from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import gap_shelf, question
from sysgraph.questions.gaps import Choice, find_gaps, without_people
from sysgraph.store import open_store
from sysgraph.store.sqlite_write import write
from sysgraph.views.paper import Asked, Paper, gather
from sysgraph.withholding import withhold
from tests.views.drawn import named


def paper_about(graph: Graph, name: str, folder: Path, *, posts_only: bool = False) -> Paper:
    write(graph, folder / "graph.sqlite", {})
    store = open_store(str(folder / "graph.sqlite"))
    try:
        gaps = find_gaps(store, Choice().of(gap_shelf()), today="2018-04-01").gaps
        answers = [ask(store, question(one)) for one in ("unowned-actions", "overdue-actions")]
        whole = store.graph()
    finally:
        store.close()
    asked = Asked(whole, answers[0], answers[1], gaps)
    if posts_only:
        withheld = withhold(whole)
        asked = Asked(withheld.graph, answers[0], answers[1], without_people(gaps, withheld), withheld.hide)
    return gather(asked, named(asked.graph, name))


def parts(data: bytes) -> dict[str, str]:
    """Every part of a Word document that holds words."""
    with ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: archive.read(name).decode() for name in names}
