"""What is learned of an episode, and how texts are kept from being taken for signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.exports.conversation import conversations, is_answer, said
from agent.bench.exports.episode import episode_of
from agent.bench.exports.source import sources_in
from agent.protocol.prompt import FRAMES_DROPPED, FRAMES_KEPT
from tests.agent.bench.exports.exported import recorded
from tests.agent.fakes import DONE, click

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<image>", "< image>"),
        ("<video><audio>", "< video>< audio>"),
        ("<|image_pad|>", "< |image_pad|>"),
        ("<images> <Image> < image>", "<images> <Image> < image>"),
        ("half \ud83d", "half \ufffd"),
        ("<tool_call>", "<tool_call>"),
    ],
)
def test_a_sign_gets_a_blank_and_nothing_else_is_altered(text: str, expected: str) -> None:
    assert said(text) == expected


def test_conversations_begin_where_screenshots_drop_out(tmp_path: Path) -> None:
    """Twenty clicks: the first drop is before step 9, the next ones before 13 and 17, and 21."""
    [source] = sources_in([recorded(tmp_path / "long", [*[click()] * 20, DONE], limits={"steps": 30})])
    episode = episode_of(source)
    found = list(conversations(episode))
    kept, dropped = FRAMES_KEPT, FRAMES_DROPPED
    assert [len(one.exchanges) for one in found] == [kept, dropped, dropped, dropped, 1]
    assert [len(one.frames) for one in found] == [kept, kept, kept, kept, kept - dropped + 1]
    assert all(is_answer(step) for step in episode.steps)
