"""What the very phrases of a sentence say: whose a board is, which body a post is in, who holds it.

"the trust's Quality Committee", "Chief Officer of the Partnership", "Jane Smith, Director of Care, Anyshire Council".
"""

import re
from collections.abc import Iterator

from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.facts import Fact
from sysgraph.extraction.prose.forms import ANY, FILL, letters, one, several, signs
from sysgraph.extraction.prose.posts import RESPONSIBLE
from sysgraph.extraction.prose.scene import Scene, Span
from sysgraph.extraction.prose.stage import LEADING
from sysgraph.model import Mention

_BODIES = "OUNBS"
_R = letters("R")
_P = letters("P")
_ADJECTIVES = (
    r"(?:(?:new|newly|former|interim|acting|current|joint|own|independent|deputy|lead|senior|non-executive|"
    r"elected|clinical|overall|existing|weekly|"
    r"monthly|internal|operational|executive|multidisciplinary|joint|jointly|appointed|funded|local|relevant|"
    r"main|established) ){0,3}"
)
# The bodies that share a post; "Chair of the Panel, to the Cabinet" is a post in one.
_SHARED = rf"{one(_BODIES)}(?:(?:,? and |, | & )(?:both |of |for |at |the )?{one(_BODIES)})*"
_POST_THEN_BODY = re.compile(
    rf"([{_R}]){FILL}*(?:,? (?:of|for|at|in|from|within|across|on)(?: the)? (?P<several>{_SHARED})|"
    rf"(?:, | \()(?P<one>{one(_BODIES)}))"
)
# "The Chair of the Board is the Leader of the Council": who chairs it.
_IS = re.compile(rf"([{_R}]){FILL}* (?:is|was|will be|shall be) ([{_R}])")
_POST_OF_ONE = re.compile(
    rf"([{_R}]){FILL}*(?: (?:of|for|at|in|from|within|across|on)(?: the)? (?P<several>{one(_BODIES)})|(?P<one>(?!)))"
)
_IN_A_LIST = re.compile(rf"[{ANY}]{FILL}*, $")
_POST_FOR_PLAN = re.compile(rf"([{_R}]){FILL}* (?:for|of)(?: the)? (?P<several>{several('LN')})")
_BODY_THEN_POST = re.compile(rf"([{letters('OUNB')}]){FILL}*(?:'s?)? {_ADJECTIVES}(?:of )?([{_R}])")
_POST_BRACKET = re.compile(rf"([{_R}]){FILL}* \([^()]{{0,40}} (?:at|of|in|for)(?: the)? ([{letters('OUN')}]){FILL}*\)")
_PERSON_POST = re.compile(
    rf"([{_P}]){FILL}*(?: \([A-Z]\w{{0,4}}\))?(?:,? (?:who is |is |was |as |as the |the |our )?|,? \(|: | - )([{_R}])"
)
_POST_PERSON = re.compile(rf"([{_R}]){FILL}*(?:,| -|:| \()? ?([{_P}])")
_PERSON_BODY = re.compile(rf"([{_P}]){FILL}*(?:, | of | from |\s\()([{letters('OUN')}])")
_OWNED = re.compile(
    rf"([{letters('OUN')}]){FILL}*'s? (?:\((?:[A-Z]+|[{ANY}]{FILL}*)\) )?{_ADJECTIVES}([{letters('BS')}])"
)
_BESIDE = re.compile(rf"([{letters('O')}]){FILL}* ([{letters('S')}])")
_FROM = re.compile(r"\b(?:from|by) (?:[A-Z][a-z]+\.? )?$")
_PLURAL_CHAIRS = re.compile(r"^(?:co-)?chairs$", re.IGNORECASE)
_CHAIR = re.compile(r"\b(?:vice[- ]|deputy[- ]|co-)?chair(?:s|man|men|woman|person)?\b", re.IGNORECASE)


def structure(scene: Scene, cast: Cast, *, apposed: bool) -> Iterator[Fact]:
    """The facts of phrases; `apposed` says that a comma between post and body joins them, as it does in short lines."""
    codes = {span.code for span in scene.actors.values()}
    if "B" in codes or "S" in codes:
        yield from _boards(scene)
        yield from prefixed(scene, cast)
    if "R" in codes:
        yield from _posts(scene, apposed=apposed)
    if "P" in codes:
        yield from _holders(scene)


_More = dict[str, str | bool]


def _fact(ends: tuple[Span, str, Span], where: tuple[int, int], rule: str, more: _More | None = None) -> Fact:
    return Fact(*ends, *where, rule, "", tuple((more or {}).items()))


def _boards(scene: Scene) -> Iterator[Fact]:
    while match := _OWNED.search(scene.masked) if "'" in scene.masked else None:
        owner, owned = scene.actors[match[1]], scene.actors[match[2]]
        words = scene.text[match.start() : owned.end].removeprefix("the ").removeprefix("The ")
        told = Mention(owned.mention.kind, owned.mention.name, owned.mention.within, words, owned.mention.category)
        owned = scene.actors[match[2]] = Span(owned.start, owned.end, owned.code, told)
        scene.widen(match[2], match.start(), scene.masked.index(match[2]) + _length(scene, match[2]))
        if owned.code == "S" and owner.mention.kind != "Organisation":
            continue
        if owned.mention.kind == "Board" and owner.mention.kind == "Partnership":
            continue
        if owned.mention.name != owner.mention.name and (owned.code == "B" or owned.mention.name[0].isupper()):
            yield _fact((owned, "PART_OF", owner), (match.start(), owned.end), "phrase.whose")
    for match in _BESIDE.finditer(scene.masked) if "team" in scene.text else ():
        owner, owned = scene.actors[match[1]], scene.actors[match[2]]
        if re.search(r"\bteam$", owned.mention.name) and owner.mention.kind == "Organisation":
            name = scene.text[owner.start : owned.end].removeprefix("the ").removeprefix("existing ")
            whole = Span(owner.start, owned.end, "S", Mention("Service", name, written=name))
            scene.actors[match[2]] = whole
            yield _fact((whole, "PART_OF", owner), (owner.start, owned.end), "phrase.team")


def _length(scene: Scene, sign: str) -> int:
    """How many characters the actor of a letter takes."""
    at = scene.masked.index(sign)
    end = at + 1
    while end < len(scene.masked) and scene.masked[end] == FILL:
        end += 1
    return end - at


def prefixed(scene: Scene, cast: Cast) -> Iterator[Fact]:
    """Boards and services with their organisation in their own name: "Northmoor NHS Trust Urgent Care Board"."""
    for at, span in scene.all("BS"):
        owner = cast.owner_in(span.mention)
        if owner is not None:
            yield _fact((span, "PART_OF", Span(0, 0, "O", owner)), (at, span.end), "phrase.named-after")


def _posts(scene: Scene, *, apposed: bool) -> Iterator[Fact]:
    for match in list(_POST_THEN_BODY.finditer(scene.masked)):
        match = _of_its_own(scene, match)
        bodies = signs(match["several"] or match["one"])
        if match["one"] and not apposed and scene.masked[match.start("one") - 2] == ",":
            continue
        if all(scene.actors[sign].code == "S" and scene.actors[sign].mention.name[0].islower() for sign in bodies):
            continue  # a service in general
        yield from _post_in(scene, match[1], bodies, match)
    for match in list(_POST_FOR_PLAN.finditer(scene.masked)):
        if RESPONSIBLE.search(scene.actors[match[1]].mention.name):
            yield from _leads(scene, match)
    for match in list(_POST_BRACKET.finditer(scene.masked)):
        yield from _post_in(scene, match[1], [match[2]], match)
    for match in list(_BODY_THEN_POST.finditer(scene.masked)):
        post = scene.actors[match[2]]
        if scene.text[post.end : post.end + 1] == ":" and scene.text[match.start() - 2 : match.start()] == ", ":
            continue  # "…: Jo Lee, Anyshire Council Lead Reviewer: …": the body belongs to the person before
        if post.mention.within is None:
            yield from _post_in(scene, match[2], [match[1]], match)
    yield from _who_is_chair(scene)


def _who_is_chair(scene: Scene) -> Iterator[Fact]:
    """The post whose holder chairs: "The Chair of the Board is the Leader of the Council"."""
    for match in _IS.finditer(scene.masked):
        chair, post = scene.actors[match[1]], scene.actors[match[2]]
        board, word = chair.mention.within, _CHAIR.search(chair.mention.name)
        if word and board is not None and board.kind == "Board":
            more: _More = {"vice": True, "as": "vice chair"} if word[0][:4].lower() in {"vice", "depu"} else {}
            yield _fact((post, "CHAIRS", Span(0, 0, "B", board)), match.span(), "phrase.chair-is", more)


def _of_its_own(scene: Scene, match: re.Match[str]) -> re.Match[str]:
    """The match without the last body, where that ends a list in which the post stands too: "A of B, C of D and E"."""
    if match["several"] and _IN_A_LIST.search(scene.masked[: match.start()]) and "," not in match[0]:
        return _POST_OF_ONE.match(scene.masked, match.start()) or match
    return match


def _leads(scene: Scene, match: re.Match[str]) -> Iterator[Fact]:
    """What somebody leads whose post says so: "the senior responsible officer for the Winter Plan"."""
    post, end = scene.actors[match[1]], match.end()
    for sign in signs(match["several"]):
        yield _fact((post, "LEADS", scene.actors[sign]), (post.start, end), "phrase.responsible-for")
    scene.widen(match[1], match.start(), end)


def _post_in(scene: Scene, sign: str, bodies: list[str], match: re.Match[str]) -> Iterator[Fact]:
    post = scene.actors[sign]
    places = [scene.actors[body] for body in bodies]
    chair = _CHAIR.search(post.mention.name)
    if chair and any(place.mention.kind == "Board" for place in places):
        yield from _chairs(scene, sign, [place for place in places if place.mention.kind == "Board"], chair[0], match)
        return
    start, end = min(match.start(), post.start), max(match.end(), post.end)
    if post.mention.within is None:
        written = (
            scene.text[start:end].removeprefix("the ").removeprefix("The ")
            if end - start > post.end - post.start
            else post.mention.written
        )
        mention = Mention("Role", post.mention.name, places[0].mention, " ".join(written.split()))
        post = scene.actors[sign] = Span(post.start, post.end, "R", mention)
        scene.widen(sign, start, max(end, scene.masked.index(sign) + _length(scene, sign)))
    joint: _More = {"joint": True} if len(places) > 1 else {}
    for place in places:
        if place.mention.kind != "Plan":
            yield _fact((post, "POST_IN", place), (start, end), "phrase.post-in", joint)


def _chairs(scene: Scene, sign: str, boards: list[Span], word: str, match: re.Match[str]) -> Iterator[Fact]:
    post = scene.actors[sign]
    each = bool(_PLURAL_CHAIRS.match(post.mention.name))
    title = "Chair" if each else post.mention.name
    vice: _More = {"vice": True, "as": "vice chair"} if re.match(r"vice|deputy", word, re.IGNORECASE) else {}
    joint: _More = {"joint": True} if len(boards) > 1 and not each else {}
    start, end = min(match.start(), post.start), max(match.end(), post.end)
    for number, board in enumerate(boards):
        if each or number == 0:
            written = (
                f"Chair of the {board.mention.written or board.mention.name}" if each else scene.text[post.start : end]
            )
            post = Span(post.start, post.end, "R", Mention("Role", title, board.mention, " ".join(written.split())))
        if number == 0:
            scene.actors[sign] = post
        yield _fact((post, "CHAIRS", board), (start, end), "phrase.chair-of", vice | joint)
    scene.widen(sign, start, max(end, scene.masked.index(sign) + _length(scene, sign)))


def _holders(scene: Scene) -> Iterator[Fact]:
    held = set()
    for pattern, person_first in ((_PERSON_POST, True), (_POST_PERSON, False)):
        for match in pattern.finditer(scene.masked):
            person, post = (
                scene.actors[match[1 if person_first else 2]],
                scene.actors[match[2 if person_first else 1]],
            )
            if person.mention.name in held or post.start in held or _opens(scene, person, post):
                continue
            held |= {person.mention.name, post.start}
            yield _fact((person, "HOLDS", post), (match.start(), max(person.end, post.end)), "phrase.holds")
            yield from _beyond(scene, person, post)
    for match in _PERSON_BODY.finditer(scene.masked):
        person, body = scene.actors[match[1]], scene.actors[match[2]]
        if person.mention.name not in held:
            yield _fact((person, "POST_IN", body), (match.start(), body.end), "phrase.person-in")


def _opens(scene: Scene, person: Span, post: Span) -> bool:
    """Whether the comma between person and post ends an opening: "In answer to a question from Mr Field, the Chair"."""
    opening = LEADING.match(scene.text)
    asked = _FROM.search(scene.text[: person.start]) is not None
    return asked and opening is not None and person.end < opening.end() <= post.start


def _beyond(scene: Scene, person: Span, post: Span) -> Iterator[Fact]:
    """The body that stands on the far side of a person: "Lead reviewer: Jo Lee, Anyshire Council"."""
    if post.mention.within is not None or post.start > person.start:
        return
    after = re.compile(rf"(?:,| \() ?({one('OUNB')})").match(scene.masked, person.end)
    if after:
        sign = signs(after[1])[0]
        body = scene.actors[sign]
        for letter_, span in list(scene.actors.items()):
            if span is post:
                post = scene.actors[letter_] = Span(
                    post.start, post.end, "R", Mention("Role", post.mention.name, body.mention, post.mention.written)
                )
                yield _fact((post, "POST_IN", body), (post.start, body.end), "phrase.post-in")
                yield _fact((person, "HOLDS", post), (post.start, body.end), "phrase.holds")
                break
