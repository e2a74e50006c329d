"""A folder of papers of an invented place, in formats that are read here and in child processes."""

from io import StringIO
from pathlib import Path

from sysgraph.interchange import write_jsonl
from sysgraph.model import Graph
from sysgraph.workspace import Means, assemble
from tests.written import TITLE, table, written

PROSE = "# Terms of reference\n\nThe Harbour Forum reports to the Marlbrook Health and Wellbeing Board.\n"
PAGE = (
    "<html><body><h1>Tarrow Winter Plan</h1><table><tr><th>Ref</th><th>Action</th><th>Owner</th><th>Due</th></tr>"
    "<tr><td>1</td><td>Mend the lift</td><td>Sam Holt</td><td>June 2019</td></tr></table></body></html>"
)


def papers(folder: Path, plans: int = 2, *, page: bool = False) -> Path:
    """The folder, with some plans, terms of reference and, if wanted, a page of HTML."""
    for number in range(1, plans + 1):
        written(folder, plan(number), f"plan-{number}.md")
    written(folder, PROSE, "terms.txt")
    if page:
        written(folder, PAGE, "page.html")
    return folder


def plan(number: int) -> str:
    """A plan of two actions."""
    rows = (f"{number}.1", f"Open ward {number}", "Jo Lee", "May 2019"), (f"{number}.2", "Hire staff", "TBC", "")
    return TITLE.replace("Marlbrook", f"Marlbrook {number}") + table(*rows)


def exported(graph: Graph) -> str:
    """The graph as JSON Lines."""
    stream = StringIO()
    write_jsonl(graph, stream)
    return stream.getvalue()


def built(folder: Path, means: Means | None = None, said: list[str] | None = None) -> str:
    """The export of a folder's graph; what the build says goes into the list."""
    return exported(assemble([folder], means=means, progress=None if said is None else said.append))
