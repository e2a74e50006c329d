"""Asking a question of a store: names become nodes, the query runs, each row gets the evidence that it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sysgraph.errors import QuestionError, UnknownActorError
from sysgraph.model import Evidence, Node, Value
from sysgraph.questions.catalogue import HIDDEN, Question
from sysgraph.questions.header import Parameter
from sysgraph.store.protocol import Statement, Store
from sysgraph.vocabulary import ACTORS, RELATIONSHIPS

MOST_FOUND = 200
"""How many things that some words find a question looks at."""

_MOST_DATES = 6  # that a note tells one by one
_NAMED = {"actor": ACTORS, "subject": frozenset(target for _, target in RELATIONSHIPS["ABOUT"].ends)}
"""The kinds that a parameter's name may name; a subject is whatever a finding can be about."""

_PLAN_DATES = Statement(
    # From date to date, each looked up: a graph has few of them and may have a million actions.
    sql="WITH RECURSIVE dated(plan_date) AS (SELECT min(plan_date) FROM action UNION SELECT (SELECT min(plan_date) "
    "FROM action WHERE plan_date > dated.plan_date) FROM dated WHERE plan_date IS NOT NULL) "
    "SELECT NULL AS plan_date WHERE EXISTS (SELECT 1 FROM action WHERE plan_date IS NULL) "
    "UNION ALL SELECT plan_date FROM dated WHERE plan_date IS NOT NULL ORDER BY plan_date",
    cypher="MATCH (a:Action) RETURN DISTINCT a.plan_date AS plan_date ORDER BY coalesce(plan_date, '')",
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Row(NamedTuple):
    """One row of an answer: its values in the order of the question's columns, what it rests on, whom it is about."""

    values: Mapping[str, Value]
    evidence: tuple[Evidence, ...]
    id: str = ""


class Answer(NamedTuple):
    """What a graph answers: its rows in order, and what the reader must know to understand them."""

    question: Question
    rows: tuple[Row, ...]
    note: str = ""
    total: int = 0  # of all rows, where only the first were asked for


def ask(
    store: Store,
    question: Question,
    parameters: Mapping[str, str] | None = None,
    as_of: str | None = None,
    *,
    most: int | None = None,
) -> Answer:
    """The answer of a store to a question, its parameters given as people write them.

    `as_of` is an ISO date; without it each row is judged as at the date of its own plan. With `most` only the first
    rows are read; `total` says how many there are.

    Raises:
        QuestionError: where a parameter is lacking, unknown or no date.
        UnknownActorError: where the graph holds no actor of that name; offers the nearest names.
    """
    bound, notes = _all_bound(store, question, parameters or {}, as_of)
    columns = [column.name for column in question.columns]
    statement = question.statement if most is None else question.statement.first(most)
    records = _checked(question, store.run(statement, bound), columns)
    count = len(records)
    if most is not None and count == most:
        count = int(str(store.run(question.statement.counted(), bound)[0]["count"]))
    return Answer(question, tuple(_rows(store, records, columns)), "; ".join(filter(None, notes)), count)


def _all_bound(
    store: Store, question: Question, parameters: Mapping[str, str], as_of: str | None
) -> tuple[dict[str, Value], list[str]]:
    """What the query is given, by name, and what the reader must know about it."""
    given = dict(parameters)
    if odd := sorted(given.keys() - {one.name for one in question.parameters}):
        raise QuestionError(f"{question.name} takes no {', '.join(odd)}; see `sysgraph explain {question.name}`")
    if as_of is not None:
        given["as_of"] = as_of
    bound: dict[str, Value] = {}
    notes: list[str] = []
    for parameter in question.parameters:
        value = _given(question, parameter, given.get(parameter.name))
        bound[parameter.name], note = _bind(store, parameter, value)
        notes.append(note)
    if as_of is not None and "as_of" not in bound:
        notes.append("this question looks at no dates: --as-of makes no difference")
    return bound, notes


def _rows(store: Store, records: Sequence[dict[str, Value]], columns: Sequence[str]) -> Iterator[Row]:
    """The rows of an answer, each with the evidence of the facts that it rests on."""
    rests_on = [_facts(record) for record in records]
    evidence = store.evidence({fact for facts in rests_on for fact in facts})
    for record, facts in zip(records, rests_on, strict=True):
        cited = distinct(evidence.get(fact, ()) for fact in facts)
        yield Row({name: record[name] for name in columns}, cited, str(record["id"]))


def find_actors(store: Store, name: str, kinds: Iterable[str] = ACTORS) -> tuple[Node, ...]:
    """Every node of these kinds that the name names, at least one.

    Raises:
        UnknownActorError: where there is none; offers the nearest names.
    """
    found = store.named(name, frozenset(kinds)) if name.strip() else ()
    if not found:
        near = "; ".join(store.nearest(name)) if name.strip() else ""
        advice = f"the nearest names are: {near}" if near else "`sysgraph find` looks for words"
        raise UnknownActorError(f"the graph holds nobody called {name!r}; {advice}")
    return found


def distinct(groups: Iterable[Sequence[Evidence]]) -> tuple[Evidence, ...]:
    """The evidence of several facts, each passage's words once, in the order in which they come."""
    seen: dict[tuple[object, ...], Evidence] = {}
    for group in groups:
        for one in group:
            seen.setdefault((one.document, one.position.place, one.position.cell, one.quote), one)
    return tuple(seen.values())


def long_date(iso: str) -> str:
    """A date as people write it: 19 March 2018, or March 2018 where it is no more precise."""
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= len(_MONTHS):
        return iso
    return f"{f'{int(day)} ' if day.isdigit() else ''}{_MONTHS[int(month) - 1]} {year}"


def _given(question: Question, parameter: Parameter, value: str | None) -> str | None:
    value = parameter.default if value is None or not value.strip() else value.strip()
    if value is None and parameter.required:
        raise QuestionError(
            f"{question.name} asks for {parameter.name.upper()}, {parameter.help}: "
            f'sysgraph ask {question.name} "{parameter.name.upper()}"'
        )
    return value


def _bind(store: Store, parameter: Parameter, value: str | None) -> tuple[Value, str]:
    """What the query is given for a parameter, and what the reader must know about it."""
    if parameter.kind == "date":
        return _bind_date(store, value)
    if value is None:
        return (), ""
    if parameter.kind == "number":
        return _number(parameter, value), ""
    if parameter.kind in _NAMED:
        actors = find_actors(store, value, _NAMED[parameter.kind])
        return tuple(node.id for node in actors), _who_is_meant(value, actors)
    found = tuple(dict.fromkeys(hit.node.id for hit in store.search(value, MOST_FOUND)))
    return found, "" if found else f"nothing in the graph mentions “{value}”"


def _number(parameter: Parameter, value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise QuestionError(f"{parameter.name} is {parameter.help}: {value!r} is no number; write it as 0.25") from None


def _who_is_meant(value: str, actors: Sequence[Node]) -> str:
    if len(actors) == 1:
        return "" if value == actors[0].name else f"“{value}” is {actors[0].name}"
    names = "; ".join(f"{node.name} ({node.kind})" for node in actors)
    return f"“{value}” names {len(actors)} actors, all of them answered for: {names}"


def _bind_date(store: Store, value: str | None) -> tuple[str | None, str]:
    if value is not None:
        from datetime import date

        try:
            day = date.fromisoformat(value).isoformat()
        except ValueError:
            raise QuestionError(f"{value!r} is not a date; write it as 2018-03-19, or today") from None
        return day, f"as at {long_date(day)}"
    dates = [record["plan_date"] for record in store.run(_PLAN_DATES, {})]
    dated = [long_date(str(one)) for one in dates if one]
    undated = "; actions of plans that give no date of their own are left out" if len(dated) < len(dates) else ""
    if not dated:
        return None, f"no plan gives a date of its own{', so no action counts' if dates else ''}; --as-of today for now"
    if len(dated) == 1:
        return None, f"as at {dated[0]}, the plan's date; --as-of today for now{undated}"
    told = ", ".join(dated) if len(dated) <= _MOST_DATES else f"{len(dated)} dates from {dated[0]} to {dated[-1]}"
    return None, f"each as at its own plan's date ({told}); --as-of today for now{undated}"


def _facts(record: Mapping[str, Value]) -> list[str]:
    """The ids in a row's `facts`: first the one that the row is about, then the others in the order of their ids."""
    facts: object = record.get("facts")
    if isinstance(facts, str):
        from json import loads

        facts = loads(facts)
    first, *others = [*_flat(facts)] or [""]
    return [fact for fact in dict.fromkeys((first, *sorted(others))) if fact]


def _flat(facts: object) -> Iterator[str]:
    """The ids of a list that may hold lists, and nothing where a fact is not there."""
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, list | tuple):
        for one in facts:
            yield from _flat(one)


def _checked(question: Question, records: list[dict[str, Value]], columns: Sequence[str]) -> list[dict[str, Value]]:
    """The records, once it is sure that the query returns what the page says.

    Raises:
        QuestionError: where it returns other columns.
    """
    for record in records[:1]:
        expected, got = {*columns, *HIDDEN}, set(record)
        if expected != got:
            odd = ", ".join(sorted(expected ^ got))
            raise QuestionError(f"{question.name}.md: `columns` and the query differ in {odd}; make them agree")
    return records
