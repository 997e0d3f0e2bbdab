"""Window managers that don't take a display over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.geometry import Size
from tools.host.virtual_display import virtual_display
from training.screens.__main__ import _make_under
from training.screens.desktop import Desktop
from training.screens.managers import replaced
from training.screens.program import Broken

if TYPE_CHECKING:
    from pathlib import Path

ENDS_AT_ONCE = "true"


def test_a_manager_that_ends_is_told() -> None:
    with (
        virtual_display(Size(640, 480)) as display,
        Desktop(display) as desktop,
        pytest.raises(Broken, match="does not take the display over"),
        replaced(ENDS_AT_ONCE, display, desktop),
    ):
        pytest.fail("it has not taken over")


def test_without_its_manager_a_part_of_the_set_is_left_out_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _make_under(ENDS_AT_ONCE, [], tmp_path) == 0
    assert "no screens under true" in capsys.readouterr().err
