"""`computer`: Inspect's standard tool, on the display of a run of ours.

Its name and its 11 parameters are those of Inspect's own tool, by which providers know that they may use the
computer use that their models were trained on. It needs no sandbox.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from anyio import to_thread
from inspect_ai.model import ContentImage, ContentText
from inspect_ai.tool import Tool, ToolError, ToolResult, tool

from agent.bench.inspect import sessions
from agent.bench.inspect.calls import CallError, read_call
from agent.bench.inspect.showing import carried_out

_SHOWN = 1
"""Tool results whose screenshots are played back to the model, as by Inspect's own tool."""
_REMOVED = "Screenshot removed to reduce size of input; the latest one shows the screen as it is."


def _played_back(index: int, total: int, content: Any, hints: Any) -> Any:
    """A tool result as the model is shown it: only the last ones have screenshots."""
    if isinstance(content, str) or total - index <= _SHOWN:
        return content
    if hints.get("disable_computer_screenshot_truncation", False):
        return content
    return [ContentText(text=_REMOVED) if isinstance(part, ContentImage) else part for part in content]


@tool(name="computer", model_input=_played_back, parallel=False)
def computer() -> Tool:
    """Inspect's standard `computer` tool, on the display of the current sample's run."""

    async def execute(
        action: str | None = None,
        coordinate: list[int] | None = None,
        duration: float | None = None,
        region: list[int] | None = None,
        scroll_amount: int | None = None,
        scroll_direction: str | None = None,
        start_coordinate: list[int] | None = None,
        text: str | None = None,
        repeat: int | None = None,
        press_enter: bool | None = None,  # noqa: FBT001  (Inspect's own)
        actions: list[dict[str, object]] | None = None,
    ) -> ToolResult:
        """Use a mouse and keyboard to interact with a computer's desktop.

        Each action answers with a screenshot, taken once the screen has come to rest. Coordinates are pixels
        of the screenshot.

        Args:
          action: key, type, mouse_move, left_click, left_click_drag, right_click, middle_click, double_click,
            triple_click, scroll, wait, screenshot, zoom or cursor_position.
          coordinate: [x, y] to move to, click, scroll or drag to; a click without it goes to the pointer.
          duration: Seconds that `wait` lets the program work, 60 at most.
          region: [x0, y0, x1, y1] that `zoom` shows.
          scroll_amount: Notches that `scroll` turns the wheel.
          scroll_direction: up, down, left or right.
          start_coordinate: [x, y] where `left_click_drag` begins.
          text: What `type` types, or the keys that `key` presses together, as in ctrl+s.
          repeat: How often `key` presses them, 1 to 100.
          press_enter: Whether `type` presses Enter behind the text.
          actions: Several actions, each an object with the arguments above, carried out in order.
        """
        one = {
            "action": action, "coordinate": coordinate, "duration": duration, "region": region,
            "scroll_amount": scroll_amount, "scroll_direction": scroll_direction,
            "start_coordinate": start_coordinate, "text": text, "repeat": repeat, "press_enter": press_enter,
        }  # fmt: skip
        session = sessions.current()
        if session is None:
            raise ToolError("computer: no desktop is open in this sample; the task's setup opens one")
        try:
            calls = [read_call(given) for given in (actions if actions is not None else [one])]
            return await to_thread.run_sync(partial(carried_out, session, calls), abandon_on_cancel=True)
        except CallError as wrong:
            raise ToolError(str(wrong)) from None

    return execute
