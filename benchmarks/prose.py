"""How fast prose becomes claims, beside a spaCy pipeline that only looks for the same names and trigger words.

    python benchmarks/prose.py [FILE ...]     # needs: pip install spacy

spaCy is given an easier task: a blank English pipeline with an EntityRuler over the names that sysgraph found in the
document and a Matcher over the words that its patterns turn on; it makes no claims. Both read the same text in turn, in
one run; the figures are megabytes a second on one core (best of several turns, since other work only ever slows a turn
down), and their ratio. Without files, the reviews among the shared documents are read, else the patterns' examples.
"""

import gc
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sysgraph.documents import read
from sysgraph.extraction import read_claims
from sysgraph.extraction.prose.patterns import patterns
from sysgraph.model import Document
from sysgraph.register import Register

TURNS = 9


def main() -> None:
    """Prints megabytes a second for each file and both ways of reading it."""
    register = Register.bundled()
    register.names()
    with TemporaryDirectory() as folder:
        for path in [Path(name) for name in sys.argv[1:]] or _usual(Path(folder)):
            document = read(path, path.name)
            size = sum(len(passage.text.encode()) for passage in document.passages()) / 1e6
            pipeline = spacy_pipeline(document, register)
            ours, theirs = _in_turn(partial(read_claims, document, register), partial(_find, pipeline, document))
            rates = f"{size / ours:.2f} MB/s; spaCy {size / theirs:.2f} MB/s"
            print(f"{path.name}: {rates}; {theirs / ours:.1f} times as fast")


def _find(pipeline: Callable[[str], object], document: Document) -> None:
    for passage in document.passages():
        pipeline(passage.text)


def _usual(folder: Path) -> Sequence[Path]:
    shared = os.environ.get("SYSGRAPH_SHARED")
    if shared:
        return sorted((Path(shared) / "documents").glob("*review*.txt"))
    examples = folder / "examples.md"
    examples.write_text("\n\n".join(pattern.example for pattern in patterns() for _ in range(50)), encoding="utf-8")
    return [examples]


def _in_turn(*readers: Callable[[], object]) -> list[float]:
    """The best time of each reader, in seconds, the readers taking turns; neither clears up after the other."""
    best = [float("inf")] * len(readers)
    for _ in range(TURNS):
        for number, reader in enumerate(readers):
            gc.collect()
            start = time.perf_counter()
            reader()
            best[number] = min(best[number], time.perf_counter() - start)
    return best


def spacy_pipeline(document: Document, register: Register) -> Callable[[str], object]:
    """A function that finds the names of a document and the trigger words of all patterns with spaCy."""
    import spacy
    from spacy.matcher import Matcher

    language: Any = spacy.blank("en")
    claims = read_claims(document, register).claims
    names = {end.name: end.kind for claim in claims for end in (claim.source, claim.target)}
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": kind, "pattern": name} for name, kind in sorted(names.items())])
    matcher: Any = Matcher(language.vocab)
    triggers = sorted({word.strip().lower() for pattern in patterns() for word in pattern.triggers})
    for trigger in triggers:  # the beginnings of words, as they are for us
        *first, last = trigger.split()
        matcher.add(trigger, [[*({"LOWER": word} for word in first), {"LOWER": {"REGEX": f"^{re.escape(last)}"}}]])

    def find(text: str) -> object:
        found = language(text)
        return found.ents, matcher(found)

    return find


if __name__ == "__main__":
    main()
