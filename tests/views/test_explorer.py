import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest

from sysgraph.errors import InstallationError
from sysgraph.model import Graph
from sysgraph.questions.catalogue import gap_shelf
from sysgraph.questions.gaps import Gap
from sysgraph.views import explorer
from sysgraph.views.explorer import page, write_page
from sysgraph.views.facts import Extras
from sysgraph.views.plainly import position_in_words
from sysgraph.vocabulary import RELATIONSHIPS
from tests.builders import BOARD, FIRST, IMPROVEMENT, PLAN, cite, example, fact, graph, node

HOSTILE = "</script><img src=x onerror=alert(1)><!-- &lt;b&gt; \u2028 'quoted' \"name\" ${title}"


class _Page(HTMLParser):
    """The tags, the attributes and the texts of scripts and styles of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.blocks: dict[str, str] = {}
        self._open = ""
        self._id = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._open = tag
        self._id = dict(attrs).get("id") or ""

    def handle_endtag(self, tag: str) -> None:
        self._open = self._id = ""

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open, []).append(data)
        if self._open == "script" and self._id:
            self.blocks[self._id] = data


@pytest.fixture(scope="module")
def written() -> _Page:
    return _Page(page(example(), title="Marlbrook"))


def _facts(text: str) -> Any:
    return json.loads(_Page(text).blocks["facts-data"])


def _hostile() -> Graph:
    action = node("Action", HOSTILE, HOSTILE + "!", text=HOSTILE, evidence=[cite(f"an action {HOSTILE}")])
    return graph(
        [action, BOARD], [fact(BOARD, "OVERSEES", action, cite(f"overseen {HOSTILE}", document=f"{HOSTILE}.txt"))]
    )


def test_no_attribute_sends_the_browser_anywhere(written: _Page) -> None:
    addresses = [value for _, name, value in written.attributes if name in ("src", "href", "action", "data", "srcset")]
    assert addresses
    assert all(value.startswith("#") for value in addresses)
    assert not [value for _, _, value in written.attributes if "http:" in value or "https:" in value]
    assert not [tag for tag, _, _ in written.attributes if tag in ("link", "iframe", "object", "embed", "base", "form")]


def test_nothing_is_run_from_an_attribute(written: _Page) -> None:
    assert not [name for _, name, _ in written.attributes if name.startswith("on") or name == "style"]


def test_the_policy_allows_these_scripts_and_this_style_and_nothing_else(written: _Page) -> None:
    policy = next(value for _, name, value in written.attributes if name == "content" and "default-src" in value)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    run = [text for text in written.texts["script"] if text not in written.blocks.values()]
    assert rules["script-src"].split() == [_digest(text) for text in run]
    assert rules["style-src"].split() == [_digest(text) for text in written.texts["style"]]


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_drawing_library_keeps_its_licence_note(written: _Page) -> None:
    drawing = next(text for text in written.texts["script"] if "vis-network" in text)
    assert "@version 9.1.2" in drawing
    assert re.search(r"@copyright \(c\) 2011-2017 Almende B\.V.*@license.*The MIT License", drawing, re.DOTALL)
    assert "sourceMappingURL" not in drawing
    told = " ".join(" ".join(written.texts["p"]).split())
    assert "Permission is hereby granted, free of charge" in told


def test_what_documents_say_stays_inside_the_data_blocks() -> None:
    text = page(_hostile(), title=HOSTILE)
    assert [tag for tag, _, _ in _Page(text).attributes if tag == "img"] == []
    assert _Page(text).blocks.keys() == {"network-data", "facts-data"}
    for block in _Page(text).blocks.values():
        assert not set(block) & set("<>&\u2028\u2029")
        assert block.isascii()


def test_hostile_words_come_out_as_they_were_read() -> None:
    told = _facts(page(_hostile(), title="Marlbrook"))
    action = next(one for one in told["nodes"] if one["kind"] == "Action")
    assert action["aliases"] == [HOSTILE + "!"]
    assert f"overseen {HOSTILE}" in [one["quote"] for one in told["evidence"]]
    assert f"{HOSTILE}.txt, page 1, under “Actions”" in [one["where"] for one in told["evidence"]]


def test_every_relationship_brings_all_its_evidence(written: _Page) -> None:
    told = json.loads(written.blocks["facts-data"])
    listed = {one["id"]: [told["evidence"][number] for number in one["evidence"]] for one in told["relationships"]}
    assert listed.keys() == {one.id for one in example().relationships}
    for one in example().relationships:
        assert [(said["quote"], said["where"], said["rule"]) for said in listed[one.id]] == [
            (evidence.quote, position_in_words(evidence), evidence.rule) for evidence in one.evidence
        ]


def test_gaps_come_with_their_rule_and_what_they_rest_on() -> None:
    rule = next(one for one in gap_shelf().all() if one.code == "GOV01")
    gap = Gap(rule, BOARD, "reports nowhere", {}, (cite("Health and Wellbeing Board"),))
    told = _facts(page(example(), title="Marlbrook", extras=Extras((gap,))))
    assert [(one["code"], one["node"], one["says"]) for one in told["gaps"]] == [("GOV01", BOARD.id, "reports nowhere")]
    assert [told["evidence"][at]["quote"] for at in told["gaps"][0]["evidence"]] == ["Health and Wellbeing Board"]
    assert [(one["code"], one["severity"]) for one in told["rules"]] == [("GOV01", rule.header.severity)]
    assert told["rules"][0]["remedy"] == " ".join(rule.remedy.split())


def test_only_documents_whose_place_is_known_are_linked_and_at_their_page() -> None:
    told = _facts(page(example(), title="Marlbrook", extras=Extras(links={PLAN: "./plan.pdf"})))
    linked = {one["document"]: one["link"] for one in told["evidence"] if one["link"]}
    assert linked.keys() == {PLAN}
    assert all(one["link"].startswith("./plan.pdf#page=") for one in told["evidence"] if one["document"] == PLAN)


def test_a_passage_that_several_facts_rest_on_is_written_once(written: _Page) -> None:
    told = json.loads(written.blocks["facts-data"])
    passages = [tuple(one.values()) for one in told["evidence"]]
    assert len(passages) == len(set(passages))


def test_relationships_are_read_as_the_vocabulary_reads_them(written: _Page) -> None:
    told = {one["name"]: one for one in json.loads(written.blocks["facts-data"])["types"]}
    assert told.keys() == {one.type for one in example().relationships}
    for name, one in told.items():
        assert (one["reading"], one["inverse"]) == (RELATIONSHIPS[name].reading, RELATIONSHIPS[name].inverse)
    assert told["REPORTS_TO"]["verb"] == "reports to"


def test_attributes_are_in_plain_words(written: _Page) -> None:
    told = {one["id"]: one for one in json.loads(written.blocks["facts-data"])["nodes"]}
    assert ["Due", "April 2018"] in told[FIRST.id]["attributes"]
    assert ["Date", "19 March 2018"] in told[IMPROVEMENT.id]["attributes"]
    keys = {label for one in told.values() for label, _ in one["attributes"]}
    assert not [label for label in keys if "_" in label or label[:1].islower()]


def test_the_first_screen_leaves_out_the_kinds_that_come_in_crowds(written: _Page) -> None:
    told = {one["name"]: one["first"] for one in json.loads(written.blocks["facts-data"])["kinds"]}
    assert told["Board"]
    assert told["Theme"]
    assert not [kind for kind in ("Action", "Finding", "Meeting", "Person") if told[kind]]


def test_the_same_graph_is_the_same_page_byte_for_byte(tmp_path: Path) -> None:
    for name in ("one.html", "other.html"):
        write_page(example(), tmp_path / name, title="Marlbrook")
    one, other = ((tmp_path / name).read_bytes() for name in ("one.html", "other.html"))
    assert one == other
    assert b"\r" not in one


def test_a_page_is_utf8_and_says_so(tmp_path: Path) -> None:
    write_page(example(), tmp_path / "page.html", title="Marlbrook – “system”")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert '<meta charset="utf-8">' in text[:120]
    assert "<title>Marlbrook – “system”</title>" in text


def test_the_title_is_text(written: _Page) -> None:
    text = page(graph([BOARD]), title="<b>Ours & theirs</b>")
    assert "<title>&lt;b&gt;Ours &amp; theirs&lt;/b&gt;</title>" in text


def test_an_empty_graph_has_a_page() -> None:
    told = _facts(page(Graph((), (), ()), title="Nothing"))
    assert told["nodes"] == []
    assert told["glance"]["summary"] == "Nothing: 0 relationships read from 0 documents"


def test_a_missing_library_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    elsewhere = ModuleSpec("pyvis", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(explorer, "find_spec", lambda name: elsewhere)
    with pytest.raises(InstallationError, match=r"vis-network\.min\.js of pyvis 0\.3\.2, .* pip install"):
        page(graph([BOARD]), title="Marlbrook")


def test_scripts_stay_as_small_as_modules() -> None:
    overgrown = [path.name for path in _scripts() if len(path.read_text(encoding="utf-8").splitlines()) > 300]
    assert not overgrown


def test_scripts_never_turn_text_into_markup() -> None:
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|DOMParser|fetch\(|XMLHttp")
    assert {path.name: forbidden.findall(path.read_text(encoding="utf-8")) for path in _scripts()} == {
        path.name: [] for path in _scripts()
    }


def _scripts() -> Iterator[Path]:
    folder = Path(explorer.__file__).parent / "templates"
    found = sorted(folder.glob("*.js"))
    assert found
    return iter(found)
