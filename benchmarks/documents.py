"""What a build costs by the number of its documents: time and memory, anew and remembered, and how both grow.

    python benchmarks/documents.py [NUMBER ...] [--docx] [--jobs N]     # default: 10 30 100 300 1000

Half of the documents are plans with a table of ten actions, half are terms of reference and minutes in prose; twenty
make a place, with its own council, boards and people, who recur in all of them. Each build is a process of its own;
what is shown is the time of the processors that it and its children took, which other work on the machine hardly
changes (on Windows, where that is not told, the time that went by), and its ratio to the first build of the fewest
documents. The slope of a line through the logarithms says how a cost grows: 1 is with the number of documents, 2 with
its square.
"""

import argparse
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

A_PLACE = 20  # documents
PEOPLE = 30  # in each place
ACTIONS = 10  # in each plan
FIRST = "Alan Beth Carl Dora Evan Fay Gina Hugh Iris Jack Kate Liam Mona Neil Olga Paul Rita Sean Tess Umar".split()
ENDS = "ham ton field ford bury wick worth dale mere stoke leigh bourne well shaw thorpe".split()
STEMS = "Ash Brack Cald Dun Elder Fern Gar Hather Ing Jar Kel Lang Mar Nether Os Pen Quar Rud Sax Thorn".split()
POSTS = "Director Head Chief|Officer Lead Manager".split()
MATTERS = (
    "Finance Nursing Housing Commissioning Performance Quality Transformation Public|Health Children Estates".split()
)
DOES = "Agree Publish Review Appoint Open Close Extend Map Report Fund".split()
WHAT = "the pathway|a protocol|one record|the rota|a trusted assessor|the ward|a dashboard|the pool|a hub".split("|")
MONTHS = "January March April June July September October December".split()

BUILD = """
import json, os, sys, time
from pathlib import Path
from sysgraph.workspace import Means, build
papers, output, cache, jobs = sys.argv[1:]
taken = time.perf_counter if os.name == "nt" else lambda: sum(os.times()[:4])
start = taken()
summary = build([Path(papers)], Path(output), means=Means(cache=Path(cache), jobs=int(jobs) or None))
seconds = taken() - start
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
except ImportError:
    peak = float("nan")
print(json.dumps([seconds, peak, sum(summary.counts.values()), summary.relationships]))
"""


def main() -> None:
    """Prints a line for each number of documents, and the slopes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("numbers", nargs="*", type=int, default=[10, 30, 100, 300, 1000], metavar="NUMBER")
    parser.add_argument("--docx", action="store_true", help="write Word documents instead of text")
    parser.add_argument("--jobs", type=int, default=0, help="processes that read (default: one for each processor)")
    arguments = parser.parse_args()
    print(f"{'documents':>9}{'nodes':>9}{'facts':>9}{'anew':>10}{'':>9}{'again':>10}{'':>9}{'memory':>10}")
    rows = []
    for number in arguments.numbers:
        rows.append((number, *measure(number, arguments.docx, arguments.jobs)))
        show(rows[-1], rows[0])
    if len(rows) > 2:
        slopes = (slope([(row[0], row[at]) for row in rows]) for at in (3, 4, 5))
        print(
            "grows with the number of documents to the power of: anew {:.2f}, again {:.2f}, memory {:.2f}".format(
                *slopes
            )
        )


def show(row: Sequence[float], first: Sequence[float]) -> None:
    """Prints the costs of a number of documents, and their ratios to those of the fewest."""
    number, nodes, facts, anew, again, memory = row
    print(
        f"{number:9.0f}{nodes:9.0f}{facts:9.0f}{anew:8.2f} s{anew / first[3]:7.1f} x{again:8.2f} s"
        f"{again / first[3]:7.1f} x{memory:7.0f} MB",
        flush=True,
    )


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The power of the number with which a cost grows, over the larger half of the numbers, at least three."""
    larger = sorted(points)[-max(3, (len(points) + 1) // 2) :]
    xs, ys = ([math.log(value) for value in values] for values in zip(*larger, strict=True))
    return statistics.linear_regression(xs, ys).slope


def measure(number: int, docx: bool, jobs: int) -> tuple[float, float, float, float, float]:
    """Nodes, facts, seconds of a build that reads all, seconds of one that remembers all, and its peak of memory."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        generate(folder / "papers", number, docx)
        command = [
            sys.executable,
            "-c",
            BUILD,
            *(str(folder / one) for one in ("papers", "graph.sqlite", "cache")),
            str(jobs),
        ]
        anew, peak, nodes, facts = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        again, second, *_ = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return nodes, facts, anew, again, max(peak, second)


def generate(folder: Path, number: int, docx: bool) -> None:
    """Nothing; so many documents are in the folder, the same ones each time."""
    for at in range(number):
        place = Place(at // A_PLACE)
        chance = random.Random(at)
        title, lines, rows = (place.plan if at % 2 else place.prose)(at % A_PLACE, chance)
        path = folder / f"{at // A_PLACE:04}" / f"{at % A_PLACE:02}-{'plan' if at % 2 else 'notes'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if docx:
            write_docx(path.with_suffix(".docx"), title, lines, rows)
        else:
            text = [f"# {title}", *lines, "\n".join(f"| {' | '.join(row)} |" for row in ruled(rows))]
            path.with_suffix(".md").write_text("\n\n".join(text) + "\n", encoding="utf-8", newline="\n")


def ruled(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The rows of a table as Markdown wants them, with a line under the header."""
    for number, row in enumerate(rows):
        yield row
        if not number:
            yield ["---"] * len(row)


class Place:
    """A place with its bodies and people, the same ones for the same number."""

    def __init__(self, number: int) -> None:
        chance = random.Random(f"place {number}")
        self.name = f"{chance.choice(STEMS)}{chance.choice(ENDS)}{chance.choice(ENDS)}"
        self.council = f"{self.name} Council"
        self.trust = f"{self.name} Community NHS Foundation Trust"
        self.boards = [f"{self.name} {one} Board" for one in ("Health and Wellbeing", "Transformation", "Discharge")]
        self.people = [
            (f"{chance.choice(FIRST)} {chance.choice(STEMS)}{chance.choice(ENDS)}", self.post(chance), self.council)
            for _ in range(PEOPLE)
        ]

    def post(self, chance: random.Random) -> str:
        """The title of a post."""
        return f"{chance.choice(POSTS)} of {chance.choice(MATTERS)}".replace("|", " ")

    def plan(self, number: int, chance: random.Random) -> tuple[str, list[str], list[list[str]]]:
        """The title, paragraphs and table of an improvement plan."""
        rows = [["Ref", "Action", "Owner", "Due", "Progress"]]
        for at in range(1, ACTIONS + 1):
            name, post, body = chance.choice(self.people)
            owner = chance.choice([name, f"{name}, {post}", f"{post}, {body}", "TBC", ""])
            action = f"{chance.choice(DOES)} {chance.choice(WHAT)} for ward {chance.randrange(900)}"
            due = f"{chance.choice(MONTHS)} {chance.randrange(2018, 2021)}"
            rows.append([f"{number}.{at}", action, owner, due, f"Agreed at the {chance.choice(self.boards)}."])
        lines = [f"The {self.boards[0]} oversees this plan.", f"The {self.boards[1]} reports to the {self.boards[0]}."]
        return f"{self.name} Improvement Plan {number}", lines, rows

    def prose(self, number: int, chance: random.Random) -> tuple[str, list[str], list[list[str]]]:
        """The title and paragraphs of terms of reference with minutes."""
        board = self.boards[number % 3]
        lines = [f"The {board} reports to the {self.council} each month, and is accountable to it for discharge."]
        for name, post, body in chance.sample(self.people, 8):
            lines.append(f"{name}, {post} at {body}, is a member of the {board} and told it about ward {number}.")
        lines.append(f"The {board} is chaired by {chance.choice(self.people)[0]}.")
        lines.append(f"{self.trust} provides the Home First service, which {self.council} commissions.")
        lines += [
            f"It was noted that ward {chance.randrange(900)} was full on {day} days of the month." for day in range(9)
        ]
        return f"{board}: terms of reference and notes {number}", lines, []


def write_docx(path: Path, title: str, lines: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Nothing; a Word document with a title, paragraphs and a table is at the path."""
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(cells.cells, row, strict=True):
                cell.text = words
    document.save(os.fspath(path))


if __name__ == "__main__":
    main()
