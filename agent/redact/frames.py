"""Redaction of secrets that can be read on a screen, wherever a program shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.redact.reading import alone, together
from agent.redact.search import found_in
from agent.redact.texts import LONG
from tools.ocrtext.alike import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene

TELLING = 3
"""Characters; a shorter secret stands in other words by chance."""
_ROUND = 2
"""Pixels around a line: the ends of its letters."""


def read_on(scene: Scene, secrets: Mapping[str, str]) -> list[Box]:
    """Areas of a screen on which a secret can be read, in frame pixels: in a line, wrapped, or spelled."""
    values = [folded(value) for value in secrets.values()]
    kinds = ((alone(scene.lines), TELLING), (together(scene.lines), LONG))
    found = [
        box
        for orders, least in kinds
        for order in orders
        for value in values
        if len(value) >= least
        for box in found_in(order, value)
    ]
    return [box.grow(_ROUND) for box in dict.fromkeys(found)]


def censor(secrets: Mapping[str, str], parser: ScreenParser) -> Callable[[Frame], list[Box]] | None:
    """What `tools.host.live` asks of each frame; None without secrets, where nothing need be read."""
    return (lambda frame: read_on(parser.read(frame), secrets)) if secrets else None
