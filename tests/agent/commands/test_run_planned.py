"""`agent run`: which runs there are to do, and when it stops doing them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.commands import run
from agent.commands.options.run import RunCommand
from agent.commands.options.shared import Output
from agent.errors import BadInput
from agent.runs.options import RunOptions
from agent.runs.report.terminal import Progress
from agent.runs.run import run_one
from tests.agent.results import Printed, result

if TYPE_CHECKING:
    from pathlib import Path

    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result

TASK = """\
instruction: Press ${key}.
vars: {key: Tab}
steps:
  - Press ${key}
cases: [{key: Tab}, {key: Enter}]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "t.yaml").write_text(TASK)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


def command(
    record: Path | None = None, mode: str | None = None, repeat: int = 1, selected: str | None = None
) -> RunCommand:
    return RunCommand(("t.yaml",), {}, RunOptions(), record, mode, repeat, 1, 0, selected, Output())  # type: ignore[arg-type]


def test_every_case_is_a_run_as_often_as_asked_for() -> None:
    planned, does = run._planned(command(repeat=2))
    assert [one.label.partition("#")[2] for one in planned] == ["1", "2", "1", "2"]
    assert does is run_one


def test_only_what_is_selected_is_done() -> None:
    planned, _ = run._planned(command(selected="Enter or nothing"))
    assert [one.label for one in planned] == ["t[Enter]"]
    with pytest.raises(
        BadInput, match=r'-k "Space": none of the 2 runs matches; there are: t\[Tab\], t\[Enter\]'
    ):
        run._planned(command(selected="Space"))


def test_tags_and_marks_select_as_names_do(folder: Path) -> None:
    (folder / "t.yaml").write_text(TASK + "tags: [smoke, crm-2]\nmarks: [slow]\n")
    for selected in ("smoke", "crm and not fast", "SLOW and enter or slow and tab"):
        assert len(run._planned(command(selected=selected))[0]) == 2, selected
    with pytest.raises(BadInput, match=r"there are: .*tag crm-2, tag slow, tag smoke"):
        run._planned(command(selected="not smoke"))


def test_a_bad_task_leaves_no_old_junit_file(folder: Path) -> None:
    (folder / "j.xml").write_text("<testsuites/>")
    (folder / "t.yaml").write_text("instructoin: x\n")
    with pytest.raises(BadInput, match="instructoin"):
        run.main(replace(command(), output=Output(junit=folder / "j.xml")))
    assert not (folder / "j.xml").exists()


def test_a_mode_that_needs_recordings_is_refused_without(folder: Path) -> None:
    with pytest.raises(BadInput, match="there is no recording of"):
        run._planned(command(folder / "rec", "none"))
    with pytest.raises(BadInput, match="name it with --record DIR"):
        run._planned(command(mode="none"))
    planned, does = run._planned(command(folder / "rec", "once"))
    assert does is not run_one
    assert len({one.record for one in planned}) == 2


def test_a_folder_in_use_is_refused_before_anything_starts(folder: Path) -> None:
    planned, _ = run._planned(command(folder / "rec"))
    assert planned[0].record is not None
    planned[0].record.mkdir(parents=True)
    (planned[0].record / "x").touch()
    with pytest.raises(BadInput, match="rec"):
        run._planned(command(folder / "rec"))


class Doing:
    """Does runs by saying what came of them."""

    def __init__(self, *verdicts: str) -> None:
        self.verdicts = list(verdicts)

    def __call__(self, planned: Planned, options: RunOptions, watchers: object = ()) -> Result:
        return result(planned.label, verdict=self.verdicts.pop(0))


def test_results_come_one_by_one() -> None:
    planned, _ = run._planned(command())
    progress, does = Progress(console := Printed()), Doing("failed", "passed")
    done = run.one_by_one(planned, does, RunOptions(), [progress], progress.starting)
    assert next(done).verdict == "failed"
    assert does.verdicts == ["passed"], "the next one is only begun when it is asked for"
    assert [one.verdict for one in done] == ["passed"]
    assert console.text.splitlines() == [f"▶ {one.label}" for one in planned]


def test_one_that_was_interrupted_is_the_last() -> None:
    planned, _ = run._planned(command())
    done = run.one_by_one(planned, Doing("interrupted", "passed"), RunOptions())
    assert [one.verdict for one in done] == ["interrupted"]


class Obstructed:
    """Does runs, but for those of some numbers, whose folders others have taken."""

    def __init__(self, *numbers: int) -> None:
        self.numbers, self.done = numbers, 0

    def __call__(self, planned: Planned, options: RunOptions, watchers: object = ()) -> Result:
        self.done += 1
        if self.done in self.numbers:
            raise BadInput("the folder is in use")
        return result(planned.label)


def test_what_comes_between_a_later_run_is_its_verdict_and_the_others_go_on() -> None:
    planned, _ = run._planned(command(repeat=2))
    done = list(run.one_by_one(planned, Obstructed(2, 3), RunOptions()))
    verdicts = [(one.verdict, one.message) for one in done[1:3]]
    assert verdicts == [("environment_error", "the folder is in use")] * 2
    assert [one.verdict for one in done[::3]] == ["passed", "passed"]


def test_what_is_wrong_with_the_first_run_is_the_commands() -> None:
    planned, _ = run._planned(command())
    with pytest.raises(BadInput):
        next(run.one_by_one(planned, Obstructed(1), RunOptions()))
