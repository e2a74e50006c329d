"""What a build says at its end: what was read, what came of it, what the reader should know about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysgraph.views.console import WIDTH, plain, wrap
from sysgraph.vocabulary import KINDS

if TYPE_CHECKING:
    from sysgraph.workspace import Summary

MOST_NOTICES = 20


def summarised(summary: "Summary", most: int | None = MOST_NOTICES) -> Iterator[str]:
    """The lines of a summary, with at most so many of its notices (None: all of them)."""
    counts = [(count, KINDS[kind]) for kind, count in summary.counts.items() if count]
    documents = len(summary.documents)
    yield f"{documents} document{'' if documents == 1 else 's'} read"
    told = (f"{count} {kind.plural if count != 1 else kind.singular}" for count, kind in counts)
    yield from wrap(f"{', '.join(told)}; {summary.relationships} relationships", WIDTH)
    notices = summary.notices
    if not notices:
        return
    yield ""
    yield f"{len(notices)} thing{'' if len(notices) == 1 else 's'} to know about the reading:"
    for notice in notices[:most]:
        where = ", ".join(filter(None, (notice.document, notice.where)))
        first, *others = wrap(plain(f"{notice.kind}: {where}: {notice.what}"), WIDTH - 4)
        yield f"  - {first}"
        yield from (f"    {line}" for line in others)
    if most is not None and len(notices) > most:
        yield f"  and {len(notices) - most} more: --all-notices shows them"
