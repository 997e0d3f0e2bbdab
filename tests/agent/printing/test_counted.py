"""One of a thing, and several."""

from __future__ import annotations

import pytest

from agent.printing.counted import counted


@pytest.mark.parametrize(("count", "said"), [(0, "0 steps"), (1, "1 step"), (2, "2 steps")])
def test_the_noun_goes_with_its_count(count: int, said: str) -> None:
    assert counted(count, "step", "steps") == said
