"""The tracker as somebody opens it in Excel, and the graph as Gephi and Kumu read it."""

import csv
import io
import json
from datetime import datetime
from typing import Any

import networkx
import openpyxl
import pytest

from sysgraph.views.networks import as_graphml, as_kumu, as_kumu_connections, as_kumu_elements
from sysgraph.views.tracker import workbook
from tests import builders
from tests.builders import example, fact, graph, node

FORMULA = '=HYPERLINK("http://example.org","click")'


def sheet(data: bytes, name: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))[name]


def rows(data: bytes, name: str) -> list[dict[str, Any]]:
    head, *others = sheet(data, name).iter_rows(values_only=True)
    return [dict(zip(head, one, strict=True)) for one in others]


def test_each_action_is_a_row_with_its_owner_its_date_as_a_date_and_its_words() -> None:
    found = {row["Ref"]: row for row in rows(workbook(example()), "Actions")}
    first = found[builders.FIRST.attributes["ref"]]
    assert first["Owner"] == "Ann O’Dowd"
    assert (first["Due by"], first["Due as written"]) == (datetime(2018, 4, 30), "April 2018")
    assert first["RAG"] == "Amber"
    assert first["Words"]


def test_references_are_in_the_order_of_their_numbers() -> None:
    actions = [node("Action", f"{ref} Do it", ref=ref, text="Do it") for ref in ("6.10", "6.2", "6.1")]
    assert [row["Ref"] for row in rows(workbook(graph(actions)), "Actions")] == ["6.1", "6.2", "6.10"]


def test_no_cell_is_ever_a_formula_or_a_link() -> None:
    action = node("Action", FORMULA, ref="=1+1", text=FORMULA, owner_text="@SUM(A1)", progress="-2+3", due_text="+4")
    data = workbook(graph([action]))
    cells = [cell for row in sheet(data, "Actions").iter_rows() for cell in row]
    assert FORMULA in {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_header_is_frozen_and_has_filters() -> None:
    found = sheet(workbook(example()), "Actions")
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref.startswith("A1:")


def test_a_cell_longer_than_excel_holds_is_cut_and_an_old_date_is_text() -> None:
    action = node("Action", "Long", ref="1", text="x" * 40_000, due_by="1850-01-01")
    (row,) = rows(workbook(graph([action])), "Actions")
    assert (len(row["Action"]), row["Due by"]) == (32_767, "1850-01-01")


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert workbook(example()) == workbook(example())


def test_graphml_holds_every_node_and_edge_with_kind_type_and_evidence() -> None:
    made = networkx.parse_graphml(as_graphml(example()))
    assert len(made) == len(example().nodes)
    assert made.number_of_edges() == len(example().relationships)
    assert made.nodes[builders.ANN.id]["kind"] == "Person"
    assert all(told["evidence"] and told["type"] for _, _, told in made.edges(data=True))


def test_graphml_survives_what_xml_cannot_hold() -> None:
    odd = node("Board", "Bell\x07 & <board>", text="\ufffe\ud800")
    assert networkx.parse_graphml(as_graphml(graph([odd]))).nodes[odd.id]["label"] == "Bell & <board>"


def test_kumu_knows_elements_by_labels_that_are_all_different() -> None:
    twins = [node("Board", "Quality Committee", code="1"), node("Organisation", "Quality Committee")]
    link = fact(twins[0], "PART_OF", twins[1])
    found = json.loads(as_kumu(graph(twins, [link])))
    labels = [one["label"] for one in found["elements"]]
    assert len(set(labels)) == 2
    (line,) = found["connections"]
    assert {line["from"], line["to"]} == set(labels)


@pytest.mark.parametrize("render", [as_kumu_elements, as_kumu_connections])
def test_kumus_tables_have_a_row_for_each_and_no_formulas(render: Any) -> None:
    bad = node("Board", FORMULA)
    whole = graph([bad, builders.BOARD], [fact(bad, "REPORTS_TO", builders.BOARD)])
    head, *others = csv.reader(io.StringIO(render(whole)))
    assert len(others) in (1, 2)
    assert all(not cell.startswith("=") for row in others for cell in row)
    assert "Label" in head
