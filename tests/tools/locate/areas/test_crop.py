"""A menu by itself: what lies in it, and what its edge cuts off."""

from __future__ import annotations

from tests.agent.models.reader.paper import PaperParser, Part, Program, label
from tools.geometry import Box
from tools.locate.areas.crop import scene_in
from tools.locate.look import Look
from tools.see.scene import Line

MENU = Box(100, 100, 200, 100)


def texts(*parts: Part, without: Box | None = None) -> list[str]:
    parser = PaperParser()
    look = Look(parser.paint(Program(list(parts))), parser)
    return [line.text for line in scene_in(look, MENU, without).lines]


def test_only_what_lies_in_the_box_is_there() -> None:
    assert texts(label("Open", 110, 110), label("Elsewhere", 400, 110)) == ["Open"]


def test_what_it_hangs_on_can_be_left_out() -> None:
    assert texts(label("Open", 110, 110), label("File", 110, 140), without=Box(100, 130, 200, 40)) == ["Open"]


def test_a_line_across_the_edge_is_read_again() -> None:
    parser = PaperParser(text="Open")
    look = Look(parser.paint(Program([label("Open recent files", 250, 110)])), parser)
    assert scene_in(look, MENU).lines == (Line("Open", Box(250, 110, 50, 16)),)


def test_widgets_stay_with_their_state() -> None:
    parser = PaperParser()
    inside, outside = (Part("checkbox", Box(left, 110, 14, 14), checked=True) for left in (110, 400))
    look = Look(parser.paint(Program([inside, outside])), parser)
    (widget,) = scene_in(look, MENU).widgets
    assert widget.checked
    assert widget.box == inside.box
