"""Building a graph out of documents: the only place where the stages meet."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import sysgraph
from sysgraph.documents import ENDINGS
from sysgraph.errors import WorkspaceError
from sysgraph.model import Graph, Node, Notice, Relationship, Source
from sysgraph.resolution import added, resolve
from sysgraph.resources import cache_folder
from sysgraph.store.sqlite_write import write
from sysgraph.vocabulary import KINDS
from sysgraph.workspace.executors import Means
from sysgraph.workspace.files import Places, read_decisions
from sysgraph.workspace.inputs import find_inputs
from sysgraph.workspace.reading import Order, Progress, read_all
from sysgraph.workspace.task import Read, register

__all__ = ["Means", "Progress", "Summary", "assemble", "build", "cache_folder"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build read and made: its documents, how many nodes of each kind, and what the reader should know.

    What the register alone adds (who took over from a body that is closed) is not counted.
    """

    documents: tuple[Source, ...]
    counts: Mapping[str, int]
    relationships: int
    notices: tuple[Notice, ...]


def build(
    inputs: Sequence[Path], output: Path, *, means: Means | None = None, progress: Progress | None = None
) -> Summary:
    """The summary of a build that read these documents and folders into one graph file.

    The file appears when all is done, or not at all. A file that was named must be readable; in a folder what cannot be
    read is passed over and told in the notices. `means` says how to read, and makes no difference to the graph.

    Raises:
        DocumentError: where a named file is missing or cannot be read.
        WorkspaceError: where there is nothing to read, or the output cannot be written.
    """
    graph = assemble(inputs, means=means, progress=progress, leaving_out=output)
    write(graph, output, {"version": sysgraph.__version__})
    counts = Counter(node.kind for node in graph.nodes if _is_read(node))
    in_order = {kind: counts[kind] for kind in KINDS if counts[kind]}
    return Summary(graph.documents, in_order, sum(map(_is_read, graph.relationships)), graph.notices)


def _is_read(one: Node | Relationship) -> bool:
    """Whether documents or people say it, and not the register alone."""
    return not one.evidence or any(evidence.source != "register" for evidence in one.evidence)


def assemble(
    inputs: Sequence[Path],
    *,
    means: Means | None = None,
    progress: Progress | None = None,
    leaving_out: Path | None = None,
) -> Graph:
    """The graph of these documents and folders, not yet written anywhere.

    Raises:
        DocumentError: where a named file is missing or cannot be read.
        DecisionError: where a folder's decisions are written wrongly, cannot be checked, or contradict one another.
        WorkspaceError: where there is nothing to read, or a `sysgraph.toml` is written wrongly.
    """
    chosen = find_inputs(inputs, leaving_out)
    folders = [path for path in inputs if path.is_dir()]
    places = Places(folders)
    decisions = [decision for folder in folders for decision in read_decisions(folder)]
    quoted = {decision.document for decision in decisions if decision.what == "add"}
    orders = [Order(file, places.of(file.path), file.name in quoted) for file in chosen.files]
    found = read_all(orders, means or Means(), progress)
    notices = [*chosen.notices, *chain.from_iterable(map(_told, found))]
    read = [one for one in found if isinstance(one, Read)]
    if not read:
        raise _nothing(inputs, notices)
    documents = {one.document.path: one.document for one in read if one.document}
    sources = [one.reading.source for one in read]
    claims = [one.reading.claims for one in read]
    claims += added(decisions, documents, [source.path for source in sources])
    return resolve(claims, sources, register(), notices, decisions)


def _told(found: Read | Notice) -> Iterator[Notice]:
    """What the reader should know of one file; where it gave no claim too, so that nobody takes its silence for one."""
    if isinstance(found, Notice):
        yield found
        return
    yield from found.reading.notices
    if not found.reading.claims.claims:
        what = "no action plan was found in it, and it added nothing to the graph"
        yield Notice(found.reading.source.path, "", what, "skipped")


def _nothing(inputs: Sequence[Path], notices: Sequence[Notice]) -> WorkspaceError:
    """The error of a build that has nothing to read, with the first of the files that were passed over."""
    if not inputs:
        return WorkspaceError("nothing was named that could be read; name documents or folders")
    where = ", ".join(str(path) for path in inputs)
    first = next((f" (passed over: {one.document}: {one.what})" for one in notices), "")
    return WorkspaceError(f"{where}: nothing here can be read{first}; put documents there ({ENDINGS}), or name them")
