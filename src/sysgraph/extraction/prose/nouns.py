"""Actors that a sentence names in small letters: "the Board", "the audit committee", seats, services, plans, pronouns.

Each kind of noun is looked for only where a word stands that it turns on (see `cues`).
"""

import re
from collections.abc import Iterator

from sysgraph.extraction.prose import cues
from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.lexis import (
    ALL_HEAD,
    BEFORE_SYSTEM,
    BODY_WORD,
    DIRECTORS,
    LOWER_BODY,
    NO_SERVICE_WORD,
    PAIRED_DIRECTORS,
    PLAN_NOMINAL,
    PRONOUN,
    SEAT,
    SEAT_POST,
    SERVICE_HEAD,
    SERVICE_MORE,
    SERVICE_PHRASE,
    SYSTEM,
    THIS_THING,
)
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.scene import Span, code_of
from sysgraph.model import Mention
from sysgraph.register import fold

MAY_STAND_IN = re.compile(
    r"\b(?:[Ii]t|[Tt]hey|[Tt]his|board|committee|panel|group|forum|cabinet|network|partnership|alliance|"
    r"governing body|team|Board|Committee|Panel|Group|"
    r"Forum|Cabinet|Partnership|Alliance|System|system|directors)\b"
)
_THE_BOARD = ("board of directors", "trust board", "governing body", "board of trustees")
_THINGS = {
    **dict.fromkeys(("service", "scheme", "team"), "Service"),
    **dict.fromkeys(("strategy", "plan", "programme"), "Plan"),
    **dict.fromkeys(("agreement", "arrangement"), "CommissioningArrangement"),
    **dict.fromkeys(("fund", "budget"), "PooledBudget"),
}
_PLAINER = re.compile(r"^(?:(?:integrated|joint|local|shadow|new|multi-agency) )+")
_MOST_WORDS = 4
_FARTHEST = 80  # characters between the first and the last word of a system


def take(taken: list[Span], start: int, end: int, code: str, mention: Mention) -> None:
    """Nothing; adds a span where nothing surer stands."""
    for span in taken:
        if start < span.end and span.start < end:
            return
    taken.append(Span(start, end, code, mention))


def nouns(text: str, kinds: int, memory: Memory, cast: Cast, taken: list[Span]) -> None:
    """Nothing; adds the actors of these kinds of nouns, in small letters, to those that a sentence names outright."""
    if kinds & cues.BODY:
        _bodies(text, memory, cast, taken)
    if kinds & (cues.SEAT | cues.SEAT_POST | cues.DIRECTORS):
        _seats(text, kinds, taken)
    if kinds & (cues.THIS | cues.PLAN):
        _things(text, kinds, memory, taken)
    if kinds & cues.SYSTEM and cast.place:
        _system(text, cast.place, taken)
    for start, end in services(text, kinds, taken) if kinds & (cues.SERVICE | cues.SERVICE_PHRASE) else ():
        take(taken, start, end, "S", Mention("Service", text[start:end], written=text[start:end]))
    for match in PRONOUN.finditer(text) if kinds & cues.PRONOUN else ():
        meant = memory.last[-1] if match[2] and memory.last else memory.subject
        if meant is not None:
            _stands_in(taken, match, meant)


def _stands_in(taken: list[Span], match: re.Match[str], meant: Mention) -> None:
    mention = Mention(meant.kind, meant.name, meant.within, "", meant.category)
    take(taken, match.start(), match.end(), code_of(meant), mention)


def _bodies(text: str, memory: Memory, cast: Cast, taken: list[Span]) -> None:
    for match in BODY_WORD.finditer(text):
        meant = _body(match, memory, cast)
        if meant is not None:
            _stands_in(taken, match, meant)
    for match in ALL_HEAD.finditer(text):
        known = cast.actors.get(fold(match[1]))
        body = Mention("Board", known.name if known else match[1], None, match[1])
        take(taken, match.start(1), match.end(1), "B", body)
    for match in LOWER_BODY.finditer(text):
        known = cast.actors.get(fold(match[1]))
        if known is not None or not match[0].lower().startswith("this "):
            name = known.name if known and known.kind == "Board" else _PLAINER.sub("", match[1])
            body = Mention("Board", name, None, match[1])
            take(taken, match.start(1), match.end(1), "B", body)


def _body(match: re.Match[str], memory: Memory, cast: Cast) -> Mention | None:
    """The body that "the Board" means: as defined, met before, the section's, the document's, or called just so."""
    if match[1].lower() in {"its", "their"}:
        return None
    word = match[2]
    known = cast.defined.get(word.lower()) or memory.body(word)
    ours = match[1].lower() == "our"
    alone = word[0].isupper() or (word == "board" and (ours or not cast.has_boards))
    if known is None and alone and match[1].lower() in {"the", "our"}:
        boards = [cast.actors[name] for name in _THE_BOARD if name in cast.actors] if word in {"Board", "board"} else []
        return boards[0] if boards else Mention("Board", word)
    return known


def directors(text: str, taken: list[Span]) -> None:
    """Nothing; adds the two seats of "executive and non-executive directors"."""
    for match in PAIRED_DIRECTORS.finditer(text):
        for start, end, name in (
            (*match.span(1), f"{match[1]} {match[3]}"),
            (match.start(2), match.end(), f"{match[2]} {match[3]}"),
        ):
            take(taken, start, end, "R", Mention("Role", name, written=name if end == match.end() else match[0]))


def _seats(text: str, kinds: int, taken: list[Span]) -> None:
    for match in SEAT.finditer(text) if kinds & cues.SEAT else ():
        words = match[0].removeprefix("the ")
        seat = Mention("Organisation", words, written=words, category="vcse")
        take(taken, match.end() - len(words), match.end(), "G", seat)
    for pattern, kind in ((SEAT_POST, cues.SEAT_POST), (DIRECTORS, cues.DIRECTORS)):
        for match in pattern.finditer(text) if kinds & kind else ():
            take(taken, match.start(), match.end(), "R", Mention("Role", match[0], written=match[0]))


def _things(text: str, kinds: int, memory: Memory, taken: list[Span]) -> None:
    for match in THIS_THING.finditer(text) if kinds & cues.THIS else ():
        meant = next((m for m in reversed(memory.last) if m.kind == _THINGS[match[1]]), None)
        if meant is not None:
            _stands_in(taken, match, meant)
    for match in PLAN_NOMINAL.finditer(text) if kinds & cues.PLAN else ():
        name = match[0].split(" ", 1)[1] if match[0].startswith(("a ", "an ", "the ")) else match[0]
        take(taken, match.end() - len(name), match.end(), "L", Mention("Plan", name, written=name))


def _system(text: str, place: str, taken: list[Span]) -> None:
    for match in SYSTEM.finditer(text):
        before = BEFORE_SYSTEM.search(text, max(0, match.start() - _FARTHEST), match.start())
        start = before.start() if before else match.start()
        words = text[start : match.end()]
        system = Mention("Partnership", f"{place} health and social care system", None, words)
        take(taken, start, match.end(), "N", system)


def services(text: str, kinds: int, taken: list[Span]) -> Iterator[tuple[int, int]]:
    """(start, end) of the services that small words name: each head with up to four words before that belong to it."""
    for match in SERVICE_PHRASE.finditer(text) if kinds & cues.SERVICE_PHRASE else ():
        yield match.span()
    for head in SERVICE_HEAD.finditer(text) if kinds & cues.SERVICE else ():
        floor = max((span.end for span in taken if span.end <= head.start()), default=0)
        start = head.start()
        for _ in range(_MOST_WORDS):
            before = text.rfind(" ", floor, start - 1) + 1 or floor
            word = text[before : start - 1]
            if (
                start <= floor + 1
                or not word
                or not word.replace("-", "").isalpha()
                or word.lower() in NO_SERVICE_WORD
                or (word[0].isupper() and before > 0)
            ):
                break
            start = before
        if start < head.start():
            more = SERVICE_MORE.match(text, head.end())
            stop = more.end() if more else head.end()
            if any(span.start < stop and head.end() < span.end for span in taken):
                stop = head.end()
            yield start, stop
