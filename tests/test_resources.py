import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from sysgraph import resources
from sysgraph.errors import InstallationError
from sysgraph.resources import resource


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "src" / "sysgraph"
    package.mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def test_this_installation_has_its_questions() -> None:
    assert [entry for entry in resource("queries", "questions").iterdir() if entry.name.endswith(".md")]


def test_in_a_checkout_a_resource_is_found_at_the_top_of_the_repository(checkout: Path) -> None:
    _write(checkout / "seed" / "plan.txt", "plan")
    assert resource("seed", "plan.txt").read_text(encoding="utf-8") == "plan"


def test_what_lies_inside_the_package_comes_first(checkout: Path) -> None:
    _write(checkout / "seed" / "plan.txt", "checkout")
    _write(checkout / "src" / "sysgraph" / "seed" / "plan.txt", "package")
    assert resource("seed", "plan.txt").read_text(encoding="utf-8") == "package"


def test_a_folder_beside_an_installed_package_is_not_taken_for_a_checkout(checkout: Path) -> None:
    _write(checkout / "seed" / "plan.txt", "somebody else's")
    (checkout / "pyproject.toml").unlink()
    with pytest.raises(InstallationError):
        resource("seed", "plan.txt")


@pytest.mark.usefixtures("checkout")
def test_a_missing_resource_is_named_with_what_to_do() -> None:
    with pytest.raises(InstallationError, match=r"^queries/questions, .* install sysgraph again"):
        resource("queries", "questions")


def test_a_package_inside_a_zip_file_finds_its_resources_there(tmp_path: Path) -> None:
    archive = tmp_path / "sysgraph.zip"
    with ZipFile(archive, "w") as file:
        for module in ("__init__", "errors", "resources"):
            file.write(Path(resources.__file__).with_name(f"{module}.py"), f"sysgraph/{module}.py")
        file.writestr("sysgraph/seed/plan.txt", "plan")
    code = "from sysgraph.resources import resource; print(resource('seed', 'plan.txt').read_text(encoding='utf-8'))"
    environment = {**os.environ, "PYTHONPATH": str(archive)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "plan"
