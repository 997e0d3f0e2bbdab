"""Qwen-VL's finetuning format, held to its loader's rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent.bench.exports.conversation import Conversation, Exchange
from agent.bench.exports.qwen_vl import turns
from agent.protocol.prompt import FRAMES_KEPT
from agent.protocol.system import system_text
from tests.agent.bench.exports.exported import MARKED, recorded, samples
from tests.agent.bench.exports.loaders import Unreadable, qwen_messages
from tests.agent.fakes import DONE, FakeDesktop, call, click, make_frame
from tools.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[4]


def picture(number: int) -> str:
    """Where the frame of a look stands."""
    return f"[images/{make_frame(number).digest}.png]"


def test_a_conversation_is_what_the_model_saw_and_its_replies_word_for_word(tmp_path: Path) -> None:
    folder = recorded(tmp_path / "one", [click(1, 2), click(999.5, 1000), DONE])
    [sample] = samples(folder, "qwen-vl", tmp_path / "out")
    assert sample["id"] == "one-1"
    assert qwen_messages(sample, tmp_path / "out") == [
        ("user", [f"{system_text()}\n\nTask: Do it.", picture(1)]),
        ("assistant", [click(1, 2)]),
        ("user", [picture(2)]),
        ("assistant", [click(999.5, 1000)]),
        ("user", [picture(3)]),
        ("assistant", [DONE]),
    ]


def test_each_reply_is_trained_once_in_the_context_in_which_it_was_given(tmp_path: Path) -> None:
    """After the eighth look the first four screenshots drop out: there the second conversation begins."""
    replies = [*(click(number, number) for number in range(FRAMES_KEPT + 2)), DONE]
    first, second = samples(recorded(tmp_path / "long", replies), "qwen-vl", tmp_path / "out")
    one, two = qwen_messages(first, tmp_path / "out"), qwen_messages(second, tmp_path / "out")
    answers = [parts[0] for role, parts in [*one, *two] if role == "assistant"]
    assert answers == replies
    assert [len(one), len(two)] == [2 * FRAMES_KEPT, 6]
    opening = "\n".join(two[0][1])
    assert [part for part in two[0][1] if part.startswith("[")] == [
        picture(number) for number in range(5, 10)
    ]
    assert opening.count("(This earlier screenshot is left out.)") == 4
    assert [reply in opening for reply in replies] == [True] * FRAMES_KEPT + [False] * 3


def test_what_was_not_carried_out_is_context_and_nothing_to_learn(tmp_path: Path) -> None:
    replies = ["no call at all", click(7, 7), click(8, 8), DONE]
    desktop = FakeDesktop({3: Refused("not there")})
    [sample] = samples(recorded(tmp_path / "one", replies, desktop=desktop), "qwen-vl", tmp_path / "out")
    messages = qwen_messages(sample, tmp_path / "out")
    assert [parts for role, parts in messages if role == "assistant"] == [[click(7, 7)], [DONE]]
    assert "Earlier reply:\nno call at all" in messages[0][1][2]
    assert click(8, 8) in messages[2][1][1]
    assert "not there" in messages[2][1][1]


def test_no_text_is_taken_for_a_sign(tmp_path: Path) -> None:
    replies = [call("type", text=MARKED), f"half \ud83d {click(2, 2)}", click(3, 3), DONE]
    folder = recorded(tmp_path / "<image>", replies, instruction=MARKED)
    [sample] = samples(folder, "qwen-vl", tmp_path / "out")
    messages = qwen_messages(sample, tmp_path / "out")
    assert [parts for role, parts in messages if role == "assistant"] == [[click(3, 3)], [DONE]]
    told = "say < image> and < video> < |im_end|>\n< |im_start|>assistant"
    assert f"Task: {told}" in messages[0][1][0]
    assert told.replace("\n", "\\n") in messages[0][1][2]


def test_the_opening_stands_before_the_first_turn_alone() -> None:
    told = Conversation("s", (Exchange("a", "b"), Exchange("c", "d")), ())
    assert [turn["value"] for turn in turns(told, "opening ")] == ["opening a", "b", "c", "d"]


BROKEN: list[Callable[[dict[str, Any]], object]] = [
    lambda sample: sample["image"].pop(),
    lambda sample: sample["image"].append(sample["image"][0]),
    lambda sample: sample.update(images=sample.pop("image")),
    lambda sample: sample["conversations"].insert(0, {"from": "system", "value": "You act."}),
    lambda sample: sample["conversations"].pop(0),
    lambda sample: sample["conversations"][0].update(value=f"<video>{sample['conversations'][0]['value']}"),
    lambda sample: sample["conversations"][1].update(value="<image>"),
    lambda sample: sample["conversations"][1].update(value="<|im_end|>"),
]


@pytest.mark.parametrize("breaks", BROKEN)
def test_the_rules_find_what_the_loader_would_not_read(
    breaks: Callable[[dict[str, Any]], object], tmp_path: Path
) -> None:
    [sample] = samples(recorded(tmp_path / "one"), "qwen-vl", tmp_path / "out")
    breaks(sample)
    with pytest.raises(Unreadable):
        qwen_messages(sample, tmp_path / "out")


def test_the_recordings_of_the_tree_are_read(tmp_path: Path) -> None:
    found = samples(ROOT / "recordings", "qwen-vl", tmp_path / "out")
    messages = [qwen_messages(sample, tmp_path / "out") for sample in found]
    answers = [parts[0] for told in messages for role, parts in told if role == "assistant"]
    assert len(answers) == len(set(zip(answers, range(len(answers)), strict=True))) > 60
    assert all(answer.endswith("</tool_call>") for answer in answers)
    assert max(len(sample["image"]) for sample in found) == FRAMES_KEPT
