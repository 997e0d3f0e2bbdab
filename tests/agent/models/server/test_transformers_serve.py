"""Runs against a real server: `transformers serve` on loopback, with Qwen3-VL's architecture and tokenizer.

Two small checkpoints: one with random weights, whose replies are nonsense, and one whose weights are set by
hand so that it says one tool call: each of its tokens leads to the next, whatever went before.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.model import Prompt, Turn
from agent.models.server.endpoint import Endpoint
from agent.models.server.exchange.usage import prompt_tokens
from agent.models.server.model import ServerModel
from agent.models.server.request import Settings
from agent.profiles.profile import Images, ReplyLimits, Server
from agent.recording.reading import load_recording
from agent.recording.recorder import Recorder
from agent.replay.offline import replay
from tests.agent.fakes import DONE, make_frame
from tests.agent.models.qwen.shared import shared_checkpoint
from tests.agent.models.server.conftest import run
from tests.agent.models.server.serving import name_processor, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[4]
CALL = '{"name":"computer_use","arguments":{"action": "terminate",\n"status"\n:"success"}}'
"""As the speaker says it: the white space is chosen so that no token occurs twice."""


@dataclass(frozen=True)
class Served:
    """The server's URL, and the folders of the checkpoints that it can serve."""

    url: str
    random: Path
    speaker: Path

    def model(self, folder: Path, tokens: int = 64) -> ServerModel:
        # The server's own count is wanted, however busy the machine is.
        settings = Settings(reply=ReplyLimits(tokens=tokens), server=Server(deadline=600), count_patience=600)
        return ServerModel(Endpoint.of(self.url, str(folder)), settings)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("serve")
    random = shutil.copytree(shared_checkpoint(tmp_path_factory), folder / "random")
    for checkpoint in (random, speaker := make_speaker(random, folder / "speaker")):
        name_processor(checkpoint)
    with serving(folder) as url:
        yield Served(url, random, speaker)


def make_speaker(random: Path, folder: Path) -> Path:
    """A checkpoint that says CALL: its layers add nothing, and its head turns each token into the next."""
    import torch
    from transformers import Qwen2Tokenizer, Qwen3VLForConditionalGeneration

    tokenizer = Qwen2Tokenizer.from_pretrained(random)
    model = Qwen3VLForConditionalGeneration.from_pretrained(random, tie_word_embeddings=False)
    embedding = model.get_input_embeddings().weight
    head = torch.zeros_like(embedding)
    tokens = tokenizer(f"\n<tool_call>{CALL}</tool_call>", add_special_tokens=False)["input_ids"] + [
        tokenizer.eos_token_id
    ]
    assert len(set(tokens)) == len(tokens)
    torch.manual_seed(0)
    with torch.no_grad():
        embedding.normal_()
        model.model.language_model.norm.weight.fill_(1)
        for layer in model.model.language_model.layers:
            layer.self_attn.o_proj.weight.zero_()
            layer.mlp.down_proj.weight.zero_()
        for token, following in pairwise(tokens):
            head[following] = embedding[token] / embedding[token].norm()
        model.lm_head.weight = torch.nn.Parameter(head)
    model.save_pretrained(folder)
    for file in random.iterdir():
        if not (folder / file.name).exists():
            (folder / file.name).write_bytes(file.read_bytes())
    return folder


def test_a_run_passes_and_replays(served: Served, tmp_path: Path) -> None:
    model = served.model(served.speaker)
    with Recorder(tmp_path / "rec", model=model.name, display="virtual") as recorder:
        told = run(model, recorder)
    model.close()
    assert (told.ending.verdict, len(told.steps)) == ("passed", 1)
    assert told.steps[0].completion.text == DONE.partition("terminate.\n")[2]  # the server has parsed it
    estimate = prompt_tokens(told.steps[0].prompt, Images())
    assert told.usage.reply == 22
    assert abs(told.usage.prompt - estimate) < 0.15 * estimate
    assert replay(load_recording(tmp_path / "rec")).verdict == "passed"


def test_nonsense_is_asked_for_again_with_the_reason_and_counted(served: Served) -> None:
    model = served.model(served.random, tokens=64)
    told = run(model)
    model.close()
    assert (told.ending.verdict, len(told.steps)) == ("model_error", 3)
    assert "3 unusable decisions in a row" in told.ending.message
    assert [step.completion.usage.reply for step in told.steps] == [64, 64, 64]
    prompts = [step.completion.usage.prompt for step in told.steps]
    assert prompts[0] < prompts[1] < prompts[2]
    assert told.steps[0].note in str(told.steps[1].prompt.turns[-1].parts[0])


def test_words_are_answered(served: Served) -> None:
    model = served.model(served.random, tokens=64)
    prompt = Prompt("Look.", (Turn("user", ("What is it?", make_frame())),), wanted="words")
    first, again = model.complete(prompt), model.complete(prompt)
    model.close()
    assert first.text
    assert first.text == again.text
    assert first.usage == again.usage
