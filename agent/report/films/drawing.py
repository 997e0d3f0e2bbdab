"""Drawing on a picture of the screen: the pointer, a click, and a line that says what is done."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from agent.printing.escapes import visible

if TYPE_CHECKING:
    from tools.geometry import Point, Size

    Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

CAPTION = 40
"""Pixels of the line below the screen."""
_INK, _PAPER, _FAINT, _MARK = (245, 246, 248), (27, 31, 36), (150, 158, 168), (232, 60, 50)
_STROKES = {"passed": (70, 190, 110), "": _FAINT}
_POINTER = ((0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (13, 12))
"""The outline of an arrow, in pixels from its tip."""
_RADIUS = 18
_LONGEST = 300
"""Characters of a foreign text that are looked at for one line."""
_FONT = "DejaVuSans.ttf"


def canvas(screen: Image.Image, size: Size) -> Image.Image:
    """The screen on a picture of that size with room for a line below; one of another size is made to fit."""
    sheet = Image.new("RGB", (size.width, size.height + CAPTION), _PAPER)
    if screen.size != size:
        share = min(size.width / screen.width, size.height / screen.height)
        screen = screen.resize((max(1, int(screen.width * share)), max(1, int(screen.height * share))))
    sheet.paste(screen)
    return sheet


def point_at(sheet: Image.Image, point: Point) -> None:
    """Draw the pointer with its tip at a point."""
    outline = [(point.x + x, point.y + y) for x, y in _POINTER]
    ImageDraw.Draw(sheet).polygon(outline, fill=(20, 20, 20), outline=(255, 255, 255), width=1)


def ring(sheet: Image.Image, point: Point, radius: int = _RADIUS) -> None:
    """Draw a ring around a point."""
    x, y = point
    brush = ImageDraw.Draw(sheet)
    brush.ellipse((x - radius - 2, y - radius - 2, x + radius + 2, y + radius + 2), outline="white", width=2)
    brush.ellipse((x - radius, y - radius, x + radius, y + radius), outline=_MARK, width=3)


def caption(sheet: Image.Image, number: str, text: str, colour: str = "") -> None:
    """Write a line below the screen: a step's number, and foreign text cut to its room."""
    brush, top = ImageDraw.Draw(sheet), sheet.height - CAPTION
    font = _font(15)
    brush.rectangle((0, top, sheet.width, sheet.height), fill=_PAPER)
    brush.text((14, top + 11), number, _STROKES.get(colour, _MARK), font)
    left = 28 + int(brush.textlength(number, font))
    brush.text((left, top + 11), _fitting(brush, text, sheet.width - left - 14, font), _INK, font)


def _fitting(brush: ImageDraw.ImageDraw, text: str, room: int, font: Font) -> str:
    """Foreign text as one line, cut to its room in pixels."""
    line = visible(" ".join(text[:_LONGEST].split()))
    if brush.textlength(line, font) <= room:
        return line
    while line and brush.textlength(f"{line}…", font) > room:
        line = line[:-1]
    return f"{line}…"


@cache
def _font(size: int) -> Font:
    try:
        return ImageFont.truetype(_FONT, size)
    except OSError:
        return ImageFont.load_default(size)
