"""AgentNet's trajectories, held to its evaluator's rules; boxes are those of a real recording's elements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent.bench.exports.agentnet import DATA
from agent.bench.exports.writing import export
from tests.agent.bench.exports.exported import quiet, recorded
from tests.agent.bench.exports.loaders import agentnet_trajectory
from tests.agent.fakes import DONE, FakeDesktop, call
from tools.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[4]


def actions(folder: Path, out: Path) -> list[list[dict[str, Any]]]:
    """The actions of each step."""
    export([folder], "agentnet", out, quiet)
    [path] = (out / DATA).glob("*.json")
    return [step["ground_truth_actions"] for step in agentnet_trajectory(path)["steps"]]


def plain(kind: str, **params: object) -> dict[str, Any]:
    return {"type": kind, "params": params, "metadata": {"bboxes": []}}


MIDDLE = {"x": 0.5025, "y": 0.505}
"""The middle of pixel (100, 50) of a frame of 200x100."""
AT = [500, 500]
SAID: list[tuple[Sequence[str], list[dict[str, Any]]]] = [
    ([call("left_click", coordinate=AT)], [plain("click", position=MIDDLE)]),
    ([call("double_click", coordinate=AT)], [plain("doubleClick", position=MIDDLE)]),
    ([call("triple_click", coordinate=AT)], [plain("tripleClick", position=MIDDLE)]),
    ([call("right_click", coordinate=AT)], [plain("rightClick", position=MIDDLE)]),
    ([call("mouse_move", coordinate=AT)], [plain("moveTo", position=MIDDLE)]),
    ([call("left_click_drag", coordinate=AT)], [plain("dragTo", position=MIDDLE)]),
    ([call("type", text="${secret.PIN}\n")], [plain("write", content="${secret.PIN}\n")]),
    ([call("key", keys=["Return"])], [plain("press", keys=["enter"])]),
    ([call("key", keys=["ctrl", "S"])], [plain("hotkey", keys=["ctrl", "s"])]),
    ([call("key", keys=["tab"], times=2)], [plain("press", keys=["tab"])] * 2),
    ([call("scroll", coordinate=AT, pixels=-150)], [plain("scroll", position=MIDDLE, amount=-3)]),
    ([call("scroll", pixels=50)], [plain("scroll", amount=1)]),
]


@pytest.mark.parametrize(("replies", "expected"), SAID)
def test_an_action_has_its_word(
    replies: Sequence[str], expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    folder = recorded(tmp_path / "one", [*replies, DONE], secrets=("PIN",))
    assert actions(folder, tmp_path / "out") == [expected, [plain("terminate", status="success")]]


def test_what_the_evaluator_has_no_word_for_and_what_was_not_done_is_left_out(tmp_path: Path) -> None:
    replies = [
        call("middle_click", coordinate=AT), call("hscroll", pixels=100), call("wait", time=1), "nothing",
        call("left_click", coordinate=AT), call("key", keys=["a"]), DONE,
    ]  # fmt: skip
    folder = recorded(tmp_path / "one", replies, desktop=FakeDesktop({5: Refused("not there")}))
    kinds = [one["type"] for step in actions(folder, tmp_path / "out") for one in step]
    assert kinds == ["press", "terminate"]


def test_file_names_are_harmless(tmp_path: Path) -> None:
    folder = recorded(tmp_path / "..  <image>\n$(x)")
    export([folder], "agentnet", tmp_path / "out", quiet)
    [path] = (tmp_path / "out" / DATA).glob("*.json")
    assert path.name == "00001-..-image-x-.json"
    assert agentnet_trajectory(path)["task_id"] == path.stem


def test_boxes_are_those_of_the_elements_that_were_clicked(tmp_path: Path) -> None:
    """Galculator's keys: nine of 59 by 34 pixels, and "=", which is as high as two."""
    steps = actions(ROOT / "recordings" / "galculator_sum", tmp_path / "out")
    clicks = [action for step in steps for action in step if action["type"] == "click"]
    sizes = []
    for action in clicks:
        [(left, top, width, height)] = [box["rel_bbox"] for box in action["metadata"]["bboxes"]]
        at = action["params"]["position"]
        assert left < at["x"] < left + width
        assert top < at["y"] < top + height
        sizes.append((round(width * 1280), round(height * 800)))
    assert sizes == [(59, 34)] * 9 + [(59, 74)]
