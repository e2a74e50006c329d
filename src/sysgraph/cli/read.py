"""`sysgraph read`: what a reader sees in one document."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sysgraph.cli.options import ocr_option, showing
from sysgraph.cli.output import emit, emit_lines
from sysgraph.errors import DocumentError

if TYPE_CHECKING:
    from sysgraph.model import Document

_MOST_NAMED = 12


class _Wanted(NamedTuple):
    """Which part of a document is to be shown, and how."""

    page: int | None
    sheet: str | None
    slide: int | None
    tables: bool
    plans: bool
    full: bool


@click.command("read", epilog="Example: sysgraph read plan.docx --tables")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="Show this page of the file alone.")
@click.option("--sheet", metavar="NAME", help="Show this sheet of a workbook alone.")
@click.option("--slide", type=click.IntRange(min=1), metavar="N", help="Show this slide alone.")
@click.option("--tables", is_flag=True, help="Show the tables alone.")
@click.option("--plans", is_flag=True, help="Show what each table was taken for: a plan or none, column by column.")
@click.option("--full", is_flag=True, help="Show all words, not as many as a line holds.")
@ocr_option
@showing("table", "json")
def command(file: Path, *, form: str, output: Path | None, ocr: bool, **wishes: Any) -> None:
    """Show what a reader sees in a document.

    FILE is read as a build reads it. Each heading, paragraph, list and table is shown with its place, then what could
    not be read: for when a plan comes out wrong. --format json has all of the document, or of its page.
    """
    wanted = _Wanted(**wishes)
    document = _read(file, ocr=ocr)
    chosen = _chosen(document, wanted)
    if form == "json":
        from sysgraph.views.document import as_json

        emit(as_json(chosen), output)
        return
    emit_lines(_lines(document, chosen, wanted), output)


def _read(file: Path, *, ocr: bool) -> "Document":
    """The document, read in a process of its own, as a build does: a broken file can bring a reader down."""
    from sysgraph.documents import GuardedExecutor, contents, read_bytes

    data = contents(file)
    with GuardedExecutor(called=lambda _, name, *__, **___: str(name)) as executor:
        return executor.submit(read_bytes, data, str(file), file.suffix, ocr=ocr).result()


def _chosen(document: "Document", wanted: _Wanted) -> "Document":
    """The part of the document that is wanted.

    Raises:
        DocumentError: where it has no such page, sheet or slide.
    """
    from sysgraph.views.document import only

    for name in ("page", "sheet", "slide"):
        asked = getattr(wanted, name)
        if asked is None:
            continue
        there = list(dict.fromkeys(getattr(block.position, name) for block in document.blocks))
        known = [one for one in there if one is not None]
        found = next((one for one in known if str(one).casefold() == str(asked).casefold()), None)
        if found is None:
            said = f"it has {_listed(known)}" if known else f"this format has no {name}s; leave --{name} out"
            raise DocumentError(f"{document.path}: nothing was read on {name} {asked}; {said}")
        document = only(document, name, found)
    return document


def _listed(known: list[str | int]) -> str:
    named = [str(one) for one in known[:_MOST_NAMED]]
    return ", ".join(named) + (f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else "")


def _lines(
    document: "Document", chosen: "Document", wanted: _Wanted
) -> Callable[[int, Callable[[str], str]], Iterable[str]]:
    """What makes the lines that are wanted. What a table means may depend on the one before, shown or not."""
    from sysgraph.views.document import show_document, show_plans

    if wanted.plans:
        from sysgraph.extraction import plan_tables
        from sysgraph.register import Register

        plans = plan_tables(document, Register.bundled())
        return lambda columns, dim: show_plans(chosen, plans, columns=columns, dim=dim)
    return lambda columns, dim: show_document(
        chosen, columns=columns, dim=dim, full=wanted.full, tables_only=wanted.tables
    )
