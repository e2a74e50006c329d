"""A sentence as the patterns see it: its actors found, and each put in one letter of the private alphabet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from sysgraph.extraction.prose.forms import ANY, CODE_OF, FILL, letter, letters
from sysgraph.model import Mention

_ADJECTIVES = (
    r"(?: (?:[a-z]+(?:-[a-z]+)*(?:ly|al|ed|ic|ive|ary|ory|wide|ent|ible|able)|new|large|main|joint|local|"
    r"existing|current|single|full|key|own|first|"
    r"wider|lead|draft|formal|whole|system|multi-agency|independent|considerable|innovative|overarching))*"
)
_ARTICLES = frozenset(
    form for word in "the this a an any our each such both".split() for form in (word, word.capitalize())
)
_BOTH, _LENGTH_OF_BOTH = ("both ", "Both "), 5
_ADJECTIVE = re.compile(_ADJECTIVES)
_DETERMINED = re.compile(
    rf"(?<![\w'])(?:[Bb]oth )?(?:{'|'.join(sorted(_ARTICLES))})(?: (?:system|new|newly|relatively|joint|jointly) ?-?)?"
    rf"{_ADJECTIVES} $"
)
_ACTOR = re.compile(f"[{ANY}]")
_FARTHEST = 100  # characters between an article and its noun
_BY = re.compile(rf"\bby:( +)([{ANY}])")
_BRACKET = re.compile(
    rf"([{ANY}]{FILL}*)( \((?:the |The |or |known as )?[\"']?(?:[A-Z][\w& ]{{1,14}}|[{ANY}]{FILL}*)[\"']?\))"
)


class Span(NamedTuple):
    """An actor in a sentence: offsets into the sentence, the letter code of its kind, whom it means."""

    start: int
    end: int
    code: str
    mention: Mention


@dataclass(slots=True)
class Scene:
    """A masked sentence; `actors` tells whom each letter means."""

    text: str
    masked: str
    actors: dict[str, Span] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, spans: list[Span]) -> "Scene":
        """The scene of a sentence with these actors, which do not overlap."""
        parts: list[str] = []
        actors: dict[str, Span] = {}
        at = 0
        counts: dict[str, int] = {}
        for span in spans:
            number = counts.get(span.code, 0)
            counts[span.code] = number + 1
            sign = letter(span.code, number)
            actors[sign] = span
            parts += [text[at : span.start], sign, FILL * (span.end - span.start - 1)]
            at = span.end
        parts.append(text[at:])
        scene = cls(text, "".join(parts), actors)
        if spans:
            scene._tidy()
        return scene

    def _tidy(self) -> None:
        """Nothing; takes brackets after a name and articles before it into the name."""
        if "  " in self.masked or " ," in self.masked:
            self.masked = re.sub(rf"(?<=[{ANY}{FILL}]) +(?=[,.;:)])", lambda m: FILL * len(m[0]), self.masked)
            self.masked = re.sub(rf"(?<= )( +)([{ANY}])", lambda m: m[2] + FILL * len(m[1]), self.masked)
        if "(" in self.masked:
            self.masked = _BRACKET.sub(self._bracketed, self.masked)
        if "by:" in self.masked:
            self.masked = _BY.sub(lambda m: f"by {m[2]}{FILL * len(m[1])}", self.masked)
        self._determine()

    def _determine(self) -> None:
        """Nothing; takes the article before a name into it, with the adjectives between."""
        masked, floor = self.masked, 0
        for at in [match.start() for match in _ACTOR.finditer(masked)]:
            start = _article(masked, floor, at) if masked[at - 1 : at] == " " else at
            if start < at:
                masked = masked[:start] + masked[at] + FILL * (at - start) + masked[at + 1 :]
            floor = at + 1
        self.masked = masked

    def _bracketed(self, match: re.Match[str]) -> str:
        """A name with its brackets taken in, where these hold an abbreviation and not another actor."""
        inner = next((self.actors[sign] for sign in match[2] if sign in self.actors), None)
        if inner is not None and inner.mention.name != self.actors[match[1][0]].mention.name:
            return match[0]
        return match[1] + FILL * len(match[2])

    def all(self, codes: str = "") -> Iterator[tuple[int, Span]]:
        """(offset, span) of the actors of these kinds, in order."""
        for match in _class(codes).finditer(self.masked) if self.actors else ():
            yield match.start(), self.actors[match[0]]

    def widen(self, sign: str, start: int, end: int) -> None:
        """Nothing; the actor of this letter stands from start to end, in place of the others there."""
        span = self.actors[sign]
        self.actors[sign] = Span(start, end, span.code, span.mention)
        self.masked = self.masked[:start] + sign + FILL * (end - start - 1) + self.masked[end:]

    def add(self, start: int, end: int, code: str, mention: Mention) -> str:
        """The letter of one more actor, which stands at these offsets in place of what stood there."""
        number = sum(span.code == code for span in self.actors.values())
        sign = letter(code, number)
        self.actors[sign] = Span(start, end, code, mention)
        self.masked = self.masked[:start] + sign + FILL * (end - start - 1) + self.masked[end:]
        return sign


def _article(masked: str, floor: int, at: int) -> int:
    """Where the article of the actor there begins, or the actor itself; nothing before `floor` is looked at."""
    begin = max(masked.rfind(" ", floor, at - 1) + 1, floor)
    word = masked[begin : at - 1]
    if word in _ARTICLES and not masked.startswith(_BOTH, max(begin - _LENGTH_OF_BOTH, 0)):
        return begin
    if not _may_follow_article(word):
        return at
    found = _DETERMINED.search(masked, max(floor, at - _FARTHEST), at)
    return found.start() if found else at


@lru_cache(maxsize=4096)
def _may_follow_article(word: str) -> bool:
    """Whether a word may stand between an article and its noun, or is an article behind a bracket or quote."""
    return word.lstrip('("/-') in _ARTICLES or _ADJECTIVE.fullmatch(f" {word}") is not None


@lru_cache(maxsize=128)
def _class(codes: str) -> re.Pattern[str]:
    return re.compile(f"[{letters(codes) if codes else ANY}]")


def code_of(mention: Mention) -> str:
    """The letter code of a mention's kind."""
    return CODE_OF.get(mention.kind, "P")
