"""`GroundingSet`: every element is asked for once, without an episode around it."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Any

from agent.bench.benchmark import About, Item
from agent.bench.grounding.answer import read_answer
from agent.bench.grounding.asking import ask, begin, prompts_digest
from agent.bench.grounding.layouts.osworld_g import read_osworld_g
from agent.bench.grounding.layouts.pictures import read_picture
from agent.bench.grounding.layouts.screenspot import read_screenspot
from agent.bench.grounding.layouts.screenspot_pro import read_screenspot_pro
from agent.bench.grounding.scoring import outcome_of, place_of
from agent.bench.results.attempt import Attempt
from agent.errors import BadInput
from agent.models import load_grounded

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.grounding.layouts.element import Element, Published
    from agent.bench.sets import Asked
    from agent.model import Completion, Model

OSWORLD_G = "osworld-g"


class GroundingSet:
    """Elements in pictures, and the model that is to find them.

    Args:
        name: of the set.
        data: the folder of the published data.
        model: is asked.
        published: what was read from there.
    """

    def __init__(self, name: str, data: Path, model: Model, published: Published) -> None:
        self.name, self._data, self._model = name, data, model
        self.apart = "instructions" if name == OSWORLD_G else None
        self._elements = {element.name: element for element in published.elements}
        self._published = published

    def digest(self) -> str:
        """SHA-256 of the annotation files, and of the names and sizes of all pictures."""
        digest = hashlib.sha256()
        for file in self._published.files:
            digest.update(hashlib.sha256(file.read_bytes()).digest())
        for picture in dict.fromkeys(element.picture for element in self._elements.values()):
            name = picture.relative_to(self._data).as_posix()
            digest.update(f"{name} {picture.stat().st_size}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def about(self) -> About:
        """The model, reached or loaded: before that a server's may have no name."""
        self.prepare()
        profile = getattr(self._model, "profile", None)
        there, whole = len(self._elements), self._published.count
        remark = f"the published set has {whole:,} items, this folder {there:,}"
        return About(
            model=self._model.name,
            prompts=prompts_digest(self._model),
            profile=profile.model_dump(mode="json") if profile else None,
            remark=remark if there != whole else "",
        )

    def items(self) -> list[Item]:
        """All elements."""
        return [Item(element.name, groups=element.groups) for element in self._elements.values()]

    def prepare(self) -> None:
        """Load or reach the model.

        Raises:
            ModelFault: it can't be.
        """
        self._model.prepare()
        begin(self._model)

    def close(self) -> None:
        """Nothing: the model stays loaded for whoever comes next."""

    def element(self, name: str) -> Element:
        """The element of that name."""
        return self._elements[name]

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Ask for one element, and score the answer.

        Raises:
            ModelFault: the model can't be asked.
            BadInput: the picture can't be read.
        """
        del out
        began = time.perf_counter()
        element = self._elements[item.name]
        frame, file = read_picture(element.picture)
        asked = time.perf_counter()
        completion = ask(self._model, element.instruction, frame)
        answered = time.perf_counter()
        answer, size = read_answer(completion.text), element.size or (frame.size.width, frame.size.height)
        outcome, place = outcome_of(element, answer, size), place_of(answer, size)
        return Attempt(
            item=item.name,
            repeat=repeat,
            seed=item.seed,
            outcome=outcome,
            score=float(outcome == "passed"),
            groups=item.groups,
            details={
                "point": list(place) if place else None,
                "picture": hashlib.sha256(file).hexdigest(),
                **_replies(completion),
            },
            reply=completion.text,
            seconds={
                "picture": asked - began,
                "model": answered - asked,
                "total": time.perf_counter() - began,
            },
            tokens=completion.usage,
        )


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
    if asked.data is None:
        raise BadInput(f"bench {asked.name}: name the folder of the published data with --data DIR")
    published = _read(asked.name, asked.data)
    if not published.elements:
        raise BadInput(f"--data {asked.data}: there are no items in it")
    model = load_grounded(asked.model, asked.ground, asked.grounder)
    return GroundingSet(asked.name, asked.data, model, published)


def _read(name: str, data: Path) -> Published:
    if name == "screenspot-pro":
        return read_screenspot_pro(data)
    return read_osworld_g(data) if name == OSWORLD_G else read_screenspot(name, data)
