"""The register: known actors found by name, by code or by place."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sysgraph.register.entry import BoardKind, Entry
from sysgraph.register.folding import fold
from sysgraph.register.forms import variants
from sysgraph.resources import resource

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

NATIONAL = frozenset({"department", "national_body", "ombudsman", "professional_body", "regulator", "sector_body"})
"""The categories of bodies that act in every place of England."""

_OFFICIAL, _STORED, _DERIVED = range(3)


class Register:
    """The known actors and the kinds of board."""

    def __init__(
        self, entries: Iterable[Entry], kinds: Iterable[BoardKind] = (), folder: "Traversable | None" = None
    ) -> None:
        self.entries = tuple(entries)
        self.kinds = tuple(kinds)
        self._folder = folder
        self._written: dict[str, dict[str, str]] = {}

    @classmethod
    def bundled(cls) -> "Register":
        """The register that ships with sysgraph: NHS trusts, CCGs, ICBs, upper-tier councils and national bodies."""
        return cls._read(resource("seed", "register"))

    @classmethod
    def load(cls, folder: Path) -> "Register":
        """The register that lies in a folder of YAML files.

        Raises:
            RegisterError: it is none; the message names the file and the entry.
        """
        return cls._read(folder)

    @classmethod
    def _read(cls, folder: "Traversable") -> "Register":
        # Here and not above: pydantic and PyYAML cost a tenth of a second, which who only compares names need not pay.
        from sysgraph.register.files import read_entries, read_kinds

        return cls(read_entries(folder), read_kinds(folder), folder)

    def only(self, categories: Iterable[str]) -> "Register":
        """A smaller register: the entries of these categories (`NATIONAL`, say) and all kinds of board."""
        wanted = frozenset(categories)
        return Register((entry for entry in self.entries if entry.category in wanted), self.kinds, self._folder)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries that go by this name, open ones first: one, several, or none.

        Spelling makes no difference (`fold`), and forms that follow by rule count (`variants`). A body whose own name
        it is goes before those that have it as an alias, and these before those that have it by rule; bodies of equal
        standing are all returned, for the caller to choose.
        """
        return self.names().get(fold(name), ())

    def by_code(self, scheme: str, value: str) -> Entry | None:
        """The entry with this code in this scheme ("ods", "ons"), or nothing."""
        return self._codes.get((scheme, value))

    def entry(self, code: str) -> Entry | None:
        """The entry whose own `code` this is, or nothing."""
        return self._own_codes.get(code)

    def of_place(self, place: str) -> tuple[Entry, ...]:
        """The councils, CCGs and ICBs whose area is called this, open ones first."""
        return self._places.get(fold(place), ())

    def succession(self, entry: Entry) -> tuple[Entry, ...]:
        """The bodies that took over, one after the other: a CCG merged in 2020 gives another CCG, then an ICB."""
        line: list[Entry] = []
        while entry.successor and (heir := self.entry(entry.successor)) and heir not in line:
            line.append(heir)
            entry = heir
        return tuple(line)

    def written(self, entry: Entry) -> str:
        """The lines of the register's file that hold an entry, as they stand; empty where it was made without files."""
        if self._folder is None:
            return ""
        if entry.source not in self._written:
            from sysgraph.register.files import read_lines

            self._written[entry.source] = read_lines(self._folder, entry.source)
        return self._written[entry.source].get(entry.code, "")

    def kinds_of(self, name: str) -> tuple[BoardKind, ...]:
        """The kinds of board that a name says at its end ("Anyshire Health and Wellbeing Board"): mostly one or none.

        Of several that fit, those of the longest words; an abbreviation of two kinds ("STP") gives both.
        """
        rest = fold(name)
        while rest:  # the longest ending that is a form
            if rest in self._kind_forms:
                return self._kind_forms[rest]
            rest = rest.partition(" ")[2]
        return ()

    def names(self) -> Mapping[str, tuple[Entry, ...]]:
        """Every folded form that somebody goes by, and who, as `find` returns them."""
        return self._names

    @cached_property
    def _names(self) -> Mapping[str, tuple[Entry, ...]]:
        standing: dict[str, int] = {}
        found: dict[str, dict[str, Entry]] = {}
        for entry in self.entries:
            for form, rank in _forms(entry):
                best = standing.get(form)
                if best is None or rank < best:
                    standing[form] = rank
                    found[form] = {entry.code: entry}
                elif rank == best:
                    found[form][entry.code] = entry
        return MappingProxyType({form: _open_first(entries.values()) for form, entries in found.items()})

    @cached_property
    def _codes(self) -> dict[tuple[str, str], Entry]:
        return {code: entry for entry in self.entries for code in entry.codes}

    @cached_property
    def _own_codes(self) -> dict[str, Entry]:
        return {entry.code: entry for entry in self.entries}

    @cached_property
    def _places(self) -> dict[str, tuple[Entry, ...]]:
        places: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.place is not None:
                places.setdefault(fold(entry.place), []).append(entry)
        return {place: _open_first(entries) for place, entries in places.items()}

    @cached_property
    def _kind_forms(self) -> dict[str, tuple[BoardKind, ...]]:
        forms: dict[str, dict[BoardKind, None]] = {}
        for kind in self.kinds:
            for form in (kind.name, *kind.abbreviations, *kind.also):
                forms.setdefault(fold(form), {})[kind] = None
        return {form: tuple(kinds) for form, kinds in forms.items()}


def _forms(entry: Entry) -> Iterator[tuple[str, int]]:
    """The folded forms of an entry's names with the standing of each, best first."""
    yield fold(entry.name), _OFFICIAL
    for alias in entry.aliases:
        yield fold(alias), _STORED
    for name in (entry.name, *entry.aliases):
        for form in variants(name):
            yield form, _DERIVED
    # Commissioners of the NHS go by their place alone too: "NHS Devon".
    if entry.category in {"ccg", "icb"} and entry.place is not None:
        yield fold(f"NHS {entry.place}"), _DERIVED


def _open_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.closed is not None, entry.code)))
