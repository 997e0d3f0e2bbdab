"""Every widget is found where it is, as what it is, in the state it is in."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.tools.xserver import wait_until
from tools.geometry import Box

if TYPE_CHECKING:
    from tests.tools.see.conftest import Show
    from tools.see.ocr import ScreenReader
    from tools.see.scene import Scene, Widget

GALLERY = Path(__file__).parents[1] / "gallery.py"
FORM = Path(__file__).parents[4] / "tasks" / "apps" / "customer_form.py"
INDICATORS = {"checkbox", "radio"}


@pytest.mark.parametrize(("theme", "points"), [("clam", 10), ("alt", 12), ("default", 13), ("classic", 14)])
def test_all_widgets_of_a_theme(
    show: Show, reader: ScreenReader, tmp_path: Path, theme: str, points: int
) -> None:
    said = tmp_path / "gallery.json"
    with show([sys.executable, str(GALLERY), theme, str(points), str(said)], "Widget gallery") as picture:
        wait_until(said.exists, lambda: "the gallery")
        scene = reader.read(picture())
    known = json.loads(said.read_text())
    expected = [entry for entry in known if entry["kind"] != "label"]
    found = [find(scene, entry) for entry in expected]
    assert [describe(widget) for widget in found] == [(entry["kind"], entry["checked"]) for entry in expected]
    assert not [widget for widget in scene.widgets if widget not in found]
    texts = {line.text for line in scene.lines}
    captions = {entry["label"] for entry in known}
    assert captions | {"File", "Edit", "View", "Help", "Ada Lovelace", "10115", "25", "Germany"} <= texts


def find(scene: Scene, entry: dict[str, Any]) -> Widget | None:
    """The widget that stands where the entry says, whatever it is."""
    box, part = Box(*entry["box"]), Box(*entry["part"])
    for widget in scene.widgets:
        if entry["kind"] in INDICATORS:
            if widget.kind in INDICATORS and part.contains(widget.box.center):
                return widget
        elif widget.box.overlap(box).area > 0.6 * widget.box.union(box).area:
            return widget
    return None


def describe(widget: Widget | None) -> tuple[str, bool | None] | None:
    return widget and (widget.kind, widget.checked)


@pytest.mark.parametrize("seed", [0, 5, 10, 20])
def test_the_customer_form(show: Show, reader: ScreenReader, tmp_path: Path, seed: int) -> None:
    command = [sys.executable, str(FORM), "--db", str(tmp_path / "x.db"), "--seed", str(seed)]
    with show(command, "Customer registration") as picture:
        scene = reader.read(picture())
    assert Counter(widget.kind for widget in scene.widgets if widget.kind != "button") == {
        "field": 4,
        "dropdown": 2,
        "checkbox": 3,
        "radio": 3,
    }
    ticked = [widget for widget in scene.widgets if widget.checked]
    assert len(ticked) == 1
    (private,) = [line for line in scene.lines if line.text == "Private"]
    assert 0 < private.box.left - ticked[0].box.right < 20
    assert ticked[0].box.top < private.box.center.y < ticked[0].box.bottom
    labels = "Full name, E-mail, Phone, Country, Customer type, Credit limit, Currency, Public body, Contact"
    more = "Account, Agreements, I accept the terms, Send newsletter, Exempt from tax, Save customer, General"
    assert set(f"{labels}, {more}".split(", ")) <= {line.text for line in scene.lines}


@pytest.mark.parametrize("theme", ["Adwaita", "Adwaita:dark"])
def test_a_form_of_gtk(show: Show, reader: ScreenReader, theme: str) -> None:
    fields = [
        "--add-entry=First name",
        "--add-entry=Family name",
        "--add-combo=Colour",
        "--combo-values=Red|Blue",
    ]
    command = [
        "env",
        f"GTK_THEME={theme}",
        "zenity",
        "--forms",
        "--title=New customer",
        "--text=Fill in",
        *fields,
    ]
    with show(command, "New customer") as picture:
        scene = reader.read(picture())
    kinds = [widget.kind for widget in scene.widgets]
    assert kinds == ["field", "field", "dropdown", "button", "button"]
    wanted = {"New customer", "Fill in", "First name", "Family name", "Colour", "Cancel", "OK"}
    assert wanted <= {line.text for line in scene.lines}
    label, field = line_of(scene, "Family name"), scene.widgets[1]
    assert field.box.top < label.center.y < field.box.bottom


def line_of(scene: Scene, text: str) -> Box:
    (line,) = [line for line in scene.lines if line.text == text]
    return line.box
