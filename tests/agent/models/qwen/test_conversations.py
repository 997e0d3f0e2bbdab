"""Conversations of a model: the episode's, what a drop will leave of it, and questions beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import torch

from agent.models.qwen.context import Context
from agent.models.qwen.conversations import Conversations
from agent.models.qwen.rendering import Rendered
from agent.protocol.prompt import FRAMES_KEPT, pointing_prompt
from tests.agent.fakes import click
from tests.agent.models.qwen.conftest import open_model
from tests.agent.models.qwen.episodes import episode, noise
from tests.agent.models.qwen.reference import CLOSE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.model import Completion, Prompt
    from agent.models.qwen.model import QwenModel

_STEPS = 14


@pytest.fixture(autouse=True)
def _nothing_goes_on(qwen: QwenModel) -> Iterator[None]:
    """Other tests have the same model."""
    yield
    qwen._ahead.wait()


class _Known:
    """A context that knows the beginning of one prompt."""

    def __init__(self) -> None:
        self.ids: tuple[int, ...] = ()

    def shared(self, rendered: Rendered) -> int:
        pairs = zip(self.ids, rendered.ids, strict=False)
        return next((at for at, (one, other) in enumerate(pairs) if one != other), len(self.ids))


def test_a_prompt_goes_to_who_knows_most_of_it_and_nothing_beside_it_disturbs_that() -> None:
    kept = Conversations(_Known, end=0)  # type: ignore[arg-type]

    def take(ids: tuple[int, ...], *, beside: bool = False) -> Any:
        rendered = Rendered(ids, (), (), ids)
        chosen: Any = kept.beside(rendered) if beside else kept.of(rendered)
        chosen.ids = ids
        return chosen

    episode = take((1, 0, 5, 6, 7))
    ahead = take((1, 0, 5, 9), beside=True)
    question = take((2, 0, 3))
    assert len({id(one) for one in (episode, ahead, question)}) == 3
    assert take((1, 0, 5, 6, 7, 8)) is episode
    assert take((1, 0, 5, 9, 9), beside=True) is ahead
    assert kept.contexts[-1] is episode, "what is done beside does not count as use"
    assert take((1, 0, 5, 9, 9, 9)) is ahead
    assert take((1, 0, 5, 4), beside=True) is episode, "it is of no more use as it is"
    assert take((4, 0, 1)) is question, "the one that was not used for longest"
    kept.forget_others()
    assert kept.contexts == [question]


def _kept(qwen: QwenModel) -> list[Context]:
    assert qwen._loaded
    return qwen._loaded.conversations.contexts


def _episode(qwen: QwenModel, first: int) -> list[Completion]:
    done: list[Completion] = []

    def reply(prompt: Prompt) -> str:
        done.append(qwen.complete(prompt))
        return done[-1].text

    for _ in episode(_STEPS, reply, first=first):
        pass
    qwen._ahead.wait()
    return done


def test_a_drop_of_screenshots_costs_no_more_than_any_other_step(qwen: QwenModel) -> None:
    for first in (0, 100):
        done = _episode(qwen, first)
        new = [one.usage.prompt - one.usage.cached for one in done]
        reply = max(one.usage.reply for one in done)  # the last one was not yet written, ahead of it
        assert max(new[FRAMES_KEPT:]) <= max(new[1:FRAMES_KEPT]) + reply
        assert len(_kept(qwen)) <= 3


def test_what_was_taken_in_ahead_is_what_a_context_of_its_own_makes(qwen: QwenModel) -> None:
    """Just behind the drops, where the conversation goes on in another cache."""
    assert qwen._loaded
    loaded, checked = qwen._loaded, 0

    def reply(prompt: Any) -> str:
        nonlocal checked
        qwen._ahead.wait()
        rendered = loaded.renderer.render(prompt, {})
        plain = Context(loaded.checkpoint.model, loaded.vision, 151_655)
        with torch.no_grad():
            expected = plain.prefill(rendered).logits
            taken = loaded.conversations.of(rendered).prefill(rendered)
        assert float((taken.logits - expected).abs().max()) < CLOSE
        checked += 1
        qwen._look_ahead(prompt, click(len(prompt.turns), 7))
        return click(len(prompt.turns), 7)

    for _ in episode(_STEPS, reply, first=200):
        pass
    qwen._ahead.wait()
    assert checked == _STEPS


def test_a_question_beside_the_episode_does_not_cost_its_cache(qwen: QwenModel) -> None:
    asked = 0

    def reply(prompt: Any) -> str:
        nonlocal asked
        asked += 1
        completion = qwen.complete(prompt)
        aside = qwen.complete(pointing_prompt("the button", noise(asked + 350)))
        assert aside.usage.reply
        shares.append(completion.usage.cached / completion.usage.prompt)
        return completion.text

    shares: list[float] = []
    for _ in episode(_STEPS, reply, first=300):
        pass
    assert min(shares[1:]) > 0.8
    assert len(_kept(qwen)) == 3


def test_memory_stays_bounded_over_a_long_episode(qwen: QwenModel) -> None:
    sizes = []
    for number, _ in enumerate(episode(26, lambda prompt: qwen.complete(prompt).text, first=400)):
        qwen._ahead.wait()
        sizes.append(
            sum(
                layer.keys.shape[-2]
                for context in _kept(qwen)
                for layer in context._cache.layers
                if layer.length
            )
        )
        assert qwen._loaded
        assert len(qwen._loaded.vision._kept) <= 16, number
    # The words of all replies, and at most eight pictures of 80 tokens.
    assert max(sizes[13:]) <= 2 * max(sizes[:13])


def test_where_nothing_can_be_done_ahead_the_episode_goes_on(
    qwen: QwenModel, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Memory that is just enough for the conversation itself."""
    expected = [one.text for one in _episode(qwen, 500)]
    short = open_model(tiny)
    short.prepare()
    assert short._loaded
    kept = short._loaded.conversations
    beside = kept.beside

    def refused(rendered: Any) -> Context:
        context = beside(rendered)
        context._forward = _out_of_memory  # type: ignore[method-assign]
        return context

    kept.beside = refused  # type: ignore[method-assign]
    assert [one.text for one in _episode(short, 500)] == expected
    assert len(_kept(short)) == 1
    [told] = [line for line in capsys.readouterr().err.splitlines() if "screenshots" in line]
    assert told.startswith("every fourth step takes longer, as old screenshots can't be left out ahead")
    assert told.endswith(": MemoryError: no more")


def test_where_the_memory_does_not_suffice_for_two_the_episode_keeps_its_own(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The episode itself meets the lack, in its own thread."""
    model = open_model(tiny)
    model.prepare()
    assert model._loaded
    conversations, most = model._loaded.conversations, 0
    for _ in episode(7, lambda prompt: model.complete(prompt).text):
        model._ahead.wait()
        if len(conversations.contexts) > most:  # a new one; the episode's is the last
            latest = conversations.contexts[-1]
            latest._forward = _only_alone(latest._forward, conversations)  # type: ignore[method-assign]
        most = max(most, len(conversations.contexts))
    assert (most, len(conversations.contexts)) == (2, 1)
    [told] = [line for line in capsys.readouterr().err.splitlines() if "screenshots" in line]
    assert told.endswith("ahead of it: MemoryError: no more")


def _out_of_memory(*_: object) -> Any:
    raise MemoryError("no more")


def _only_alone(forward: Any, conversations: Conversations) -> Any:
    """A pass for which there is memory where no other conversation is kept."""

    def tried(*given: Any) -> Any:
        if len(conversations.contexts) > 1:
            raise MemoryError("no more")
        return forward(*given)

    return tried
