"""Files as they become on broken disks, in cut-off downloads and in the hands of those who mean harm."""

import io
import re
import zipfile
from random import Random

from tests.documents.hostile import packed, parts_of

_NUMBERS = (b"0", b"-1", b"1", b"65536", b"999999999", b"-99999999999", b"1e999", b"x", b"")
_TAG = re.compile(rb"<[^<>]{1,300}>")
_VALUE = re.compile(rb'="[^"<>]*"')
_DIGITS = re.compile(rb"\d+")
_TOKEN = re.compile(rb"/[A-Za-z]\w*|\d+|<<|>>|\[|\]|\b(?:obj|endobj|stream|endstream|xref|trailer|R)\b")


def mutated(data: bytes, seed: int) -> bytes:
    """The file with a few things about it changed, the same for the same seed."""
    chance = Random(seed)
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _zip_mutated(data, chance)
    kinds = [_bytes_changed] if data.startswith(b"PK") else [_bytes_changed, _bytes_changed, _markup_changed]
    if data.startswith(b"%PDF"):
        kinds = [_bytes_changed, _tokens_changed, _tokens_changed]
    return chance.choice(kinds)(data, chance)


def _zip_mutated(data: bytes, chance: Random) -> bytes:
    try:
        parts = parts_of(data)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError):
        return _bytes_changed(data, chance)
    names = sorted(parts)
    # Where the words are, changes matter most.
    weighty = [name for name in names if name.endswith((".xml", ".rels")) and len(parts[name]) > 200] or names
    for _ in range(chance.randint(1, 3)):
        name, other = chance.choice(weighty), chance.choice(names)
        match chance.randrange(8):
            case 0:
                parts[name], parts[other] = parts[other], parts[name]
            case 1:
                del parts[name]
                names, weighty = sorted(parts), [one for one in weighty if one in parts] or sorted(parts)
            case 2:
                parts[name] = _bytes_changed(parts[name], chance)
            case _:
                parts[name] = _markup_changed(parts[name], chance)
    return packed(parts)


def _bytes_changed(data: bytes, chance: Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        if not out:
            break
        at, length = chance.randrange(len(out)), chance.choice((1, 1, 1, 4, 64, 1000))
        match chance.randrange(6):
            case 0:
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                out[at : at + length] = bytes(length)
            case 2:
                del out[at : at + length]
            case 3:
                out[at:at] = out[at : at + length] * chance.choice((1, 2, 50))
            case 4:
                there = chance.randrange(len(out))
                out[at : at + length] = out[there : there + length]
            case _:
                out[at : at + length] = chance.randbytes(length)
    return bytes(out[: chance.randrange(len(out))] if out and chance.random() < 0.1 else out)


def _markup_changed(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, 8)):
        data = chance.choice(_OF_MARKUP)(data, chance)
    return data


def _some(pattern: re.Pattern[bytes], data: bytes, chance: Random) -> re.Match[bytes] | None:
    """One of the places that a pattern fits, near a place that is chosen."""
    return pattern.search(data, chance.randrange(len(data))) if data else None


def _number_changed(data: bytes, chance: Random) -> bytes:
    found = _some(_DIGITS, data, chance)
    return data[: found.start()] + chance.choice(_NUMBERS) + data[found.end() :] if found else data


def _element(data: bytes, chance: Random) -> tuple[int, int] | None:
    """From where to where one element reaches, perhaps a long one."""
    found = _some(_TAG, data, chance)
    if not found or found[0].endswith(b"/>"):
        return found.span() if found else None
    name = re.match(rb"<([\w:]+)", found[0])
    end = data.find(b"</" + name[1] + b">", found.end()) if name else -1
    return (found.start(), end + len(name[1]) + 3) if name and end >= 0 else None


def _element_dropped(data: bytes, chance: Random) -> bytes:
    found = _element(data, chance)
    return data[: found[0]] + data[found[1] :] if found else data


def _element_repeated(data: bytes, chance: Random) -> bytes:
    found = _element(data, chance)
    return data[: found[1]] + data[slice(*found)] * chance.choice((1, 3, 20)) + data[found[1] :] if found else data


def _element_moved(data: bytes, chance: Random) -> bytes:
    """The markup with one element standing before another, perhaps within itself no longer."""
    found, other = _element(data, chance), _element(data, chance)
    return data[: other[0]] + data[slice(*found)] + data[other[0] :] if found and other else data


def _tag_dropped(data: bytes, chance: Random) -> bytes:
    found = _some(_TAG, data, chance)
    return data[: found.start()] + data[found.end() :] if found else data


def _value_changed(data: bytes, chance: Random) -> bytes:
    """The markup with the value of one attribute changed for that of another."""
    found, other = _some(_VALUE, data, chance), _some(_VALUE, data, chance)
    return data[: found.start()] + other[0] + data[found.end() :] if found and other else data


def _tokens_changed(data: bytes, chance: Random) -> bytes:
    """The PDF with some of its names, numbers and brackets changed for others that stand in it."""
    for _ in range(chance.randint(1, 12)):
        one, other = _some(_TOKEN, data, chance), _some(_TOKEN, data, chance)
        if one and other:
            new = chance.choice((*_NUMBERS, other[0], other[0], other[0], other[0]))
            data = data[: one.start()] + new + data[one.end() :]
    return data


# Twice where the markup stays well-formed, so that more than the parser sees it.
_OF_MARKUP = (_tag_dropped, *(_number_changed, _element_dropped, _element_repeated, _element_moved, _value_changed) * 2)


def plain_pdf(data: bytes) -> bytes:
    """The PDF with nothing in it compressed, so that what is changed is what is read."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, StreamObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for number, one in enumerate(writer._objects):
        if isinstance(one, StreamObject) and one.get("/Filter") == "/FlateDecode":
            plain = DecodedStreamObject()
            plain.update(
                {key: value for key, value in one.items() if key not in ("/Filter", "/DecodeParms", "/Length")}
            )
            plain.set_data(one.get_data())
            writer._objects[number] = plain
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
