"""What a review found, suggests or recommends under its headings; lines that are denied, limited or proposed."""

import re
from collections import Counter
from collections.abc import Iterable

from sysgraph.extraction.prose.facts import Fact
from sysgraph.extraction.prose.scene import Scene
from sysgraph.model import LONGEST_QUOTE, Attributes, Claim, Description, Evidence, Mention, Passage
from sysgraph.vocabulary import RELATIONSHIPS

_HEADINGS = (
    ("area for improvement", re.compile(r"\bareas? (?:for|of|requiring) (?:improvement|development)\b", re.IGNORECASE)),
    (
        "priority",
        re.compile(
            r"\b(?:areas? for )?priorit(?:y|ies)(?: actions?| areas?| for (?:action|improvement))\b|^priorities\b|"
            r"\bareas? of focus\b",
            re.IGNORECASE,
        ),
    ),
    ("recommendation", re.compile(r"^(?:\W|\d|summary of |our |key )*recommendations?\b", re.IGNORECASE)),
    ("suggestion", re.compile(r"^(?:\W|\d|our )*suggestions?\b", re.IGNORECASE)),
    (
        "finding",
        re.compile(
            r"^(?:\W|\d)*(?:key|main|our|summary of|headline|emerging) findings\b|"
            r"^(?:\W|\d)*(?:key|emerging) messages\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
_LEADS_IN = re.compile(r"(?:We|The following|These|This|Our review)\b")
_SAID = re.compile(
    r"^(?:\W|\d)*(?:Recommendation \w{1,3}\b|(?:It (?:is|was) (?:therefore )?recommended|(?:We|The "
    r"(?:Committee|Panel|Board|review|Cabinet|team)) (?:therefore )?recommends?(?:ed)?) that\b)",
    re.IGNORECASE,
)
_ABOUT_CODES = "ONBRPLCM"
_SHORTEST = 25
_NEVER_ABOUT = frozenset({"Service"})


class Findings:
    """The findings of one document, as its passages are read in order."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        headings = Counter(passage.text for passage in passages if passage.form == "heading")
        self._parallel = frozenset(text for text, number in headings.items() if number > 1)  # parts of several sections
        self._form = ""
        self._level = 0
        self._heading = ""
        self._some = False
        self.claims: list[Claim] = []
        self.descriptions: list[Description] = []

    def heading(self, passage: Passage) -> None:
        """Nothing; notes whether what follows are findings, and of which form."""
        if self._form and not self._some and _LEADS_IN.match(passage.text):
            return  # "We suggest the following areas of focus": no heading of its own
        form = next((form for form, pattern in _HEADINGS if pattern.search(passage.text)), "")
        within = self._form and (passage.level > self._level or passage.text in self._parallel or not self._some)
        if form:
            self._form, self._level, self._heading, self._some = form, passage.level, passage.text.strip("* "), False
        elif not within:
            self._form = ""

    def wants(self, passage: Passage) -> bool:
        """Whether a passage is a finding."""
        if len(passage.text) < _SHORTEST:
            return False
        if self._form and passage.form == "bullet" and passage.level == 1:
            return True
        return "recommend" in passage.text.lower() and _SAID.match(passage.text) is not None

    def take(self, passage: Passage, scene: Scene) -> None:
        """Nothing; takes in a passage that is a finding, with the actors that its words name."""
        text = " ".join(passage.text.split())
        form = self._form if passage.form == "bullet" and self._form else "recommendation"
        self._some = True
        evidence = passage.cite(0, min(len(passage.text), LONGEST_QUOTE - 10), "prose.finding")
        finding = Mention("Finding", text)
        attributes: Attributes = {"text": text, "form": form, "heading": self._heading or passage.position.heading}
        self.descriptions.append(Description(finding, evidence, attributes))
        for mention in dict.fromkeys(span.mention for _, span in scene.all(_ABOUT_CODES)):
            self.claims.append(Claim(finding, "ABOUT", mention, evidence))

    def line(self, fact: Fact, stance: str, evidence: Evidence) -> None:
        """Nothing; takes in a line between two actors that a sentence denies, limits or proposes."""
        source, target = fact.source.mention, fact.target.mention
        said = RELATIONSHIPS[fact.type].reading.format(source=source.name, target=target.name)
        finding = Mention("Finding", f"{stance.capitalize()}: {said}")
        says = (source.name, fact.type, target.name)
        attributes: Attributes = {"text": evidence.quote, "form": "stated", "stance": stance, "says": says}
        self.descriptions.append(Description(finding, evidence, attributes))
        for mention in (source, target):
            if mention.kind not in _NEVER_ABOUT:
                self.claims.append(Claim(finding, "ABOUT", mention, evidence))
