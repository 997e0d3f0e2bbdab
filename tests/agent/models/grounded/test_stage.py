"""What every stage of a search has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from agent.models.grounded.ground import Ground
from agent.models.grounded.refine import Refine
from agent.models.grounded.snap import Snap
from agent.models.grounded.spec import parse_stages
from agent.models.grounded.vote import Vote

if TYPE_CHECKING:
    from agent.models.grounded.stage import Stage

STAGES: list[type[Stage]] = [Ground, Refine, Snap, Vote]


@pytest.mark.parametrize("stage", [Refine(depth=2), Vote(n=7, jitter=0.25), Snap()], ids=str)
def test_a_stage_is_written_as_a_user_writes_it(stage: Stage) -> None:
    assert parse_stages(str(stage)) == (stage,)


def test_every_setting_is_written_numbers_plainly() -> None:
    assert str(Refine()) == "refine(1,768,2)"
    assert str(Vote(jitter=0.05)) == "vote(5,0.05,768,2,0)"


@pytest.mark.parametrize("kind", STAGES)
def test_settings_are_fixed_and_unknown_ones_refused(kind: type[Stage]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate({"no_such_setting": 1})
    stage = kind()
    with pytest.raises(ValidationError):
        stage.depth = 3  # type: ignore[attr-defined]  # it is refused whether there is one or not


def test_names_and_what_their_seconds_are_reported_as_differ() -> None:
    assert len({kind.name for kind in STAGES}) == len({kind.part for kind in STAGES}) == len(STAGES)


def test_only_snapping_asks_no_model() -> None:
    assert [kind.name for kind in STAGES if not kind.asks] == ["snap"]
