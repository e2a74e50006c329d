"""The JSON interchange as a JSON Schema (draft 2020-12), translated from the records of the model."""

import json
import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from sysgraph.errors import SchemaError
from sysgraph.model import LONGEST_QUOTE, Evidence, Node, Notice, Relationship, Source
from sysgraph.vocabulary import KINDS, RELATIONSHIPS

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ID = "https://w3id.org/sysgraph/schema/graph.schema.json"
_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}
_RECORDS = {"document": Source, "evidence": Evidence, "node": Node, "notice": Notice, "relationship": Relationship}
_NAMES = {record: name for name, record in _RECORDS.items()}
_MORE: Mapping[tuple[str, str], Schema] = {
    ("node", "id"): {"minLength": 1},
    ("node", "kind"): {"enum": [kind for kind in KINDS if kind not in {"Document", "Evidence"}]},
    ("relationship", "id"): {"minLength": 1},
    ("relationship", "type"): {"enum": list(RELATIONSHIPS)},
    ("relationship", "evidence"): {"minItems": 1},
    ("evidence", "page"): {"minimum": 1},
    ("evidence", "slide"): {"minimum": 1},
    ("evidence", "start"): {"minimum": 0},
    ("evidence", "end"): {"minimum": 0},
    ("evidence", "quote"): {"minLength": 1, "maxLength": LONGEST_QUOTE},
    ("evidence", "source"): {"enum": ["passage", "register", "decision"]},
    ("evidence", "recognised"): {"minimum": 0, "maximum": 1},
    ("document", "path"): {"minLength": 1},
    ("document", "pages"): {"minimum": 0},
}


def json_schema() -> str:
    """The schema as JSON text.

    Raises:
        SchemaError: where a field of a record has an annotation that JSON Schema has no word for.
    """
    listed = [name for name in _RECORDS if name != "evidence"]
    sections = {f"{name}s": {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in listed}
    whole = {
        "$schema": _DRAFT,
        "$id": _ID,
        "title": "A graph of system actors and governance relationships",
        "type": "object",
        "required": ["sysgraph", "nodes", "relationships"],
        "properties": {"sysgraph": {"type": "string"}, **sections},
        "additionalProperties": False,
        "$defs": {name: record_schema(record) for name, record in _RECORDS.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def record_schema(record: type) -> Schema:
    """The schema of one record; a record within it that has no section of its own is spread out into it.

    Raises:
        SchemaError: where an annotation cannot be translated; names the record and the field.
    """
    properties = dict(_properties(record))
    for (name, field), more in _MORE.items():
        if name == _NAMES.get(record):
            properties[field] = _narrowed(properties[field], more)
    needed = [one.name for one in fields(record) if _is_needed(one) and one.name in properties]
    return {"type": "object", "required": needed, "properties": properties, "additionalProperties": False}


def _is_needed(one: Any) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _properties(record: type) -> Iterator[tuple[str, Schema]]:
    hints = get_type_hints(record)
    for one in fields(record):
        annotation = hints[one.name]
        if is_dataclass(annotation) and annotation not in _NAMES and isinstance(annotation, type):
            yield from _properties(annotation)
            continue
        try:
            found = translated(annotation)
        except SchemaError as error:
            raise SchemaError(f"{record.__name__}.{one.name}: {error}") from None
        yield one.name, found


def _narrowed(found: Schema, more: Schema) -> Schema:
    """A schema with what is asked beyond its type; what may be null may be so still."""
    if "anyOf" in found:
        return {"anyOf": [one if one == _PLAIN[type(None)] else {**one, **more} for one in found["anyOf"]]}
    return {**found, **more}


def translated(annotation: Any) -> Schema:
    """The schema of an annotation of Python.

    Raises:
        SchemaError: JSON Schema has no word for it, or this has none yet.
    """
    if annotation in _PLAIN:
        return dict(_PLAIN[annotation])
    if annotation in _NAMES:
        return {"$ref": f"#/$defs/{_NAMES[annotation]}"}
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return {"anyOf": [translated(part) for part in parts]}
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        return {"type": "array", "items": translated(parts[0])}
    if isinstance(origin, type) and issubclass(origin, Mapping) and parts[0] is str:
        return {"type": "object", "additionalProperties": translated(parts[1])}
    raise SchemaError(f"{annotation} cannot be said in JSON Schema; teach sysgraph.schema.forms how, or change it")
