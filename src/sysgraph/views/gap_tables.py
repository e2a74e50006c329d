"""Gaps for other programs: JSON, CSV, Markdown, and SARIF 2.1.0 for tools that show findings beside a document."""

from typing import Any

from sysgraph import __version__
from sysgraph.model import Evidence
from sysgraph.questions.catalogue import Question
from sysgraph.questions.gaps import Gap, Report
from sysgraph.views.tables import EVIDENCE, cited, csv_text, escaped, evidence_cells, json_text, markdown_row

_COLUMNS = ("code", "severity", "title", "kind", "name", "says", "waived_until", "waived_by", "waived_because")


def as_json(report: Report) -> str:
    """A list of gaps, each an object with its rule, node, words, the rule's columns, waiver and evidence."""
    return json_text([_gap(gap) for gap in (*report.gaps, *report.waived)])


def as_csv(report: Report) -> str:
    """One line for each gap: rule, node and words, then document, page and quote of its first evidence."""
    rows = [
        [*_cells(gap), *_waiver_cells(gap), *evidence_cells(gap.evidence)] for gap in (*report.gaps, *report.waived)
    ]
    return csv_text([*_COLUMNS, *EVIDENCE], rows)


def as_markdown(report: Report) -> str:
    """A heading, the notes, and one table for each rule that found something, its last column the evidence."""
    lines = ["# Gaps", "", *(line for note in report.notes for line in (escaped(note), ""))]
    found = (*report.gaps, *report.waived)
    for rule in dict.fromkeys(gap.rule for gap in found):
        lines += [f"## {rule.code} {escaped(rule.title)} ({rule.header.severity})", ""]
        lines += [markdown_row(["About", "What", "Evidence"]), markdown_row(["---"] * 3)]
        for gap in found:
            if gap.rule == rule:
                words = escaped(gap.says) + (f" (waived by {escaped(gap.waiver.who)})" if gap.waiver else "")
                evidence = "<br>".join(escaped(cited(one)) for one in gap.evidence)
                lines.append(markdown_row([escaped(gap.node.name), words, evidence]))
        lines += ["", f"*How to put it right:* {escaped(rule.remedy)}", ""]
    if not found:
        lines += ["No gaps.", ""]
    return "\n".join(lines)


def as_sarif(report: Report) -> str:
    """A SARIF log with one run: each rule with its page as help, each gap as a result, waived ones suppressed."""
    rules = [_rule(rule) for rule in report.rules]
    numbers = {rule.code: number for number, rule in enumerate(report.rules)}
    results = [_result(gap, numbers[gap.rule.code]) for gap in (*report.gaps, *report.waived)]
    tool = {"driver": {"name": "sysgraph", "version": __version__, "rules": rules}}
    return json_text(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": tool, "columnKind": "unicodeCodePoints", "results": results}],
        }
    )


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "code": gap.rule.code,
        "rule": gap.rule.name,
        "title": gap.rule.title,
        "severity": gap.rule.header.severity,
        "node": {"id": gap.node.id, "kind": gap.node.kind, "name": gap.node.name},
        "says": gap.says,
        "values": dict(gap.values),
        "waiver": gap.waiver._asdict() if gap.waiver else None,
        "evidence": [one.as_json() for one in gap.evidence],
    }


def _cells(gap: Gap) -> list[str | None]:
    return [gap.rule.code, gap.rule.header.severity, gap.rule.title, gap.node.kind, gap.node.name, gap.says]


def _waiver_cells(gap: Gap) -> list[str | None]:
    return [gap.waiver.until, gap.waiver.who, gap.waiver.why] if gap.waiver else [None] * 3


def _rule(rule: Question) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.asks},
        "help": {"text": f"Why it matters\n\n{rule.why}\n\nHow to put it right\n\n{rule.remedy}"},
        "defaultConfiguration": {"level": rule.header.severity},
    }


def _result(gap: Gap, number: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": gap.rule.code,
        "ruleIndex": number,
        "level": gap.rule.header.severity,
        "message": {"text": f"{gap.node.name}: {gap.says}"},
        "locations": [_location(gap, one) for one in gap.evidence[:1]],
        "relatedLocations": [_location(gap, one) for one in gap.evidence[1:]],
        "partialFingerprints": {"gap/v1": "/".join(gap.identity)},
    }
    if gap.waiver:
        why = f"{gap.waiver.who}, {gap.waiver.when}: {gap.waiver.why}"
        result["suppressions"] = [{"kind": "external", "justification": why}]
    return result


def _location(gap: Gap, evidence: Evidence) -> dict[str, Any]:
    from urllib.parse import quote

    place = {"artifactLocation": {"uri": quote(evidence.document)}}
    logical = {"name": gap.node.name, "kind": gap.node.kind}
    return {"physicalLocation": place, "logicalLocations": [logical], "message": {"text": cited(evidence)}}
