"""Remedies: cause of wrong clicks -> what to change. Named issues are those in which servers shipped it."""

from __future__ import annotations

from typing import Literal

Cause = Literal[
    "swapped",
    "mirrored",
    "grid 999",
    "pixels",
    "resized",
    "stretched",
    "padded",
    "factor",
    "shift",
    "same place",
    "unreliable",
    "unreadable",
]

_RESIZE_ONCE = """\
Let one side alone resize: give the server pictures as they are, and set limits only there (vLLM: \
--mm-processor-kwargs; after qwen-vl-utils: do_resize=False)."""
_OTHER_FAMILY = """\
Qwen2.5-VL and what is made from it answer in pixels: take a Qwen3-VL model, or turn off what converts \
coordinates on their way."""

REMEDIES: dict[Cause, str] = {
    "swapped": """\
Turn off whatever rewrites coordinates; a fine-tune that writes [y, x] can't be used.""",
    "mirrored": """\
Turn off whatever rewrites coordinates: they count from the top left corner.""",
    "grid 999": """\
It moves a click by at most a thousandth of the side, so only tiny targets suffer. Take a model of the \
published function, whose screen is 1000x1000, or a prompt template that says so.""",
    "pixels": _OTHER_FAMILY,
    "resized": f"{_OTHER_FAMILY} {_RESIZE_ONCE}",
    "stretched": _RESIZE_ONCE,
    "padded": """\
Turn off padding in the server, or give the display sides that are multiples of 32.""",
    "factor": """\
A picture is scaled on its way and its coordinates are not, or the model was made for another grid: look for \
a scale option of the server, and for a screen scale of 2.""",
    "shift": """\
Update the server: vLLM 0.11.1 to 0.12.0 and SGLang's fused M-RoPE moved clicks (vllm issue 30918, sglang \
issue 36762). Or something puts a border around the picture.""",
    "same place": """\
The picture does not seem to reach the model: take a vision model, allow pictures in the server (llama.cpp: \
--mmproj), and give it a context that a picture fits into (Ollama: num_ctx).""",
    "unreliable": """\
Look at the pictures (-o DIR). Often it is a quantised vision tower, too few tokens a picture (llama.cpp: \
--image-min-tokens 1024), another chat template, or a model too small.""",
    "unreadable": """\
Often it is another chat template, a limit of tokens that cuts replies off, or a server that takes tool \
calls out of the text.""",
}
