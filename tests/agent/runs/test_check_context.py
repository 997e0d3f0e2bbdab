"""What the checks of a run may look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.runs.check_context import check_context
from tests.agent.fakes import FakeDesktop, FakeModel
from tests.tools.scenes import FakeParser, line, scene

if TYPE_CHECKING:
    from agent.checks import CheckContext


class FakeDisplay:
    """A display with one window."""

    name = ":7"

    def window_titles(self) -> tuple[str, ...]:
        return ("Form",)


def context(model: FakeModel, desktop: FakeDesktop) -> CheckContext:
    parser = FakeParser(anywhere=scene(line("Saved", 20, 20)))
    seen, display = desktop.observe(), FakeDisplay()
    return check_context(seen, desktop, display, {"DISPLAY": ":7"}, parser, model, Path("/w"))  # type: ignore[arg-type]


def test_the_screen_is_the_last_one_seen_and_can_be_looked_at_again() -> None:
    desktop = FakeDesktop()
    found = context(FakeModel([]), desktop)
    assert desktop.looks == 1
    assert found.refresh().digest != found.frame.digest
    assert desktop.looks == 2
    assert [one.text for one in found.read(found.frame)] == ["Saved"]


def test_windows_folder_and_environment_are_the_runs() -> None:
    found = context(FakeModel([]), FakeDesktop())
    assert (found.titles(), found.workdir, found.environ["DISPLAY"]) == (("Form",), Path("/w"), ":7")


def test_a_model_that_sees_is_asked_about_the_last_frame_in_words() -> None:
    model = FakeModel(["Yes."])
    found = context(model, FakeDesktop())
    assert found.ask is not None
    assert found.ask("Is it saved?") == "Yes."
    (prompt,) = model.prompts
    assert prompt.wanted == "words"
    assert prompt.frame is found.frame
    assert "Is it saved?\n" in prompt.turns[0].parts


def test_one_that_does_not_see_can_not_be_asked() -> None:
    assert context(FakeModel([], sees=False), FakeDesktop()).ask is None
