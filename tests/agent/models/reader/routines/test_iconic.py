"""A sure icon is clicked; of others the tips are read, and only what a tip names is clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.models.reader.routines.iconic import icon
from agent.models.reader.routines.routine import Sought, decided
from agent.models.reader.steps import ClickIconStep, HoverIconStep
from tests.tools.scenes import KnownLook, painted
from tools.action import Click, Move
from tools.geometry import Box, Point
from tools.locate.errors import NotFound
from tools.locate.locator import Locator
from tools.see.icons.icon import Icon
from tools.see.scene import Line

if TYPE_CHECKING:
    from agent.protocol.write import Reply
    from tools.locate.look import Look

BOXES = tuple(Box(20 + 60 * at, 20, 20, 20) for at in range(8))
SAVE = ClickIconStep(Locator("Save"))


class ToolBar:
    """Icons side by side, which show their tips, or none, when the pointer has rested on them for a look."""

    def __init__(
        self, likely: list[dict[str, float]], tips: list[str], *, late: int = 1, clock: bool = False
    ) -> None:
        self.icons = tuple(Icon(box, one) for box, one in zip(BOXES, likely, strict=False))
        self.tips, self.late, self.clock = tips, late, clock
        self.at: Point | None = None
        self.rests = 0
        self.marks = BOXES

    def look(self, before: Look | None) -> Look:
        """What is seen now."""
        lines = [Line("Ready", Box(20, 400, 60, 16))]
        for box, tip in zip(BOXES, self.tips, strict=False):
            if tip and self.at is not None and box.contains(self.at) and self.rests >= self.late:
                lines.append(Line(tip, Box(self.at.x + 4, self.at.y + 20, 8 * len(tip), 16)))
        hand = (Box(700, 500, 5 + 5 * self.rests, 8),) if self.clock else ()
        scene = painted(*lines, marks=(*self.marks, *hand))
        return KnownLook(scene, None if before is None else before.frame)

    def carry_out(self, step: ClickIconStep | HoverIconStep) -> list[Reply]:
        """What is replied, look by look."""
        look, said = self.look(None), []
        routine = icon(step, look, lambda _scene: self.icons)
        try:
            decision = next(routine)
            while True:
                if isinstance(decision, Sought):  # the screen stays as it is: it tells why
                    decision.find(look)
                assert not isinstance(decision, Sought)
                said.append(decided(decision, look))
                does = said[-1].does
                self.rests = 0 if isinstance(does, Move | Click) else self.rests + 1
                self.at = does.point if isinstance(does, Move) else self.at
                if isinstance(does, Click):
                    self.marks = BOXES[1:]
                look = self.look(look)
                decision = routine.send(look)
        except StopIteration:
            return said


def clicks(said: list[Reply]) -> list[Point]:
    return [reply.does.point for reply in said if isinstance(reply.does, Click)]


def test_a_sure_icon_is_clicked_at_once() -> None:
    said = ToolBar([{"open": 0.99}, {"save": 0.98}], []).carry_out(SAVE)
    assert [reply.does for reply in said] == [Click(point=BOXES[1].center)]
    assert said[0].sentence == 'Click the icon "Save".'


def test_the_step_tells_how_it_is_clicked() -> None:
    step = ClickIconStep(Locator("Save"), "right", 1)
    [reply] = ToolBar([{"save": 0.98}], []).carry_out(step)
    assert reply.does == Click(point=BOXES[0].center, button="right")


def test_the_pointer_only_rests_where_the_step_says_so() -> None:
    [reply] = ToolBar([{"save": 0.98}], []).carry_out(HoverIconStep(Locator("Save")))
    assert reply.does == Move(point=BOXES[0].center)


def test_an_unsure_icon_is_clicked_when_its_tip_is_the_name() -> None:
    said = ToolBar([{"open": 0.5}, {"save": 0.6}], ["Open", "Save (Ctrl+S)"]).carry_out(SAVE)
    assert [type(reply.does).__name__ for reply in said] == ["Move", "Wait", "Click"]
    assert clicks(said) == [BOXES[1].center]


def test_icons_that_the_eye_knows_nothing_of_are_asked_by_their_tips() -> None:
    said = ToolBar([{}, {}, {}], ["Open", "Print", "Frobnicate"]).carry_out(
        ClickIconStep(Locator("Frobnicate"))
    )
    assert clicks(said) == [BOXES[2].center]


def test_a_likely_icon_whose_tip_says_something_else_is_not_clicked() -> None:
    bar = ToolBar([{"save": 0.94}, {"open": 0.9}], ["Save all documents", "Open"])
    with pytest.raises(NotFound, match="their tips say 'Save all documents', 'Open'"):
        bar.carry_out(SAVE)


def test_a_likely_icon_is_clicked_where_no_icon_has_a_tip() -> None:
    likely: list[dict[str, float]] = [{"save": 0.94}, {"open": 0.9}]
    assert clicks(ToolBar(likely, []).carry_out(SAVE)) == [BOXES[0].center]
    with pytest.raises(NotFound, match="they show no tips"):
        ToolBar([{"save": 0.94}, {"save": 0.1}], []).carry_out(SAVE)


def test_two_equally_good_icons_are_told_apart_by_their_tips() -> None:
    said = ToolBar([{"save": 0.98}, {"save": 0.97}], ["Save", "Save all"]).carry_out(SAVE)
    assert clicks(said) == [BOXES[0].center]


def test_two_whose_tips_are_the_same_are_refused() -> None:
    bar = ToolBar([{"save": 0.98}, {"save": 0.97}], ["Save", "Save"])
    with pytest.raises(NotFound, match=r"^2 places are equally good for .Save., at \(30, 30\), \(90, 30\)"):
        bar.carry_out(SAVE)


def test_two_alike_with_the_same_tip_are_refused_also_where_nothing_is_known_of_them() -> None:
    bar = ToolBar([{"door": 0.1}, {"open": 0.2}, {"door": 0.1}], ["Frobnicate", "Open", "Frobnicate"])
    with pytest.raises(NotFound, match=r"^2 places are equally good"):
        bar.carry_out(ClickIconStep(Locator("Frobnicate")))


class LateBar(ToolBar):
    """A tool bar on whose first icon another's tip was shown late; when it is rested on again, its own is."""

    def look(self, before: Look | None) -> Look:
        """What is seen now."""
        if self.at is not None and BOXES[1].contains(self.at):
            self.tips = ["Delete", *self.tips[1:]]
        return super().look(before)


def test_an_icon_whose_tip_is_another_at_the_second_look_is_refused() -> None:
    with pytest.raises(NotFound, match="its tip says 'Delete' at the second look"):
        LateBar([{"save": 0.6}, {"save": 0.5}], ["Save", "Open"]).carry_out(SAVE)
    bar = ToolBar([{"save": 0.6}, {"save": 0.5}], ["Save", "Open"])
    assert clicks(bar.carry_out(SAVE)) == [BOXES[0].center]


def test_the_step_may_say_which_of_two_is_meant() -> None:
    bar = ToolBar([{"save": 0.5}, {}, {"save": 0.6}], ["Save", "Open", "Save"])
    assert clicks(bar.carry_out(ClickIconStep(Locator("Save", 2)))) == [BOXES[2].center]


def test_a_tip_that_is_a_sentence_may_tell_what_it_does() -> None:
    bar = ToolBar([{}, {}], ["Save all open files", "Save the current file (Ctrl+S)"])
    assert clicks(bar.carry_out(SAVE)) == [BOXES[1].center]


@pytest.mark.parametrize("other", ["Save the document", "Save a selected part"])
def test_two_sentences_that_may_tell_it_are_refused(other: str) -> None:
    bar = ToolBar([{}, {}], ["Save the current file", other])
    with pytest.raises(NotFound, match=rf"^2 places are equally good.*their tips say .*{other}"):
        bar.carry_out(SAVE)


def test_the_very_name_goes_before_a_sentence() -> None:
    bar = ToolBar([{}, {}], ["Save the current file", "Save"])
    assert clicks(bar.carry_out(SAVE)) == [BOXES[1].center]


def test_a_tip_is_waited_for_while_something_goes_on_changing() -> None:
    bar = ToolBar([{}], ["Save"], late=2, clock=True)
    assert clicks(bar.carry_out(SAVE)) == [BOXES[0].center]


def test_no_tips_no_click_and_not_all_are_waited_for() -> None:
    bar = ToolBar([{"save": 0.5}] * 8, [])
    with pytest.raises(NotFound, match="they show no tips"):
        bar.carry_out(SAVE)
    assert bar.at == BOXES[5].center


def test_the_tip_of_the_icon_before_names_nothing() -> None:
    bar = ToolBar([{"open": 0.5, "save": 0.1}, {}], ["Save", ""], late=0)
    bar.tips = ["", "Print"]
    with pytest.raises(NotFound):
        bar.carry_out(SAVE)


def test_what_changes_after_its_tip_was_read_is_not_clicked() -> None:
    bar = ToolBar([{"save": 0.5}], ["Save"])
    look = bar.look(None)
    routine = icon(SAVE, look, lambda _scene: bar.icons)
    next(routine)
    bar.at, bar.rests = BOXES[0].center, 1
    decision = routine.send(bar.look(look))
    bar.marks = BOXES[1:]
    with pytest.raises(NotFound, match="looks different now"):
        decided(decision, bar.look(look))  # type: ignore[arg-type]  # it is no look that is asked for
