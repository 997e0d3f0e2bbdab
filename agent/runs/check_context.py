"""Check context of a run, made when its episode ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.checks import CheckContext
from agent.model import Prompt, Turn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.model import Model
    from tools.desktop import Desktop
    from tools.host.display import Display
    from tools.observation import Frame, Observation
    from tools.see.parser import ScreenParser


def check_context(
    seen: Observation,
    desktop: Desktop,
    display: Display,
    environ: Mapping[str, str],
    parser: ScreenParser,
    model: Model,
    workdir: Path,
    pictures: Path | None = None,
) -> CheckContext:
    """The world at the end of an episode.

    Args:
        seen: the last observation.
        desktop: shows the screen as it is by then.
        display: where the windows are.
        environ: the environment of the programs that checks start.
        parser: reads frames.
        model: the run's; asked for its opinion if it sees.
        workdir: the run's folder, absolute.
        pictures: where those of what checks compared are written.
    """
    return CheckContext(
        frame=seen.frame,
        refresh=lambda: desktop.observe().frame,
        read=lambda frame: parser.read(frame).lines,
        titles=display.window_titles,
        ask=(lambda question: _ask(model, question, seen.frame)) if model.sees else None,
        workdir=workdir,
        environ=environ,
        pictures=pictures,
    )


def _ask(model: Model, question: str, frame: Frame) -> str:
    """A model's reply to a question about a frame, apart from the episode's conversation."""
    turn = Turn("user", (f"{question}\n", frame))
    system = "You look at a screenshot and answer a question about it."
    return model.complete(Prompt(system, (turn,), wanted="words")).text
