"""Whether a sentence can state a fact at all, as far as its sketch tells: most cannot, and need no scene."""

from sysgraph.extraction.prose import cues
from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.forms import CODES, bits
from sysgraph.extraction.prose.stage import Sketch, Stage

_POST, _PERSON, _BODY, _ORGANISATION = bits("R"), bits("P"), bits("OUNBS"), bits("OUN")
_OWNED, _ANY = bits("BS"), bits(CODES)
_FEWEST = 2


def promises(sketch: Sketch, stage: Stage) -> bool:
    """Whether a pattern may read a sentence, or its very phrases say something (see `structure`)."""
    if sketch.most >= _FEWEST and (_in_phrases(sketch) or _read(sketch, stage)):
        return True
    return bool(sketch.codes & _OWNED) and _in_names(sketch, stage.cast)


def _read(sketch: Sketch, stage: Stage) -> bool:
    """Whether a pattern may read a sentence; a pronoun may stand for any actor."""
    readable = list(sketch.sight.readable(_ANY if sketch.kinds & cues.PRONOUN else sketch.codes))
    places = stage.places(sketch) if readable else []
    return any(form.met_by(sketch.line.text, places) for _, form in readable)


def _in_phrases(sketch: Sketch) -> bool:
    """Whether names, posts and people may stand so close that they say something."""
    codes, kinds, text = sketch.codes, sketch.kinds, sketch.line.text
    if kinds & cues.BODY:
        return True  # "the trust board" has its owner in its name
    if kinds & (cues.SERVICE | cues.SERVICE_PHRASE) and kinds & cues.CLASS:
        return True
    if codes & _POST and codes & (_BODY | _PERSON):
        return True
    if codes & _PERSON and codes & _ORGANISATION:
        return True
    return bool(codes & _ORGANISATION and codes & _OWNED) and ("'" in text or " team" in text)


def _in_names(sketch: Sketch, cast: Cast) -> bool:
    """Whether the name of a board or service begins with that of the organisation that it is in."""
    return any(
        cast.owner_in(mention) is not None
        for _, named in sketch.phrases
        for _, _, code, mention in (*named.bodies, *named.later)
        if code in "BS"
    )
