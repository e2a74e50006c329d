"""Drawings on slides: the order of boxes, groups, lines, pictures, charts and diagrams."""

import io
from pathlib import Path
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from tests.documents.decks import TITLE_ONLY, Made, box, told
from tests.written import cells, passages


def test_boxes_are_read_by_column_and_then_from_the_top_whatever_their_order_in_the_file(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide()
    for text, left, top in (
        ("right low", 5, 5), ("left low", 1, 5), ("right high", 5, 2), ("left high", 1, 2), ("Across the top.", 4, 0.5)
    ):  # fmt: skip
        box(slide, text, left, top)
    slide.shapes[4].left, slide.shapes[4].width = Inches(1), Inches(8)
    words = [one for _, one in passages(made.read(tmp_path))]
    assert words == ["Across the top.", "left high", "left low", "right high", "right low"]


def test_a_short_line_above_all_else_is_the_title_of_a_slide_without_one(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide()
    box(slide, "Jo Lee is the lead.", 1, 3)
    box(slide, "Who leads", 1, 0.5)
    assert passages(made.read(tmp_path)) == [("heading", "Who leads"), ("paragraph", "Jo Lee is the lead.")]


def test_groups_are_read_to_the_innermost(tmp_path: Path) -> None:
    made = Made()
    outer = made.slide(TITLE_ONLY, "Boards").shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    inner.shapes.add_textbox(0, 0, 90, 90).text_frame.text = "Beds Board"
    assert passages(made.read(tmp_path)) == [("heading", "Boards"), ("paragraph", "Beds Board")]


def test_lines_between_the_boxes_of_a_chart_of_posts_are_told_and_not_guessed(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide(TITLE_ONLY, "Structure")
    upper, lower = (slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, Inches(top), 900, 900) for top in (2, 4))
    upper.text_frame.text, lower.text_frame.text = "Chief Executive", "Head of Beds"
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 9, 9)
    line.begin_connect(upper, 2)
    line.end_connect(lower, 0)
    found = made.read(tmp_path)
    assert [words for _, words in passages(found)] == ["Structure", "Chief Executive", "Head of Beds"]
    ((where, what),) = told(found)
    assert where == "slide 1"
    assert what.startswith("lines join the shapes of a drawing")


def test_one_line_under_a_title_is_an_ornament(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide(TITLE_ONLY, "Structure")
    slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 9, 9)
    assert told(made.read(tmp_path)) == []


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)


def test_slides_that_are_pictures_are_told_together(tmp_path: Path) -> None:
    made = Made()
    made.slide(TITLE_ONLY, "Words", "")
    for _ in range(3):
        made.slide().shapes.add_picture(io.BytesIO(PNG), 0, 0, Inches(9), Inches(7))
    ((where, what),) = told(made.read(tmp_path))
    assert where == "slides 2 to 4"
    assert what.startswith("the slide is a picture, and nothing on it was read")


def test_a_logo_is_not_told_and_a_large_picture_is(tmp_path: Path) -> None:
    made = Made()
    for width in (0.5, 6.0):
        slide = made.slide(TITLE_ONLY, "Structure")
        box(slide, "Some words", 1, 6)
        slide.shapes.add_picture(io.BytesIO(PNG), 0, 0, Inches(width), Inches(width))
    assert [where for where, _ in told(made.read(tmp_path))] == ["slide 2"]


DIAGRAM = (
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt modelId="0" type="doc"/>'
    "{points}"
    '<dgm:pt modelId="9" type="pres"/></dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>'
)


def diagram(*points: tuple[str, str, str]) -> str:
    text = "<dgm:t><a:bodyPr/><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t>"
    return DIAGRAM.format(
        points="".join(f'<dgm:pt modelId="{name}">{text.format(words)}</dgm:pt>' for name, words, _ in points),
        links="".join(
            f'<dgm:cxn modelId="c{name}" srcId="{above}" destId="{name}" srcOrd="{10 - int(name)}"/>'
            for name, _, above in points
        ),
    )


def with_diagram(made: Made, slide: Any, data: str) -> None:
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    part = Part(PackURI("/ppt/diagrams/data1.xml"), "application/xml", slide.part.package, data.encode())
    relation = slide.part.relate_to(part, kind)
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:graphicFrame {nsdecls("p", "a", "r")}><p:nvGraphicFramePr><p:cNvPr id="9" name="d"/>'
            "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='0' y='0'/><a:ext cx='9' cy='9'/>"
            "</p:xfrm><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/diagram'>"
            '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
            f'r:dm="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
        )
    )


def test_a_diagram_is_read_as_a_list_as_deep_as_its_boxes_and_told(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide(TITLE_ONLY, "Structure")
    with_diagram(
        made, slide, diagram(("1", "Head of Beds", "3"), ("2", "Head of Care", "3"), ("3", "Chief Executive", "0"))
    )
    found = made.read(tmp_path)
    assert [(one.form, one.level, one.text) for one in found.passages()][1:] == [
        ("bullet", 1, "Chief Executive"),
        ("bullet", 2, "Head of Care"),
        ("bullet", 2, "Head of Beds"),
    ]
    assert told(found)[0][1].startswith("the words of a diagram were read as a list")


def test_a_diagram_whose_boxes_stand_in_a_ring_ends(tmp_path: Path) -> None:
    made = Made()
    with_diagram(made, made.slide(TITLE_ONLY, "Ring"), diagram(("1", "one", "2"), ("2", "two", "1")))
    assert [words for _, words in passages(made.read(tmp_path))] == ["Ring", "one", "two"]


def test_a_chart_gives_its_title_and_is_told(tmp_path: Path) -> None:
    from pptx.chart import data as charts
    from pptx.enum.chart import XL_CHART_TYPE

    made = Made()
    data: Any = getattr(charts, "CategoryChartData")()  # noqa: B009 - the library's classes have no types
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))
    slide = made.slide(TITLE_ONLY, "Figures")
    chart = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, 900, 900, data).chart
    chart.chart_title.text_frame.text = "Delays by ward"
    found = made.read(tmp_path)
    assert passages(found)[1] == ("paragraph", "Delays by ward")
    assert told(found)[0][1].startswith("a chart was not read")


def test_a_tree_of_posts_is_read_from_its_top_and_then_branch_by_branch(tmp_path: Path) -> None:
    made = Made()
    slide = made.slide()
    for text, left, top in (
        ("Beds nurse.", 1, 5),
        ("Care nurse.", 6, 5),
        ("Head of care.", 6, 3),
        ("Head of beds.", 1, 3),
        ("Chief.", 3.5, 1),
    ):
        box(slide, text, left, top)
    words = [one for _, one in passages(made.read(tmp_path))]
    assert words == ["Chief.", "Head of beds.", "Beds nurse.", "Head of care.", "Care nurse."]


CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f"{nsdecls('p', 'a')}><mc:Choice xmlns:x='urn:new' Requires='x'>{{new}}</mc:Choice>"
    "<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
)
SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="7" name="s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>"
)


def test_of_two_versions_of_a_shape_one_is_read(tmp_path: Path) -> None:
    for number, new in enumerate(("<p:contentPart/>", SHAPE.format("Beds Board"))):
        made = Made()
        slide = made.slide(TITLE_ONLY, "Boards")
        slide.shapes._spTree.append(parse_xml(CHOICE.format(new=new, old=SHAPE.format("Beds Board"))))
        assert passages(made.read(tmp_path, f"{number}.pptx"))[1:] == [("paragraph", "Beds Board")]


def test_a_shape_that_is_hidden_is_not_read_and_told(tmp_path: Path) -> None:
    made = Made()
    shape = box(made.slide(TITLE_ONLY, "Boards"), "Old Board", 1, 2)
    shape._element.nvSpPr.cNvPr.set("hidden", "1")
    found = made.read(tmp_path)
    assert passages(found) == [("heading", "Boards")]
    assert told(found) == [("slide 1", "words that the slide hides were not read")]


def test_a_numbered_list_in_a_cell_keeps_its_numbers(tmp_path: Path) -> None:
    made = Made()
    cell = made.slide(TITLE_ONLY, "Plan").shapes.add_table(1, 2, 0, 0, 900, 900).table.cell(0, 0)
    cell.text = "Open\nClose"
    for paragraph in cell.text_frame.paragraphs:
        number = f'<a:buAutoNum {nsdecls("a")} type="arabicPeriod" startAt="3"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
    assert cells(made.read(tmp_path)) == [[["3. Open\n4. Close", ""]]]
