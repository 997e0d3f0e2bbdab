"""Actions that a desktop can be asked to do, in frame pixels.

Covers every action of the published `computer_use` protocol that touches a desktop; `answer` and
`terminate` end an episode and never reach one.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from tools.geometry import Point

Button = Literal["left", "middle", "right"]
MOST_TIMES = 1000
"""So often one action presses a key at most."""
MOST_NOTCHES = 100
"""So far one action turns the wheel at most."""


class _Action(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Key(_Action):
    """Press the keys in order, release them in reverse order, and that so often. Names: `tools.keys`."""

    kind: Literal["key"] = "key"
    keys: tuple[str, ...] = Field(min_length=1)
    times: int = Field(default=1, ge=1, le=MOST_TIMES)

    @model_serializer(mode="wrap")
    def _without_once(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Its fields; `times` is not written where it says nothing, as before there was one."""
        return {name: value for name, value in serialize(self).items() if (name, value) != ("times", 1)}


class Type(_Action):
    r"""Type text exactly. `\n` is Enter, `\t` is Tab; `${secret.NAME}` is filled in at the keyboard."""

    kind: Literal["type"] = "type"
    text: str


class Move(_Action):
    """Move the pointer."""

    kind: Literal["move"] = "move"
    point: Point


class Click(_Action):
    """Click at a point, `count` times in quick succession."""

    kind: Literal["click"] = "click"
    point: Point
    button: Button = "left"
    count: Literal[1, 2, 3] = 1


class Drag(_Action):
    """Drag with the left button from where the pointer is to a point."""

    kind: Literal["drag"] = "drag"
    point: Point


class Scroll(_Action):
    """Turn the wheel at a point, or where the pointer is. Positive: up, right. In wheel notches."""

    kind: Literal["scroll"] = "scroll"
    point: Point | None = None
    vertical: int = Field(default=0, ge=-MOST_NOTCHES, le=MOST_NOTCHES)
    horizontal: int = Field(default=0, ge=-MOST_NOTCHES, le=MOST_NOTCHES)


class Wait(_Action):
    """Let the program work: go on when the screen changes and settles, after `seconds` at the latest."""

    kind: Literal["wait"] = "wait"
    seconds: float = Field(ge=0, le=60)


Action = Annotated[Key | Type | Move | Click | Drag | Scroll | Wait, Field(discriminator="kind")]


def point_of(action: Action) -> Point | None:
    """Where the action happens, if it has a place."""
    return getattr(action, "point", None)
