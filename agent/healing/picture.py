"""A heal as a picture: the old target beside the new one, and what was proved."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from agent.models.grounded.crop import Crop

if TYPE_CHECKING:
    from pathlib import Path

    from agent.healing.proposal import Proposal
    from tools.geometry import Point
    from tools.observation import Frame

_SHOWN = 150
"""Pixels of the shorter side of what is shown of each frame."""
_ZOOM = 2
_EDGE, _LINE = 20, 22
_INK, _FAINT, _MARK, _PAPER = (28, 32, 38), (96, 104, 114), (214, 30, 40), (250, 250, 248)
_STATUS = {"proposed": (176, 112, 0), "accepted": (18, 128, 60), "rejected": (190, 30, 40)}
_RADIUS = 24
"""Pixels of the ring around the place."""


def draw(proposal: Proposal, old: Frame, new: Frame, path: Path) -> None:
    """Write the picture, a PNG."""
    pictures = [_crop(old, proposal.old_point), _crop(new, proposal.new_point)]
    width = sum(picture.width for picture in pictures) + 3 * _EDGE
    fonts = {size: ImageFont.load_default(size) for size in (15, 20)}
    lines = [part for line in _lines(proposal) for part in textwrap.wrap(line, width // 8) or [""]]
    top = 2 * _EDGE + 3 * _LINE
    height = top + max(picture.height for picture in pictures) + _EDGE + _LINE * len(lines) + _EDGE
    sheet = Image.new("RGB", (width, height), _PAPER)
    brush = ImageDraw.Draw(sheet)
    brush.text((_EDGE, _EDGE), f"Step {proposal.step}: {proposal.intent}", _INK, fonts[20])
    brush.text(
        (_EDGE, _EDGE + 28),
        f"{proposal.status}, found by {proposal.model}",
        _STATUS[proposal.status],
        fonts[15],
    )
    left = _EDGE
    for picture, said in zip(pictures, _captions(proposal), strict=True):
        brush.text((left, top - _LINE), said, _FAINT, fonts[15])
        sheet.paste(picture, (left, top))
        brush.rectangle((left - 1, top - 1, left + picture.width, top + picture.height), outline=_FAINT)
        left += picture.width + _EDGE
    below = top + max(picture.height for picture in pictures) + _EDGE
    for number, line in enumerate(lines):
        brush.text((_EDGE, below + _LINE * number), line, _INK, fonts[15])
    sheet.save(path)


def _captions(proposal: Proposal) -> tuple[str, str]:
    was, now = (f'"{label}"' if label else "no text" for label in (proposal.old_label, proposal.new_label))
    return f"recorded: {was}", f"now: {now}"


def _lines(proposal: Proposal) -> list[str]:
    return [f"+ {fact}" for fact in proposal.proof]


def _crop(frame: Frame, point: Point) -> Image.Image:
    """The surroundings of a point, enlarged, with a ring around it."""
    crop = Crop.around(point, _SHOWN, frame.size, _ZOOM)
    picture = Image.fromarray(crop.picture(frame).rgb)
    brush = ImageDraw.Draw(picture)
    x, y = crop.from_frame(point)
    brush.ellipse((x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS), outline=_MARK, width=3)
    return picture
