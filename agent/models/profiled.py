"""Profiled model: a profile's name, a hub name, a checkpoint folder or a profile file -> the model.

    qwen3-vl-8b-instruct   Qwen/Qwen3-VL-8B-Instruct   ./checkpoint   mine.toml   pocket

with `@int4`, `@int8` or `@bf16` behind it for the weights, `@sample` or `@greedy` for the choice of tokens,
and `@compiled` for decoding through a compiled pass (worth it on a GPU).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from agent.errors import BadInput, ModelFault, install
from agent.loading import loaded_with
from agent.models.pocket.folder import NAME as POCKET
from agent.models.pocket.folder import pocket_folder
from agent.profiles import Profile, find_profile, profile_beside
from agent.profiles.fit import Weights
from agent.profiles.folder import profile_from
from agent.redact.keys import without_login

if TYPE_CHECKING:
    from agent.model import Model

_CHOICES = {"sample": True, "greedy": False}
_COMPILED = "compiled"
_ASLEEP = "OMP_WAIT_POLICY", "PASSIVE"
"""Of the OpenMP API: torch's threads sleep while they wait for each other. Else they turn in circles and take
the processor from the programs on the screen: beside other work a step takes twice as long, alone as long
(docs/internals/log.md, 2026-11-28)."""
_NEEDED = ("torch", "transformers", "accelerate", "xgrammar")


@dataclass(frozen=True, slots=True)
class Named:
    """What a name asks for."""

    source: str
    """A folder, or a name on the hub."""
    profile: Profile
    weights: Weights
    sampled: bool
    compiled: bool = False


def profiled_model(name: str) -> Model:
    """The model, not loaded yet.

    Raises:
        BadInput: there is no such profile or folder, or an unknown word behind `@`.
        ModelFault: the extra `qwen` is not installed.
    """
    named = parse_name(name)
    if named.profile.server is not None:
        if "@" in name:
            raise BadInput(
                f"--model {name}: what stands behind @ is for a model in this process; a server has the "
                "weights that it was started with, and `sampled` in [server] says how it chooses"
            )
        from agent.models.server.naming import profiled_model as on_server  # noqa: PLC0415  (loaded on use)

        return on_server(named.profile)
    _refuse_without_extra(name)
    with loaded_with(*_ASLEEP):
        from agent.models.qwen.model import QwenModel  # noqa: PLC0415  (torch and transformers: seconds)

    return QwenModel(
        named.source,
        named.profile,
        name=name,
        weights=named.weights,
        sampled=named.sampled,
        compiled=named.compiled,
    )


def _refuse_without_extra(name: str) -> None:
    missing = [package for package in _NEEDED if find_spec(package) is None]
    if missing:
        raise ModelFault(
            f"--model {name}: runs in this process, which needs {', '.join(missing)}: "
            f"{install('deskhand[qwen]')}; or start a server for it and use --model http://HOST:PORT/v1"
        )


def parse_name(name: str) -> Named:
    """Take a name apart.

    Raises:
        BadInput: as `profiled_model`.
    """
    base, *words = name.split("@")
    weights: Weights = "auto"
    sampled: bool | None = None
    compiled = False
    for word in words:
        if word in _CHOICES:
            sampled = _CHOICES[word]
        elif word == _COMPILED:
            compiled = True
        elif word in get_args(Weights):
            weights = word  # type: ignore[assignment]  # one of them, as the line above says
        else:
            known = ", ".join(f"@{one}" for one in (*get_args(Weights), *_CHOICES, _COMPILED))
            raise BadInput(f"--model {without_login(name)}: there is no @{word}; known are {known}")
    folder = _pocket(name) if base == POCKET else Path(base)
    if os.path.isdir(folder):  # noqa: PTH112  (pathlib's raises for names that are too long)
        profile = profile_beside(folder) or profile_from(folder)
        source = str(folder)
    else:
        profile = _find(name, base)
        source = profile.hub
    # A Thinking edition that always takes the likeliest token runs in circles (its model card says so).
    chosen = profile.edition == "thinking" if sampled is None else sampled
    return Named(source, profile, weights, chosen, compiled)


def _pocket(name: str) -> Path:
    _refuse_without_extra(name)  # its folder is made when it is named
    return pocket_folder()


def _find(name: str, base: str) -> Profile:
    if "/" in base and base.startswith((".", "/", "~")) and not base.endswith(".toml"):
        raise BadInput(f"--model {name}: there is no folder {base}")
    try:
        return find_profile(base)
    except BadInput as fault:
        raise BadInput(f"--model {fault}") from None
