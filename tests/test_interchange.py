import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sysgraph import __version__
from sysgraph.errors import StoreError, SysgraphError, VocabularyError
from sysgraph.interchange import from_json, to_json, write_json, write_jsonl
from sysgraph.model import Graph
from tests import builders
from tests.builders import example

EVIDENCE_KEYS = [
    "document", "page", "printed_page", "sheet", "slide", "heading", "cell", "start", "end", "quote", "rule", "source",
]  # fmt: skip


def written(graph: Graph) -> str:
    stream = io.StringIO()
    write_json(graph, stream)
    return stream.getvalue()


def test_the_form_names_its_version_and_has_every_section_of_the_graph() -> None:
    data = to_json(example())
    assert list(data) == ["sysgraph", "documents", "nodes", "relationships", "notices"]
    assert data["sysgraph"] == __version__
    assert [one["id"] for one in data["nodes"]] == [one.id for one in example().nodes]
    assert [one["id"] for one in data["relationships"]] == [one.id for one in example().relationships]
    assert data["notices"][0]["where"] == "page 4, table 1, row 7"


def test_a_relationship_stands_with_its_flat_evidence() -> None:
    (owns,) = [one for one in to_json(example())["relationships"] if one["type"] == "OWNS"]
    assert list(owns) == ["id", "source", "type", "target", "attributes", "evidence"]
    assert (owns["source"], owns["target"]) == (builders.ANN.id, builders.FIRST.id)
    assert [list(one) for one in owns["evidence"]] == [EVIDENCE_KEYS] * 2
    assert [one["page"] for one in owns["evidence"]] == [3, 9]


def test_a_node_stands_with_its_aliases_attributes_and_evidence() -> None:
    (action,) = [one for one in to_json(example())["nodes"] if one["id"] == builders.SECOND.id]
    assert action == {
        "id": builders.SECOND.id,
        "kind": "Action",
        "name": "6.2 Agree a protocol for choice",
        "aliases": [],
        "attributes": {
            "flags": ["late", "unowned"],
            "owner_status": "missing",
            "ref": "6.2",
            "see": None,
            "text": "Agree a protocol for choice",
        },
        "evidence": [dict(builders.SECOND.evidence[0].as_json())],
    }


def test_what_is_written_is_what_the_form_says_each_record_on_its_own_line() -> None:
    text = written(example())
    assert json.loads(text) == to_json(example())
    records = [line for line in text.splitlines() if line.startswith('{"id"')]
    assert len(records) == len(example().nodes) + len(example().relationships)
    assert written(example()) == text


def test_an_empty_graph_is_written_and_read() -> None:
    assert from_json(json.loads(written(Graph((), (), ())))) == Graph((), (), ())


def test_the_graph_comes_back_sorted_whatever_the_order_of_the_form() -> None:
    data = to_json(example())
    data["nodes"].reverse()
    data["relationships"].reverse()
    assert from_json(json.loads(json.dumps(data))) == example()


def test_json_lines_have_one_record_each_and_say_what_it_is() -> None:
    stream = io.StringIO()
    write_jsonl(example(), stream)
    first, *records = map(json.loads, stream.getvalue().splitlines())
    assert first == {"record": "sysgraph", "version": __version__}
    data = to_json(example())
    for section in ("document", "node", "relationship", "notice"):
        expected = [{"record": section, **one} for one in data[f"{section}s"]]
        assert [one for one in records if one["record"] == section] == expected


def changed(section: str, **changes: Any) -> dict[str, Any]:
    data = to_json(example())
    for name, value in changes.items():
        if value is ...:
            del data[section][0][name]
        else:
            data[section][0][name] = value
    return data


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (None, StoreError, "not the interchange form"),
        ([], StoreError, "not the interchange form"),
        ({"sysgraph": "1", "nodes": []}, StoreError, "relationships: Field required"),
        (changed("nodes", name=...), StoreError, r"nodes\[0\]\.name: Field required"),
        (changed("nodes", kind="Ghost"), VocabularyError, "Ghost is no kind of node"),
        (changed("nodes", kind="Document"), VocabularyError, "Document is no kind of node"),
        (changed("nodes", colour="red"), StoreError, r"nodes\[0\]\.colour: Extra inputs are not permitted"),
        (changed("nodes", id=""), StoreError, r"nodes\[0\]\.id: String should have at least 1 character"),
        (changed("nodes", attributes={"a": {"b": 1}}), StoreError, r"nodes\[0\]\.attributes\.a: a value is text"),
        (changed("nodes", attributes={"a": ["b", 1]}), StoreError, r"nodes\[0\]\.attributes\.a: a value is text"),
        (changed("nodes", attributes={"a": float("nan")}), StoreError, r"nodes\[0\]\.attributes\.a: a value is text"),
        (changed("nodes", aliases="MC"), StoreError, r"nodes\[0\]\.aliases: Input should be a valid list"),
        (changed("nodes", id=example().nodes[1].id), StoreError, "stands 2 times in the graph"),
        (changed("relationships", evidence=[]), StoreError, r"relationships\[0\]\.evidence"),
        (changed("relationships", type="LIKES"), VocabularyError, "there is no relationship LIKES"),
        (changed("relationships", type="SUCCEEDS"), VocabularyError, "SUCCEEDS does not lead from"),
        (changed("relationships", source="nobody"), StoreError, "its end nobody is not among the nodes"),
        (changed("documents", pages="12"), StoreError, r"documents\[0\]\.pages: Input should be a valid integer"),
    ],
)
def test_what_is_not_the_form_is_refused_and_where_is_said(
    data: object, error: type[SysgraphError], message: str
) -> None:
    with pytest.raises(error) as caught:
        from_json(data)
    assert re.search(message, str(caught.value))
    assert "\n" not in str(caught.value)


def test_several_mistakes_are_counted() -> None:
    with pytest.raises(StoreError, match=r"nodes\[0\].id: Field required \(and 1 more\)"):
        from_json(changed("nodes", id=..., name=...))


def test_the_scorer_reads_what_is_written(shared: Path, tmp_path: Path) -> None:
    made = tmp_path / "graph.json"
    made.write_text(written(example()), encoding="utf-8")
    gold = shared / "gold" / "stoke-on-trent-improvement-plan-2018.json"
    command = [sys.executable, str(shared / "gold" / "score.py"), "plan", str(gold), str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "extra 3" in done.stdout
