"""`sysgraph schema`: the files that say what a graph means."""

from pathlib import Path

import click

from sysgraph.cli.output import emit
from sysgraph.errors import WorkspaceError


@click.command("schema", epilog="Example: sysgraph schema -o schema")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Write the files there.")
@click.option("--check", is_flag=True, help="Write nothing; end with status 1 where a file there is not fresh.")
@click.pass_context
def command(context: click.Context, /, output: Path | None, *, check: bool) -> None:
    """Write the schemas of a graph: JSON Schema, OWL, SHACL, SQL, Cypher.

    They are derived from the vocabulary and the model, so that others can rely on what a graph means without our code.
    """
    from sysgraph.schema import files

    made = files()
    if output is None:
        emit("".join(f"{name}\n" for name in made))
        return
    stale = [name for name, text in made.items() if not _is_fresh(output / name, text)]
    if check:
        emit("".join(f"{output / name} is not fresh: run sysgraph schema -o {output}\n" for name in stale))
        context.exit(1 if stale else 0)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"the folder {output} cannot be made: {error.strerror}; name another with -o") from None
    for name in stale:
        emit(made[name], output / name)
    emit("".join(f"{output / name}\n" for name in made))


def _is_fresh(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
