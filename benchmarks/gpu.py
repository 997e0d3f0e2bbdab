"""Qwen3-VL 8B's shape with random weights in bf16 on a GPU: think steps, tokens a second, memory.

What bounds decoding at batch 1 is how fast weights and cache can be read: a token reads all of both. The
limit is this GPU's measured bandwidth divided by those bytes. A device's captured pass is also held to the
plain one, greedily. Without a CUDA device the same is asked of the middle shape on the processor, where a
token's pass is not captured; its think steps are `python -m benchmarks thinking`.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.episode import Step
from agent.model import Completion
from agent.protocol.prompt import build_prompt
from benchmarks.row import Row
from benchmarks.thinking import screen, think_steps
from tests.agent.fakes import click, make_task
from tools.observation import Observation

if TYPE_CHECKING:
    from agent.models.qwen.model import QwenModel
    from agent.models.qwen.rendering import Rendered

_SIZE = "8b"
_SMALLER = "middle"
_AIMS = {"": 0.65, "@compiled": 0.7}
"""Of the limit that the bandwidth sets, by how the model is run."""
_SCREENS = (1, 8)
_FIRST = 2.0
_TOKENS, _COMPARED = 100, 200
_PROBE = 1 << 30
"""Bytes that are copied to measure the bandwidth."""


def run() -> list[Row]:
    import torch

    from tests.agent.models.qwen.checkpoint import make_checkpoint

    with tempfile.TemporaryDirectory() as folder:
        if not torch.cuda.is_available():
            made = make_checkpoint(Path(folder), size=_SMALLER)
            return _decoded(_loaded(str(made)), f"{_SMALLER} shape in 32 bits, CPU", _AIMS[""])
        made = make_checkpoint(Path(folder), size=_SIZE, device="cuda", dtype="bfloat16")
        torch.cuda.empty_cache()
        return measured(str(made), f"8B shape, {torch.cuda.get_device_name()}")


def measured(folder: str, what: str) -> list[Row]:
    """The rows of one checkpoint, as it runs by itself and compiled."""
    rows = []
    for suffix, aim in _AIMS.items():
        model, name = _loaded(folder + suffix), f"{what}{suffix}"
        rows += [*_decoded(model, name, aim), *think_steps(model, name), _memory(name)]
    return rows


def _loaded(name: str) -> Any:
    from agent.models.profiled import profiled_model

    model: Any = profiled_model(name)
    model.prepare()
    return model


def _decoded(model: QwenModel, what: str, aim: float) -> list[Row]:
    """The first token, tokens a second, and whether they are the plain pass's."""
    first = _first_token(model, what)
    speeds = [
        _decoding(model, _shown(model, screens), f"{screens} screenshots, {what}", aim)
        for screens in _SCREENS
    ]
    return [first, *speeds, _same_tokens(model, what)]


def _first_token(model: QwenModel, what: str) -> Row:
    """From loaded weights to the first token behind a screenshot, with what is allocated and captured."""
    import torch

    loaded, rendered = model._loaded, _shown(model, 1)  # noqa: SLF001
    assert loaded
    began = time.perf_counter()
    with torch.no_grad():
        context = loaded.conversations.of(rendered)
        context.feed([int(context.prefill(rendered).logits.argmax())])
    _await_device()
    took = time.perf_counter() - began
    return Row(
        f"first token of a run, {what}", took, "s", "", None, f"{_FIRST:g} s or less", met=took <= _FIRST
    )


def _shown(model: QwenModel, screens: int) -> Rendered:
    """An episode's prompt with so many screenshots."""
    done: list[Step] = []
    for number in range(1, screens):
        seen = Observation(screen(number))
        prompt = build_prompt(make_task(), done, seen)
        done.append(Step(number, seen, prompt, Completion(click()), "done"))
    loaded = model._loaded  # noqa: SLF001  (below the seam of the loop)
    assert loaded
    return loaded.renderer.render(build_prompt(make_task(), done, Observation(screen(screens))), {})


def _same_tokens(model: QwenModel, what: str) -> Row:
    """How many greedy tokens the plain pass would have written too, given the same ones before."""
    import torch

    from agent.models.qwen.context import Context

    loaded, rendered = model._loaded, _shown(model, 1)  # noqa: SLF001
    assert loaded
    plain = Context(loaded.checkpoint.model, loaded.vision, model.profile.tokens.image)
    ours, same = loaded.conversations.of(rendered), 0
    with torch.no_grad():
        logits, expected = ours.prefill(rendered).logits, plain.prefill(rendered).logits
        for _ in range(_COMPARED):
            token = int(logits.argmax())
            same += token == int(expected.argmax())
            logits, expected = ours.feed([token]), plain.feed([token])
    how = loaded.one_token
    way = "captured" if how is not None and how.fit else "plain: no pass was captured"
    return Row(f"tokens as the plain pass writes them, {what}", same, "tokens", way, same / _COMPARED, "",
               met=True)  # fmt: skip


def _decoding(model: QwenModel, rendered: Rendered, what: str, aim: float) -> Row:
    """Tokens a second behind a prompt, against what the bandwidth allows."""
    import torch

    loaded = model._loaded  # noqa: SLF001
    assert loaded
    context = loaded.conversations.of(rendered)
    with torch.no_grad():
        context.prefill(rendered)
        for _ in range(5):  # the first ones compile and capture
            context.feed([785])
        _await_device()
        began = time.perf_counter()
        for _ in range(_TOKENS):
            context.feed([785])
        _await_device()
    speed = _TOKENS / (time.perf_counter() - began)
    limit = _bandwidth(loaded.checkpoint.model.device) / _bytes_a_token(model, len(rendered.ids))
    return Row(
        f"decoding, {what}", speed, "tokens/s", f"bandwidth allows {limit:.0f} tokens/s", speed / limit,
        f"{aim:g} or more of the limit", met=speed >= aim * limit,
    )  # fmt: skip


def _bytes_a_token(model: QwenModel, length: int) -> int:
    """Every weight of the text model but the embedding's table is read, and the cache of every token."""
    loaded = model._loaded  # noqa: SLF001
    assert loaded
    library = loaded.checkpoint.model
    parts = (library.model.language_model.layers, library.lm_head)
    weights = sum(weight.nbytes for part in parts for weight in part.parameters())
    text = library.config.text_config
    token = 2 * text.num_hidden_layers * text.num_key_value_heads * text.head_dim * library.dtype.itemsize
    return int(weights + token * length)


def _bandwidth(device: Any) -> float:
    """Bytes a second, read and written together, of a large copy on the device."""
    import torch

    source = torch.empty(_PROBE, dtype=torch.uint8, device=device)
    target = torch.empty_like(source)
    target.copy_(source)
    _await_device()
    began = time.perf_counter()
    for _ in range(10):
        target.copy_(source)
    _await_device()
    return 10 * 2 * _PROBE / (time.perf_counter() - began)


def _memory(what: str) -> Row:
    import torch

    peak = torch.cuda.max_memory_allocated() / 1e9 if torch.cuda.is_available() else 0.0
    return Row(f"peak memory, {what}", peak, "GB", "", None, "", met=True)


def _await_device() -> None:
    import torch

    if torch.cuda.is_available():
        torch.cuda.synchronize()
