"""A picture as SVG: plain attributes, so that nothing of a page around it changes it or is changed by it."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from sysgraph.views.console import plain
from sysgraph.views.figure.canvas import Group, Path, Picture, Words

_FONTS = "Arial, Arimo, 'Liberation Sans', Helvetica, 'Nimbus Sans', 'DejaVu Sans', sans-serif"


def as_svg(picture: Picture, *, inline: bool = False) -> str:
    """The picture as an SVG file, or (`inline`) as an element to stand in HTML."""
    wide, high = number(picture.width), number(picture.height)
    name = picture.name
    lines = [] if inline else ['<?xml version="1.0" encoding="UTF-8"?>']
    size = f'width="100%" style="max-width:{wide}pt"' if inline else f'width="{wide}pt" height="{high}pt"'
    lines.append(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {wide} {high}" role="img" xml:lang="en-GB" '
        f'lang="en-GB" aria-labelledby="{name}-title" aria-describedby="{name}-desc" font-family="{_FONTS}">'
    )
    lines += [f'<title id="{name}-title">{_text(picture.title)}</title>']
    lines += [f'<desc id="{name}-desc">{escape(_paragraphs(picture.description))}</desc>']
    lines.append(f'<rect width="{wide}" height="{high}" fill="#ffffff"/>')
    for group in picture.groups:
        lines += _group(group)
    return "\n".join([*lines, "</svg>", ""])


def number(value: float) -> str:
    """A number with at most two digits behind the point, always written alike."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(text: str) -> str:
    return escape(plain(text))


def _paragraphs(text: str) -> str:
    return "\n".join(plain(line) for line in text.split("\n"))


def _group(group: Group) -> Iterator[str]:
    role, _, kind = group.role.partition(" ")
    what = f' data-{"kind" if role == "box" else "type"}="{kind}"' if kind else ""
    says = f" data-says={quoteattr(plain(group.says))}" if role in {"box", "line", "stop"} else ""
    yield f'<g class="{role}"{what}{says}>'
    for one in group.things:
        yield _words(one) if isinstance(one, Words) else _path(one)
    yield "</g>"


def _words(one: Words) -> str:
    anchor = ' text-anchor="middle"' if one.middle else ""
    weight = ' font-weight="bold"' if one.bold else ""
    return (
        f'<text x="{number(one.x)}" y="{number(one.y)}" font-size="{number(one.size)}"{weight}{anchor} '
        f'fill="{one.colour}">{_text(one.text)}</text>'
    )


def _path(one: Path) -> str:
    steps = "".join(verb + " ".join(f"{number(x)},{number(y)}" for x, y in points) for verb, points in one.steps)
    dashes = f' stroke-dasharray="{" ".join(map(number, one.dashes))}"' if one.dashes else ""
    caps = ' stroke-linecap="round"' if one.dots else ""
    return (
        f'<path d="{steps}" fill="{one.fill or "none"}" stroke="{one.stroke or "none"}" '
        f'stroke-width="{number(one.width)}"{dashes}{caps}/>'
    )
