"""Replies: what is said at a step of a plan, as the product writes replies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from agent.protocol.grounding import to_grid, to_pixel
from agent.protocol.toolcall import TerminateCall, WaitCall
from agent.protocol.write import Reply, write_reply
from tools.action import Action, Click, Scroll, Type
from training.pocket.shape import SCREEN

if TYPE_CHECKING:
    from tools.geometry import Point

Kind = Literal["type", "select", "choose", "page", "tick", "final", "answer", "wait"]


@dataclass(frozen=True, slots=True)
class Planned:
    """A step of the plan."""

    kind: Kind
    label: str
    group: str = ""
    text: str = ""
    """What is typed or selected."""

    @property
    def name(self) -> str:
        """Of its target."""
        return f'"{self.label}" in "{self.group}"' if self.group else f'"{self.label}"'

    @property
    def sentence(self) -> str:
        """As a task file has it."""
        match self.kind:
            case "type":
                return f'Type "{self.text}" into {self.name}'
            case "select":
                return f'Select "{self.text}" in {self.name}'
            case "choose" | "page":
                return f"Choose {self.name}"
            case "tick":
                return f"Tick {self.name}"
            case "final" | "answer":
                return f"Click {self.name}"
            case "wait":
                return f'Wait until "{self.label}" appears'


def whole(point: Point) -> Point:
    """The pixel nearest to a point that whole numbers of the grid name, as the model writes them."""
    x, y = to_grid(point, SCREEN)
    return to_pixel((round(x), round(y)), SCREEN)


def click(thought: str, name: str, at: Point, times: Literal[1, 3] = 1) -> str:
    """A click on what has that name."""
    verb = "Triple-click" if times == 3 else "Click"
    return _said(thought, f"{verb} {name}.", Click(point=whole(at), count=times))


def typing(thought: str, text: str) -> str:
    """Typing into what has the focus."""
    return _said(thought, f'Type "{text}".', Type(text=text))


def scrolling(thought: str, at: Point, notches: int) -> str:
    """Turning the wheel over a point; a positive number is up."""
    way = "up" if notches > 0 else "down"
    return _said(thought, f"Scroll {way}.", Scroll(point=whole(at), vertical=notches))


def waiting(thought: str) -> str:
    """Waiting a second."""
    return write_reply(thought, "Wait.", WaitCall.model_construct(action="wait", time=1))


def done() -> str:
    """The end of a plan that was carried out."""
    end = TerminateCall(action="terminate", status="success")
    return write_reply("All steps are done.", "End the task.", end)


def missing(number: int, planned: Planned) -> str:
    """The end of a plan whose target is not there."""
    end = TerminateCall(action="terminate", status="failure")
    thought = f"Step {number}: {planned.sentence}: {planned.name} is not there."
    return write_reply(thought, "End the task.", end)


def _said(thought: str, sentence: str, action: Action) -> str:
    return Reply(thought, sentence, action).render(SCREEN)
