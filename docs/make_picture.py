"""Makes the README's animation: `python docs/make_picture.py recordings/fill_form docs/run.gif`.

Each step is shown as the agent saw it, with a ring where it acts and a line that says what it does.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from agent.recording.reading import Recording, load_recording
from agent.toolcall import action_line

SCALE = 0.625
CAPTION = 40
INK, PAPER, RING = "#ffffff", "#1f2933", "#e4572e"
SECONDS = 1.1


def main(folder: str, output: str) -> None:
    """Draw every step and join them."""
    recording = load_recording(Path(folder))
    pictures = [_draw(recording, place) for place in range(len(recording.steps))]
    durations = [int(SECONDS * 1000)] * (len(pictures) - 1) + [3000]
    pictures[0].save(
        output, save_all=True, append_images=pictures[1:], duration=durations, loop=0, optimize=True
    )


def _draw(recording: Recording, place: int) -> Image.Image:
    step = recording.steps[place]
    screen = Image.fromarray(recording.frames[step.frame].rgb)
    width, height = (round(side * SCALE) for side in screen.size)
    picture = Image.new("RGB", (width, height + CAPTION), PAPER)
    picture.paste(screen.resize((width, height), Image.Resampling.LANCZOS))
    draw = ImageDraw.Draw(picture)
    if step.action and "point" in step.action and step.action["point"]:
        x, y = (part * SCALE for part in step.action["point"])
        for radius in (11, 12, 13):
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=RING)
    font = ImageFont.load_default(size=15)
    text = f"{step.index}/{len(recording.steps)}   {action_line(step.reply) or step.outcome}"
    draw.text((14, height + 11), text, INK, font)
    return picture.quantize(64, dither=Image.Dither.NONE)


main(*sys.argv[1:])
