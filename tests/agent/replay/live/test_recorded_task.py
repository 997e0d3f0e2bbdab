"""The task of a recording, as its file is today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from agent.errors import BadInput
from agent.recording.lines import FORMAT, Header
from agent.recording.reading import Recording
from agent.replay.live.recorded_task import recorded_task, runs_of
from agent.task import load_task
from tools.geometry import Size

TASK: dict[str, Any] = {
    "instruction": "Store the nickname ${nick}.",
    "vars": {"nick": "Ada", "town": "Oslo"},
    "launch": [{"command": ["python", "board.py", "--into=${workdir}/stored"]}],
    "steps": ['Type "${nick}" into "Nickname"', 'Click "Store entry"'],
    "checks": [{"file": {"path": "${workdir}/stored", "contains": "${nick}"}}],
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARD_SECRET", "Tr0ub4dor")


def write(**changes: object) -> Path:
    """The task's file, changed; a key that is None is left out."""
    keys = {key: value for key, value in {**TASK, **changes}.items() if value is not None}
    path = Path("board.yaml")
    path.write_text(yaml.safe_dump(keys))
    return path


def recording(folder: str = "runs/1/workdir", **variables: str) -> Recording:
    """Of a run of the task as its file is now, without a step."""
    [run] = load_task(write()).runs(variables)
    header = Header(
        format=FORMAT, task=run.resolve(Path(folder)), task_sha256="", model="m", system="", versions={},
        display="virtual", size=Size(1280, 800), started="",
    )  # fmt: skip
    return Recording(Path("rec"), header, (), (), None)


def test_the_run_has_the_recorded_values() -> None:
    [run] = runs_of(recording(nick="Grace"))
    assert run.values == {"nick": "Grace", "town": "Oslo"}


def test_a_task_with_defaults_is_the_same_once_it_was_recorded() -> None:
    was = recording()
    waiting = [{**TASK["launch"][0], "wait_for": {"text": "Board"}}]
    [run] = load_task(write(launch=waiting)).runs({})
    task = type(was.header.task).model_validate_json(run.resolve(Path("runs/1/workdir")).model_dump_json())
    assert runs_of(replace(was, header=was.header.model_copy(update={"task": task})))


def test_values_of_the_command_line_win() -> None:
    [run] = runs_of(recording(nick="Grace"), overrides={"town": "Bergen"})
    assert run.values == {"nick": "Grace", "town": "Bergen"}
    with pytest.raises(BadInput, match="nock"):
        runs_of(recording(), overrides={"nock": "Grace"})


def test_a_variable_that_the_file_has_no_more_is_left_out() -> None:
    made = recording()
    write(vars={"nick": "Ada"})
    assert runs_of(made)[0].values == {"nick": "Ada"}


def test_there_is_a_run_for_each_case() -> None:
    made = recording()
    write(cases=[{"nick": "Ada"}, {"nick": "Grace"}])
    assert [run.values["nick"] for run in runs_of(made, cases=True)] == ["Ada", "Grace"]


def test_a_task_that_is_not_here_is_asked_for() -> None:
    made = recording()
    Path("board.yaml").rename("other.yaml")
    with pytest.raises(BadInput, match=r"its task board\.yaml is not here.*name the file with --task"):
        runs_of(made)
    assert runs_of(made, Path("other.yaml"))[0].values["nick"] == "Ada"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("instruction", "Store nothing."),
        ("steps", ['Click "Cancel"']),
        ("launch", [{"command": ["python", "other.py"]}]),
        ("display", {"size": [1024, 768]}),
        ("secrets", ["BOARD_SECRET"]),
        ("id", "bored"),
    ],
)
def test_another_task_is_refused(key: str, value: object) -> None:
    made = recording()
    write(**{key: value})
    with pytest.raises(BadInput, match=f"(?s)another version of the task.*`{key}` differs.*record it again"):
        recorded_task(made, runs_of(made)[0])


@pytest.mark.parametrize("changes", [{"checks": None}, {"limits": {"steps": 3}}, {"masks": []}])
def test_other_checks_and_limits_are_no_other_task(changes: dict[str, object]) -> None:
    made = recording()
    write(**changes)
    assert recorded_task(made, runs_of(made)[0]).old["nick"] == "Ada"


@pytest.mark.parametrize("folder", ["runs/1/workdir", "/tmp/a b/workdir"])
def test_the_recorded_run_s_folder_is_known_from_the_commands(folder: str) -> None:
    made = recording(folder)
    subject = recorded_task(made, runs_of(made)[0])
    assert subject.old == {"nick": "Ada", "town": "Oslo", "workdir": folder}
    assert subject.substitutions(Path("/new/workdir")).now(f"{folder}/note.txt") == "/new/workdir/note.txt"


def test_new_values_are_substituted_for_the_recorded_ones() -> None:
    made = recording()
    subject = recorded_task(made, runs_of(made, overrides={"nick": "Grace Hopper"})[0])
    assert subject.substitutions(Path("w")).now("Ada") == "Grace Hopper"
