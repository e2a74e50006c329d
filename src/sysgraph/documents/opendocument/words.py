"""The words of one paragraph of an OpenDocument text; what was deleted under tracking stands elsewhere in the file."""

from dataclasses import dataclass, field

from lxml import etree

from sysgraph.documents.opendocument import inner_text, name
from sysgraph.documents.opendocument.text_styles import Look, Styles
from sysgraph.documents.texts import Omissions

_MOST_SPACES = 100
_FIXED = {name("text:tab"): " ", name("text:line-break"): "\n"}
_SKIPPED = frozenset(
    name(one)
    for one in (
        "office:annotation-end",
        "text:number",
        "text:ruby-text",
        "text:note-citation",
        "text:soft-page-break",
        "text:page-number",
        "text:page-count",
        "text:hidden-text",
        "text:placeholder",
        "svg:title",
        "svg:desc",
    )
)
_BOXES = frozenset({name("draw:text-box"), name("draw:custom-shape"), name("draw:rect"), name("draw:ellipse")})
_PICTURE, _OBJECTS = name("draw:image"), (name("draw:object"), name("draw:object-ole"))
_PARAGRAPHS = (name("text:p"), name("text:h"), name("text:list"), name("table:table"))


def _waits(element: etree._Element) -> bool:
    """Whether a content control waits to be filled in: "Click here to enter text" is nobody's words."""
    control = element.tag.endswith("}content-control")
    return control and any(
        str(key).endswith("showing-place-holder") and value == "true" for key, value in element.items()
    )


@dataclass(slots=True)
class Words:
    """What one paragraph holds."""

    text: str = ""
    number: str = ""  # the label as the program that wrote the file showed it
    strong: bool = False
    boxes: list[etree._Element] = field(default_factory=list)  # text boxes that are anchored in it
    notes: list[etree._Element] = field(default_factory=list)
    colours: set[str | None] = field(default_factory=set)  # behind its words


class Reader:
    """Reads the words of paragraphs."""

    def __init__(self, styles: Styles, omissions: Omissions) -> None:
        self._styles = styles
        self._omissions = omissions
        self._words = Words()
        self._parts: list[str] = []
        self._weak = False

    def read(self, paragraph: etree._Element) -> Words:
        """What a paragraph holds."""
        self._words, self._parts, self._weak = Words(), [], False
        number = paragraph.find(name("text:number"))
        self._words.number = "" if number is None else inner_text(number).strip()
        self._inside(paragraph, self._styles.look("paragraph", paragraph, Look()))
        self._words.text = "".join(self._parts)
        self._words.strong = not self._weak and bool(self._words.text.strip())
        return self._words

    def frame(self, element: etree._Element) -> Words:
        """What a frame holds that stands between paragraphs."""
        self._words, self._parts = Words(), []
        self._child(element, Look())
        return self._words

    def _inside(self, element: etree._Element, look: Look) -> None:
        self._write(element.text, look)
        for child in element:
            self._child(child, look)
            self._write(child.tail, look)

    def _child(self, child: etree._Element, look: Look) -> None:
        tag = child.tag
        if tag == name("text:span"):
            self._inside(child, self._styles.look("text", child, look))
        elif tag == name("text:s"):
            count = child.get(name("text:c"), "1")
            self._parts.append(" " * (min(int(count), _MOST_SPACES) if count.isascii() and count.isdigit() else 1))
        elif tag in _FIXED:
            self._parts.append(_FIXED[tag])
        elif tag == name("text:note"):
            self._words.notes += child.findall(name("text:note-body"))
        elif tag == name("office:annotation"):
            self._omissions.comments.append("\n".join(map(inner_text, child.iter(name("text:p")))))
        elif tag == name("draw:frame"):
            self._framed(child, look)
        elif tag in _BOXES:
            self._words.boxes.append(child)
        elif tag not in _SKIPPED and not _waits(child):
            self._inside(child, look)

    def _framed(self, frame: etree._Element, look: Look) -> None:
        """A frame holds one thing, and then what may stand in for it."""
        objects = [child for child in frame if child.tag in _OBJECTS]
        if objects:
            self._omissions.add("object")
        elif frame.find(name("draw:text-box")) is None and frame.find(_PICTURE) is not None:
            self._omissions.add("picture")
        for child in frame:
            if child.tag in _BOXES:
                self._words.boxes.append(child)
            elif child.tag == name("table:table"):
                self._words.boxes.append(frame)

    def _write(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if look.hidden or look.struck:
            self._omissions.add("hidden" if look.hidden else "struck", len(text.split()))
            return
        self._parts.append(text.replace("\n", " ").replace("\u2011", "-"))
        if text.strip():
            self._weak = self._weak or not look.strong
            self._words.colours.add(look.colour)
