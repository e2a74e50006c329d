"""Every error that sysgraph raises on purpose: one root, a handful of kinds.

A message says what went wrong, where (document, page, row) and what to do about it. The command line
prints it as one line and ends with status 2; nothing that was there before is changed.
"""


class SysgraphError(Exception):
    """Root of all errors that are meant for the person who runs sysgraph."""


class DocumentError(SysgraphError):
    """A document that cannot be read, or that holds nothing to read."""


class EvidenceError(SysgraphError):
    """Words that are said to stand in a passage and do not."""


class VocabularyError(SysgraphError):
    """A kind or a relationship that the vocabulary does not have, or ends that it does not allow."""


class RegisterError(SysgraphError):
    """A register file that is not what a register file is."""


class SchemaError(SysgraphError):
    """A part of the model that a schema cannot say, or shapes that are not SHACL."""


class DecisionError(SysgraphError):
    """A decision that is written wrongly, cannot be checked, or contradicts another."""


class StoreError(SysgraphError):
    """A graph file that is missing, not ours, of another version, or damaged."""


class QuestionError(SysgraphError):
    """A question that is not in the catalogue, lacks a parameter, or is written wrongly."""


class UnknownActorError(SysgraphError):
    """A name that the graph does not hold; the message offers the nearest ones."""


class WorkspaceError(SysgraphError):
    """A workspace, or what was asked of it, that cannot be built."""


class InstallationError(SysgraphError):
    """A part of sysgraph itself that is not where it was installed."""
