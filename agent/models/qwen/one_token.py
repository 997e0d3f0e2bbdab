"""Pass of a single token, captured once a room and repeated: the default on a GPU.

A pass of one token is hundreds of small kernels, and a GPU waits for the processor that starts them. With
every tensor at a fixed address the pass is captured once as a CUDA graph (0.04 s) and replayed. Compiling
(`@compiled`, a minute) fuses the small kernels as well. Neither is trusted: the first pass in each room is
compared with the plain one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import torch

from agent.models.qwen.alike import alike
from agent.models.qwen.capture import again, cuda_graph
from agent.models.qwen.room import Room
from agent.printing.streams import tell
from agent.protocol.prompt import FRAMES_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

    from agent.models.qwen.capture import Capture, Run
    from agent.models.qwen.rendering import Rendered


_Found = TypeVar("_Found")
_COMPILED_TRIALS = 3
"""The compiler's graph warms up in the first pass, is recorded in the second, replayed from the third on."""
_TEXT = 8192
"""Tokens that an episode's words may take before its room is made larger."""


class Unfit(Exception):
    """A captured pass can't be used, and may have written anywhere in its room."""


class OneToken:
    """How a model's pass of a single token is run.

    Args:
        model: the library's model, all on one device.
        capture: makes of a pass one that repeats it.
        forward: the model's, or it compiled.
        trials: passes in each room that are compared with the plain one.
        ahead: make room for a whole episode: for who pays dearly for another room.
    """

    def __init__(
        self,
        model: Any,
        capture: Capture,
        forward: Callable[..., Any] | None = None,
        *,
        trials: int = 1,
        ahead: bool = False,
    ) -> None:
        self.fit = True
        self.capture, self.forward, self.trials = capture, forward or model.forward, trials
        self._model, self._ahead = model, ahead

    @classmethod
    def compiled(cls, model: Any, backend: str = "inductor") -> OneToken:
        """Compiled at its first use."""
        mode = "reduce-overhead" if torch.cuda.is_available() else None
        forward: Any = torch.compile(model.forward, backend=backend, mode=mode, fullgraph=True, dynamic=False)
        return cls(model, again, forward, trials=_COMPILED_TRIALS, ahead=True)

    @classmethod
    def captured(cls, model: Any) -> OneToken | None:
        """As a CUDA graph, if one GPU holds all of the model."""
        devices = {weight.device for weight in model.parameters()}
        one_gpu = len(devices) == 1 and next(iter(devices)).type == "cuda"
        return cls(model, cuda_graph) if one_gpu else None

    def room(self) -> Room:
        """An empty one."""
        return Room(self._model.config.text_config.num_hidden_layers, self._model.device)

    def positions(self, rendered: Rendered, reply: int) -> int:
        """That a prompt's room must hold at least."""
        needed = len(rendered.ids)
        if self._ahead:
            pictures = sum(isinstance(mark, str) for mark in rendered.marks)
            one = -(-pictures // max(1, len(rendered.frames)))
            needed = max(needed, FRAMES_KEPT * one) + _TEXT
        return needed + reply

    def refuse(self, why: str) -> None:
        """Never again in this process; said once."""
        if self.fit:
            tell(f"a token takes several times as long as it could: {why}\n")
        self.fit = False


class SinglePass:
    """The pass of a single token through one conversation's room."""

    def __init__(self, how: OneToken) -> None:
        self.how, self.room = how, how.room()
        device = self.room.place.at.device
        self._id = torch.zeros((1, 1), dtype=torch.long, device=device)
        self._position = torch.zeros((3, 1, 1), dtype=torch.long, device=device)
        self._repeat: Run | None = None
        self._trials = 0

    def hold(self, positions: int) -> None:
        """See that the room holds so many; in another one the pass is captured again."""
        if self.room.hold(positions):
            self._repeat = None

    def __call__(self, token: int, position: int, place: int, plain: Run) -> Tensor:
        """Take the token in; the logits of the next one, shape (vocabulary,).

        Args:
            token: the id that is fed.
            position: in time, row and column.
            place: how much of the room is filled.
            plain: the same pass without any of this; it leaves the room as it found it.

        Raises:
            Unfit: it can't be captured, or does not give what the plain pass gives.
        """
        if self._repeat is None:
            self._repeat, self._trials = _captured(self._capture), self.how.trials
        if self._trials:
            expected = plain()
            repeat = self._repeat
            found = _captured(lambda: self._run(repeat, token, position, place))
            if not alike(found, expected):
                raise Unfit("on this device a captured pass does not give what a plain one gives")
            self._trials -= 1
        else:
            found = self._run(self._repeat, token, position, place)
        self.room.took_one()
        return found

    def _capture(self) -> Run:
        """Captured with other values than it is tried with: one that was baked in shows."""
        with self.room.single(self.room.size - 1):
            return self.how.capture(self._pass)

    def _run(self, repeat: Run, token: int, position: int, place: int) -> Tensor:
        self._id.fill_(token)
        self._position.fill_(position)
        with self.room.single(place):
            return repeat().clone()

    def _pass(self) -> Tensor:
        found = self.how.forward(
            input_ids=self._id,
            position_ids=self._position,
            cache=self.room.cache,
            use_cache=True,
            logits_to_keep=1,
        )
        return found.logits[0, -1]  # type: ignore[no-any-return]  # the library is not typed


def _captured(does: Callable[[], _Found]) -> _Found:
    """Whatever a device's library raises, there is the plain pass."""
    try:
        return does()
    except Exception as error:
        first = str(error).strip().partition("\n")[0]
        raise Unfit(f"its pass can't be captured ({type(error).__name__}: {first:.200})") from error
