"""The words that names are cut by: heads, fronts, joiners, and words that open a sentence but never a name."""

from sysgraph.extraction.lexicon import FRONTS, HEADS, OPENERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Heads that a name may have in small letters after capitalised words: "Pathfinder service".
LOWER_HEADS = tuple(
    sorted(
        _words(
            "sub-committee subcommittee committee board panel group programme team service services strategy "
            "plan network forum system partnership charter alliance council collaborative campaign department"
        )
    )
)
LOWER_WORDS = _words(
    "health and social care workforce joint commissioning urgent improvement transformation delivery executive "
    "quality assurance engagement carers dementia prevention digital estates winter discharge implementation "
    "scrutiny safeguarding adults wellbeing integrated neighbourhood strategic management operational leadership "
    "financial recovery mental public primary community hospital local cost outcomes"
)
JOINERS = _words("& and for of on the upon")
MORE_HEADS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("together", "system"), ("Partnership", "")),
    **dict.fromkeys(("ward", "department", "a&e", "hospitals"), ("Service", "")),
    **dict.fromkeys(("charter", "campaign"), ("Plan", "")),
    **dict.fromkeys(("joint strategic needs assessment", "joint strategic needs analysis"), ("Plan", "")),
    **dict.fromkeys(("surgery", "charity"), ("Organisation", "")),
    **dict.fromkeys(("fire & rescue service", "fire & rescue authority"), ("Organisation", "emergency")),
    **dict.fromkeys(("police and crime commissioner", "police & crime commissioner"), ("Organisation", "emergency")),
    **dict.fromkeys(
        (
            "board of directors", "board of governors", "board of trustees", "council of governors",
            "council of members",
            "governing bodies", "committees", "boards", "groups",
        ),
        ("Board", ""),
    ),
}  # fmt: skip
ALL_HEADS = {
    head: meaning for head, meaning in {**HEADS, **MORE_HEADS}.items() if head not in {"foundation", "limited"}
}
LONGEST_HEAD = max(len(head.split()) for head in ALL_HEADS)
FRONTS_OF_NAMES: dict[str, tuple[str, str]] = {
    **FRONTS,
    "royal college of": ("Organisation", "professional_body"),
    "london borough of": ("Organisation", "council"),
    "royal borough of": ("Organisation", "council"),
    "institute for": ("Organisation", ""),
    "association of": ("Organisation", ""),
}
# Heads that are names by themselves: a document says them of one body.
NAMES_ALONE = frozenset({
    "cabinet", "governing body", "board of directors", "better care fund", "bcf", "council of governors",
    "council of members",
    "joint strategic needs assessment", "joint strategic needs analysis", "pooled budget", 
    "board of trustees", "board of governors", "overview and scrutiny", "trust board", "executive board",
    "executive team", "senior leadership team", "senior management team",
})  # fmt: skip
# Heads after which "of" goes on with the name where another head follows: "University Hospitals of … NHS Trust".
GOES_ON_WITH_OF = _words("college council hospital hospitals royal university")
# Posts that end where a body begins, with nothing between: "Chair Northmoor Board".
CUT_POSTS = _words(
    "chair chairman clerk cllr commissioner councillor director governor lead leader manager officer secretary"
)
CALENDAR = _words(
    "apr april aug august dec december feb february friday jan january jul july jun june mar march monday nov "
    "november oct october saturday sep sept september sunday thursday tuesday wednesday"
)
# Words that open sentences and names alike.
NAME_WORDS = _words("dedicated joint key local new via")
OPENERS_OF_SENTENCES = (OPENERS - NAME_WORDS) | _words(
    "membership minutes composition remit terms "
    "again although avoiding because chairs delivering developing did do does ensuring formed gradually however "
    "location maintaining map members members' nevertheless population promoting rated received representative "
    "representatives supporting using"
)
# ... but after "Membership" go on with a name.
MEMBERSHIP_GOES_ON = _words("committee communications development engagement recruitment")
# Words that make no name by themselves.
NOT_NAMES = (
    OPENERS
    | CALENDAR
    | _words(
        "across act action actions additionally agenda although among annex another apologies appendix attendance "
        "authorities executives non-executives side "
        "background between bill board care ccg chapter commissioners committee contents date decision despite "
        "duties "
        "eight emerging few figure first five four frequency furthermore generally half he health here historical "
        "historically how however i introduction it item last leaders less little local many meeting meetings "
        "members "
        "membership minutes more moreover most mr mrs national next nhs nine none note ok older one other others "
        "overall pack page part people plan please present provider providers published purpose quorum recent "
        "recommendation recommendations reference reporting representation representatives resolved responsibilities "
        "role roles second section service services seven several she similarly six social staff such summary "
        "supplement system table ten terms then there therefore they third three thus time two venue voluntary "
        "we what "
        "who why within without yes you"
    )
)
# ... but tell one body of a head from another.
NAME_TELLERS = _words(
    "leaders members directors ccg council health icb joint key local new nhs people provider providers social staff "
    "trust voluntary"
)
# Meetings of a council, and the sides in it: "Full Council", "the Opposition Group".
PLENARY = _words("full annual extraordinary")
PARTIES = _words("political opposition labour conservative democrat democrats majority minority")
# Places whose own name has an "and" in it: the second word of each.
PAIRED_PLACES = _words("chelsea fulham hove dagenham wrekin chester cleveland darwen maidenhead rutland")
# What "Cabinet" or "Board" is not the head of: "Cabinet Member".
GOES_ON_AS_POST = _words(
    "member members office lead portfolio secretary papers meeting meetings minutes report reports agenda"
)
# Possessives that belong to the name: "Children's Trust".
CLASS_POSSESSIVES = _words(
    "adults' carers' chief's children's directors' executive's governors' guy's king's men's patients' people's "
    "queen's women's"
)
