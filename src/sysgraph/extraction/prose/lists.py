"""Lists of who sits on a body: the lines after "Membership:", "Our team was led by:", councillors in a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sysgraph.extraction.prose.facts import Fact
from sysgraph.extraction.prose.forms import letters
from sysgraph.extraction.prose.scene import Scene, Span
from sysgraph.model import Mention

MEMBERS, LEADERS, THERE = "members", "leaders", "there"

_LEAD_IN = re.compile(
    r"^(?:\d[\d.]*\s+)?(?P<words>[^.:]{0,160}?\b(?:membership|members|member|comprises?|comprised|consists? of|"
    r"consisted of|made up of|includes?|included|include|"
    r"composed of|composition|representatives? from|present|in attendance|apologies|attendees|led by|"
    r"following)\b[^.:]{0,80}):?\s*$",
    re.IGNORECASE,
)
_SAYS_MEMBERS = re.compile(
    r"\b(?:member|compris|consist|composed|composition|made up|present\b|represent|included|includes|include)",
    re.IGNORECASE,
)
_NOT_MEMBERS = re.compile(
    r"\b(?:in attendance|apolog|attendees|not (?:be )?members?|non-members?|quorum|quorate|voting rights|"
    r"responsibilit|duties|role of|terms|agenda|will be invited|"
    r"may attend|standing (?:items|agenda)|objectives|functions|purpose|remit|people we spoke|documents|"
    r"reports?|how |example|appoint\w+ process)",
    re.IGNORECASE,
)
_INCLUDES = r"team (?:also )?(?:included|includes|comprised|was made up of)"
_TEAM_INCLUDES = re.compile(_INCLUDES)
_INLINE = re.compile(rf"\b(?P<lead>(?:[Tt]he|[Oo]ur) (?:[a-z]+ ){{0,2}}{_INCLUDES}):? (?P<items>.+)$")
_TEAM = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Tt]his) ((?:[a-z]+ ){0,3}team)\b")
_COUNCILLORS = re.compile(r"\b(Councillors?|Cllrs?)\.? (?=[A-Z])")
_COUNCILLOR = re.compile(
    r"(?P<name>(?:(?:Mrs|Mr|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev)\.? )?(?:(?!Chair\b|"
    r"Vice\b|Deputy\b)[A-Z][\w'-]*\.? ){0,2}(?!Chair\b|Vice\b|Deputy\b)[A-Z][\w'-]+)"
    r"(?:,? \(?(?P<post>(?:Vice[- ]|Deputy )?Chair(?:man|woman|person)?)\b\)?)?(?P<after>,| and| &|\.|;|$| )"
)
_CHAIR = re.compile(
    r"(?:^(?:an? |the |one )?|[(,–/-]\s*|\b(?:is|as) (?:the )?|\) )(?P<post>(?:(?:Vice|Deputy|Co|Independent|Acting|"
    r"Interim|Joint|Lay|Non-Executive|Clinical)[- ])*Chair(?:man|woman|person)?)(?=$|[);/.]|,(?! (?:the )?[A-Z])|\s*$|"
    r" of (?:the )?(?:Board|Committee|Panel|Group)\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:up to |at least )?(?:\d+ ?x? |one |two |three |four |five |six |seven |eight |a |an |the |each "
    r")(?:\(\d\) )?",
    re.IGNORECASE,
)
_POSTISH = re.compile(
    r"\b(?:[Rr]epresentatives?|[Rr]eps?|[Mm]embers?|[Nn]ominees?|[Cc]linicians?|[Oo]fficers?|[Dd]irectors?|"
    r"[Cc]hief [Ee]xecutives?|[Cc]hair\w*|[Mm]anagers?|[Ll]eads?|[Hh]eads?|"
    r"[Cc]ouncillors?|[Ll]eader|[Ss]ecretary|[Nn]urse|[Cc]onsultant|[Tt]reasurer|[Cc]ommissioner|GPs?)\b(?! "
    r"[Gg]roup| [Bb]oard| [Cc]ommittee| [Ff]orum| [Ss]ector)"
)
_GOVERNS = re.compile(
    r"\b(?:[Gg]overning [Bb]ody|[Bb]oard of (?:[Dd]irectors|[Gg]overnors|[Tt]rustees)|[Tt]rust [Bb]oard|"
    r"[Ee]xecutive (?:[Tt]eam|[Bb]oard))$"
)
_LONGEST_BODY = 10
_LONGEST_POST = 120
_FIRST = 40
_NUMBER = re.compile(r"(?:\d+ |one |two |three |four |five |six |seven |eight )", re.IGNORECASE)
_INITIALS = re.compile(r"^\s*\([A-Z][\w/ ]{0,4}\)")
# What stands before the rest of a post's own name: "Lay Member for Patient and Public Involvement".
_JOINED = re.compile(r"[a-z](?:,)? (?:and|&) $|\b(?:Member|Director|Lead|Manager) [-–] $")
_EDGES = " ,;:–-()/\t•·."


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that a list of people or bodies follows: whose list, and what it says of those in it."""

    body: Mention
    mode: str


_A_BODY = re.compile(r"(?:committee|board|group|panel|forum)$", re.IGNORECASE)


def leads_in(text: str, *, heading: bool) -> bool:
    """Whether a list may follow a line: what `lead_in` asks for first, since it needs no scene."""
    return (heading or text.rstrip().endswith(":")) and _LEAD_IN.match(text) is not None


def lead_in(text: str, scene: Scene, fallback: Mention | None, *, heading: bool) -> Lead | None:
    """What list follows a line, or nothing."""
    if not leads_in(text, heading=heading):
        return None
    bodies = [span.mention for _, span in scene.all("BN")]
    team = _TEAM.search(text)
    body = (
        bodies[0] if bodies else Mention("Board", team[1], written=team[0]) if team and "team" in team[1] else fallback
    )
    if team and not bodies and team[1] == "team" and fallback is not None:
        body = Mention(fallback.kind, fallback.name, fallback.within, team[0], fallback.category)
    if body is None:
        return None
    if re.search(r"\bled by\b", text):
        return Lead(body, LEADERS)
    if _NOT_MEMBERS.search(text):
        return Lead(body, THERE) if re.search(r"attendance|apolog|attendees", text, re.IGNORECASE) else None
    return Lead(body, MEMBERS) if _SAYS_MEMBERS.search(scene.masked) else None


def inline(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the items of a list that runs on in its sentence: "The team included: two …, two … and …"."""
    found = _INLINE.search(text) if "team " in text and _TEAM_INCLUDES.search(text) else None
    if not found:
        return
    at = found.start("items")
    for item in re.split(r"(?:, and |; and |, |; | and (?=[A-Z]))(?![^(]*\))", found["items"]):
        start = text.index(item, at)
        yield start, start + len(item)
        at = start + len(item)


def councillors(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, name, post in the committee) of the councillors that a line names in a row."""
    heads = list(_COUNCILLORS.finditer(text))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        at = head.end()
        while match := _COUNCILLOR.match(text, at, end):
            yield match.start(), match.end("name"), f"Councillor {match['name']}", match["post"] or ""
            at = match.end()
            while at < end and text[at] in " ,;&":
                at += 1
            if text.startswith("and ", at):
                at += 4
            if head[1] in {"Councillor", "Cllr"}:
                break


def line(scene: Scene, lead: Lead, words: str) -> Iterator[Fact]:
    """What one line of a list says: who sits there, in which post, of which body."""
    people = list(scene.all("P"))
    chair = _CHAIR.search(words)
    if people:
        yield from _person(scene, lead, people[0][1], words, chair)
        return
    if lead.mode == THERE:
        return
    post = _post(scene, lead, words)
    if post is None:
        return
    if chair and post.code == "R" and lead.body.kind == "Board":
        pure = post.mention.name.lower() == chair["post"].lower()
        if pure:
            post = Span(
                post.start, post.end, "R", Mention("Role", post.mention.name, lead.body, written=post.mention.written)
            )
        yield Fact(post, "CHAIRS", Span(0, 0, "B", lead.body), 0, len(words), "list.chair", "", _vice(chair["post"]))
    else:
        yield _sits(post, lead, len(words))
    if post.code == "R" and post.mention.within is not None and post.mention.within != lead.body:
        place = post.mention.within
        yield Fact(post, "POST_IN", Span(0, 0, "O", place), 0, len(words), "list.post-in")


def _sits(actor: Span, lead: Lead, length: int) -> Fact:
    type_ = "LEADS" if lead.mode == LEADERS else "MEMBER_OF"
    return Fact(actor, type_, Span(0, 0, "B", lead.body), 0, length, f"list.{lead.mode}")


def _vice(post: str) -> tuple[tuple[str, str | bool], ...]:
    return (("vice", True), ("as", "vice chair")) if re.match(r"vice|deputy", post, re.IGNORECASE) else ()


def _person(scene: Scene, lead: Lead, person: Span, words: str, chair: re.Match[str] | None) -> Iterator[Fact]:
    length = len(words)
    body = Span(0, 0, "B", lead.body)
    if lead.mode == MEMBERS and chair and lead.body.kind == "Board":
        yield Fact(person, "CHAIRS", body, 0, length, "list.chair", "", _vice(chair["post"]))
    elif lead.mode != THERE:
        yield _sits(person, lead, length)
    title, place = _beside(scene, person, words)
    if title and not (
        chair
        and title.lower() == chair["post"].lower()
        and place is None
        and lead.mode == MEMBERS
        and "linical" not in title
    ):
        within = (
            place.mention if place else lead.body if lead.mode == MEMBERS and _GOVERNS.search(lead.body.name) else None
        )
        role = Span(0, 0, "R", Mention("Role", title, within, written=title))
        yield Fact(person, "HOLDS", role, 0, length, "list.holds")
        if within is not None:
            yield Fact(role, "POST_IN", place or body, 0, length, "list.post-in")
    elif place is not None and not title:
        yield Fact(person, "POST_IN", place, 0, length, "list.person-in")


def _beside(scene: Scene, person: Span, words: str, offset: int = 0) -> tuple[str, Span | None]:
    """(post, body) beside a person in a line: after the name, else before it; `words` begin at the offset."""
    rest, at = words[person.end :], person.end + offset
    initials = _INITIALS.match(rest)
    if initials:
        rest, at = rest[initials.end() :], at + initials.end()
    if not rest.strip(_EDGES):
        rest, at = words[: person.start], 0
    places = [
        span
        for _, span in scene.all("OUNB")
        if at <= span.start < at + len(rest) and not _JOINED.search(scene.text[: span.start])
    ]
    place = places[-1] if places else None
    if place is not None and place.code == "S" and place.start < at + len(rest) - len(place.mention.name) - 4:
        place = None
    title = rest
    if place is not None and place.code != "S":
        before, after = rest[: place.start - at], rest[place.end - at :]
        title = before if before.strip(_EDGES) else after
        title = re.sub(r"(?:,| of| for| at| to| from| in)?(?: the)?\s*$", "", title.rstrip(" (–-,"))
    if not title.strip(_EDGES):
        title = words[: person.start]
    title = title.strip(_EDGES)
    title = re.sub(r"\s+", " ", re.split(r"\s/\s|;|\(", title)[0]).strip(_EDGES)
    if (
        not title
        or not title[0].isupper()
        or len(title.split()) > 14
        or title.startswith(("Councillor", "Cllr"))
        or re.search(r"\bco-? ?opt", title, re.IGNORECASE)
    ):
        title = ""
    if title and place is None:
        return _owned(scene, title)
    return title, place


def _owned(scene: Scene, title: str) -> tuple[str, Span | None]:
    """(post, body) of a post with its body in front: "ICB Non-Executive Member"."""
    for _, span in scene.all("O"):
        owner = scene.text[span.start : span.end]
        if title.startswith(f"{owner} "):
            return title[len(owner) + 1 :].strip(_EDGES), span
    return title, None


def _post(scene: Scene, lead: Lead, words: str) -> Span | None:
    """The actor of a line without a person: the post as it is written, else the body that it begins with."""
    count = _COUNT.match(words)
    begins = count.end() if count else 0
    name = words[begins:].split(" (")[0].strip(_EDGES)
    if count and _NUMBER.match(words) and 1 < len(name.split()) <= _LONGEST_BODY and not _A_BODY.search(name):
        return Span(0, len(words), "R", Mention("Role", name, None, written=words.strip(_EDGES)))
    if _POSTISH.search(words):
        title, place = _titled(scene, words, begins)
        if title and _POSTISH.search(title):
            within = place.mention if place and place.mention.name != lead.body.name else None
            if place is None and (whole := _in_its_body(scene, title)) is not None:
                title, within = whole.mention.name, whole.mention.within
            written = name if len(name) < _LONGEST_POST else title
            return Span(0, len(words), "R", Mention("Role", title, within, written=written))
    for _, span in scene.all("RBONGUS"):
        if span.code == "R":
            post = Mention("Role", span.mention.name, span.mention.within, written=name[:_LONGEST_POST])
            return Span(span.start, span.end, "R", post)
        if span.code in "BONGU" and span.start < _FIRST and span.mention.name != lead.body.name:
            return span
    return None


def _in_its_body(scene: Scene, title: str) -> Span | None:
    """The post that a title begins with, where a phrase has told its body: "Leader of Anyshire Council"."""
    return next(
        (span for _, span in scene.all("R") if span.mention.within and title.startswith(f"{span.mention.name} of ")),
        None,
    )


def _titled(scene: Scene, words: str, begins: int) -> tuple[str, Span | None]:
    """(title, body) of a line that is a post: "Director of Care, Anyshire Council", "CCG Chair"."""
    title, place = _beside(scene, Span(0, 0, "R", Mention("Role", "")), words[begins:], begins)
    owner = next((span for _, span in scene.all("O") if title.startswith(f"{words[span.start : span.end]} ")), None)
    if place is None and owner is not None:
        return title[owner.end - owner.start :].strip(), owner
    return title, place


__all__ = ["LEADERS", "MEMBERS", "THERE", "Lead", "councillors", "inline", "lead_in", "letters", "line"]
