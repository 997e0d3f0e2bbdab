"""The pointer out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.xserver import SIZE
from tools.x11.pointer import rest_pointer

if TYPE_CHECKING:
    from tools.host.input import Input


def test_the_pointer_rests_at_the_edge_and_in_no_corner(xserver: str, hands: Input) -> None:
    rest_pointer(xserver)
    assert hands.pointer() == (SIZE[0] - 1, SIZE[1] // 2)
