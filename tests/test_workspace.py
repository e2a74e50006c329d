"""Building: which files are read, what each is called, what is told, and one clear line for what cannot be built."""

import os
from itertools import permutations
from pathlib import Path

import pytest

from sysgraph.errors import DecisionError, DocumentError, StoreError, SysgraphError, WorkspaceError
from sysgraph.interchange import to_json
from sysgraph.workspace import assemble, build
from tests.written import TITLE, table, written

PLAN = TITLE + table(("1", "Open a ward", "Jo Lee", "May 2019"), ("2", "Hire two staff", "TBC", ""))
OTHER = "# Tarrow Winter Plan\n\n" + table(("1", "Mend the lift", "Sam Holt", "June 2019"))
NO_TEXT = bytes(range(256)) * 4


def files(folder: Path, **texts: str | bytes) -> Path:
    """The folder, with a file for each name (two underscores for a slash, one before the ending)."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read(*inputs: Path) -> list[str]:
    """What evidence calls the documents of a build."""
    return [source.path for source in assemble(inputs).documents]


def told(*inputs: Path) -> set[tuple[str, str]]:
    return {(notice.document, notice.what) for notice in assemble(inputs).notices}


def test_a_build_writes_one_file_and_says_what_was_read_and_made(tmp_path: Path) -> None:
    progress: list[str] = []
    output = tmp_path / "graph.sqlite"
    summary = build([files(tmp_path, papers__plan_md=PLAN) / "papers"], output, progress=progress.append)
    assert output.is_file()
    assert progress == ["reading 1 of 1: plan.md"]
    assert [source.path for source in summary.documents] == ["plan.md"]
    assert dict(summary.counts) == {"Person": 1, "Plan": 1, "Action": 2}
    assert summary.relationships == 3
    assert summary.notices == ()


def test_a_folder_is_read_with_the_folders_in_it_and_documents_are_called_by_their_path(tmp_path: Path) -> None:
    assert read(files(tmp_path, plan_md=PLAN, b__c__plan_txt=OTHER, a__x_MD=OTHER)) == [
        "a/x.MD",
        "b/c/plan.txt",
        "plan.md",
    ]


def test_a_file_that_is_named_is_called_by_its_own_name(tmp_path: Path) -> None:
    assert read(files(tmp_path, deep__down__plan_md=PLAN) / "deep" / "down" / "plan.md") == ["plan.md"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    files(tmp_path, x__a__plan_md=PLAN, y__a__plan_md=OTHER, y__b__other_md=OTHER)
    assert read(tmp_path / "x" / "a" / "plan.md", tmp_path / "y" / "a" / "plan.md") == ["x/a/plan.md", "y/a/plan.md"]
    assert read(tmp_path / "x", tmp_path / "y") == ["b/other.md", "x/a/plan.md", "y/a/plan.md"]


def test_a_longer_name_is_never_that_of_another_file(tmp_path: Path) -> None:
    files(tmp_path, x__plan_md=PLAN, y__plan_md=OTHER, z__x__plan_md=OTHER)
    inputs = [tmp_path / "x" / "plan.md", tmp_path / "y" / "plan.md", tmp_path / "z"]
    names = read(*inputs)
    assert len(set(names)) == 3
    assert all(name.endswith("plan.md") for name in names)


def test_what_is_reached_in_several_ways_is_read_once(tmp_path: Path) -> None:
    files(tmp_path, a__b__plan_md=PLAN)
    ways = [tmp_path, tmp_path / "a", tmp_path / "a" / "b" / "plan.md", tmp_path / "a" / ".." / "a"]
    assert {tuple(read(*inputs)) for inputs in permutations(ways)} == {("a/b/plan.md",)}


def test_the_order_of_the_inputs_makes_no_difference(tmp_path: Path) -> None:
    files(tmp_path, a__plan_md=PLAN, b__plan_md=OTHER, c_md="# Notes\n\nWords.\n", a__empty_txt="")
    unread = ["d.bmp", "e.mp3", "f.psd", "g.iso", "h.gif", "i.png", "j.mov"]
    for number, name in enumerate(unread):
        written(tmp_path, "x", f"{'ab'[number % 2]}/{name}")
    inputs = [tmp_path / "b", tmp_path / "a", tmp_path / "c.md"]
    graphs = [to_json(assemble(order)) for order in permutations(inputs)]
    assert all(graph == graphs[0] for graph in graphs)
    assert [notice["document"] for notice in graphs[0]["notices"]][: len(unread)] == unread


def test_hidden_files_and_the_litter_of_offices_are_left_out_without_a_word(tmp_path: Path) -> None:
    folder = files(tmp_path, plan_md=PLAN)
    for name in (".secret.md", "~$plan.md", ".git/notes.md"):
        written(folder, OTHER, name)
    assert read(folder) == ["plan.md"]
    assert told(folder) == set()


def test_the_output_of_the_build_is_not_one_of_its_inputs(tmp_path: Path) -> None:
    output = files(tmp_path, plan_md=PLAN) / "graph.sqlite"
    assert build([tmp_path], output) == build([tmp_path], output)
    assert build([tmp_path], output).notices == ()


def test_what_a_folder_holds_that_cannot_be_read_is_passed_over_and_told(tmp_path: Path) -> None:
    folder = files(tmp_path, plan_md=PLAN, sheet_gif="x", README="x", empty_txt="", binary_txt=NO_TEXT)
    assert told(folder) == {
        ("sheet.gif", "files of the kind .gif are not read"),
        ("README", "files of the kind without ending are not read"),
        ("empty.txt", "the file is empty; save the document again and build anew"),
        ("binary.txt", "the file is not text (it holds zero bytes); give it the ending of its own format"),
    }


def test_the_folder_that_documents_lie_in_leaves_no_trace_in_the_graph(tmp_path: Path) -> None:
    texts = {"plan_md": PLAN, "empty_txt": "", "a__plan_md": OTHER}
    one, other = files(tmp_path / "one", **texts), files(tmp_path / "two" / "deep", **texts)
    assert to_json(assemble([one])) == to_json(assemble([other]))


def test_a_document_that_adds_nothing_is_told(tmp_path: Path) -> None:
    folder = files(tmp_path, plan_md=PLAN, poem_txt="Roses are red, violets are blue.\n")
    assert [document for document, _ in told(folder)] == ["poem.txt"]


Bad = tuple[dict[str, str | bytes], list[str], type[SysgraphError], list[str]]
MISSING = ["there is no such file", "look at the spelling and the folder"]
BAD: dict[str, Bad] = {
    "a missing file": ({}, ["lost.md"], DocumentError, ["lost.md: ", *MISSING]),
    "a missing folder": ({}, ["lost"], DocumentError, ["lost: ", *MISSING]),
    "a missing file of another kind": ({}, ["lost.gif"], DocumentError, ["lost.gif: ", *MISSING]),
    "a missing file beside a good one": (
        {"plan_md": PLAN},
        ["plan.md", "lost.md"],
        DocumentError,
        ["lost.md: ", *MISSING],
    ),
    "an empty file": ({"empty_txt": ""}, ["empty.txt"], DocumentError, ["empty.txt: the file is empty", "save the"]),
    "a binary file": (
        {"data_txt": NO_TEXT},
        ["data.txt"],
        DocumentError,
        ["data.txt: the file is not text", "give it"],
    ),
    "a file of another kind": ({"a_gif": "x"}, ["a.gif"], DocumentError, ["a.gif: there is no reader", "save it as"]),
    "an empty folder": ({}, ["none"], WorkspaceError, ["none: nothing here can be read", "put documents there"]),
    "a folder with nothing readable": (
        {"more__a_gif": "x", "more__b_txt": ""},
        ["more"],
        WorkspaceError,
        ["more: nothing here can be read", "a.gif: files of the kind .gif are not read", "put documents there ("],
    ),
    "nothing at all": ({}, [], WorkspaceError, ["nothing was named", "name documents or folders"]),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_built_is_one_line_with_what_where_and_what_to_do_and_nothing_is_written(
    tmp_path: Path, case: str
) -> None:
    texts, names, kind, parts = BAD[case]
    (tmp_path / "none").mkdir()
    files(tmp_path, **texts)
    output = tmp_path / "graph.sqlite"
    with pytest.raises(kind) as error:
        build([tmp_path / name for name in names], output)
    said = str(error.value)
    assert all(part in said for part in parts), said
    assert "\n" not in said
    assert not output.exists()


def test_a_failed_build_leaves_the_graph_that_was_there_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "graph.sqlite"
    build([written(tmp_path, PLAN)], output)
    before = output.read_bytes()
    with pytest.raises(DocumentError):
        build([tmp_path / "lost.md"], output)
    assert output.read_bytes() == before


@pytest.mark.parametrize(
    ("output", "said"),
    [("papers", "is a folder"), ("nowhere/graph.sqlite", "there is no folder"), ("plan.md", "is not a graph file")],
)
def test_an_output_that_cannot_be_written_is_one_line_and_changes_nothing(
    tmp_path: Path, output: str, said: str
) -> None:
    plan = files(tmp_path, plan_md=PLAN, papers__x_md=OTHER) / "plan.md"
    with pytest.raises(StoreError, match=said) as error:
        build([plan], tmp_path / output)
    assert "\n" not in str(error.value)
    assert plan.read_text(encoding="utf-8") == PLAN


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "symlink"), reason="links need rights on Windows")
def test_a_link_is_read_as_what_it_leads_to_and_one_that_leads_nowhere_is_missing(tmp_path: Path) -> None:
    plan = written(tmp_path, PLAN, "deep/plan.md")
    link, loop = tmp_path / "link.md", tmp_path / "loop.md"
    link.symlink_to(plan)
    loop.symlink_to(loop)
    assert read(link, plan) == ["plan.md"]
    with pytest.raises(DocumentError, match=r"loop\.md"):
        assemble([loop])


@pytest.mark.parametrize(
    ("name", "text", "kind", "said"),
    [
        ("sysgraph.toml", "place = [", WorkspaceError, "correct the line"),
        ("sysgraph.toml", "town = 'Marlbrook'", WorkspaceError, "town: "),
        ("decisions.yaml", "decisions: [", DecisionError, "correct the line"),
        ("decisions.yaml", "- same", DecisionError, "it holds one list under the word decisions"),
        ("decisions.yaml", "decisions: [{who: Pat, when: 2019, why: known}]", DecisionError, "decision 1: "),
    ],
)
def test_a_file_of_the_workspace_that_is_written_wrongly_is_one_line_and_nothing_is_written(
    tmp_path: Path, name: str, text: str, kind: type[SysgraphError], said: str
) -> None:
    folder = files(tmp_path / "papers", plan_md=PLAN)
    written(folder, text, name)
    with pytest.raises(kind) as error:
        build([folder], tmp_path / "graph.sqlite")
    assert name in str(error.value)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert not (tmp_path / "graph.sqlite").exists()
