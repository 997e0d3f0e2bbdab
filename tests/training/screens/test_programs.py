"""Programs of toolkits: what they tell is what is seen. One screen of each toolkit that is installed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from tools.geometry import Box
from tools.see.ocr import ScreenReader
from training.screens.icons import draw_icons
from training.screens.kits import is_here
from training.screens.splits import Look
from training.screens.stage import plan_of, stage

if TYPE_CHECKING:
    from pathlib import Path

    from training.screens.outline import Plan

LOOKS = [
    Look("tk", "clam"),
    Look("qt6", "Fusion"),
    Look("qt5", "Fusion"),
    Look("gtk3", "Adwaita"),
    Look("gtk4", "Adwaita"),
    Look("swing", "Metal"),
    Look("web", "plain"),
]

WEB = Look("web", "plain")


@cache
def plan(look: Look) -> Plan:
    """A small window with fields, boxes with captions, and buttons."""
    made = plan_of(look, 9 if look.toolkit == "web" else 6)  # of a page, the seed draws the style
    words = {"points": 11, "scale": 1.0, "font": "DejaVu Sans", "menus": [], "open_menu": None, "tabs": []}
    common = {
        "value": "",
        "placeholder": "",
        "enabled": True,
        "readonly": False,
        "focused": False,
        "help": None,
    }
    common |= {"unit": None, "width": 16, "state": None}
    rows = [
        common | {"kind": "field", "label": "Customer", "value": "Nordwind"},
        common | {"kind": "checkbox", "label": "Newsletter", "state": "on"},
        common | {"kind": "checkbox", "label": "Urgent", "state": "off"},
    ]
    groups = [{"caption": None, "columns": 1, "labels": "left", "rows": rows}]
    buttons = [{"text": "Cancel", "enabled": True, "default": False}]
    return made | words | {"groups": groups, "buttons": buttons, "toolbar": []}  # type: ignore[return-value]


@pytest.mark.parametrize("look", [look for look in LOOKS if is_here(look.toolkit)], ids="-".join)
def test_boxes_are_where_the_elements_are_seen(look: Look, tmp_path: Path) -> None:
    with stage(draw_icons(tmp_path)) as one:
        frame, truth = one.shoot(look, plan(look))
    told = {element["label"] or element["text"]: element for element in truth["elements"]}
    scene = ScreenReader().read(frame)
    texts = {text.text: text.box for text in scene.lines}
    field = Box(*told["Customer"]["box"])
    assert field.contains(texts["Nordwind"].center)
    assert Box(*told["Customer"]["label_box"]).contains(texts["Customer"].center)
    assert Box(*told["Cancel"]["box"]).contains(texts["Cancel"].center)
    assert any(
        min(field.overlap(one.box).area, 9**9) > 0.8 * field.union(one.box).area for one in scene.widgets
    )
    on, off = (frame.words[Box(*told[name]["box"]).slices] for name in ("Newsletter", "Urgent"))
    assert on.shape == off.shape
    assert not np.array_equal(on, off)
    assert Box(*told["Urgent"]["label_box"]).contains(texts["Urgent"].center)


def test_a_window_behind_is_told_of_where_it_is_seen(tmp_path: Path) -> None:
    front, back = Look("tk", "clam"), Look("tk", "alt")
    behind = cast("Plan", plan(back) | {"at": [430, 150]})
    with stage(draw_icons(tmp_path)) as one:
        _, truth = one.shoot(front, cast("Plan", plan(front) | {"at": [200, 90]}), (back, behind))
    told = {each["label"]: each for each in truth["elements"] if each.get("behind")}
    assert told["Customer"]["label_box"] is None  # the window in front lies over the label
    field = Box(*told["Customer"]["box"])
    assert not any(field.meets(Box(*each["box"])) for each in truth["elements"] if not each.get("behind"))
    assert truth["ignore"]


@pytest.mark.skipif(not is_here("web"), reason="needs Chromium")
def test_what_a_pages_open_menu_covers_is_not_told(tmp_path: Path) -> None:
    item = {"text": "Properties", "state": None, "enabled": True, "keys": None}
    items = [{**item, "text": text} for text in ("Properties", "Undo", "Paste", "Zoom in")]
    menus = [{"text": "Options", "items": [*items, {**item, "text": "Status bar", "state": "on"}]}]
    asked = {**plan(WEB), "menus": menus, "open_menu": 0}
    with stage(draw_icons(tmp_path)) as one:
        _, truth = one.shoot(WEB, asked)  # type: ignore[arg-type]
    entries = {told["text"]: told for told in truth["elements"] if told["kind"] == "menu-item"}
    assert {entry["text"] for entry in items} < set(entries)
    assert entries["Status bar"]["state"] == "on"
    boxes = [Box(*entries[text]["box"]) for text in ("Properties", "Status bar")]
    menu = boxes[0].union(boxes[1])
    others = [told for told in truth["elements"] if told["kind"] not in ("menu-item", "dialog")]
    assert others
    assert [told for told in others if Box(*told["box"]).overlap(menu).area] == []
