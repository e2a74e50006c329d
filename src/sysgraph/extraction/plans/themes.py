"""The themes of a plan and who leads them: from the lines under their headings, and from lists of leads."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sysgraph.extraction.lexicon import TO_BE_CONFIRMED
from sysgraph.extraction.people import always, named
from sysgraph.extraction.plans.actions import Frame
from sysgraph.extraction.plans.sections import Section
from sysgraph.extraction.quoting import whole
from sysgraph.model import Claim, Description, Mention, Passage, Value
from sysgraph.register import fold
from sysgraph.vocabulary import RELATIONSHIPS

_LISTED = re.compile(r"^\W*(?:(?:\w+\s)?[\d.]+[.):,]?\s+)?(?P<name>[A-Z][^–—:]{2,80}?)(?:\s+[-–—]|:)\s+(?P<who>\S.*)$")


def read_theme(section: Section, rows: Iterable[Passage], frame: Frame) -> None:
    """Nothing; the frame gains the theme that a section is, and who the lines under its heading say leads it.

    `rows` are those of its actions.
    """
    leads = [passage for _, _, passage, _ in section.leads]
    heading = [section.passage] if section.passage else []
    evidence = whole([*heading, *leads, *section.prose, *rows], "plan.theme")
    name = f"{section.ref} {section.name}".strip() if section.ref else section.name
    if evidence is None:
        for passage in heading:
            frame.note(passage, f"the part “{name}” is too short to be quoted, and was not read")
        return
    theme = Mention("Theme", name, frame.plan, written=section.name or name)
    frame.themes[id(section)] = theme
    attributes: dict[str, Value] = {"ref": section.ref, "title": section.name or None}
    frame.descriptions.append(Description(theme, evidence, attributes))
    frame.claims.append(Claim(theme, "PART_OF", frame.plan, evidence))
    for capacity, words, passage, _ in section.leads:
        if not TO_BE_CONFIRMED.match(words):
            _lead(section, theme, (capacity, words, passage), frame)


def _lead(section: Section, theme: Mention, line: tuple[str, str, Passage], frame: Frame) -> None:
    capacity, words, passage = line
    cite = whole([passage], "plan.lead")
    if cite is None:
        return frame.note(passage, f"the line “{passage.text}” is too short to be quoted, and was not read")
    reading = frame.read(words, id(section))
    frame.note_reading(passage, reading, words)
    leads = frame.leads.setdefault(id(section), [])
    alone = [body for owner in reading.owners if owner.kind == "body" for body in owner.bodies]
    for owner in reading.owners:
        if len(alone) == 1 and owner.posts and not owner.bodies and words[owner.start - 1 : owner.start] == "(":
            owner = replace(owner, bodies=(alone[0],))  # "Body (Person, Post)": the post is in that body
        made = named(owner, words[owner.start : owner.end], always(cite))
        is_body = owner.kind == "body"
        leads += [body for body in owner.bodies if is_body]
        role = "lead organisation" if is_body and capacity in {"lead", "lead organisation"} else capacity
        role = "lead" if capacity == "lead organisation" and not is_body else role
        frame.claims += made.claims
        if _may_lead(made.actor, passage, frame):
            frame.claims.append(Claim(made.actor, "LEADS", theme, cite, {"as": role}))
    return None


def _may_lead(actor: Mention, passage: Passage, frame: Frame) -> bool:
    """Whether what is named as a theme's lead can lead one; a board, or what reads like one, is told instead."""
    if (actor.kind, "Theme") in RELATIONSHIPS["LEADS"].ends:
        return True
    frame.note(passage, f"“{actor.name}” is named as the lead, and is not an organisation, a post or a person")
    return False


def themes_by_list(passages: Iterable[Passage], frame: Frame) -> None:
    """Nothing; the frame gains the leads that a list gives for themes by their names: "3. Primary care – NAT"."""
    by_name = {fold(theme.written): (key, theme) for key, theme in frame.themes.items()}
    for passage in passages:
        match = _LISTED.match(passage.text) if passage.form == "bullet" else None
        if match is None or fold(match["name"]) not in by_name:
            continue
        key, theme = by_name[fold(match["name"])]
        evidence = whole([passage], "plan.lead-list")
        if evidence is None:
            frame.note(passage, f"the line “{passage.text}” is too short to be quoted, and was not read")
            continue
        bodies = [body for one in frame.read(match["who"], key).owners if one.kind == "body" for body in one.bodies]
        frame.claims += [
            Claim(body, "LEADS", theme, evidence, {"as": "lead organisation"})
            for body in bodies
            if _may_lead(body, passage, frame)
        ]
