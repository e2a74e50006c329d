"""`sysgraph export`: the whole graph for other programs."""

import click

from sysgraph.cli.options import How, answering, opened
from sysgraph.cli.output import writing


@click.command("export", epilog="Example: sysgraph export --format jsonl -o graph.jsonl")
@answering("json", "jsonl")
def command(how: How) -> None:
    """Write a graph as JSON, for other programs.

    json is one object with documents, nodes, relationships and notices; jsonl is one object a line.
    """
    from sysgraph.interchange import write_json, write_jsonl

    with opened(how.address) as store:
        graph = store.graph()
    with writing(how.output) as stream:
        (write_json if how.form == "json" else write_jsonl)(graph, stream)
