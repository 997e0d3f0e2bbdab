"""Questions for places: the product's own prompt, each behind the same beginning, and right answers."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest

from agent.protocol.prompt import pointing_prompt
from training.pocket.samples.pictures import RULES
from training.pocket.samples.pointing import Pointing, pointing
from training.pocket.shape import SHOWN

if TYPE_CHECKING:
    from training.pocket.forms.player import Player
    from training.pocket.samples.speller import Speller


@pytest.fixture(scope="module")
def drawn(playing: Player, speller: Speller) -> list[Pointing]:
    episode, frames = playing.train(1_000_005)
    chance = Random(4)
    made = [
        pointing(turn.look, frame, chance, speller) for turn, frame in zip(episode.turns, frames, strict=True)
    ]
    return [part for part in made if part is not None]


def test_parts_of_every_size_are_asked_about(drawn: list[Pointing]) -> None:
    assert {part.picture.size for part in drawn} == {(1280, 800), (2458, 1536)}
    whole = [part.picture.size for part in drawn]
    assert 0.25 < whole.count((1280, 800)) / len(whole) < 0.9
    assert {RULES.resized(part.picture.size) for part in drawn} == {SHOWN}
    assert max(len(part.forks) for part in drawn) == 6


def test_each_question_is_the_prompt_that_the_product_asks(drawn: list[Pointing], speller: Speller) -> None:
    for part in drawn[::6]:
        for fork, until in pairwise((*part.forks, len(part.ids))):
            ours = [*part.ids[: part.forks[0]], *part.ids[fork:until]]
            words, _, reply = speller.text(ours).rpartition("<|vision_end|>")[2].partition("<|im_end|>")
            assert reply.startswith("\n<|im_start|>assistant\n<tool_call>\n")
            assert reply.endswith("<|im_end|>")
            asked = speller.renderer.render(pointing_prompt(words, part.picture), {}).ids
            assert ours[: len(asked)] == speller.rows(asked).tolist()


def test_each_answer_lies_in_what_is_asked_for(drawn: list[Pointing], speller: Speller) -> None:
    for part in drawn:
        assert len(part.asked) == len(part.forks)
        for number, box in part.asked:
            point = part.place(speller.text(part.ids[number : number + 11].tolist()))
            assert point is not None
            assert box.contains(point)
            assert part.learned[number]
        assert not part.learned[: part.forks[0]].any()
