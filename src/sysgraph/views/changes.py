"""Changes between two graphs, as a terminal shows them and for other programs."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sysgraph.views.console import WIDTH, cite, cut, plain, wrap
from sysgraph.views.tables import EVIDENCE, cited, csv_text, escaped, evidence_cells, json_text, markdown_row

if TYPE_CHECKING:
    from sysgraph.changes import Change

Style = Callable[[str], str]

_COLUMNS = ("what", "kind", "about", "before", "after")
_ONE_SIDED = frozenset({"new", "dropped", "came", "went", "line came", "line went"})


def show_changes(found: "Sequence[Change]", *, columns: int = WIDTH, dim: Style = str) -> Iterator[str]:
    """The lines of a comparison: by what changed, how it was and is, and the evidence of both sides."""
    from sysgraph.changes import WHATS

    for what, group in groupby(found, lambda one: one.what):
        several = list(group)
        yield f"{WHATS[what]} ({len(several)})"
        for one in several:
            yield f"  - {cut(plain(one.about), columns - 4)}"
            yield from _two_sides(one, columns)
            yield from (dim(f"      was  {cite(it, columns - 11)}") for it in one.old_evidence[:1])
            yield from (dim(f"      is   {cite(it, columns - 11)}") for it in one.new_evidence[:1])
        yield ""
    yield f"{len(found)} change{'' if len(found) == 1 else 's'}" if found else "Nothing changed."


def _two_sides(one: "Change", columns: int) -> Iterator[str]:
    """How it was and how it is, where the change is not that it came or went."""
    if one.what in _ONE_SIDED:
        return
    was, now = plain(one.before) or "nothing", plain(one.after) or "nothing"
    yield from (f"    {line}" for line in wrap(f"{cut(was, 2 * columns)} → {cut(now, 2 * columns)}", columns - 4))


def as_json(found: "Sequence[Change]") -> str:
    """A list of changes, each with what, kind, about, before, after, and the evidence of both sides."""
    rows = [
        {
            **{name: getattr(one, name) for name in _COLUMNS},
            "old_evidence": [it.as_json() for it in one.old_evidence],
            "new_evidence": [it.as_json() for it in one.new_evidence],
        }
        for one in found
    ]
    return json_text(rows)


def as_csv(found: "Sequence[Change]") -> str:
    """One line for each change, with the evidence of the old side and then of the new one."""
    header = [*_COLUMNS, *(f"{side}_{name}" for side in ("old", "new") for name in EVIDENCE)]
    rows = (
        [
            *(getattr(one, name) for name in _COLUMNS),
            *evidence_cells(one.old_evidence),
            *evidence_cells(one.new_evidence),
        ]
        for one in found
    )
    return csv_text(header, rows)


def as_markdown(found: "Sequence[Change]") -> str:
    """A heading, and a table for each sort of change, its last columns the evidence of both sides."""
    from sysgraph.changes import WHATS

    lines = ["# What changed", ""]
    for what, group in groupby(found, lambda one: one.what):
        lines += [f"## {WHATS[what]}", "", markdown_row(["About", "Was", "Is", "Evidence before", "Evidence now"])]
        lines.append(markdown_row(["---"] * 5))
        for one in group:
            sides = ("<br>".join(escaped(cited(it)) for it in side) for side in (one.old_evidence, one.new_evidence))
            lines.append(
                markdown_row([escaped(one.about), escaped(one.before or ""), escaped(one.after or ""), *sides])
            )
        lines.append("")
    return "\n".join(lines if found else [*lines, "Nothing changed.", ""])
