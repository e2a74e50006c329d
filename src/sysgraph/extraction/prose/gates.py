"""Which sentences are worth a closer look, and which leave out whom they are about."""

import re

from sysgraph.extraction.lexicon import UNDERTAKINGS

# A phrase that tells by itself whose a body is or which post somebody holds. No word is longer than 40 letters, or a
# text of capitals without a space would be gone through from each of them to its end.
STRUCTURE = re.compile(
    r"[A-Z][\w&)]{0,40}'?s? (?:[a-z]+ ){0,3}(?:[A-Z][\w&]{0,40} |and |of ){0,6}(?:Board|Committee|Panel|Group|Cabinet|"
    r"Body|Hospital|team|A&E)\b|"
    r"'s (?:[a-z]+ ){0,3}[A-Z][\w& ]*(?:Board|Committee|Panel|Group|Cabinet|Body|Hospital)|"
    r"\b(?:[Cc]hair(?:s|man|woman|person|ed)?|Directors?|director of|[Cc]hief [A-Za-z]+|Officers?|Leads?|"
    r"[Ll]eader of|"
    r"leads? (?:for|across)|Managers?|Head of|[Ll]ead [Mm]ember|Cabinet Member|Inspector|Secretar\w+|secretary|"
    r"[Ee]xecutive team|"
    r"manager (?:of|at|for)|officer (?:of|at|for)|executive of|pharmacist|Nurse)\b"
)
# Words that may stand for an actor that has no capital.
STANDS_FOR = re.compile(
    r"\b(?:local authority|council|trust|clinical commissioning|board|committee|panel|group|executive|section 75|"
    r"pooled|Council|Trust|CCG|ICB|Board|Committee|it|they|agreement)\b|^(?:It|They|This)\b"
)
LOOKS_BACK = re.compile(
    r"^(?:However,? |In addition,? )?(?:It|They|This|Its|Their)\b|(?:, |\band |\bbut )(?:it|they) [a-z]|"
    r"\bits (?:[a-z]+ )?[A-Z]|^The (?:agreement|plan|strategy)\b|"
    r"\b[Tt]his (?:[a-z]+ )?(?:service|scheme|team|strategy|plan|programme|agreement|arrangement|fund|budget)\b|"
    r"\b[Tt]h(?:e|at|is) (?:[a-z]+ )?(?:sub-?)?(?:[Cc]ommittee|[Bb]oard|[Pp]anel|[Gg]roup|[Ff]orum|[Cc]abinet|"
    r"[Nn]etwork|[Pp]artnership|[Aa]lliance|[Gg]overning [Bb]ody|[Cc]ollaborative)\b|[Qq]uality|"
    r"^(?:Membership|Members|Representation|Also|Formed|Chaired|Led|Responsible|Accountable|Established)\b"
)
PROPOSALS = re.compile(
    r"\b(?:areas? for improvement|recommendations?|suggestions?|areas? for priority action|next steps|"
    r"priorities|what needs to|"
    r"action required|proposals?|areas? of focus|emerging messages|areas? for development)\b",
    re.IGNORECASE,
)
# "The Board will:", which the lines of a list go on with.
STEM = re.compile(
    r"\b(will|shall|is responsible for|has responsibility for|are responsible for|is to)(?: [a-z]+)?:\s*$"
)
KEEPS_SUBJECT = re.compile(
    r"(?:However,? |In addition,? |Also,? )?(?:[Ii]ts|[Ii]t|[Tt]heir|[Tt]hey|Members|Membership|Representation)\b"
)
NO_SUBJECT = re.compile(
    r"(?:Also the|Formed (?:of|by)|Membership|Members (?:include|are)|Representation|Chaired by|Reports to|"
    r"Responsible for|"
    r"Accountable to|Provides|Established by|Commissioned by|A (?:sub-?)?committee of|Oversees|Led by|"
    r"To (?:oversee|monitor|scrutinise|assure|provide (?:oversight|assurance|scrutiny|assurance and oversight)|"
    r"hold|be responsible))"
    r"\b(?! (?:of|on|is open))"
)
_ACTS = UNDERTAKINGS | {
    "elect",
    "hold",
    "to",
    "oversee",
    "appoint",
    "recommend",
    "advise",
    "delegate",
    "scrutinise",
    "be",
    "have",
}
_INFINITIVES = _ACTS - {"to"} | frozenset(
    "form link bring act report meet work make set ensure support provide lead help identify champion promote".split()
)
_BRACKETS = re.compile(r"\([^)]*\)")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|shall|has|have|had|may|must|attended|considered|submitted|asked|noted|welcomed|"
    r"agreed|reported|"
    r"advised|presented|resolved|introduced|provides|includes|oversees|gave|said|makes|meets|holds|decides)\b"
)


def is_sentence(text: str) -> bool:
    """Whether a line has a verb outside its brackets, so that it is none of a list of names."""
    first = text.split(" ", 1)[0]
    acts = first.islower() and (first in _ACTS or first.removesuffix("s") in _ACTS or first.removesuffix("es") in _ACTS)
    return acts or bool(_FINITE.search(_BRACKETS.sub("", text)))


def goes_on(text: str) -> bool:
    """Whether a line goes on with what "The Board will:" began: an infinitive first, with or without an adverb."""
    words = text.split(" ", 2)
    first = words[1] if len(words) > 1 and words[0].endswith("ly") else words[0]
    return first.lower().strip(",;") in _INFINITIVES
