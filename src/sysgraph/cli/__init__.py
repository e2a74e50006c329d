"""The command line: each command one small module, loaded only when it is called."""

import gc

_MANY = 100_000
_INTERRUPTED = 130


def main() -> None:
    """Nothing: runs the command that the arguments name, and ends with its status.

    0 for any answer; 2 for what cannot be done, with one line that says why; 130 when interrupted.
    """
    # What is loaded at the start lives to the end. To look through it for garbage, again and again, then and at the
    # end, is an eighth of the time that a question takes.
    gc.set_threshold(_MANY)
    try:
        from sysgraph.cli.app import cli
        from sysgraph.cli.output import speak_utf8

        speak_utf8()
        cli.main(prog_name="sysgraph")
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
    finally:
        gc.freeze()
