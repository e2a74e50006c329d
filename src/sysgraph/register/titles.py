"""How the titles of posts and the names of people are written: abbreviations, small words, familiar forms."""

import re

# Abbreviated posts and what they stand for.
POST_SHORT: dict[str, str] = {
    "ceo": "Chief Executive",
    "ce": "Chief Executive",
    "cex": "Chief Executive",
    "ao": "Accountable Officer",
    "coo": "Chief Operating Officer",
    "cfo": "Chief Finance Officer",
    "cno": "Chief Nursing Officer",
    "cio": "Chief Information Officer",
    "cmo": "Chief Medical Officer",
    "md": "Managing Director",
    "sro": "Senior Responsible Officer",
    "dass": "Director of Adult Social Services",
    "dasc": "Director of Adult Social Care",
    "dcs": "Director of Children's Services",
    "dph": "Director of Public Health",
    "ad": "Assistant Director",
    "dof": "Director of Finance",
    "don": "Director of Nursing",
    "hod": "Head of Directorate",
    "hos": "Head of Service",
    "dcx": "Deputy Chief Executive",
}
# Given names that are short or familiar forms of one another.
_FAMILIAR = (
    "becky=rebecca andy=andrew tony=anthony mike=michael mick=michael dave=david steve=stephen steven=stephen "
    "sue=susan susie=susan liz=elizabeth beth=elizabeth bob=robert rob=robert bill=william will=william "
    "kate=katherine katie=katherine kathy=katherine cathy=catherine chris=christopher nick=nicholas pete=peter "
    "phil=philip jim=james jamie=james joe=joseph jon=jonathan ken=kenneth matt=matthew pat=patricia "
    "penny=penelope ron=ronald sam=samuel tim=timothy tom=thomas trish=patricia vicky=victoria vicki=victoria "
    "jenny=jennifer jess=jessica jackie=jacqueline jacqui=jacqueline mandy=amanda debbie=deborah gill=gillian "
    "greg=gregory alex=alexander ben=benjamin dan=daniel ed=edward fred=frederick geoff=geoffrey jeff=jeffrey "
    "val=valerie terry=terence ray=raymond pam=pamela sandy=sandra maggie=margaret"
)
FAMILIAR: dict[str, str] = {short: long for short, _, long in (pair.partition("=") for pair in _FAMILIAR.split())}


_SMALL = frozenset({"of", "and", "for", "the", "in", "to", "on", "with", "at", "a", "an"})
_SAME = ((re.compile(r"\bchief executive officer\b"), "chief executive"), (re.compile(r"\bsnr\b"), "senior"))
_TITLES = re.compile(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|lord|lady|baroness|rev|cllr|councillor|sgt)\.?\s+)+",
    re.IGNORECASE,
)


def fold_title(title: str) -> str:
    """The key that two wordings of one post's title share: abbreviations spelt out, small words and marks left out."""
    words: list[str] = []
    for word in re.findall(r"[\w&’']+", title):
        long = POST_SHORT.get(word.lower()) if word.isupper() else None
        words += (long or word.replace("’", "'")).lower().replace("&", " ").split()
    text = " ".join(word for word in words if word not in _SMALL)
    for pattern, instead in _SAME:
        text = pattern.sub(instead, text)
    return text


def fold_person(name: str) -> str:
    """The key that two spellings of one person's name share, titles such as Dr or Cllr aside."""
    return " ".join(re.findall(r"[\w’'-]+", _TITLES.sub("", name).lower().replace("’", "'")))


def same_given_name(one: str, other: str) -> bool:
    """Whether two folded names have one surname, and given names that are forms of one another ("Becky", "Rebecca")."""
    first, second = one.split(), other.split()
    if len(first) < 2 or len(second) < 2 or first[1:] != second[1:]:
        return False
    return FAMILIAR.get(first[0], first[0]) == FAMILIAR.get(second[0], second[0])
