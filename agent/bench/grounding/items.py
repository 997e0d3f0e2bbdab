"""`GroundingItems`: the samples of a set, and how a reply to one of them is judged."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from agent.bench.benchmark import Item
from agent.bench.grounding.answer import read_answer
from agent.bench.grounding.layouts.osworld_g import read_osworld_g
from agent.bench.grounding.layouts.pictures import picture_size
from agent.bench.grounding.layouts.sample import LANGUAGES
from agent.bench.grounding.layouts.screenspot import read_screenspot
from agent.bench.grounding.layouts.screenspot_pro import LANGUAGE_GROUP, read_screenspot_pro
from agent.bench.grounding.scoring import outcome_of, place_of
from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.grounding.layouts.sample import Language, Published, Sample, Target
    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config

_OSWORLD_G = "osworld-g"
_SIZES = ((16, "00-15 px"), (32, "16-31 px"), (64, "32-63 px"))
_LARGE = "64 px and more"


class GroundingItems:
    """Samples in pictures.

    Args:
        name: of the set.
        data: the folder of the published data.
        published: what was read from there.
    """

    def __init__(self, name: str, data: Path, published: Published) -> None:
        self.name, self.data, self.published = name, data, published
        self.apart = "instructions" if name == _OSWORLD_G else LANGUAGE_GROUP if published.language else None
        self._samples = {sample.name: sample for sample in published.samples}

    def digest(self) -> str:
        """SHA-256 of the annotation files, and of the names and sizes of all pictures."""
        digest = hashlib.sha256()
        for file in self.published.files:
            digest.update(hashlib.sha256(file.read_bytes()).digest())
        for picture in dict.fromkeys(sample.picture for sample in self.published.samples):
            name = picture.relative_to(self.data).as_posix()
            digest.update(f"{name} {picture.stat().st_size}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def items(self) -> list[Item]:
        """All samples, also broken down by the target's shorter side."""
        return [
            Item(sample.name, groups={**sample.groups, "target": size_class(sample.target)})
            for sample in self.published.samples
        ]

    def sample(self, name: str) -> Sample:
        """The sample of that name.

        Raises:
            BadInput: there is none.
        """
        if name not in self._samples:
            raise BadInput(f"--data {self.data}: has no item {name!r}; these are other data")
        return self._samples[name]

    def size_of(self, sample: Sample) -> tuple[int, int]:
        """Width and height that its area is told in."""
        return sample.size or picture_size(sample.picture)

    def judged(self, attempt: Attempt) -> Attempt:
        """The attempt with what its reply says: outcome, score, point."""
        if attempt.reply is None:
            return attempt
        sample, answer = self.sample(attempt.item), read_answer(attempt.reply)
        size = self.size_of(sample)
        outcome, place = outcome_of(sample, answer, size), place_of(answer, size)
        details = {**attempt.details, "point": list(place) if place else None}
        changes = {"outcome": outcome, "score": float(outcome == "passed"), "details": details}
        return attempt.model_copy(update=changes)

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """The same attempt, judged anew from its raw reply and the data.

        Raises:
            BadInput: the picture is not the one that the model was shown, or can't be read.
        """
        del out
        if attempt.reply is None:
            return attempt
        picture = self.sample(attempt.item).picture
        if picture_digest(picture) != attempt.details.get("picture"):
            raise BadInput(f"{picture}: is not the picture that {attempt.item!r} was asked with")
        return self.judged(attempt)


def size_class(target: Target) -> str | tuple[str, ...]:
    """How long the shorter side of a target is; () where there is none."""
    if not target.outline:
        return ()
    xs, ys = zip(*target.outline, strict=True)
    shorter = min(max(xs) - min(xs), max(ys) - min(ys))
    return next((name for most, name in _SIZES if shorter < most), _LARGE)


def picture_digest(picture: Path) -> str:
    """SHA-256 of a picture's file.

    Raises:
        BadInput: it can't be read.
    """
    try:
        return hashlib.sha256(picture.read_bytes()).hexdigest()
    except OSError as error:
        raise BadInput(f"{picture}: can't be read: {error.strerror}") from None


def read_published(name: str, data: Path | None, language: Language | None = None) -> Published:
    """What a folder has of a set; in another language than English where it has that.

    Raises:
        BadInput: it is not named, holds another layout, or nothing at all.
    """
    if data is None:
        raise BadInput(f"bench {name}: name the folder of the published data with --data DIR")
    match name:
        case "screenspot-pro":
            found = read_screenspot_pro(data, language)
        case "osworld-g":
            found = read_osworld_g(data)
        case _:
            found = read_screenspot(name, data)
    if not found.samples:
        raise BadInput(f"--data {data}: there are no items in it")
    return found


def grounding_items(config: Config, data: Path | None) -> GroundingItems:
    """The items of a run, to judge its attempts anew.

    Raises:
        BadInput: the data are not as published.
    """
    language = config.options.get("language")
    published = read_published(config.set, data, next((one for one in LANGUAGES if one == language), None))
    assert data is not None
    return GroundingItems(config.set, data, published)
