"""Messages of the chat API from a prompt; a picture is encoded the same way every time."""

from __future__ import annotations

import base64
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Literal

from agent.protocol.harmless import harmless
from agent.protocol.system import system_in
from tools.picture import png

if TYPE_CHECKING:
    from agent.model import Prompt
    from tools.observation import Frame

_KEPT = 16
"""Pictures: all that a prompt shows, and some second looks."""


class Pictures:
    """Frames as data URLs, encoded once and kept while they may be sent again.

    A server's prefix cache knows a picture by its bytes (vLLM by their hash), so unchanged turns must be sent
    byte for byte as before.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, str] = OrderedDict()

    def url(self, frame: Frame) -> str:
        """The frame as a lossless PNG in a `data:` URL."""
        known = self._kept.get(frame.digest)
        if known is None:
            known = f"data:image/png;base64,{base64.b64encode(png(frame)).decode()}"
            self._kept[frame.digest] = known
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(frame.digest)
        return known


def messages(
    prompt: Prompt, pictures: Pictures, calls: Literal["json", "xml"] = "json"
) -> list[dict[str, Any]]:
    """The prompt's system text and turns, in order.

    Args:
        prompt: what the model is shown.
        pictures: those that were sent before.
        calls: the form in which the model writes its calls.
    """
    system = harmless(system_in(calls, prompt.system))
    written: list[dict[str, Any]] = [{"role": "system", "content": system}]
    for turn in prompt.turns:
        parts = [
            {"type": "text", "text": harmless(part)}
            if isinstance(part, str)
            else {"type": "image_url", "image_url": {"url": pictures.url(part)}}
            for part in turn.parts
        ]
        # The Thinking template looks for </think> in a string only.
        content = parts if turn.role == "user" else "".join(str(part["text"]) for part in parts)
        written.append({"role": turn.role, "content": content})
    return written
