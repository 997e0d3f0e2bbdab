"""What the screen showed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from agent.runs.last_look import LastLook, write_picture
from tests.agent.fakes import FakeDesktop, make_frame
from tools.action import Wait

if TYPE_CHECKING:
    from pathlib import Path


def test_the_last_frame_is_kept_and_actions_are_passed_on() -> None:
    desktop = FakeDesktop()
    looks = LastLook(desktop)
    assert looks.frame is None
    looks.observe()
    seen = looks.observe()
    looks.execute(Wait(seconds=1), seen)
    assert looks.frame is seen.frame
    assert desktop.actions == [Wait(seconds=1)]


def test_a_picture_is_what_was_seen(tmp_path: Path) -> None:
    frame = make_frame(3)
    write_picture(frame, tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.format == "PNG"
        assert picture.getpixel((0, 0)) == tuple(frame.rgb[0, 0])
