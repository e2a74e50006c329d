"""What the public registers do not say: how bodies are usually called, what they were called, who took over from whom.

Keys are ODS codes of trusts and CCGs, ONS codes of councils. Abbreviations are those that the bodies, or many papers
about them, use; where two bodies use the same one, both have it. Abbreviations that are everyday words are left out.
"""

TRUST_ALIASES: dict[str, str] = {
    "G6V2S": "NLFT", "R0A": "MFT", "R0B": "STSFT", "R0D": "UHD", "R1A": "HWHCT", "R1D": "SCHT|Shropcom", "R1E": "SSOTP",
    "R1J": "GCS", "R1K": "LNWH|LNWUH", "R1L": "EPUT", "RA4": "YDH", "RA7": "UHBW", "RA9": "TSDFT", "RAE": "BTHFT",
    "RAJ": "MSEFT", "RAL": "RFL", "RAN": "RNOH", "RAP": "NMUH", "RAS": "THH", "RAT": "NELFT", "RBA": "TSFT",
    "RBD": "DCHFT", "RBK": "WHT", "RBL": "WUTH", "RBN": "MWL|STHK", "RBQ": "LHCH", 
    "RBT": "MCHFT|MCHT", "RBZ": "NDHT", "RC9": "BHFT", "RCB": "YSTHFT", "RCD": "HDFT",
    "RCX": "QEHKL|The Queen Elizabeth Hospital King's Lynn", "RD1": "RUH", "RD8": "MKUH", "RDD": "BTUH",
    "RDE": "ESNEFT", "RDR": "SCFT", "RDU": "FHFT", "RDY": "DHC|DHUFT", "RDZ": "RBCH", "REF": "RCHT", "REM": "LUHFT",
    "REP": "LWH", "RF4": "BHRUT", "RFF": "BHNFT", "RFR": "TRFT", "RFS": "CRH", "RGD": "LYPFT",
    "RGN": "NWAFT|NWAngliaFT", "RGP": "JPUH", "RGR": "WSFT", "RGT": "CUH|CUHFT", "RH5": "SFT", "RH8": "RDUH|RD&E",
    "RHA": "NottsHC", "RHM": "UHS|UHSFT", "RHQ": "STH", "RHU": "PHU", "RHW": "RBFT", "RJ1": "GSTT", "RJ2": "LGT",
    "RJ7": "SGUH", "RJ8": "CFT|CPFT", "RJC": "SWFT", "RJE": "UHNM", "RJL": "NLaG", "RJR": "COCH", "RJZ": "KCH",
    "RK5": "SFH|SFHFT", "RK9": "UHP|PHNT", "RKB": "UHCW", "RKL": "WLNHST|WLMHT", "RL1": "RJAH", "RL4": "RWT",
    "RLN": "CHSFT", "RLQ": "WVT", "RLT": "GEH", "RLY": "NSCHT", "RM1": "NNUH|NNUHFT", "RM2": "UHSM", "RM3": "NCA|SRFT",
    "RMP": "TGICFT|Tameside and Glossop ICFT", "RMY": "NSFT", "RN3": "GWH", "RN5": "HHFT", "RN7": "DGT", "RNA": "DGFT",
    "RNL": "NCUH|NCUHT", "RNN": "NCIC|CPFT", "RNQ": "KGH", "RNS": "NGH", "RNU": "OHFT", "RNZ": "SFT", "RP1": "NHFT",
    "RP4": "GOSH|Great Ormond Street Hospital NHS Foundation Trust", "RP5": "DBTH", "RP7": "LPFT", "RPA": "MFT",
    "RPC": "QVH", "RQ3": "BWC", "RQ6": "RLBUHT", "RQ8": "MEHT", "RQM": "CWFT|ChelWest", "RQW": "PAH|PAHT",
    "RQX": "HUHFT", "RQY": "SWLSTG", "RR1": "HEFT", "RR8": "LTHT", "RRD": "NEPFT", "RRE": "MPFT|SSSFT", "RRF": "WWL",
    "RRJ": "ROH", "RRK": "UHB", "RRP": "BEH-MHT|BEHMHT", "RRU": "LAS", "RRV": "UCLH", "RT1": "CPFT", "RT2": "PCFT",
    "RT3": "RBHT", "RT4": "WAST", "RT5": "LPT", "RTD": "NUTH", "RTE": "GHFT|GHNHSFT", "RTF": "NHCT", "RTG": "UHDB",
    "RTH": "OUH", "RTK": "ASPH", "RTP": "SASH", "RTQ": "GHC", "RTR": "STHFT", "RTV": "NWBH", "RTX": "UHMB|UHMBT",
    "RV3": "CNWL", "RV5": "SLaM", "RVJ": "NBT", "RVN": "AWP", "RVR": "ESTH", "RVV": "EKHUFT", "RVW": "NTHFT",
    "RVY": "SOHT", "RW1": "HIOWH|SHFT", "RW3": "CMFT", "RW5": "LSCFT|LCFT", "RW6": "PAHT", "RWA": "HUTH|HEYHT",
    "RWD": "ULHT|ULTH", "RWE": "UHL", "RWF": "MTW", "RWG": "WHHT|WHTH", "RWH": "ENHT", "RWK": "ELFT", "RWN": "SEPT",
    "RWP": "WAHT", "RWR": "HPFT", "RWV": "DPT", "RWW": "WHH", "RWX": "BHFT", "RWY": "CHFT", "RX1": "NUH",
    "RX2": "SPFT", "RX3": "TEWV", "RX4": "CNTW|NTW", "RX6": "NEAS", "RX7": "NWAS", "RX8": "YAS", "RX9": "EMAS",
    "RXA": "CWP", "RXC": "ESHT", "RXE": "RDaSH", "RXF": "MYHT|MYTT", "RXG": "SWYFT|SWYPFT", "RXH": "BSUH",
    "RXK": "SWBH", "RXM": "DHCFT", "RXN": "LTHTR", "RXP": "CDDFT", "RXQ": "BHT", "RXR": "ELHT", "RXT": "BSMHFT",
    "RXV": "GMMH", "RXW": "SaTH", "RXX": "SABP", "RXY": "KMPT", "RY3": "NCH&C|NCHC", "RY4": "HCT", "RY5": "LCHS",
    "RY7": "WCHC", "RY8": "DCHS", "RY9": "HRCH", "RYA": "WMAS", "RYC": "EEAST", "RYD": "SECAmb", "RYE": "SCAS",
    "RYF": "SWASFT|SWAST", "RYG": "CWPT", "RYJ": "ICHT", "RYK": "DIHC|DWMH", "RYQ": "SLHT", "RYR": "UHSussex|WSHFT",
    "RYW": "BCHC", "RYX": "CLCH", "RYY": "KCHFT", "TAD": "BDCFT", "TAE": "MMHSCT", "TAF": "C&I", "TAH": "SHSC",
    "TAJ": "BCHFT|BCPFT",
}  # fmt: skip

TRUST_FORMER_NAMES: dict[str, str] = {
    "R1A": "Worcestershire Health and Care NHS Trust",
    "R1K": "London North West Healthcare NHS Trust",
    "RA7": "University Hospitals Bristol NHS Foundation Trust",
    "RA9": "South Devon Healthcare NHS Foundation Trust",
    "RAJ": "Southend University Hospital NHS Foundation Trust",
    "RC9": "Luton and Dunstable University Hospital NHS Foundation Trust",
    "RCB": "York Teaching Hospital NHS Foundation Trust",
    "RD8": "Milton Keynes Hospital NHS Foundation Trust",
    "RDE": "Colchester Hospital University NHS Foundation Trust",
    "RDU": "Frimley Park Hospital NHS Foundation Trust",
    "REM": "Aintree University Hospital NHS Foundation Trust",
    "RGM": "Papworth Hospital NHS Foundation Trust",
    "RGN": "Peterborough and Stamford Hospitals NHS Foundation Trust",
    "RH5": "Somerset Partnership NHS Foundation Trust",
    "RHU": "Portsmouth Hospitals NHS Trust",
    "RJ2": "Lewisham Healthcare NHS Trust",
    "RJ7": "St George's Healthcare NHS Trust",
    "RJE": "University Hospital of North Staffordshire NHS Trust",
    "RK9": "Plymouth Hospitals NHS Trust",
    "RKL": "West London Mental Health NHS Trust",
    "RM3": "Salford Royal NHS Foundation Trust",
    "RMP": "Tameside Hospital NHS Foundation Trust",
    "RNN": "Cumbria Partnership NHS Foundation Trust",
    "RP5": "Doncaster and Bassetlaw Hospitals NHS Foundation Trust",
    "RQ3": "Birmingham Children's Hospital NHS Foundation Trust",
    "RRE": "South Staffordshire and Shropshire Healthcare NHS Foundation Trust",
    "RTG": "Derby Teaching Hospitals NHS Foundation Trust",
    "RTQ": "2gether NHS Foundation Trust",
    "RTV": "5 Boroughs Partnership NHS Foundation Trust",
    "RV9": "Humber NHS Foundation Trust",
    "RW5": "Lancashire Care NHS Foundation Trust",
    "RWA": "Hull and East Yorkshire Hospitals NHS Trust",
    "RWG": "West Hertfordshire Hospitals NHS Trust",
    "RWW": "Warrington and Halton Hospitals NHS Foundation Trust",
    "RX4": "Northumberland, Tyne and Wear NHS Foundation Trust",
    "RXV": "Greater Manchester West Mental Health NHS Foundation Trust",
    "RY7": "Wirral Community NHS Foundation Trust",
    "RYA": "West Midlands Ambulance Service NHS Foundation Trust",
    "RYK": "Dudley and Walsall Mental Health Partnership NHS Trust",
    "RYR": "Western Sussex Hospitals NHS Foundation Trust",
}

CARE_TRUSTS: tuple[dict[str, str], ...] = (
    {"ods_code": "TAD", "name": "Bradford District Care NHS Foundation Trust", "icb_ods_code": "QWO"},
    {"ods_code": "TAE", "name": "Manchester Mental Health and Social Care Trust", "closed": "2016-12-31",
     "icb_ods_code": "QOP"},
    {"ods_code": "TAF", "name": "Camden and Islington NHS Foundation Trust", "closed": "2024-10-31",
     "icb_ods_code": "QMJ"},
    {"ods_code": "TAH", "name": "Sheffield Health and Social Care NHS Foundation Trust", "icb_ods_code": "QF7"},
    {"ods_code": "TAJ", "name": "Black Country Healthcare NHS Foundation Trust", "icb_ods_code": "QUA",
     "former_names": "Black Country Partnership NHS Foundation Trust"},
)  # fmt: skip
"""Trusts that began as care trusts: their codes begin with T, and the reference table leaves them out."""

TRUST_SUCCESSORS: dict[str, str] = {
    "R1C": "RW1", "R1E": "RRE", "R1G": "RA9", "R1J": "RTQ", "RA3": "RA7", "RA4": "RH5", "RAP": "RAL", "RBA": "RH5",
    "RBB": "RD1", "RBF": "RTH", "RBZ": "RH8", "RC1": "RC9", "RC3": "R1K", "RCC": "RCB", "RCS": "RX1", "RD3": "R0D",
    "RD7": "RDU", "RDD": "RAJ", "RDZ": "R0D", "RE9": "R0B", "RFW": "RQM", "RGC": "R1H", "RGQ": "RDE", "RGZ": "RYQ",
    "RHX": "RW1", "RJ5": "RYJ", "RJF": "RTG", "RJX": "RW4", "RLN": "R0B", "RLU": "RQ3", "RM2": "R0A", "RM4": "RW3",
    "RN1": "RN5", "RNH": "R1H", "RNJ": "R1H", "RNL": "RNN", "RPL": "RYR", "RPR": "RYR", "RQ6": "REM", "RQ8": "RAJ",
    "RQN": "RYJ", "RQQ": "RGN", "RR1": "RRK", "RRD": "R1L", "RRP": "G6V2S", "RT3": "RJ1", "RT6": "RMY", "RTV": "RW4",
    "RV7": "RWN", "RV8": "R1K", "RVL": "RAL", "RVX": "RX3", "RVY": "RBN", "RW3": "R0A", "RW6": "RM3", "RW8": "RX2",
    "RW9": "RX4", "RWN": "R1L", "RWQ": "R1A", "RXD": "RX2", "RXH": "RYR", "RY1": "RW4", "RY9": "RAX",
    "TAE": "RXV", "TAF": "G6V2S",
}  # fmt: skip
"""Trusts that merged into one other, on the day after they closed; those that were shared out are absent."""

CCG_NAMES: dict[str, str] = {
    "06N": "NHS Herts Valleys CCG",
    "10X": "NHS Southampton City CCG",
    "13P": "NHS Birmingham CrossCity CCG",
    "18C": "NHS Herefordshire and Worcestershire CCG",
    "M2L0M": "NHS Shropshire, Telford and Wrekin CCG",
}
"""Official names where the reference table has cut or bent them; its own form stays as an alias."""

CCG_ALIASES: dict[str, str] = {
    "00D": "DDES CCG", "01D": "HMR CCG", "02N": "AWC CCG", "03D": "HRW CCG", "03W": "ELR CCG",
    "05L": "SWB CCG", "05Q": "SES&SP CCG|SESSP CCG", "06M": "GYW CCG", "09A": "Central London CCG", "09F": "EHS CCG",
    "09J": "DGS CCG", "11C": "WAM CCG", "11E": "BaNES CCG|B&NES CCG", "15C": "BNSSG CCG", "15E": "BSol CCG",
    "36L": "SWL CCG", "72Q": "SEL CCG", "92G": "BSW CCG", "93C": "NCL CCG", "99F": "CP&R CCG",
    "99K": "HWLH CCG", "99P": "NEW Devon CCG", "A3A8R": "NEL CCG", "D2P2L": "BCWB CCG", "D9Y0V": "HSIOW CCG",
    "M1J4Y": "BLMK CCG", "M2L0M": "STW CCG", "W2U3Z": "NWL CCG",
}  # fmt: skip

CCG_FORMER_NAMES: dict[str, str] = {"01H": "NHS Cumbria CCG", "01K": "NHS Lancashire North CCG"}

CCG_MERGERS: dict[str, str] = {
    "00F": "13T", "00G": "13T", "00H": "13T",
    "00C": "16C", "00K": "16C", "00M": "16C", "00D": "84H", "00J": "84H",
    "09F": "97R", "09P": "97R", "99K": "97R", "09G": "70F", "09H": "70F", "09X": "70F",
    "10H": "14Y", "10Y": "14Y", "10M": "15A", "10N": "15A", "10W": "15A", "11D": "15A",
}  # fmt: skip
"""Which CCG took over, where more than one began in the area on the day; the others follow from the dates."""

ICB_ALIASES: dict[str, str] = {
    "QE1": "LSC ICB", "QF7": "SY ICB", "QGH": "HW ICB|H&W ICB", "QH8": "MSE ICB", "QHG": "BLMK ICB", "QHL": "BSol ICB",
    "QHM": "NENC ICB", "QJG": "SNEE ICB", "QK1": "LLR ICB", "QKK": "SEL ICB", "QM7": "HWE ICB", "QMF": "NEL ICB",
    "QMJ": "NCL ICB", "QMM": "N&W ICB", "QNC": "SSOT ICB", "QOC": "STW ICB", "QOP": "GM ICB|NHS GM",
    "QOQ": "HNY ICB", "QOX": "BSW ICB", "QRL": "HIOW ICB", "QRV": "NWL ICB", "QT6": "CIOS ICB", "QU9": "BOB ICB",
    "QUE": "C&P ICB", "QUY": "BNSSG ICB", "QWE": "SWL ICB", "QWO": "WY ICB", "QWU": "C&W ICB", "QYG": "C&M ICB",
}  # fmt: skip

COUNCIL_NAMES: dict[str, str] = {
    "E06000010": "Hull City Council", "E06000014": "City of York Council", "E06000017": "Rutland County Council",
    "E06000029": "Borough of Poole", "E06000033": "Southend-on-Sea City Council",
    "E06000040": "Royal Borough of Windsor and Maidenhead", "E06000042": "Milton Keynes City Council",
    "E06000043": "Brighton and Hove City Council", "E06000047": "Durham County Council",
    "E06000053": "Council of the Isles of Scilly", "E06000057": "Northumberland County Council",
    "E08000017": "City of Doncaster Council", "E08000021": "Newcastle City Council",
    "E08000022": "North Tyneside Council", "E08000023": "South Tyneside Council",
    "E08000031": "City of Wolverhampton Council", "E08000032": "City of Bradford Metropolitan District Council",
    "E08000034": "Kirklees Council", "E08000036": "City of Wakefield Metropolitan District Council",
    "E09000001": "City of London Corporation", "E09000011": "Royal Borough of Greenwich",
    "E09000020": "Royal Borough of Kensington and Chelsea", "E09000021": "Royal Borough of Kingston upon Thames",
    "E09000033": "Westminster City Council",
}  # fmt: skip
"""The styles of councils that no rule gives."""

CITY_COUNCILS = frozenset({
    "E06000015", "E06000016", "E06000018", "E06000021", "E06000023", "E06000026", "E06000031", "E06000044",
    "E06000045", "E08000003", "E08000006", "E08000012", "E08000019", "E08000024", "E08000025", "E08000026",
    "E08000035",
})  # fmt: skip
"""Councils whose style is the area and "City Council"."""

BOROUGH_COUNCILS = frozenset({
    "E06000001", "E06000003", "E06000004", "E06000005", "E06000006", "E06000007", "E06000008", "E06000028",
    "E06000030", "E06000032", "E06000038", "E06000039", "E06000041", "E06000055",
})  # fmt: skip
"""Unitary councils whose style is the area and "Borough Council"; the other unitaries are the area and "Council"."""

COUNCIL_ALIASES: dict[str, str] = {
    "E06000002": "Middlesbrough Borough Council", "E06000004": "Stockton Borough Council|Stockton Council",
    "E06000009": "Blackpool Borough Council", "E06000010": "Kingston upon Hull City Council",
    "E06000011": "ERYC", "E06000012": "NELC", "E06000017": "Rutland County Council District Council",
    "E06000019": "Herefordshire County Council", "E06000020": "Borough of Telford and Wrekin",
    "E06000022": "B&NES Council|BaNES Council", "E06000029": "Poole Borough Council|Poole Council",
    "E06000033": "Southend City Council|Southend Council", "E06000036": "Bracknell Forest Borough Council",
    "E06000037": "West Berkshire District Council", "E06000040": "RBWM", "E06000043": "BHCC",
    "E06000047": "County Durham Council", "E06000050": "CWaC|Cheshire West Council",
    "E06000053": "Isles of Scilly Council", "E06000058": "BCP Council", "E08000013": "St Helens Borough Council",
    "E08000021": "Newcastle upon Tyne City Council", "E08000022": "North Tyneside Metropolitan Borough Council",
    "E08000023": "South Tyneside Metropolitan Borough Council", "E08000031": "Wolverhampton City Council",
    "E08000032": "Bradford City Council|CBMDC",
    "E08000034": "Kirklees Metropolitan Council|Kirklees Metropolitan Borough Council",
    "E08000036": "Wakefield City Council|WMDC", "E09000001": "City Corporation|Corporation of London",
    "E09000002": "LBBD", "E09000011": "RBG", "E09000013": "LBHF|H&F Council", "E09000020": "RBKC",
    "E09000021": "RBK|Kingston Council", "E09000027": "LBRuT|Richmond Council", "E09000030": "LBTH",
    "E09000031": "LBWF",
}  # fmt: skip

COUNCIL_FORMER_NAMES: dict[str, str] = {
    "E06000033": "Southend-on-Sea Borough Council|Southend Borough Council",
    "E06000042": "Milton Keynes Council",
    "E08000017": "Doncaster Metropolitan Borough Council",
}

COUNCIL_AREAS: dict[str, str] = {
    "E06000010": "Hull", "E06000019": "Herefordshire", "E06000023": "Bristol", "E08000013": "St Helens",
}  # fmt: skip

COUNCILS_OPENED: dict[str, tuple[str, ...]] = {
    "2009-04-01": (
        "E06000047", "E06000049", "E06000050", "E06000051", "E06000052", "E06000054", "E06000055", "E06000056",
        "E06000057",
    ),
    "2019-04-01": ("E06000058", "E06000059"),
    "2020-04-01": ("E06000060",),
    "2021-04-01": ("E06000061", "E06000062"),
    "2023-04-01": ("E06000063", "E06000064", "E06000065", "E06000066"),
}  # fmt: skip
"""Councils of the reorganisations since 2009; the earlier ones go back to 1965, 1974 or the years 1995 to 1998."""

COUNCIL_SUCCESSORS: dict[str, str] = {
    "E06000028": "E06000058", "E06000029": "E06000058", "E10000002": "E06000060", "E10000009": "E06000059",
    "E10000023": "E06000065", "E10000027": "E06000066",
}  # fmt: skip
"""Councils that one other took over from; Cumbria and Northamptonshire were each shared between two."""

ICBS_OPENED = "2022-07-01"
"""The day on which integrated care boards took over from CCGs (Health and Care Act 2022)."""
