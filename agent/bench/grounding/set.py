"""`GroundingSet`: every sample is asked for once, without an episode around it."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from agent.bench.benchmark import About
from agent.bench.grounding.asking import ask, begin, prompts_digest
from agent.bench.grounding.items import GroundingItems, read_published
from agent.bench.grounding.layouts.pictures import read_picture
from agent.bench.grounding.misses import misses_page
from agent.bench.results.attempt import Attempt
from agent.model import Described
from agent.models import load_grounded
from agent.recording.disk import whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.grounding.layouts.sample import Published
    from agent.bench.sets import Asked
    from agent.bench.summary import Summary
    from agent.model import Completion, Model
    from tools.observation import Frame


class _Shown(NamedTuple):
    """A picture as the model is shown it."""

    path: Path
    frame: Frame
    digest: str
    """SHA-256 of the file that it was read from."""


class GroundingSet(GroundingItems):
    """Samples in pictures, and the model that is to find them.

    Args:
        name: of the set.
        data: the folder of the published data.
        published: what was read from there.
        model: is asked.
    """

    page = "misses.html"

    def __init__(self, name: str, data: Path, published: Published, model: Model) -> None:
        super().__init__(name, data, published)
        self._model = model
        self._shown: _Shown | None = None

    def about(self) -> About:
        """The model, reached or loaded: before that a server's may have no name.

        Raises:
            ModelFault: it can't be.
        """
        self._model.prepare()
        there, published = len(self.published.samples), self.published.count
        remark = f"the published set has {published:,} items, this folder {there:,}"
        return About(
            model=self._model.name,
            prompts=prompts_digest(self._model),
            profile=self._model.described() if isinstance(self._model, Described) else None,
            options={"language": self.published.language} if self.published.language else {},
            remark=remark if there != published else "",
        )

    def prepare(self) -> None:
        """Load or reach the model.

        Raises:
            ModelFault: it can't be.
        """
        self._model.prepare()
        begin(self._model)

    def close(self) -> None:
        """Nothing: the model stays loaded for whoever comes next."""

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Ask for one sample, and judge the reply.

        Raises:
            ModelFault: the model can't be asked.
            BadInput: the picture can't be read.
        """
        del out
        began = time.perf_counter()
        sample = self.sample(item.name)
        shown = self._picture(sample.picture)
        asked = time.perf_counter()
        completion = ask(self._model, sample.instruction, shown.frame)
        answered = time.perf_counter()
        made = Attempt(
            item=item.name,
            repeat=repeat,
            seed=item.seed,
            outcome="wrong_format",
            score=0,
            groups=item.groups,
            details={"picture": shown.digest, **_replies(completion)},
            reply=completion.text,
            tokens=completion.usage,
        )
        judged = self.judged(made)
        ended = time.perf_counter()
        parts = {"picture": asked - began, "model": answered - asked}
        seconds = {**parts, **completion.timing, "total": ended - began}
        return judged.model_copy(update={"seconds": seconds})

    def _picture(self, path: Path) -> _Shown:
        """A picture; the last one is kept, as the sets ask for several places in one after another."""
        if self._shown is None or self._shown.path != path:
            self._shown = None
            frame, file = read_picture(path)
            self._shown = _Shown(path, frame, hashlib.sha256(file).hexdigest())
        return self._shown

    def show(self, summary: Summary, attempts: Sequence[Attempt], out: Path) -> None:
        """Write the page of all misses."""
        with whole(out / self.page) as file:
            file.write(misses_page(self, summary, attempts))


def _replies(completion: Completion) -> dict[str, Any]:
    """The raw replies behind a reply that was made of several."""
    replies = [one.model_dump(mode="json") for one in completion.replies]
    return {"replies": replies} if replies else {}


def grounding_set(asked: Asked) -> GroundingSet:
    """The set that is asked for.

    Raises:
        BadInput: the data are not as published, or the model is none that can point.
        ModelFault: the model can't be loaded.
    """
    published = read_published(asked.name, asked.data, asked.language)
    assert asked.data is not None
    model = load_grounded(asked.model, asked.ground, asked.grounder)
    return GroundingSet(asked.name, asked.data, published, model)
