"""Reading on a cluster: the same bytes as here, also when workers die; one clear line where it cannot be done."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from sysgraph.errors import DocumentError, WorkspaceError
from sysgraph.workspace import Means, cluster
from sysgraph.workspace.cluster import connected
from sysgraph.workspace.executors import WorkersLostError
from tests.workspace import papers as made
from tests.workspace.papers import built, papers
from tests.written import written

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


@contextmanager
def cluster_of(number: int) -> "Iterator[tuple[subprocess.Popen[str], str]]":
    """A process with a cluster of so many workers, and its address; it finds the tests too."""
    script = Path(made.__file__).with_name("clustering.py")
    places = os.pathsep.join([str(script.parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])])
    with subprocess.Popen(
        [sys.executable, str(script), str(number)],
        env={**os.environ, "PYTHONPATH": places},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
        process.stdin.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a cluster of two worker processes."""
    with cluster_of(2) as (_, found):
        yield found


class At(list[str]):
    """What a build says; does something when it says this."""

    def __init__(self, words: str, do: Callable[[], None]) -> None:
        self.words = words
        self.do = do

    def append(self, line: str) -> None:
        super().append(line)
        if line.startswith(self.words):
            self.do()


def workers(address: str) -> list[int]:
    """The process ids of the workers that are there now, once there are two."""
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(2)
        return sorted(client.run(os.getpid).values())


def test_a_cluster_gives_the_same_bytes_as_this_machine(address: str, tmp_path: Path) -> None:
    folder = papers(tmp_path, plans=5, page=True)
    written(folder, "", "empty.txt")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    assert built(folder, Means(cluster=address)) == built(folder, Means(jobs=1))


def test_the_build_completes_with_the_same_bytes_when_a_worker_is_killed_while_it_reads(
    address: str, tmp_path: Path
) -> None:
    folder = papers(tmp_path, plans=30)
    before = workers(address)
    told = At("reading 12 of ", lambda: os.kill(before[0], KILL))  # some are done, and both workers have others
    assert built(folder, Means(cluster=address), told) == built(folder)
    assert sum(line.startswith("reading ") for line in told) == 31
    after = workers(address)
    assert before[0] not in after
    assert before[1] in after


def named(number: int) -> str:
    return f"paper {number}"


def end(number: int) -> None:
    os.kill(os.getpid(), KILL)


def refuse(number: int) -> None:
    raise DocumentError(f"paper {number}: it is empty")


def test_a_document_that_kills_its_reader_costs_no_worker(address: str) -> None:
    before = workers(address)
    with connected(address, named) as pool:
        killed, refused, good = (pool.executor.submit(one, 7) for one in (end, refuse, named))
        with pytest.raises(DocumentError, match="paper 7: reading"):
            killed.result()
        with pytest.raises(DocumentError, match="paper 7: it is empty"):
            refused.result()
        assert good.result() == "paper 7"
    assert workers(address) == before


def test_what_kills_workers_again_and_again_is_not_tried_for_ever(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connected(address, named) as pool:
        monkeypatch.setattr(cluster, "run_there", end_worker)
        with pytest.raises(WorkersLostError, match="workers of the cluster died while they read it"):
            pool.executor.submit(named, 7).result()


def end_worker(*_: object) -> None:
    os.kill(os.getpid(), KILL)


def test_a_worker_of_another_version_stops_the_build_and_says_what_to_install(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cluster, "fingerprint", lambda: "other rules")
    with pytest.raises(WorkspaceError, match=r"another version.*install the same version of sysgraph"):
        built(papers(tmp_path), Means(cluster=address))


@pytest.mark.parametrize("wrong", ["tcp://127.0.0.1:1", "carrier-pigeon://home", "nowhere"])
def test_an_address_that_does_not_answer_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wrong: str
) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 1)
    with pytest.raises(WorkspaceError, match="no dask scheduler answers there") as error:
        built(papers(tmp_path), Means(cluster=wrong))
    assert str(error.value).startswith(wrong)
    assert "\n" not in str(error.value)


def test_a_cluster_that_goes_away_while_it_reads_is_one_line(tmp_path: Path) -> None:
    folder = papers(tmp_path, plans=30)
    with cluster_of(2) as (process, there):
        told = At("reading 12 of ", process.kill)
        with pytest.raises(WorkspaceError, match="the cluster went away while it read") as error:
            built(folder, Means(cluster=there), told)
    assert "\n" not in str(error.value)


def test_a_cluster_without_workers_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 1)
    with cluster_of(0) as (_, there), pytest.raises(WorkspaceError, match="the cluster has no workers; start some"):
        built(papers(tmp_path), Means(cluster=there))


def test_without_the_extra_the_error_says_how_to_install_it(tmp_path: Path) -> None:
    papers(tmp_path / "papers")
    script = (
        "import sys; sys.modules['distributed'] = None; sys.argv[1:] = ['build', 'papers', '--cluster', 'tcp://x:1'];"
        "from sysgraph.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("sysgraph: reading on a cluster needs dask")
    assert "pip install 'sysgraph[cluster]'" in done.stderr


def test_a_worker_makes_one_set_of_child_processes_whoever_asks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    class Worker:
        class state:  # noqa: N801
            nthreads = 2

    monkeypatch.setattr(distributed, "get_worker", Worker)
    monkeypatch.setattr(cluster, "_guards", {})
    with ThreadPoolExecutor(4) as threads:
        guards = list(threads.map(lambda _: cluster._guard(named), range(8)))
    assert len(set(map(id, guards))) == 1
    assert guards[0].submit(partial(named, 3)).result() == "paper 3"
    guards[0].shutdown()
