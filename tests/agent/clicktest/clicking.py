"""Models that know where everything is, and say it wrongly in a way of their own."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from agent.clicktest.spaces import resized
from agent.clicktest.targets import SIZES, draw_targets
from agent.model import Completion, Prompt
from agent.usage import Usage
from tests.agent.fakes import call
from tools.geometry import Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.task import Task

    Numbers = tuple[float, float]
    Fault = Callable[[float, float, Size], Numbers]
    """A place in frame pixels and the frame's size -> the numbers that the model writes."""

SCENES = [draw_targets(size) for size in SIZES]


def right(x: float, y: float, size: Size) -> Numbers:
    """As the protocol has it."""
    return x / size.width * 1000, y / size.height * 1000


def divisor_999(x: float, y: float, size: Size) -> Numbers:
    return x / size.width * 999, y / size.height * 999


def raw_pixels(x: float, y: float, size: Size) -> Numbers:
    del size
    return x, y


def resized_space(x: float, y: float, size: Size) -> Numbers:
    """Pixels of the picture as Qwen3-VL's processor makes it."""
    shown = resized(size, 32, 16_777_216)
    return x / size.width * shown.width, y / size.height * shown.height


def capped_space(x: float, y: float, size: Size) -> Numbers:
    """Pixels of a picture that an unheard-of limit made smaller."""
    smaller = min(1.0, (1_500_000 / (size.width * size.height)) ** 0.5)
    return x * smaller, y * smaller


def stretched(x: float, y: float, size: Size) -> Numbers:
    shown = resized(size, 32, 16_777_216)
    return right(x * shown.width / size.width, y * shown.height / size.height, size)


def padded(x: float, y: float, size: Size) -> Numbers:
    return right(x, y, Size(-(-size.width // 32) * 32, -(-size.height // 32) * 32))


def swapped(x: float, y: float, size: Size) -> Numbers:
    across, down = right(x, y, size)
    return down, across


def swapped_pixels(x: float, y: float, size: Size) -> Numbers:
    del size
    return y, x


def upside_down(x: float, y: float, size: Size) -> Numbers:
    return right(x, size.height - y, size)


def shifted(x: float, y: float, size: Size) -> Numbers:
    return right(x + 24, y - 16, size)


def half(x: float, y: float, size: Size) -> Numbers:
    across, down = right(x, y, size)
    return across / 2, down / 2


def fractions(x: float, y: float, size: Size) -> Numbers:
    return x / size.width, y / size.height


def same_place(x: float, y: float, size: Size) -> Numbers:
    """What a model writes that sees no picture: about the middle."""
    del size
    return 500 + x % 7, 500 - y % 5


class Clicker:
    """Finds the target in a table by what it is asked for, misses by some noise, and writes it with a fault.

    Args:
        fault: how it writes a place.
        noise: pixels, at most, by which it misses on each axis.
        wild: how often it clicks anywhere instead.
        digits: of the numbers it writes after the point.
    """

    name = "clicker"
    sees = True

    def __init__(
        self, fault: Fault, *, noise: float = 0.0, wild: float = 0.0, seed: int = 0, digits: int | None = None
    ) -> None:
        self.fault, self.noise, self.wild, self.digits = fault, noise, wild, digits
        self.chance = random.Random(seed)
        self.prompts: list[Prompt] = []

    def check(self, task: Task) -> None:
        """It takes any task."""

    def start(self, task: Task) -> None:
        self.prompts.clear()

    def prepare(self) -> None:
        pass

    def complete(self, prompt: Prompt) -> Completion:
        self.prompts.append(prompt)
        words = [part for part in prompt.turns[-1].parts if isinstance(part, str)]
        [place] = [
            target.middle
            for scene in SCENES
            if scene.frame.size == prompt.frame.size
            for target in scene.targets
            if target.instruction == words[-1]
        ]
        return Completion(self.reply(*place, prompt.frame.size), Usage(prompt=100, reply=20))

    def reply(self, x: float, y: float, size: Size) -> str:
        """What it says to a target at that place."""
        if self.chance.random() < self.wild:
            x, y = self.chance.uniform(0, size.width), self.chance.uniform(0, size.height)
        x += self.chance.uniform(-self.noise, self.noise)
        y += self.chance.uniform(-self.noise, self.noise)
        written = [round(number, self.digits) for number in self.fault(x, y, size)]
        return call("left_click", coordinate=written)
