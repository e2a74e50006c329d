"""`sysgraph export`: the whole graph for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sysgraph.cli.options import How, all_gaps, answering, opened, posts_only_option
from sysgraph.cli.output import emit, emit_bytes, writing

if TYPE_CHECKING:
    from sysgraph.model import Graph

_KUMU_CSV = ("elements", "connections")


@click.command("export", epilog="Example: sysgraph export --format xlsx -o tracker.xlsx")
@posts_only_option
@answering("json", "jsonl", "xlsx", "graphml", "kumu", "kumu-csv", "turtle", "jsonld", "trig")
def command(how: How, *, posts_only: bool) -> None:
    """Write a graph for other programs: JSON, a tracker for Excel, Gephi, Kumu, linked data.

    json is one object with documents, nodes, relationships and notices; jsonl is one object a line. xlsx is the
    tracker: actions with owners, dates, ratings and gaps. graphml is for Gephi and yEd; kumu and kumu-csv are for Kumu,
    the latter as two files beside the one that -o names (…-elements.csv, …-connections.csv). turtle, jsonld and trig
    are linked data; trig has a named graph for each document.
    """
    with opened(how.address) as store:
        graph = store.graph()
        gaps = all_gaps(store, how.address) if how.form == "xlsx" else ()
    if posts_only:
        from sysgraph.questions.gaps import without_people
        from sysgraph.withholding import withhold

        withheld = withhold(graph)
        graph, gaps = withheld.graph, without_people(gaps, withheld)
    if how.form in {"json", "jsonl"}:
        from sysgraph.interchange import write_json, write_jsonl

        with writing(how.output) as stream:
            (write_json if how.form == "json" else write_jsonl)(graph, stream)
    elif how.form == "xlsx":
        from sysgraph.views.tracker import workbook

        emit_bytes(workbook(graph, gaps), how.output, ".xlsx")
    elif how.form in {"turtle", "jsonld", "trig"}:
        from sysgraph.rdf import write_text

        emit(write_text(graph, how.form), how.output)
    else:
        _network(graph, how)


def _network(graph: "Graph", how: How) -> None:
    from sysgraph.views import networks

    if how.form == "kumu-csv":
        stem = how.output or Path("kumu.csv")
        for name, render in zip(_KUMU_CSV, (networks.as_kumu_elements, networks.as_kumu_connections), strict=True):
            emit(render(graph), stem.with_name(f"{stem.stem}-{name}.csv"))
        return
    emit((networks.as_graphml if how.form == "graphml" else networks.as_kumu)(graph), how.output)
