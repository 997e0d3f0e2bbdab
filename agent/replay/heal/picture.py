"""Picture of a heal: the old target beside the new one, and what was proved."""

from __future__ import annotations

import textwrap
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from tools.crop import Crop

if TYPE_CHECKING:
    from pathlib import Path

    from agent.replay.heal.proposal import Proposal
    from tools.geometry import Point
    from tools.observation import Frame

    Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

_SHOWN = 160
"""Pixels of the shorter side of what is shown of each frame."""
_ZOOM = 2
_EDGE, _LINE = 20, 23
_TITLE, _TEXT = 19, 14
"""Pixels of the letters."""
_COLUMNS = 120
"""Letters in a line of the proof, at most."""
_INK, _FAINT, _MARK, _PAPER = (28, 32, 38), (96, 104, 114), (214, 30, 40), (250, 250, 248)
_STATUS = {"proposed": (176, 112, 0), "accepted": (18, 128, 60), "rejected": (190, 30, 40)}
_RADIUS = 26
"""Pixels of the ring around the place."""
_FONT = "DejaVuSans.ttf"
"""Knows more letters than the one that comes with Pillow, which is taken where it is missing."""


def draw(proposal: Proposal, old: Frame, new: Frame, path: Path) -> None:
    """Write the picture, a PNG."""
    crops = [_crop(old, proposal.old_point), _crop(new, proposal.new_point)]
    proof = [part for fact in proposal.proof for part in _wrapped(fact)]
    top = 2 * _EDGE + 3 * _LINE
    below = top + max(crop.height for crop in crops) + _EDGE
    width = sum(crop.width for crop in crops) + 3 * _EDGE
    sheet = Image.new("RGB", (width, below + _LINE * len(proof) + _EDGE), _PAPER)
    brush = ImageDraw.Draw(sheet)
    _write(brush, (_EDGE, _EDGE), f"Step {proposal.step}: {proposal.intent}", width - 2 * _EDGE, _INK, _TITLE)
    found = f"{proposal.status}, found by {proposal.model}, {proposal.made}"
    _write(brush, (_EDGE, _EDGE + 28), found, width - 2 * _EDGE, _STATUS[proposal.status])
    left = _EDGE
    for crop, said in zip(crops, _captions(proposal), strict=True):
        _write(brush, (left, top - _LINE), said, crop.width, _FAINT)
        sheet.paste(crop, (left, top))
        brush.rectangle((left - 1, top - 1, left + crop.width, top + crop.height), outline=_FAINT)
        left += crop.width + _EDGE
    for number, line in enumerate(proof):
        _write(brush, (_EDGE, below + _LINE * number), line, width - 2 * _EDGE, _INK)
    sheet.save(path, "PNG")


def _captions(proposal: Proposal) -> tuple[str, str]:
    was, now = (f'"{label}"' if label else "no text" for label in (proposal.old_label, proposal.new_label))
    return f"recorded: {was}", f"now: {now}"


def _wrapped(fact: str) -> list[str]:
    return textwrap.wrap(fact, _COLUMNS, initial_indent="+ ", subsequent_indent="   ")


def _write(
    brush: ImageDraw.ImageDraw,
    place: tuple[int, int],
    text: str,
    room: int,
    colour: tuple[int, int, int],
    size: int = _TEXT,
) -> None:
    """One line of foreign text, cut to its room, in pixels."""
    font = _font(size)
    line = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text)
    while line and brush.textlength(line, font) > room:
        line = f"{line[: min(len(line) - 2, _COLUMNS * 2)]}…" if len(line) > 2 else ""  # noqa: PLR2004
    brush.text(place, line, colour, font)


@cache
def _font(size: int) -> Font:
    try:
        return ImageFont.truetype(_FONT, size)
    except OSError:
        return ImageFont.load_default(size)


def _crop(frame: Frame, point: Point) -> Image.Image:
    """The surroundings of a point, enlarged, with a ring around it."""
    crop = Crop.around(point, _SHOWN, frame.size, _ZOOM)
    picture = Image.fromarray(crop.picture(frame).rgb)
    brush = ImageDraw.Draw(picture)
    x, y = crop.from_frame(point)
    brush.ellipse((x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS), outline=_MARK, width=3)
    return picture
