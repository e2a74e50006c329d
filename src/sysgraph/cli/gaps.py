"""`sysgraph gaps`: what every rule of the catalogue finds."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, answering, as_of_option, day, opened, own_pages, queries_option
from sysgraph.cli.output import emit, emit_lines
from sysgraph.errors import QuestionError

if TYPE_CHECKING:
    from sysgraph.questions.catalogue import Question
    from sysgraph.questions.gaps import Report

_SEVERITIES = ("error", "warning", "note")
_SOME_FOUND = 1


@click.command("gaps", epilog="Example: sysgraph gaps --select ACT,GOV03 --severity warning --format md -o gaps.md")
@click.option("--select", metavar="CODES", help="Only these rules: codes or families of them (ACT,GOV03).")
@click.option("--ignore", metavar="CODES", help="All but these.")
@click.option("--severity", type=click.Choice(_SEVERITIES), help="Only gaps as grave as this, or graver.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A rule's own limit; see explain CODE.")
@click.option(
    "--new-since", type=click.Path(path_type=Path), metavar="OLD", help="Only what this older graph does not have."
)
@click.option("--fail-on", type=click.Choice(_SEVERITIES), help="End with status 1 where a gap is as grave as this.")
@click.option("--waived", is_flag=True, help="Show the gaps that people waived, too.")
@click.option("--list", "listing", is_flag=True, help="List the rules instead.")
@click.option(
    "--first", "most", type=click.IntRange(min=1), metavar="N", help="Only so many gaps of each rule, and how many."
)
@as_of_option
@queries_option
@answering("table", "json", "csv", "md", "sarif")
@click.pass_context
def command(context: click.Context, /, how: How, *, listing: bool, fail_on: str | None, **given: object) -> None:
    """Show what is missing, late or at odds, by rules.

    What people have waived in decisions.yaml is left out until the waiver lapses. What is absent is absent from the
    documents read: the graph cannot know more.
    """
    from sysgraph.questions.catalogue import gap_shelf
    from sysgraph.questions.gaps import Choice, at_least

    choice = Choice(_codes(given["select"]), _codes(given["ignore"]), _word(given["severity"]))
    rules = choice.of(gap_shelf(own_pages(given["queries"], how.address)))
    if listing:
        emit("".join(f"{line}\n" for line in _listed(rules)), how.output)
        return
    report = _reported(rules, how, given)
    _show(report, how, waived=bool(given["waived"]))
    if fail_on and any(at_least(gap.rule, fail_on) for gap in report.gaps):
        context.exit(_SOME_FOUND)


def _reported(rules: "tuple[Question, ...]", how: How, given: Mapping[str, object]) -> "Report":
    from datetime import date

    from sysgraph.questions.gaps import find_gaps, new_since, with_settings

    as_of = day(_word(given["as_of"]))
    today = as_of or date.today().isoformat()
    rules = with_settings(rules, _settings(given["settings"]))
    with opened(how.address) as store:
        most = int(str(given["most"])) if given["most"] else None
        report = find_gaps(store, rules, as_of=as_of, today=today, most=most)
    if given["new_since"]:
        with opened(str(given["new_since"])) as store:
            report = new_since(report, find_gaps(store, rules, as_of=as_of, today=today))
    return report


def _show(report: "Report", how: How, *, waived: bool) -> None:
    if how.form == "table":
        from sysgraph.views.gaps import show_gaps

        emit_lines(lambda columns, dim: show_gaps(report, columns=columns, dim=dim, waived=waived), how.output)
        return
    from sysgraph.views import gap_tables

    shown = report if waived or how.form == "sarif" else report._replace(waived=())
    render = {
        "json": gap_tables.as_json,
        "csv": gap_tables.as_csv,
        "md": gap_tables.as_markdown,
        "sarif": gap_tables.as_sarif,
    }[how.form]
    emit(render(shown), how.output)


def _listed(rules: "tuple[Question, ...]") -> Iterator[str]:
    for rule in sorted(rules, key=lambda rule: rule.code):
        yield f"{rule.code:7}{rule.header.severity:9}{rule.title}"


def _codes(given: object) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in str(given or "").split(","))))


def _word(given: object) -> str | None:
    return None if given is None else str(given)


def _settings(given: object) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one in given if isinstance(given, tuple) else ():
        name, equals, value = str(one).partition("=")
        if not equals:
            raise QuestionError(f"--set {one}: write a setting as NAME=VALUE, like share=0.3")
        found[name.strip()] = value.strip()
    return found
