"""Pointing: the product's prompt that asks for a place, on what `--ground refine` cuts out of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from agent.model import Prompt, Turn
from agent.models.grounded.refine import Refine
from agent.protocol.grounding import call_for, to_grid, to_pixel
from agent.protocol.prompt import pointing_prompt
from agent.protocol.write import write_call
from tools.action import Click
from tools.crop import Crop
from tools.geometry import Point
from training.pocket import replies

if TYPE_CHECKING:
    from random import Random

    from numpy.typing import NDArray

    from tools.observation import Frame
    from training.pocket.episode import Look
    from training.pocket.samples.speller import Speller

_OFF = 60
"""Pixels by which the first answer may be wrong."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """A question for a place."""

    picture: Frame
    ids: NDArray[np.int32]
    """Rows of the table."""
    learned: NDArray[np.bool_]
    start: int
    """Where the picture's tokens begin."""


def pointing(look: Look, frame: Frame, chance: Random, speller: Speller) -> Pointing | None:
    """A question for the place of something on a frame; None where nothing has a name of its own."""
    labels = [mark.label for mark in look.marks]
    marks = [mark for mark in look.marks if labels.count(mark.label) == 1]
    if not marks:
        return None
    mark = chance.choice(marks)
    rules = Refine()
    near = Point(
        min(max(mark.at.x + chance.randint(-_OFF, _OFF), 0), frame.size.width - 1),
        min(max(mark.at.y + chance.randint(-_OFF, _OFF), 0), frame.size.height - 1),
    )
    crop = Crop.around(near, max(rules.size, min(frame.size) >> 1), frame.size, rules.zoom)
    picture = crop.picture(frame)
    x, y = to_grid(crop.from_frame(mark.at), picture.size)
    at = to_pixel((round(x), round(y)), picture.size)
    reply = write_call(call_for(Click(point=at), picture.size))
    words = f"Click {replies.Planned('choose', mark.label, '').name}."
    prompt = pointing_prompt(words, picture)
    whole = Prompt(prompt.system, (*prompt.turns, Turn("assistant", (reply,))))
    said = speller.written(reply, "point")
    rendered = speller.renderer.render(whole, {reply: said})
    last = len(rendered.ids) - rendered.ids[::-1].index(speller.profile.tokens.end)
    stop = rendered.ids[:last].index(speller.profile.tokens.end, rendered.starts[0])
    begin = stop + len(speller.ids("\n<|im_start|>assistant\n")) + 1
    learned = np.zeros(begin + len(said) + 1, np.bool_)
    learned[begin:] = speller.known(rendered.ids[begin : len(learned)])
    return Pointing(picture, speller.rows(rendered.ids[: len(learned)]), learned, rendered.starts[0])
