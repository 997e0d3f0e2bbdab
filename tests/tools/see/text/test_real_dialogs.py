"""A dialog's text is read beside its picture, which stands as close to it as words do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tools.see.conftest import Show
    from tools.see.ocr import ScreenReader

TEXTS = [
    ("--info", "Is it Grace?"),
    ("--info", "Delete 3 files?"),
    ("--info", "That is all."),
    ("--question", "Is it Grace?"),
    ("--question", "It is done."),
    ("--warning", "This can't be undone."),
    ("--error", "Olaf is here"),
    ("--error", "Save changes to report.txt?"),
]


@pytest.mark.parametrize(("kind", "text"), TEXTS)
def test_a_dialogs_text_is_read(show: Show, reader: ScreenReader, kind: str, text: str) -> None:
    with show(["zenity", kind, "--title", "Zenith", "--no-markup", "--text", text], "Zenith") as picture:
        scene = reader.read(picture())
    assert text in {line.text for line in scene.lines}
    assert {widget.kind for widget in scene.widgets} == {"button"}
