"""A reply to one target is read, also where deskhand refuses it."""

from __future__ import annotations

import pytest

from agent.clicktest.asking import read_shot
from agent.clicktest.targets import Target
from agent.usage import Usage
from tests.agent.fakes import DONE, call, click
from tools.geometry import Box, Size

SIZE = Size(2000, 1000)
TARGET = Target("Click the box.", Box(990, 490, 20, 20))


@pytest.mark.parametrize(
    ("reply", "place", "usable", "hit"),
    [
        (click(500, 500), (1000, 500), True, True),
        (click(504.9, 509), (1009.8, 509), True, True),
        (click(505, 500), (1010, 500), True, False),
        (click(1000, 0), (2000, 0), True, False),
        (click(1500, 750), (3000, 750), False, False),
        (click(-3, 20), (-6, 20), False, False),
        ('{"coordinate": ["1200", "30"]}', (2400, 30), False, False),
        ("<parameter=coordinate>\n[1200, 30]\n</parameter>", (2400, 30), False, False),
        (click(1500, 750) + click(1200, 30), (2400, 30), False, False),
        (DONE, None, False, False),
        (call("type", text="coordinate"), None, False, False),
        ("I can't see it.", None, False, False),
        ("", None, False, False),
        ('"coordinate": [12345678901234567890, 3]', None, False, False),
        ('"coordinate": [' + " " * 500_000, None, False, False),
        ('"coordinate":' * 50_000, None, False, False),
    ],
)
def test_numbers_are_read(reply: str, place: tuple[float, float] | None, *, usable: bool, hit: bool) -> None:
    shot = read_shot(SIZE, TARGET, reply, Usage())
    assert shot.place == (None if place is None else pytest.approx(place))
    assert (shot.usable, shot.hit) == (usable, hit)
