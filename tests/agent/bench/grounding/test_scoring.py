"""Scoring against the rules that the sets' authors score by, written anew from their words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.bench.grounding.answer import Answer
from agent.bench.grounding.layouts.sample import Nowhere, Polygon, Rectangle, Sample, Target
from agent.bench.grounding.scoring import outcome_of, place_of

SIZE = 1920, 1080


def sample(target: Target) -> Sample:
    return Sample("e", Path("p.png"), "Save", target, None, {})


BOX = sample(Rectangle(192, 108, 384, 216))
NOWHERE = sample(Nowhere())
POLYGON = sample(Polygon(((0, 0), (192, 0), (0, 108))))


@pytest.mark.parametrize(
    ("one", "answer", "outcome"),
    [
        (BOX, Answer((100, 100)), "passed"),  # the left upper corner
        (BOX, Answer((200, 200)), "passed"),  # the right lower one
        (BOX, Answer((200.01, 200)), "failed"),
        (BOX, Answer((99.999, 150)), "failed"),
        (BOX, Answer((1500, 150)), "failed"),
        (BOX, Answer(), "wrong_format"),
        (BOX, Answer(refused=True), "refused"),
        (NOWHERE, Answer(refused=True), "passed"),
        (NOWHERE, Answer((100, 100)), "failed"),
        (NOWHERE, Answer((-1, 100)), "failed"),
        (NOWHERE, Answer(), "wrong_format"),
        (POLYGON, Answer((30, 30)), "passed"),
        (POLYGON, Answer((80, 80)), "failed"),
    ],
)
def test_what_comes_of_an_answer(one: Sample, answer: Answer, outcome: str) -> None:
    assert outcome_of(one, answer, SIZE) == outcome


def test_a_place_is_not_rounded() -> None:
    assert place_of(Answer((333, 0.5)), SIZE) == (639.36, 0.54)
    assert place_of(Answer(), SIZE) is None


@given(
    st.tuples(st.integers(0, 1000), st.integers(0, 1000)),
    st.tuples(st.integers(0, 3840), st.integers(0, 2160), st.integers(1, 500), st.integers(1, 500)),
    st.sampled_from([(3840, 2160), (1170, 2532), (960, 540), (2560, 1440)]),
)
def test_it_is_the_authors_rule_on_every_grid_point(
    point: tuple[int, int], box: tuple[int, int, int, int], size: tuple[int, int]
) -> None:
    """Theirs compares shares: box / size <= point / 1000 <= box / size."""
    left, top, right, bottom = box[0], box[1], box[0] + box[2], box[1] + box[3]
    shares = (left / size[0], top / size[1], right / size[0], bottom / size[1])
    x, y = point[0] / 1000, point[1] / 1000
    theirs = shares[0] <= x <= shares[2] and shares[1] <= y <= shares[3]
    ours = outcome_of(sample(Rectangle(left, top, right, bottom)), Answer(point), size)
    assert (ours == "passed") == theirs
