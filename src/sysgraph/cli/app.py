"""The group of commands: what it lists, how it loads one, how an error ends."""

from typing import Any

import click

from sysgraph import __version__
from sysgraph.errors import SysgraphError

COMMANDS = {
    "build": "Read documents and write them as one graph file.",
    "read": "Show what a reader sees in a document.",
    "ask": "Answer a question of the catalogue, or list the questions.",
    "gaps": "Show what is missing, late or at odds, by rules.",
    "who": "Show all that the graph holds about one actor.",
    "chain": "Show who an actor answers to, and who answers to it.",
    "ladder": "Show the line above an action: owner, post, organisation, board, and where it stops.",
    "path": "Show how two actors are connected, and by what.",
    "brokers": "Show whose removal would part the graph of governance.",
    "overlap": "Show which boards share members, and whom.",
    "find": "Find words, and who is responsible for what was found.",
    "explain": "Show what a question or gap rule asks, why, and how to put it right.",
    "changes": "Show what changed from OLD to NEW.",
    "view": "Write the interactive page of a graph.",
    "figure": "Draw who answers to whom around an actor, on one page of A4.",
    "paper": "Write a paper about an actor: figure, lines, actions, gaps, sources.",
    "export": "Write a graph for other programs: JSON, a tracker for Excel, Gephi, Kumu, linked data.",
    "push": "Bring a graph to a Neo4j server, beside those that are there.",
    "schema": "Write the schemas of a graph: JSON Schema, OWL, SHACL, SQL, Cypher.",
    "check": "Check a graph against SHACL shapes, ours and your own.",
    "demo": "Build a real plan's graph, ask it some questions, and write its page.",
}
"""The commands and what each does: here too, so that the list of them loads none."""

_HELP = """Read documents of health and care governance, and answer who owns what and who reports to whom.

Every answer shows the page and the words that it rests on. Begin with the demo, or with documents of your own:

\b
    sysgraph demo
    sysgraph build plan.txt papers/ -o graph.sqlite
    sysgraph ask unowned-actions
    sysgraph who "Health and Wellbeing Board"
"""
_FAILED = 2
_INTERRUPTED = 130


class _Commands(click.Group):
    """A group that loads a command when it is called, and turns errors into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"sysgraph.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SysgraphError as error:
            click.echo(f"sysgraph: {' '.join(str(error).split())}", err=True)
            ctx.exit(_FAILED)
        except KeyboardInterrupt:
            click.echo("sysgraph: stopped", err=True)
            ctx.exit(_INTERRUPTED)


@click.group(
    cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="sysgraph", message="%(prog)s %(version)s")
def cli() -> None:
    """The commands of sysgraph."""
