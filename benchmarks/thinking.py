"""Think step of Qwen3-VL in this process, against the library's plain `generate`.

A random checkpoint of middle size on the CPU, 1280x800 screenshots, the same replies for both. The usual code
gives `generate` the whole history with every screenshot at each step; a fairer rival gives it the very prompt
that ours is given, old screenshots dropped. Both write as many tokens as ours, greedily.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from agent.episode import Step
from agent.model import Completion, Prompt
from agent.protocol.prompt import build_prompt
from agent.protocol.toolcall import parse_tool_call
from benchmarks.row import Row
from tests.agent.fakes import make_task
from tools.observation import Frame, Observation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agent.models.qwen.model import QwenModel

_STEPS = 20
_SHOWN = (1, 5, 10, 20)
_AIM, _FLAT, _LONGEST = 10.0, 2.0, 1.5


def run() -> list[Row]:
    from agent.models.profiled import profiled_model
    from tests.agent.models.qwen.checkpoint import make_checkpoint

    with tempfile.TemporaryDirectory() as folder:
        model: Any = profiled_model(str(make_checkpoint(Path(folder), size="middle")))
        model.prepare()
        return [*think_steps(model, "small random checkpoint, CPU"), *_decoding(model)]


def think_steps(model: QwenModel, what: str) -> list[Row]:
    """The time of a model's think steps, and of plain `generate` with the same weights."""
    plain = _Plain(model)
    ours: dict[int, float] = {}
    waited: dict[int, float] = {}
    parts: dict[int, Mapping[str, float]] = {}
    whole: dict[int, float] = {}
    same: dict[int, float] = {}
    for index, prompt, history in _episode(model, ours, waited, parts):
        if index in _SHOWN:
            length = _reply_length(model, prompt)
            model._ahead.wait()  # noqa: SLF001  (nothing runs beside the other way)
            whole[index] = plain.seconds(history, length)
            same[index] = plain.seconds(prompt, length)
    at_once = {step: ours[step] + waited[step] for step in ours}
    return [
        *_rows(what, ours, whole, same),
        _longest("time for an act before each", ours, parts),
        _longest("no time between steps", at_once, parts),
    ]


def _episode(
    model: QwenModel,
    seconds: dict[int, float],
    waited: dict[int, float],
    parts: dict[int, Mapping[str, float]],
) -> Iterator[tuple[int, Prompt, Prompt]]:
    """Every step: its number, its prompt, and the prompt with all screenshots still in it.

    What is done ahead of a step, as an act goes on, is waited for and counted by itself.
    """
    done: list[Step] = []
    task = make_task(instruction="Fill in the form and save it.")
    model.complete(build_prompt(task, [], Observation(screen(99))))  # warm: first uses allocate
    for index in range(1, _STEPS + 1):
        seen = Observation(screen(index))
        prompt = build_prompt(task, done, seen)
        waited[index] = model._ahead.wait()  # noqa: SLF001  (below the seam of the loop)
        began = time.perf_counter()
        completion = model.complete(prompt)
        seconds[index], parts[index] = time.perf_counter() - began, completion.timing
        parse_tool_call(completion.text)
        done.append(Step(index, seen, prompt, Completion(completion.text), "done"))
        yield index, prompt, _with_all(prompt, done)


def _with_all(prompt: Prompt, done: list[Step]) -> Prompt:
    frames = iter([step.observation.frame for step in done])
    turns = []
    for turn in prompt.turns:
        if turn.role == "user":
            turns.append(replace(turn, parts=(*turn.parts[:-1], next(frames))))
        else:
            turns.append(turn)
    return replace(prompt, turns=tuple(turns))


def screen(seed: int) -> Frame:
    """A desktop-like picture: flat areas and text-like noise."""
    random = np.random.default_rng(seed)
    rgb = np.full((800, 1280, 3), 235, np.uint8)
    for _ in range(60):
        x, y = int(random.integers(0, 1180)), int(random.integers(0, 760))
        rgb[y : y + 24, x : x + 100] = random.integers(0, 255, (24, 100, 1), np.uint8)
    return Frame.from_rgb(rgb)


def _reply_length(model: QwenModel, prompt: Prompt) -> int:
    return model.complete(prompt).usage.reply


class _Plain:
    """The library's way: processor, whole prompt, `generate`."""

    def __init__(self, model: QwenModel) -> None:
        from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

        loaded = model._loaded  # noqa: SLF001  (the same weights for both)
        assert loaded
        self._picture = model.profile.tokens.image
        self._model, self._render = loaded.checkpoint.model, loaded.renderer.render
        self._pictures = Qwen2VLImageProcessorPil.from_pretrained(model._source)  # noqa: SLF001

    def seconds(self, prompt: Prompt, length: int) -> float:
        import torch
        from PIL import Image

        began = time.perf_counter()
        rendered = self._render(prompt, {})
        ids = torch.tensor([rendered.ids], device=self._model.device)
        pictures = self._pictures(
            images=[Image.fromarray(frame.rgb) for frame in rendered.frames], return_tensors="pt"
        )
        with torch.inference_mode():
            self._model.generate(
                input_ids=ids,
                attention_mask=torch.ones_like(ids),
                mm_token_type_ids=(ids == self._picture).int(),
                max_new_tokens=length,
                min_new_tokens=length,
                do_sample=False,
                pad_token_id=151_643,
                **pictures.to(self._model.device),
            )
        return time.perf_counter() - began


def _rows(what: str, ours: dict[int, float], whole: dict[int, float], same: dict[int, float]) -> list[Row]:
    rows = []
    for step in _SHOWN:
        against = f"generate: whole history {whole[step]:.2f} s, same prompt {same[step]:.2f} s"
        last = step == _STEPS
        faster = whole[step] / ours[step]
        aim = f"{_AIM:g} times faster than the whole history" if last else ""
        name, ratio = f"think step {step}, 1280x800, {what}", ours[step] / whole[step]
        met = not last or faster >= _AIM
        rows.append(Row(name, ours[step], "s", against, ratio, aim, met=met))
    growth = median(list(ours.values())[-4:]) / median(list(ours.values())[1:5])
    rows.append(
        Row(
            "think steps 17-20 against 2-5",
            growth,
            "times",
            "",
            None,
            f"flat: under {_FLAT:g}",
            growth < _FLAT,
        )
    )
    return rows


def _longest(how: str, ours: dict[int, float], parts: dict[int, Mapping[str, float]]) -> Row:
    """The longest step: none has to be longer because old screenshots leave the prompt."""
    usual = median(list(ours.values())[1:])
    worst = max(list(ours)[1:], key=lambda step: ours[step])
    made = ", ".join(f"{part} {seconds:.2f}" for part, seconds in parts[worst].items())
    name = f"the longest think step, {worst}, {how}"
    against = f"median {usual:.2f} s; without waiting it is {made} s"
    longer = ours[worst] / usual
    return Row(name, ours[worst], "s", against, longer, f"{_LONGEST:g} or less", met=longer <= _LONGEST)


def _decoding(model: QwenModel) -> list[Row]:
    """Passes through the model for a reply, forced text fed or decoded."""
    import torch

    from agent.models.qwen.context import Context
    from agent.models.qwen.decoding import Writer
    from agent.models.qwen.sampling import Sampler
    from agent.profiles.profile import Sampling

    loaded = model._loaded  # noqa: SLF001
    assert loaded
    figures: dict[bool, tuple[float, float]] = {}
    for leaps in (True, False):
        steps, seconds = [], []
        for seed in range(5):
            prompt = build_prompt(make_task(), [], Observation(screen(seed)))
            context = Context(loaded.checkpoint.model, loaded.vision, model.profile.tokens.image)
            sampler = Sampler(Sampling(temperature=1.0, seed=seed))
            with torch.inference_mode():
                taken = context.prefill(loaded.renderer.render(prompt, {}))
                began = time.perf_counter()
                writer = Writer(context, loaded.marks, sampler, model.profile, taken.logits, leaps=leaps)
                steps.append(writer.call(loaded.grammar, "point").steps)
            seconds.append(time.perf_counter() - began)
        figures[leaps] = median(steps), median(seconds) * 1000
    (fed, quick), (decoded, slow) = figures[True], figures[False]
    against = f"every token decoded: {decoded:g} steps, {slow:.0f} ms"
    return [Row(f"decode steps of a click ({quick:.0f} ms)", fed, "", against, fed / decoded, "", met=True)]
