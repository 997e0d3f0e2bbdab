"""Whether a form has changed beside what a step entered."""

from __future__ import annotations

import pytest

from agent.models.reader.entries.entry import others_change
from tests.agent.models.reader.paper import PaperParser, Part, Program, entry, label
from tools.geometry import Box
from tools.locate.look import Look

PARSER = PaperParser()


def form(name: str = "Ada", *, express: bool = False, kind: str = "checkbox") -> Look:
    boxes = [
        Part(kind, Box(20, top, 14, 14), checked=on)  # type: ignore[arg-type]  # a widget's
        for top, on in ((80, express), (120, False))
    ]
    parts = [entry(100, 40, text=name), *boxes, label("Express", 40, 80), label("Gift", 40, 120)]
    return Look(PARSER.paint(Program(parts)), PARSER)


@pytest.mark.parametrize(
    ("later", "changes"), [(form(), False), (form("Bob"), True), (form(express=True), True)]
)
def test_another_text_or_state_is_a_change(*, later: Look, changes: bool) -> None:
    assert others_change(form(), later, []) is changes


def test_what_is_its_own_is_none() -> None:
    before = form()
    assert not others_change(before, form("Bob", express=True), before.scene.widgets[:2])


def test_a_radio_button_goes_with_its_group() -> None:
    before = form(kind="radio")
    assert not others_change(before, form(express=True, kind="radio"), before.scene.widgets[2:])
