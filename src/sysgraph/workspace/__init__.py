"""Building a graph out of documents: the only place where the stages meet."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sysgraph
from sysgraph.documents import ENDINGS, read
from sysgraph.errors import DocumentError, WorkspaceError
from sysgraph.extraction import read_claims
from sysgraph.model import Claims, Document, Graph, Node, Notice, Relationship, Source
from sysgraph.register import Register
from sysgraph.resolution import added, resolve
from sysgraph.store.sqlite_write import write
from sysgraph.vocabulary import KINDS
from sysgraph.workspace.files import Places, read_decisions
from sysgraph.workspace.inputs import Input, find_inputs

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build read and made: its documents, how many nodes of each kind, and what the reader should know.

    What the register alone adds (who took over from a body that is closed) is not counted.
    """

    documents: tuple[Source, ...]
    counts: Mapping[str, int]
    relationships: int
    notices: tuple[Notice, ...]


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
    counts = Counter(node.kind for node in graph.nodes if _is_read(node))
    in_order = {kind: counts[kind] for kind in KINDS if counts[kind]}
    return Summary(graph.documents, in_order, sum(map(_is_read, graph.relationships)), graph.notices)


def _is_read(one: Node | Relationship) -> bool:
    """Whether documents or people say it, and not the register alone."""
    return not one.evidence or any(evidence.source != "register" for evidence in one.evidence)


def assemble(inputs: Sequence[Path], *, progress: Progress | None = None, leaving_out: Path | None = None) -> Graph:
    """The graph of these documents and folders, not yet written anywhere.

    Raises:
        DocumentError: where a named file is missing or cannot be read.
        DecisionError: where a folder's decisions are written wrongly, cannot be checked, or contradict one another.
        WorkspaceError: where there is nothing to read, or a `sysgraph.toml` is written wrongly.
    """
    chosen = find_inputs(inputs, leaving_out)
    files, notices = chosen.files, list(chosen.notices)
    folders = [path for path in inputs if path.is_dir()]
    register, places = Register.bundled(), Places(folders)
    claims: list[Claims] = []
    sources: list[Source] = []
    documents: dict[str, Document] = {}
    for number, file in enumerate(files, start=1):
        if progress:
            progress(f"reading {number} of {len(files)}: {file.name}")
        document = _read(file, notices)
        if document is not None:
            found = read_claims(document, register, places.of(file.path))
            claims.append(found)
            documents[document.path] = document
            sources.append(Source(document.path, document.format, document.sha256, document.pages))
            notices += [*document.notices, *_silent(found)]
    if not sources:
        raise _nothing(inputs, notices)
    decisions = [decision for folder in folders for decision in read_decisions(folder)]
    return resolve([*claims, *added(decisions, documents)], sources, register, notices, decisions)


def _silent(found: Claims) -> Iterator[Notice]:
    """A notice for a document that gave no claim, so that nobody takes its silence for an answer."""
    if not found.claims:
        yield Notice(found.document, "", "no action plan was found in it, and it added nothing to the graph", "skipped")


def _nothing(inputs: Sequence[Path], notices: Sequence[Notice]) -> WorkspaceError:
    """The error of a build that has nothing to read, with the first of the files that were passed over."""
    if not inputs:
        return WorkspaceError("nothing was named that could be read; name documents or folders")
    where = ", ".join(str(path) for path in inputs)
    first = next((f" (passed over: {one.document}: {one.what})" for one in notices), "")
    return WorkspaceError(f"{where}: nothing here can be read{first}; put documents there ({ENDINGS}), or name them")


def _read(file: Input, notices: list[Notice]) -> Document | None:
    try:
        return read(file.path, file.name)
    except DocumentError as error:
        if file.asked:
            raise
        # Where the folder lies is no part of the graph: the same documents elsewhere are the same graph.
        what = str(error).removeprefix(f"{file.path}: ").removeprefix(f"{file.name}: ")
        notices.append(Notice(file.name, "", what, "skipped"))
        return None
