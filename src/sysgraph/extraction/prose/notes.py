"""What a reader of prose has found so far, each fact with the words that it rests on."""

from sysgraph.extraction.prose.facts import Fact, allowed
from sysgraph.extraction.prose.findings import Findings
from sysgraph.extraction.prose.scene import Span
from sysgraph.model import LONGEST_QUOTE, SHORTEST_QUOTE, Attributes, Claim, Description, Evidence, Passage

_LONGEST = LONGEST_QUOTE - 10
_AROUND = 60


class Notes:
    """The claims of one document, and its findings."""

    def __init__(self, findings: Findings) -> None:
        self.claims: list[Claim] = []
        self.findings = findings

    def take(self, passage: Passage, start: int, words: str, fact: Fact, *, hopes: bool = False) -> None:
        """Nothing; takes in a fact of the words that stand at `start`; in a section of `hopes` it is proposed."""
        kinds = fact.source.mention.kind, fact.target.mention.kind
        if len(passage.text) < SHORTEST_QUOTE or not allowed(kinds[0], fact.type, kinds[1]):
            return  # a line too short to quote, or a slip: "Chair of the Secretary", a post in a post
        evidence = quoted(passage, start, start + len(words), fact)
        stance = fact.stance or ("proposed" if hopes and not fact.rule.startswith("phrase.") else "")
        if stance:
            self.findings.line(fact, stance, evidence)
        else:
            source, target = fact.source.mention, fact.target.mention
            self.claims.append(Claim(source, fact.type, target, evidence, dict(fact.attributes)))

    def describe(self, passage: Passage, start: int, words: str, told: tuple[Span, Attributes]) -> None:
        """Nothing; takes in what the words that stand at `start` say of an actor itself."""
        actor, attributes = told
        fact = Fact(actor, "", actor, actor.start, actor.end, "pool.amount")
        if len(passage.text) >= SHORTEST_QUOTE:
            evidence = quoted(passage, start, start + len(words), fact)
            self.findings.descriptions.append(Description(actor.mention, evidence, attributes))


def quoted(passage: Passage, start: int, end: int, fact: Fact) -> Evidence:
    """The evidence of a sentence, or of as much of it as a quote may hold around the words of the fact."""
    text = passage.text
    begin, stop = start, end
    if stop - begin > _LONGEST:
        begin = max(begin, start + fact.start - _AROUND)
        stop = min(stop, max(start + fact.end + _AROUND, begin + 2 * _AROUND), begin + _LONGEST)
        while begin > start and text[begin - 1].isalnum():
            begin -= 1
        while stop < end and text[stop - 1].isalnum() and text[stop].isalnum():
            stop -= 1
    if len(text[begin:stop].strip()) < SHORTEST_QUOTE:
        begin, stop = max(0, stop - 100), min(len(text), begin + 100)
    return passage.cite(begin, stop, f"prose.{fact.rule}")
