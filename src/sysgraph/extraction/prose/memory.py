"""What the sentences before made plain, for "it", "the Board", "this Committee"."""

from dataclasses import dataclass, field

from sysgraph.model import Mention
from sysgraph.register import fold


@dataclass(slots=True)
class Memory:
    """What the sentences before made plain, for "it", "the Board", "this Committee"."""

    main: Mention | None = None  # the body that the whole document is of
    section: Mention | None = None  # the body that the heading names
    subject: Mention | None = None  # what the sentence before was about
    last: list[Mention] = field(default_factory=list)  # the actors of the sentence before, in order
    met: list[Mention] = field(default_factory=list)  # in this passage, in order

    def passage(self) -> None:
        """Nothing; a new passage begins."""
        self.subject = None
        self.last = []
        self.met = []

    def body(self, word: str) -> Mention | None:
        """The board or partnership that "the <word>" means here, or nothing."""
        head = fold(word).removeprefix("sub").strip()
        if head == "group" and self.subject is not None and self.subject.kind == "Board":
            return self.subject
        circle = [m for m in [self.subject, *reversed(self.met), self.section, self.main] if m is not None]
        return next((m for m in circle if m.kind in {"Board", "Partnership"} and _headed(m, head)), None)


def _headed(mention: Mention, head: str) -> bool:
    name = fold(mention.name)
    return name.endswith(head) or (head in {"board", "committee"} and name.endswith(f"sub{head}"))
