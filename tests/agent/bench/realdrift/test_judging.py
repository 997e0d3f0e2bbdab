"""What a replay came to, by its recording: a verdict, what was saved, and who found its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.realdrift.judging import judged, saved_check
from agent.episode import Verdict
from agent.loop import Episode
from agent.model import Completion, RawReply
from agent.recording.reading import load_lines
from agent.recording.recorder import Recorder
from agent.usage import Usage
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, click, make_task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.model import Prompt

RIGHT, WRONG = [["Ada"]], [["Grace"]]
GIVES_UP = DONE.replace("success", "failure")


class Healed(FakeModel):
    """A model whose first reply a healer has found."""

    def complete(self, prompt: Prompt) -> Completion:
        made = super().complete(prompt)
        said = RawReply(role="heal", model="reader", text="there", usage=Usage())
        return Completion(made.text, replies=(said,))


def became(folder: Path, saved: object, last: str = DONE, *, healed: bool = False) -> tuple[str, object]:
    model = (Healed if healed else FakeModel)([click(100, 200), last])
    with Recorder(folder / "rec", model="fake", display="virtual") as recorder:
        Episode(
            make_task(),
            FakeDesktop(),
            model,
            judge=lambda _seen: (saved_check(saved, "a on b"),),
            watcher=recorder,
            approve=lambda _action, _seen: True,
        ).run()
        recorder.check()
    told = judged(load_lines(folder / "rec"), RIGHT)
    return told["outcome"], told["details"]["became"]


def test_a_replay_that_passed_with_all_saved_has_survived(tmp_path: Path) -> None:
    assert became(tmp_path, RIGHT) == ("passed", "survived")


def test_one_whose_target_was_found_by_a_healer_is_healed(tmp_path: Path) -> None:
    assert became(tmp_path, RIGHT, healed=True) == ("passed", "healed")


@pytest.mark.parametrize("healed", [False, True])
def test_one_that_passed_with_something_else_saved_is_silently_wrong(
    tmp_path: Path,
    healed: bool,  # noqa: FBT001 (a table)
) -> None:
    assert became(tmp_path, WRONG, healed=healed) == ("failed", "silently wrong")


def test_one_that_did_not_pass_has_stopped_whatever_is_saved(tmp_path: Path) -> None:
    assert became(tmp_path, RIGHT, GIVES_UP) == ("stopped", "stopped")


def test_every_verdict_of_a_run_has_its_outcome() -> None:
    assert {
        "passed",
        "failed",
        "gave_up",
        "stopped",
        "model_error",
        "environment_error",
        "interrupted",
    } == set(
        Verdict.__args__  # type: ignore[attr-defined]
    )
