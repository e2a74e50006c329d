"""A file on its way to a reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, and what goes with them: what every reader is given."""

    data: bytes
    name: str  # what evidence calls it: its path in the folder that is built
    sha256: str
    ocr: bool = False  # whether pages that are pictures shall be recognised
