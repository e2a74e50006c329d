"""Whatever a document holds comes back as it went in: through a file, and through JSON."""

import io
import json
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import example as instance
from hypothesis import given, settings

from sysgraph.interchange import from_json, write_json
from sysgraph.model import Graph
from sysgraph.store import open_store
from sysgraph.store.sqlite_write import write
from tests.hostile import finds, graphs, hostile, types


@given(made=graphs())
@instance(made=hostile())
@settings(max_examples=60)
def test_a_graph_comes_back_from_its_file_as_it_went_in(made: Graph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.sqlite"
        write(made, path, {})
        with closing(open_store(path)) as store:
            back = store.graph()
            finds(store, made)
    assert back == made
    assert types(back) == types(made)


@given(made=graphs())
@instance(made=hostile())
def test_a_graph_comes_back_from_json_as_it_went_in(made: Graph) -> None:
    stream = io.StringIO()
    write_json(made, stream)
    back = from_json(json.loads(stream.getvalue()))
    assert back == made
    assert types(back) == types(made)
