"""Session of onnxruntime: how every model of the eye is run. The only import of that library."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import numpy as np
    from numpy.typing import NDArray

MOST_THREADS = 4
"""Threads for one picture, at most: steps are small, and each thread costs time of the processor."""


class Model:
    """A model of the eye, loaded at its first run.

    Args:
        file: Where it is.
        trained_for: What its file has to say of itself, each entry of its metadata.
    """

    def __init__(self, file: Traversable, **trained_for: str) -> None:
        self._file, self._trained_for = file, trained_for

    def run(self, *inputs: NDArray[np.generic]) -> list[Any]:
        """All its outputs for all its inputs, in the order of its file."""
        names = [one.name for one in self._session.get_inputs()]
        return list(self._session.run(None, dict(zip(names, inputs, strict=True))))

    @cached_property
    def _session(self) -> Any:
        session = open_session(self._file)
        told = session.get_modelmeta().custom_metadata_map
        for name, wanted in self._trained_for.items():
            assert told[name] == wanted, f"{self._file} was trained with other {name}: {told[name]}"
        return session


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
