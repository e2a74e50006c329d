"""What the sentences before made plain, for "it", "the Board", "this Committee".

Most sentences look back at nothing, so that what was said before is worked out only when somebody asks: until then the
steps that would tell it wait in order.
"""

from collections.abc import Callable, Iterable

from sysgraph.model import Mention
from sysgraph.register import fold


class Memory:
    """What the sentences of a passage made plain, the body its section is of, and the body that the document is of."""

    def __init__(self, main: Mention | None = None) -> None:
        self.main = main  # the body that the whole document is of
        self.section: Mention | None = None  # the body that the heading names
        self._subject: Mention | None = None
        self._last: list[Mention] = []
        self._met: list[Mention] = []
        self._waiting: list[Callable[[], None]] = []

    def passage(self) -> None:
        """Nothing; a new passage begins."""
        self._waiting.clear()
        self._subject = None
        self._last = []
        self._met = []

    def wait(self, step: Callable[[], None]) -> None:
        """Nothing; the step is taken when somebody asks what was said before."""
        self._waiting.append(step)

    def recall(self) -> None:
        """Nothing; takes the steps that wait, in order; what these ask is answered from the steps before."""
        if self._waiting:
            steps, self._waiting = self._waiting, []
            for step in steps:
                step()

    @property
    def subject(self) -> Mention | None:
        """What the sentence before was about."""
        self.recall()
        return self._subject

    @subject.setter
    def subject(self, mention: Mention | None) -> None:
        self.recall()
        self._subject = mention

    @property
    def last(self) -> list[Mention]:
        """The actors of the sentence before, in order."""
        self.recall()
        return self._last

    @property
    def met(self) -> list[Mention]:
        """The bodies of the sentences before, in order."""
        self.recall()
        return self._met

    def sentence(self, actors: list[Mention], bodies: Iterable[Mention]) -> None:
        """Nothing; a sentence had these actors, of which these are bodies."""
        self.recall()
        self._last = actors
        self._met += bodies

    def body(self, word: str) -> Mention | None:
        """The board or partnership that "the <word>" means here, or nothing."""
        head = fold(word).removeprefix("sub").strip()
        subject = self.subject
        if head == "group" and subject is not None and subject.kind == "Board":
            return subject
        circle = [m for m in [subject, *reversed(self.met), self.section, self.main] if m is not None]
        return next((m for m in circle if m.kind in {"Board", "Partnership"} and _headed(m, head)), None)


def _headed(mention: Mention, head: str) -> bool:
    name = fold(mention.name)
    return name.endswith(head) or (head in {"board", "committee"} and name.endswith(f"sub{head}"))
