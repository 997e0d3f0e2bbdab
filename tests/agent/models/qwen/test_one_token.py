"""The pass of a single token over static tensors gives what the plain pass gives, or is not used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch.fx.experimental.proxy_tensor import make_fx

from agent.models.profiled import parse_name
from agent.models.qwen import room
from agent.models.qwen.capture import again
from agent.models.qwen.context import Context
from agent.models.qwen.one_token import OneToken
from tests.agent.fakes import click
from tests.agent.models.qwen.episodes import episode
from tests.agent.models.qwen.reference import CLOSE, Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.models.qwen.model import QwenModel
    from agent.models.qwen.rendering import Rendered

    Run = Callable[[], torch.Tensor]


def recorded(run: Run) -> Run:
    """Stands in for a CUDA graph: the operations alone, over the tensors they had, without a line of Python.

    As there, the pass runs before, and a result is written over by the next.
    """
    held, nought = torch.empty_like(run()), torch.zeros(())
    graph = make_fx(lambda zero: run() + zero)(nought)
    return lambda: held.copy_(graph(nought))


def prompts_of(qwen: QwenModel, count: int, first: int) -> list[Rendered]:
    assert qwen._loaded
    render = qwen._loaded.renderer.render
    said = episode(count, lambda prompt: click(len(prompt.turns), 3), first=first)
    return [render(prompt, {}) for prompt in said]


def context_of(qwen: QwenModel, how: OneToken | None = None, reply: int = 0) -> Context:
    assert qwen._loaded
    return Context(qwen._loaded.checkpoint.model, qwen._loaded.vision, 151_655, one_token=how, reply=reply)


def model_of(qwen: QwenModel) -> Any:
    assert qwen._loaded
    return qwen._loaded.checkpoint.model


@pytest.fixture
def small_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_SMALLEST", 64)
    monkeypatch.setattr(room, "_DOUBLED", 512)
    monkeypatch.setattr(room, "_STEP", 96)


@pytest.mark.usefixtures("small_rooms")
def test_two_hundred_tokens_of_two_conversations_in_turn(qwen: QwenModel) -> None:
    """Through rooms that are grown out of, conversations cut back, forced text between the tokens."""
    how = OneToken(model_of(qwen), recorded)
    pairs = [(context_of(qwen, how), context_of(qwen)) for _ in range(2)]
    taken = [prompts_of(qwen, 2, first) for first in (700, 800)]
    sizes: set[int] = set()
    worst, moved = 0.0, 0.0
    with torch.no_grad():
        for prompts in zip(*taken, strict=True):
            for (ours, plain), rendered in zip(pairs, prompts, strict=True):
                ours.prefill(rendered)
                plain.prefill(rendered)
            previous = torch.zeros(())
            for step in range(50):
                ids = [1000 + 7 * step] if step % 9 else [785, 3974, 13876, 11, 12 + step]
                for ours, plain in pairs:
                    found, expected = ours.feed(ids), plain.feed(ids)
                    worst = max(worst, float((found - expected).abs().max()))
                    moved = max(moved, float((expected - previous).abs().max()))
                    previous = expected
                    assert ours._single
                    sizes.add(ours._single.room.size)
    assert worst < CLOSE, f"largest difference {worst}"
    assert moved > 100 * CLOSE, "other tokens, other logits, or it proves nothing"
    assert len(sizes) >= 3
    assert how.fit


def test_a_larger_room_has_what_the_smaller_one_had(qwen: QwenModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is copied: no prompt is worked out a second time."""
    monkeypatch.setattr(room, "_SMALLEST", 64)
    context = context_of(qwen, OneToken(model_of(qwen), recorded))
    first, second = prompts_of(qwen, 2, 750)
    with torch.no_grad():
        context.prefill(first)
        assert context._single
        before = context._single.room.size
        context.feed([785])
        taken = context.prefill(second)
        assert context._single.hold(2 * context._single.room.size) is None
        context.feed([785])
    assert taken.cached > 0.8 * len(first.ids)
    assert context._single.room.size > before


def test_in_a_compiled_room_kept_and_full_agree(qwen: QwenModel, tiny: Path) -> None:
    """Over a drop of screenshots; the pass of one token is one graph without breaks."""
    library = Library(qwen, tiny)
    how = OneToken.compiled(library.model, backend="eager")  # captured whole, run by plain torch
    context = context_of(qwen, how, reply=400)
    for number, rendered in enumerate(prompts_of(qwen, 11, 500)):
        with torch.no_grad():
            taken = context.prefill(rendered)
            assert float((taken.logits - library.logits(rendered)).abs().max()) < CLOSE
            fed = [context.feed([token]) for token in (785, 3974)][-1]
        longer: Any = type(rendered)(
            (*rendered.ids, 785, 3974), rendered.frames, rendered.starts, (*rendered.marks, 785, 3974)
        )
        assert float((fed - library.logits(longer)).abs().max()) < CLOSE
        assert bool(taken.cached) == bool(number)
    assert how.fit


def late(run: Run) -> Run:
    """Right at first, stale from its third use on: as a compiler that records a graph later might be."""
    found: list[torch.Tensor] = []

    def repeat() -> torch.Tensor:
        if len(found) < 2:
            found.append(run().clone())
        return found[-1]

    return repeat


def test_a_compiled_pass_is_compared_until_its_graph_is_replayed(
    qwen: QwenModel, capsys: pytest.CaptureFixture[str]
) -> None:
    trials = OneToken.compiled(model_of(qwen), backend="eager").trials
    how = OneToken(model_of(qwen), late, trials=trials)
    ours, plain = context_of(qwen, how), context_of(qwen)
    (rendered,) = prompts_of(qwen, 1, 780)
    with torch.no_grad():
        for context in (ours, plain):
            context.prefill(rendered)
        for token in (785, 3974, 5, 6):
            assert float((ours.feed([token]) - plain.feed([token])).abs().max()) < CLOSE
    assert not how.fit
    assert "does not give what a plain one gives" in capsys.readouterr().err


def refusing(_: Run) -> Run:
    raise RuntimeError("operation not permitted when stream is capturing\nand more lines")


def stale(run: Run) -> Run:
    """What was captured is given again, whatever is fed."""
    found = run().clone()
    return lambda: found


def broken(run: Run) -> Run:
    found = run()
    return lambda: torch.full_like(found, float("nan"))


def spoiling(qwen: QwenModel) -> Callable[[Run], Run]:
    """Writes where it has no business."""

    def capture(run: Run) -> Run:
        def repeat() -> torch.Tensor:
            for context in contexts:
                for layer in context._cache.layers:
                    layer.keys[:, :, 5:40] = 7.0
            return run()

        return repeat

    contexts: list[Context] = []
    capture.contexts = contexts  # type: ignore[attr-defined]
    return capture


@pytest.mark.parametrize("kind", ["refusing", "stale", "broken", "spoiling"])
def test_a_pass_that_is_not_fit_is_not_used_and_has_spoiled_nothing(
    qwen: QwenModel, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capture: Any = {"refusing": refusing, "stale": stale, "broken": broken}.get(kind) or spoiling(qwen)
    how = OneToken(model_of(qwen), capture)
    ours, plain, other = context_of(qwen, how), context_of(qwen), context_of(qwen, how)
    if kind == "spoiling":
        capture.contexts.append(ours)
    (rendered,) = prompts_of(qwen, 1, 760)
    with torch.no_grad():
        for context in (ours, plain, other):
            context.prefill(rendered)
            context.feed([11, 12, 13, 14])
        for ids in ([785], [3974], [5, 6], [5, 6, 7, 8]):
            assert float((ours.feed(ids) - plain.feed(ids)).abs().max()) < CLOSE
        assert not how.fit
        other.feed([785])  # captures nothing, and says nothing again
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("a token takes several times as long as it could: ")
    assert said.endswith(
        "(RuntimeError: operation not permitted when stream is capturing)"
        if kind == "refusing"
        else "a captured pass does not give what a plain one gives"
    )


def test_a_pass_that_broke_off_leaves_nothing_behind(qwen: QwenModel) -> None:
    """Ctrl-C in the captured pass, at its first use and later."""
    ours, plain = context_of(qwen, OneToken(model_of(qwen), again)), context_of(qwen)
    (rendered,) = prompts_of(qwen, 1, 770)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    layer = model_of(qwen).model.language_model.layers[2]
    with torch.no_grad():
        for context in (ours, plain):
            context.prefill(rendered)
        for token in (785, 3974):
            hook = layer.register_forward_pre_hook(fail)
            with pytest.raises(KeyboardInterrupt):
                ours.feed([token + 1])
            hook.remove()
            assert float((ours.feed([token]) - plain.feed([token])).abs().max()) < CLOSE


def test_rooms_are_little_larger_than_what_they_hold() -> None:
    sizes = [room.size_for(positions) for positions in (1, 2048, 2049, 9000, 32_768, 32_769, 100_000)]
    assert sizes == [2048, 2048, 4096, 16_384, 32_768, 49_152, 114_688]


def test_a_compiled_room_holds_a_whole_episode_of_pictures(qwen: QwenModel) -> None:
    how = OneToken.compiled(model_of(qwen), backend="eager")
    prompts = prompts_of(qwen, 9, 600)
    needed = how.positions(prompts[0], 400)
    assert len(prompts[7].ids) + 400 <= needed < 20_000
    assert OneToken(model_of(qwen), recorded).positions(prompts[0], 400) == len(prompts[0].ids) + 400


def test_on_a_processor_passes_are_plain_unless_asked_for(qwen: QwenModel, tiny: Path) -> None:
    assert OneToken.captured(model_of(qwen)) is None
    assert parse_name(f"{tiny}@compiled@sample").compiled
    assert not parse_name(str(tiny)).compiled
