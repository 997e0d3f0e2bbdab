"""Keys that select what another field holds than the one that was clicked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.astray import check_selected
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Widget

PICTURES = Path(__file__).parents[1] / "pictures"


def look(name: str) -> Look:
    rgb = np.asarray(Image.open(PICTURES / f"{name}.png").convert("RGB"))
    return Look(Frame.from_rgb(rgb), shared_reader())


def test_keys_that_selected_what_another_field_holds_fail_before_that_is_typed_over() -> None:
    """GTK 4's: a click on the greyed-out minus of "Höjd" took the keyboard from nothing."""
    before, after = look("gtk4_country"), look("gtk4_country_selected")
    names = (Locator("Land"), Locator("Höjd"))
    country, height = (find_field(before.scene, name) for name in names)
    with pytest.raises(StepFailed, match='"Höjd" does not take the keyboard: the field at'):
        check_selected(height, names[1], before, after)
    check_selected(country, names[0], before, after)
    check_selected(height, names[1], before, before)


def test_so_they_do_where_what_was_taken_for_the_field_runs_into_the_other_one() -> None:
    """GTK 3's: a label between two fields, seen as a field a pixel too high, was clicked in vain."""
    before, after = look("gtk4_country"), look("gtk4_country_selected")
    box = find_field(before.scene, Locator("Land")).box
    supposed = Widget("field", box._replace(top=box.bottom - 1))
    with pytest.raises(StepFailed, match='"Höjd" does not take the keyboard: the field at'):
        check_selected(supposed, Locator("Höjd"), before, after)
