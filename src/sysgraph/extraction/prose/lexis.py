"""What governance prose speaks of in small letters: agreements, pools, seats on a body, services, class words."""

import re

from sysgraph.extraction.lexicon import POST_WORDS

AGREEMENT = re.compile(
    r"\b(?:[Ss]ection 75 (?:[Pp]artnership |[Ll]egal )?(?:[Aa]greements?|[Aa]rrangements?)|[Ss](?:\.|ection )?75 "
    r"[Aa]greements?|"
    r"(?:[Aa]lliance|[Rr]isk[- ][Ss]har(?:e|ing)|[Pp]artnership|[Cc]ollaboration|[Dd]elegation|"
    r"[Ii]nter-authority|[Jj]oint [Ww]orking|"
    r"[Pp]ooled [Bb]udget|[Pp]ooled [Ff]und|[Ss]ervice [Ll]evel|[Dd]evolution|[Hh]osting|[Ff]ramework|"
    r"[Ii]nformation[- ][Ss]haring) [Aa]greements?|"
    r"[Rr]isk (?:and gain )?[Ss]hare (?:approach|arrangements?)|[Mm]emorandum of [Uu]nderstanding|[Bb]lock "
    r"[Cc]ontracts?|NHS [Ss]tandard [Cc]ontract|"
    r"(?:integrated|joint|lead) commissioning arrangements?)\b"
)
POOL = re.compile(
    r"\b(?:[Ii]mproved )?Better Care Fund(?: [Pp]ooled (?:[Bb]udget|[Ff]und))?\b(?! [Pp]lan)|\b(?:(?:[A-Z][\w-]+ "
    r"){1,5}Pooled (?:Budget|Fund)|[Pp]ooled (?:[Bb]udgets?|[Ff]unds?)|"
    r"[Jj]oint (?:[Cc]ommissioning )?(?:[Ff]und(?:ing)?|[Bb]udget|[Pp]ool))\b(?: of (?:around |about |over |"
    r"nearly |approximately |up to )?£[\d.,]+ ?(?:m|million|bn|billion|k)?\b)?"
)
AMOUNT = re.compile(r"£ ?([\d,]+(?:\.\d+)?) ?(bn|billion|m|million|k)?\b", re.IGNORECASE)
# What a pool is for, right behind its name.
POOL_FOR = re.compile(
    r",? for (?:the )?((?:(?:people with |older |young |health|mental|social|care|learning|disabilit(?:y|ies)|adults?|"
    r"child(?:ren|ren's)|community|equipment|carers|dementia|reablement|intermediate|services?|people|public|families|"
    r"substance|misuse|drugs?|alcohol|integrated|wellbeing|physical|and|continuing|healthcare|support|home)\b ?)+)"
    r"(?<! )(?<! and)(?=$|[.,;:)]| (?!and\b))"
)
SEAT = re.compile(
    r"\b(?:representatives? (?:of|from) )?(?:the )?(?:[Vv]oluntary(?:,? (?:and )?[Cc]ommunity)?(?:,? (?:and "
    r")?[Ss]ocial [Ee]nterprise)?(?: and [Ff]aith)?(?: [Ss]ector)?(?: (?:organisations?|representatives?|"
    r"partners|providers|alliance))?"
    r"|VCSE?(?: [Ss]ector)?(?: (?:representatives?|organisations|providers))?|[Tt]hird [Ss]ector(?: "
    r"(?:representatives?|organisations))?|(?:unpaid )?carers|[Ss]ervice [Uu]sers|[Pp]atient representatives?|"
    r"[Ll]ay [Mm]embers?|(?:adult )?social care providers|care home (?:providers|managers)|(?:local "
    r")?stakeholders|[Ll]ocal residents|GP (?:practices|federations)|[Ee]lected [Mm]embers|"
    r"(?:[A-Z][a-z]+ )?(?:providers|commissioners))\b"
)
SERVICE_PHRASE = re.compile(
    r"\bnetwork of [a-z -]{3,40}?services\b|\bhealth and adult social care services\b|"
    r"\b[Oo]ut[- ]of[- ][Hh]ours (?:GP )?(?:care|services?)\b|"
    r"\bcommissioned services\b|"
    r"\b(?:[Pp]rimary|[Uu]rgent) [Cc]are\b(?! [a-z]*(?: ?service|team|unit))"
)
SERVICE_HEAD = re.compile(r"(?<= )(?:services?|teams?|scheme|wards?|unit|clinic|hub|line)\b(?! ?-)")
SERVICE_MORE = re.compile(r"(?: (?:in|for|across) [A-Z][\w-]+)?(?: for people who [a-z ]{5,60})?")
NO_SERVICE_WORD = frozenset(
    str.split(
        "jointly and or the a an of in to for by with from that which were was is are had has have as at on "
        "these those their our its this all other some "
        "many any more new same each be been being who whose when where while if how what also not no both "
        "such between within across through only different various several certain good best better "
        "provide provides provided providing deliver delivers delivered delivering run runs ran commission "
        "commissions commissioned offer offers offered "
        "host hosts hosted include includes included including fund funds funded led lead leads use uses used "
        "access accessed jointly monitor monitored "
        "oversee oversees manage manages managed support supports supported review reviewed improve improved "
        "develop developed establish established "
        "existing receive received need needed their its than then"
    )
)
CLASS = re.compile(
    r"(?<![\w&/'-])(?:(?:[Tt]he|[Oo]ur|[Bb]oth the|[Ii]ts) )?(?:[Ll]ocal )?(?:acute |foundation |NHS )?"
    r"(CCG|ICB|[Cc]linical [Cc]ommissioning [Gg]roup|[Ii]ntegrated [Cc]are [Bb]oard|LA|[Ll]ocal [Aa]uthority|"
    r"(?:[Cc]ity |[Cc]ounty |[Bb]orough )?[Cc]ouncil|[Tt]rust|Healthwatch)(?![\w&-])"
)
BODY_WORD = re.compile(
    r"\b([Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ii]ts|[Tt]heir) (?:[a-z]+ )?((?:[Ss]ub-?)?[Cc]ommittee|[Bb]oard|"
    r"[Pp]anel|[Gg]roup|[Ff]orum|[Cc]abinet|[Nn]etwork|[Pp]artnership|[Aa]lliance|"
    r"[Gg]overning [Bb]ody|[Cc]ollaborative|[Ss]ub-?[Gg]roup|[Tt]askforce|[Aa]ssembly)\b(?! (?:of|member|"
    r"meeting|[A-Z]))"
)
SEAT_POST = re.compile(
    r"\b(?:chief executives?(?: officers)?|chairs|directors of [a-z ]+?|leaders|accountable officers|senior "
    r"(?:leaders|managers|officers|staff)) (?:of|from) "
    r"(?:all|each|every|both|the|across the) [a-z -]{0,40}?(?:organisations?|partners|trusts|councils|"
    r"providers|agencies)\b"
)
DIRECTORS = re.compile(
    r"\b(?:(?:non-executive|executive|clinical|divisional|associate)(?: and (?:non-executive|executive))? "
    r"directors|executive and non-executive members)\b",
    re.IGNORECASE,
)
PAIRED_DIRECTORS = re.compile(
    r"\b(non-executive|executive) (?:and|&) (?:the )?(non-executive|executive) (directors|members)\b", re.IGNORECASE
)
# "The Anyshire health and social care system", from its last word, and what may stand before it.
SYSTEM = re.compile(r"[Ss](?<!\w.)ystem\b(?![- ](?:wide|leaders?|partners?|level|flow|of|working|is |approach|change))")
BEFORE_SYSTEM = re.compile(
    r"(?<!\w)(?:[Tt]he |[Tt]heir |[Oo]ur )?(?:local |wider |whole |[A-Z][\w-]+(?:'s)? )?"
    r"(?:health and (?:social )?care )?$"
)
THIS_THING = re.compile(
    r"(?:\b[Tt]his (?:jointly [a-z]+ )?|^The (?=agreement|plan|strategy))"
    r"(service|scheme|team|strategy|plan|programme|agreement|arrangement|fund|budget)\b"
)
PLAN_NOMINAL = re.compile(
    r"\b(?:associated|supporting|underpinning|joint|an?|the) (?:work|action|delivery|implementation|"
    r"improvement|business) plans?\b"
)
_DOMAIN = "|".join(
    sorted(
        (POST_WORDS - {"board", "cabinet", "office", "and/or", "local", "general"})
        | {
            "trust",
            "shadow",
            "statutory",
            "scrutiny",
            "overview",
            "remuneration",
            "appointments",
            "appointment",
            "investment",
            "redevelopment",
            "ethics",
            "charitable",
            "funds",
            "nominations",
            "wellbeing",
            "adults",
            "partnership",
            "performance",
        },
        key=lambda w: (-len(w), w),
    )
)
ALL_HEAD = re.compile(
    r"\b((?:trust )?board of (?:directors|governors|trustees)|council of governors|governing body|trust board|"
    r"executive board|(?:executive|senior leadership|senior management) team)\b(?! (?:meeting|member|paper))"
)
LOWER_BODY = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]his|[Aa]n?(?: [a-z]+-[a-z]+,?)*) ((?:(?:{_DOMAIN})(?:, | and | & | )){{1,6}}"
    rf"(?:(?:sub-?)?committee|board|governing body|executive team|management team|panel|steering group|"
    rf"working group))\b(?! (?:meeting|member|paper|of|to)\b)"
)
PRONOUN = re.compile(
    r"(?:^|(?<=, )|(?<=and )|(?<=but ))([Ii]t|[Tt]hey)\b(?= [a-z])|(?:^)(This)(?= (?:was|is|had|has|were|"
    r"formed|included|met|reports?|oversees|will)\b)"
)


def pounds(words: str) -> int | None:
    """The sum of money in some words, in pounds, or nothing."""
    found = AMOUNT.search(words)
    if not found:
        return None
    scale = {"bn": 10**9, "billion": 10**9, "m": 10**6, "million": 10**6, "k": 1000}.get((found[2] or "").lower(), 1)
    return round(float(found[1].replace(",", "")) * scale)
