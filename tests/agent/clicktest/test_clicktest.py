"""Each planted fault is found and named, a right model passes, a random one is given no wrong cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.clicktest.asking import shoot
from agent.clicktest.report import Report, report
from tests.agent.clicktest.clicking import (
    SCENES,
    Clicker,
    capped_space,
    divisor_999,
    fractions,
    half,
    padded,
    raw_pixels,
    resized_space,
    right,
    same_place,
    shifted,
    stretched,
    swapped,
    swapped_pixels,
    upside_down,
)

if TYPE_CHECKING:
    from tests.agent.clicktest.clicking import Fault
    from tools.geometry import Size

SEEDS = range(2)
with_noise = pytest.mark.parametrize("noise", [0.0, 2.0])


def judge(model: Clicker) -> Report:
    return report(model.name, list(shoot(model, SCENES)), 1.0)


@with_noise
@pytest.mark.parametrize("seed", SEEDS)
def test_a_right_model_passes(noise: float, seed: int) -> None:
    found = judge(Clicker(right, noise=noise, seed=seed))
    assert (found.verdict, found.causes, found.change) == ("right", (), "")
    assert found.said == "Clicks land where they should."
    assert (found.hits, found.shots, found.unusable, found.unreadable) == (40, 40, 0, 0)
    assert found.usage.total == 40 * 120
    for size in found.sizes:
        assert size.x is not None
        assert abs(size.x.mean) < 2
        assert size.x.scale == pytest.approx(1, abs=0.004)


@with_noise
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("fault", "causes", "said"),
    [
        (divisor_999, ("grid 999",), "from 0 to 999"),
        (raw_pixels, ("pixels",), "pixels of the picture, not"),
        (resized_space, ("resized",), "(1376x768 for 1366x768, 1920x1088 for 1920x1080)"),
        (capped_space, ("resized",), "2560x1440 times 0.638"),
        (stretched, ("stretched",), "1920x1088 for 1920x1080"),
        (padded, ("padded",), "1920x1088 for 1920x1080"),
        (swapped, ("swapped",), "x and y are swapped"),
        (swapped_pixels, ("swapped", "pixels"), "x and y are swapped. The numbers are pixels"),
        (upside_down, ("mirrored",), "y is counted from the bottom"),
        (shifted, ("shift",), "px (right, down) off"),
        (half, ("factor",), "half what they should be"),
    ],
)
def test_a_planted_fault_is_named(
    fault: Fault, causes: tuple[str, ...], said: str, noise: float, seed: int
) -> None:
    found = judge(Clicker(fault, noise=noise, seed=seed))
    assert (found.verdict, found.causes) == ("off", causes)
    assert said in found.said
    assert found.change


@pytest.mark.parametrize("fault", [raw_pixels, swapped, shifted, half])
def test_a_few_wild_clicks_hide_no_fault(fault: Fault) -> None:
    found = judge(Clicker(fault, noise=2, wild=0.2, seed=1))
    assert found.causes == judge(Clicker(fault)).causes
    assert found.verdict == "off"


def test_a_shift_is_measured() -> None:
    found = judge(Clicker(shifted, noise=2))
    assert "+24, -16 px" in found.said
    assert [round(size.x.mean) for size in found.sizes if size.x] == pytest.approx([24] * 4, abs=1)
    assert [round(size.y.mean) for size in found.sizes if size.y] == pytest.approx([-16] * 4, abs=1)


def test_fractions_are_a_thousandth() -> None:
    assert "a thousandth of" in judge(Clicker(fractions, digits=3)).said


@pytest.mark.parametrize("seed", range(6))
def test_a_model_that_clicks_anywhere_is_unreliable(seed: int) -> None:
    for wild in (1.0, 0.7):
        found = judge(Clicker(right, wild=wild, seed=seed))
        assert (found.verdict, found.causes) == ("unreliable", ("unreliable",))


@pytest.mark.parametrize("seed", [0, 2, 3])
def test_a_model_that_misses_now_and_then_is_unreliable_too(seed: int) -> None:
    found = judge(Clicker(right, wild=0.3, seed=seed))
    assert found.verdict == "unreliable"
    assert "Right on the whole" in found.said


def test_replies_without_a_place_are_unreadable() -> None:
    class Mute(Clicker):
        def reply(self, x: float, y: float, size: Size) -> str:
            return super().reply(x, y, size) if x < 300 else "It is there."

    found = judge(Mute(right))
    assert (found.verdict, found.causes) == ("unreadable", ("unreadable",))
    assert found.unreadable == found.unusable > 16
    assert found.example == "It is there."


def test_a_model_that_sees_nothing_is_told_from_one_that_guesses() -> None:
    for noise in (0, 30):
        found = judge(Clicker(same_place, noise=noise))
        assert (found.verdict, found.causes) == ("off", ("same place",))


@pytest.mark.parametrize("fault", [right, divisor_999])
def test_the_divisor_is_left_open_when_the_noise_hides_it(fault: Fault) -> None:
    found = judge(Clicker(fault, noise=9, seed=2))
    assert found.causes == ()
    assert "999 or to 1000 can't be told" in found.said


def test_numbers_off_the_grid_are_refused_and_still_read() -> None:
    found = judge(Clicker(raw_pixels))
    assert 10 < found.unusable < 30
    assert found.unreadable == 0
    assert found.example.startswith("Thought:")


def test_the_prompt_asks_for_a_point_in_the_picture() -> None:
    model = Clicker(right)
    list(shoot(model, SCENES[:1]))
    assert {prompt.wanted for prompt in model.prompts} == {"point"}
    assert all(prompt.frame is SCENES[0].frame for prompt in model.prompts)
    assert [prompt.turns[0].parts[1] for prompt in model.prompts] == [
        target.instruction for target in SCENES[0].targets
    ]
