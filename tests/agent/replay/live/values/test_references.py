"""What other values a recording can be replayed with: those that its actions refer to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from agent.errors import BadInput
from agent.replay.live.recorded_task import RecordedTask
from agent.replay.live.values.references import check_values
from agent.task import load_task
from tests.agent.recordings import recorded
from tests.tools.scenes import FakeParser, line, scene
from tools.action import Action, Click, Type
from tools.geometry import Point

if TYPE_CHECKING:
    from agent.recording.trajectory import RecordedAction
    from tools.see.scene import Scene

OLD = {"nick": "Ada Lovelace", "town": "Oslo", "port": "8080", "key": "F5"}
TASK: dict[str, Any] = {
    "instruction": "Store ${nick}.",
    "vars": OLD,
    "launch": [{"command": ["python", "board.py", "--port", "${port}"]}],
    "steps": ['Type "${nick}" into "Nickname"', 'Select "${town}" in "Town"'],
    "checks": [{"text": "Stored ${nick}"}],
}
EMPTY = scene()
INTO = Click(point=Point(10, 10))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def act(action: Action, sentence: str = "", on: Scene = EMPTY) -> RecordedAction:
    [made] = recorded([on.frame, on.frame], action, sentence=sentence)
    return made


TYPED = (act(INTO, 'Click the field "Nickname".'), act(Type(text="Ada Lovelace"), 'Type "Ada Lovelace".'))
CHOSEN = act(INTO, 'Click "Oslo".')


def check(*acts: RecordedAction, keys: dict[str, Any] | None = None, **new: str) -> None:
    """Whether those acts can be done with new values; frames hold what stands on `EMPTY`."""
    Path("board.yaml").write_text(yaml.safe_dump(TASK | (keys or {})))
    [run] = load_task("board.yaml").runs(new)
    subject = RecordedTask(run, OLD, (), tuple(step.template for step in run.file.steps))
    check_values(subject, acts, FakeParser(EMPTY, anywhere=EMPTY))


def test_what_was_typed_and_chosen_can_be_something_else() -> None:
    check(*TYPED, CHOSEN, nick="Grace Hopper", town="Bergen")


def test_a_choice_that_took_no_act_is_refused() -> None:
    """The drop-down showed it already."""
    said = 'town=Bergen: the step `Select "${town}" in "Town"` left no act.*would do it with "Oslo" again'
    with pytest.raises(BadInput, match=said.replace("$", r"\$").replace("{", r"\{")):
        check(*TYPED, town="Bergen")


def test_the_same_value_again_needs_no_act() -> None:
    check(*TYPED, town="Oslo")


def test_a_variable_that_programs_get_can_change() -> None:
    check(*TYPED, CHOSEN, port="9090")


def test_a_variable_of_nothing_is_refused() -> None:
    with pytest.raises(BadInput, match="key=F6: nothing that was recorded refers to this variable"):
        check(*TYPED, CHOSEN, key="F6")


def test_what_only_checks_expect_can_change_where_steps_say_what_is_done() -> None:
    check(*TYPED, CHOSEN, keys={"checks": [{"text": "Press ${key}"}]}, key="F6")


def test_a_key_is_pressed_as_it_was_recorded() -> None:
    steps = ["Press ${key}"]
    with pytest.raises(BadInput, match=r"key=F6: the step `Press \$\{key\}` left no act"):
        check(*TYPED, keys={"steps": steps}, key="F6")


def test_what_is_only_waited_for_needs_no_act() -> None:
    check(*TYPED, keys={"steps": ['Wait until "${town}" appears']}, town="Bergen")


def test_each_part_of_a_menu_path_is_an_act() -> None:
    steps = ['Choose "File > ${town}"']
    check(act(INTO, 'Click "File".'), CHOSEN, keys={"steps": steps}, town="Bergen")
    with pytest.raises(BadInput, match="left no act"):
        check(act(INTO, 'Click "File".'), keys={"steps": steps}, town="Bergen")


def test_what_the_words_do_not_tell_is_read_on_the_frame() -> None:
    listed = scene(line("Oslo", 4, 4))
    chosen = act(INTO, "I take the entry that fits", listed)
    Path("board.yaml").write_text(yaml.safe_dump(TASK))
    [run] = load_task("board.yaml").runs({"town": "Bergen"})
    subject = RecordedTask(run, OLD, (), tuple(step.template for step in run.file.steps))
    check_values(subject, (*TYPED, chosen), FakeParser(listed, EMPTY))


def test_a_demonstration_has_its_values_in_what_was_shown() -> None:
    shown = {"steps": [], "instruction": "Store somebody."}
    check(*TYPED, keys=shown, nick="Grace Hopper")
    check(act(Type(text="Dear Ada Lovelace!")), keys=shown, nick="Grace Hopper")
    with pytest.raises(BadInput, match="town=Bergen: nothing that was recorded refers"):
        check(*TYPED, keys=shown, town="Bergen")


def test_a_text_that_is_meant_literally_elsewhere_is_refused_before_anything_is_done() -> None:
    steps = [*TASK["steps"], 'Type "Oslo" into "Birthplace"']
    with pytest.raises(BadInput, match='"Oslo" stands for several things'):
        check(*TYPED, CHOSEN, act(Type(text="Oslo")), keys={"steps": steps}, town="Bergen")
