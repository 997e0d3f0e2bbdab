"""Scrolling a page on paper: to a text, to the end, and never over what takes the wheel for itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from agent.models.reader.routines.scrolling import scroll
from agent.models.reader.steps import ScrollStep
from tests.agent.models.reader.paper import Part, Program, Run, carry_out, label
from tools.action import Scroll
from tools.geometry import Box

if TYPE_CHECKING:
    from tools.action import Action

_NOTCH = 60
_VIEW = Box(0, 0, 800, 480)
"""What of the page can be seen."""


@dataclass
class Page(Program):
    """A page that scrolls under the pointer; a drop-down there takes the wheel for itself."""

    length: int = 1200
    down: int = 0
    """Pixels that it was scrolled."""
    clock: bool = False
    turned: list[Part] = field(default_factory=list)
    """Drop-downs whose value the wheel has changed."""
    ticks: int = 0

    def execute(self, action: Action) -> None:
        self.ticks += 1
        if not isinstance(action, Scroll):
            return super().execute(action)
        assert action.point is not None
        for _ in range(abs(action.vertical)):
            self._turn(action)
        return None

    def _turn(self, action: Scroll) -> None:
        assert action.point is not None
        hit = [part for part in self.shown() if part.kind == "dropdown" and part.box.contains(action.point)]
        if hit:
            self.turned += hit
        elif _VIEW.contains(action.point):
            way = _NOTCH if action.vertical < 0 else -_NOTCH
            self.down = max(0, min(self.length - _VIEW.height, self.down + way))

    def shown(self) -> list[Part]:
        seen = [
            Part(part.kind, part.box.shift(_VIEW.left, _VIEW.top - self.down), part.text)
            for part in self.parts
        ]
        inside = [part for part in seen if part.box.overlap(_VIEW) == part.box]
        return [*inside, *([label(f"12:00:{self.ticks:02}", 680, 490)] if self.clock else [])]


def settings(**changes: object) -> Page:
    """Labels, each with a drop-down, and a button below."""
    rows = [
        part
        for row in range(25)
        for part in (
            label(f"Setting {row}", 10, 10 + 45 * row),
            Part("dropdown", Box(150, 6 + 45 * row, 440, 24), f"value {row}"),
        )
    ]
    return Page([*rows, label("Save settings", 10, 1150)], **changes)  # type: ignore[arg-type]  # what fits


@pytest.mark.parametrize("clock", [False, True])
def test_a_form_of_drop_downs_is_scrolled_and_none_is_changed(clock: bool) -> None:  # noqa: FBT001 (a table)
    page = settings(clock=clock)
    run = Run(page, 'Scroll down until "Save settings"')
    assert run.go() == "success"
    assert page.turned == []
    assert page.down == 1200 - 480


@pytest.mark.parametrize("clock", [False, True])
def test_its_end_is_the_end_whatever_ticks_beside_it(clock: bool) -> None:  # noqa: FBT001 (a table)
    page = settings(clock=clock)
    run = Run(page, 'Scroll down until "Nowhere"')
    assert run.go() == "failure"
    assert 'scrolled down to the end: no "Nowhere"' in run.thought
    assert page.turned == []
    assert run.calls.count("scroll") < 20


def test_nothing_is_passed_over() -> None:
    page = settings()
    run = Run(page, 'Scroll down until "Setting 13"')
    assert run.go() == "success"
    assert any(part.text == "Setting 13" for part in page.shown())


def test_the_first_turn_is_one_notch_and_the_next_as_far_as_is_safe() -> None:
    run = Run(settings(), 'Scroll down until "Save settings"')
    run.go()
    turns = [action.vertical for action in run.actions if isinstance(action, Scroll)]
    assert turns[0] == -1
    assert min(turns) < -1


def test_up_is_the_other_way() -> None:
    page = settings(down=720)
    run = Run(page, 'Scroll up until "Setting 3"')
    assert run.go() == "success"
    assert all(action.vertical > 0 for action in run.actions if isinstance(action, Scroll))


def test_a_page_that_does_not_scroll_is_told() -> None:
    run = Run(Program([label("Page 1", 20, 20)]), 'Scroll down until "Page 9"')
    assert run.go() == "failure"
    assert 'nothing here scrolls: no "Page 9"' in run.thought


def test_what_is_in_sight_is_not_scrolled_to() -> None:
    step = ScrollStep("down", "Setting 1", None)
    assert carry_out(lambda look: scroll(step, look), settings()) == []
