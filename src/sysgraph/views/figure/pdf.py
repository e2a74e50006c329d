"""A picture as a PDF of one page, and that page as PNG: vector lines, words that can be found, a text for readers.

The letters are Helvetica, which every reader of PDF has without its being put into the file, and whose widths are those
that the picture was measured with. So no font of this computer is needed, for PNG either.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from sysgraph.views.console import plain
from sysgraph.views.figure.canvas import Group, Path, Picture, Words
from sysgraph.views.figure.metrics import width
from sysgraph.views.figure.svg import number

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject

DPI = 220
"""How fine a PNG is: dots to the inch at its size on A4."""

_CODES = "cp1252"


def as_pdf(picture: Picture) -> bytes:
    """The picture as a tagged PDF of one page of its own size; the same picture gives the same bytes."""
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter()
    page = writer.add_blank_page(picture.width, picture.height)
    content = StreamObject()
    content.set_data(_content(picture).encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    page[NameObject("/Resources")] = _dictionary({"/Font": {f"/F{at}": _font(bold) for at, bold in _FONTS}})
    _tag(writer, page, picture)
    writer.add_metadata({"/Title": plain(picture.title), "/Creator": "sysgraph", "/Producer": "sysgraph"})
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def as_png(picture: Picture) -> bytes:
    """The picture as PNG, at 220 dots to the inch of its size on A4; its description is in the file."""
    import pypdfium2
    from PIL.PngImagePlugin import PngInfo

    document = pypdfium2.PdfDocument(as_pdf(picture))
    try:
        image = document[0].render(scale=DPI / 72).to_pil().convert("RGB").quantize(128)
    finally:
        document.close()
    told = PngInfo()
    told.add_itxt("Title", plain(picture.title), lang="en-GB")
    told.add_itxt("Description", picture.description, lang="en-GB")
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True, dpi=(DPI, DPI), pnginfo=told)
    return stream.getvalue()


_FONTS = ((1, False), (2, True))


def _font(bold: bool) -> dict[str, Any]:
    name = "/Helvetica-Bold" if bold else "/Helvetica"
    return {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": name, "/Encoding": "/WinAnsiEncoding"}


def _tag(writer: "PdfWriter", page: Any, picture: Picture) -> None:
    """Nothing; the page is marked as one figure, with the description for those who do not see it."""
    from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

    root = _dictionary({"/Type": "/StructTreeRoot"})
    tree = writer._add_object(root)
    figure = _dictionary({"/Type": "/StructElem", "/S": "/Figure", "/K": 0})
    figure[NameObject("/Alt")] = TextStringObject(f"{plain(picture.title)}. {plain(picture.description)}")
    figure[NameObject("/P")] = tree
    figure[NameObject("/Pg")] = page.indirect_reference
    element = writer._add_object(figure)
    root[NameObject("/K")] = element
    parents = _dictionary({})
    parents[NameObject("/Nums")] = ArrayObject([NumberObject(0), ArrayObject([element])])
    root[NameObject("/ParentTree")] = parents
    page[NameObject("/StructParents")] = NumberObject(0)
    catalogue = writer.root_object
    catalogue[NameObject("/StructTreeRoot")] = tree
    catalogue[NameObject("/MarkInfo")] = _dictionary({"/Marked": True})
    catalogue[NameObject("/ViewerPreferences")] = _dictionary({"/DisplayDocTitle": True})
    catalogue[NameObject("/Lang")] = TextStringObject("en-GB")


def _dictionary(entries: dict[str, Any]) -> "DictionaryObject":
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject

    made = DictionaryObject()
    for name, value in entries.items():
        entry: Any
        if isinstance(value, dict):
            entry = _dictionary(value)
        elif isinstance(value, bool):
            entry = BooleanObject(value)
        else:
            entry = NumberObject(value) if isinstance(value, int) else NameObject(value)
        made[NameObject(name)] = entry
    return made


def _content(picture: Picture) -> str:
    """The page in the language of PDF, its origin moved to the upper left as far as letters allow."""
    lines = ["/Figure <</MCID 0>> BDC", "1 j"]
    for group in picture.groups:
        lines += _drawn(group, picture.height)
    return "\n".join([*lines, "EMC"])


def _drawn(group: Group, top: float) -> list[str]:
    return [_words(one, top) if isinstance(one, Words) else _path(one, top) for one in group.things]


def _words(one: Words, top: float) -> str:
    text = winansi(plain(one.text))
    left = one.x - (width(text, one.size, bold=one.bold) / 2 if one.middle else 0.0)
    shown = text.encode(_CODES).hex()
    font = f"/F{2 if one.bold else 1} {number(one.size)} Tf"
    return f"BT {_colour(one.colour)} rg {font} {number(left)} {number(top - one.y)} Td <{shown}> Tj ET"


def winansi(text: str) -> str:
    """The text with nothing but letters that Helvetica has: without an accent that it lacks, else a question mark."""
    return "".join(_letter(one) for one in text)


def _letter(one: str) -> str:
    for form in (one, normalize("NFKD", one)[:1]):
        try:
            form.encode(_CODES)
        except UnicodeEncodeError:
            continue
        return form
    return "?"


def _path(one: Path, top: float) -> str:
    verbs = {"M": "m", "L": "l", "C": "c"}
    steps = [
        f"{' '.join(f'{number(x)} {number(top - y)}' for x, y in points)} {verbs[verb]}" if points else "h"
        for verb, points in one.steps
    ]
    dashes = f"[{' '.join(map(number, one.dashes))}] 0 d {1 if one.dots else 0} J {number(one.width)} w"
    colours = [f"{_colour(one.stroke)} RG"] if one.stroke else []
    colours += [f"{_colour(one.fill)} rg"] if one.fill else []
    paint = {(True, True): "B", (True, False): "S", (False, True): "f", (False, False): "n"}
    return " ".join([dashes, *colours, *steps, paint[bool(one.stroke), bool(one.fill)]])


def _colour(colour: str) -> str:
    return " ".join(number(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
