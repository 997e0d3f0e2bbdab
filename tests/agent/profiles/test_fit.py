"""Which models fit, and which to take, on machines of several sizes."""

from __future__ import annotations

import pytest

from agent.profiles import find_profile, profiles
from agent.profiles.fit import BITS, choose, fit_together, needed, place
from agent.profiles.hardware import Gpu, Machine

NAMED = {profile.name: profile for profile in profiles()}


def machine(*free: float, available: float = 16) -> Machine:
    return Machine(2 * available, available, tuple(Gpu("GPU", gigabytes, gigabytes) for gigabytes in free))


def test_the_need_is_weights_cache_and_room_to_work() -> None:
    profile = find_profile("qwen3-vl-8b-instruct")
    assert needed(profile, "bf16") == pytest.approx(17.5 + 32_000 * 147_456 / 1e9 + 2)
    assert [needed(profile, bits) for bits in BITS] == sorted(
        (needed(profile, bits) for bits in BITS), reverse=True
    )


def test_gpu_first_then_memory_then_nowhere() -> None:
    profile = find_profile("qwen3-vl-8b-instruct")
    need = needed(profile, "bf16")
    assert place(profile, "bf16", machine(need + 0.1)) == "gpu"
    assert place(profile, "bf16", machine(need - 0.1, available=need + 0.1)) == "memory"
    assert place(profile, "bf16", machine(need - 0.1, available=need - 0.1)) == "nowhere"
    assert place(profile, "bf16", machine(available=need + 0.1)) == "memory"


def test_several_gpus_are_added_up_but_each_wants_room_to_work() -> None:
    profile = find_profile("qwen3-vl-8b-instruct")
    half = needed(profile, "bf16") / 2
    assert place(profile, "bf16", machine(half + 0.5, half + 0.5)) == "nowhere"
    assert place(profile, "bf16", machine(half + 1.1, half + 1.1)) == "gpu"


@pytest.mark.parametrize(
    ("free", "ground", "plan"),
    [
        ((8,), "qwen3-vl-2b-instruct@int4", None),
        ((12,), "qwen3-vl-4b-instruct@int8", "qwen3-vl-4b-thinking@int8"),
        ((16,), "qwen3-vl-4b-instruct", "qwen3-vl-4b-thinking"),
        ((24,), "qwen3-vl-4b-instruct", "qwen3-vl-8b-thinking@int8"),
        ((80,), "qwen3-vl-4b-instruct", "qwen3-vl-32b-thinking"),
        ((80,) * 8, "qwen3-vl-235b-a22b-instruct", "qwen3-vl-32b-thinking"),
        ((), None, None),
        ((4,), None, None),
    ],
)
def test_the_best_published_that_fits_is_taken(
    free: tuple[float, ...], ground: str | None, plan: str | None
) -> None:
    here = machine(*free, available=2000)
    taken = [choose(profiles(), "ground", here), choose(profiles(), "plan", here)]
    assert [choice and choice.option for choice in taken] == [ground, plan]


def test_a_mixture_of_experts_is_not_quantised_here() -> None:
    big = [NAMED["qwen3-vl-235b-a22b-instruct"]]
    assert choose(big, "ground", machine(300)) is None
    assert choose(big, "ground", machine(500)) is not None


def test_two_models_at_once_take_fewer_bits_until_they_fit() -> None:
    for free, options in (
        (100, ["qwen3-vl-4b-instruct", "qwen3-vl-32b-thinking"]),
        (80, ["qwen3-vl-4b-instruct", "qwen3-vl-32b-thinking@int8"]),
        (45, ["qwen3-vl-4b-instruct@int8", "qwen3-vl-32b-thinking@int4"]),
        (40, None),
    ):
        here = machine(100)
        choices = [choose(profiles(), "ground", here), choose(profiles(), "plan", here)]
        both = fit_together([choice for choice in choices if choice], machine(free))
        assert (both and [choice.option for choice in both]) == options
