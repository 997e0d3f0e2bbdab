"""Which runs are planned, what they are called, and where each is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.task import Run, load_task
from tests.agent.fakes import make_task

CASES = "instruction: Register ${name}.\ncases:\n  - {name: Ada}\n  - {name: Zoë Łuk}\n"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Run, ...]:
    monkeypatch.chdir(tmp_path)
    Path("register.yaml").write_text(CASES, encoding="utf-8")
    return load_task(Path("register.yaml")).runs()


def test_each_case_and_repetition_has_its_own_name_and_folder(runs: tuple[Run, ...]) -> None:
    planned = plan(runs, 2, Path("rec"))
    assert [one.label for one in planned] == [
        "register[Ada] #1",
        "register[Ada] #2",
        "register[Zoë Łuk] #1",
        "register[Zoë Łuk] #2",
    ]
    assert [str(one.record) for one in planned][::2] == ["rec/register_Ada_1", "rec/register_Zoë_Łuk_1"]


def test_a_name_that_no_file_system_takes_is_cut_and_told_from_others_by_a_digest(tmp_path: Path) -> None:
    (tmp_path / "long.yaml").write_text(f"id: {'漢' * 100}\n{CASES}", encoding="utf-8")
    planned = plan(load_task(tmp_path / "long.yaml").runs(), 1, tmp_path / "rec")
    folders = [one.record for one in planned]
    assert len(set(folders)) == 2
    for folder in folders:
        assert folder is not None
        assert len(folder.name.encode()) < 170
        folder.mkdir(parents=True)


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("_..", "run"),
        ("_.", "run"),
        ("__..__", "run"),
        ("_..._", "run"),
        ("_.hidden", "hidden"),
        ("v1.", "v1."),
    ],
)
def test_no_name_leads_out_of_its_folder_or_hides_it(tmp_path: Path, id_: str, name: str) -> None:
    (tmp_path / "task.yaml").write_text(f"id: {id_}\ninstruction: Look.\n", encoding="utf-8")
    [first, _] = plan(load_task(tmp_path / "task.yaml").runs(), 2, tmp_path / "rec")
    assert first.record is not None
    assert (first.record.parent, first.record.name) == (tmp_path / "rec", f"{name}_1".replace("run_1", "1"))


def test_one_run_is_recorded_in_the_very_folder(runs: tuple[Run, ...]) -> None:
    [planned] = plan(runs[:1], 1, Path("rec"))
    assert (planned.label, planned.record) == ("register[Ada]", Path("rec"))


def test_a_run_stands_in_the_line_of_its_case(runs: tuple[Run, ...]) -> None:
    assert [one.new_folder().line for one in plan(runs, 1, None)] == [3, 4]


def test_a_folder_that_holds_something_is_for_no_new_recording(runs: tuple[Run, ...]) -> None:
    Path("rec").mkdir()
    Path("rec/mine.txt").touch()
    with pytest.raises(BadInput, match="never overwrites"):
        plan(runs[:1], 1, Path("rec"))
    plan(runs[:1], 1, Path("rec"), fresh=False)


def test_two_runs_of_one_name_can_not_be_recorded(runs: tuple[Run, ...]) -> None:
    with pytest.raises(BadInput, match="give them different ids"):
        plan([runs[0], runs[0]], 1, Path("rec"))


def test_every_run_gets_a_folder_of_its_own(runs: tuple[Run, ...]) -> None:
    [planned] = plan(runs[:1], 1, None)
    one, other = planned.new_folder(), planned.new_folder()
    assert one.path != other.path
    assert one.workdir.is_dir()
    assert one.workdir.is_absolute()
    assert one.recording == one.path / "recording"


def test_options_lower_and_raise_the_limits_of_a_task() -> None:
    task = make_task(limits={"steps": 5, "seconds": 60.0})
    limits = RunOptions(max_steps=9).limited(task).limits
    assert (limits.steps, limits.seconds, limits.tokens) == (9, 60, task.limits.tokens)
    assert RunOptions().limited(task) == task
