"""A council's own Word template: what it may name, and what is refused before it runs."""

import io
from pathlib import Path

import docx
import pytest

from sysgraph.errors import WorkspaceError
from sysgraph.views.paper import Paper
from sysgraph.views.paper.template import VARIABLES, as_docx
from tests.builders import BOARD, GROUP, example
from tests.views.papers import paper_about, parts

EVERYTHING = (
    "{{ title }} / {{ about }} / {{ basis }}",
    "{{ figure }}",
    "{{ caption }}: {{ description }}",
    "{% for note in notes %}{{ note }}{% endfor %}",
    "{%p for section in lines %}",
    "{{ section.heading }}",
    "{%p for one in section.sentences %}",
    "{{ one.text }} ({{ one.source }})",
    "{%p endfor %}",
    "{%p endfor %}",
    "{%p for row in unowned %}",
    "{{ row.ref }} {{ row.action }} {{ row.as_written }}",
    "{%p endfor %}",
    "{%p for row in overdue %}",
    "{{ row.ref }} {{ row.owner_as_written }}",
    "{%p endfor %}",
    "{%p for rule in gaps %}",
    "{{ rule.code }} {{ rule.title|upper }} {{ rule.count }} {% for one in rule.found %}{{ one.about }}{% endfor %}",
    "{%p endfor %}",
    "{% if sources %}Sources: {{ sources|join('; ') }}{% endif %}",
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return paper_about(example(), BOARD.name, tmp_path_factory.mktemp("template"))


def template(folder: Path, *lines: str) -> Path:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    made.save(str(folder / "council.docx"))
    return folder / "council.docx"


def text_of(data: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_template_can_name_everything_that_is_promised(paper: Paper, tmp_path: Path) -> None:
    assert all(any(name in line for line in EVERYTHING) for name in VARIABLES)
    data = as_docx(paper, template(tmp_path, *EVERYTHING))
    text = text_of(data)
    assert f"{GROUP.name} reports to {BOARD.name} ([1] p.1)" in text
    assert "6.2 Agree a protocol for choice" in text
    assert "Sources: board-paper.docx p. 1; improvement-plan.txt" in text
    assert "{" not in text


def test_the_figure_in_a_template_has_alt_text_too(paper: Paper, tmp_path: Path) -> None:
    data = as_docx(paper, template(tmp_path, "{{ figure }}"))
    (shape,) = docx.Document(io.BytesIO(data)).inline_shapes
    assert f"{GROUP.name} reports to {BOARD.name}." in shape._inline.docPr.get("descr")


def test_rows_of_a_table_repeat(paper: Paper, tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(4, 2)
    for row, cells in enumerate(
        [("Ref", "Action"), ("{%tr for row in unowned %}", ""), ("{{ row.ref }}", "{{ row.action }}")]
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(3, 0).text = "{%tr endfor %}"
    made.save(str(tmp_path / "council.docx"))
    (filled,) = docx.Document(io.BytesIO(as_docx(paper, tmp_path / "council.docx"))).tables
    assert [[cell.text for cell in row.cells] for row in filled.rows][:2] == [
        ["Ref", "Action"],
        ["6.2", "Agree a protocol for choice"],
    ]


def test_the_same_template_gives_the_same_bytes(paper: Paper, tmp_path: Path) -> None:
    council = template(tmp_path, *EVERYTHING)
    assert as_docx(paper, council) == as_docx(paper, council)


def test_words_of_documents_are_words_in_a_template_too(paper: Paper, tmp_path: Path) -> None:
    evil = paper._replace(title='<w:p/>{{ 7*7 }} & "x"')
    assert '<w:p/>{{ 7*7 }} & "x"' in text_of(as_docx(evil, template(tmp_path, "{{ title }}")))


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title.__class__ }}",
        "{{ title.format(title) }}",
        "{{ lines|attr('append') }}",
        "{{ lines.append(1) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9**9**9 }}",
        "{{ title[0] }}",
        "{% set x = 1 %}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{% macro m() %}{% endmacro %}",
        "{% for i in range(100000000) %}x{% endfor %}",
        "{{ self }}{{ self._TemplateReference__context }}",
        "{{ sources|map('upper')|list }}",
        "{{ title|format(1) }}",
        "{{ title|center(1000000000) }}",
        "{% for a in gaps %}{% for b in gaps %}{% for c in gaps %}{% for d in gaps %}x"
        "{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_a_template_that_asks_for_more_is_refused(paper: Paper, tmp_path: Path, line: str) -> None:
    with pytest.raises(WorkspaceError, match=r"the template council\.docx (is refused|cannot be filled in)"):
        as_docx(paper, template(tmp_path, line))


def test_a_name_that_there_is_not_is_answered_with_those_that_there_are(paper: Paper, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="'titel' is undefined; a template may name title, about, basis"):
        as_docx(paper, template(tmp_path, "{{ titel }}"))


def test_a_template_that_is_no_word_document_is_refused(paper: Paper, tmp_path: Path) -> None:
    (tmp_path / "council.docx").write_bytes(b"PK no")
    with pytest.raises(WorkspaceError, match="is no Word document"):
        as_docx(paper, tmp_path / "council.docx")


def test_a_template_that_is_not_there_is_said_to_be_so(paper: Paper, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"nowhere\.docx cannot be read"):
        as_docx(paper, tmp_path / "nowhere.docx")


def test_no_person_is_named_in_a_template_where_posts_only_are_shown(tmp_path: Path) -> None:
    shown = paper_about(example(), BOARD.name, tmp_path, posts_only=True)
    for text in parts(as_docx(shown, template(tmp_path, *EVERYTHING))).values():
        assert "O’Dowd" not in text
