"""What is written inside <tool_call> is a valid call, whatever the weights say; forced text costs nothing."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING

import pytest
import torch

from agent.models.qwen.constraint import CallGrammar
from agent.models.qwen.context import Context
from agent.models.qwen.decoding import Marks, Writer
from agent.models.qwen.sampling import Sampler
from agent.profiles.profile import Sampling
from agent.protocol.grounding import ground
from agent.protocol.prompt import pointing_prompt
from agent.protocol.toolcall import AnswerCall, TerminateCall, parse_tool_call
from tests.agent.models.qwen.conftest import open_model
from tests.agent.models.qwen.episodes import episode, noise
from tools.geometry import Size

if TYPE_CHECKING:
    from pathlib import Path

    from agent.model import Prompt
    from agent.models.qwen.model import QwenModel


@pytest.mark.parametrize("name", ["qwen", "thinker"])
def test_every_reply_is_one_valid_call(name: str, request: pytest.FixtureRequest) -> None:
    model: QwenModel = request.getfixturevalue(name)
    kinds = set()

    def reply(prompt: Prompt) -> str:
        text = model.complete(prompt).text
        call = parse_tool_call(text)
        kinds.add(call.action)
        if not isinstance(call, AnswerCall | TerminateCall):
            ground(call, Size(1280, 800))
        return text

    for _ in episode(6, reply, first=700):
        pass
    assert kinds


def test_a_place_is_asked_for_without_words(qwen: QwenModel) -> None:
    done = qwen.complete(pointing_prompt("the blue button", noise(1)))
    call = parse_tool_call(done.text)
    assert call.action == "left_click"
    assert done.text.startswith("<tool_call>\n")


def test_words_are_free(qwen: QwenModel, tiny: Path) -> None:
    short = open_model(tiny, reply={"tokens": 64})
    prompt = pointing_prompt("what is it?", noise(1))
    done = short.complete(type(prompt)(prompt.system, prompt.turns, wanted="words"))
    assert "<tool_call>" not in done.text
    assert done.usage.reply == 64


def test_a_reply_that_grows_too_long_is_cut_off_and_not_made_up(tiny: Path) -> None:
    short = open_model(tiny, reply={"tokens": 64, "free_tokens": 60, "text": 20_000})
    done = short.complete(next(iter(episode(1, str))))
    assert done.usage.reply <= 80
    assert "</tool_call>" not in done.text or parse_tool_call(done.text)


def written(qwen: QwenModel, sampler: Sampler, *, leaps: bool) -> tuple[str, int, int]:
    loaded = qwen._loaded
    assert loaded
    context = Context(loaded.checkpoint.model, loaded.vision, 151_655)
    with torch.inference_mode():
        taken = context.prefill(loaded.renderer.render(pointing_prompt("it", noise(2)), {}))
        writer = Writer(context, loaded.marks, sampler, qwen.profile, taken.logits, leaps=leaps)
        done = writer.call(loaded.grammar, "point")
    return loaded.checkpoint.tokenizer.decode(done.ids), done.steps, len(done.ids)


def test_forced_text_costs_no_decode_steps(qwen: QwenModel) -> None:
    text, steps, tokens = written(qwen, Sampler(Sampling()), leaps=True)
    plain, plain_steps, _ = written(qwen, Sampler(Sampling()), leaps=False)
    point = parse_tool_call(text)
    parse_tool_call(plain)
    digits = sum(mark.isdigit() for mark in text)
    assert steps <= digits + 3, f"{steps} steps for {digits} digits of {point}"
    assert tokens > 3 * steps
    assert plain_steps > 2 * steps


def test_forced_text_is_in_the_tokens_that_the_tokenizer_would_choose(qwen: QwenModel) -> None:
    loaded = qwen._loaded
    assert loaded
    tokenizer = loaded.checkpoint.tokenizer
    for seed in range(10):
        text, _, _ = written(qwen, Sampler(Sampling(temperature=2.0, seed=seed)), leaps=True)
        constraint = loaded.grammar.begin("point")
        ids = []
        body = text.removeprefix("<tool_call>\n").removesuffix("\n</tool_call>")
        while not constraint.complete():
            ids += constraint.forced()
            rest = body.removeprefix(tokenizer.decode(ids))
            if rest and not constraint.complete():
                token = tokenizer(rest)["input_ids"][0]
                constraint.accept(token)
                ids.append(token)
        assert ids == tokenizer(body)["input_ids"]


def test_a_text_may_begin_with_any_token(qwen: QwenModel) -> None:
    """The quote before a text is not forced: `"<` is one token, and the model may want it."""
    loaded = qwen._loaded
    assert loaded
    tokenizer = loaded.checkpoint.tokenizer
    constraint = loaded.grammar.begin("call")
    constraint.forced()
    for token in tokenizer('type", "text": "<a@b>')["input_ids"]:
        constraint.accept(token)


def test_the_grammar_accepts_each_call_that_the_parser_accepts(qwen: QwenModel) -> None:
    loaded = qwen._loaded
    assert loaded
    tokenizer = loaded.checkpoint.tokenizer
    arguments = [
        {"action": "key", "keys": ["ctrl", "shift", "+"]},
        {"action": "type", "text": 'Zoë "\\ 東京\n😀'},
        {"action": "left_click", "coordinate": [0, 1000]},
        {"action": "left_click_drag", "coordinate": [999, 7]},
        {"action": "scroll", "pixels": -300},
        {"action": "scroll", "coordinate": [5, 5], "pixels": 300},
        {"action": "hscroll", "pixels": 30},
        {"action": "wait", "time": 2},
        {"action": "answer", "text": "42"},
        {"action": "terminate", "status": "failure"},
    ]
    for one in arguments:
        for ascii_only in (True, False):
            body = json.dumps({"name": "computer_use", "arguments": one}, ensure_ascii=ascii_only)
            constraint = loaded.grammar.begin("call")
            for token in tokenizer(body)["input_ids"]:
                constraint.accept(token)
            assert constraint.complete(), body


@pytest.mark.parametrize(
    "body",
    [
        '{"name": "computer_use", "arguments": {"action": "left_click", "coordinate": [1001, 5]}}',
        '{"name": "computer_use", "arguments": {"action": "left_click", "coordinate": [5]}}',
        '{"name": "computer_use", "arguments": {"action": "left_click"}}',
        '{"name": "computer_use", "arguments": {"action": "type", "coordinate": [5, 5]}}',
        '{"name": "computer_use", "arguments": {"action": "click", "coordinate": [5, 5]}}',
        '{"name": "computer_use", "arguments": {"action": "key", "keys": ["Control"]}}',
        '{"name": "computer_use", "arguments": {"action": "key", "keys": []}}',
        '{"name": "computer_use", "arguments": {"action": "terminate", "status": "done"}}',
        '{"name": "computer_use", "arguments":  {"action": "wait", "time": 1}}',
        '{"name": "other", "arguments": {"action": "wait", "time": 1}}',
    ],
)
def test_the_grammar_refuses_all_else(qwen: QwenModel, body: str) -> None:
    loaded = qwen._loaded
    assert loaded
    constraint = loaded.grammar.begin("call")
    with pytest.raises(AssertionError, match="not accepted"):
        deque(map(constraint.accept, loaded.checkpoint.tokenizer(body)["input_ids"]))


def test_a_seed_makes_sampling_repeatable(tiny: Path) -> None:
    def run(seed: int) -> list[str]:
        model = open_model(tiny, sampled=True, sampling={"temperature": 1.5, "top_k": 50, "seed": seed})
        texts = []

        def reply(prompt: Prompt) -> str:
            texts.append(model.complete(prompt).text)
            return texts[-1]

        for _ in range(2):
            model.start(None)  # type: ignore[arg-type]  # it looks at no task
            for _prompt in episode(2, reply, first=900):
                pass
        assert texts[:2] == texts[2:], "an episode after another is as the first"
        return texts

    found = run(1)
    assert run(1) == found
    assert run(2) != found


def test_free_text_holds_no_special_tokens(qwen: QwenModel) -> None:
    loaded = qwen._loaded
    assert loaded
    never = set(loaded.marks.never)
    assert 151_644 in never
    assert never.isdisjoint({loaded.marks.end, loaded.marks.call})
    for prompt in episode(3, lambda _: "x", first=950):
        text = qwen.complete(prompt).text
        free = text.partition("<tool_call>")[0]
        assert never.isdisjoint(loaded.checkpoint.tokenizer(free)["input_ids"])


def test_marks_are_the_published_ids(qwen: QwenModel) -> None:
    assert qwen._loaded
    marks = Marks.of(qwen._loaded.checkpoint.tokenizer, qwen.profile)
    assert (marks.end, marks.call, marks.thought_end) == (151_645, 151_657, 151_668)
    assert marks.opening == (151_657, 198)
    assert marks.closing == (198, 151_658)


def test_a_text_without_end_is_ended(qwen: QwenModel) -> None:
    """The profile of the small checkpoint allows 24 characters; a random model never ends one by itself."""
    assert qwen._loaded
    constraint = qwen._loaded.grammar.begin("call")
    constraint.forced()
    tokenizer = qwen._loaded.checkpoint.tokenizer
    for token in tokenizer('type", "text": "')["input_ids"]:
        constraint.accept(token)
    ours = tokenizer(" hallo" * 2)["input_ids"]
    constraint._chosen.clear()
    for _ in range(3):
        assert torch.isfinite(constraint.allow(torch.zeros(151_936))).sum() > 1000
        for token in ours:
            constraint.accept(token)
    assert torch.isfinite(constraint.allow(torch.zeros(151_936))).nonzero().flatten().tolist() == [1]


def test_the_grammar_is_compiled_once(qwen: QwenModel) -> None:
    assert qwen._loaded
    tokenizer = qwen._loaded.checkpoint.tokenizer
    grammar = CallGrammar(tokenizer, 151_936, 151_645, 5)
    assert grammar._compiled("call") is grammar._compiled("call")
