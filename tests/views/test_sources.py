from pathlib import Path

import pytest

from sysgraph.errors import WorkspaceError
from sysgraph.views.sources import links


def test_a_document_that_is_there_is_linked_from_beside_the_page(tmp_path: Path) -> None:
    (tmp_path / "papers" / "march 2018").mkdir(parents=True)
    (tmp_path / "papers" / "march 2018" / "plan #1.pdf").write_bytes(b"%PDF-")
    found = links(str(tmp_path / "papers"), ["march 2018/plan #1.pdf", "gone.pdf"], tmp_path)
    assert found == {"march 2018/plan #1.pdf": "./papers/march%202018/plan%20%231.pdf"}


def test_a_page_in_another_folder_finds_its_way(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-")
    (tmp_path / "out").mkdir()
    assert links(str(tmp_path), ["plan.pdf"], tmp_path / "out") == {"plan.pdf": "./../plan.pdf"}


def test_no_name_of_a_file_becomes_the_scheme_of_an_address(tmp_path: Path) -> None:
    (tmp_path / "javascript:alert(1)").write_bytes(b"x")
    found = links(str(tmp_path), ["javascript:alert(1)"], tmp_path)
    assert found["javascript:alert(1)"].startswith("./javascript%3A")


def test_under_an_address_of_the_web_every_document_is_linked() -> None:
    found = links("https://example.org/papers/", ["a plan.pdf"], Path())
    assert found == {"a plan.pdf": "https://example.org/papers/a%20plan.pdf"}


@pytest.mark.parametrize("base", ["javascript:alert(1)", "file:///etc", "https:", "no/such/folder"])
def test_what_is_no_folder_and_no_address_of_the_web_is_refused(base: str) -> None:
    with pytest.raises(WorkspaceError, match=r"--sources .*: (name a folder|there is no such folder)"):
        links(base, ["plan.pdf"], Path())
