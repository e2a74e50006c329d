"""Which files a build reads, and what evidence calls each of them."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sysgraph.documents import readable
from sysgraph.model import Notice
from sysgraph.workspace.files import DECISIONS, SETTINGS


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: where it is, what evidence will call it, and whether somebody asked for it by name."""

    path: Path
    name: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, by name, and what to say of those that are passed over, whatever the order of the inputs."""

    files: tuple[Input, ...]
    notices: tuple[Notice, ...]


def find_inputs(paths: Sequence[Path], leaving_out: Path | None = None) -> Found:
    """The files that paths name and folders hold, each once; hidden ones, and the workspace's own, left out."""
    own = os.path.realpath(leaving_out) if leaving_out else None
    ways: dict[str, list[Input]] = {}
    notices: set[Notice] = set()
    for path in paths:
        for file in _in_folder(path) if path.is_dir() else [Input(path, path.name, asked=True)]:
            real = os.path.realpath(file.path)
            if file.asked or (real != own and readable(file.path)):
                ways.setdefault(real, []).append(file)
            elif real != own:
                kind = file.path.suffix or "without ending"
                notices.add(Notice(file.name, "", f"files of the kind {kind} are not read", "skipped"))
    files = [_settled(found) for found in ways.values()]
    return Found(tuple(_told_apart(files)), tuple(sorted(notices, key=lambda notice: (notice.document, notice.what))))


def _in_folder(folder: Path) -> Iterator[Input]:
    for file in folder.rglob("*"):
        place = file.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in place.parts)
        own = len(place.parts) == 1 and file.name in {DECISIONS, SETTINGS}
        if not hidden and not own and file.is_file():
            yield Input(file, place.as_posix(), asked=False)


def _settled(ways: Sequence[Input]) -> Input:
    """One file that may have been come upon in several ways: by its longest name, and whether it was asked for."""
    best = max(ways, key=lambda file: (len(file.name), file.name, str(file.path)))
    return Input(best.path, best.name, any(file.asked for file in ways))


def _told_apart(files: Sequence[Input]) -> list[Input]:
    """The files by name, those of one name with as many of their folders before it as it takes to tell them apart."""
    names = {file: file.name for file in files}
    while len(often := Counter(names.values())) < len(names):
        for file, name in names.items():
            if often[name] > 1:
                names[file] = "/".join(Path(os.path.realpath(file.path)).parts[-len(name.split("/")) - 1 :])
    return sorted((Input(file.path, name, file.asked) for file, name in names.items()), key=lambda file: file.name)
