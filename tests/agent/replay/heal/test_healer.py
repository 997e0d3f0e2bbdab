"""What a healer believes of what a model points at, on recorded screens that were painted over."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from agent.models.reader.model import ReaderModel
from agent.recording.reading import load_recording
from agent.replay.heal.healer import Healer
from agent.replay.heal.proposal import NotHealed, Pointed
from tests.agent.fakes import FAILED, FakeModel
from tools.geometry import Box, Point
from tools.observation import Frame
from tools.see.ocr import shared_reader

FORM = Path(__file__).parents[4] / "recordings" / "fill_form"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
SAVE, CLEAR = Point(856, 630), Point(717, 630)
BUTTON = Box(790, 617, 132, 26)
INTENT = 'Click "Save customer".'


@cache
def form() -> Frame:
    """The screen on which "Save customer" was clicked."""
    recording = load_recording(FORM)
    return recording.frames[recording.steps[27].frame]


def painted(text: str, box: Box = BUTTON, ink: tuple[int, int, int] = (0, 0, 0)) -> Frame:
    """The form with another text in a box."""
    picture = Image.fromarray(form().rgb)
    brush = ImageDraw.Draw(picture)
    ground = picture.getpixel((box.left + 2, box.top + 2))
    brush.rectangle((box.left, box.top, box.right - 1, box.bottom - 1), fill=ground)
    brush.text(box.center, text, ink, ImageFont.truetype(FONT, 14), anchor="mm")
    return Frame.from_rgb(np.asarray(picture))


def said(caption: str, point: Point = SAVE) -> str:
    """A model's reply that clicks a pixel of the form."""
    x, y = round(point.x * 1000 / 1280), round(point.y * 1000 / 800)
    body = f'{{"name": "computer_use", "arguments": {{"action": "left_click", "coordinate": [{x}, {y}]}}}}'
    return f'Action: Click "{caption}".\n<tool_call>\n{body}\n</tool_call>'


def heal(reply: str, new: Frame) -> Pointed | NotHealed:
    return Healer(FakeModel([reply]), shared_reader()).point(form(), SAVE, INTENT, new)


def test_a_new_caption_is_believed_when_the_model_names_it() -> None:
    found = heal(said("Store the record"), painted("Store the record"))
    assert isinstance(found, Pointed)
    assert (found.old_label, found.label) == ("Save customer", "Store the record")
    assert BUTTON.contains(found.point)
    assert '"Save customer" is nowhere on the screen' in found.proof
    assert found.words == said("Store the record")


def test_the_model_is_shown_the_old_target_and_the_new_screen() -> None:
    model = FakeModel([said("Store the record")])
    new = painted("Store the record")
    Healer(model, shared_reader()).point(form(), SAVE, INTENT, new)
    [prompt] = model.prompts
    assert prompt.frame is new
    assert sum(isinstance(part, Frame) for part in prompt.turns[-1].parts) == 2
    assert INTENT in str(prompt.turns[-1].parts[-1])


@pytest.mark.parametrize(
    ("caption", "spoken", "why"),
    [
        ("Store the record", "the button", "speaks of something else"),
        ("Delete customer", "Delete customer", "takes something back"),
        ("Addresses", "Addresses", "stands 2 times"),
        ("Clear form", "Clear form", "stands 2 times"),
    ],
)
def test_what_speaks_against_it(caption: str, spoken: str, why: str) -> None:
    found = heal(said(spoken), painted(caption))
    assert isinstance(found, NotHealed)
    assert why in found.why
    assert found.words == said(spoken)


def test_another_button_is_not_the_one_while_it_is_in_sight() -> None:
    found = heal(said("Clear form", CLEAR), form())
    assert isinstance(found, NotHealed)
    assert '"Save customer" is on the screen' in found.why


def test_a_greyed_out_button_is_not_clicked() -> None:
    found = heal(said("Save customer"), painted("Save customer", ink=(163, 163, 163)))
    assert isinstance(found, NotHealed)
    assert "greyed out" in found.why


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "It is gone.",
        FAILED,
        "<tool_call>{",
        said("x", Point(5000, 10)),
        said("Save customer", Point(100, 100)),
    ],
)
def test_a_reply_that_points_at_nothing_is_refused(reply: str) -> None:
    assert isinstance(heal(reply, painted("Store the record")), NotHealed)


def test_the_reader_goes_by_what_stands_around() -> None:
    healer = Healer(ReaderModel(shared_reader()), shared_reader())
    found = healer.point(form(), SAVE, INTENT, painted("Save it"))
    assert isinstance(found, Pointed)
    assert found.label == "Save it"
    assert isinstance(healer.point(form(), SAVE, INTENT, painted("", BUTTON)), NotHealed)
