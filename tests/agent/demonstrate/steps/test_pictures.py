"""Pictures of what has no name, beside the task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from agent.demonstrate.steps.pictures import with_pictures
from agent.demonstrate.steps.written import WrittenStep, step
from tests.agent.fakes import make_frame

if TYPE_CHECKING:
    from pathlib import Path


def test_each_picture_gets_a_file_of_its_own_and_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "note-1.png").touch()
    unnamed = WrittenStep("", "a double-click at (1, 2)", make_frame(3), "Double-click")
    kept = with_pictures([step("Press Tab"), unnamed, unnamed], tmp_path / "note.yaml")
    assert [one.sentence for one in kept] == [
        "Press Tab",
        'Double-click image "note-2.png"',
        'Double-click image "note-3.png"',
    ]
    with Image.open(tmp_path / "note-3.png") as picture:
        assert picture.size == make_frame().size
