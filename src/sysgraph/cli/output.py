"""Where what is written goes: a terminal, a pipe, or a file that is either whole or not there."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, Protocol, TextIO, TypeVar

import click

from sysgraph.errors import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

_Shown = TypeVar("_Shown", contravariant=True)

_NARROWEST, _WIDEST = 60, 160


class Show(Protocol[_Shown]):
    """What makes the lines of one thing, told how many columns there are and how to dim."""

    def __call__(self, one: _Shown, /, *, columns: int, dim: Callable[[str], str]) -> Iterable[str]:
        """The lines."""
        ...


def speak_utf8() -> None:
    """Nothing; what is printed is UTF-8 with plain line ends wherever it goes into a pipe or file.

    A terminal of another encoding keeps it, and shows a question mark for what it does not have.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            # Names of files that are no text at all must not stop an answer.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def emit(text: str, output: "Path | None" = None) -> None:
    """Nothing; the text is in the file, or printed where there is none.

    Raises:
        WorkspaceError: the file cannot be written; what was there before is unchanged.
    """
    if output is None:
        click.echo(text, nl=False)
        return
    with writing(output) as stream:
        stream.write(text)


def emit_bytes(data: bytes, output: "Path | None", ending: str) -> None:
    """Nothing; the bytes are in the file.

    Raises:
        WorkspaceError: no file was named, or it cannot be written; what was there before is unchanged.
    """
    if output is None:
        raise WorkspaceError(f"what was asked for is no text to print: name a file for it, like -o out{ending}")
    with _replacing(output) as beside:
        beside.write_bytes(data)


@contextmanager
def writing(output: "Path | None") -> Iterator[TextIO]:
    """A stream to write to: the file, which appears once it is whole, or the standard output where there is none.

    Raises:
        WorkspaceError: the file cannot be written; what was there before is unchanged.
    """
    if output is None:
        yield sys.stdout
        return
    with (
        _replacing(output) as beside,
        beside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream,
    ):
        yield stream


@contextmanager
def _replacing(output: "Path") -> "Iterator[Path]":
    """A file beside the one that is meant, which takes its place once all is written.

    Raises:
        WorkspaceError: it cannot be written.
    """
    if output.is_dir():
        raise WorkspaceError(f"{output} cannot be written: it is a folder; name a file in it")
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        try:
            yield beside
            os.replace(beside, output)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise WorkspaceError(f"{output} cannot be written: {error.strerror or error}; name another file") from error


def emit_lines(show: Callable[[int, Callable[[str], str]], Iterable[str]], output: "Path | None" = None) -> None:
    """Nothing; the lines are printed as wide as the terminal is, less important ones dimmed, or are in the file, plain.

    `show` makes the lines, told how many columns there are and how to dim.
    """
    if output is None and sys.stdout.isatty():
        import shutil

        columns = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
        dim = str if os.environ.get("NO_COLOR") else _dim
    else:
        columns, dim = 100, str
    emit("".join(f"{line}\n" for line in show(columns, dim)), output)


def emit_each(found: Iterable[_Shown], show: "Show[_Shown]", output: "Path | None" = None) -> None:
    """Nothing; the lines of each are printed or in the file, one below the other with two blank lines between."""

    def lines(columns: int, dim: Callable[[str], str]) -> Iterator[str]:
        for number, one in enumerate(found):
            yield from ("", "") if number else ()
            yield from show(one, columns=columns, dim=dim)

    emit_lines(lines, output)


def say(text: str) -> None:
    """Nothing; the text is on the standard error: for the person who waits or reads, not for the program that does."""
    click.echo(text, err=True)


def _dim(text: str) -> str:
    return click.style(text, dim=True)
