"""Redaction of secrets that can be read on a screen, wherever a program shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """The lines on a screen that can be read as holding a secret, in frame pixels."""
    values = [folded(value) for value in secrets.values() if len(value) >= TELLING]
    return [
        line.box.grow(_ROUND) for line in scene.lines if any(value in folded(line.text) for value in values)
    ]


def censor(secrets: Mapping[str, str], parser: ScreenParser) -> Callable[[Frame], list[Box]] | None:
    """What `tools.host.live` asks of each frame; None without secrets, where nothing need be read."""
    return (lambda frame: read_on(parser.read(frame), secrets)) if secrets else None
