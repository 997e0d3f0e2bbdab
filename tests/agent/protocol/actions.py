"""Strategies for hypothesis: frames of any size, points on them, and every action that a call can ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point, Size
from tools.keys import NAMES, canonical

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

SIZES = st.builds(Size, st.integers(1, 20_000), st.integers(1, 20_000))
KEYS = st.sampled_from(sorted(NAMES)) | st.characters(min_codepoint=0x21).filter(str.isprintable).map(
    canonical
)
NOTCHES = st.integers(-100, 100)


def points(size: Size) -> SearchStrategy[Point]:
    """Pixels of a frame, but for those in its corner that can't be written: see `to_grid`."""
    drawn = st.builds(Point, st.integers(0, size.width - 1), st.integers(0, size.height - 1))
    return drawn.filter(lambda point: not in_corner(point, size))


def in_corner(point: Point, size: Size) -> bool:
    """Whether both grid numbers of a point may be 1 at most and have decimals."""
    return point != (0, 0) and point.x * 1000 <= size.width and point.y * 1000 <= size.height


PIXELS: SearchStrategy[tuple[Point, Size]] = SIZES.flatmap(
    lambda size: st.tuples(points(size), st.just(size))
)
"""A pixel, and the size of its frame."""


def actions_at(point: Point) -> SearchStrategy[Action]:
    """Every action that a call can ask for, at a point if it has a place."""
    at = st.just(point)
    return st.one_of(
        st.builds(Click, point=at, count=st.sampled_from((1, 2, 3))),
        st.builds(Click, point=at, button=st.sampled_from(("right", "middle"))),
        st.builds(Move, point=at),
        st.builds(Drag, point=at),
        st.builds(Scroll, point=at | st.none(), vertical=NOTCHES),
        st.builds(Scroll, point=at | st.none(), horizontal=NOTCHES),
        st.builds(Key, keys=st.lists(KEYS, min_size=1, max_size=8).map(tuple)),
        st.builds(Type, text=st.text()),
        st.builds(Wait, seconds=st.floats(0, 60)),
    )
