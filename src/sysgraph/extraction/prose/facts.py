"""What a scene says: relationships, and lines that are denied, limited or proposed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sysgraph.errors import VocabularyError
from sysgraph.extraction.prose.forms import ANY, FILL, bits, expression, letters, signs
from sysgraph.extraction.prose.patterns import Pattern, patterns
from sysgraph.extraction.prose.scene import Scene, Span
from sysgraph.extraction.prose.sight import Sight
from sysgraph.extraction.prose.stage import subject
from sysgraph.vocabulary import check

# These three are asked of words in small letters, which takes half the time of asking whatever the letters are.
_DENIED = re.compile(
    r"\b(?:not|no|never|nor|neither|without|lack(?:s|ed|ing)?|absence|unable|fail(?:s|ed)?|cannot|nobody|none|"
    r"unclear|stopped|ceased)\b|n't\b|\bno longer\b",
)
_LIMITED = re.compile(
    r"\b(?:limited|little|weak|insufficient|inadequate|poor|partial(?:ly)?|minimal|scant|inconsistent|not "
    r"(?:always|fully|consistently))\b",
)
_PROPOSED = re.compile(
    r"\b(?:should|would|could|might|may|must|ought|propos\w+|recommend\w*|suggest\w*|plann\w+|plans?|intend\w*|"
    r"intention\w*|aim\w*|hop(?:e|es|ed|ing)|needs?|"
    r"needed|expected|due to|considered|considering|if|whether|unless|options?|asked|request\w*|wish\w*|"
    r"want\w*|potential|opportunit\w+|once|"
    r"in development|developing|being developed|explor\w+|vision|ambition|to be|seek\w*|sought|agreed to|consider)\b",
)
_PLANS_OF = re.compile(r"\bplans?\b(?! to\b| for\b)|\bplanning\b|\bvision\b|\bmay\b(?= \d{4})|\bin May\b|\bMay \d")
_CLAUSE = re.compile(
    r"; |, (?:however|but|although|while|whilst|and that|though) |: |\bbut\b|\bhowever\b|\balthough\b|\bwhile\b",
    re.IGNORECASE,
)
_FEWEST = 2
_OFTEN = re.compile(
    r"\b(daily|weekly|fortnightly|monthly|bi-monthly|quarterly|annually|on a (?:daily|weekly|monthly|"
    r"quarterly) basis|every (?:\w+ )?(?:week|month|quarter|year))\b"
)
_VERBS = (
    r"(?:was|were|is|are|has|had|will|shall|report|reports|reported|reporting|chairs|chaired|met|meets|"
    r"oversees|oversaw|provides|provided|feeds|fed|monitors|"
    r"monitored|includes|included|comprises|leads|led|receives|received|delegates|works|worked|agreed|signed|"
    r"scrutinises|consists)"
)
_COORDINATED = re.compile(rf"and (?<=\band )(?=(?:also |then |jointly |both )?{_VERBS}\b)")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|shall)\b")
_OWNED = re.compile(rf" (?:[a-z-]+ ){{0,3}}([{ANY}])")
_VERBAL = re.compile(r"\{A[^}]*\} <a")  # a form that tells what its source does
_RELATIVES = re.compile(r" (?:wh(?:ich|o|ere)|that) ")
_RELATIVE = re.compile(
    rf"([{ANY}]){FILL}*(?:, |,? and | )(which|who|that|where)(?= (?:also |are |is )?(?:{_VERBS}|had|sit|sits)\b)"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One relationship that a scene says; `stance` is empty, denied, limited or proposed; offsets into the sentence."""

    source: Span
    type: str
    target: Span
    start: int
    end: int
    rule: str
    stance: str = ""
    attributes: tuple[tuple[str, str | bool], ...] = ()


def complete(scene: Scene) -> None:
    """Nothing; puts the subject before a second verb ("… and reported to"), the actor itself for "which" and "who"."""
    if len({span.mention.name for span in scene.actors.values()}) < _FEWEST:
        return  # who stands alone has no relationship, however often it is said again
    for match in reversed(list(_RELATIVE.finditer(scene.masked))) if _RELATIVES.search(scene.masked) else ():
        span = scene.actors[match[1]]
        scene.add(match.start(2), match.end(2), span.code, span.mention)
        scene.masked = scene.masked[: match.start(2) - 1] + "\x02" + scene.masked[match.start(2) :]
    about = subject(scene)
    if about is None or _FINITE.search(scene.masked, 0, about.start):
        return  # "Each of the groups is chaired by a member of the Board and reports to …": who reports is not named
    for match in reversed(list(_COORDINATED.finditer(scene.masked))):
        if about.end <= match.start():
            scene.add(match.start(), match.start() + 3, about.code, about.mention)
            scene.masked = scene.masked[: match.start() - 1] + "\x02" + scene.masked[match.start() :]


def facts(scene: Scene, sight: Sight) -> Iterator[Fact]:
    """The relationships that patterns read in a scene, of whose words this is the sight, each once."""
    seen: set[tuple[str, ...]] = set()
    if len({span.mention.name for span in scene.actors.values()}) < _FEWEST:
        return
    readable = list(sight.readable(bits("".join(span.code for span in scene.actors.values()))))
    places = [(at, at, bits(span.code)) for at, span in scene.all()] if readable else []
    for number, form in readable:
        for fact in _read(patterns()[number], form.form, scene) if form.met_by(scene.masked, places) else ():
            key = (*_who(fact.source), fact.type, *_who(fact.target))
            if key not in seen:
                seen.add(key)
                yield fact


def _who(span: Span) -> tuple[str, str]:
    """(name, body) of an actor: three chief executives are three."""
    within = span.mention.within
    return span.mention.name, within.name if within is not None else ""


def _read(pattern: Pattern, form: str, scene: Scene) -> Iterator[Fact]:
    for match in expression(pattern.type, form).finditer(scene.masked):
        if _is_agent(scene.masked, form, match):
            continue
        sources, targets = _actors(scene, match["A"]), _targets(scene, match)
        stance = _stance(scene, match, noun=pattern.noun)
        often = (
            _OFTEN.search(scene.text, match.start(), min(len(scene.text), match.end() + 40))
            if pattern.type == "REPORTS_TO"
            else None
        )
        extra = (("frequency", often[1]),) if often else ()
        joint = (
            (("joint", True),)
            if len(sources) > 1 and pattern.type in {"COMMISSIONS", "ESTABLISHED", "PROVIDES"}
            else ()
        )
        for source in sources:
            for target in targets:
                if source.mention.name != target.mention.name and allowed(
                    source.mention.kind, pattern.type, target.mention.kind
                ):
                    attributes = (*pattern.attributes.items(), *extra, *joint)
                    yield Fact(source, pattern.type, target, match.start(), match.end(), pattern.id, stance, attributes)


def _is_agent(masked: str, form: str, match: re.Match[str]) -> bool:
    """Whether the source only did what is said of the subject: "The Forum, chaired by the Director, reports to …"."""
    by = match.start() == match.start("A") and masked.endswith("by ", 0, match.start())
    return by and _VERBAL.match(form) is not None


def _targets(scene: Scene, match: re.Match[str]) -> list[Span]:
    """The targets; not who owns one, but what is owned: "… is responsible for delivering the Board's Winter Plan"."""
    owns = match.end() == match.end("B") and match["B"].endswith(("'s", "'"))
    owned = _OWNED.match(scene.masked, match.end()) if owns else None
    return _actors(scene, owned[1] if owned else match["B"])


def _actors(scene: Scene, words: str) -> list[Span]:
    return [scene.actors[sign] for sign in signs(words)]


@lru_cache(maxsize=1024)
def allowed(source: str, type_: str, target: str) -> bool:
    """Whether kinds may have a relationship."""
    try:
        check(source, type_, target)
    except VocabularyError:
        return False
    return True


def _stance(scene: Scene, match: re.Match[str], *, noun: bool) -> str:
    """Whether a match is said outright (""), or denied, limited or proposed."""
    first, last = sorted((match.span("A"), match.span("B")))
    inside = scene.masked[first[1] : last[0]] + " " + scene.masked[match.start() : first[0]]
    before = scene.masked[: match.start()]
    cut = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
    clause = before[cut:]
    words = inside if noun else f"{clause[-90:]} {inside}"
    if noun and re.search(r"\b(?:no|not|without|lack of) (?:[a-z]+ )?$", before):
        return "denied"
    small = words.lower()
    if _LIMITED.search(small):
        return "limited"
    if _DENIED.search(small):
        return "denied"
    hopes = _PLANS_OF.sub(" ", words).lower()
    return "proposed" if _PROPOSED.search(hopes) else ""


__all__ = ["Fact", "allowed", "complete", "facts", "letters"]
