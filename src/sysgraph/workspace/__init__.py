"""Building a graph out of documents: the only place where the stages meet."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sysgraph
from sysgraph.documents import read, readable
from sysgraph.errors import DocumentError, WorkspaceError
from sysgraph.extraction import read_claims
from sysgraph.model import Claims, Document, Graph, Notice, Source
from sysgraph.register import Register
from sysgraph.resolution import added, resolve
from sysgraph.store.sqlite_write import write
from sysgraph.vocabulary import KINDS
from sysgraph.workspace.files import DECISIONS, SETTINGS, read_decisions

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build read and made: its documents, how many nodes of each kind, and what the reader should know."""

    documents: tuple[Source, ...]
    counts: Mapping[str, int]
    relationships: int
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Input:
    """A file to read: where it is, what evidence will call it, and whether somebody asked for it by name."""

    path: Path
    name: str
    asked: bool


def build(inputs: Sequence[Path], output: Path, *, progress: Progress | None = None) -> Summary:
    """The summary of a build that read these documents and folders into one graph file.

    The file appears when all is done, or not at all. A file that was named must be readable; in a folder what cannot be
    read is passed over and told in the notices.

    Raises:
        DocumentError: where a named file is missing or cannot be read.
        WorkspaceError: where there is nothing to read, or the output cannot be written.
    """
    graph = assemble(inputs, progress=progress, leaving_out=output)
    write(graph, output, {"version": sysgraph.__version__})
    counts = Counter(node.kind for node in graph.nodes)
    in_order = {kind: counts[kind] for kind in KINDS if counts[kind]}
    return Summary(graph.documents, in_order, len(graph.relationships), graph.notices)


def assemble(inputs: Sequence[Path], *, progress: Progress | None = None, leaving_out: Path | None = None) -> Graph:
    """The graph of these documents and folders, not yet written anywhere.

    Raises:
        DocumentError: where a named file is missing or cannot be read.
        DecisionError: where a folder's decisions are written wrongly, cannot be checked, or contradict one another.
        WorkspaceError: where there is nothing to read.
    """
    notices: list[Notice] = []
    files = list(_files(inputs, notices, leaving_out))
    register = Register.bundled()
    claims: list[Claims] = []
    sources: list[Source] = []
    documents: dict[str, Document] = {}
    for number, file in enumerate(files, start=1):
        if progress:
            progress(f"reading {number} of {len(files)}: {file.name}")
        document = _read(file, notices)
        if document is not None:
            found = read_claims(document, register)
            claims.append(found)
            documents[document.path] = document
            sources.append(Source(document.path, document.format, document.sha256, document.pages))
            notices += [*document.notices, *_silent(found)]
    if not sources:
        where = ", ".join(str(path) for path in inputs)
        raise WorkspaceError(f"{where}: nothing here can be read; put documents there, or name them")
    decisions = [decision for path in inputs if path.is_dir() for decision in read_decisions(path)]
    return resolve([*claims, *added(decisions, documents)], sources, register, notices, decisions)


def _silent(found: Claims) -> Iterator[Notice]:
    """A notice for a document that gave no claim, so that nobody takes its silence for an answer."""
    if not found.claims:
        yield Notice(found.document, "", "no action plan was found in it, and it added nothing to the graph", "skipped")


def _files(inputs: Sequence[Path], notices: list[Notice], leaving_out: Path | None) -> Iterator[_Input]:
    """The files to read, each once, in the order of their names."""
    found: dict[Path, _Input] = {}
    for path in inputs:
        if path.is_dir():
            for file in sorted(path.rglob("*"), key=lambda file: file.relative_to(path).as_posix()):
                name = file.relative_to(path).as_posix()
                hidden = any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
                own = file.parent == path and file.name in {DECISIONS, SETTINGS}
                if (
                    file.is_file()
                    and not hidden
                    and not own
                    and file.resolve() != (leaving_out and leaving_out.resolve())
                ):
                    if readable(file):
                        found.setdefault(file.resolve(), _Input(file, name, asked=False))
                    else:
                        notices.append(
                            Notice(
                                name, "", f"files of the kind {file.suffix or 'without ending'} are not read", "skipped"
                            )
                        )
        else:
            found[path.resolve()] = _Input(path, path.name, asked=True)
    yield from _told_apart(sorted(found.values(), key=lambda file: (file.name, str(file.path))))


def _told_apart(files: Sequence[_Input]) -> Iterator[_Input]:
    """The files with names that differ: those of one name take their folder's along."""
    often = Counter(file.name for file in files)
    for file in files:
        name = f"{file.path.resolve().parent.name}/{file.name}" if often[file.name] > 1 else file.name
        yield _Input(file.path, name, file.asked)


def _read(file: _Input, notices: list[Notice]) -> Document | None:
    try:
        return read(file.path, file.name)
    except DocumentError as error:
        if file.asked:
            raise
        notices.append(Notice(file.name, "", str(error), "skipped"))
        return None
