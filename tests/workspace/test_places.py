"""The place that a workspace file gives: whom "the council" and "the CCG" of a document mean."""

from pathlib import Path

import pytest

from sysgraph.documents import read
from sysgraph.errors import WorkspaceError
from sysgraph.extraction import read_claims
from sysgraph.register import Register
from sysgraph.workspace import assemble
from sysgraph.workspace.files import Places

PAPER = "# How we buy care\n\nThe CCG commissions the Harbour Walk-in Service. The Harbour Forum reports to the CCG.\n"
REGISTER = """\
defaults: {kind: Organisation, category: ccg}
entries:
- {ods: X01, name: NHS Harrowdale CCG}
- {ods: X02, name: NHS Tarnshire CCG}
"""


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize(("place", "ccg"), [("Harrowdale", "NHS Harrowdale CCG"), ("Tarnshire", "NHS Tarnshire CCG")])
def test_prose_is_read_as_of_the_place_that_somebody_gave(tmp_path: Path, place: str, ccg: str) -> None:
    written(tmp_path / "register" / "ccgs.yaml", REGISTER)
    paper = read(written(tmp_path / "paper.md", PAPER), "paper.md")
    found = read_claims(paper, Register.load(tmp_path / "register"), place)
    assert ("Harbour Forum", "REPORTS_TO", ccg) in {
        (one.source.name, one.type, one.target.name) for one in found.claims
    }


def bodies(folder: Path, *more: Path) -> set[str]:
    return {node.name for node in assemble([folder, *more]).nodes if node.kind == "Organisation"}


def test_a_build_takes_the_place_from_the_workspace_file_of_the_folder(tmp_path: Path) -> None:
    written(tmp_path / "paper.md", PAPER)
    assert "NHS Stockport CCG" not in bodies(tmp_path)
    written(tmp_path / "sysgraph.toml", 'place = "Stockport"\n')
    assert "NHS Stockport CCG" in bodies(tmp_path)


def test_a_single_document_may_have_a_place_of_its_own(tmp_path: Path) -> None:
    written(tmp_path / "papers" / "paper.md", PAPER)
    written(tmp_path / "sysgraph.toml", 'place = "Stockport"\n[documents."papers/paper.md"]\nplace = "Barnsley"\n')
    found = bodies(tmp_path)
    assert "NHS Barnsley CCG" in found
    assert "NHS Stockport CCG" not in found


def test_of_two_folders_that_hold_a_file_the_inner_one_says_its_place_in_any_order(tmp_path: Path) -> None:
    inner = written(tmp_path / "inner" / "paper.md", PAPER).parent
    written(tmp_path / "sysgraph.toml", 'place = "Stockport"\n')
    written(inner / "sysgraph.toml", 'place = "Barnsley"\n')
    for folders in ([tmp_path, inner], [inner, tmp_path]):
        assert Places(folders).of(inner / "paper.md") == "Barnsley"
        assert Places(folders).of(tmp_path / "other.md") == "Stockport"
    assert Places([inner]).of(tmp_path / "other.md") is None


def test_a_workspace_file_that_is_written_wrongly_is_one_clear_error(tmp_path: Path) -> None:
    written(tmp_path / "paper.md", PAPER)
    written(tmp_path / "sysgraph.toml", 'plase = "Stockport"\n')
    with pytest.raises(WorkspaceError, match=r"sysgraph\.toml.*plase"):
        assemble([tmp_path])
