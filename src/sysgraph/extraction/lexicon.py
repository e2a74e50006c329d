"""The words that English governance writing is made of: heads of names, parts of posts, what stands for nobody.

These are words of the language, not names of anybody. A phrase that is made of them is a post or a body; two or
three capitalised words that are none of them are a person's name.
"""

import re

from sysgraph.register import POST_SHORT

__all__ = ["POST_SHORT"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a name ends with, and what the bearer of such a name then is: (kind, category).
HEADS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("council",), ("Organisation", "council")),
    **dict.fromkeys(("trust",), ("Organisation", "nhs_trust")),
    **dict.fromkeys(("ccg", "clinical commissioning group"), ("Organisation", "ccg")),
    **dict.fromkeys(("icb", "integrated care board"), ("Organisation", "icb")),
    **dict.fromkeys(("federation",), ("Organisation", "gp_federation")),
    **dict.fromkeys(("university", "college", "academy", "school"), ("Organisation", "education")),
    **dict.fromkeys(
        ("constabulary", "police", "fire and rescue service", "ambulance service"), ("Organisation", "emergency")
    ),
    **dict.fromkeys(
        ("association", "authority", "agency", "commission", "foundation", "company", "limited", "ltd", "cic",
         "inspectorate", "society"),
        ("Organisation", ""),
    ),
    **dict.fromkeys(
        ("partnership", "alliance", "network", "stp", "ics", "collaborative", "consortium", "ccgs", "icp", "coalition"),
        ("Partnership", ""),
    ),
    **dict.fromkeys(
        (
            "board", "committee", "subcommittee", "sub-committee", "panel", "group", "subgroup", "sub-group", "cabinet",
            "forum",
            "governing body", "meeting", "taskforce", "task force", "assembly", "management team", "executive team",
            "leadership team", "project team", "programme office", "pmo", "task and finish group",
        ),
        ("Board", ""),
    ),
    **dict.fromkeys(
        ("service", "services", "team", "desk", "hospital", "hub", "centre", "unit", "clinic", "directorate"),
        ("Service", ""),
    ),
    **dict.fromkeys(("plan", "strategy", "programme", "needs assessment", "framework"), ("Plan", "")),
    **dict.fromkeys(("agreement", "memorandum of understanding"), ("CommissioningArrangement", "")),
    **dict.fromkeys(("better care fund", "bcf", "pooled budget", "pooled fund"), ("PooledBudget", "")),
}  # fmt: skip
LONGEST_HEAD = max(len(head.split()) for head in HEADS)

# What a name begins with instead: "Healthwatch Northshire", "University of Northshire".
FRONTS: dict[str, tuple[str, str]] = {
    "healthwatch": ("Organisation", "healthwatch"),
    **dict.fromkeys(
        (
            "mind in",
            "age uk",
            "age concern",
            "citizens advice",
            "carers uk",
            "carers trust",
            "home-start",
            "relate",
            "samaritans of",
        ),
        ("Organisation", "vcse"),
    ),
    "university of": ("Organisation", "education"),
    "department of": ("Organisation", "department"),
    "department for": ("Organisation", "department"),
    "ministry of": ("Organisation", "department"),
}

# Words between the words of a name.
JOINERS = _words("of and & on upon")
# A capital that only begins a sentence or belongs to no name.
OPENERS = _words(
    "the a an our this that these those each every all any some no his her its their your my at by for from in of on "
    "to with via when where while following overseen monitored chaired led reported approved agreed both as is are "
    "was were and or but if whether after before during since until under through report reports refer see new also "
    "only feb mar apr jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december monday tuesday wednesday thursday friday renewed refreshed existing current relevant "
    "dedicated key further updated revised draft proposed reconstituted"
)
# Verbs that undertakings begin with.
UNDERTAKINGS = _words(
    "accelerate achieve act add address adopt agree align allocate amend analyse appoint apply arrange ask assess "
    "assign assure attend audit begin bring build capture carry challenge change check circulate clarify close "
    "co-design co-ordinate co-produce collate collect commence commission communicate complete conduct confirm "
    "consider consolidate consult continue contribute convene coordinate create cut decide define deliver demonstrate "
    "deploy describe design determine develop disseminate draft draw educate embed employ enable encourage engage "
    "enhance ensure establish evaluate evidence examine expand explore extend facilitate finalise find focus follow "
    "formalise formulate fully gain gather give hold identify implement improve incorporate increase influence inform "
    "initiate instigate integrate introduce invest invite involve issue join keep launch lead learn liaise link "
    "maintain make manage map maximise measure meet mobilise monitor move nominate obtain offer open organise outline "
    "oversee participate pilot plan prepare present prioritise procure produce progress promote propose provide "
    "publish put raise rationalise re-commission re-establish re-launch receive recommission recruit redesign reduce "
    "refine refresh reinforce relaunch remind remove report request require resolve respond restructure retain review "
    "revise revisit roll run scale scope secure seek select send set share sign simplify source specify standardise "
    "start strengthen streamline submit support sustain take target task test tighten track train transfer transform "
    "trial undertake update upskill use utilise verify widen work write"
)

POST_HEADS = _words(
    "matrons practitioners coordinators co-ordinators consultants therapists chairs midwives advisers director "
    "directors officer officers manager managers lead leads head heads chair chairman chairwoman chairperson "
    "commissioner commissioners secretary coordinator co-ordinator administrator analyst nurse nurses consultant "
    "leader mayor treasurer clerk governor president dean principal supervisor inspector adviser advisor facilitator "
    "practitioner technician fellow pharmacist solicitor auditor accountant champion representative matron surveyor "
    "planner convenor sponsor registrar superintendent constable psychologist therapist paramedic doctor midwife "
    "controller guardian councillor member portfolio-holder worker workers specialist superintendents engineer buyer "
    "partner owner author cabinet-member"
)
# Words that stand before the head of a post, or name what the post is for.
POST_WORDS = _words(
    "acting interim deputy assistant associate executive non-executive joint senior snr chief strategic managing city "
    "county borough corporate group regional programme project operational operations clinical medical nursing "
    "finance financial operating accountable information service services liaison commissioning commissioner quality "
    "performance policy business contracts contract safeguarding housing development improvement transformation "
    "delivery workforce hr people communications comms comm engagement locality area neighbourhood principal vice "
    "independent company monitoring governance partnerships partnership data it im&t digital estates care social "
    "health public primary community adult adults children children's childrens family families education learning "
    "skills culture environment place growth economy economic regeneration planning transport highways legal "
    "democratic resources customer audit risk assurance compliance procurement marketing research innovation "
    "integration integrated discharge urgent emergency elective planned acute mental wellbeing well-being prevention "
    "early help intervention review reviewing reviews complaints experience patient patients safety infection control "
    "medicines pharmacy therapy therapies psychiatry psychological nurse responsible owner reporting lead leadership "
    "organisational equality diversity inclusion voluntary sector section first second third line duty head staffing "
    "recruitment training practice standards intelligence insight analytics systems system technology technical "
    "support administrative administration office front door hospital hospitals ward wards dementia disability "
    "disabilities autism end life palliative long term conditions frailty falls winter resilience capacity flow home "
    "homes domiciliary residential market provider providers carers carer older old age young youth justice crime "
    "offending drug alcohol substance homelessness private rented benefits revenue revenues income treasury pensions "
    "capital property facilities asset assets waste climate energy water leisure libraries arts heritage events "
    "tourism registration licensing trading building buildings enforcement parking regulatory environmental "
    "protection civil contingencies and/or board cabinet portfolio holder councillor elected lay expert named "
    "designated specialist advanced band executive's chief's directorate department strategy redesign shared record "
    "records business-intelligence change operations' accounts payroll exchequer general national local team teams "
    "repairs payments creditors network desk human options educational work engineering executives 151 s151"
)
# Designations that are held together with a post, so that "and" before them begins no other post.
COMBINED = ("monitoring officer", "section 151 officer", "s151 officer", "deputy chief executive", "caldicott guardian",
            "company secretary", "senior information risk owner")  # fmt: skip

TITLES = _words(
    "dr dr. prof prof. professor mr mr. mrs mrs. ms ms. miss sir dame lord lady baroness rev rev. cllr cllr. "
    "councillor councillors dci di ds dc pc sgt insp supt dsu ch"
)

# Owners that are nobody in particular.
COLLECTIVE = re.compile(
    r"^(?:all(?:\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){0,2}(?:partners?|organisations?|organisational|leads?|agencies|members?|"
    r"managers?|"
    r"directors?|directorates?|departments?|teams?|services?|staff|boards?|providers?|parties|stakeholders?|practices|ccgs|trusts|"
    r"councils|officers?|heads?|chief executives?|ceos)(?:\s+\w+)?)?|everyone|everybody|"
    r"(?:system|key|relevant|partner|multi-agency|multi agency|"
    r"respective|each|various)\s+(?:\w+\s+)?(?:partners?|leaders?|leads?|agencies|agency|organisations?|partner|"
    r"stakeholders?|"
    r"managers?|services?)|partners?|system|whole system|system-wide|partnership|the system|"
    r"collective|various|multiple|several)$",
    re.IGNORECASE,
)
TO_BE_CONFIRMED = re.compile(
    r"^\W*(?:tb[acd]|t\.b\.[acd]\.?|to\s+be\s+(?:confirmed|agreed|determined|advised|identified|appointed|decided|allocated|assigned|"
    r"established|set|defined|developed)|unknown|vacant|vacancy|to\s+follow|awaited|unassigned|unallocated|not\s+yet\s+(?:known|agreed|assigned|identified|confirmed)|\?+)\W*$",
    re.IGNORECASE,
)
NOTHING = re.compile(r"^\W*(?:n/?a|none|nil|not\s+applicable|blank)?\W*$", re.IGNORECASE)

# Classes of body that stand for nobody by themselves but fill a seat or own an action (domain, rule 6).
SEATS = re.compile(
    r"\b(?:voluntary(?:\s+(?:and|&)\s+community)?(?:\s+sector)?|vcse?|vcfs?|third sector|patient|service user|carer|"
    r"lay|care home|"
    r"provider|faith)\s+(?:sector\s+)?(?:representatives?|reps?|members?|partners)\b",
    re.IGNORECASE,
)

GIVEN_NAMES = _words(
    "aaron abdul abigail adam adrian agnes ahmed aileen aisha alan alastair alex alexander alexandra alice alison "
    "alistair allan amanda amber amelia amina amy andrea andrew andy angela anil anita ann anna anne annette anthony "
    "antonia arthur asha ashley audrey barbara barry beatrice becky ben benjamin bernadette bernard beth bethany "
    "betty beverley bill bob brenda brian bridget bruce bryan cameron carl carla carol caroline carolyn catherine "
    "cathy cecilia charles charlotte cheryl chris christian christina christine christopher claire clare clive colin "
    "colette connor craig cynthia daniel danielle darren dave david dawn dean debbie deborah debra deepak denise "
    "dennis derek diana diane dominic donald donna dorothy douglas duncan edward eileen elaine eleanor elizabeth "
    "ellen ellie emily emma eric erica ethan eve evelyn faith fatima fiona florence frances francis frank fraser fred "
    "gareth gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gill gillian gina glenn glenys "
    "gloria gordon grace graham grant greg gregory guy gwen hannah harpreet harriet harry hassan hayley hazel heather "
    "heidi helen helena henry hilary holly howard hugh hussain iain ian imran irene isabel isabelle ivan jack jackie "
    "jacqueline jacqui jagdeep jake james jamie jan jane janet janice jasmine jason jay jayne jean jeanette jeff "
    "jeffrey jennifer jenny jeremy jess jessica jill jillian jim jo joan joanna joanne joe joel john jon jonathan "
    "jordan joseph josephine joshua joy joyce judith judy julia julian julie juliet june justin karen karl kate "
    "katherine kathleen kathryn kathy katie katy kay keith kelly ken kenneth kerry kevin kim kirsty kulwant laura "
    "lauren laurence lee leigh len leo leon lesley leslie lewis liam libby linda lindsay lisa liz lorna lorraine "
    "louisa louise lucinda lucy luke lydia lyn lynda lynn lynne maggie malcolm mandy manjit marcus margaret maria "
    "marian marie marion marilyn mark marlene martha martin mary matt matthew maureen maurice max maxine meera megan "
    "mehmet melanie melissa michael michaela michelle mike miles millie miriam mohammed mohamed moira molly monica "
    "morag muhammad muriel nadia nancy naomi natalie natasha nathan neil nicholas nick nicola nicole nigel nina nisha "
    "noel nora norma norman olive oliver olivia owen pam pamela parminder pat patricia patrick paul paula pauline "
    "penelope penny pete peter phil philip philippa phillip phoebe pippa polly priya rachael rachel raj rajesh ralph "
    "ravi ray raymond rebecca reg rhian rhys richard rita rob robert roberta robin rod roger roland ron ronald rory "
    "rosalind rose rosemary rosie ross roy rupert russell ruth ryan sadia sally sam samantha samuel sandra sanjay "
    "sara sarah satnam scott sean sebastian shabana shaheen sharon shaun sheila shelley shirley sian sid simon sinead "
    "siobhan sonia sophia sophie stacey stan stella stephanie stephen steve steven stewart stuart sue sunil susan "
    "susanna susie suzanne sylvia tania tanya tara ted teresa terry thelma theresa thomas tim timothy tina toby tom "
    "tony tracey tracy trevor trish trudy usha val valerie vanessa vera veronica vicki vickie vicky victor victoria "
    "vijay vincent viv vivien vivienne wayne wendy will william winston yasmin yusuf yvonne zahra zoe"
)
