"""Posts in a sentence: "Director of Integrated Commissioning", "the lead member for care", "two joint leads".

A post is found from its head word: back over the words that belong to it, on over what it is for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sysgraph.extraction.lexicon import POST_HEADS, POST_WORDS

_NO_HEADS = frozenset(
    "member partner partners owner author doctor nurse nurses consultant consultants buyer guardian fellow "
    "engineer champion practitioner technician inspector adviser advisor auditor surveyor planner sponsor "
    "representative therapist "
    "midwife paramedic psychologist president dean cabinet-member governor councillor commissioner "
    "commissioners mayor".split()
)
_MORE = frozenset(
    "executives chairs inspectors reviewer reviewers analysts advisors advisers specialists secretaries "
    "managers ceo cfo coo sro deans".split()
)
_HEADS = (POST_HEADS - frozenset({"member", "partner", "owner", "author", "buyer"})) | _MORE
_HEAD = re.compile(
    rf"(?<![\w'-])(?:[Cc]hief [Ee]xecutives?(?: [Oo]fficers?)?|[Ll]ead [Mm]ember|[Cc]abinet [Mm]ember|"
    rf"[Pp]ortfolio [Hh]older|[Ss]enior [Rr]esponsible [Oo]wner|[Vv]ice[- ][Cc]hair\w*"
    rf"|[Dd]eputy [Cc]hair\w*|(?i:{'|'.join(sorted(_HEADS, key=lambda w: (-len(w), w)))}))(?![\w-])"
)
# In small letters, the words that the head of a post may begin with.
HEAD_WORDS = (
    _HEADS
    | frozenset("chief lead cabinet portfolio deputy".split())
    | {"senior responsible owner"}
    | {f"vice{gap}chair{more}" for gap in " -" for more in ("", "s", "man", "men", "woman", "women", "person")}
)
# Where none but these stands in a sentence, it is about people at work, not about posts.
SELDOM_POSTS = frozenset("midwives planner surveyor technician worker workers".split())
_BEFORE = re.compile(r"([A-Za-z][\w'&/-]*|&)([ ,-]+)$")
_VERBLIKE = frozenset(
    "lead leads chair chairs head heads champion sponsor partner nurse consultant representative commissioner "
    "owner".split()
)
_DETERMINERS = frozenset("the a an its their our his her this that each new one two three four five joint".split())
_COUNTS = frozenset(
    "one two three four five six seven eight joint jointly funded appointed designated former clinical".split()
)
_BEFORE_HEADS = POST_WORDS | _COUNTS
_DETERMINING = _DETERMINERS | _COUNTS
_FOR = re.compile(r" (?:of|for|to) (?:the )?")
_FUNCTION = re.compile(r"(?:[A-Z][\w'&/-]*|and|&|,(?= [A-Z])|of|for|the(?= [A-Z])|[a-z][a-z-]+)(?= |[.,;:()]|$)")
_LOWER_FUNCTION = POST_WORDS | frozenset(
    "adult social care services public health strategy delivery nursing medicine commissioning state".split()
)
# Posts that head a whole body: what stands after "of" is the body.
HEADS_ALL = re.compile(
    r"(?:[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|(?:[Vv]ice[- ]|[Dd]eputy )?[Cc]hair\w*|[Ll]eader|[Mm]ayor|CEO|"
    r"[Aa]ccountable [Oo]fficer|[Cc]hief [Oo]fficer|[Mm]anaging [Dd]irector)$"
)
# Who answers for a plan: what stands after "for" is the plan, and no part of the title.
RESPONSIBLE = re.compile(r"\b(?:senior responsible (?:officer|owner)|SRO)s?\b", re.IGNORECASE)
_TO_COME = re.compile(r" (?:[Dd]esignate|[Ee]lect)\b|-elect\b")
# What an organisation is, not somebody in it: "the lead provider for the alliance".
_LEAD_BODY = re.compile(
    r"[ /](?:and |[a-z-]+/)?(?:co-?ordinating )?"
    r"(?:commissioner|provider|organisation|authority|agency|body|partner|employer)\b"
)
_NEXT_POST = re.compile(
    r" (?:and )?(?:the )?(?:Director|Chief|Deputy|Assistant|Executive|Managing|Head|Chair|Vice|Lead|Manager|"
    r"Officer|Cabinet|Portfolio|Associate|Medical|Non)"
)
_AND_POST = re.compile(
    r"(?:and|&) (?:(?:the )?(?:Director|Chief|Deputy|Assistant Director|Managing Director|Head of|Chair)|"
    r"the (?:Executive|Medical|Corporate|Lead|Clinical|Associate|Accountable) [A-Z])"
)
_CHOSEN = re.compile(r"\b(?:is|was|were|be|been|being|duly|and|has|have|had) (?:elected|appointed)$")
_CHAIRLIKE = frozenset("chair chairs chairman chairwoman chairperson vice-chair co-chair".split())


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it is written; offsets into the sentence."""

    start: int
    end: int
    title: str

    @property
    def chairs(self) -> bool:
        """Whether who holds the post chairs what it is in."""
        return bool(_CHAIRLIKE & set(re.split(r"[ -]", self.title.lower())))


def posts(text: str, heads: Iterable[int], taken: list[tuple[int, int]]) -> Iterator[Post]:
    """The posts of a sentence; `heads` is where words of `HEAD_WORDS` stand, `taken` the names of bodies and people."""
    last = after = 0
    for at in heads:
        match = _HEAD.match(text, at) if at >= after else None
        if match is None:
            continue
        start, after = match.span()
        end = after
        if start < last or any(s < end and start < e for s, e in taken):
            continue
        if match[0].lower() == "lead" and _LEAD_BODY.match(text, end):
            continue
        if match[0].lower() in POST_WORDS and _HEAD.match(text, end + 1) and text[end : end + 1] == " ":
            continue  # "Lead Reviewer": the head is the next word
        first = _back(text, start, max(last, max((e for _, e in taken if e <= start), default=0)))
        title_start = _title_start(text, first, start)
        if not _is_post(text, first, start, match[0]):
            continue
        if more := _TO_COME.match(text, end):
            end = more.end()
        if not RESPONSIBLE.search(text[title_start:end]):
            end = _on(text, start, end, min((s for s, _ in taken if s >= end), default=len(text)))
        last = end
        yield Post(title_start, end, " ".join(text[title_start:end].split()))


def _back(text: str, start: int, floor: int) -> int:
    """Where the words begin that belong to a post's head."""
    at = start
    for _ in range(7):
        found = _BEFORE.search(text, max(floor, at - 30), at)
        if not found:
            break
        word = found[1]
        if "," in found[2] or not (
            word.lower() in _BEFORE_HEADS
            or (word[0].isupper() and word.lower() not in _DETERMINERS and not word.endswith("'s"))
        ):
            break
        if word in {"elected", "appointed"} and _CHOSEN.search(text, max(0, at - 30), found.end(1)):
            break
        if found[2].strip() == "-" and " " in found[2]:
            break
        at = found.start()
    return at


def _title_start(text: str, first: int, head: int) -> int:
    """Where the title begins, openers of the sentence aside."""
    opener = re.match(
        r"(?:The|A|An|In|Our|Their|Its|This|That|As|By|For|Both|And|Each|Reporting|Health|Former) ", text[first:head]
    )
    return first + opener.end() if opener and opener[0] != "Health " else first


def _is_post(text: str, first: int, head: int, word: str) -> bool:
    """Whether a head word is meant as a post: not the verb "leads", not officers in general."""
    if word[0].isupper() and (head > 0 or len(word.split()) > 1 or first < head):
        return True
    before = text[max(0, first - 14) : first].split()
    article = before[-1].lower() if before else ""
    determined = (
        article in _DETERMINERS or article.endswith("'s") or text[first:head].split(" ")[0].lower() in _DETERMINING
    )
    if word.lower() in _VERBLIKE:
        return determined
    plural = word.endswith("s")
    if word.lower() in _NO_HEADS:
        return False
    if plural:
        return determined and first < head
    return determined or first < head or text[head + len(word) : head + len(word) + 4] == " of "


def _on(text: str, start: int, end: int, ceiling: int) -> int:
    """Where a post ends, what it is for within it."""
    joint = _FOR.match(text, end, ceiling)
    if not joint or HEADS_ALL.match(text[start:end]):
        return end
    at = joint.end()
    best = end
    count = 0
    while count < 9 and (word := _FUNCTION.match(text, at, ceiling)):
        key = word[0].lower()
        if (key == "," and _NEXT_POST.match(text, word.end())) or _AND_POST.match(text, word.start()):
            break
        if word[0][0].islower() and key not in _LOWER_FUNCTION and key not in {"and", "of", "for", "the"}:
            break
        if key not in {"and", "of", "for", "the", "&", ","}:
            best = word.end()
            if best < len(text) and text[best : best + 1] in ".;:()":
                break
        at = word.end() + (1 if word.end() < len(text) and text[word.end()] == " " else 0)
        count += 1
    return best if best <= ceiling else end
