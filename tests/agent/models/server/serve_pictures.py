"""`transformers serve`, told how to load Qwen3-VL without torchvision:  python serve_pictures.py ARGUMENTS

The server is the real one. Its `AutoProcessor` wants a processor for videos, which needs torchvision; the
class registered here is the library's own processor without that part.
"""

from __future__ import annotations

import sys
from typing import Any

from transformers import AutoProcessor, ProcessorMixin, Qwen3VLConfig, Qwen3VLProcessor
from transformers.cli.transformers import main


class PictureProcessor(Qwen3VLProcessor):
    """Qwen3-VL's processor for texts and pictures. A checkpoint's preprocessor_config.json names it."""

    def __init__(
        self, image_processor: Any = None, tokenizer: Any = None, chat_template: str | None = None
    ) -> None:
        self.image_token, self.video_token = "<|image_pad|>", "<|video_pad|>"
        self.vision_start_token, self.vision_end_token = "<|vision_start|>", "<|vision_end|>"
        for name in ("image_token", "video_token", "vision_start_token", "vision_end_token"):
            setattr(self, f"{name}_id", tokenizer.convert_tokens_to_ids(getattr(self, name)))
        ProcessorMixin.__init__(self, image_processor, tokenizer, chat_template=chat_template)


if __name__ == "__main__":
    AutoProcessor.register(Qwen3VLConfig, PictureProcessor, exist_ok=True)
    sys.argv = ["transformers", "serve", *sys.argv[1:]]
    main()
