"""Hardware of this machine for a large model: memory and NVIDIA GPUs, found without loading torch."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SECONDS = 20
"""How long a program that is asked may take."""
_MIB = 1024 * 1024 / 1e9
"""What nvidia-smi counts in, in gigabytes."""
_QUERY = (
    "nvidia-smi",
    "--query-gpu=index,uuid,name,memory.total,memory.free",
    "--format=csv,noheader,nounits",
)


@dataclass(frozen=True, slots=True)
class Gpu:
    """One card; gigabytes are 1e9 bytes."""

    name: str
    total: float
    free: float


@dataclass(frozen=True, slots=True)
class Machine:
    """Memory of a machine, in gigabytes of 1e9 bytes."""

    total: float
    available: float
    """What programs can have without others being pushed out."""
    gpus: tuple[Gpu, ...] = ()

    @property
    def gpu_free(self) -> float:
        """Free memory of all cards together, as a model is spread over them."""
        return sum(gpu.free for gpu in self.gpus)


def this_machine(env: Mapping[str, str]) -> Machine:
    """Look at the machine that this runs on, with the environment's PATH and CUDA_VISIBLE_DEVICES."""
    import psutil  # noqa: PLC0415  (loaded on use)

    memory = psutil.virtual_memory()
    return Machine(memory.total / 1e9, memory.available / 1e9, tuple(_gpus(env)))


def ask(env: Mapping[str, str], *command: str) -> str | None:
    """What a program prints; None when it is not there or fails."""
    program = shutil.which(command[0], path=env.get("PATH"))
    if program is None:
        return None
    try:
        answer = subprocess.run(
            [program, *command[1:]],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            env=dict(env),
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout


def _gpus(env: Mapping[str, str]) -> Iterator[Gpu]:
    chosen = env.get("CUDA_VISIBLE_DEVICES")
    names = None if chosen is None else {name.strip() for name in chosen.split(",")}
    for line in (ask(env, *_QUERY) or "").splitlines():
        match [part.strip() for part in line.split(",")]:
            case [index, uuid, *name, total, free] if total.isdecimal() and free.isdecimal():
                if names is None or names & {index, uuid}:
                    yield Gpu(", ".join(name), int(total) * _MIB, int(free) * _MIB)
