"""States and options as they were set: what contradicts them, and what is only out of sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.models.reader.entries.settings import option, state
from agent.models.reader.steps import SelectStep
from tests.agent.models.reader.paper import PaperParser, Part, Program, label
from tools.geometry import Box
from tools.locate.locator import Locator
from tools.locate.look import Look

if TYPE_CHECKING:
    from tools.observation import Frame
    from tools.see.scene import Line

EXPRESS, TOWN = Locator("Express"), Locator("Town")
PARSER = PaperParser()


def order(caption: str = "Express", town: str = "Rome", *, checked: bool = True) -> Look:
    """A box with its caption, and a drop-down with its label."""
    box = Part("checkbox", Box(20, 40, 14, 14), checked=checked)
    field = Part("dropdown", Box(100, 80, 200, 24), text=town)
    return Look(PARSER.paint(Program([box, label(caption, 40, 40), field, label("Town", 20, 84)])), PARSER)


@pytest.mark.parametrize(
    ("caption", "checked", "there", "told"),
    [
        ("Express", True, True, False),
        ("Express", False, True, True),
        ("Expresl", False, True, False),
        ("Item 12", False, False, False),
    ],
)
def test_a_state_is_read_beside_its_own_caption_alone(
    caption: str,
    checked: bool,  # noqa: FBT001 (a table)
    there: bool,  # noqa: FBT001
    told: bool,  # noqa: FBT001
) -> None:
    entry = state(2, EXPRESS, order(checked=False), order(), on=True)
    assert entry is not None
    later = order(caption, checked=checked)
    assert entry.is_there(later) is there
    assert (entry.contradiction(later) is not None) is told


def test_an_option_is_read_in_its_own_drop_down() -> None:
    entry = option(2, SelectStep("Rome", TOWN), order())
    assert entry is not None
    assert entry.contradiction(order()) is None
    assert entry.contradiction(order(town="Oslo")) == (
        '"Rome" was selected in "Town", and then it showed \'Oslo\''
    )
    assert not entry.is_there(Look(PARSER.paint(Program([])), PARSER))


class Doubting(PaperParser):
    """It reads a field's text as something else."""

    def read_box(self, frame: Frame, box: Box) -> Line:
        """Another town."""
        return replace(super().read_box(frame, box), text="Romo")


def test_an_option_whose_pixels_are_there_still_was_not_changed_however_it_is_read() -> None:
    entry = option(2, SelectStep("Rome", TOWN), order())
    assert entry is not None
    parser = Doubting()
    for town, is_told in (("Rome", False), ("Roma", True), ("Rome-Nord", True)):
        box = Part("checkbox", Box(20, 40, 14, 14), checked=True)
        field = Part("dropdown", Box(100, 80, 200, 24), text=town)
        parts = [box, label("Express", 40, 40), field, label("Town", 20, 84)]
        later = Look(parser.paint(Program(parts)), parser)
        assert (entry.contradiction(later) is not None) is is_told


def test_what_is_not_seen_is_no_entry() -> None:
    assert state(0, Locator("Town"), order(), order(), on=True) is None
    assert option(0, SelectStep("Lima", TOWN), order()) is None
    assert option(0, SelectStep("Lima", Locator("Street")), order()) is None
