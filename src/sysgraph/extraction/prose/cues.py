"""Which kinds of nouns a sentence may name: each is looked for only where a part of a word stands that it turns on.

One search tells it for all kinds at once (see `sight`), where each kind's own regular expression would try every place.
"""

from sysgraph.extraction.prose.posts import HEAD_WORDS, SELDOM_POSTS

PRONOUNS = ("It ", "They ", "it ", "they ")
_VERBS = ("was", "is", "had", "has", "were", "formed", "included", "met", "report", "oversees", "will")
OPENERS = (*PRONOUNS, *(f"This {verb}" for verb in _VERBS))  # how a sentence begins that is about the one before
(
    POOL, AGREEMENT, CLASS, BODY, SEAT, SEAT_POST, DIRECTORS, THIS, SYSTEM, PLAN, SERVICE_PHRASE, SERVICE, PRONOUN,
    POST, POST_AMONG_OTHERS, SEVERAL,
) = (1 << number for number in range(16))  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOCAL_AUTHORITY = "LA"  # looked for in capitals, since half of all sentences have it in small letters
# In small letters, words of which one stands in every noun of a kind. An expression of `lexis` or a head of a post that
# learns a new word needs it here too.
WHOLE_CUES: dict[int, frozenset[str]] = {
    CLASS: _words("ccg icb council trust healthwatch")
    | {"clinical commissioning group", "integrated care board", "local authority"},
    BODY: _words(
        "committee subcommittee board panel group subgroup forum cabinet network partnership alliance body "
        "collaborative assembly taskforce"
    )
    | {"executive team", "leadership team", "management team", "council of governors"},
    SYSTEM: _words("system"),
    SERVICE: _words("service services team teams scheme ward wards unit clinic hub line"),
    POST: HEAD_WORDS - SELDOM_POSTS,
    POST_AMONG_OTHERS: SELDOM_POSTS,
}
# ... and parts of words, whose second letter stands within the noun itself.
CUES: dict[int, frozenset[str]] = {
    POOL: frozenset(
        {"better care fund", "pooled ", *(f"{kind} {pool}" for kind in ("joint", "joint commissioning")
                                          for pool in ("fund", "budget", "pool"))}
    ),
    AGREEMENT: frozenset(
        {" agreement", "75 arrangement", "75 partnership arrangement", "commissioning arrangement", "share arrangement",
         "share approach", "memorandum of understanding", "block contract", "standard contract"}
    ),
    SEAT: frozenset(
        {" sector", "carers", "vcs", "service users", "patient representative", "lay member", "providers",
         "commissioners", "stakeholders", "local residents", "gp practices", "gp federations", "elected members"}
    ),
    SEAT_POST: frozenset(
        {"chief executive", "chairs of", "chairs from", "directors of", "leaders of", "leaders from",
         "accountable officers", "senior managers", "senior officers", "senior staff"}
    ),
    DIRECTORS: frozenset(
        {"executive directors", "clinical directors", "divisional directors", "associate directors",
         "executive members"}
    ),
    THIS: frozenset(
        {"the agreement", "the plan", "the strategy", "this jointly ", *(f"this {thing}" for thing in _words(
            "service scheme team strategy plan programme agreement arrangement fund budget"))}
    ),
    PLAN: frozenset(f"{kind} plan" for kind in _words("work action delivery implementation improvement business")),
    SERVICE_PHRASE: frozenset(
        {"network of", "and adult social care services", "of-hours", "of hours", "commissioned services",
         "primary care", "urgent care"}
    ),
    SEVERAL: frozenset({"committees", "groups", "boards"}),
    PRONOUN: frozenset(f"{before} {word}" for before in (",", "and", "but") for word in ("it ", "they ")),
}  # fmt: skip
