"""Answer: what a reply says of the place that was asked for. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from agent.clicktest.asking import COORDINATE, READ
from agent.errors import MalformedCall
from agent.protocol.toolcall import PointerCall, TerminateCall, parse_tool_call


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reply says."""

    place: tuple[float, float] | None = None
    """On the grid (0 to 1000), perhaps outside; None: it names none."""
    refused: bool = False
    """Whether it says that what was asked for is not there."""


def read_answer(reply: str) -> Answer:
    """The answer of a reply; neither a place nor a refusal: it can't be read.

    The sets score places that deskhand would not click, too: one outside the picture is a miss, and in
    OSWorld-G a model refuses by two negative numbers. So where a reply holds no call that may be carried out,
    the one pair of numbers that it calls a coordinate is taken, if it is not a thought.
    """
    try:
        call = parse_tool_call(reply)
    except MalformedCall:
        said = reply.rpartition("</think>")[2].partition("<think>")[0]
        pairs = {(float(x), float(y)) for x, y in COORDINATE.findall(said[-READ:])}
        return _placed(*pairs) if len(pairs) == 1 else Answer()
    if isinstance(call, PointerCall):
        return _placed(call.coordinate)
    return Answer(refused=isinstance(call, TerminateCall) and call.status == "failure")


def _placed(place: tuple[float, float]) -> Answer:
    return Answer(refused=True) if max(place) < 0 else Answer(place)
