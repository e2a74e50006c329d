"""Reading many files: where it is done makes no difference to the graph, and one bad file costs no other."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from sysgraph.errors import DocumentError
from sysgraph.extraction import read_claims
from sysgraph.model import Claims, Document
from sysgraph.workspace import Means, assemble
from sysgraph.workspace.executors import InThisProcess, Pool, WorkersLostError
from sysgraph.workspace.inputs import Input
from sysgraph.workspace.reading import Order, _Round
from sysgraph.workspace.task import Read, Task
from tests.workspace.papers import built, papers
from tests.written import written

P = ParamSpec("P")
T = TypeVar("T")


def test_the_number_of_processes_makes_no_difference(tmp_path: Path) -> None:
    folder = papers(tmp_path, plans=6, page=True)
    written(folder, "", "empty.txt")
    one = built(folder, Means(jobs=1))
    assert one.count('"record": "document"') == 8
    assert "the file is empty" in one
    assert built(folder, Means(jobs=4)) == one


def test_the_order_in_which_documents_are_named_makes_no_difference_to_what_is_read_at_once(tmp_path: Path) -> None:
    files = sorted(papers(tmp_path, plans=4, page=True).iterdir())
    means = Means(jobs=2)
    assert assemble(files, means=means) == assemble(files[::-1], means=means)


@pytest.mark.parametrize(("page", "started"), [(False, "0"), (True, "1")])
def test_a_child_process_is_started_only_where_there_is_a_parser_to_guard(
    tmp_path: Path, page: bool, started: str
) -> None:
    papers(tmp_path / "papers", plans=1, page=page)
    script = (
        "import sys\nfrom pathlib import Path\nfrom sysgraph.workspace import Means, assemble\nstarted = []\n"
        "sys.addaudithook(lambda event, _: started.append(event) if event == 'subprocess.Popen' else None)\n"
        "assemble([Path('papers')], means=Means(jobs=1))\nprint(len(started))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == started


def test_each_file_is_told_as_it_is_read(tmp_path: Path) -> None:
    said: list[str] = []
    built(papers(tmp_path, page=True), Means(jobs=2), said)
    assert [line for line in said if not line.startswith("still")] == [
        "reading 1 of 4: page.html",
        "reading 2 of 4: plan-1.md",
        "reading 3 of 4: plan-2.md",
        "reading 4 of 4: terms.txt",
    ]


@pytest.mark.parametrize("page", [False, True])
def test_a_named_file_that_cannot_be_read_stops_the_build_and_is_called_as_it_was_named(
    tmp_path: Path, page: bool
) -> None:
    folder = papers(tmp_path, page=page)
    bad = tmp_path / "deep" / "bad.txt"
    bad.parent.mkdir()
    bad.write_bytes(bytes(range(256)))
    with pytest.raises(DocumentError) as error:
        assemble([folder, bad], means=Means(jobs=2))
    assert str(error.value).startswith(f"{bad}: the file is not text")


def test_a_quote_of_a_decision_is_looked_up_in_a_document_that_is_remembered(tmp_path: Path) -> None:
    folder, means = papers(tmp_path / "papers", page=True), Means(jobs=1, cache=tmp_path / "cache")
    built(folder, means)
    decision = (
        "decisions:\n- add: {source: {kind: Person, name: Sam Holt}, type: CHAIRS, target: {kind: Board, name: Forum},"
        " document: page.html, quote: 'Mend the lift'}\n  who: Jo\n  when: 2019-01-01\n  why: known\n"
    )
    written(folder, decision, "decisions.yaml")
    said: list[str] = []
    assert '"CHAIRS"' in built(folder, means, said)
    assert said == ["4 documents, 3 as before", "reading 1 of 1: page.html"]


class Unlucky(Executor):
    """Runs tasks here, but its processes die of some documents, so many times."""

    def __init__(self, deaths: dict[str, int]) -> None:
        self.deaths = deaths
        self.run = InThisProcess()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        task = args[0]
        assert isinstance(task, Task)
        if not self.deaths.get(task.name):
            return self.run.submit(fn, *args, **kwargs)
        self.deaths[task.name] -= 1
        future: Future[T] = Future()
        future.set_exception(WorkersLostError("4 workers died"))
        return future


def test_what_workers_died_over_is_read_once_more_and_then_told(tmp_path: Path) -> None:
    papers(tmp_path)
    names = ["plan-1.md", "plan-2.md", "terms.txt"]
    orders = [Order(Input(tmp_path / name, name, asked=False)) for name in names]
    executor = Unlucky({"plan-1.md": 1, "plan-2.md": 9})
    outcomes = dict(_Round(orders, False, Pool(executor, 2), lambda _: None).run([0, 1, 2]))
    assert [type(outcomes[at]) for at in range(3)] == [Read, DocumentError, Read]
    assert str(outcomes[1]) == "plan-2.md: 4 workers died"
    assert executor.deaths == {"plan-1.md": 0, "plan-2.md": 7}


def test_a_file_of_a_folder_that_is_not_what_its_ending_says_is_a_notice_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    folder = papers(tmp_path, page=True)
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    graph = assemble([folder], means=Means(jobs=2))
    assert {source.path for source in graph.documents} == {"page.html", "plan-1.md", "plan-2.md", "terms.txt"}
    assert [notice.document for notice in graph.notices] == ["picture.html"]


def test_a_rule_that_fails_on_one_document_is_told_of_that_document_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sysgraph.workspace import task

    def failing(document: Document, *others: object) -> Claims:
        if "bad" in document.path:
            raise KeyError("no such word")
        return read_claims(document, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(task, "read_claims", failing)
    for name in ("bad.md", "good.md"):
        (tmp_path / name).write_text("# Terms\n\nThe Flow Board reports to the Upper Board.\n", encoding="utf-8")
    found = assemble([tmp_path])
    assert [one.path for one in found.documents] == ["good.md"]
    assert any("a rule failed on its words (KeyError" in notice.what for notice in found.notices)
