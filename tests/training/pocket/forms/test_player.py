"""Episodes on real windows: what is said of the screen is on it, and what goes wrong is mended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.protocol.grounding import to_pixel
from agent.protocol.toolcall import PointerCall, ScrollCall, TerminateCall, TypeCall, parse_tool_call
from training.pocket.episode import Episode
from training.pocket.shape import SCREEN
from training.pocket.splits import EXAM

if TYPE_CHECKING:
    from tools.observation import Frame
    from training.pocket.forms.player import Player

SEEDS = (3, 4, 7, 12, 16, 27)
"""Among them refusals, lists to scroll, a slip that is seen at once, and a target that is not there."""
Played = tuple[Episode, list["Frame"]]


@pytest.fixture(scope="module")
def episodes(playing: Player) -> list[Played]:
    return [playing.train(seed) for seed in SEEDS]


def test_equal_seeds_give_equal_episodes_which_survive_json(playing: Player, episodes: list[Played]) -> None:
    again, frames = playing.train(SEEDS[0])
    assert again == episodes[0][0]
    assert Episode.of(json.loads(json.dumps(again.told()))) == again
    # Nothing but a caret, which blinks, may differ.
    for one, other in zip(frames, episodes[0][1], strict=True):
        assert np.count_nonzero(one.rgb != other.rgb) <= 3 * 4 * 40


def test_every_click_that_is_learned_lies_in_its_target_and_something_is_drawn_there(
    episodes: list[Played],
) -> None:
    clicks = 0
    for episode, frames in episodes:
        for turn, frame in zip(episode.turns, frames, strict=True):
            call = parse_tool_call(turn.reply)
            if isinstance(call, PointerCall) and turn.learned:
                assert turn.target
                assert turn.target.contains(to_pixel(call.coordinate, SCREEN)), turn.reply
                part = frame.rgb[turn.target.slices]
                assert part.std() > 1, f"nothing is drawn in {turn.target}: {turn.reply}"
                clicks += 1
    assert clicks > 50


def test_a_form_of_boxes_alone_is_played(playing: Player) -> None:
    episode, _ = playing.train(7_000_366)
    assert {mark.kind for mark in episode.turns[0].look.marks} == {"tab", "check", "button"}


def test_what_was_typed_stands_there_at_the_next_look(episodes: list[Played]) -> None:
    typed = 0
    for episode, _ in episodes:
        for before, after in zip(episode.turns, episode.turns[1:], strict=False):
            call = parse_tool_call(before.reply)
            if isinstance(call, TypeCall) and before.learned:
                values = {mark.value for mark in after.look.marks}
                if values - {""} and any(mark.kind == "button" for mark in after.look.marks):
                    assert call.text in values or "OK" in {mark.label for mark in after.look.marks}
                    typed += 1
    assert typed > 15


def test_lists_are_scrolled_refusals_mended_and_what_is_missing_ends_it(episodes: list[Played]) -> None:
    said = [[turn.reply for turn in episode.turns] for episode, _ in episodes]
    calls = [[parse_tool_call(reply) for reply in replies] for replies in said]
    assert any(isinstance(call, ScrollCall) for row in calls for call in row)
    mended = [row for row in said if any(" failed: " in reply for reply in row)]
    assert mended
    for row in mended:
        at = next(number for number, reply in enumerate(row) if " failed: " in reply)
        assert 'Action: Click "OK".' in row[at]
        assert any(" again: " in reply for reply in row[at:])
        assert parse_tool_call(row[-1]) == TerminateCall(action="terminate", status="success")
    ends = {call.status for row in calls if isinstance(call := row[-1], TerminateCall)}
    assert ends == {"success", "failure"}
    assert all(isinstance(row[-1], TerminateCall) for row in calls)


def test_a_slip_is_in_the_history_and_never_learned(episodes: list[Played]) -> None:
    slips = [turn for episode, _ in episodes for turn in episode.turns if not turn.learned]
    assert slips
    assert all(turn.target is None for turn in slips)


def test_an_exam_is_the_customer_form_of_that_look_without_slips(playing: Player) -> None:
    episode, _ = playing.exam(EXAM[0])
    assert episode.customer
    assert episode.layout == EXAM[0]
    assert all(turn.learned for turn in episode.turns)
