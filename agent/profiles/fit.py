"""Fit: which models this machine can run, and which of them to take. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agent.profiles.hardware import Machine
    from agent.profiles.profile import Profile

Bits = Literal["bf16", "int8", "int4"]
BITS: tuple[Bits, ...] = get_args(Bits)
Weights = Literal["auto", Bits]
"""What a model's name can ask for; `auto`: as the checkpoint has them."""
Place = Literal["gpu", "memory", "nowhere"]
Job = Literal["ground", "plan"]
"""To find the place that is meant (Instruct editions are better at it); to plan (Thinking editions are)."""

WORKING_TOKENS = 32_000
"""A task with eight screenshots of 1920x1080 in view, and what was said."""
HEADROOM = 2.0
"""Gigabytes on each device for what is worked out on the way, the largest of it the vision tower's."""


def needed(profile: Profile, bits: Bits) -> float:
    """Gigabytes for the weights, the key/value cache of a working context, and to work in."""
    weights: float = getattr(profile.memory, bits)
    return weights + profile.cache_bytes * WORKING_TOKENS / 1e9 + HEADROOM


def place(profile: Profile, bits: Bits, machine: Machine) -> Place:
    """Where the model goes: on the GPUs together, else into the machine's memory, which is slow."""
    if _spread(needed(profile, bits), machine) <= machine.gpu_free:
        return "gpu"
    return "memory" if needed(profile, bits) <= machine.available else "nowhere"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model to take, and how many bits of it."""

    profile: Profile
    bits: Bits
    accuracy: float
    """Published: ScreenSpot-Pro where it is to ground, OSWorld where it is to plan."""

    @property
    def option(self) -> str:
        """What to give to `--model`."""
        return self.profile.name if self.bits == "bf16" else f"{self.profile.name}@{self.bits}"

    @property
    def needed(self) -> float:
        """Gigabytes."""
        return needed(self.profile, self.bits)


def choose(profiles: Iterable[Profile], job: Job, machine: Machine) -> Choice | None:
    """The most accurate model that runs on the GPUs here, by what is published; None when none does.

    Four bits cost accuracy that the published figures do not show: only when nothing else fits.
    """
    edition = "instruct" if job == "ground" else "thinking"
    fitting = [
        Choice(profile, bits, accuracy)
        for profile in profiles
        if profile.edition == edition and (accuracy := _accuracy(profile, job)) is not None
        for bits in BITS
        if place(profile, bits, machine) == "gpu" and _can_be_quantised(profile, bits)
    ]
    return max(
        fitting, key=lambda one: (one.bits != "int4", one.accuracy, -BITS.index(one.bits)), default=None
    )


def fit_together(choices: Sequence[Choice], machine: Machine) -> tuple[Choice, ...] | None:
    """The same models with as many bits as let all run on the GPUs at the same time; None when none do."""
    fewer = [
        [replace(choice, bits=bits) for bits in BITS if _can_be_quantised(choice.profile, bits)]
        for choice in choices
    ]
    fitting = [
        tuple(some)
        for some in product(*fewer)
        if _spread(sum(choice.needed for choice in some), machine) <= machine.gpu_free
    ]
    return max(fitting, key=lambda some: min(-BITS.index(choice.bits) for choice in some), default=None)


def _spread(gigabytes: float, machine: Machine) -> float:
    """The need when each further card wants room to work in as well."""
    return gigabytes + HEADROOM * max(0, len(machine.gpus) - 1)


def _accuracy(profile: Profile, job: Job) -> float | None:
    return profile.accuracy.screenspot_pro if job == "ground" else profile.accuracy.osworld


def _can_be_quantised(profile: Profile, bits: Bits) -> bool:
    """In this process only plain layers are quantised, not a mixture's experts; a server can do those."""
    return bits == "bf16" or profile.active is None
