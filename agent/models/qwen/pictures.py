"""Pictures: frames -> input of the vision tower, and its output, kept while it may be needed again.

The arithmetic is that of the library's picture processor (`Qwen2VLImageProcessorPil`, held by a test), done
on the model's device from bytes: the library's own takes a multiple of the time, and its default needs
torchvision. Sizes are decided here and nowhere else (resizing on two sides breaks grounding).
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import smart_resize
from transformers.models.qwen3_vl.modeling_qwen3_vl import BaseModelOutputWithDeepstackFeatures

from tools.geometry import Size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from tools.observation import Frame

_KEPT = 16
"""Frames whose features are kept: all that a prompt shows, and a few crops."""


@dataclass(frozen=True, slots=True)
class PictureRules:
    """A checkpoint's `preprocessor_config.json`, as far as it matters."""

    patch: int
    merge: int
    temporal: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    min_pixels: int
    max_pixels: int

    @classmethod
    def of(cls, config: dict[str, Any]) -> PictureRules:
        """From the file's keys."""
        return cls(
            patch=config["patch_size"],
            merge=config["merge_size"],
            temporal=config["temporal_patch_size"],
            mean=tuple(config["image_mean"]),
            std=tuple(config["image_std"]),
            min_pixels=config["size"]["shortest_edge"],
            max_pixels=config["size"]["longest_edge"],
        )

    def resized(self, size: Size) -> Size:
        """The size in pixels that a picture is shown to the model at."""
        height, width = smart_resize(
            size.height, size.width, self.patch * self.merge, self.min_pixels, self.max_pixels
        )
        return Size(width, height)

    def grid(self, size: Size) -> tuple[int, int, int]:
        """Patches in time, down and across for a picture of that size."""
        shown = self.resized(size)
        return 1, shown.height // self.patch, shown.width // self.patch

    def tokens(self, size: Size) -> int:
        """How many tokens a picture of that size is."""
        _, rows, columns = self.grid(size)
        return rows * columns // self.merge**2

    def patches(self, frame: Frame, device: torch.device) -> Tensor:
        """Float32, shape (patches, 3 * temporal * patch * patch), in the tower's order."""
        pixels = torch.from_numpy(self._sized(frame)).to(device).permute(2, 0, 1).to(torch.float32)
        mean = torch.tensor(self.mean, device=device).view(3, 1, 1)
        std = torch.tensor(self.std, device=device).view(3, 1, 1)
        pixels = (pixels / 255 - mean) / std
        _, rows, columns = self.grid(frame.size)
        merge, patch = self.merge, self.patch
        blocks = pixels.view(3, rows // merge, merge, patch, columns // merge, merge, patch)
        ordered = blocks.permute(1, 4, 2, 5, 0, 3, 6).unsqueeze(5)
        repeated = ordered.expand(-1, -1, -1, -1, -1, self.temporal, -1, -1)
        return repeated.reshape(rows * columns, -1)

    def _sized(self, frame: Frame) -> Any:
        """RGB bytes, shape (height, width, 3), both sides multiples of the factor."""
        shown = self.resized(frame.size)
        if shown == frame.size:
            return frame.rgb
        import numpy as np  # noqa: PLC0415  (only for odd sizes)
        from PIL import Image  # noqa: PLC0415

        return np.array(Image.fromarray(frame.rgb).resize(shown, Image.Resampling.BICUBIC))


@dataclass(frozen=True, slots=True)
class Features:
    """What the vision tower makes of one frame."""

    embeddings: Tensor
    """Shape (tokens, text hidden size)."""
    deepstack: tuple[Tensor, ...]
    """The same shape, one for each of the first text layers."""


def device_of(weight: Tensor) -> torch.device:
    """Where a module wants its input. Weights that accelerate fetches when they are used stand nowhere."""
    if weight.device.type != "meta":
        return weight.device
    return torch.device("cuda", 0) if torch.cuda.is_available() else torch.device("cpu")


class Vision:
    """A model's vision tower, with the features of the latest frames."""

    def __init__(self, model: Any, rules: PictureRules) -> None:
        self.rules = rules
        self._model = model
        self._kept: OrderedDict[str, Features] = OrderedDict()

    def features(self, frames: Sequence[Frame]) -> Any:
        """Of these frames, in order, in the library's form for `mm_encoder_outputs`."""
        found = [self._features(frame) for frame in frames]
        return BaseModelOutputWithDeepstackFeatures(
            pooler_output=tuple(one.embeddings for one in found),  # type: ignore[arg-type]  # one a picture
            deepstack_features=[list(layer) for layer in zip(*(one.deepstack for one in found), strict=True)],  # type: ignore[misc]
        )

    def _features(self, frame: Frame) -> Features:
        known = self._kept.get(frame.digest)
        if known is None:
            device = device_of(self._model.model.visual.patch_embed.proj.weight)
            patches = self.rules.patches(frame, device)
            grid = torch.tensor([self.rules.grid(frame.size)], device=device)
            seen = self._model.model.get_image_features(patches, grid, return_dict=True)
            known = Features(seen.pooler_output[0], tuple(layer[0] for layer in seen.deepstack_features))
            self._kept[frame.digest] = known
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(frame.digest)
        return known
