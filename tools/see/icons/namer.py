"""Namer: what the icons of a screen show. Its model is in this package, trained by `training/icons`."""

from __future__ import annotations

from collections import OrderedDict
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from tools.see.icons.concepts import concepts
from tools.see.icons.finder import icon_boxes
from tools.see.icons.icon import Icon
from tools.see.icons.tile import tile
from tools.see.session import Model

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Scene

MODEL = "icons.onnx"
"""The file in this package."""
LIKELY = 0.01
"""Below this a concept is left out."""
REMEMBERED = 2048
"""Tiles whose concepts are kept."""


class IconNamer:
    """Names icons, the same picture never twice. Loads its model on first use.

    Args:
        model: The model's file; by default the one of this package.
    """

    def __init__(self, model: Traversable | None = None) -> None:
        self._model = Model(model or files(__package__) / MODEL, concepts="|".join(concepts()))
        self._known: OrderedDict[bytes, dict[str, float]] = OrderedDict()

    def name(self, scene: Scene) -> tuple[Icon, ...]:
        """The icons on a screen, top to bottom; of two in one place the one that is more likely anything."""
        return apart(self.name_boxes(scene.frame, icon_boxes(scene)))

    def name_boxes(self, frame: Frame, boxes: Sequence[Box]) -> list[Icon]:
        """What stands in each of some boxes, which are close around icons."""
        tiles = [tile(frame.bgrx, box.clip(frame.size)) for box in boxes]
        keys = [blake2b(one.tobytes(), digest_size=16).digest() for one in tiles]
        new = {key: one for key, one in zip(keys, tiles, strict=True) if key not in self._known}
        self._known.update(zip(new, self._asked([*new.values()]), strict=True))
        icons = [Icon(box, self._known[key]) for box, key in zip(boxes, keys, strict=True)]
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return icons

    def _asked(self, tiles: Sequence[NDArray[np.float32]]) -> list[dict[str, float]]:
        if not tiles:
            return []
        (rows,) = self._model.run(np.stack(tiles))
        return [
            {name: float(score) for name, score in zip(concepts(), row, strict=False) if score >= LIKELY}
            for row in rows
        ]


@cache
def shared_namer() -> IconNamer:
    """The one namer of this process."""
    return IconNamer()


def apart(icons: Sequence[Icon]) -> tuple[Icon, ...]:
    """The icons of which none lies in another: of two in one place the more likely one."""
    kept: list[Icon] = []
    for icon in sorted(icons, key=lambda one: -one.best[1]):
        if not any(
            icon.box.overlap(other.box).area * 2 > min(icon.box.area, other.box.area) for other in kept
        ):
            kept.append(icon)
    return tuple(sorted(kept, key=lambda one: (one.box.top, one.box.left)))
