"""The themes of a plan and who leads them: from the lines under their headings, and from lists of leads."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sysgraph.extraction.lexicon import TO_BE_CONFIRMED
from sysgraph.extraction.people import named
from sysgraph.extraction.plans.actions import Frame
from sysgraph.extraction.plans.sections import Section
from sysgraph.model import Claim, Description, Evidence, Mention, Passage, Value
from sysgraph.register import fold

_LISTED = re.compile(r"^\W*(?:(?:\w+\s)?[\d.]+[.):,]?\s+)?(?P<name>[A-Z][^–—:]{2,80}?)(?:\s+[-–—]|:)\s+(?P<who>\S.*)$")


def read_theme(section: Section, frame: Frame) -> None:
    """Nothing; the frame gains the theme that a section is, and who the lines under its heading say leads it."""
    name = f"{section.ref} {section.name}".strip() if section.ref else section.name
    theme = Mention("Theme", name, frame.plan, written=section.name or name)
    frame.themes[id(section)] = theme
    attributes: dict[str, Value] = {"ref": section.ref, "title": section.name or None}
    if section.passage is not None:
        evidence = _whole(section.passage, "plan.theme")
        frame.descriptions.append(Description(theme, evidence, attributes))
        frame.claims.append(Claim(theme, "PART_OF", frame.plan, evidence))
    for capacity, words, passage, offset in section.leads:
        if not TO_BE_CONFIRMED.match(words):
            _lead(section, theme, (capacity, words, passage, offset), frame)


def _lead(section: Section, theme: Mention, line: tuple[str, str, Passage, int], frame: Frame) -> None:
    capacity, words, passage, _ = line
    reading = frame.read(words, id(section))
    leads = frame.leads.setdefault(id(section), [])
    cite = _whole(passage, "plan.lead")
    alone = [body for owner in reading.owners if owner.kind == "body" for body in owner.bodies]
    for owner in reading.owners:
        if len(alone) == 1 and owner.posts and not owner.bodies and words[owner.start - 1 : owner.start] == "(":
            owner = replace(owner, bodies=(alone[0],))  # "Body (Person, Post)": the post is in that body
        made = named(owner, words[owner.start : owner.end], lambda _words: cite)
        frame.claims += made.claims
        is_body = owner.kind == "body"
        leads += [body for body in owner.bodies if is_body]
        role = "lead organisation" if is_body and capacity in {"lead", "lead organisation"} else capacity
        role = "lead" if capacity == "lead organisation" and not is_body else role
        frame.claims.append(Claim(made.actor, "LEADS", theme, cite, {"as": role}))


def themes_by_list(passages: Iterable[Passage], frame: Frame) -> None:
    """Nothing; the frame gains the leads that a list gives for themes by their names: "3. Primary care – NAT"."""
    by_name = {fold(theme.written): (key, theme) for key, theme in frame.themes.items()}
    for passage in passages:
        match = _LISTED.match(passage.text) if passage.form == "bullet" else None
        if match is None or fold(match["name"]) not in by_name:
            continue
        key, theme = by_name[fold(match["name"])]
        for owner in frame.read(match["who"], key).owners:
            if owner.kind == "body":
                evidence = _whole(passage, "plan.lead-list")
                for body in owner.bodies:
                    frame.claims.append(Claim(body, "LEADS", theme, evidence, {"as": "lead organisation"}))


def _whole(passage: Passage, rule: str) -> Evidence:
    return passage.cite(0, min(len(passage.text), 790), rule)
