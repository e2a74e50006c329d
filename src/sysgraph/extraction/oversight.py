"""Boards that oversee a plan, a theme or an action, as plans say it in few words: "Overseen by …", "reported to …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sysgraph.extraction.mentions import Found, Names
from sysgraph.extraction.quoting import bounded
from sysgraph.model import Mention

_OFTEN = r"(?:\s+(?:\w+ly|back|in|up|by exception|every \w+|to and|and \w+ed))?"
# What stands right before a board that oversees what the words around it are about.
_BEFORE = re.compile(
    r"(?:\b(?:overseen|monitored|assured|governed|scrutinised|managed|driven)"
    + _OFTEN
    + r"\s+(?:by|through|via|at)|\boversight\s+(?:by|from|through|via|at)|\bassurance\s+(?:to|through|from|by|via)"
    + r"|\b(?:report|reports|reported|reporting)"
    + _OFTEN
    + r"\s+(?:to|into|through|via)|\baccountable\s+to|\bresponsible\s+to)\s+(?:the\s+|our\s+|its\s+)?(?:existing\s+)?$",
    re.IGNORECASE,
)
# What says that it has not happened, is asked for, or was about something else. That a board "will be" overseeing is
# what a plan undertakes; that something "will be reported" is said of what comes out.
_NOT_YET = re.compile(
    r"\b(?:will(?!\s+be\s+(?:overseen|monitored|assured|governed|scrutinised|managed|driven))|would|should|could|may|"
    r"might|to be|need(?:s)? to|not|no|never|proposed?|proposals?|planned|papers?|requested|asked|previously|formerly|"
    r"was|were|plan(?:s)? to|subject to|once|if|until)\b",
    re.IGNORECASE,
)
_MOST_OF_SENTENCE = 400
_SENTENCE = re.compile(r"[^.;\n•]+(?:\.(?=\d)[^.;\n•]*)*")
_PLAN = (
    r"(?:improvement |action |delivery |recovery |this |our |the )*(?:plan|strategy|programme|log|tracker)(?:['’]s)?"
    r"(?: delivery| as a whole)?"
)
_APPROVED = re.compile(r"\b(?:approved|signed[- ]off|ratified|agreed|adopted|endorsed|accepted)\b", re.IGNORECASE)
_OVERSEES = re.compile(
    r"\b(?:responsible for (?:assuring|overseeing|monitoring|the (?:oversight|delivery|assurance|monitoring))|"
    r"oversees?|oversaw|oversee|"
    r"monitors?|assures?|scrutinises?|scrutinise|overseen by|monitored by|assured by|"
    r"monitored and assured by|scrutinised by|"
    r"oversight of|hold\w* .{0,30}to account for|accountable for)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no|never|should|could|would|might|may|proposed|recommend\w*|consider\w*)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Overseer:
    """A board in a text, with the sentence that says what it does, cut where it is long; offsets into the text."""

    board: Mention
    start: int
    end: int


def overseers_of_action(text: str, names: Names) -> Iterator[Overseer]:
    """The boards that the words of an action, its assurance or its progress say oversee it."""
    for sentence in _SENTENCE.finditer(text):
        for found in names.find(sentence[0]):
            before = sentence[0][: found.start]
            trigger = _BEFORE.search(before)
            if (
                found.mention.kind == "Board"
                and trigger
                and not _NOT_YET.search(before[: trigger.start()] + trigger[0])
            ):
                yield _overseer(sentence, found)


def boards_of_plan(text: str, names: Names) -> Iterator[tuple[str, Overseer]]:
    """(APPROVES or OVERSEES, board) for the boards that a paragraph says approved the plan or see to its delivery."""
    for sentence in re.finditer(r"[^.\n]+(?:\.(?=\w)[^.\n]*)*\.?", text):
        words = sentence[0]
        boards = [found for found in names.find(words) if found.mention.kind == "Board"]
        if not boards or not re.search(rf"\b{_PLAN}\b|\bdelivery\b|\bactions?\b", words, re.IGNORECASE):
            continue
        for number, found in enumerate(boards):
            following = boards[number + 1].start if number + 1 < len(boards) else len(words)
            before = words[boards[number - 1].end if number else 0 : found.start]
            clause = words[found.end : following]
            seen = _overseer(sentence, found)
            if _says(_APPROVED, before, clause) and not _DENIED.search(before):
                yield "APPROVES", seen
            if _says(_OVERSEES, before, clause) and not _DENIED.search(before + clause):
                yield "OVERSEES", seen


def _overseer(sentence: re.Match[str], found: Found) -> Overseer:
    start, end = bounded(sentence.start(), sentence.end(), sentence.start() + found.start, _MOST_OF_SENTENCE)
    return Overseer(found.mention, start, end)


def _says(pattern: re.Pattern[str], before: str, clause: str) -> bool:
    """Whether a verb stands right before the board in the passive, or after it in the active."""
    passive = re.search(rf"(?:{pattern.pattern})(?:\s+and\s+\w+)?(?:\s+by)?\s+(?:the\s+)?$", before, re.IGNORECASE)
    return bool(passive or pattern.search(clause))
