"""Measures what starting sysgraph costs, against what starting Python itself costs on the same machine.

    python benchmarks/startup.py [GRAPH] [--rounds N]

Whole processes, in turn so that a busy moment hits all alike; the median of each. Without GRAPH, builds the demo's.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

TARGET = 6.0
BASE = "python -c pass"
SYSGRAPH = Path(sys.executable).with_name("sysgraph.exe" if os.name == "nt" else "sysgraph")


def main() -> None:
    """Prints one line a command: its median in milliseconds and how many times `python -c pass` that is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("graph", nargs="?", type=Path, help="a built graph file (default: the demo's, built first)")
    parser.add_argument("--rounds", type=int, default=25, help="how often each command is run (default: 25)")
    arguments = parser.parse_args()
    if not SYSGRAPH.exists():
        parser.error(f"{SYSGRAPH} is not there: run this with the Python that sysgraph is installed for")
    with tempfile.TemporaryDirectory() as folder:
        report(measure(commands(arguments.graph or built_demo(Path(folder))), arguments.rounds))


def built_demo(folder: Path) -> Path:
    """The graph file of the bundled demo, built in `folder`."""
    subprocess.run([SYSGRAPH, "demo"], check=True, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return next(folder.rglob("*.sqlite"))


def commands(graph: Path) -> dict[str, list[str]]:
    """The commands that are measured, by name; the first is what the others are held against."""
    sysgraph = str(SYSGRAPH)
    ask = [sysgraph, "ask", "unowned-actions", "--store", str(graph)]
    return {
        BASE: [sys.executable, "-c", "pass"],
        "sysgraph --help": [sysgraph, "--help"],
        "sysgraph ask unowned-actions": ask,
        "sysgraph ask unowned-actions --format json": [*ask, "--format", "json"],
    }


def measure(programs: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """The median seconds of each command over `rounds` runs, after one that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(rounds + 1):
        for name, command in programs.items():
            elapsed = run(command)
            if turn:
                seconds[name].append(elapsed)
    return {name: statistics.median(times) for name, times in seconds.items()}


def run(command: Sequence[str]) -> float:
    """Seconds from start to end of one process, which must succeed."""
    # Compiled modules are kept, as they are on everybody's machine: else each run would compile the package anew.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def report(medians: dict[str, float]) -> None:
    """Prints the medians and their ratios to the first."""
    base = medians[BASE]
    for name, seconds in medians.items():
        ratio = seconds / base
        print(f"{name:45}{seconds * 1000:8.1f} ms{ratio:7.1f} x{'' if ratio <= TARGET else f'   over {TARGET:g} x'}")


if __name__ == "__main__":
    main()
