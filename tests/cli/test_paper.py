"""`sysgraph paper`, as somebody types it."""

from pathlib import Path

import docx

from tests.cli.conftest import Run
from tests.views.papers import parts

HWB = "Westmere Health and Wellbeing Board"
PEOPLE = ("Ada", "Finch", "Ben", "Carr", "Cleo", "Dunn")


def test_a_word_document_is_written_to_the_file(run: Run, tmp_path: Path) -> None:
    result = run("paper", "--about", HWB, "-o", "annex.docx")
    assert (result.exit_code, result.output) == (0, "")
    made = docx.Document(str(tmp_path / "annex.docx"))
    assert made.paragraphs[0].text == f"Lines of accountability: {HWB}"


def test_a_word_document_is_not_printed(run: Run) -> None:
    result = run("paper", "--about", HWB)
    assert result.exit_code == 2
    assert "name a file for it, like -o annex.docx" in result.stderr


def test_html_and_markdown_are_printed(run: Run) -> None:
    assert run("paper", "--about", HWB, "--format", "html").stdout.startswith('<section class="sysgraph-paper"')
    assert run("paper", "--about", HWB, "--format", "md").stdout.startswith(f"# Lines of accountability: {HWB}\n")


def test_dates_are_judged_as_at_the_day_that_is_asked_for(run: Run) -> None:
    early = run("paper", "--about", HWB, "--format", "md", "--as-of", "2017-01-01").stdout
    late = run("paper", "--about", HWB, "--format", "md", "--as-of", "2030-01-01").stdout
    assert "Actions past their date: none in the documents read." in early
    assert "As at 1 January 2030." in late
    assert "Actions past their date: none" not in late


def test_posts_only_leaves_people_out_of_every_part_of_every_form(run: Run, tmp_path: Path) -> None:
    for form in ("html", "md"):
        shown = run("paper", "--about", HWB, "--posts-only", "--format", form)
        assert shown.exit_code == 0
        assert not [name for name in PEOPLE if name in shown.stdout]
    assert run("paper", "--about", HWB, "--posts-only", "-o", "annex.docx").exit_code == 0
    for text in parts((tmp_path / "annex.docx").read_bytes()).values():
        assert not [name for name in PEOPLE if f">{name} " in text or f" {name} " in text or f" {name}<" in text]


def test_a_template_is_filled_in(run: Run, tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("Report to the Board: {{ about }}")
    own.save(str(tmp_path / "council.docx"))
    assert run("paper", "--about", HWB, "--template", "council.docx", "-o", "annex.docx").exit_code == 0
    assert docx.Document(str(tmp_path / "annex.docx")).paragraphs[0].text == f"Report to the Board: {HWB}"


def test_a_hostile_template_is_one_line_of_error_and_no_file(run: Run, tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ title.__class__.__mro__ }}")
    own.save(str(tmp_path / "council.docx"))
    result = run("paper", "--about", HWB, "--template", "council.docx", "-o", "annex.docx")
    assert result.exit_code == 2
    assert result.stderr.startswith("sysgraph: the template council.docx is refused: it asks for __")
    assert not (tmp_path / "annex.docx").exists()


def test_a_template_is_for_word_alone(run: Run) -> None:
    assert run("paper", "--about", HWB, "--template", "council.docx", "--format", "md").exit_code == 2
