"""What a step does, look by look: one file for each family of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from agent.models.reader.acts.choosing import choose, select, tick
from agent.models.reader.acts.clicking import click, drag, press_keys
from agent.models.reader.acts.typing import clear, type_anywhere, type_into
from agent.models.reader.acts.waiting import scroll, wait_for
from agent.models.reader.commands import (
    Choose,
    Clear,
    Click,
    Command,
    Drag,
    Press,
    Scroll,
    Select,
    Tick,
    Type,
    Wait,
)

if TYPE_CHECKING:
    from agent.models.reader.script import Act
    from tools.locate.look import Look


def act_of(command: Command, look: Look) -> Act:  # noqa: PLR0911, C901 (a table: one line a command)
    """The act that carries out a command, beginning at this look."""
    match command:
        case Click():
            return click(command, look)
        case Type(field=None):
            return type_anywhere(command.text, look)
        case Type():
            return type_into(command, look)
        case Clear():
            return clear(command.field, look)
        case Press():
            return press_keys(command, look)
        case Select():
            return select(command, look)
        case Tick():
            return tick(command, look)
        case Choose():
            return choose(command, look)
        case Scroll():
            return scroll(command, look)
        case Drag():
            return drag(command, look)
        case Wait():
            return wait_for(command, look)
    assert_never(command)
