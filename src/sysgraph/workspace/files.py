"""What a workspace says of itself: `sysgraph.toml`, and `decisions.yaml` with what people settled."""

import os
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from sysgraph.errors import DecisionError, WorkspaceError
from sysgraph.resolution import Decision, Named
from sysgraph.vocabulary import KINDS, RELATIONSHIPS

SETTINGS = "sysgraph.toml"
DECISIONS = "decisions.yaml"

Words = Annotated[str, Field(min_length=1)]
What = Literal["same", "not_same", "reject", "add", "rename", "waive"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class Settings(_Strict):
    """The workspace file: the place that its documents are about, and that of single documents."""

    place: str | None = None
    documents: dict[str, "DocumentSettings"] = Field(default_factory=dict)

    def place_of(self, document: str) -> str | None:
        """The place that a document is about, where the file says so."""
        own = self.documents.get(document)
        return (own.place if own else None) or self.place


class DocumentSettings(_Strict):
    """What the workspace file says of one document."""

    place: str | None = None


class Places:
    """The place of each document, as the `sysgraph.toml` of its folder says; of folders that hold it, the innermost.

    Raises:
        WorkspaceError: where a workspace file is not what one is.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        found = {Path(os.path.realpath(folder)): read_settings(folder) for folder in folders}
        self._settings = sorted(found.items(), key=lambda one: (-len(one[0].parts), one[0].as_posix()))

    def of(self, file: Path) -> str | None:
        """The place that a file is about, or nothing."""
        real = Path(os.path.realpath(file))
        said = (
            settings.place_of(real.relative_to(folder).as_posix())
            for folder, settings in self._settings
            if real.is_relative_to(folder)
        )
        return next(filter(None, said), None)


class _Actor(_Strict):
    kind: str
    name: Words
    document: str | None = None
    plan: str | None = None

    @model_validator(mode="after")
    def _known(self) -> "_Actor":
        if self.kind not in KINDS:
            raise ValueError(f"there is no kind {self.kind!r}; the kinds are {', '.join(KINDS)}")
        return self

    def named(self) -> Named:
        return Named(self.kind, self.name, self.document, self.plan)


class _Fact(_Strict):
    source: _Actor
    type: str
    target: _Actor
    document: str | None = None
    quote: str | None = None

    @model_validator(mode="after")
    def _known(self) -> "_Fact":
        if self.type not in RELATIONSHIPS:
            raise ValueError(f"there is no relationship {self.type!r}; they are {', '.join(RELATIONSHIPS)}")
        return self


class _Waiver(_Strict):
    code: Words
    node: _Actor

    @field_validator("code")
    @classmethod
    def _capitals(cls, code: str) -> str:
        return code.strip().upper()


class _Entry(_Strict):
    """One decision: exactly one of the six things that a decision can say, and who said it, when and why."""

    same: tuple[_Actor, _Actor] | None = None
    not_same: tuple[_Actor, _Actor] | None = None
    reject: _Fact | None = None
    add: _Fact | None = None
    rename: _Actor | None = None
    waive: _Waiver | None = None
    to: str | None = None
    until: str | None = None
    who: Words
    when: Words
    why: Words

    @model_validator(mode="before")
    @classmethod
    def _dates(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {key: str(value) if key in {"when", "until"} else value for key, value in data.items()}
        return data

    @model_validator(mode="after")
    def _one_thing(self) -> "_Entry":
        said = [what for what in get_args(What) if getattr(self, what) is not None]
        if len(said) != 1:
            raise ValueError(
                f"a decision says one of {', '.join(get_args(What))}; this one says {' and '.join(said) or 'none'}"
            )
        if self.until is not None and not _is_day(self.until):
            raise ValueError(f"until: {self.until!r} is not a date; write it as 2026-11-30")
        if self.until is not None and said != ["waive"]:
            raise ValueError("only a waiver ends: until: … belongs to waive")
        if said == ["rename"] and not self.to:
            raise ValueError("a rename says what the new label is: to: …")
        if self.add and not (self.add.document and self.add.quote):
            raise ValueError("what is added names its document and quotes its words: document: …, quote: …")
        return self

    def decision(self, where: str) -> Decision:
        what = next(one for one in get_args(What) if getattr(self, one) is not None)
        said = getattr(self, what)
        actors: tuple[Named, ...]
        fact = said if isinstance(said, _Fact) else None
        if isinstance(said, tuple):
            actors = (said[0].named(), said[1].named())
        elif fact:
            actors = (fact.source.named(), fact.target.named())
        else:
            actors = (said.node.named(),) if isinstance(said, _Waiver) else (said.named(),)
        return Decision(
            what, actors, self.who, self.when, self.why, where,
            type=fact.type if fact else None,
            to=self.to,
            document=fact.document if fact else None,
            quote=fact.quote if fact else None,
            code=said.code if isinstance(said, _Waiver) else None,
            until=self.until,
        )  # fmt: skip


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class _File(_Strict):
    decisions: list[Any] | None = None


def read_settings(folder: Path) -> Settings:
    """The settings of a folder; the usual ones where it has no `sysgraph.toml`.

    Raises:
        WorkspaceError: where the file is not what a workspace file is.
    """
    path = folder / SETTINGS
    if not path.is_file():
        return Settings()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"{path}: {error}; correct the line") from None
    except ValidationError as error:
        raise WorkspaceError(f"{path}: {_said(error)}; correct it, or take it out") from None


def read_decisions(folder: Path) -> Iterator[Decision]:
    """The decisions of a folder; none where it has no `decisions.yaml`.

    Raises:
        DecisionError: where one is not what a decision is; the message names it by its number.
    """
    path = folder / DECISIONS
    if not path.is_file():
        return
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        entries = _File.model_validate(data).decisions or []
    except yaml.YAMLError as error:
        raise DecisionError(f"{path}: {' '.join(str(error).split())}; correct the line") from None
    except ValidationError as error:
        raise DecisionError(f"{path}: {_said(error)}; it holds one list under the word decisions") from None
    for number, entry in enumerate(entries, start=1):
        where = f"{DECISIONS}, decision {number}"
        try:
            yield _Entry.model_validate(entry).decision(where)
        except ValidationError as error:
            raise DecisionError(f"{folder / where}: {_said(error)}") from None


def _said(error: ValidationError) -> str:
    """The first thing that is wrong, in a line."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"]).removeprefix("Value error, ")
