"""The record mode that is meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.replay.options import mode_of

if TYPE_CHECKING:
    from agent.replay.options import Mode


@pytest.mark.parametrize(
    ("given", "record", "ci", "mode"),
    [
        (None, None, "", None),
        (None, "rec", "", None),
        (None, "rec", "true", "none"),
        (None, "rec", "1", "none"),
        (None, "rec", "0", None),
        (None, "rec", "False", None),
        (None, None, "true", None),
        ("once", "rec", "true", "once"),
    ],
)
def test_the_default_is_none_in_ci_for_runs_that_name_a_recording(
    given: Mode | None, record: str | None, ci: str, mode: str | None
) -> None:
    assert mode_of(given, Path(record) if record else None, {"CI": ci}) == mode


def test_a_mode_needs_a_recording_to_be_about() -> None:
    with pytest.raises(BadInput, match="--record-mode all: says what to do with a recording"):
        mode_of("all", None, {})
