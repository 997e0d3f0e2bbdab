"""Capturing a pass: what has run once over tensors that stay is repeated without its host work."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Run = Callable[[], Tensor]
"""A pass over tensors that stay; its result is written over by the next."""
Capture = Callable[[Run], Run]
"""Makes of a pass one that repeats it."""

_WARM = 2
"""Passes before capturing: the first use of a kernel allocates, which a graph can't."""


def again(run: Run) -> Run:
    """A capture that captures nothing: the pass itself is called again over the same tensors."""

    def repeat() -> Tensor:
        if torch.cuda.is_available():
            torch.compiler.cudagraph_mark_step_begin()  # type: ignore[no-untyped-call]
        return run()

    return repeat


def cuda_graph(run: Run) -> Run:
    """A capture as a CUDA graph."""
    aside = torch.cuda.Stream()  # type: ignore[no-untyped-call]
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        for _ in range(_WARM):
            run()
    torch.cuda.current_stream().wait_stream(aside)
    graph = torch.cuda.CUDAGraph()
    # Other threads (a server's) may use the device meanwhile.
    with torch.cuda.graph(graph, capture_error_mode="thread_local"):
        found = run()

    def repeat() -> Tensor:
        graph.replay()
        return found

    return repeat
