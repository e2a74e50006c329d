"""A paper in a council's own Word template: its words and styles, our facts.

A template is a document of somebody's, so it may do very little: show a value, repeat rows, ask whether there is
anything. Whatever else Jinja could do is refused before any of it runs.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sysgraph.errors import InstallationError, WorkspaceError
from sysgraph.views.console import plain
from sysgraph.views.figure.pdf import as_png
from sysgraph.views.paper.content import SEVERITIES, Paper, Table
from sysgraph.views.paper.package import describe, finished

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

VARIABLES = {
    "title": "the title of the paper",
    "about": "the name of the actor",
    "basis": "as at which date, and what the reader must know",
    "figure": "the figure; nothing where it could not be drawn",
    "caption": "what the figure shows, in a line",
    "description": "the figure in words",
    "notes": "why there is no figure, as a list of texts",
    "lines": "sections, each with heading and sentences; a sentence has text and source",
    "unowned": "actions without an owner in particular: ref, action, owner, as_written, due, source",
    "overdue": "actions past their date: ref, action, due, revised, status, owner_as_written, source",
    "gaps": "rules that found something: severity, code, title, remedy, count, found (about, says, source)",
    "sources": "documents with their pages, as a list of texts",
}
"""What a template may name."""

_NODES = frozenset(
    "Template Output TemplateData Name Getattr For If Filter Const Test Compare Operand And Or Not".split()
)
_FILTERS = frozenset("capitalize count default d first join last length lower title trim upper".split())
_DEEPEST = 3
_LARGEST = 20_000_000  # bytes


def as_docx(paper: Paper, template: Path) -> bytes:
    """The paper in the template, as the bytes of a .docx file.

    Raises:
        InstallationError: docxtpl is not installed.
        WorkspaceError: the template cannot be read, or asks for more than a template may.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        raise InstallationError(
            "--template needs docxtpl, which is not installed: pip install 'sysgraph[templates]'"
        ) from None
    from jinja2 import TemplateError

    data = _read(template)
    try:
        made = DocxTemplate(BytesIO(data))
        made.init_docx()
        values = _values(paper)
        values["figure"] = _picture(made, paper)
        made.render(values, _environment(template))
    except WorkspaceError:
        raise
    except TemplateError as error:
        raise WorkspaceError(f"the template {template.name} cannot be filled in: {error}; {_known()}") from error
    except Exception as error:  # what python-docx and lxml raise of a broken file is of many kinds
        raise WorkspaceError(
            f"the template {template.name} is no Word document (.docx) that can be filled in"
        ) from error
    _describe(made, paper)
    return finished(made.docx, paper)


def _read(template: Path) -> bytes:
    try:
        if template.stat().st_size > _LARGEST:
            raise WorkspaceError(
                f"the template {template} is larger than {_LARGEST // 1_000_000} MB; use a smaller one"
            )
        return template.read_bytes()
    except OSError as error:
        raise WorkspaceError(f"the template {template} cannot be read: {error.strerror}") from error


def _known() -> str:
    return f"a template may name {', '.join(VARIABLES)}"


def _values(paper: Paper) -> dict[str, Any]:
    """What the template may name; of plain texts and lists alone, so that there is nothing to call."""
    tables = {table.name: list(_rows(table)) for table in paper.tables}
    return {
        "title": plain(paper.title),
        "about": plain(paper.about),
        "basis": plain(paper.basis),
        "caption": plain(paper.caption),
        "description": paper.figure.description if paper.figure else "",
        "notes": [plain(note) for note in paper.notes],
        "lines": [
            {
                "heading": plain(section.heading),
                "sentences": [{"text": plain(one.text), "source": plain(one.source)} for one in section.sentences],
            }
            for section in paper.lines
        ],
        "unowned": tables.get("unowned", []),
        "overdue": tables.get("overdue", []),
        "gaps": [
            {
                "severity": SEVERITIES[rule.severity],
                "code": rule.code,
                "title": plain(rule.title),
                "remedy": plain(rule.remedy),
                "count": rule.all,
                "found": [{name: plain(text) for name, text in one._asdict().items()} for one in rule.found],
            }
            for rule in paper.rules
        ],
        "sources": [plain(source) for source in paper.sources],
    }


def _rows(table: Table) -> Iterator[Mapping[str, str]]:
    names = [title.lower().replace(",", "").replace(" ", "_") for title in table.columns]
    yield from (dict(zip(names, map(plain, row), strict=True)) for row in table.rows)


def _environment(template: Path) -> "ImmutableSandboxedEnvironment":
    """The sandbox in which a template runs, which looks through it first."""
    from jinja2 import StrictUndefined, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
            tree = super()._parse(source, name, filename)
            for problem in _problems(tree, 0):
                raise WorkspaceError(f"the template {template.name} is refused: {problem}; {_known()}")
            return tree

    made = Environment(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    return made


def _problems(node: Any, depth: int) -> Iterator[str]:
    """What a template does and may not."""
    from jinja2 import nodes

    kind = type(node).__name__
    if kind not in _NODES:
        yield f"it holds a {kind.lower()}, and a template may only show values, repeat and ask"
    elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        yield f"it asks for {node.attr}"
    elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        yield f"it uses the filter {node.name}"
    elif isinstance(node, nodes.For):
        depth += 1
        if depth > _DEEPEST or node.recursive:
            yield f"it repeats within more than {_DEEPEST} repetitions"
    for child in node.iter_child_nodes():
        yield from _problems(child, depth)


def _picture(made: Any, paper: Paper) -> Any:
    from docx.shared import Pt
    from docxtpl import InlineImage

    if paper.figure is None:
        return ""
    return InlineImage(made, BytesIO(as_png(paper.figure)), width=Pt(paper.figure.width))


def _describe(made: Any, paper: Paper) -> None:
    """Nothing; the figure, wherever the template has put it, says in words what it shows."""
    from docx.oxml.ns import qn

    if paper.figure is None:
        return
    data = as_png(paper.figure)
    for drawing in made.docx.element.body.iter(qn("wp:inline")):
        links = [blip.get(qn("r:embed")) for blip in drawing.iter(qn("a:blip"))]
        if any(made.docx.part.related_parts[link].blob == data for link in links if link):
            describe(drawing.find(qn("wp:docPr")), paper.figure)
