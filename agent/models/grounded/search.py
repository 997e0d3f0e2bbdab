"""Search for one point on one frame: what is looked for, who is asked, and the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.errors import MalformedCall, ModelFault
from agent.model import RawReply
from agent.protocol.grounding import to_grid, to_pixel
from agent.protocol.prompt import pointing_prompt
from agent.protocol.toolcall import PointerCall, parse_tool_call
from agent.usage import Usage

if TYPE_CHECKING:
    from agent.model import Completion, Model
    from tools.crop import Crop
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.parser import ScreenParser

_LONGEST = 500
"""Characters of the planner's words in the grounder's prompt."""


@dataclass(slots=True)
class Search:
    """Search for one point."""

    frame: Frame
    words: str
    """The planner's words about it; "" without any."""
    pointer: Model
    """Model that is asked for the point."""
    parser: ScreenParser
    """Reads the frame."""
    replies: list[RawReply] = field(default_factory=list)
    """Replies so far, in order."""

    @property
    def usage(self) -> Usage:
        """Usage of all replies so far."""
        return sum((reply.usage for reply in self.replies), Usage())

    def ask(self, role: str, crop: Crop, near: Point) -> Point | None:
        """The model's answer on a crop, in frame pixels; None when its reply has no point.

        Args:
            role: the name under which the reply is recorded.
            crop: the picture that the model is shown.
            near: the best answer so far, inside the crop, in frame pixels.

        Raises:
            ModelFault: it can't be asked; with the usage of all replies so far.
        """
        prompt = pointing_prompt(self._instruction(crop, near), crop.picture(self.frame))
        try:
            completion = self.pointer.complete(prompt)
        except ModelFault as fault:
            raise ModelFault(str(fault), self.usage + (fault.usage or Usage())) from fault
        found: Point | None = None
        try:
            found = crop.to_frame(pointed(completion.text, prompt.frame))
            note = f"{crop}: {found.x},{found.y}"
        except MalformedCall as slip:
            note = f"{crop}: {slip}"
        self.keep(role, self.pointer, completion, note)
        return found

    def keep(self, role: str, model: Model, completion: Completion, note: str) -> None:
        """Record a model's reply."""
        self.replies.append(
            RawReply(role=role, model=model.name, text=completion.text, usage=completion.usage, note=note)
        )

    def remark(self, note: str) -> None:
        """Add a note to the last reply: what several replies were reduced to."""
        last = self.replies.pop()
        self.replies.append(last.model_copy(update={"note": f"{last.note}; {note}"}))

    def _instruction(self, crop: Crop, near: Point) -> str:
        """The planner's words; without any, all there is to say is where it clicked."""
        if self.words:
            return self.words[:_LONGEST]
        x, y = (round(part) for part in to_grid(crop.from_frame(near), crop.size))
        return f"Click the middle of the element at [{x}, {y}]."


def pointed(reply: str, picture: Frame) -> Point:
    """Pixel of a picture that a reply clicks.

    Raises:
        MalformedCall: it clicks none.
    """
    call = parse_tool_call(reply)
    if not isinstance(call, PointerCall):
        raise MalformedCall(f"The reply does not point: it is a {call.action}.")
    return to_pixel(call.coordinate, picture.size)
