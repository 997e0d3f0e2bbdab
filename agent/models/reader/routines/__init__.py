"""Routines: what a step does, look by look; one file for each family of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from agent.models.reader.routines.choosing import choose, tick
from agent.models.reader.routines.clicking import click, drag, hover, press_keys
from agent.models.reader.routines.iconic import icon
from agent.models.reader.routines.picturing import click_image
from agent.models.reader.routines.scrolling import scroll
from agent.models.reader.routines.selecting import select
from agent.models.reader.routines.tree import fold
from agent.models.reader.routines.typing import clear, type_anywhere, type_into
from agent.models.reader.routines.waiting import wait_for
from agent.models.reader.steps import (
    ActingStep,
    ChooseStep,
    ClearStep,
    ClickIconStep,
    ClickImageStep,
    ClickStep,
    DragStep,
    FoldStep,
    HoverIconStep,
    HoverStep,
    PressStep,
    ScrollStep,
    SelectStep,
    TickStep,
    TypeStep,
    WaitStep,
)

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from tools.locate.look import Look


def routine_for(  # noqa: PLR0911, PLR0912, C901 (a table: one line a step)
    step: ActingStep, look: Look, *, stays: bool = False
) -> Routine:
    """The routine that carries out a step, beginning at this look; `stays` as `type_into` has it."""
    match step:
        case ClickStep():
            return click(step, look)
        case ClickImageStep():
            return click_image(step, look)
        case ClickIconStep() | HoverIconStep():
            return icon(step, look)
        case TypeStep(field=None):
            return type_anywhere(step.text, look)
        case TypeStep():
            return type_into(step, look, stays=stays)
        case ClearStep():
            return clear(step.field, look, stays=stays)
        case PressStep():
            return press_keys(step, look)
        case SelectStep():
            return select(step, look)
        case TickStep():
            return tick(step, look)
        case ChooseStep():
            return choose(step, look)
        case FoldStep():
            return fold(step, look)
        case ScrollStep():
            return scroll(step, look)
        case DragStep():
            return drag(step, look)
        case HoverStep():
            return hover(step, look)
        case WaitStep():
            return wait_for(step, look)
    assert_never(step)
