"""Small plans in the layouts that councils, trusts and boards use, against what a careful reader takes from them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sysgraph.documents import read
from sysgraph.extraction import read_claims
from sysgraph.model import Graph, Node, Source
from sysgraph.register import Register
from sysgraph.resolution import resolve

LAYOUTS = Path(__file__).parent / "layouts"
PLANS = sorted(path for path in LAYOUTS.iterdir() if path.suffix in {".md", ".txt"} and path.name != "README.md")
TITLES = re.compile(r"\b(?:dr|prof|mr|mrs|ms|cllr|councillor|sgt)\b\.? ")
CHECKED = (
    "ref",
    "owner_status",
    "owner_kind",
    "due",
    "due_start",
    "revised",
    "month_rag",
    "on_target_rag",
    "see",
    "shifted",
    "broken",
)


def key(text: str | None) -> str:
    text = re.sub(r"[^a-z0-9]+", " ", (text or "").lower().replace("&", " and ")).strip()
    return TITLES.sub("", re.sub(r"^(the|a|an) ", "", f"{text} ")).strip()


@cache
def register() -> Register:
    return Register.bundled()


@cache
def graph_of(path: Path) -> Graph:
    document = read(path, path.name)
    source = Source(document.path, document.format, document.sha256, document.pages)
    return resolve([read_claims(document, register())], [source], register(), document.notices)


@cache
def expected_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.with_suffix(".expected.yaml").read_text(encoding="utf-8"))
    return found


class Reading:
    """A graph as the expected file looks at it."""

    def __init__(self, graph: Graph) -> None:
        self.nodes = {node.id: node for node in graph.nodes}
        self.relationships = graph.relationships

    def kind(self, kind: str) -> list[Node]:
        return [node for node in self.nodes.values() if node.kind == kind]

    def sources(self, node: Node, type_: str) -> list[Node]:
        return [self.nodes[r.source] for r in self.relationships if r.target == node.id and r.type == type_]

    def targets(self, node: Node, type_: str) -> list[Node]:
        return [self.nodes[r.target] for r in self.relationships if r.source == node.id and r.type == type_]


def names(node: Node) -> set[str]:
    return {key(form) for form in (node.name, *node.aliases)}


def match_sets(wanted: list[str], found: list[Node]) -> list[str]:
    """What is wanted and not found, and what is found and not wanted."""
    free = list(found)
    wrong = []
    for want in wanted:
        hit = next((node for node in free if key(want) in names(node)), None)
        if hit is None:
            wrong.append(f"missing {want!r}")
        else:
            free.remove(hit)
    return wrong + [f"extra {node.name!r}" for node in free]


def problems(path: Path) -> Iterator[str]:
    expected, reading = expected_of(path), Reading(graph_of(path))
    free = reading.kind("Action")
    for want in expected["actions"]:
        same_start = [n for n in free if key(str(n.attributes.get("text"))).startswith(key(want["starts_with"]))]
        same = [n for n in same_start if in_section(n, want, reading)] or same_start
        if not same:
            yield f"{want['starts_with']!r} is no action"
            continue
        best = min(same, key=lambda node: len(list(differences(node, want, reading))))
        free.remove(best)
        yield from (
            f"{want.get('ref') or want['starts_with'][:30]}: {text}" for text in differences(best, want, reading)
        )
    yield from (f"{str(node.attributes.get('text'))[:60]!r} is an action too many" for node in free)
    yield from plan_problems(expected, reading)


def in_section(node: Node, want: dict[str, Any], reading: Reading) -> bool:
    section = want.get("section")
    themes = reading.targets(node, "PART_OF")
    return section is None or any(key(section) in names(t) | {key(str(t.attributes.get("ref")))} for t in themes)


def differences(node: Node, want: dict[str, Any], reading: Reading) -> Iterator[str]:
    skip = set(want.get("skip", ()))
    for name in CHECKED:
        default = False if name in {"shifted", "broken"} else None
        allowed = [want.get(name, default), *want.get(f"{name}_also", ())]
        have = node.attributes.get(name, default)
        if name not in skip and have not in allowed and key(str(have)) not in [key(str(one)) for one in allowed]:
            yield f"{name} is {have!r}, not {allowed[0]!r}"
    for name, type_ in (("owners", "OWNS"), ("operational_leads", "OPERATES"), ("overseen_by", "OVERSEES")):
        if name not in skip:
            yield from (f"{name}: {text}" for text in match_sets(want.get(name, []), reading.sources(node, type_)))
    findings = len(reading.targets(node, "ADDRESSES"))
    if "findings" not in skip and findings != want.get("findings", 0):
        yield f"{findings} findings, not {want.get('findings', 0)}"
    if "section" not in skip and not in_section(node, want, reading):
        yield f"stands under {[t.name for t in reading.targets(node, 'PART_OF')]}, not {want['section']!r}"


def plan_problems(expected: dict[str, Any], reading: Reading) -> Iterator[str]:
    plans = [one for one in expected.get("plans", [expected.get("plan")]) if one]
    have = [n for n in reading.kind("Plan") if reading.sources(n, "PART_OF")] if expected["actions"] else []
    for plan in plans if expected["actions"] else []:
        same = [node for node in have if key(plan["name"]) in key(node.name)]
        if not same:
            yield f"no plan {plan['name']!r}, but {[node.name for node in have]}"
            continue
        if plan.get("date") != same[0].attributes.get("date"):
            yield f"plan dated {same[0].attributes.get('date')!r}, not {plan.get('date')!r}"
        for name, type_ in (("approved_by", "APPROVES"), ("overseen_by", "OVERSEES")):
            yield from (
                f"plan {name}: {text}" for text in match_sets(plan.get(name, []), reading.sources(same[0], type_))
            )
    for theme in expected.get("themes", []):
        same = [node for node in reading.kind("Theme") if key(theme["name"]) in names(node)]
        if not same:
            yield f"no theme {theme['name']!r}"
            continue
        want = [
            *theme.get("leads", []),
            *theme.get("lead_organisations", []),
            *theme.get("lead_people", []),
            *theme.get("reporting_officers", []),
        ]
        yield from (f"theme {theme['name']!r}: {text}" for text in match_sets(want, reading.sources(same[0], "LEADS")))


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_a_plan_in_this_layout_is_read_as_a_careful_officer_reads_it(path: Path) -> None:
    assert list(problems(path)) == []


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_what_is_no_action_in_this_layout_does_not_become_one(path: Path) -> None:
    texts = [key(str(node.attributes.get("text"))) for node in graph_of(path).nodes if node.kind == "Action"]
    beginnings = [key(words) for words in expected_of(path).get("not_actions", [])]
    assert [text for text in texts if any(text.startswith(words) for words in beginnings if words)] == []


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_every_fact_of_this_layout_cites_words_that_stand_in_the_document(path: Path) -> None:
    document = read(path, path.name)
    texts = [passage.text for passage in document.passages()]
    for relationship in graph_of(path).relationships:
        for evidence in relationship.evidence:
            assert any(text[evidence.start : evidence.end] == evidence.quote for text in texts), evidence.quote


def statuses(path: Path) -> dict[str, bool]:
    actions = [node.attributes for node in graph_of(path).nodes if node.kind == "Action"]
    return {str(action["text"]): bool(action["complete"]) for action in actions}


def test_what_a_status_says_of_completion_follows_the_plans_own_words(tmp_path: Path) -> None:
    rows = (("Open a ward", "Green"), ("Close a ward", "Amber"), ("Move a ward", "Blue"), ("Clean a ward", "Not done"))
    table = "\n".join(f"| {text} | Ward Manager | May 2024 | {status} |" for text, status in rows)
    header = "# Ward action plan\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n"
    plain, keyed = tmp_path / "plain.md", tmp_path / "keyed.md"
    plain.write_text(header + table, encoding="utf-8")
    assert [text for text, done in statuses(plain).items() if done] == ["Move a ward"]
    key = "\n\n| Rating | Meaning |\n|---|---|\n| Green | Complete |\n| Amber | Under way |\n| Blue | Not begun |\n"
    keyed.write_text(header + table + key, encoding="utf-8")
    assert [text for text, done in statuses(keyed).items() if done] == ["Open a ward"]
