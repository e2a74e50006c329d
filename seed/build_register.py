"""Writes the derived files of `seed/register/` from a folder of reference tables.

    python -m seed.build_register FOLDER          # writes what has changed
    python -m seed.build_register FOLDER --check  # writes nothing; status 1 where a file is stale

The folder holds `nhs_trusts.csv`, `ccgs.csv`, `icbs.csv` and `councils.csv`; what they do not say stands in
`register_facts.py`. `national.yaml` and `board_kinds.yaml` are kept by hand.
"""

import argparse
import csv
import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import yaml

from seed import register_facts as facts

Row = Mapping[str, str]
Entry = dict[str, str | list[str]]

REGISTER = Path(__file__).parent / "register"

_HEAD = """\
# {what}
# Made by seed/build_register.py from {table} ({source}) and seed/register_facts.py: change those, not this file.
defaults: {{kind: Organisation, category: {category}}}
entries:
"""


def main(arguments: list[str] | None = None) -> int:
    """Writes the files, or with `--check` only compares; 0 where all is well, 1 where a file was stale."""
    parser = argparse.ArgumentParser(description="Writes the derived files of the register.")
    parser.add_argument("folder", type=Path, help="the folder of the reference tables")
    parser.add_argument("--check", action="store_true", help="write nothing, say which files are stale")
    chosen = parser.parse_args(arguments)
    files = build(chosen.folder)
    stale = [name for name, text in files.items() if _written(name) != text]
    for name in stale:
        print(f"{name} is stale" if chosen.check else f"writing {name}")
        if not chosen.check:
            (REGISTER / name).write_text(files[name], encoding="utf-8", newline="\n")
    return 1 if stale and chosen.check else 0


def build(folder: Path) -> dict[str, str]:
    """The text of each derived file, by its name."""
    ccgs = _rows(folder / "ccgs.csv")
    return {
        "trusts.yaml": _file(
            "NHS trusts and NHS foundation trusts, open and closed",
            ("nhs_trusts.csv", "Organisation Data Service, 2022 and 2025", "nhs_trust"),
            [_trust(row) for row in (*_rows(folder / "nhs_trusts.csv"), *facts.CARE_TRUSTS)],
        ),
        "ccgs.yaml": _file(
            "Clinical commissioning groups, 2013 to 2022",
            ("ccgs.csv", "Organisation Data Service, 2025", "ccg"),
            [_ccg(row, _merged_into(row, ccgs)) for row in ccgs],
        ),
        "icbs.yaml": _file(
            "Integrated care boards, since July 2022",
            ("icbs.csv", "Office for National Statistics, December 2024", "icb"),
            [_icb(row) for row in _rows(folder / "icbs.csv")],
        ),
        "councils.yaml": _file(
            "Upper-tier and unitary councils of England, open and closed since 2019",
            ("councils.csv", "Office for National Statistics, December 2023", "council"),
            [_council(row) for row in _rows(folder / "councils.csv")],
        ),
    }


def _trust(row: Row) -> Entry:
    code = row["ods_code"]
    entry: Entry = {"ods": code, "name": row["name"].replace("&", "and")}
    _add(entry, "aliases", _several(facts.TRUST_ALIASES, code))
    _add(entry, "former", [*_parts(row.get("former_names", "")), *_several(facts.TRUST_FORMER_NAMES, code)])
    _add_dates(entry, row.get("opened", ""), row.get("closed", ""))
    if heir := facts.TRUST_SUCCESSORS.get(code):
        entry |= {"successor": heir, "succeeded_on": _day_after(row["closed"])}
    _add(entry, "icb", row["icb_ods_code"])
    return entry


def _ccg(row: Row, heir: str | None) -> Entry:
    code = row["ods_code"]
    official = facts.CCG_NAMES.get(code, row["name"])
    entry: Entry = {"ods": code, "name": official}
    bent = [row["name"]] if official.casefold() != row["name"].casefold() else []
    _add(entry, "aliases", [*bent, *_several(facts.CCG_ALIASES, code)])
    _add(entry, "former", _several(facts.CCG_FORMER_NAMES, code))
    _add_dates(entry, row["opened"], row["closed"])
    entry |= {"successor": heir or row["successor_icb_ods_code"], "succeeded_on": _day_after(row["closed"])}
    return entry


def _merged_into(row: Row, ccgs: list[Row]) -> str | None:
    """The CCG that this one merged into, or nothing where the integrated care board took over at once.

    Raises:
        ValueError: none, or several, began on the day in the area, and the facts do not say which.
    """
    day = _day_after(row["closed"])
    if day == facts.ICBS_OPENED:
        return None
    if heir := facts.CCG_MERGERS.get(row["ods_code"]):
        return heir
    area = row["successor_icb_ods_code"]
    began = [one["ods_code"] for one in ccgs if (one["opened"], one["successor_icb_ods_code"]) == (day, area)]
    if len(began) != 1:
        raise ValueError(f"{row['name']} closed before {day} and {began or 'none'} began: add it to CCG_MERGERS")
    return began[0]


def _icb(row: Row) -> Entry:
    entry: Entry = {"ods": row["ods_code"], "ons": row["ons_code"], "name": row["name"]}
    _add(entry, "aliases", _several(facts.ICB_ALIASES, row["ods_code"]))
    _add_dates(entry, facts.ICBS_OPENED, "")
    return entry


def _council(row: Row) -> Entry:
    code = row["ons_code"]
    area = facts.COUNCIL_AREAS.get(code, row["area"])
    entry: Entry = {"ons": code, "name": _style(code, area, row["kind"]), "place": area}
    _add(entry, "aliases", _several(facts.COUNCIL_ALIASES, code))
    _add(entry, "former", _several(facts.COUNCIL_FORMER_NAMES, code))
    opened = next((day for day, codes in facts.COUNCILS_OPENED.items() if code in codes), "")
    _add_dates(entry, opened, row["closed"])
    if heir := facts.COUNCIL_SUCCESSORS.get(code):
        entry |= {"successor": heir, "succeeded_on": _day_after(row["closed"])}
    return entry


def _style(code: str, area: str, kind: str) -> str:
    """How the council styles itself."""
    styled: dict[str, Callable[[str], str]] = {
        "county council": lambda area: f"{area} County Council",
        "London borough": lambda area: f"London Borough of {area}",
        "metropolitan district": lambda area: f"{area} Metropolitan Borough Council",
        "unitary authority": lambda area: f"{area} Council",
    }
    if code in facts.COUNCIL_NAMES:
        return facts.COUNCIL_NAMES[code]
    if code in facts.CITY_COUNCILS:
        return f"{area} City Council"
    if code in facts.BOROUGH_COUNCILS:
        return f"{area} Borough Council"
    return styled[kind](area)


def _rows(table: Path) -> list[Row]:
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _several(known: Mapping[str, str], code: str) -> list[str]:
    return _parts(known.get(code, ""))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _add(entry: Entry, field: str, value: str | list[str]) -> None:
    if value:
        entry[field] = value


def _add_dates(entry: Entry, opened: str, closed: str) -> None:
    _add(entry, "opened", opened)
    _add(entry, "closed", closed)


def _day_after(closed: str) -> str:
    """The day on which a successor takes over: the next one after a month's last, else the day of closing itself."""
    day = date.fromisoformat(closed)
    following = day + timedelta(days=1)
    return (following if following.day == 1 else day).isoformat()


def _file(what: str, table: tuple[str, str, str], entries: list[Entry]) -> str:
    name, source, category = table
    lines = (_line(entry) for entry in sorted(entries, key=lambda one: str(one.get("ods") or one["ons"])))
    return _HEAD.format(what=what, table=name, source=source, category=category) + "".join(lines)


def _line(entry: Entry) -> str:
    flow = yaml.safe_dump(entry, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000)
    return f"- {flow}"


def _written(name: str) -> str | None:
    path = REGISTER / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
