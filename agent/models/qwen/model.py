"""`QwenModel`: Qwen3-VL in this process, as a model of the loop."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

import torch

from agent.errors import ModelFault
from agent.model import Completion
from agent.models.qwen.ahead import Ahead, is_quick, left_by_a_drop
from agent.models.qwen.constraint import CallGrammar
from agent.models.qwen.context import Context
from agent.models.qwen.conversations import Conversations
from agent.models.qwen.decoding import Marks, Writer
from agent.models.qwen.loading import load, out_of_memory
from agent.models.qwen.one_token import OneToken
from agent.models.qwen.pictures import Vision
from agent.models.qwen.rendering import Renderer
from agent.models.qwen.sampling import Sampler
from agent.printing.streams import tell
from agent.profiles.profile import Sampling
from agent.task.judging import refuse_judging
from agent.usage import Usage

if TYPE_CHECKING:
    from pydantic import JsonValue

    from agent.model import Prompt
    from agent.models.qwen.context import Prefill
    from agent.models.qwen.decoding import Written
    from agent.models.qwen.loading import Checkpoint
    from agent.models.qwen.rendering import Rendered
    from agent.profiles import Profile
    from agent.profiles.fit import Weights
    from agent.task import Task

_ONE_AT_A_TIME = Lock()
"""Over all models of the process: while one captures a pass, no other may use the same GPU."""
_NOTHING = 0.001
"""Seconds of waiting that are not told."""
_REPLIES = 1024
"""Replies whose tokens are remembered."""
_GREEDY = Sampling()


@dataclass(frozen=True, slots=True)
class _Loaded:
    checkpoint: Checkpoint
    vision: Vision
    renderer: Renderer
    grammar: CallGrammar
    marks: Marks
    one_token: OneToken | None
    conversations: Conversations
    is_quick: bool


class QwenModel:
    """A checkpoint, loaded once, and the conversations that it keeps in mind.

    Args:
        source: a local folder or a name on the hub.
        profile: what is known of it.
        name: what the user called it.
        weights: 16, 8 or 4 bit, or as the checkpoint has them.
        sampled: by the profile's settings; otherwise greedy. A place that is asked for is always greedy.
        compiled: the pass of a single token is compiled, and on a GPU captured as a graph.
    """

    sees = True

    def __init__(
        self,
        source: str,
        profile: Profile,
        *,
        name: str,
        weights: Weights = "auto",
        sampled: bool = False,
        compiled: bool = False,
    ) -> None:
        self.name = name
        self.profile = profile
        self._source, self._weights, self._compiled = source, weights, compiled
        self._sampling = profile.sampling if sampled else _GREEDY
        self._loaded: _Loaded | None = None
        self._sampler = Sampler(self._sampling)
        self._ahead = Ahead(self._not_ahead)
        self._said: OrderedDict[str, tuple[int, ...]] = OrderedDict()

    def described(self) -> dict[str, JsonValue]:
        """The profile, and how it is run."""
        profile: dict[str, JsonValue] = self.profile.model_dump(mode="json")
        run: dict[str, JsonValue] = {
            "weights": self._weights,
            "sampled": self._sampling != _GREEDY,
            "compiled": self._compiled,
        }
        return profile | run

    def check(self, task: Task) -> None:
        """It takes any task whose steps are a plan.

        Raises:
            BadInput: a step is to be judged on the way.
        """
        refuse_judging(task, f"the model `{self.name}`")

    def start(self, task: Task) -> None:
        """Begin an episode: the same seed gives the same replies as in any other."""
        del task
        self._ahead.wait()  # it reads what was said
        self._sampler = Sampler(self._sampling)
        self._said.clear()

    def prepare(self) -> None:
        """Load the weights, with a progress bar on standard error.

        Raises:
            ModelFault: they can't be found or don't fit.
        """
        if self._loaded is not None:
            return
        with out_of_memory(self.profile):
            checkpoint = load(self._source, self.profile, self._weights)
        model, tokenizer, profile = checkpoint.model, checkpoint.tokenizer, self.profile
        vision = Vision(model, checkpoint.rules)
        one_token = OneToken.compiled(model) if self._compiled else OneToken.captured(model)
        begin = partial(
            Context, model, vision, profile.tokens.image, one_token=one_token, reply=profile.reply.tokens
        )
        self._loaded = _Loaded(
            checkpoint,
            vision,
            Renderer(tokenizer, checkpoint.rules, profile),
            CallGrammar(
                tokenizer, model.config.text_config.vocab_size, profile.tokens.end, profile.reply.text
            ),
            Marks.of(tokenizer, profile),
            one_token,
            Conversations(begin, profile.tokens.end),
            is_quick(model),
        )

    def complete(self, prompt: Prompt) -> Completion:
        """Reply; inside `<tool_call>` only what the protocol allows is written.

        Raises:
            ModelFault: the prompt is too long, or memory ran out.
        """
        self.prepare()
        assert self._loaded is not None
        waited = self._ahead.wait()
        began = time.perf_counter()
        rendered = self._loaded.renderer.render(prompt, self._said)
        self._refuse_too_long(rendered)
        with _ONE_AT_A_TIME, torch.no_grad(), out_of_memory(self.profile):
            context, taken = self._taken(rendered)
            decoding = time.perf_counter()
            written = self._write(prompt, context, taken)
        text = self._loaded.checkpoint.tokenizer.decode(written.ids)
        self._remember(text, written.ids)
        ended = time.perf_counter()
        timing = {
            "rendering": decoding - began - taken.vision - taken.seconds,
            "vision": taken.vision,
            "prefill": taken.seconds,
            "decode": ended - decoding,
        }
        timing |= {"ahead": waited} if waited >= _NOTHING else {}
        self._look_ahead(prompt, text)
        usage = Usage(prompt=len(rendered.ids), cached=taken.cached, reply=len(written.ids))
        return Completion(text, usage, timing)

    def _taken(self, rendered: Rendered) -> tuple[Context, Prefill]:
        """The prompt taken in by the conversation that knows most of it; in need the others make room."""
        assert self._loaded is not None
        conversations = self._loaded.conversations
        context = conversations.of(rendered)
        try:
            with out_of_memory(self.profile):
                return context, context.prefill(rendered)
        except ModelFault as lack:
            if len(conversations.contexts) == 1:
                raise
            conversations.forget_others()
            self._ahead.give_up(lack.__cause__ or lack)
        return context, context.prefill(rendered)

    def _look_ahead(self, prompt: Prompt, reply: str) -> None:
        """Begin to take in what the next drop of old screenshots will leave of the prompt."""
        assert self._loaded is not None
        left = left_by_a_drop(prompt, reply) if self._loaded.is_quick else None
        if left is not None:
            self._ahead.begin(partial(self._take_in, left))

    def _take_in(self, prompt: Prompt) -> None:
        assert self._loaded is not None
        rendered = self._loaded.renderer.render(prompt, self._said)
        with _ONE_AT_A_TIME, torch.no_grad():
            self._loaded.conversations.beside(rendered).prefill(rendered)

    def _not_ahead(self, why: str) -> None:
        """Go on without; it may have been the memory, so only what is needed stays in it."""
        assert self._loaded is not None
        self._loaded.conversations.forget_others()
        tell(f"every fourth step takes longer, as old screenshots can't be left out ahead of it: {why}\n")

    def _write(self, prompt: Prompt, context: Context, taken: Prefill) -> Written:
        assert self._loaded is not None
        sampler = Sampler(_GREEDY) if prompt.wanted == "point" else self._sampler
        writer = Writer(context, self._loaded.marks, sampler, self.profile, taken.logits)
        return (
            writer.words() if prompt.wanted == "words" else writer.call(self._loaded.grammar, prompt.wanted)
        )

    def _remember(self, text: str, ids: tuple[int, ...]) -> None:
        self._said[text] = ids
        while len(self._said) > _REPLIES:
            self._said.popitem(last=False)

    def _refuse_too_long(self, rendered: Rendered) -> None:
        length, room = len(rendered.ids), self.profile.context - self.profile.reply.tokens
        if length > room:
            raise ModelFault(
                f"the prompt has {length} tokens, and {self.profile.name} takes {room} besides its reply; "
                "make the task's display smaller or the task shorter"
            )
