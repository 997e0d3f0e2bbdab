"""Views of steps: what is marked on which screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.recording.reading import load_lines
from agent.report.pages.album import Album, album_of
from agent.report.pages.steps import step_view
from agent.report.story import steps_of
from tests.agent.report.runs import TREE, record
from tools.action import Drag
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path


def test_the_place_is_marked_before_and_not_after() -> None:
    recording = load_lines(TREE / "wrong_email")
    first = next(steps_of(recording))
    assert first.point is not None
    view = step_view(first, album_of(recording, [(first.line.frame, first.point)], 10**7), healed=True)
    assert view.before is not None
    assert view.after is not None
    assert (view.before.point, view.before.start, view.after.point) == (first.point, None, None)
    assert view.before.box is not None
    assert view.healed
    assert view.call.startswith('{"action": "left_click", "coordinate": [')


def test_of_a_drag_its_way_is_marked(tmp_path: Path) -> None:
    recording = load_lines(record(tmp_path / "rec"))
    first = next(steps_of(recording))
    line = first.line.model_copy(update={"pointer": Point(5, 6)})
    dragged = replace(first, line=line, action=Drag(point=Point(90, 60)))
    view = step_view(dragged, album_of(recording, [], 10**7), healed=False)
    assert view.before is not None
    assert (view.before.start, view.before.point) == (Point(5, 6), Point(90, 60))


def test_without_pictures_there_are_no_screens(tmp_path: Path) -> None:
    first = next(steps_of(load_lines(record(tmp_path / "rec"))))
    view = step_view(first, Album({}, {}), healed=False)
    assert (view.before, view.after, view.is_still) == (None, None, False)


def test_the_ring_is_smaller_where_less_of_the_screen_is_shown() -> None:
    recording = load_lines(TREE / "zenity_form")
    first = next(step for step in steps_of(recording) if step.point)
    album = album_of(recording, [], 10**7)
    near = step_view(first, album, healed=False).before
    whole = step_view(first, replace(album, part=None), healed=False).before
    assert near is not None
    assert whole is not None
    assert near.radius < whole.radius
