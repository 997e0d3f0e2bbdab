"""Routine of a click on what has no name: a picture of it, cut out when it was shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.models.reader.routines.menus import clicked
from agent.models.reader.routines.routine import seek
from agent.protocol.write import do
from tools.action import Click
from tools.relocate.picture import find_picture, open_picture

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import ClickImageStep
    from agent.protocol.write import Reply
    from tools.geometry import Box
    from tools.locate.look import Look


def click_image(step: ClickImageStep, look: Look) -> Routine:
    """Click the middle of the one place that looks as the picture does.

    Raises:
        StepFailed: there is no such place, or there are several; or the click may only have closed a menu.
    """
    path = Path(step.image)
    picture = open_picture(path)

    def find(look: Look) -> Box:
        return find_picture(picture, look.frame, path.name)

    def decide(look: Look) -> Reply:
        place = find(look).center
        thought = f"I see what is on the picture {path.name} at ({place.x}, {place.y})."
        click = Click(point=place, button=step.button, count=step.count)
        return do(click, thought, f'the picture "{path.name}"')

    _, look = yield from seek(find, look)
    return (yield from clicked(decide, path.name, find, look))
