"""The reference for the kept cache: the library itself, from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from PIL import Image
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

if TYPE_CHECKING:
    from pathlib import Path

    from agent.models.qwen.model import QwenModel
    from agent.models.qwen.rendering import Rendered

CLOSE = 1e-4


class Library:
    """The usual way: the whole history, every picture, no cache."""

    def __init__(self, qwen: QwenModel, folder: Path) -> None:
        assert qwen._loaded
        self.model = qwen._loaded.checkpoint.model
        self.pictures = Qwen2VLImageProcessorPil.from_pretrained(folder)

    def logits(self, rendered: Rendered) -> torch.Tensor:
        shown = [Image.fromarray(np.array(frame.rgb)) for frame in rendered.frames]
        ids = torch.tensor([rendered.ids])
        self.model.model.rope_deltas = None
        with torch.inference_mode():
            out: Any = self.model(
                input_ids=ids,
                mm_token_type_ids=(ids == 151_655).int(),
                logits_to_keep=1,
                **self.pictures(images=shown, return_tensors="pt"),
            )
        return out.logits[0, -1]
