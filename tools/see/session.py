"""Session of onnxruntime: how every model of the eye is run. The only import of that library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MOST_THREADS = 4
"""Threads for one picture, at most: steps are small, and each thread costs time of the processor."""


def open_session(model: Traversable) -> Any:
    """A session for a model's file: it shares busy cores with others, and tells nobody of its use."""
    # Its builds for Linux report their use to their maker, under an id that they leave in the user's cache.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # noqa: PLC0415  (heavy: loaded on use)

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = min(_cores(), MOST_THREADS)
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
