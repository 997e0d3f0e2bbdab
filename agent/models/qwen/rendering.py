"""Rendering: prompt -> token ids, through the checkpoint's own chat template and tokenizer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from agent.protocol.harmless import harmless
from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agent.model import Prompt
    from agent.models.qwen.pictures import PictureRules
    from agent.profiles import Profile

_REPLY = re.compile(r"(?<=<\|im_start\|>assistant\n)(.*?)(?=<\|im_end\|>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A prompt as the model takes it."""

    ids: tuple[int, ...]
    """Every picture is as many `<|image_pad|>` as it has tokens."""
    frames: tuple[Frame, ...]
    """The pictures, in order."""
    starts: tuple[int, ...]
    """Where each picture's first pad stands in `ids`."""
    marks: tuple[int | str, ...]
    """`ids` with the frame's digest in place of a picture's pads: equal marks mean the same prompt."""


class Renderer:
    """Renders prompts for one checkpoint."""

    def __init__(self, tokenizer: Any, rules: PictureRules, profile: Profile) -> None:
        self._tokenizer, self._rules, self._profile = tokenizer, rules, profile

    def text(self, prompt: Prompt) -> str:
        """The prompt in the chat template's words, each picture as one pad."""
        messages: list[dict[str, Any]] = [{"role": "system", "content": harmless(prompt.system)}]
        for turn in prompt.turns:
            parts = [
                {"type": "text", "text": harmless(part)} if isinstance(part, str) else {"type": "image"}
                for part in turn.parts
            ]
            # The Thinking template looks for </think> in a string only.
            content = parts if turn.role == "user" else "".join(part["text"] for part in parts)
            messages.append({"role": turn.role, "content": content})
        return str(self._tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True))

    def render(self, prompt: Prompt, said: Mapping[str, tuple[int, ...]]) -> Rendered:
        """Token ids of the prompt.

        Args:
            prompt: what the model is shown.
            said: the ids that earlier replies were written with, by their text. They are used again, since a
                text may be spelled with other tokens than the tokenizer would choose, and what was worked out
                for those holds for no others.
        """
        frames = tuple(part for turn in prompt.turns for part in turn.parts if isinstance(part, Frame))
        left = iter(frames)
        ids: list[int] = []
        starts: list[int] = []
        marks: list[int | str] = []
        for token in chain.from_iterable(self._pieces(self.text(prompt), said)):
            if token == self._profile.tokens.image:
                frame = next(left)
                count = self._rules.tokens(frame.size)
                starts.append(len(ids))
                ids += [token] * count
                marks += [frame.digest] * count
            else:
                ids.append(token)
                marks.append(token)
        return Rendered(tuple(ids), frames, tuple(starts), tuple(marks))

    def _pieces(self, text: str, said: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
        at = 0
        for reply in _REPLY.finditer(text):
            if reply.group() in said:
                yield self._encode(text[at : reply.start()])
                yield said[reply.group()]
                at = reply.end()
        yield self._encode(text[at:])

    def _encode(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer(text, add_special_tokens=False)["input_ids"])
