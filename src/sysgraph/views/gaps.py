"""What a terminal shows of gaps: by severity and rule, each with what it says and the evidence beneath it."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from sysgraph.views.console import WIDTH, cite, cut, plain, wrap

if TYPE_CHECKING:
    from sysgraph.questions.gaps import Gap, Report

Style = Callable[[str], str]

_TITLES = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def show_gaps(report: "Report", *, columns: int = WIDTH, dim: Style = str, waived: bool = False) -> Iterator[str]:
    """The lines of a report: its notes, the gaps by severity and rule, how many there are, and how many are waived."""
    for note in report.notes:
        yield from (dim(line) for line in wrap(plain(note), columns))
    for severity, gaps in groupby(report.gaps, lambda gap: gap.rule.header.severity):
        yield from ("", _TITLES[severity or "note"])
        for rule, found in groupby(gaps, lambda gap: gap.rule):
            several = list(found)
            count = report.counts.get(rule.code, 0)
            told = f"the first {len(several)} of {count}" if count > len(several) else str(len(several))
            yield from ("", f"{rule.code}  {rule.title} ({told})")
            shared = len({gap.says for gap in several}) == 1 < len(several)
            if shared:
                yield from (f"  {line}" for line in wrap(f"each: {plain(several[0].says)}", columns - 2))
            for gap in several:
                yield from _shown(gap, columns, dim, says=not shared)
    yield from ("", _summed(report))
    if waived and report.waived:
        yield from ("", "Waived")
        for gap in report.waived:
            yield from _shown(gap, columns, dim)
    elif report.waived:
        yield dim("--waived shows those that people waived.")


def _shown(gap: "Gap", columns: int, dim: Style, *, says: bool = True) -> Iterator[str]:
    yield f"  - {cut(plain(gap.node.name), columns - 4)}"
    yield from (f"    {line}" for line in wrap(plain(gap.says), columns - 4) if says)
    if gap.waiver:
        until = f"until {gap.waiver.until}" if gap.waiver.until else "until somebody takes it back"
        waiver = f"{gap.rule.code} waived {until} by {gap.waiver.who} on {gap.waiver.when}: {gap.waiver.why}"
        yield from (dim(f"    {line}") for line in wrap(plain(waiver), columns - 4))
    yield from (dim(f"      {cite(one, columns - 6)}") for one in gap.evidence[:1])


def _summed(report: "Report") -> str:
    counts = [
        f"{count} {title.lower() if count != 1 else title.lower()[:-1]}"
        for severity, title in _TITLES.items()
        if (count := sum(gap.rule.header.severity == severity for gap in report.gaps))
    ]
    rules = f"{len(report.rules)} rule{'' if len(report.rules) == 1 else 's'} asked"
    hidden = f"; {len(report.waived)} waived" if report.waived else ""
    return f"{', '.join(counts) or 'no gaps'} ({rules}{hidden})"
