"""Makes the README's animation: `python docs/images/make_gif.py recordings/fill_form docs/images/run.gif`.

Each step is shown as the agent saw it, with a ring where it acts and a line that says what it does.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from agent.protocol.toolcall import action_line
from agent.recording.reading import Recording, load_recording
from tools.geometry import Box

SCALE = 0.8
MARGIN = 24
CAPTION = 40
INK, PAPER, RING = "#ffffff", "#1f2933", "#e4572e"
SECONDS = 1.1
COLOURS = 96


def main(folder: str, output: str) -> None:
    """Draw every step and join them."""
    recording = load_recording(Path(folder))
    part = _used(recording)
    first, *others = [_draw(recording, place, part) for place in range(len(recording.steps))]
    durations = [int(SECONDS * 1000)] * len(others) + [3000]
    first.save(output, save_all=True, append_images=others, duration=durations, loop=0, optimize=True)


def _used(recording: Recording) -> Box:
    """The part of the screen on which anything was ever shown, with a margin."""
    used: Box | None = None
    for frame in recording.frames.values():
        found = Image.fromarray(frame.rgb).getbbox()
        if found:
            box = Box(found[0], found[1], found[2] - found[0], found[3] - found[1])
            used = used.union(box) if used else box
    size = recording.header.size
    return (used or Box(0, 0, *size)).grow(MARGIN).clip(size)


def _draw(recording: Recording, place: int, part: Box) -> Image.Image:
    step = recording.steps[place]
    screen = Image.fromarray(recording.frames[step.frame].crop(part))
    width, height = (round(side * SCALE) for side in screen.size)
    picture = Image.new("RGB", (width, height + CAPTION), PAPER)
    picture.paste(screen.resize((width, height), Image.Resampling.LANCZOS))
    draw = ImageDraw.Draw(picture)
    if step.action and step.action.get("point"):
        x, y = ((at - edge) * SCALE for at, edge in zip(step.action["point"], part[:2], strict=True))
        draw.ellipse((x - 15, y - 15, x + 15, y + 15), outline=RING, width=4)
    text = f"{step.index}/{len(recording.steps)}   {action_line(step.reply) or step.outcome}"
    draw.text((14, height + 11), text, INK, ImageFont.load_default(size=15))
    return picture.quantize(COLOURS, dither=Image.Dither.NONE)


main(*sys.argv[1:])
