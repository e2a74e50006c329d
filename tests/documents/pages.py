"""Web pages that tests write and read."""

from pathlib import Path

from sysgraph.documents import read
from sysgraph.model import Document, Table


def page(folder: Path, html: str | bytes, name: str = "page.html") -> Document:
    data = html.encode() if isinstance(html, str) else html
    (folder / name).write_bytes(data)
    return read(folder / name, name)


def tables(found: Document) -> list[Table]:
    return [block for block in found.blocks if isinstance(block, Table)]


def told(found: Document) -> list[str]:
    return [f"{notice.where}: {notice.what}" if notice.where else notice.what for notice in found.notices]
