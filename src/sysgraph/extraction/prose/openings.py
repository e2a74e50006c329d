"""How a sentence opens before it says anything: "To tackle the limited capacity of …, the Council set up …"."""

import re

from sysgraph.extraction.prose.forms import ANY, FILL
from sysgraph.extraction.prose.scene import Scene

_OPENS = re.compile(
    r"^(?:However,? |In addition,? |As a result,? )?(?:"
    r"(?:In order t|T)o [a-z]+|In (?:response|reply|answer|recognition|view|light|anticipation)\b|"
    r"(?:Because|As a result) of\b|"
    r"(?:Due|Owing) to\b|Given\b|Recognising\b|Despite\b|(?:Faced|Concerned) (?:with|by|about|that)\b|Following\b"
    rf")[^;:]{{4,200}}?,(?= (?:the |our |[{ANY}]))"
)
_WORD = re.compile(rf"[^ ,{FILL}]+")
_ASIDE = "\x02"


def set_aside(scene: Scene) -> None:
    """Nothing; takes out of the scene the purpose or reason that a sentence opens with.

    Its words ("poor", "lack of", "planned") are about why something was done, not about whether it was.
    """
    opening = _OPENS.match(scene.masked)
    if opening:
        scene.masked = _WORD.sub(lambda word: _ASIDE * len(word[0]), opening[0]) + scene.masked[opening.end() :]
