"""The interactive page: one HTML file with picture, evidence and script in it, that asks nobody for anything."""

import base64
import hashlib
import html
import json
import re
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

import sysgraph
from sysgraph.errors import InstallationError
from sysgraph.model import Graph

if TYPE_CHECKING:
    from sysgraph.views.facts import Extras

_DRAWING = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = (
    "facts.js",
    "dom.js",
    "facets.js",
    "state.js",
    "views.js",
    "seats.js",
    "blocks.js",
    "routes.js",
    "lines.js",
    "free.js",
    "gaps.js",
    "cards.js",
    "sentences.js",
    "chains.js",
    "picture.js",
    "panel.js",
    "filters.js",
    "find.js",
    "table.js",
    "page.js",
)
"""In the order in which they are written one after the other into the page."""

_IN_JSON = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_CLOSING = re.compile(r"</script|<!--|</style", re.IGNORECASE)


def write_page(graph: Graph, path: Path, *, title: str, extras: "Extras | None" = None) -> None:
    """Writes the page of `page` to `path`, in UTF-8 and with the same line ends on every system."""
    path.write_text(page(graph, title=title, extras=extras), encoding="utf-8", newline="\n")


def page(graph: Graph, *, title: str, extras: "Extras | None" = None) -> str:
    """The whole page as HTML; the same graph, title and extras give the same text.

    The drawing library is the vis-network 9.1.2 that lies in pyvis's own wheel, with the licence it carries. Its
    stylesheet only dresses buttons and editors that the page does not have, so it is left out. What documents say goes
    into JSON blocks that no browser runs, and from there to the screen as text alone; the policy in the head forbids
    everything else.

    Raises:
        InstallationError: pyvis is not there, or lacks the library.
    """
    from sysgraph.views.facts import Extras, facts
    from sysgraph.views.layered import layered
    from sysgraph.views.network import network

    style, drawing, script = _own("page.css"), _drawing(), "\n".join(_own(name) for name in _SCRIPTS)
    return Template(_text("explorer.html")).substitute(
        title=html.escape(title),
        version=html.escape(sysgraph.__version__),
        policy=html.escape(_policy(style, drawing, script)),
        style=style,
        network=_json({**network(graph), "layered": layered(graph)}),
        facts=_json(facts(graph, extras or Extras())),
        drawing=drawing,
        script=script,
    )


def _text(name: str) -> str:
    template = files("sysgraph.views").joinpath("templates", name)
    return template.read_text(encoding="utf-8").replace("\r\n", "\n")


def _own(name: str) -> str:
    return _inline(_text(name), name)


def _drawing() -> str:
    """The script of vis-network with its licence note, without the line that sends debuggers after another file.

    Raises:
        InstallationError: it is not where pyvis 0.3 has it.
    """
    # Found, not imported: pyvis takes its time to import.
    spec = find_spec("pyvis")
    script = Path(spec.origin).parent / _DRAWING if spec and spec.origin else None
    if script is None or not script.is_file():
        raise InstallationError(
            f"the page is drawn with {_DRAWING} of pyvis 0.3.2, which is not installed: pip install 'pyvis>=0.3.2,<0.4'"
        )
    text = script.read_text(encoding="utf-8").replace("\r\n", "\n")
    return _inline(re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE), _DRAWING)


def _inline(text: str, name: str) -> str:
    """The text, which may stand between two tags as it is.

    Raises:
        InstallationError: something in it would end the tag.
    """
    if found := _CLOSING.search(text):
        raise InstallationError(f"{name} holds {found[0]!r} and cannot stand inside a page; install sysgraph again")
    return text


def _json(value: Any) -> str:
    """JSON in ASCII that no HTML parser takes for anything else."""
    return re.sub("[<>&]", lambda found: _IN_JSON[found[0]], json.dumps(value, separators=(",", ":")))


def _policy(style: str, *scripts: str) -> str:
    """The Content-Security-Policy: these very scripts and this very style, and nothing from anywhere."""
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
