"""`sysgraph figure`, as somebody types it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

HWB = "Westmere Health and Wellbeing Board"


@pytest.mark.parametrize(("ending", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_the_ending_of_the_file_says_what_is_written(run: Run, tmp_path: Path, ending: str, start: bytes) -> None:
    result = run("figure", "--about", HWB, "-o", f"fig.{ending}")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / f"fig.{ending}").read_bytes().startswith(start)


def test_without_a_file_the_svg_is_printed(run: Run) -> None:
    result = run("figure", "--about", HWB)
    assert result.exit_code == 0
    assert result.stdout.startswith("<?xml")
    assert "Plan dated 19 March 2018" in result.stdout


def test_another_ending_is_answered_with_those_that_there_are(run: Run) -> None:
    result = run("figure", "--about", HWB, "-o", "fig.jpg")
    assert (result.exit_code, result.stderr) == (
        2,
        "sysgraph: fig.jpg: a figure is written as .svg, .pdf, .png; let the name end in one of them\n",
    )


def test_it_describes_itself_in_words(run: Run) -> None:
    result = run("figure", "--about", HWB, "--describe")
    assert result.stdout.startswith(f"Lines of accountability: {HWB}\n\nA diagram of ")
    assert f"{HWB} oversees Westmere Alliance Board." in result.stdout


def test_posts_only_leaves_people_out_of_picture_and_words(run: Run) -> None:
    whole = run("figure", "--about", "Westmere Alliance Board")
    assert "Ben Carr" in whole.stdout
    for more in ((), ("--describe",)):
        shown = run("figure", "--about", "Westmere Alliance Board", "--posts-only", *more)
        assert shown.exit_code == 0
        assert not [name for name in ("Ada", "Finch", "Ben", "Carr", "Cleo", "Dunn") if name in shown.stdout]


def test_posts_only_of_a_person_is_of_the_post(run: Run) -> None:
    shown = run("figure", "--about", "Ada Finch", "--posts-only")
    assert "Lines of accountability: Director of Care, Westmere City Council" in shown.stdout
    assert "Finch" not in shown.stdout


def test_only_the_kinds_that_are_named_are_drawn(run: Run) -> None:
    result = run("figure", "--about", HWB, "--kinds", "board, plan", "--describe")
    assert result.stdout.splitlines()[2].startswith("A diagram of ")
    assert "organisation" not in result.stdout.splitlines()[2]


def test_a_kind_that_there_is_not_is_answered_with_those_that_there_are(run: Run) -> None:
    result = run("figure", "--about", HWB, "--kinds", "Committee")
    assert result.exit_code == 2
    assert "--kinds Committee: there is no such kind; the kinds are Organisation, Partnership, Board" in result.stderr


def test_an_unknown_name_is_answered_with_the_nearest(run: Run) -> None:
    result = run("figure", "--about", "Westmere Aliance Board")
    assert result.exit_code == 2
    assert "Westmere Alliance Board" in result.stderr
