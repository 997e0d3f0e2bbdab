"""Grounded model: a planner decides what to do, and stages correct where."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.model import Completion, Described, Follower
from agent.models.grounded.ground import Ground
from agent.models.grounded.placed import Placed
from agent.models.grounded.search import Search
from agent.models.grounded.spec import parse_stages
from agent.protocol.grounding import to_grid, to_pixel
from agent.protocol.prompt import request_text
from agent.protocol.toolcall import action_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from agent.model import Model, Prompt
    from agent.models.grounded.stage import Stage
    from agent.task import Task
    from tools.geometry import Point
    from tools.see.parser import ScreenParser


class GroundedModel:
    """Planner whose points are corrected by stages.

    Args:
        planner: decides; only the coordinate of its call is ever changed.
        stages: correct a point, in this order.
        grounder: is asked for points instead of the planner; None: the planner is.
        parser: reads the frames; by default `tools.see.ocr.shared_reader`.
    """

    def __init__(
        self,
        planner: Model,
        stages: Sequence[Stage],
        grounder: Model | None = None,
        parser: ScreenParser | None = None,
    ) -> None:
        self._planner, self._pointer = planner, grounder or planner
        self._models = (planner, grounder) if grounder else (planner,)
        self._stages = tuple(stages)
        self._first: tuple[Stage, ...] = (Ground(),) if grounder else ()
        self._parser = parser
        self._grounder = grounder

    @property
    def name(self) -> str:
        """Planner, grounder and stages: `A+ground(B)+refine(2,768,2)`; a server's once it is reached."""
        ground = f"+ground({self._grounder.name})" if self._grounder else ""
        return f"{self._planner.name}{ground}{''.join(f'+{stage}' for stage in self._stages)}"

    @property
    def sees(self) -> bool:
        """Whether the planner looks at pictures."""
        return self._planner.sees

    def described(self) -> dict[str, JsonValue]:
        """What the planner and the grounder say of themselves."""
        roles = zip(("planner", "grounder"), self._models, strict=False)
        return {role: model.described() for role, model in roles if isinstance(model, Described)}

    def check(self, task: Task) -> None:
        """Make sure that both can do this task.

        Raises:
            BadInput: one can't.
        """
        self._planner.check(task)
        if self._pointer is not self._planner:
            self._pointer.check(task.model_copy(update={"steps": ()}))  # it points, and follows none of them

    def start(self, task: Task) -> None:
        """Begin an episode with both."""
        for model in self._models:
            model.start(task)

    def prepare(self) -> None:
        """Load both.

        Raises:
            ModelFault: one can't be.
        """
        for model in self._models:
            model.prepare()

    def complete(self, prompt: Prompt) -> Completion:
        """The planner's reply with its point corrected; a reply without a point is passed on unchanged.

        A prompt that only asks for a point is answered by the grounder.

        Raises:
            ModelFault: one of them can't; with the usage of all replies so far.
        """
        pointing = prompt.wanted == "point"
        model = self._pointer if pointing else self._planner
        completion = model.complete(prompt)
        placed = None if prompt.wanted == "words" else Placed.of(completion.text)
        if placed is None:
            return completion
        words = request_text(prompt) if pointing else action_line(completion.text)
        search = Search(prompt.frame, words.strip(), self._pointer, self._open_parser())
        first = to_pixel(placed.coordinate, prompt.frame.size)
        search.keep("ground" if pointing else "plan", model, completion, f"{first.x},{first.y}")
        timing = dict(completion.timing)
        last = self._search(search, first, self._stages if pointing else self._first + self._stages, timing)
        place = to_grid(last, prompt.frame.size)
        text = completion.text if last == first else placed.moved(place)
        return replace(
            completion, text=text, usage=search.usage, timing=timing, replies=tuple(search.replies)
        )

    def follow(self, prompt: Prompt) -> None:
        """Let the planner follow, if it has to.

        Raises:
            ModelFault: it can't.
        """
        if isinstance(self._planner, Follower):
            self._planner.follow(prompt)

    def _search(
        self, search: Search, point: Point, stages: Sequence[Stage], timing: dict[str, float]
    ) -> Point:
        """The point after all stages; the seconds of each are added to the timing."""
        for stage in stages:
            began = time.perf_counter()
            point = stage.improve(search, point)
            timing[stage.part] = timing.get(stage.part, 0.0) + time.perf_counter() - began
        return point

    def _open_parser(self) -> ScreenParser:
        if self._parser is None:
            from tools.see.ocr import shared_reader  # noqa: PLC0415  (heavy: loaded on use)

            self._parser = shared_reader()
        return self._parser


def grounded_model(planner: Model, spec: str | None, grounder: Model | None) -> GroundedModel:
    """The grounded model that `--ground` and `--grounder` ask for.

    Raises:
        BadInput: the spec is wrong, or a model would be asked to point that can't.
    """
    stages = () if spec is None else parse_stages(spec)
    pointer = grounder or planner
    if (grounder or any(stage.asks for stage in stages)) and not pointer.sees:
        option = "--grounder" if grounder else f"--ground {spec}"
        raise BadInput(
            f"{option}: {pointer.name!r} can't point at what it is told to, its replies follow the task's "
            "steps; name a model that looks at pictures with --grounder"
        )
    return GroundedModel(planner, stages, grounder)
