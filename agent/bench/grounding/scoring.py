"""Scoring of an answer, as the sets' authors score. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.grounding.layouts.sample import Nowhere
from agent.protocol.grounding import to_place
from tools.geometry import Size

if TYPE_CHECKING:
    from agent.bench.grounding.answer import Answer
    from agent.bench.grounding.layouts.sample import Sample
    from agent.bench.results.attempt import Outcome

Place = tuple[float, float]


def place_of(answer: Answer, size: tuple[int, int]) -> Place | None:
    """The answer's place in pixels of a picture of that size, not rounded; None: it names none."""
    return None if answer.place is None else to_place(answer.place, Size(*size))


def outcome_of(sample: Sample, answer: Answer, size: tuple[int, int]) -> Outcome:
    """What came of a sample.

    Args:
        sample: with the area that the place belongs in, in pixels of a picture of that size.
        answer: what was read from the reply.
        size: width and height that the area is told in.
    """
    if answer.refused:
        return "passed" if isinstance(sample.target, Nowhere) else "refused"
    place = place_of(answer, size)
    if place is None:
        return "wrong_format"
    return "passed" if sample.target.contains(*place) else "failed"
