"""Agreement: what a node and the command must have in common, so that their attempts are of one run."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.run import configuration

if TYPE_CHECKING:
    from agent.bench.benchmark import Benchmark
    from agent.bench.results.config import Config

_FILES = "deskhand's files"
_WRITTEN_BY_PYTHON = "__pycache__"


def seen_here(benchmark: Benchmark) -> Config:
    """What a run of the set would hang on, on this machine: also every file of deskhand.

    Raises:
        BadInput: the data are not what they should be.
        ModelFault: the model can't be reached.
    """
    found = configuration(benchmark, benchmark.items(), 1)
    return found.model_copy(update={"versions": {**found.versions, _FILES: _files_digest()}})


def differing(here: Config, there: Config, node: str) -> list[str]:
    """What differs on a node, a line each."""
    return [f"  {node}: {line}" for line in here.differences(there, ("here", "there"))]


def _files_digest() -> str:
    """SHA-256 of all files of both packages: two checkouts may have the same version."""
    digest = hashlib.sha256()
    for package in ("agent", "tools"):
        found = find_spec(package)
        assert found is not None
        assert found.origin is not None
        root = Path(found.origin).parent
        for file in sorted(root.rglob("*")):
            if file.is_file() and _WRITTEN_BY_PYTHON not in file.parts:
                digest.update(f"{package}/{file.relative_to(root).as_posix()}\n".encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
