"""Inspect's `eval` of a task of ours with its mock model, which sees the screen by our eye; prints what came.

A process of its own: Inspect takes over logging, and libraries of its warn.
"""

from __future__ import annotations

import base64
import json
import sys
from io import BytesIO

import numpy as np
from inspect_ai import eval as evaluate
from inspect_ai.log import read_eval_log
from inspect_ai.model import ChatMessage, ContentImage, ModelOutput, ModelUsage, get_model
from PIL import Image

from agent.bench.inspect.registry import desktop
from tools.locate.find import find
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.ocr import ScreenReader

KEYS = "4738+2659="


class Sum:
    """A model that presses the keys that it sees, again where it was not done, and then looks closely."""

    def __init__(self) -> None:
        self.done = -1
        """Of screenshot, keys, zoom and the last word: how many."""
        self.reader = ScreenReader()

    def __call__(self, messages: list[ChatMessage], *_: object) -> ModelOutput:
        self.done += not any("Not done" in message.text for message in messages[-2:])
        output = self.output(messages)
        output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)  # else a table is fetched
        return output

    def output(self, messages: list[ChatMessage]) -> ModelOutput:
        if self.done == 0:
            return call(action="screenshot")
        if self.done > len(KEYS) + 1:
            return ModelOutput.from_content("mockllm/model", "The sum is 7397.")
        if self.done > len(KEYS):
            return call(action="zoom", region=[500, 200, 860, 320])
        spot = find(self.reader.read(seen(messages)), Locator(KEYS[self.done - 1]))
        at = [*spot.box.center]
        if self.done == len(KEYS):
            return call(actions=[{"action": "mouse_move", "coordinate": at}, {"action": "left_click"}])
        return call(action="left_click", coordinate=at)


def call(**arguments: object) -> ModelOutput:
    return ModelOutput.for_tool_call("mockllm/model", "computer", arguments)


def pictures(messages: list[ChatMessage]) -> list[str]:
    several = [message.content for message in messages if not isinstance(message.content, str)]
    parts = [part for content in several for part in content]
    return [part.image for part in parts if isinstance(part, ContentImage)]


def seen(messages: list[ChatMessage]) -> Frame:
    data = base64.b64decode(pictures(messages)[-1].partition(",")[2])
    with Image.open(BytesIO(data)) as picture:
        return Frame.from_rgb(np.asarray(picture.convert("RGB")))


def main(file: str, logs: str) -> None:
    model = get_model("mockllm/model", custom_outputs=Sum())
    [log] = evaluate(desktop(file=file), model=model, log_dir=logs, display="none", fail_on_error=False)
    [sample] = read_eval_log(log.location, resolve_attachments=True).samples
    score = sample.scores["checks"].model_dump() if sample.scores else None
    events = [event.function for event in sample.events if event.event == "tool"]
    told = {
        "score": score, "error": sample.error and sample.error.message, "tools": events,
        "pictures": len(pictures(sample.messages)),
        "size": list(seen(sample.messages).size) if events else [],
    }  # fmt: skip
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
