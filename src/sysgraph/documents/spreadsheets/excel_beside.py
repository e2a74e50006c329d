"""What lies over the cells of an Excel sheet, each in a part of its own: comments, text boxes, pictures and charts."""

import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from sysgraph.documents import archive
from sysgraph.documents.file import File
from sysgraph.documents.spreadsheets.view import Beside
from sysgraph.documents.wording import tidy

_THINGS = {"pic": "picture", "graphicFrame": "chart or diagram"}


def beside(parts: zipfile.ZipFile, sheet: str, file: File) -> Beside:
    """What lies over the sheet whose part this is.

    Raises:
        DocumentError: where one of the parts is damaged.
    """
    found = Beside()
    threads: dict[str, str] = {}
    for sort, name in _related(parts, sheet, file):
        data = archive.part(parts, name, file)
        if data is None:
            continue
        root = archive.tree(data, file)
        if sort == "comments":
            found.comments.update(_comments(root, "comment"))
        elif sort == "threadedComment":
            threads.update(_comments(root, "threadedComment"))
        elif sort == "drawing":
            _drawing(root, found)
    # The older form of a thread repeats it after a warning to older programs.
    found.comments.update(threads)
    return found


def _related(parts: zipfile.ZipFile, sheet: str, file: File) -> Iterator[tuple[str, str]]:
    """The parts that belong to a sheet: what each is, and its name."""
    folder, base = posixpath.split(sheet)
    data = archive.part(parts, f"{folder}/_rels/{base}.rels", file)
    if data is None:
        return
    for link in archive.tree(data, file).iterfind("{*}Relationship"):
        target = link.get("Target", "")
        if link.get("TargetMode") != "External" and target:
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield link.get("Type", "").rpartition("/")[2], name


def _comments(root: etree._Element, tag: str) -> dict[str, str]:
    """The comments of a part by the cell they stand on, those of one cell one below another."""
    found: dict[str, str] = {}
    for element in root.iter(f"{{*}}{tag}"):
        words = tidy("".join(run.text or "" for run in element.iter("{*}t", "{*}text") if run.text))
        cell = element.get("ref", "")
        if words:
            found[cell] = f"{found[cell]}\n{words}" if cell in found else words
    return found


def _drawing(root: etree._Element, found: Beside) -> None:
    for anchor in root:
        row = anchor.findtext("{*}from/{*}row") or "0"
        for shape in anchor.iter("{*}sp"):
            lines = ("".join(run.text or "" for run in line.iter("{*}t")) for line in shape.iter("{*}p"))
            if words := tidy("\n".join(lines)):
                found.shapes.append((int(row) + 1 if row.isdecimal() and len(row) < 10 else 1, words))
        for tag, thing in _THINGS.items():
            found.things[thing] += sum(1 for _ in anchor.iter(f"{{*}}{tag}"))
