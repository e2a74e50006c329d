"""Reads the register's YAML files; the only module of the register that needs pydantic and PyYAML."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sysgraph.errors import RegisterError
from sysgraph.register.entry import BoardKind, Entry
from sysgraph.vocabulary import KINDS

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

BOARD_KINDS = "board_kinds.yaml"

_SCHEMES = ("ods", "ons")
# Every value of a register is text, and "00C" or a date must stay so: the base loader reads all of them as such.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_Text = Annotated[str, Field(min_length=1)]
_Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")]
_Day = Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _EntryLine(_Line):
    """One entry as the file writes it; `kind` and `category` come from the file's `defaults` where it has none."""

    id: _Code | None = None
    ods: _Code | None = None
    ons: _Code | None = None
    name: _Text
    kind: _Text
    category: _Text
    place: _Text | None = None
    aliases: list[_Text] = []
    former: list[_Text] = []
    opened: _Day | None = None
    closed: _Day | None = None
    successor: _Code | None = None
    succeeded_on: _Day | None = None
    icb: _Code | None = None

    @model_validator(mode="after")
    def _whole(self) -> "_EntryLine":
        if not (self.id or self.ods or self.ons):
            raise ValueError("it has no code: give it ods, ons or, for a national body without either, id")
        if self.kind not in KINDS:
            raise ValueError(f"kind {self.kind} is not in the vocabulary")
        if (self.successor is None) != (self.succeeded_on is None):
            raise ValueError("successor and succeeded_on belong together")
        if self.opened and self.closed and self.closed < self.opened:
            raise ValueError(f"it closes ({self.closed}) before it opens ({self.opened})")
        return self


class _KindLine(_Line):
    name: _Text
    kind: _Text
    abbreviations: list[_Text] = []
    also: list[_Text] = []

    @model_validator(mode="after")
    def _known_kind(self) -> "_KindLine":
        if self.kind not in KINDS:
            raise ValueError(f"kind {self.kind} is not in the vocabulary")
        return self


_LineT = TypeVar("_LineT", bound=_Line)


def read_entries(folder: "Traversable") -> tuple[Entry, ...]:
    """The entries of every file of the folder, in the order of file names and of lines.

    Raises:
        RegisterError: the folder holds no register, a file is not YAML, or an entry is not what an entry is.
    """
    entries = tuple(entry for file in _yaml_files(folder) if file.name != BOARD_KINDS for entry in _entries(file))
    if not entries:
        raise RegisterError(f"{folder} holds no register: a folder of .yaml files with entries is wanted")
    _check_codes(entries)
    return entries


def read_kinds(folder: "Traversable") -> tuple[BoardKind, ...]:
    """The kinds of board of the folder's `board_kinds.yaml`, in its order; none where there is no such file.

    Raises:
        RegisterError: the file is not what it should be.
    """
    return tuple(kind for file in _yaml_files(folder) if file.name == BOARD_KINDS for kind in _kinds(file))


def read_lines(folder: "Traversable", source: str) -> dict[str, str]:
    """The lines of one file of the folder that hold each entry, as they stand there, by each code of the entry.

    Raises:
        RegisterError: the file is not what it should be.
    """
    file = folder / source
    try:
        text = file.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=_LOADER)
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise RegisterError(f"{source} cannot be read again: {' '.join(str(error).split())}") from error
    lines = text.splitlines()
    found: dict[str, str] = {}
    for entry in _items(root, "entries"):
        # A mapping without braces ends where the next thing begins, which is the first column of a line below it.
        last = entry.end_mark.line + (entry.end_mark.column > 0)
        written = "\n".join(lines[entry.start_mark.line : last]).strip()
        for key, value in entry.value:
            if key.value in {"id", *_SCHEMES}:
                found[value.value] = written
    return found


def _items(root: yaml.Node | None, key: str) -> Iterator[yaml.MappingNode]:
    """The mappings of the list that stands under a key."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    for name, items in pairs:
        if name.value == key and isinstance(items, yaml.SequenceNode):
            yield from (item for item in items.value if isinstance(item, yaml.MappingNode))


def _yaml_files(folder: "Traversable") -> "list[Traversable]":
    if not folder.is_dir():
        raise RegisterError(f"{folder} is not a folder; a register is a folder of .yaml files")
    return sorted((one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name)


def _entries(file: "Traversable") -> Iterator[Entry]:
    content = _content(file)
    defaults = content.get("defaults", {})
    if not isinstance(defaults, dict):
        raise RegisterError(f"{file.name}: defaults is not a mapping of fields to values")
    for at, raw in enumerate(_lines(file, content, "entries"), start=1):
        line = _validated(_EntryLine, {**defaults, **raw}, f"{file.name}, entry {at} ({raw.get('name', 'no name')})")
        codes = tuple((scheme, value) for scheme in _SCHEMES if (value := getattr(line, scheme)) is not None)
        yield Entry(
            code=line.id or codes[0][1],
            kind=line.kind,
            name=line.name,
            aliases=tuple(dict.fromkeys((*line.aliases, *line.former))),
            category=line.category,
            place=line.place or _area(line),
            codes=codes,
            opened=line.opened,
            closed=line.closed,
            successor=line.successor,
            succeeded_on=line.succeeded_on,
            icb=line.icb,
            source=file.name,
        )


def _area(line: _EntryLine) -> str | None:
    """The area that the name of a commissioner of the NHS gives: "Devon" in "NHS Devon CCG"."""
    if line.category not in {"ccg", "icb"}:
        return None
    return line.name.removeprefix("NHS ").removesuffix(" CCG").removesuffix(" Integrated Care Board")


def _kinds(file: "Traversable") -> Iterator[BoardKind]:
    for at, raw in enumerate(_lines(file, _content(file), "kinds"), start=1):
        line = _validated(_KindLine, raw, f"{file.name}, kind {at} ({raw.get('name', 'no name')})")
        yield BoardKind(line.name, line.kind, tuple(line.abbreviations), tuple(line.also))


def _content(file: "Traversable") -> dict[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RegisterError(f"{file.name} is not YAML in UTF-8: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise RegisterError(f"{file.name} is not a register file: it begins with no mapping")
    return content


def _lines(file: "Traversable", content: dict[str, Any], key: str) -> list[dict[str, Any]]:
    lines = content.get(key)
    if not isinstance(lines, list) or not lines:
        raise RegisterError(f"{file.name} has no {key}: it needs a list under that word")
    for at, line in enumerate(lines, start=1):
        if not isinstance(line, dict) or not all(isinstance(field, str) for field in line):
            raise RegisterError(f"{file.name}, item {at} of {key} is not a mapping of fields to values: {line!r}")
    return lines


def _validated(form: type[_LineT], raw: dict[str, Any], where: str) -> _LineT:
    try:
        return form.model_validate(raw)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}".removeprefix(": ")
            for fault in error.errors()
        )
        raise RegisterError(f"{where}: {faults}") from error


def _check_codes(entries: tuple[Entry, ...]) -> None:
    by_code: dict[str, Entry] = {}
    for entry in entries:
        for code in {entry.code: None} | {value: None for _, value in entry.codes}:
            if (other := by_code.setdefault(code, entry)) is not entry:
                raise RegisterError(
                    f"{entry.source}: {entry.name} has the code {code}, which {other.name} ({other.source}) has already"
                )
    for entry in entries:
        for field, named in (("successor", entry.successor), ("icb", entry.icb)):
            if named is not None and named not in by_code:
                raise RegisterError(f"{entry.source}: {entry.name} names as its {field} {named}, which no entry has")
