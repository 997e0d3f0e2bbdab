"""ShareGPT conversations, held to LLaMA-Factory's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.exports.sharegpt import NAME
from agent.protocol.system import system_text
from tests.agent.bench.exports.exported import MARKED, recorded, samples
from tests.agent.bench.exports.loaders import Unreadable, sharegpt_messages
from tests.agent.fakes import DONE, call, click

if TYPE_CHECKING:
    from pathlib import Path


def test_the_system_text_stands_apart_and_replies_are_word_for_word(tmp_path: Path) -> None:
    [sample] = samples(recorded(tmp_path / "one", [click(1, 2), DONE]), "sharegpt", tmp_path / "out")
    assert sharegpt_messages(sample, tmp_path / "out", NAME) == (
        system_text(),
        [("human", "Task: Do it.\n<image>"), ("gpt", click(1, 2)), ("human", "<image>"), ("gpt", DONE)],
    )


def test_no_text_is_taken_for_a_placeholder(tmp_path: Path) -> None:
    replies = [call("type", text=MARKED), call("answer", text="<audio>")]
    folder = recorded(tmp_path / "one", [*replies[:1], click(), DONE], instruction=f"{MARKED} <audio>")
    [sample] = samples(folder, "sharegpt", tmp_path / "out")
    _, messages = sharegpt_messages(sample, tmp_path / "out")
    assert [text for role, text in messages if role == "gpt"] == [click(), DONE]


def test_the_rules_find_what_would_be_left_out_in_silence(tmp_path: Path) -> None:
    [sample] = samples(recorded(tmp_path / "one"), "sharegpt", tmp_path / "out")
    with pytest.raises(Unreadable, match="whole"):
        sharegpt_messages({**sample, "conversations": sample["conversations"][:-1]}, tmp_path / "out")
    with pytest.raises(Unreadable, match="turn"):
        sharegpt_messages({**sample, "conversations": sample["conversations"][::-1]}, tmp_path / "out")
    with pytest.raises(Unreadable, match="placeholders"):
        sharegpt_messages({**sample, "images": sample["images"][:-1]}, tmp_path / "out")
