"""Formats of before 2007 (.doc, .xls, .ppt, .rtf): turned into today's by LibreOffice where it is installed.

LibreOffice runs with a profile of its own that forbids macros, links and what a file would fetch, and with a limit of
time. Nothing of the person's own settings is read or changed, and nothing is left behind.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from sysgraph.documents.budget import allow
from sysgraph.documents.file import File
from sysgraph.errors import DocumentError
from sysgraph.model import Document

SECONDS = 120.0
"""How long LibreOffice may take for one file."""

NEW_ENDINGS: Mapping[str, str] = MappingProxyType({
    ".doc": ".docx",
    ".dot": ".docx",
    ".rtf": ".docx",
    ".xls": ".xlsx",
    ".xlt": ".xlsx",
    ".xlsb": ".xlsx",
    ".ppt": ".pptx",
    ".pps": ".pptx",
    ".pot": ".pptx",
})  # fmt: skip
"""What each old format is turned into."""

_FILTERS = {".docx": "MS Word 2007 XML", ".xlsx": "Calc MS Excel 2007 XML", ".pptx": "Impress MS PowerPoint 2007 XML"}
# Stands between this process and the program: when this one closes the pipe, or is killed, all that was started ends.
_WATCH = """
import os, signal, subprocess, sys, threading
def end():
    sys.stdin.buffer.read()
    os.killpg(0, signal.SIGKILL)
threading.Thread(target=end, daemon=True).start()
subprocess.call(sys.argv[1:], stdin=subprocess.DEVNULL)
os.killpg(0, signal.SIGKILL)
"""
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    # Pictures that a file only refers to are fetched all the same: through a proxy that does not exist.
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)


def read_legacy(file: File) -> Document:
    """The document that a file of an old format holds, read from what LibreOffice turns it into.

    Raises:
        DocumentError: where LibreOffice is not installed, or cannot turn the file, or the result cannot be read.
    """
    from sysgraph import documents

    ending = Path(file.name).suffix.lower()
    new = NEW_ENDINGS.get(ending, ".docx")
    program = office()
    if program is None:
        raise DocumentError(
            f"{file.name}: {ending} is a format that is not read as it is; save the document as {new}, "
            "or install LibreOffice, which then turns it, and build anew"
        )
    turned = replace(file, data=_turned(file, program, ending, new))
    return replace(documents.reader_of(new)(turned), format=ending.lstrip("."))


def office() -> str | None:
    """The LibreOffice program of this machine, if it is installed."""
    found = filter(None, map(shutil.which, _PROGRAMS))
    return next(found, None) or next(filter(os.path.isfile, _USUAL_PLACES), None)


def _turned(file: File, program: str, ending: str, new: str) -> bytes:
    """The file in today's format.

    Raises:
        DocumentError: where LibreOffice gives nothing back, or not in time.
    """
    allow(SECONDS)
    with tempfile.TemporaryDirectory(prefix="sysgraph-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        old = place / f"document{ending}"
        old.write_bytes(file.data)
        _run(_command(program, place, old, new), place, file.name)
        try:
            return (place / "turned" / f"document{new}").read_bytes()
        except OSError:
            raise DocumentError(
                f"{file.name}: LibreOffice cannot turn the file into {new}, so it may be damaged or protected with a "
                f"password; save it as {new} in the program that made it and build anew"
            ) from None


def _command(program: str, place: Path, old: Path, new: str) -> list[str]:
    profile = place / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8", newline="\n")
    return [
        program,
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nofirststartwizard",
        "--convert-to",
        f"{new.lstrip('.')}:{_FILTERS[new]}",
        "--outdir",
        str(place / "turned"),
        str(old),
    ]


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f"{items}</oor:items>"
    )


def _run(command: list[str], folder: Path, name: str) -> None:
    """Nothing; LibreOffice has done what it could, and nothing that it has started is left.

    Raises:
        DocumentError: where it cannot be started, or takes too long.
    """
    watched = command if sys.platform == "win32" else [sys.executable, "-I", "-c", _WATCH, *command]
    try:
        if not os.access(command[0], os.X_OK):
            raise OSError
        process = subprocess.Popen(
            watched,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))},
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise DocumentError(
            f"{name}: LibreOffice ({command[0]}) cannot be started; mend its installation, "
            "or save the document in today's format, and build anew"
        ) from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise DocumentError(
            f"{name}: LibreOffice has not turned the file within {SECONDS:.0f} seconds; save the document in today's "
            "format in the program that made it and build anew"
        ) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Nothing; the program, and what it has started, is no more."""
    if sys.platform == "win32" and process.poll() is None:
        # The program that was called has started the one that works; ending the first would leave the other.
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    assert process.stdin is not None
    process.stdin.close()
    process.wait()
