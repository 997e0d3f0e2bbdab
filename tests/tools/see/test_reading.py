"""Text is read as a person reads it, and nothing is read twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.tools.see.conftest import at_rest
from tests.tools.xserver import environment, wait_for_window, wait_until
from tools.geometry import Box
from tools.host.screen import Screen
from tools.observation import Frame
from tools.see.ocr import ScreenReader, as_written, elect
from tools.see.scene import Line
from tools.see.text.closer import CloserLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tests.tools.see.conftest import Show
    from tools.see.scene import Scene

FORM = Path(__file__).parents[3] / "tasks" / "apps" / "customer_form.py"
KEYS = "C AC <- ( ) MS MR M+ 7 8 9 / sqrt 4 5 6 * % 1 2 3 - = 0 . +/- +".split()  # noqa: SIM905  (reads as keys)


class CountingReader(ScreenReader):
    """Counts how many pictures of lines it really reads."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def _recognise(self, pictures: Sequence[NDArray[np.uint8]]) -> list[tuple[str, float]]:
        self.looks += len(pictures)
        return super()._recognise(pictures)


def test_every_key_of_a_calculator(show: Show, reader: ScreenReader) -> None:
    with show(["galculator"], "galculator") as picture:
        scene = reader.read(picture())
    display = next(widget.box for widget in scene.widgets if widget.kind == "field")
    keys = [widget for widget in scene.widgets if widget.kind != "field"]
    texts = [line.text for line in scene.lines if line.box.top >= display.bottom]
    assert sorted(texts) == sorted(KEYS)
    assert len(keys) == len(KEYS)
    assert [line.text for line in scene.lines if display.contains(line.box.center)] == ["0"]
    assert {"File", "Edit", "View", "Calculator", "Help"} <= {line.text for line in scene.lines}


def test_only_what_is_new_is_read(show: Show, tmp_path: Path) -> None:
    reader = CountingReader()
    with show(
        [sys.executable, str(FORM), "--db", str(tmp_path / "x.db")], "Customer registration"
    ) as picture:
        frame = picture()
    before = reader.read(frame)
    whole = reader.looks
    copied = Frame(frame.bgrx.copy())
    again = reader.read(copied)
    assert again.lines == before.lines
    assert again.widgets is before.widgets
    assert reader.looks == whole
    for line in again.lines:
        assert isinstance(line.evidence, CloserLook)
        assert line.evidence.frame is copied
    changed = with_text_in_first_field(before)
    scene = reader.read(changed)
    assert reader.looks == whole + 1
    assert words(scene) == words(ScreenReader().read(changed))
    assert words(scene) - words(before)
    assert words(before) <= words(scene)
    assert reader.read(Frame(frame.bgrx.copy())).widgets is before.widgets  # a screen from before the last


def words(scene: Scene) -> set[tuple[str, Box]]:
    return {(line.text, line.box) for line in scene.lines}


def with_text_in_first_field(scene: Scene) -> Frame:
    """The scene's frame with a black label copied into the first empty field, as if typed there."""
    label = next(line.box for line in scene.lines if line.text == "Full name")
    field = next(widget.box for widget in scene.widgets if widget.kind == "field")
    pixels = scene.frame.bgrx.copy()
    ink = scene.frame.gray[label.slices] < 150
    place = Box(field.left + 6, field.center.y - label.height // 2, label.width, label.height)
    pixels[place.slices][ink] = 0
    return Frame(pixels)


def test_typed_text_is_read_in_spite_of_the_caret(
    show: Show, reader: ScreenReader, large_display: str
) -> None:
    with show(["zenity", "--entry", "--title=Name"], "Name"):
        typed = ["xdotool", "type", "--delay", "20", "hello"]
        subprocess.run(typed, env=environment(large_display), check=True)
        with Screen(large_display) as screen:
            wait_until(lambda: "hello" in texts(reader.read(screen.grab())), lambda: "the typed text")
            scene = reader.read(at_rest(screen))
    (field,) = [widget for widget in scene.widgets if widget.kind == "field"]
    assert [line.text for line in scene.lines if field.box.contains(line.box.center)] == ["hello"]


def texts(scene: Scene) -> list[str]:
    return [line.text for line in scene.lines]


def test_the_dialog_of_an_editor(
    show: Show, reader: ScreenReader, large_display: str, tmp_path: Path
) -> None:
    with show(["mousepad", "--disable-server", str(tmp_path / "note.txt")], "Mousepad") as picture:
        editor = reader.read(picture())
        subprocess.run(["xdotool", "key", "ctrl+shift+s"], env=environment(large_display), check=True)
        wait_for_window(large_display, "Save As")
        dialog = reader.read(picture())
    assert {"File", "Edit", "Search", "View", "Document", "Help"} <= set(texts(editor))
    assert [widget.kind for widget in editor.widgets] == ["field"]
    assert {"Name:", "Cancel", "Save"} <= set(texts(dialog))
    (name,) = [line.box for line in dialog.lines if line.text == "Name:"]
    beside = [w for w in dialog.widgets if w.box.top < name.center.y < w.box.bottom]
    assert [widget.kind for widget in beside] == ["field"]


def test_an_empty_box_has_no_text(reader: ScreenReader) -> None:
    blank = Frame.from_rgb(np.full((60, 200, 3), 240, np.uint8))
    assert reader.read(blank).lines == ()
    assert reader.read(blank).widgets == ()
    assert reader.read_box(blank, Box(300, 10, 20, 20)).text == ""


def test_lookalikes_only_where_a_sign_stands_alone() -> None:
    assert as_written("二") == "="
    assert as_written("\uff081\uff0b2\uff09") == "(1+2)"
    assert as_written("二十  分") == "二十 分"


def test_two_looks_that_agree_outvote_one_that_is_surer() -> None:
    box = Box(0, 0, 10, 20)
    looks = [Line(text, box, score) for text, score in (("1", 0.6), ("l", 0.8), ("1", 0.4))]
    assert elect(box, looks) == Line("1", box, 0.5)
